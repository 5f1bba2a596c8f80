# What the site has for programs: feeds, sitemap, catalogue, the page for
# addresses that do not exist; each against its grammar, and what is in them.
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
LC_ALL=C.UTF-8
export LC_ALL
cd "$scratch" || exit 2
for tool in xmllint python3; do
	command -v $tool >/dev/null || { missing tools "$tool"; exit; }
done

# valid NAME GRAMMAR FILE
valid() {
	if xmllint --noout --nonet --relaxng "$root/tests/catalogue/$2.rng" \
	    "$3" >said 2>&1; then ok "$1"; else fail "$1" "$(cat said)"; fi
}
# has NAME FILE TEXT; lacks NAME FILE TEXT
has() { if grep -q -F "$3" "$2"; then ok "$1"; else fail "$1" "$3"; fi; }
lacks() { if grep -q -F "$3" "$2"; then fail "$1" "$3"; else ok "$1"; fi; }
# catalogue NAME FOLDER NUM: so many documents, all as the schema says.
catalogue() {
	found=$(python3 "$root/tests/catalogue/schema.py" \
	    "$2/catalogue.schema.json" "$2/catalogue.json" 2>&1)
	if [ "$found" = "$3" ]; then ok "$1"; else fail "$1" "$found"; fi
}

site=$root/tests/sites/kontrol/content
press() { # CONTENT OUT [PATH]
	"$MATBU" build --press html --date 2026-03-01 --templates \
	    "$root/templates" --content "$1" --out "$2" ${3-} >said 2>&1 ||
	    fail build "$(cat said)"
}

# --- A site with an address
press "$site" out
lacks no-word-of-url said canonical
for feed in feed.xml birim/bim.xml; do
	if [ -e out/$feed ]; then valid "$feed" atom out/$feed
	else fail "$feed" missing; fi
done
has feed-of-all out/feed.xml klv/bim/hesap/parola.html
has feed-link out/index.html 'href="feed.xml"'
has unit-feed-link out/birim/bim.html 'href="bim.xml"'
lacks feed-of-unit out/birim/bim.xml prd/oidb
ids=$(xmllint --xpath '//*[local-name()="id"]/text()' out/feed.xml | sort |
    uniq -d)
check ids-once "$ids" [ -z "$ids" ]
valid sitemap sitemap out/sitemap.xml
has sitemap-work out/sitemap.xml '/klv/bim/hesap/parola.html</loc>'
lacks sitemap-edition out/sitemap.xml _2019
lacks sitemap-withdrawn out/sitemap.xml prd/oidb/kayit/ders-kayit.html
lacks sitemap-draft out/sitemap.xml taslak
catalogue catalogue out 3
has catalogue-withdrawn out/catalogue.json '"status":"withdrawn"'
has missing out/404.html 'href="https://belge.ornek.example/matbu.css"'
has missing-noindex out/404.html noindex
lacks missing-relative out/404.html 'src="ara.js"'

# A limited build leaves them; they go when the address goes.
cp out/catalogue.json before
press "$site" out klv/bim
same limited before out/catalogue.json
[ -e out/feed.xml ] && ok limited-stays || fail limited-stays 'feed.xml is gone'
cp -R "$site" content
printf '# Örnek Üniversitesi\n' >content/index.md
press content out
left=$(cd out && ls feed.xml sitemap.xml 404.html birim/bim.xml 2>/dev/null)
check without-url "$left" [ -z "$left" ]
if [ "$(grep -c canonical said)" -eq 1 ]; then ok said-once
else fail said-once "$(cat said)"; fi
lacks without-feed-link out/index.html feed.xml
catalogue catalogue-without-url out 3

