#!/bin/bash
# holes.sh: what is left empty at the foot of sheets, in random documents and in five kinds of documents, beside Typst and
# LuaLaTeX. HOLES is the number of random documents, PEERS of those that the peers set too (they take seconds each).
# shellcheck source=tests/bench/measure.sh
. "$(dirname "$0")/measure.sh"

export MATBU=$matbu
headline 'holes, random documents'
/usr/bin/python3 -B "$here/../holes/holes.py" random 1 "${HOLES:-500}" >found 2>&1
said=$(tail -n 1 found)
large=$(sed -n 's/.* sheets, \([0-9]*\) with a hole.*/\1/p' found)
[ -n "$large" ] || { cat found; echo 'FAIL bench: holes'; exit 1; }
row 'sheets over a fifth empty' "$large" '<=' 0 "$said"

# Its Python has the library typst, where that is installed.
python=/usr/bin/python3
[ ! -x "$peers/python/bin/python" ] || python=$peers/python/bin/python
mkdir beside
"$python" -B "$here/../holes/peers.py" beside "${PEERS:-40}"
finish
