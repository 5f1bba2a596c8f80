#!/bin/sh
# Sites: whole collections. tests/sites/NAME/content is built with the options
# of NAME/args, if there are any; NAME/expect/FILES lists every file of the
# output, and each other file below NAME/expect equals its namesake there.
# UPDATE=1 rewrites what is below NAME/expect; touch a new one first.
set -u
: "${MATBU:=$PWD/build/matbu}"
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT

# compare NAME EXPECTED FOUND: but for the size of records, which is the
# faces' and the compressor's.
compare() {
	case $3 in *.html) sed -i 's/[0-9]* KB<\/span>/N KB<\/span>/' "$3" ;; esac
	if [ "${UPDATE:-0}" = 1 ]; then
		cp "$3" "$2"
	fi
	if diff -u "$2" "$3" >"$made/diff" 2>&1; then
		echo "ok $1"
	else
		echo "FAIL $1: not as expected"
		sed 's/^/    /' "$made/diff" >&2
	fi
}

# build NAME FOLDER
build() {
	args=
	[ -f "tests/sites/$1/args" ] && args=$(cat "tests/sites/$1/args")
	# shellcheck disable=SC2086
	"$MATBU" build --quiet --templates templates \
		--content "tests/sites/$1/content" --out "$2" $args \
		>"$made/said" 2>&1
}

for site in tests/sites/*/content; do
	site=${site%/content}
	name=${site##*/}
	if ! build "$name" "$made/$name"; then
		echo "FAIL $name: $(head -n 3 "$made/said" | tr '\n' ' ')"
		continue
	fi
	# A collection that is shown to people has no warnings either.
	if [ -s "$made/said" ]; then
		echo "FAIL $name (silent): $(head -n 1 "$made/said")"
	else
		echo "ok $name (silent)"
	fi
	(cd "$made/$name" && find . -type f ! -name .state ! -name .made | sed 's|^\./||' |
		LC_ALL=C sort) >"$made/FILES"
	compare "$name/FILES" "$site/expect/FILES" "$made/FILES"
	(cd "$site/expect" && find . -type f ! -path ./FILES |
		sed 's|^\./||' | LC_ALL=C sort) >"$made/chosen"
	while read -r file; do
		compare "$name/$file" "$site/expect/$file" \
			"$made/$name/$file"
	done <"$made/chosen"
	build "$name" "$made/$name"
	# A work's address shows its newest edition; a second build keeps all.
	build "$name" "$made/$name.twin"
	if diff -r -x .state -x .made "$made/$name" "$made/$name.twin" >"$made/diff" 2>&1; then
		echo "ok $name (again)"
	else
		echo "FAIL $name (again): $(head -n 1 "$made/diff")"
	fi
done
