# Any bytes as a source, a picture, an office file, a Word file to import, a record's source, a state
# file or a web page, any names as a content folder: no sanitizer has anything to say, and what is tried reaches most of
# src/source/.
# FUZZ_SECONDS is the time of the first (45); make fuzz takes longer.
. tests/suite.sh

: "${FUZZ_SECONDS:=45}"
wanted=85	# [%] of the lines of src/source/

if ! source=$(program fuzz fuzz_source) ||
    ! tree=$(program fuzz fuzz_tree) ||
    ! picture=$(program fuzz fuzz_picture) ||
    ! record=$(program fuzz fuzz_record) ||
    ! state=$(program fuzz fuzz_state) ||
    ! office=$(program fuzz fuzz_office) ||
    ! answers=$(program fuzz fuzz_answers) ||
    ! import=$(program fuzz fuzz_import) ||
    ! page=$(program fuzz fuzz_page); then
	fail build "the fuzzers do not build"
	exit
fi
folder=$(dirname "$source")
mkdir -p "$folder/sources" "$folder/names" "$folder/faults" \
    "$folder/pictures" "$folder/records" "$folder/states" "$folder/files" \
    "$folder/forms" "$folder/words" "$folder/pages"
python3 tests/fuzz/seeds.py "$scratch/sources" "$scratch/names" \
    "$scratch/pictures" "$scratch/states" "$scratch/files" "$scratch/forms" \
    "$scratch/words" "$scratch/pages" || exit
# A record takes longer than a tree: it begins with whole pages alone.
mkdir "$scratch/records"
for text in tests/sheets/*.md tests/cases/*/*.md; do
	cp "$text" "$scratch/records/$(name_of "$text")"
done

# fuzz NAME PROGRAM CORPUS SECONDS [OPTION…]: what is new stays in the corpus
# beside the program, so that the next run begins where this one ended.
fuzz() {
	name=$1 fuzzer=$2 corpus=$3 seconds=$4
	shift 4
	LLVM_PROFILE_FILE=$scratch/$name.profraw "$fuzzer" -seed=20190115 \
	    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1500 \
	    -artifact_prefix="$folder/faults/$name-" -print_final_stats=1 \
	    "$@" "$folder/$corpus" "$scratch/$corpus" 2>"$scratch/log"
	status=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$scratch/log")
	if [ $status -eq 0 ]; then
		ok "$name (${runs:-?} inputs in $seconds s)"
	else
		fail "$name" "$(grep -m 2 -E 'ERROR|runtime error|SUMMARY' \
		    "$scratch/log"); $(grep 'Test unit written' "$scratch/log")"
		tail -n 40 "$scratch/log" >&2
	fi
}

fuzz source "$source" sources "$FUZZ_SECONDS" -max_len=8192 -len_control=0 \
    -dict=tests/fuzz/markdown.dict
fuzz tree "$tree" names $((FUZZ_SECONDS / 6)) -max_len=2048
fuzz picture "$picture" pictures $((FUZZ_SECONDS / 6)) -max_len=16384
fuzz record "$record" records $((FUZZ_SECONDS / 4)) -max_len=4096 \
    -len_control=0 -dict=tests/fuzz/markdown.dict
fuzz state "$state" states $((FUZZ_SECONDS / 4)) -max_len=8192
fuzz answers "$answers" forms $((FUZZ_SECONDS / 4)) -max_len=8192
fuzz office "$office" files $((FUZZ_SECONDS / 4)) -max_len=8192
fuzz import "$import" words $((FUZZ_SECONDS / 4)) -max_len=8192
fuzz page "$page" pages $((FUZZ_SECONDS / 4)) -max_len=8192

# reached FILE…: the lines that were reached, in percent, and a row each.
llvm-profdata merge -o "$scratch/profile" "$scratch"/source.profraw \
    "$scratch"/tree.profraw 2>/dev/null &&
    llvm-cov report "$source" -object "$tree" \
    -instr-profile="$scratch/profile" src/source >"$scratch/report"
awk '$1 ~ /\.c$/ || $1 == "TOTAL" {
	printf "  %-12s %s of %d lines\n", $1, $10, $8
}' "$scratch/report" >&2
reached=$(awk '$1 == "TOTAL" { print int($10) }' "$scratch/report")
rows=$(awk '$1 ~ /\.c$/ { printf " %s %s", $1, $10 }' "$scratch/report")
if [ "${reached:-0}" -ge "$wanted" ]; then
	ok "reached $reached %:$rows"
else
	fail "reached" "${reached:-0} % of src/source, not $wanted %:$rows"
fi
