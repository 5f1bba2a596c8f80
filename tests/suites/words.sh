#!/bin/sh
# Words: every document's page has the words of its source, all of them, in
# their order, and no others; for content/, tests/sites and those pages of
# tests/cases that pass the gate. tests/seed/words.py tells how.
set -u
: "${MATBU:=$PWD/build/matbu}"
export PYTHONDONTWRITEBYTECODE=1
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT

# hold NAME CONTENT
hold() {
	if ! "$MATBU" build --quiet --press html --templates templates \
	    --content "$2" --out "$made/out-$1" >"$made/said" 2>&1; then
		echo "FAIL $1: $(grep -v -m 1 -E 'uyarı|warning' "$made/said")"
		return
	fi
	python3 tests/seed/words.py "$2" "$made/out-$1" |
		sed -E "s|^(ok\|FAIL) |\1 $1/|"
}

hold content content
hold guide src/guide/content
for site in tests/sites/*/content; do
	name=${site%/content}
	hold "${name##*/}" "$site"
done

# Cases with faults on purpose do not pass the gate: they are left out.
python3 tests/seed/words.py --cases "$made" tests/cases/*/*.md || exit 2
subject=$made/content/frm/birim/konu
LC_ALL=C.UTF-8 "$MATBU" check --content "$made/content" >/dev/null \
	2>"$made/said"
sed -n -E 's|^[^:]*/konu/([a-z0-9-]+)_20240101_0\.md:[0-9:]* *(hata\|error).*|\1|p' \
	"$made/said" | sort -u >"$made/refused"
while read -r name; do
	rm -rf "$subject/${name}_20240101_0" "$subject/${name}_20240101_0.md"
done <"$made/refused"
hold cases "$made/content"
if [ "$(wc -l <"$made/refused")" -gt "$(find "$subject" -name '*_0.md' |
    wc -l)" ]; then
	echo "FAIL cases: more are refused than held"
fi
