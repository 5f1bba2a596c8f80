#!/bin/bash
# preview.sh: from the save of a document of 20 pages until the preview shows its page and record, in Chromium: alone, and
# in a collection of COUNT documents (default 10000).
# shellcheck source=tests/bench/measure.sh
. "$(dirname "$0")/measure.sh"
web=$here/../web
edition=frm/bim/e-posta/kilavuz_20190115_1
[ -d "$web/node_modules" ] || { echo '(no browser: make setup-test brings it)'; exit 0; }

# times NAME FOLDER: prints “page MEDIAN P95 NUMBER” and “record …” [ms].
times() {
	PREVIEW_WAIT=$3 node "$web/latency.mjs" "$matbu" "$2" "$templates" "$edition" "${RUNS:-40}" >"$1.txt" ||
		{ echo "FAIL bench: the preview of $1"; exit 1; }
}
# of NAME WHAT COLUMN
of() { awk -v what="$2" -v column="$3" '$1 == what { print $column }' "$1.txt"; }

python "$here/documents.py" docs || exit 1
python "$here/collection.py" many plain "${COUNT:-10000}" || exit 1
cp -r docs/kilavuz/frm/bim/e-posta many/frm/bim/
times alone docs/kilavuz 3000
times many many 60000

echo "preview: after a save, $(of alone page 4) and $(of many page 4) times (on $disk, $(nproc) cores)"
printf '%-46s %9s %9s\n' '' median 'p95 [ms]'
for name in alone many; do
	for what in page record; do
		printf '%-46s %9d %9d\n' "$what, $([ $name = alone ] && echo alone || echo "one of ${COUNT:-10000}")" \
			"$(of $name $what 2)" "$(of $name $what 3)"
	done
done
for what in page record; do
	row "$what, one of ${COUNT:-10000} / alone" "$(ratio "$(of many $what 2)" "$(of alone $what 2)")" '<=' 1.2 medians
done
finish
