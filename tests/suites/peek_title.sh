# A list's quick look finds the title that the whole reading finds, on every
# document there is, below titles full of marks, and at every depth.
. tests/suite.sh
spec=tests/web/node_modules/commonmark-spec/spec.txt
[ -f $spec ] || missing spec "the CommonMark specification"

mkdir "$scratch/documents"
if ! peek=$(program asan tests/peek_title/peek_title 2>"$scratch/said"); then
	fail compile "$(head -n 1 "$scratch/said")"
	exit
fi
python3 tests/peek_title/documents.py "$scratch/documents" $spec >"$scratch/list" &&
    "$peek" <"$scratch/list" >"$scratch/told" 2>&1 &&
    ok "$(tail -n 1 "$scratch/told")" ||
	fail peek_title "$(grep -m 3 . "$scratch/told"; tail -n 1 "$scratch/told")"

# The quick way is gone for most: a list is not slow by a slip.
sure=$(sed -n 's/.*sure of \([0-9]*\),.*/\1/p' "$scratch/told")
[ "${sure:-0}" -ge 1000 ] && ok "sure of many" || fail "sure of many" "$sure"
