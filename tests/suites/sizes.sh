# The size of its record that a page shows is that of the file, rounded up to
# whole KB: of records that were made, and of old ones of chosen sizes. (The
# golden pages of “sites” leave the number out.)
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2

# shown PAGE: “FILE KB” of the record that the page links to.
shown() {
	sed -n 's/.*<a class="record" href="\([^"]*\)".*[ >]\([0-9]*\) KB<.*/\1 \2/p' "$1"
}
# agree NAME OUT LEAST: at least so many pages show the size of their record.
agree() {
	found=0 wrong=
	for page in $(find "$2" -name '*.html'); do
		set -- "$1" "$2" "$3" $(shown "$page")
		[ $# -eq 5 ] || continue
		found=$((found + 1))
		size=$(stat -c %s "$(dirname "$page")/$4")
		[ "$5" -eq $(((size + 1023) / 1024)) ] ||
		    wrong="$wrong $4: $5 KB for $size bytes"
		set -- "$1" "$2" "$3"
	done
	check "$1" "$found pages;$wrong" [ "$found" -ge "$3" -a -z "$wrong" ]
}

"$MATBU" build -q --content "$root/tests/sites/kontrol/content" \
    --templates "$root/templates" --out made
agree made made 4

base
cp -R "$root/templates" .
for size in 60 1023 1024 1025 2048 2049 104857; do
	e=boy-${size}_20250110_0
	printf '# Boy\n\nMetin.\n' >"$k/$e.md"
	{ printf '%%PDF-1.7 /Root\n'; yes x | head -c $((size - 33))
	    printf 'startxref\n9\n%%%%EOF\n'; } >"$k/$e.pdf"
	[ "$(stat -c %s "$k/$e.pdf")" -eq $size ] || fail size "$size"
done
"$MATBU" release --existing frm/bim/e-posta --date 2025-01-10 >said 2>&1 &&
    "$MATBU" build -q --date 2025-01-10 >said 2>&1 ||
    fail old "$(cat said)"
agree old out 14
for pair in 60:1 1023:1 1024:1 1025:2 2048:2 2049:3 104857:103; do
	number=$(shown "out/frm/bim/e-posta/boy-${pair%:*}.html")
	check "bytes-${pair%:*}" "shown: $number" \
	    [ "${number##* }" = "${pair#*:}" ]
done
