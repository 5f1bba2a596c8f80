#!/bin/sh
# Cases: tests/cases/TOPIC/NAME.md beside what the program makes of it.
# NAME.model is its tree, NAME.html its fragment; present = checked. Every
# tree keeps the grammar of tests/model.rng, and no source is without a
# golden. UPDATE=1 rewrites the goldens.
set -u
: "${MATBU:=$PWD/build/matbu}"
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT

# compare NAME GOLDEN: the dump is in $made/dump
compare() {
	if [ "${UPDATE:-0}" = 1 ]; then
		cp "$made/dump" "$2"
	fi
	if diff -u "$2" "$made/dump" >"$made/diff" 2>&1; then
		echo "ok $1"
	else
		echo "FAIL $1: differs from its golden"
		sed 's/^/    /' "$made/diff" >&2
	fi
}

# dump NAME KIND FILE
dump() {
	"$MATBU" build --dump "$2" "$3" >"$made/dump" 2>"$made/err" && return
	echo "FAIL $1: status $?: $(head -c 200 "$made/err" | tr '\n' ' ')"
	return 1
}

# Well-formed and by the grammar.
grammar() {
	if xmllint --noout --relaxng tests/model.rng "$made/dump" \
	    >"$made/xml" 2>&1; then
		echo "ok $1 (grammar)"
	else
		echo "FAIL $1 (grammar): $(head -n 1 "$made/xml")"
	fi
}

for md in tests/cases/*/*.md; do
	name=${md#tests/cases/}
	name=${name%.md}
	golden=${md%.md}
	dump "$name.model" model "$md" || continue
	grammar "$name"
	if [ -f "$golden.model" ]; then
		compare "$name.model" "$golden.model"
	fi
	if [ -f "$golden.html" ]; then
		dump "$name.html" html "$md" && compare "$name.html" "$golden.html"
	fi
	[ -f "$golden.model" ] || [ -f "$golden.html" ] ||
		echo "FAIL $name: has neither .model nor .html"
done

# A byte-order mark and other line ends change no byte: made at run time,
# because editors and git would not keep them.
for md in tests/cases/*/*.md; do
	name=${md#tests/cases/}
	name=${name%.md}
	folder=$made/lines
	rm -rf "$folder" && mkdir "$folder"
	[ -d "${md%.md}" ] && cp -R "${md%.md}" "$folder/"
	twin=$folder/${md##*/}
	dump "$name (LF)" model "$md" || continue
	mv "$made/dump" "$made/lf"
	for kind in crlf cr bom; do
		case $kind in
		crlf) sed 's/$/\r/' "$md" >"$twin" ;;
		cr) tr '\n' '\r' <"$md" >"$twin" ;;
		bom) { printf '\357\273\277'; sed 's/$/\r/' "$md"; } >"$twin" ;;
		esac
		dump "$name ($kind)" model "$twin" || continue
		if cmp -s "$made/lf" "$made/dump"; then
			echo "ok $name ($kind)"
		else
			echo "FAIL $name ($kind): another tree than with LF"
			diff "$made/lf" "$made/dump" | head -n 10 >&2
		fi
	done
done
