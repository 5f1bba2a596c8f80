#!/bin/sh
# Runs the suites of tests/suites, or those named: tests/run.sh [SUITE]…
# A suite prints a line for each check: “ok NAME”, “FAIL NAME: reason” or
# “skip NAME: reason”. The last line sums them up.
# MATBU names the program; UPDATE=1 rewrites goldens instead of comparing.
set -u
cd "$(dirname "$0")/.." || exit 2
: "${MATBU:=$PWD/build/matbu}"
export MATBU LC_ALL=C.UTF-8
unset LANG LC_MESSAGES SOURCE_DATE_EPOCH CDPATH

log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
[ $# -gt 0 ] || set -- $(cd tests/suites && ls *.sh | sed 's/\.sh$//')

for suite; do
	start=$(date +%s)
	sh "tests/suites/$suite.sh" >"$log.out" 2>"$log.err" </dev/null
	status=$?
	lines=$(grep -c -E '^(ok|FAIL|skip) ' "$log.out")
	# A suite that dies or says nothing has not passed.
	if [ "$lines" -eq 0 ] ||
	    { [ $status -ne 0 ] && ! grep -q '^FAIL ' "$log.out"; }; then
		echo "FAIL $suite: status $status" >>"$log.out"
	fi
	sed -n -E "s/^(ok|FAIL|skip) /\1 $suite\//p" "$log.out" >>"$log"
	grep -E '^(FAIL|skip) ' "$log.out" | sed "s|^\([A-Za-z]*\) |\1 $suite/|"
	grep -q '^FAIL ' "$log.out" && tail -n 40 "$log.err" >&2
	echo "  $suite: $lines checks, $(($(date +%s) - start)) s"
	rm -f "$log.out" "$log.err"
done

count() { grep -c "^$1 " "$log"; }
passed=$(count ok) failed=$(count FAIL) skipped=$(count skip)
echo "$passed passed, $failed failed, $skipped skipped"
# A suite that only skips is no failure.
[ "$failed" -eq 0 ] && [ $((passed + skipped)) -gt 0 ]
