#!/bin/sh
# The search: its table of queries, its words in C and in the script, its page.
set -u
. tests/suite.sh
command -v node >/dev/null || { missing search node; exit 0; }
site=$scratch/site
run() { node tests/search/search.cjs "$site" "$@"; }

LC_ALL=C.UTF-8 python3 tests/search/site.py "$scratch/content" &&
    expect build 0 "$MATBU" build --press html --content "$scratch/content" \
    --out "$site"
run queries tests/search/queries.tsv
run stems
run words
# The same bytes whoever reads which document.
for jobs in 1 3; do
	"$MATBU" build -q --press html --jobs $jobs \
	    --content "$scratch/content" --out "$scratch/jobs$jobs"
done
same jobs "$scratch/jobs1" "$scratch/jobs3"
# A limited build leaves the index; one without pages has none.
cp -R "$site" "$scratch/before"
expect limited 0 "$MATBU" build --press html --content "$scratch/content" \
    --out "$site" frm/bim
same limited-same "$scratch/before" "$site"
if [ -d tests/web/node_modules ]; then
	timeout 120 node tests/search/page.mjs "$site"
else
	missing page 'tests/web/node_modules'
fi
