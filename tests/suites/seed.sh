#!/bin/sh
# The seed document: its page says what the office's text says, word for word
# and character for character; and the comparison does notice faults.
set -u
: "${MATBU:=$PWD/build/matbu}"
export PYTHONDONTWRITEBYTECODE=1
out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT

name=imapsmtp_20190115_1
seed=tests/seed/$name.txt
folder=$out/frm/bim/e-posta

"$MATBU" build --quiet --content content --templates templates \
	--out "$out" >"$out.err" 2>&1 || {
	echo "FAIL build: $(head -n 3 "$out.err" | tr '\n' ' ')"
	rm -f "$out.err"
	exit
}
rm -f "$out.err"

for page in "$name" imapsmtp; do
	if fault=$(python3 tests/seed/seed.py "$seed" "$folder/$page.html"); then
		echo "ok $page.html"
	else
		echo "FAIL $page.html: $fault"
	fi
done
python3 tests/seed/seed.py --mutations "$seed" "$folder/$name.html"
