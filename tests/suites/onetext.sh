# One text: the words of every record are those of its source, in their order
# (structure-tree order), as two independent readers find them; for content/,
# tests/sites and those of tests/cases that pass the gate. The words of the
# pages are the suite “words”; tests/seed/onetext.py tells how.
. tests/suite.sh
export PYTHONDONTWRITEBYTECODE=1

missing=
for tool in node pdfinfo cmark python3; do
	command -v $tool >/dev/null || missing="$missing $tool"
done
[ -d tests/web/node_modules/pdfjs-dist ] || missing="$missing pdfjs-dist"
if [ -n "$missing" ]; then
	missing tools "$missing"
	exit
fi

# hold NAME SITE [OPTION]: each of its sources against its record.
hold() {
	if ! build "$2" "$scratch/$1" --quiet --press pdf >"$scratch/said" 2>&1
	then
		fail "$1" "does not build: $(grep -v -m 1 -E 'uyarı|warning' \
		    "$scratch/said")"
		return
	fi
	python3 tests/seed/onetext.py ${3-} "$(content_of "$2")" \
	    "$scratch/$1" >"$scratch/found" 2>"$scratch/said" ||
	    fail "$1" "$(tail -n 1 "$scratch/said")"
	sed -E "s|^(ok\|FAIL) |\1 $1/|" "$scratch/found"
	[ -s "$scratch/found" ] || fail "$1" "no record was read"
}

for site in $(sites); do
	hold "$(name_of "$site")" "$site" --mutations
done
collect_cases "$scratch/cases"
hold cases-records "$scratch/cases"
