# What publish and pull refuse: nothing is sent or installed then. The suites
# “publish” and “pull” have what they do.
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2
LC_ALL=en_GB.UTF-8
export LC_ALL
matbu() { "$MATBU" "$@" >said 2>&1; }
e=frm/bim/e-posta/parola_20250110_0

first && press && matbu publish -q site || fail publish "$(cat said)"
cp -a site site0 && cp -R content content0
restore() { rm -rf site content && cp -a site0 site && cp -R content0 content; }

# refused NAME ID COMMAND…: status 1 or 3 with this message; the folders site
# and there are as before.
mkdir there
refused() {
	name=$1 id=$2 before=$(sum site) here=$(sum there)
	shift 2
	"$@" >said 2>&1
	status=$?
	check "$name" "status $status: $(head -n 2 said)" \
	    eval "[ $status -ne 0 ] && grep -q '\[$id\]' said"
	check "$name-untouched" "it was changed" \
	    is "$before $here" "$(sum site) $(sum there)"
}

# --- Publishing

echo başkası >site/$e.pdf
refused record publish-record "$MATBU" publish -q site
restore
more 1
echo benim >site/frm/bim/e-posta/parola_20260301_1.html
refused page publish-foreign "$MATBU" publish -q site
echo başkası >content/$e.pdf
rm site/frm/bim/e-posta/parola_20260301_1.html
refused ours publish-ours "$MATBU" publish -q site
restore
press
mkdir site/.matbu-lock && echo biri@yer:1 >site/.matbu-lock/owner
refused lock publish-locked "$MATBU" publish -q site
restore
# Another clerk has published a row that we do not have; another row than ours.
cp -R content theirs
more 1 && matbu publish -q site || fail theirs "$(cat said)"
rm -rf content && mv theirs content && press
refused behind publish-behind "$MATBU" publish -q site
enter 2026-03-01 warn imapsmtp_20240101_1 uyarı
press
refused row publish-row "$MATBU" publish -q site
echo x >>out/register.tsv
restore
press
enter 2026-03-01 warn imapsmtp_20240101_1 uyarı
refused stale publish-stale "$MATBU" publish -q site
restore

# --- Pulling from a site whose files and listing were changed together

# alter PATH: other bytes there, and their digest in the listing.
alter() {
	old=$(sha256sum <"site/$1" | cut -c1-64)
	echo x >>"site/$1"
	new=$(sha256sum <"site/$1" | cut -c1-64)
	sed -i "s/^$old \([0-9]*\) \(.*\)/$new \1 \2/" site/.matbu-site
}
cp -R templates there/
pull() { (cd there && "$MATBU" pull ../site); }
pulls() { pull >said 2>&1; status=$?; }
alter $e.pdf
refused pull-record pull-altered pull
restore
alter $e.md
refused pull-source pull-altered pull
restore
alter $e/resim.png
refused pull-picture pull-altered pull
restore
echo x >>site/$e.pdf
refused pull-bytes pull-altered pull
restore
for path in ../disari.md /tmp/disari.md frm/../../disari.md .git/config; do
	restore
	echo x >disari.md
	echo "$(sha256sum <disari.md | cut -c1-64) 2 - $path" >>site/.matbu-site
	refused "pull-$path" publish-listing pull
done
restore

# --- What comes is what is missing, and no more

pulls
check whole "$(cat said)" [ $status -eq 0 ]
check whole-same "$(diff -rq content there/content)" \
    diff -rq -x '.*' -x 'yeni*' content there/content
# Only the record differs: it alone comes, the other one is kept.
cp content/$e.md there/content/$e.md
echo başkası >there/content/$e.pdf
before=$(find there/content -name '*.md' -exec stat -c '%n %i' {} + | sort)
pulls
check record-alone "$(cat said)" [ $status -eq 0 ]
check record-alone-came "it did not come" cmp content/$e.pdf there/content/$e.pdf
check record-alone-only "sources were written" \
    is "$before" "$(find there/content -name '*.md' -exec stat -c '%n %i' {} + | sort)"
check record-alone-kept "no copy" \
    [ "$(cat there/content/frm/bim/e-posta/.parola_20250110_0.pdf.old)" = başkası ]
rm there/content/$e.pdf
pulls
check record-missing "$(cat said)" [ $status -eq 0 ]
check record-missing-came "it did not come" cmp content/$e.pdf there/content/$e.pdf
