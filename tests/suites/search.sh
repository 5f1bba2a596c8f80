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
run sentences tests/search/sentences.tsv
run old
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
# What a reader waits for at 1,000 documents.
LC_ALL=C python3 tests/bench/collection.py "$scratch/many" "$scratch/plain" &&
    expect many 0 "$MATBU" build -q --press html --content "$scratch/many" \
    --out "$scratch/many-out"
node tests/search/search.cjs "$scratch/many-out" cost 61440 'yıllık izin' \
    'e-posta istemcisi' 'IMAP erişimi nasıl açılır' 'belge 512'
expect controlled 0 "$MATBU" build -q --press html --date 2026-01-01 \
    --content tests/sites/kontrol/content --out "$scratch/controlled"
if [ -d tests/web/node_modules ]; then
	timeout 120 node tests/search/page.mjs "$site" \
	    "$scratch/controlled"
else
	missing page 'tests/web/node_modules'
fi
