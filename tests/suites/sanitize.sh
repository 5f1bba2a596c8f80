# The suites that run the program again, on a build with AddressSanitizer,
# UndefinedBehaviorSanitizer and the search for leaks.
. tests/suite.sh

if ! MATBU=$(program asan); then
	fail build "the program does not build"
	exit
fi
export MATBU
# Hostile content ten times smaller is as hostile to them.
export SCALE=0.1
# The sanitizers' own status must not be taken for one of the program's.
export ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=exitcode=99:print_stacktrace=1

for suite in cases diags seed sites store hostile; do
	sh tests/run.sh "$suite" >"$scratch/log"
	sed -n 's/^\(FAIL\|skip\) /\1 /p' "$scratch/log"
	grep -q '^FAIL ' "$scratch/log" ||
	    ok "$suite ($(tail -n 1 "$scratch/log"))"
done
