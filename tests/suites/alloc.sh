# Memory that runs out, at each allocation in turn: the run ends with a
# message and status 3, and out/ stays whole (tests/alloc.py tells how).
. tests/suite.sh

site=content
[ ! -d tests/sites/all ] || site=tests/sites/all
content=$(content_of "$site") templates=$(templates_of "$site")

# try NAME VARIANT SECONDS [OPTION…]
try() {
	if ! program=$(program "$2"); then
		fail "$1" "the program does not build"
		return
	fi
	python3 tests/alloc.py "$1" "$program" "$content" "$templates" "$3" \
	    --jobs "$4"
}

try one-thread alloc 50 1
try two-threads alloc 10 2
# What was given back twice, or never, the sanitizers notice.
try sanitized alloc-asan 20 1
