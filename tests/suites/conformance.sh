#!/bin/sh
# Every record that the collections give is PDF/UA-1 and PDF/A-3a (veraPDF),
# qpdf finds nothing in it, all fonts are embedded subsets with Unicode; and
# the check is itself checked: files broken on purpose are refused, and
# UA.md names every rule. Left out where make setup-test has not run.
. tests/suite.sh
: "${MATBU:=$PWD/build/matbu}"
here=tests/conformance

if ! [ -f build/.setup-test ]; then
	skip conformance "make setup-test has not run"
	exit
fi
(cd "$here" && mvn -q -B package) >"$scratch/said" 2>&1 || {
	fail conformance "$(tail -n 3 "$scratch/said")"
	exit
}

sites | while read -r site; do
	build "$site" "$scratch/out-$(name_of "$site")" --quiet \
	    >"$scratch/said" 2>&1 ||
		fail "$(name_of "$site")" "$(cat "$scratch/said")"
done
find "$scratch" -name '*.pdf' | sort >"$scratch/records"
[ -s "$scratch/records" ] || fail records "no record was made"

# Paths without the scratch folder: the same names in every run.
xargs "$here/run.sh" <"$scratch/records" | sed "s|$scratch/out-||"

while read -r record; do
	name=${record#"$scratch"/out-}
	expect "$name qpdf" 0 qpdf --check "$record"
	bad=$(pdffonts "$record" | sed 1,2d |
	    grep -v ' yes yes yes  *[0-9]* *0$')
	if [ -z "$bad" ]; then ok "$name fonts"; else fail "$name fonts" "$bad"
	fi
done <"$scratch/records"

"$here/run.sh" --rules | "$here/rules.py" src/pdf/UA.md

# The record to break: the longest, which has one of everything.
rich=$(xargs ls -S <"$scratch/records" | while read -r record; do
	pdfinfo -struct-text "$record" 2>/dev/null | grep -q '^ *Note <' &&
	    pdfinfo -struct-text "$record" | grep -q '^ *Table' &&
	    pdfinfo -struct-text "$record" | grep -q '^ *Figure' &&
	    echo "$record" && break
done)
if [ -n "$rich" ]; then
	"$here/break.sh" "$rich" | sed "s|$scratch/||"
else
	fail break "no record has a table, a figure and a footnote"
fi
