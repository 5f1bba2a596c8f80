# No sheet before the last is over a fifth empty, in random documents
# (tests/holes/); “make bench” asks more of them. The revision table adds no
# sheet, and the identity stands on none more than twice.
. tests/suite.sh
export PYTHONDONTWRITEBYTECODE=1

python3 tests/holes/holes.py "$scratch/random" 1 "${HOLES:-60}" \
    tests/holes/procedure.md >"$scratch/found" 2>&1
if grep -q 'sheets, 0 with a hole' "$scratch/found"; then
	ok "random documents: $(tail -n 1 "$scratch/found")"
else
	fail 'random documents' "$(cat "$scratch/found")"
fi

# --- The revision table

for tool in pdftotext pdfinfo; do
	command -v $tool >/dev/null || { missing revisions $tool; exit; }
done

# editions NAME ROWS NUM: a work of so many editions, whose form has so many
# rows; $record is the last one's.
editions() {
	in=$scratch/$1/content
	mkdir -p "$in/frm/bim/a"
	printf -- '---\nurl: https://belge.ornek.example\n---\n\n# Kurum\n' \
	    >"$in/index.md"
	for folder in frm frm/bim frm/bim/a; do
		echo '# Ad' >"$in/$folder/index.md"
	done
	for edition in $(seq "$3"); do
		{
			printf -- '---\ndeğişiklik: %s. değişiklik\n---\n\n' \
			    "$edition"
			printf '# Form\n\nAd: ____\n\n| Ad | İmza |\n|---|---|\n'
			for row in $(seq "$2"); do echo '| | |'; done
		} >"$in/frm/bim/a/b_$((2000 + edition))0101_$edition.md"
	done
	"$MATBU" build --quiet --press pdf --content "$in" --templates templates \
	    --out "$scratch/$1/out" 2>"$scratch/said" ||
		fail "$1" "$(grep -m 1 -E 'hata|error' "$scratch/said")"
	record=$scratch/$1/out/frm/bim/a/b_$((2000 + $3))0101_$3.pdf
	[ -e "$record" ] || record=$scratch/$1/out/frm/bim/a/b.pdf
	pdftotext -layout "$record" "$scratch/$1/words"
}
sheets() {
	pdfinfo "$record" | sed -n 's/^Pages: *//p'
}
# shows NAME COUNT PATTERN: so many lines of the record.
shows() {
	count=$(grep -c -E "$3" "$scratch/$1/words")
	if [ "$count" -eq "$2" ]; then
		ok "$1: $3"
	else
		fail "$1: $3" "$count lines instead of $2"
	fi
}
rows='[0-9]+\. değişiklik'

rest='Önceki revizyonlar: https://belge.ornek.example/frm/bim/a/b.html'

editions whole 3 5
shows whole 5 "$rows"
shows whole 0 'Önceki revizyonlar'
shows whole 2 'b_20050101_5'
# Each number of rows: the table takes only what is left of the sheet.
for n in 14 15 16 17 18 19 20; do
	editions "one$n" "$n" 1
	one=$(sheets)
	editions "many$n" "$n" 30
	# Nothing stands between the text, which ends at 759.7 pt, and the
	# footer, which begins behind 774 pt.
	over=$(pdftotext -bbox "$record" - | awk -F '"' '/<word/ &&
	    $8 > 761 && $4 < 771' | wc -l)
	if [ "$(sheets)" = "$one" ] && [ "$over" -eq 0 ]; then
		ok "$n rows: no sheet more"
	else
		fail "$n rows" "$(sheets) sheets instead of $one, $over" \
		    'words in the margin'
	fi
done
shows many14 1 '30\. değişiklik'
shows many14 0 ' 1\. değişiklik'
shows many14 1 "$rest"
expect 'only the address' 0 grep -q \
    'Revizyon Takip Tablosu: https://belge.ornek.example/frm/bim/a/b.html' \
    "$scratch"/many*/words

# No identity more than twice on a sheet.
awk 'BEGIN { RS = "\f" } gsub(/b_20300101_30/, "&") > 2 { exit 1 }' \
    "$scratch/many14/words" && ok identity || fail identity "$(grep -c b_2030 \
    "$scratch/many14/words") times"
