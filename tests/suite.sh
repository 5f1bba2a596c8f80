# suite.sh: what the suites share. To be read from the repository's root:
#   . tests/suite.sh
# $scratch is an empty folder that goes away with the suite, and so do the
# processes of $pids. A loop in the background ends where $scratch/stop is.

scratch=$(mktemp -d) || exit 2
pids=
cleanup() {
	: >"$scratch/stop"
	for pid in $pids; do kill "$pid" 2>/dev/null; done
	rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 2' HUP INT TERM
: "${BUILD:=build}"

ok() {
	echo "ok $1"
}

fail() {
	name=$1
	shift
	echo "FAIL $name: $(printf '%s' "$*" | tr '\n' ' ' | cut -c1-300)"
}

skip() {
	name=$1
	shift
	echo "skip $name: $*"
}

# missing NAME WHAT: a failure once “make setup-test” has run here, else skip.
missing() {
	if [ -f build/.setup-test ]; then
		fail "$1" "missing, though make setup-test has run: $2"
	else
		skip "$1" "missing (make setup-test): $2"
	fi
}

# expect NAME STATUS COMMAND…: ok when the command ends with that status; what
# it says goes to $scratch/said.
expect() {
	what=$1 wanted=$2
	shift 2
	"$@" >"$scratch/said" 2>&1
	status=$?
	if [ "$status" -eq "$wanted" ]; then
		ok "$what"
	else
		fail "$what" "status $status: $(head -n 3 "$scratch/said")"
		return 1
	fi
}

# same NAME A B: ok when two folders hold the same files and bytes. What a build
# knows of its own folder is in no other.
same() {
	if differs=$(diff -r -x .state -x .made "$2" "$3" 2>&1) && [ -n "$(ls -A "$2")" ]; then
		ok "$1"
	else
		fail "$1" "${differs:-$2 is empty}"
		return 1
	fi
}

# The collections there are: the sample and those of tests/sites.
sites() {
	echo content
	echo src/guide
	for site in tests/sites/*/; do
		[ ! -d "$site" ] || echo "${site%/}"
	done
}

# Where the sources (templates) of a collection lie.
content_of() {
	if [ -d "$1/content" ]; then echo "$1/content"; else echo "$1"; fi
}
templates_of() {
	if [ -d "$1/templates" ]; then echo "$1/templates"; else echo templates; fi
}

# uncontrolled TO: the sample as it was before its release: its record is set
# at every build, and its source may change.
uncontrolled() {
	cp -R content "$1" && rm -f "$1/register.tsv" &&
	    find "$1" -name '*_*.pdf' -exec rm {} +
}

# collect_cases SITE: makes a collection in SITE of all of tests/cases that pass
# the gate (those with faults on purpose do not).
collect_cases() {
	PYTHONDONTWRITEBYTECODE=1 python3 tests/seed/words.py --cases \
	    "$1" tests/cases/*/*.md || return
	"$MATBU" check --content "$1/content" >/dev/null 2>"$1/said"
	sed -n -E 's/^([^:]*_20240101_0)\.md:[0-9:]* *(hata|error).*/\1/p' \
	    "$1/said" | sort -u | while read -r stem; do
		rm -rf "$stem" "$stem.md"
	done
}

# build SITE OUT [OPTION…]: the command line of a build.
build() {
	site=$1 out=$2
	shift 2
	"$MATBU" build --content "$(content_of "$site")" \
	    --templates "$(templates_of "$site")" --out "$out" "$@"
}

# program VARIANT [FILE]: makes a build with instruments, with an empty VARIANT
# the one under test, and prints its path.
program() {
	made=$BUILD${1:+-$1}/${2:-matbu}
	# Two suites may want the same build at once.
	flock "$BUILD/.lock" make -s -j2 "$made" >&2 || return 1
	case $made in
	/*) echo "$made" ;;
	*) echo "$PWD/$made" ;;
	esac
}

# names: lower-case words for check names.
name_of() {
	printf '%s' "$1" | sed 's|^tests/sites/||; s|/|-|g'
}
