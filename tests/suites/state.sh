# out/.state: a build that finds nothing changed says what the one before has
# said; whatever was changed, and whatever stands in the state's place, it says
# and makes what a build from nothing does. What a build reads is in the state.
root=$PWD
. tests/suite.sh
cd "$scratch" || exit 2
picture=$root/content/frm/bim/e-posta/imapsmtp_20190115_1/cark.png

# part NAME PROGRAM ARGUMENT…: in a folder of its own.
part() {
	name=$1 program=$2
	shift 2
	mkdir "$name" && (cd "$name" && PYTHONDONTWRITEBYTECODE=1 python3 \
	    "$root/tests/state/$program.py" "$MATBU" "$root/templates" \
	    "$picture" "$@" || [ $? -eq 4 ]) || fail "$name" "the checks end early"
}

for library in reads/fail_nth state/getenv state/coarse; do
	"${CC:-cc}" -O1 -shared -fPIC -o "$scratch/${library#*/}.so" \
	    "$root/tests/$library.c" -ldl || fail library "$library"
done
# PARTS names some of the parts; EDITS is how many random ones there are.
for name in ${PARTS:-calls edits made damage random killed during}; do
	case $name in
	made) part made made ;;
	calls) part calls calls "$scratch/fail_nth.so" "$scratch/getenv.so" \
	    "$scratch/coarse.so" "$root/src/build/state_key.c" ;;
	*) part "$name" state "$name" ;;
	esac
done
