# Forms on the page: a browser fills in those of tests/sites/form, and the
# page's script, and pdf.js, put what was typed into their records. The files
# keep both standards; poppler, pdf.js and PDFium read and draw every letter in
# embedded faces; verify calls them intact; what a screen reader says of a field
# is the same on the page and in the record.
. tests/suite.sh

python=build/fillers/bin/python
for tool in node chromium qpdf java pdftotext; do
	command -v $tool >/dev/null || missing tools "$tool"
done
[ -x $python ] || missing tools pypdfium2

cp -R tests/sites/form/content "$scratch/content"
editions=$(cd "$scratch/content" && find . -name '*_[0-9]*.md' |
    sed 's,^\./,,; s,\.md$,,' | sort)
# shellcheck disable=SC2086 # a list of editions
expect release 0 "$MATBU" release --content "$scratch/content" \
    --templates templates --date 2026-01-05 $editions
expect build 0 "$MATBU" build --content "$scratch/content" \
    --templates templates --out "$scratch/out" --date 2026-01-05 || exit
mkdir "$scratch/saved"
node tests/web/form.mjs "$scratch/out" "$scratch/saved" || [ $? -eq 1 ] ||
    fail browser "status $?"

# The same forms filled in by pdf.js, as Firefox saves them.
for edition in $editions; do
	expect "saveDocument ${edition##*/}" 0 node tests/web/save.mjs \
	    "$scratch/out/$edition.pdf" "$scratch/saved/${edition##*/}-pdfjs"
done

# verdict NAME FILE: ok where the file is empty.
verdict() {
	if [ -s "$2" ]; then
		fail "$1" "$(head -n 3 "$2")"
	else
		ok "$1"
	fi
}

sh tests/conformance/run.sh "$scratch"/saved/*.pdf >"$scratch/said" 2>&1
grep -v '^ok ' "$scratch/said" >"$scratch/refused"
[ "$(grep -c '^ok ' "$scratch/said")" -eq \
    $(($(echo "$editions" | wc -l) * 4)) ] ||
    echo 'fewer verdicts than forms' >>"$scratch/refused"
verdict veraPDF "$scratch/refused"

letters='ĞÜŞİÖÇ ğüşıöç âîû'
for saved in "$scratch"/saved/*.pdf; do
	saved=${saved%.pdf} form=$(basename "$saved" .pdf)
	expect "qpdf $form" 0 qpdf --check "$saved.pdf"
	expect "verify $form" 0 "$MATBU" verify --content "$scratch/content" \
	    "$saved.pdf"
	grep -qE 'doldurulmuş$|filled in$' "$scratch/said" ||
	    fail "verify $form" "$(cat "$scratch/said")"
	LC_ALL=C sort "$saved.tsv" >"$scratch/want"
	node tests/web/fields.mjs "$saved.pdf" | LC_ALL=C sort >"$scratch/got"
	diff "$scratch/want" "$scratch/got" >"$scratch/differs"
	verdict "pdf.js $form" "$scratch/differs"
	$python tests/web/pdfium.py "$saved.pdf" | LC_ALL=C sort >"$scratch/got"
	diff "$scratch/want" "$scratch/got" >"$scratch/differs"
	verdict "PDFium $form" "$scratch/differs"
	pdftotext -layout "$saved.pdf" "$scratch/text"
	[ "$(grep -o "$letters" "$scratch/text" | wc -l)" -eq \
	    "$(grep -o "$letters" "$scratch/want" | wc -l)" ] &&
	    ok "poppler $form" || fail "poppler $form" 'letters are lost'
	pdffonts "$saved.pdf" | tail -n +3 |
	    awk '$(NF - 4) != "yes"' >"$scratch/differs"
	verdict "faces $form" "$scratch/differs"
done
node tests/web/names.mjs "$scratch/out" || [ $? -eq 1 ] ||
    fail names "status $?"
