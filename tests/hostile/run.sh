#!/bin/bash
# run.sh [NAME...]: proves that hostile content gets a clear answer, in time proportional to its size. Without names,
# all that make.py knows. Pages and records are made.
#
# Each folder is built with 20 seconds of user time, as many again and more of the kernel's and of the clock (memory is
# dear on some machines, and others may be busy), and about 1 GB of memory. The build must end with status 0, or with 1 and
# a message that names a place in the content; never with another status, a signal or a sanitizer's report. Where make.py
# names the right status, no other will do. A build that takes over 0.5 s of user time is done again at half the size; the
# whole must not take more than 3 times the half.
#
# First each is measured once, JOBS (default: all processors) beside one another. Those disturb one another, so whatever
# seems to take too long, more than 2.3 times the half among it, is then measured alone: once, and before it is called a
# fault five times more, of which the least counts. Faults of other kinds are reported at once.
#
# MATBU is the program (default build/matbu), MATBU_TEMPLATES its templates (default templates). A program built with a
# sanitizer reserves more address space than there is; it gets no limit of memory and three times the seconds. SCALE
# (default 1) is the size of what can grow; where it is another, any clear answer will do and no times are compared.
# Needs: bash, python3.
set -u
here=$(cd "$(dirname "$0")" && pwd)
matbu=${MATBU:-build/matbu}
templates=${MATBU_TEMPLATES:-templates}
scale=${SCALE:-1}
seconds=20
memory=1000000 # [KiB] of address space, of which every thread takes some
threads=2
longest_ratio=3 # of whole to half: 2 in proportion, 4 where the time grows with the square
rounds=5
export LC_ALL=C.UTF-8

# The cases are shared out; the first word tells what this process does.
case ${1-} in
--beside) shift; longest_ratio=2.3 rounds=0 ;;
--alone) shift ;;
*)
	names=$(python3 "$here/make.py" --list | while read -r name _; do
		[ $# -gt 0 ] && [[ " $* " != *" $name "* ]] || echo "$name"
	done)
	log=$(mktemp) || exit 3
	trap 'rm -f "$log"' EXIT
	xargs -r -n 4 -P "${JOBS:-$(nproc)}" bash "$0" --beside <<<"$names" >"$log"
	again=$(sed -n 's/^again hostile \([^ :]*\).*/\1/p' "$log")
	# shellcheck disable=SC2086 # names are words
	[ -z "$again" ] || bash "$0" --alone $again >>"$log"
	grep -v '^again ' "$log"
	[ "$(grep -c '^\(ok\|FAIL\) ' "$log")" = "$(wc -w <<<"$names")" ] || echo "FAIL hostile: a case gave no result" | tee -a "$log"
	! grep -q '^FAIL ' "$log" && [ -n "$names" ]
	exit ;;
esac

[ -x "$matbu" ] || { echo "FAIL hostile: no program $matbu"; exit 1; }
if ! bash -c "ulimit -v $memory; exec \"\$0\" --version" "$matbu" >/dev/null 2>&1; then
	echo "# the program does not start with $memory KiB of address space (a sanitizer?): no limit of memory"
	memory=unlimited
	seconds=60
fi
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT

limited() (
	ulimit -v $memory
	ulimit -t $((4 * seconds))
	timeout -k 2 $((10 * seconds)) "$@" >"$scratch/said" 2>&1 </dev/null
)

# build NAME SCALE: makes and builds the folder; sets status and user (seconds), leaves the messages in $scratch/said.
build() {
	rm -rf "$scratch/content" "$scratch/out"
	python3 "$here/make.py" "$1" "$scratch/content" --scale "$2" || { status=no-content; user=0; return; }
	TIMEFORMAT=%U
	{ time limited "$matbu" build -j $threads --content "$scratch/content" --templates "$templates" --out "$scratch/out"; } 2>"$scratch/time"
	status=$?
	user=$(tail -n 1 "$scratch/time")
}

# What is wrong with the last build, in a few words; nothing when it is right.
judge() {
	local wanted=$1 first
	first=$(head -n 1 "$scratch/said" | cut -c1-200 | tr -d '\000')
	if ! [[ $user =~ ^[0-9.]+$ ]]; then echo "no time measured"
	elif is_more "$user" "$seconds"; then echo "no answer within $seconds s"
	elif grep -aqE 'Sanitizer|runtime error:' "$scratch/said"; then echo "a sanitizer reports: $(grep -aEm1 'Sanitizer|runtime error:' "$scratch/said")"
	elif [ "$status" = 124 ] || [ "$status" = 137 ] || [ "$status" = 152 ]; then echo "status $status after $user s: no answer, or no memory"
	elif [ "$status" != 0 ] && [ "$status" != 1 ]; then echo "status $status: $first"
	elif [ "$status" = 1 ] && ! LC_ALL=C grep -aqE '^[^ ].*: (error|hata): ' "$scratch/said"; then echo "status 1 without a message about the content: $first"
	elif [ "$wanted" != - ] && [ "$wanted" != "$status" ]; then echo "status $status, expected $wanted: $first"
	fi
}

is_more() { awk "BEGIN { exit !($1 > $2) }"; }

# least NAME SCALE: the least user time of both measurements, that in $user and a new one.
least() {
	local before=$user
	build "$1" "$2"
	is_more "$user" "$before" && user=$before
}

# Whether NAME takes no more than longest_ratio times its half; sets whole and half.
is_even() {
	local round
	for ((round = 0; ; round++)); do
		is_more "$whole" "$(awk "BEGIN { print $longest_ratio * $half }")" || return 0
		[ $round = $rounds ] && return 1
		user=$whole; least "$1" 1; whole=$user
		user=$half; least "$1" 0.5; half=$user
	done
}

failed=0
while read -r name wanted grows; do
	[[ " $* " = *" $name "* ]] || continue
	[ "$scale" = 1 ] || { [ "$grows" = 1 ] && wanted=-; grows=0; }
	build "$name" "$scale"
	whole=$user
	times="$whole s"
	fault=$(judge "$wanted")
	if [ -z "$fault" ] && [ "$grows" = 1 ] && is_more "$whole" 0.5; then
		build "$name" 0.5
		half=$user
		fault=$(judge "$wanted")
		[ -n "$fault" ] || is_even "$name" || fault="the time is not in proportion to the size"
		times="$whole s, half the size $half s"
	fi
	if [ $rounds = 0 ] && [[ $fault = *time* || $fault = *'no answer'* ]]; then echo "again hostile $name: $fault ($times)"
	elif [ -z "$fault" ]; then echo "ok hostile $name (status $status, $times)"
	else echo "FAIL hostile $name: $fault ($times)"; failed=$((failed + 1)); fi
done < <(python3 "$here/make.py" --list)
[ $failed -eq 0 ]
