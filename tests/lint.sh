#!/bin/sh
# lint.sh: cppcheck, clang-tidy and the bans of the project over src/. Prints
# what they find; the status is 1 where that is anything.
set -u
cd "$(dirname "$0")/.." || exit 2
errors=$(mktemp) || exit 2
trap 'rm -f "$errors"' EXIT
failed=0

# ban PATTERN REASON [FILE-PATTERN]: the calls stand nowhere in src/, files
# of that name aside.
ban() {
	found=$(grep -rnE --include='*.[ch]' "$1" src |
	    grep -vE "^src/(${3:-/}):[0-9]")
	[ -n "$found" ] || return 0
	echo "$found"
	echo "lint: $2" >&2
	failed=1
}
ban '\<(strcpy|strcat|sprintf|strtok|gets)\(' 'knows no bounds: str, sink'
ban '\<atoi\(' 'tells no fault: strtol'
ban '\<setlocale\(' 'output must not depend on the locale'
ban '\<(malloc|calloc|realloc|free)\(' 'memory comes from base/' 'base/.*'
ban '\<xml[A-Z]' 'libxml2 is met in three files only' \
    '(model/dom|office/xml|links/page_text)\.c'
ban '\<cmark_[a-z_]*\(' 'cmark is met in source/markdown.c only' \
    'source/markdown\.c'
ban '\<exit\(' 'the program ends in cli/main.c, cli/option.c and base/' \
    '(cli/(main|option)\.c|base/.*)'

# An exported symbol starts with the name of its file, or of its folder and its
# file: words are found without a search. Two files define names that are
# prescribed from outside: those of the C library and of ICU.
symbols=$(find "${BUILD:-build}/src" -name '*.o' | sort | while read -r object; do
	file=${object##*/}
	file=${file%.o}
	folder=${object%/*}
	folder=${folder##*/}
	# An object may be left over from a file that was renamed.
	[ -f "src/$folder/$file.c" ] || continue
	case $folder/$file in
	base/mem) but='^(malloc|calloc|realloc)$' ;;
	model/dom_icu) but='^(ucnv|UCNV)_' ;;
	cli/main | cli/server) but='^main$' ;;
	*) but='^$' ;;
	esac
	nm -g --defined-only "$object" | awk '{ print $3 }' |
	    grep -vE "^(${folder}_)?${file}(_|\$)" | grep -vE "$but" |
	    sed "s|^|src/$folder/$file.c: exports |"
done)
if [ -n "$symbols" ]; then
	echo "$symbols"
	echo "lint: a symbol starts with the name of its file" >&2
	failed=1
fi

flags="-Isrc -D_GNU_SOURCE -I/usr/include/libxml2 -I/usr/include/harfbuzz"
# It does not see that die_system() and die_usage() never return; clang-tidy
# does.
# shellcheck disable=SC2086 # a list of words
cppcheck --quiet --error-exitcode=1 --inline-suppr -j2 --std=c11 $flags \
    --enable=warning,performance,portability --template=gcc \
    --suppress=missingIncludeSystem --suppress=ctunullpointer \
    --suppress=arrayIndexOutOfBoundsCond \
    --suppress=nullPointerRedundantCheck src || failed=1
find src -name '*.c' | sort | xargs -P2 -n4 sh -c \
    "exec clang-tidy --quiet \"\$@\" -- -std=c11 $flags" lint 2>"$errors" ||
    failed=1
grep -v ' warnings\{0,1\} generated\.$' "$errors" >&2
exit $failed
