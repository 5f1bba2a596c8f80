#!/bin/sh
# Messages: what the program says about faulty content, word for word, with line
# and column. Each case is run in a folder of its own, where content/ holds
# tests/diags/base (four index.md and the work baska); tests/diags/NAME.*:
#   .md       becomes content/frm/bim/konu/ornek_20200101_1.md, and
#   NAME/     its pictures
#   .tree/    is laid over content/
#   .sh       runs in the folder: makes what git cannot hold
#   .run      runs there instead of “matbu check”; what it prints on its
#             standard output belongs to the golden
#   .diag     the golden: what was said on standard error; .diag.en the same
#             in English
# ONLY: the names of the cases to run; else all run.
set -u
dir=$PWD/tests/diags
tmp=$(mktemp -d) || exit 2
trap 'chmod -R u+rwX "$tmp"; rm -rf "$tmp"' EXIT
edition=content/frm/bim/konu/ornek_20200101_1
export edition dir

place() {
	rm -rf "$tmp/case" && mkdir "$tmp/case" && cd "$tmp/case" || return
	cp -R "$dir/base" content
	[ -d templates ] || cp -R "$dir/../../templates" templates
	[ ! -d "$dir/$1.tree" ] || cp -R "$dir/$1.tree/." content
	[ ! -f "$dir/$1.md" ] || cp "$dir/$1.md" $edition.md
	[ ! -d "$dir/$1" ] || cp -R "$dir/$1" $edition
	[ ! -f "$dir/$1.sh" ] || . "$dir/$1.sh"
}

# say NAME LANGUAGE: what is said of the case; its status is the program's.
say() {
	if [ -f "$dir/$1.run" ]; then
		LC_ALL=$2 sh "$dir/$1.run" 2>&1
	else
		LC_ALL=$2 "$MATBU" check --content content 2>&1 >/dev/null
	fi
}

# 1 where a line is an error. A .run prints its own status.
expected_status() {
	[ ! -f "$dir/$1.run" ] || { echo 0; return; }
	grep -q -E ': (hata|error): ' "$2" && echo 1 || echo 0
}

# compare NAME GOLDEN LANGUAGE
compare() {
	say "$1" "$3" >"$tmp/said"
	status=$?
	[ "${UPDATE:-}" != 1 ] || cp "$tmp/said" "$2"
	if ! cmp -s "$2" "$tmp/said"; then
		diff -u "$2" "$tmp/said" >&2
		echo "FAIL $1: differs from $(basename "$2")"
	elif [ $status -ne "$(expected_status "$1" "$2")" ]; then
		echo "FAIL $1: exit status $status"
	else
		echo "ok $(basename "$2" .diag)"
	fi
}

# check NAME GOLDEN LANGUAGE
check() {
	(place "$1") || { echo "FAIL $1: cannot be placed"; return; }
	cd "$tmp/case" || exit 2
	compare "$@"
}

for golden in "$dir"/*.diag; do
	name=$(basename "$golden" .diag)
	case " ${ONLY-$name} " in *" $name "*) ;; *) continue ;; esac
	check "$name" "$golden" tr_TR.UTF-8
	[ ! -f "$golden.en" ] || check "$name" "$golden.en" en_GB.UTF-8
done

# Every message is in a golden, beside another fault: of the same file where
# it has a place in one. What ends the program stands alone. Not here:
# memory, which the failing allocations test; a register that somebody changes
# in the same instant; what the suites reads, erase, order and serve test.
[ -z "${ONLY-}" ] || exit 0
cd "$dir" || exit 2
awk -f coverage.awk ../../src/base/messages.def *.diag
