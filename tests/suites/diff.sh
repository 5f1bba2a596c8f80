#!/bin/sh
# What an edition changes: the pairs of tests/diff/pairs, word for word
# (UPDATE=1 writes them anew); random pairs, by tests/diff/property.py; how the
# time grows.
set -u
: "${MATBU:=$PWD/build/matbu}"
export PYTHONDONTWRITEBYTECODE=1
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

# compare NAME GOLDEN LOCALE OPTION…
compare() {
	name=$1 golden=$PWD/tests/diff/pairs/$1/$2
	LC_ALL=$3
	export LC_ALL
	shift 3
	(cd "tests/diff/pairs/$name" && "$MATBU" diff old.md new.md "$@") \
		>"$tmp/out" 2>"$tmp/said"
	[ "${UPDATE:-}" != 1 ] || cp "$tmp/out" "$golden"
	if cmp -s "$golden" "$tmp/out" && [ ! -s "$tmp/said" ]; then
		echo "ok $name/${golden##*/}"
	else
		diff -u "$golden" "$tmp/out" >&2
		echo "FAIL $name/${golden##*/}: differs: $(head -1 "$tmp/said")"
	fi
}

for pair in tests/diff/pairs/*/; do
	pair=${pair%/}
	compare "${pair##*/}" tr.txt tr_TR.UTF-8
done
compare steps-changed en.txt en_GB.UTF-8
compare steps-changed diff.json en_GB.UTF-8 --format json
compare image-replaced diff.html tr_TR.UTF-8 --format html
compare column-added diff.html tr_TR.UTF-8 --format html

# A file that exists is not overwritten.
echo eski >"$tmp/x.html"
(cd tests/diff/pairs/nothing && "$MATBU" diff old.md new.md --format html \
    -o "$tmp/x.html") >/dev/null 2>&1
if [ $? -eq 1 ] && [ "$(cat "$tmp/x.html")" = eski ]; then
	echo "ok keeps-file"
else
	echo "FAIL keeps-file: overwritten"
fi

# Two editions of a collection, and an erased one.
site=tests/sites/kontrol/content
export LC_ALL=C.UTF-8
python3 tests/diff/property.py "$MATBU" "$tmp"
python3 tests/diff/growth.py "$MATBU" "$tmp"
