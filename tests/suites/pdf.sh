#!/bin/sh
# Tests of the PDF press: each tests/pdf/NAME.c is a program of its own,
# compiled with base/, model/ and pdf/ and with sanitizers where the compiler
# has them. The grammar of the sheet accepts the sheet.
set -u
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT
: "${CC:=cc}"
root=$PWD
flags="-std=c11 -O1 -g -D_GNU_SOURCE $(xml2-config --cflags) \
$(pkg-config --cflags harfbuzz)"
libs="-lxml2 -lpthread -lharfbuzz -lharfbuzz-subset -ldeflate -lpng -lz \
-lqrencode -lhyphen -lnettle -lm"

echo 'int main(void) { return 0; }' >"$made/try.c"
for sanitize in '-fsanitize=address,undefined -fno-sanitize-recover=all' ''; do
	# shellcheck disable=SC2086
	$CC $sanitize -o "$made/try" "$made/try.c" 2>/dev/null &&
		"$made/try" 2>/dev/null && break
done

mkdir "$made/objects"
# shellcheck disable=SC2086
if ! (cd "$made/objects" && $CC $flags $sanitize -c "$root"/src/base/*.c \
    "$root"/src/model/*.c "$root"/src/pdf/*.c) 2>"$made/err"; then
	echo "FAIL objects: $(head -n 1 "$made/err")"
	exit
fi
for source in tests/pdf/*.c; do
	name=${source##*/}
	name=${name%.c}
	# shellcheck disable=SC2086
	if ! $CC $flags -Wall -Wextra $sanitize -o "$made/$name" "$source" \
	    "$made"/objects/*.o $libs 2>"$made/err"; then
		cat "$made/err" >&2
		echo "FAIL $name: does not compile"
		continue
	fi
	"$made/$name" >"$made/out" 2>"$made/err"
	status=$?
	sed -E "s/^(ok|FAIL) /\1 $name, /" "$made/out"
	if [ $status -ne 0 ]; then
		echo "FAIL $name: status $status: $(head -n 1 "$made/err")"
		cat "$made/err" >&2
	fi
done

if xmllint --noout --relaxng templates/sheet.rng templates/sheet.xml 2>/dev/null
then echo "ok sheet.rng"
else echo "FAIL sheet.rng: does not accept sheet.xml"
fi
