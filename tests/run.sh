#!/bin/sh
# Runs the suites of tests/suites, or those named: tests/run.sh [SUITE]…
# A suite prints a line for each check: “ok NAME”, “FAIL NAME: reason” or
# “skip NAME: reason”. The last line sums them up.
# MATBU names the program; UPDATE=1 rewrites goldens instead of comparing;
# JOBS is how many suites run at once (as many as there are processors).
set -u
cd "$(dirname "$0")/.." || exit 2
: "${MATBU:=$PWD/build/matbu}" "${JOBS:=$(nproc)}"
export MATBU LC_ALL=C.UTF-8
unset LANG LC_MESSAGES SOURCE_DATE_EPOCH CDPATH

# processor TIMES: of what times(1) says, the seconds of all children.
processor() {
	tr 'ms' '  ' <"$1" |
	    awk 'NR == 2 { printf "%d", $1 * 60 + $2 + $3 * 60 + $4 }'
}

# run_one LOG SUITE: appends its lines to the log, prints what is not ok.
run_one() {
	log=$1 suite=$2 out=$1.$2
	start=$(date +%s)
	sh "tests/suites/$suite.sh" >"$out.out" 2>"$out.err" </dev/null
	status=$?
	times >"$out.times"
	lines=$(grep -c -E '^(ok|FAIL|skip) ' "$out.out")
	# A suite that dies or says nothing has not passed.
	if [ "$lines" -eq 0 ] ||
	    { [ $status -ne 0 ] && ! grep -q '^FAIL ' "$out.out"; }; then
		echo "FAIL $suite: status $status" >>"$out.out"
	fi
	sed -n -E "s/^(ok|FAIL|skip) /\1 $suite\//p" "$out.out" >>"$log"
	{
		grep -E '^(FAIL|skip) ' "$out.out" |
		    sed "s|^\([A-Za-z]*\) |\1 $suite/|"
		echo "  $suite: $lines checks, $(($(date +%s) - start)) s" \
		    "($(processor "$out.times") s of processor)"
	} >"$out.said"
	cat "$out.said"
	grep -q '^FAIL ' "$out.out" && tail -n 40 "$out.err" >&2
	rm -f "$out".*
}

if [ "${1-}" = --one ]; then
	run_one "$2" "$3"
	exit
fi

# Growth is measured by the processor's time: nothing else runs meanwhile. The
# longest suites begin, so that all end together; what mostly waits for others
# runs beside them.
alone='growth hostile'
beside='outside'
first='reads alloc links conformance threads interrupt sanitize web fuzz random'
[ $# -gt 0 ] || set -- $(cd tests/suites && ls *.sh | sed 's/\.sh$//')
pick() {	# pick SUITES: those of them that are wanted
	for suite in $1; do
		case " $wanted " in *" $suite "*) echo "$suite" ;; esac
	done
}
wanted=$* rest=
for suite; do
	case " $alone $beside $first " in *" $suite "*) ;; *) rest="$rest $suite" ;; esac
done

folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
trap 'exit 2' HUP INT TERM
log=$folder/log
: >"$log"
pick "$beside" | xargs -r -P 1 -I{} sh tests/run.sh --one "$log" {} &
waiting=$!
pick "$first $rest" | xargs -r -P "$JOBS" -I{} sh tests/run.sh --one "$log" {}
wait $waiting
pick "$alone" | xargs -r -P 1 -I{} sh tests/run.sh --one "$log" {}

count() { grep -c "^$1 " "$log"; }
passed=$(count ok) failed=$(count FAIL) skipped=$(count skip)
echo "$passed passed, $failed failed, $skipped skipped"
# A suite that only skips is no failure.
[ "$failed" -eq 0 ] && [ $((passed + skipped)) -gt 0 ]
