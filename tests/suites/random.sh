# No sequence of commands of two clerks changes a released record or loses a row
# of the register: SEEDS (3) sequences of COMMANDS (1000) commands, two at once.
. tests/suite.sh
unset SOURCE_DATE_EPOCH
LC_ALL=tr_TR.UTF-8
HOME=$scratch
GIT_CONFIG_NOSYSTEM=1
export MATBU LC_ALL HOME GIT_CONFIG_NOSYSTEM PYTHONDONTWRITEBYTECODE=1
run() {
	if fault=$(python3 tests/edition/random_commands.py "$1" \
	    "${COMMANDS:-1000}" 2>&1); then
		ok "seed-$1"
	else
		fail "seed-$1" "$fault"
	fi
}
seed=0
while [ $seed -lt "${SEEDS:-3}" ]; do
	seed=$((seed + 1))
	run $seed &
	[ $((seed % 2)) -ne 0 ] || wait
done
wait
