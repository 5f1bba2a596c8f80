# Pages as blocks to paste into a content management system: what is in them,
# which of them there are, how they go out and vanish.
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
LC_ALL=C.UTF-8
export LC_ALL
cd "$scratch" || exit 2

matbu() { "$MATBU" "$@" --date "${on:-2026-06-01}" >said 2>&1; }
has() { if grep -q -- "$3" "$2"; then ok "$1"; else fail "$1" "no $3"; fi; }
lacks() { if grep -q -- "$3" "$2"; then fail "$1" "$3"; else ok "$1"; fi; }
# make SITE OUT
make() {
	"$MATBU" build --fragment --date 2026-03-01 --templates "$root/templates" \
	    --content "$root/tests/sites/$1/content" --out "$2" >said 2>&1 ||
	    fail "build-$1" "$(cat said)"
}

# --- What is in them
make kontrol kontrol
make form form
make all all
e=kontrol/frm/bim/e-posta
has address $e/istemci.fragment.html '>Güncel durum</span>: <a href="https://belge.ornek.example/frm/bim/e-posta/istemci.html">https://belge.ornek'
lacks not-in-force $e/istemci.fragment.html 'YÜRÜRLÜKTE\|özden geçirme\|ÖZDEN GEÇİRME'
has superseded $e/istemci_20240312_0.fragment.html 'ESKİ SÜRÜM'
has record $e/istemci.fragment.html 'href="https://belge.ornek.example/frm/bim/e-posta/istemci_20[0-9_]*\.pdf"'
has classes form/frm/ogr/basvuru/dilekce.fragment.html 'class="matbu-blank">____'
f=$(find kontrol form all -name '*.fragment.html')
p=$(find kontrol form all -mindepth 4 -name '*.html' ! -name '*.fragment.html' \
    ! -name '*.degisiklik.html' ! -name index.html)
same_number() {
	[ "$(echo "$f" | wc -l)" -eq "$(echo "$p" | wc -l)" ] && [ -n "$f" ]
}
check one-a-page "$(echo "$f" | wc -l) of $(echo "$p" | wc -l)" same_number
# shellcheck disable=SC2086 # lists of files
{
	found=$(grep -lE '<(script|input|select|textarea|button|form|label|fieldset|html|head|body|link|meta)[ >/]' $f)
	check no-elements "$found" [ -z "$found" ]
	found=$(grep -oE '(href|src)="[^"]*"' $f |
	    grep -vE '="(https?://|mailto:|#matbu-)')
	check complete "$found" [ -z "$found" ]
	found=$(grep -oE ' (id|class)="[^"]*"' $f |
	    grep -vE '="matbu-[^ "]*( matbu-[^ "]*)*"')
	check names "$found" [ -z "$found" ]
	# A link inside the block finds its place.
	for file in $f; do
		grep -oE 'href="#[^"]*"' "$file" | cut -d'"' -f2 | cut -c2- | sort -u |
		    while read -r id; do
			grep -q "id=\"$id\"" "$file" || echo "$file#$id"
		done
	done >found
	check places "$(cat found)" [ ! -s found ]
}
# All that a reader can read of the page's text stands in the block.
python3 - "$scratch" $f >found <<'PY'
import html, re, sys
def words(text):
    return re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", text)).replace("_", " "))
for name in sys.argv[2:]:
    block = open(name, encoding="utf-8").read()
    page = open(name.replace(".fragment", ""), encoding="utf-8").read()
    text = re.search(r'<div class="text" itemprop="text">(.*?)</div>(<div class="form-save|<section class="re|\n<div class="side")', page, re.S)
    if text is None:
        continue
    there, have = words(text.group(1)), words(block)
    if "<select" in page:
        continue
    missing = [w for w in set(there) if w not in have]
    if missing:
        print(name, missing[:5])
PY
check words "$(cat found)" [ ! -s found ]

# --- In a page of another system
if [ -d "$root/tests/web/node_modules" ]; then
	# The pages with the most kinds of elements, a form, an old edition.
	node "$root/tests/web/fragment.mjs" form/frm/ogr/basvuru/dilekce.fragment.html \
	    $e/istemci_20240312_0.fragment.html all/klv/bim/ag/kablosuz.fragment.html \
	    all/frm/bim/hesap/hesap-istegi.fragment.html 2>errors |
	    sed 's/^\([a-zA-Z]*\) fragment /\1 browser-/'
	[ ! -s errors ] || fail browser "$(cat errors)"
	# Nu: a style sheet may stand in the head alone; here it cannot.
	mkdir nu && for file in $f; do
		{ printf '<!DOCTYPE html><html lang="tr"><head><title>Panel</title></head><body><h1>Panel</h1>'
		  cat "$file"; printf '</body></html>'; } >"nu/$(echo "$file" | tr / -)"
	done
	java -Xss4m -jar "$root/tests/web/node_modules/vnu-jar/build/dist/vnu.jar" \
	    --stdout --format gnu --filterpattern '.*Element .style. not allowed as child.*|.*Trailing slash on void elements.*' nu >found 2>&1
	check nu "$(head -n 3 found)" [ ! -s found ]
