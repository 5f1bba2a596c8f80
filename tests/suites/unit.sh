# Unit tests: each tests/unit/NAME.c and tests/pdf/NAME.c is a program that
# calls functions of src/, built with the address and undefined behaviour
# sanitizers. It prints a line for each check. (What two_pages makes, veraPDF
# sees in conformance.sh.) The grammar of sheet.xml accepts the one that matbu
# ships. ONLY: the names of the programs to run; else all run.
. tests/suite.sh

for source in tests/unit/*.c tests/pdf/*.c; do
	name=$(basename "$source" .c)
	case " ${ONLY-$name} " in *" $name "*) ;; *) continue ;; esac
	if ! test=$(program asan "${source%.c}" 2>"$scratch/err"); then
		cat "$scratch/err" >&2
		fail "$name" "does not compile: $(head -n 1 "$scratch/err")"
		continue
	fi
	"$test" >"$scratch/out" 2>"$scratch/err"
	status=$?
	sed -E "s/^(ok|FAIL) /\1 $name, /" "$scratch/out"
	if [ $status -ne 0 ]; then
		fail "$name" "status $status: $(head -n 1 "$scratch/err")"
		cat "$scratch/err" >&2
	fi
done

expect sheet.rng 0 xmllint --noout --relaxng templates/sheet.rng \
    templates/sheet.xml
