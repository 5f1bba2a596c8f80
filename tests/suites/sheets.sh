# The layout and the structure tree of every kind of element, as text
# (tests/sheets/NAME.md: .frames, .tags), and seven sheets by their pixels
# (tests/sheets/*.png, 100 dpi; pixels.py tells how much may differ).
# UPDATE=1 writes them anew.
. tests/suite.sh
export PYTHONDONTWRITEBYTECODE=1

# dump KIND SOURCE
dump() {
	golden=${2%.md}.$1
	name=$(basename "$golden")
	if ! "$MATBU" build --dump "$1" "$2" >"$scratch/$name" \
	    2>"$scratch/said"; then
		fail "$name" "$(tail -n 1 "$scratch/said")"
	elif [ -n "${UPDATE-}" ]; then
		cp "$scratch/$name" "$golden"
		ok "$name"
	elif differs=$(diff "$golden" "$scratch/$name"); then
		ok "$name"
	else
		fail "$name" "$differs"
	fi
}

for source in tests/sheets/*.md; do
	dump frames "$source"
	dump tags "$source"
done

# No overflow, no lone line, no lost head, wherever a sheet ends.
python3 tests/sheets/fill.py "$scratch/fill"

# draw NAME RECORD SHEET: its pixels are those of tests/sheets/NAME-SHEET.png.
draw() {
	golden=tests/sheets/$1-$3.png
	if ! pdftoppm -gray -r 100 -f "$3" -l "$3" -singlefile "$2" \
	    "$scratch/drawn" 2>"$scratch/said"; then
		fail "$1-$3.png" "is not drawn: $(head -n 1 "$scratch/said")"
		return
	fi
	expect "$1-$3.png" 0 python3 tests/sheets/pixels.py \
	    ${UPDATE:+--update} "$golden" "$scratch/drawn.pgm"
}

if ! command -v pdftoppm >/dev/null; then
	missing drawn pdftoppm
	exit
fi
if command -v qpdf >/dev/null; then
	mkdir "$scratch/bands" "$scratch/turned"
	python3 tests/sheets/bands.py "$scratch/bands"
	python3 tests/sheets/turned.py "$scratch/turned"
else
	missing bands qpdf
	missing 'fields on a turned sheet' qpdf
fi
build content "$scratch/content" --quiet --press pdf 2>"$scratch/said" &&
    build tests/sites/all "$scratch/all" --quiet --press pdf \
	2>"$scratch/said" || fail build "$(head -n 1 "$scratch/said")"
draw imapsmtp "$scratch/content/frm/bim/e-posta/imapsmtp.pdf" 1
draw kablosuz "$scratch/all/klv/bim/ag/kablosuz.pdf" 1
draw kablosuz "$scratch/all/klv/bim/ag/kablosuz.pdf" 3
draw hesap-istegi "$scratch/all/frm/bim/hesap/hesap-istegi.pdf" 1
draw istemci-ayarlari \
    "$scratch/all/klv/bim/e-posta/istemci-ayarlari.pdf" 1
draw guest-network "$scratch/all/klv/bim/ag/guest-network.pdf" 1

# The header table: labels and the document number in one line each; a last
# row beside nothing reaches to the right margin.
alma=$scratch/all/klv/kdb/odunc/odunc-alma.pdf
pdftotext -l 1 -layout "$alma" "$scratch/words"
expect 'number in one line' 0 grep -q \
    'Doküman Numarası *klv/kdb/odunc/odunc-alma *Sorumlu Birim' "$scratch/words"
expect 'labels in one line' 0 grep -q 'Yayın Tarihi.*Revizyon Tarihi' \
    "$scratch/words"
pdfinfo -struct "$scratch/all/klv/bim/ag/kablosuz.pdf" >"$scratch/struct"
expect 'last row alone' 0 grep -q 'ColSpan 3' "$scratch/struct"

# A landscape sheet: upright paper that is shown turned, with its head at the
# edge where it is bound.
devir=$scratch/all/yrg/gen/yazisma/arsiv-devir.pdf
draw arsiv-devir "$devir" 2
pdfinfo -f 2 -l 2 "$devir" >"$scratch/words"
expect 'landscape is turned paper' 0 grep -q 'Page *2 rot: *90' \
    "$scratch/words"
expect 'landscape on upright paper' 0 grep -q 'Page *2 size: *595' \
    "$scratch/words"
