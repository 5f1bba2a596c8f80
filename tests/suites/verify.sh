# verify.html: which PDF files are records of the site, as a browser tells it.
. tests/suite.sh

for tool in node chromium; do
	command -v $tool >/dev/null || missing tools "$tool"
done

site=tests/sites/kontrol/content
expect build 0 "$MATBU" build --content "$site" --templates templates \
    --out "$scratch/out" --date 2026-01-05 || exit
(cd "$site" && find . -name '*_[0-9]*.pdf') | sed 's,^\./,,' |
while read -r record; do
	mkdir -p "$scratch/records/${record%/*}"
	cp "$site/$record" "$scratch/records/$record"
done
node tests/web/verify.mjs "$scratch/out" "$scratch/records" >"$scratch/said"
cat "$scratch/said"
[ "$(grep -cE '^(ok|FAIL) verify ' "$scratch/said")" -eq 7 ] ||
    fail browser 'a check is missing'

# The rows of the list are those of the register.
sed -n 's/^\["[0-9a-f]*","\([^"]*\)".*/\1/p' "$scratch/out/verify/r.js" |
    LC_ALL=C sort | uniq -c | awk '{ print $1, $2 }' >"$scratch/found"
awk -F '\t' '$2 == "release" { print 2, $3 }' "$site/register.tsv" |
    LC_ALL=C sort -k 2 >"$scratch/wanted"
if cmp -s "$scratch/found" "$scratch/wanted"; then
	ok rows
else
	fail rows "$(diff "$scratch/wanted" "$scratch/found" | head -n 3)"
fi
