# No sequence of commands changes a released record or loses a row of the
# register: SEEDS (3) sequences of COMMANDS (1000) commands.
. tests/suite.sh
unset SOURCE_DATE_EPOCH
LC_ALL=tr_TR.UTF-8
export MATBU LC_ALL PYTHONDONTWRITEBYTECODE=1
seed=0
while [ $seed -lt "${SEEDS:-3}" ]; do
	seed=$((seed + 1))
	if fault=$(python3 tests/edition/random_commands.py $seed \
	    "${COMMANDS:-1000}" 2>&1); then
		ok seed-$seed
	else
		fail seed-$seed "$fault"
	fi
done
