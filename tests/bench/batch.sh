#!/bin/bash
# batch.sh: 1,000 different documents of two pages to records in one process, beside Typst, and two jobs beside one.
# shellcheck source=tests/bench/measure.sh
. "$(dirname "$0")/measure.sh"

python "$here/collection.py" content plain 1000 typst || exit 1
fonts_of_peers

# pages_in FOLDER NAMES: how many pages the PDFs of those names have.
pages_in() { find "$1" -name "$2" -exec pdfinfo {} \; 2>/dev/null | awk '/^Pages:/ { n += $2 } END { print n + 0 }'; }

records=$(build content out --press pdf)
builds content out --press pdf
mv out once
pages=$(pages_in once '*_*_*.pdf')

headline "records, 1,000 documents, $pages pages"

# Typst as a library in one process: it keeps what it knows from one document to the next, as matbu does. Both have one
# processor and one thread.
seldom=$((runs > 4 ? runs / 5 : 1))
typst_python=$peers/python/bin/python
if "$typst_python" -c 'import typst' 2>/dev/null; then
	often=$runs
	runs=$seldom
	export RAYON_NUM_THREADS=1
	measure --shell=none --prepare './fresh out' "taskset -c 0 $records --jobs 1" \
		--prepare './fresh typst-out' "taskset -c 0 $typst_python -B $here/typst_batch.py fonts typst typst-out"
	made=$(find typst-out -name '*.pdf' | wc -l)
	[ "$made" -eq 1000 ] || { echo "FAIL bench: typst made $made records of 1000"; exit 1; }
	row 'typst in one process / matbu, one thread each' "$(ratio "${ms[1]}" "${ms[0]}")" '>=' 5 \
		"$(detail "${ms[1]}" "${ms[0]}"), $(pages_in typst-out '*.pdf') and $pages pages"
	runs=$often
else
	echo '(the Python package typst is not installed: its row is left out)'
fi

measure --shell=none --warmup 1 --prepare './fresh out' "$records --jobs 1" --prepare './fresh out' "$records --jobs 2"
row 'one job / two jobs' "$(ratio "${ms[0]}" "${ms[1]}")" '>=' 1.7 "$(detail "${ms[0]}" "${ms[1]}")"

finish
