# Memory that runs out, at each allocation in turn: the run ends with a
# message and status 3, and out/ stays whole (tests/alloc.py tells how).
. tests/suite.sh

# try NAME VARIANT SITE MOST [OPTION…]: VARIANT is that of program(), or
# empty for the build under test.
try() {
	name=$1 site=$3 most=$4
	if ! program=$(program "$2" alloc/matbu); then
		fail "$name" "the program does not build"
		return
	fi
	shift 4
	python3 tests/alloc.py "$name" "$program" "$(content_of "$site")" \
	    "$(templates_of "$site")" "$most" "$@"
}

uncontrolled "$scratch/sample"
try sample '' "$scratch/sample" 8000 --jobs 1
try two-threads '' "$scratch/sample" 800 --jobs 2
[ ! -d tests/sites/all ] ||
    try every-element '' tests/sites/all 1000 --jobs 1
# What was given back twice, or never, the sanitizers notice.
try sanitized asan "$scratch/sample" 300 --jobs 1
