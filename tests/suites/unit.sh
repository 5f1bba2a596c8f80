#!/bin/sh
# Unit tests: each tests/unit/NAME.c is a program of its own over base/,
# model/ and record/, compiled with the address and undefined behaviour sanitizers where
# the compiler has them. Those of pdf/ (pdf_*.c) want more and are run by
# that press's own suites.
set -u
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT
: "${CC:=cc}"
root=$PWD
flags="-std=c11 -O1 -g -D_GNU_SOURCE $(xml2-config --cflags)"
warnings='-Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes -Wvla'

echo 'int main(void) { return 0; }' >"$made/try.c"
for sanitize in '-fsanitize=address,undefined -fno-sanitize-recover=all' ''; do
	# shellcheck disable=SC2086
	$CC $sanitize -o "$made/try" "$made/try.c" 2>/dev/null &&
		"$made/try" 2>/dev/null && break
done
[ -n "$sanitize" ] || echo "skip sanitizers: $CC has none"

# The objects, all at once.
mkdir "$made/objects"
# shellcheck disable=SC2086
if ! (cd "$made/objects" && $CC $flags $sanitize -c \
    "$root"/src/base/*.c "$root"/src/model/*.c "$root"/src/record/*.c) 2>"$made/err"; then
	echo "FAIL objects: $(head -n 1 "$made/err")"
	exit
fi

for source in tests/unit/*.c; do
	name=${source##*/}
	name=${name%.c}
	case $name in pdf_*) continue ;; esac
	# shellcheck disable=SC2086
	if ! $CC $flags $warnings $sanitize -o "$made/$name" "$source" \
	    "$made"/objects/*.o -lxml2 -lnettle -ldeflate -lpthread 2>"$made/err"; then
		cat "$made/err" >&2
		echo "FAIL $name: does not compile"
		continue
	fi
	[ -s "$made/err" ] && echo "FAIL $name: $(head -n 1 "$made/err")"
	"$made/$name" >"$made/out" 2>"$made/err"
	status=$?
	sed -E "s/^(ok|FAIL) /\1 $name, /" "$made/out"
	if [ $status -ne 0 ]; then
		echo "FAIL $name: status $status: $(head -n 1 "$made/err")"
		cat "$made/err" >&2
	fi
done
