#!/bin/sh
# Lists: tests/lists/NAME.md and its row of cases.tsv: the tree in one line, and
# the messages about lists (line:column id, separated by commas).
set -u
. tests/suite.sh

cp -R tests/diags/base "$scratch/content"
edition=$scratch/content/frm/bim/konu/ornek_20200101_1
tab=$(printf '\t')
: >"$scratch/seen"
sed 1d tests/lists/cases.tsv >"$scratch/cases"
while IFS=$tab read -r name tree messages; do
	echo "$name" >>"$scratch/seen"
	"$MATBU" build --dump model "tests/lists/$name.md" >"$scratch/dump" \
	    2>/dev/null
	cp "tests/lists/$name.md" "$edition.md"
	LC_ALL=C "$MATBU" check --content "$scratch/content" \
	    >/dev/null 2>"$scratch/err"
	xmllint --noout --relaxng tests/model.rng "$scratch/dump" \
	    >"$scratch/xml" 2>&1 || fail "$name: $(head -n 1 "$scratch/xml")"
	got=$(LC_ALL=C.UTF-8 python3 tests/lists/tree.py "$scratch/dump")
	said=$(sed -n 's/^.*\.md:\([0-9]*:[0-9]*\):.*\[\(list-[a-z-]*\)\]$/\1 \2/p' \
	    "$scratch/err" | paste -sd, | sed 's/,/, /g')
	if [ "$got" = "$tree" ] && [ "$said" = "$messages" ]; then
		ok "$name"
	else
		fail "$name: $got ($said)"
	fi
done <"$scratch/cases"

# Every source has a row.
for md in tests/lists/*.md; do
	name=${md#tests/lists/}
	grep -qx "${name%.md}" "$scratch/seen" || fail "$name: not in cases.tsv"
done