else
	missing browser 'make setup-test'
fi

# --- What they need
base
edition parola_20250110_0 'Zürafacık metni.'
edition imapsmtp_20240101_1 'Başka bir metin.'
edition yeni_20260101_0 'Henüz taslak.'
cp -R "$root/templates" .
matbu build --fragment
check needs-url "$? $(cat said)" grep -q 'fragment-url' said
check needs-url-no-out "out/ was made" [ ! -e out/index.html ]
sed -i '1i ---\nadres: https://belge.ornek.example\n---\n' content/index.md
matbu build --fragment --press pdf
check needs-pages "$(cat said)" grep -q 'fragment-press' said

# --- What goes out
n=frm/bim/e-posta
on=2025-01-10 matbu release $n/parola_20250110_0 $n/imapsmtp_20240101_1
matbu build --fragment || fail build "$(cat said)"
lacks not-in-force-too out/$n/parola.fragment.html YÜRÜRLÜKTE
has draft out/$n/yeni_20260101_0.fragment.html TASLAK
cp -R out kept
matbu build $n/parola --fragment
same limited kept out
matbu publish site || fail publish "$(cat said)"
check no-site "a block is at the destination" [ -z "$(find site -name '*.fragment.html')" ]
LC_ALL=tr_TR.UTF-8 "$MATBU" publish --changed paket --date 2026-06-01 >said 2>&1
check paste-said "$(cat said)" grep -qx "yapıştırılacak $n/parola.fragment.html → https://belge.ornek.example/$n/parola.html" said
check upload-said "$(cat said)" grep -qx "yeni    $n/parola.html" said
check paste-list "$(cat paket/yapistirilacaklar.txt)" grep -qx "$n/parola.fragment.html	https://belge.ornek.example/$n/parola.html" paket/yapistirilacaklar.txt
check paste-all "not all" [ "$(wc -l <paket/yapistirilacaklar.txt)" -eq 4 ]
check paste-files "a file is missing" cmp -s out/$n/parola.fragment.html paket/$n/parola.fragment.html
check no-draft "the draft goes out" [ -z "$(find paket -name 'yeni*')" ]
LC_ALL=tr_TR.UTF-8 "$MATBU" publish --changed paket2 --date 2026-06-01 >said 2>&1
check nothing-new "$(cat said)" grep -q '^yeni bir şey yok' said

# An event changes the block of that work alone.
matbu warn $n/imapsmtp 'Adım 2 artık geçerli değil.' && matbu build --fragment
has warned out/$n/imapsmtp.fragment.html '>UYARI (01.06.2026): Adım 2'
LC_ALL=tr_TR.UTF-8 "$MATBU" publish --changed paket3 --date 2026-06-01 >said 2>&1
check paste-changed "$(cat paket3/yapistirilacaklar.txt)" [ "$(cut -d. -f1 paket3/yapistirilacaklar.txt | tr '\n' ' ')" = \
    "$n/imapsmtp $n/imapsmtp_20240101_1 " ]

# --- What vanishes
on=2026-06-02
matbu withdraw --erase $n/parola_20250110_0 --note 'KVKK m. 7' || fail erase "$(cat said)"
found=$(grep -rl Zürafacık out)
check erased-at-once "$found" [ -z "$found" ]
matbu build --fragment
check erased-stays "it came back" [ ! -e out/$n/parola_20250110_0.fragment.html ]
has notice out/$n/parola.fragment.html 'YÜRÜRLÜKTEN KALDIRILDI'
LC_ALL=tr_TR.UTF-8 "$MATBU" publish --changed paket4 --date $on >said 2>&1
check erased-told "$(cat paket4/silinecekler.txt)" grep -qx "$n/parola_20250110_0.fragment.html" paket4/silinecekler.txt
# A block that an older program left is named.
cp kept/$n/parola_20250110_0.fragment.html out/$n/
sed "s|^$n/parola_20250110_0.html\$|&\n$n/parola_20250110_0.fragment.html|" out/.matbu |
    LC_ALL=C sort >l && cat l >out/.matbu
matbu check
check erased-left "$(cat said)" grep -q 'parola_20250110_0.fragment.html' said
matbu build
check not-asked "$(find out -name '*.fragment.html')" [ -z "$(find out -name '*.fragment.html')" ]
