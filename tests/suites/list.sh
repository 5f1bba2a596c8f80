#!/bin/sh
# The master lists, word for word: tests/list/NAME.txt|csv|json. UPDATE=1
# writes them anew.
set -u
root=$PWD
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
site=$root/tests/sites/kontrol/content

# compare GOLDEN LOCALE OPTION…
compare() {
	golden=$root/tests/list/$1
	LC_ALL=$2
	export LC_ALL
	shift 2
	"$MATBU" list --content "$site" "$@" >"$tmp/list" 2>"$tmp/said"
	[ "${UPDATE:-}" != 1 ] || cp "$tmp/list" "$golden"
	if cmp -s "$golden" "$tmp/list" && [ ! -s "$tmp/said" ]; then
		echo "ok ${golden##*/}"
	else
		diff -u "$golden" "$tmp/list" >&2
		echo "FAIL ${golden##*/}: differs: $(head -1 "$tmp/said")"
	fi
}
tr=tr_TR.UTF-8 day='--date 2026-06-01'
compare güncel.txt $tr $day
compare güncel.csv $tr $day --format csv
compare iptal.csv $tr $day --status iptal --format csv
compare geciken.csv $tr $day --status geciken --format csv
compare dış.txt $tr $day --status dış
site=$root/tests/sites/all/content
compare outside.txt en_GB.UTF-8 $day --status outside
site=$root/tests/sites/satirlar/content
compare satırlar.txt $tr $day
compare satırlar.csv $tr $day --format csv
compare rows.json en_GB.UTF-8 $day --format json
site=$root/tests/sites/kontrol/content
compare uyarı.txt $tr $day --status uyarı
compare hepsi.txt $tr $day --status hepsi
compare all.json en_GB.UTF-8 $day --status all --format json
compare in-2025.txt en_GB.UTF-8 $day --on 2025-01-01
compare draft.txt en_GB.UTF-8 $day --status draft
compare klv.txt $tr $day --status hepsi klv

# A terminal: at most 100 columns, whatever the values; no word is lost.
mkdir -p "$tmp/wide/content/frm/bim/konu"
cp -R "$root/tests/diags/base/." "$tmp/wide/content/"
long=content/frm/bim/konu/$(printf 'uzun-%.0s' $(seq 30))ad_20250101_0.md
{ echo '---'; echo "hazırlayan: $(printf 'Çok%.0sŞığ' $(seq 30)) Birimi"
  echo '---'; echo; echo "# $(printf 'Şöyle böyle %.0s' $(seq 20))"; echo
  echo '[adres](https://ornek.example/'"$(printf 'ü%.0s' $(seq 150))"')'
} >"$tmp/wide/$long"
for list in yürürlükte dış; do
	LC_ALL=tr_TR.UTF-8 "$MATBU" list --content "$tmp/wide/content" \
	    --status $list >"$tmp/list"
	LC_ALL=C.UTF-8 python3 - "$tmp/list" <<'EOF' && echo "ok width-$list" ||
import sys
lines = open(sys.argv[1], encoding='utf-8').read().split('\n')
text = ''.join(lines).replace(' ', '')
sys.exit(max(map(len, lines)) > 100 or 'uzun-' * 30 + 'ad' not in text
    or 'Şöyleböyle' * 20 not in text)
EOF
	    echo "FAIL width-$list: a line is longer than 100 columns"
done

# A Turkish Excel: a byte-order mark, semicolons, CRLF on every line.
LC_ALL=C.UTF-8
"$MATBU" list --content "$site" $day --format csv >"$tmp/csv"
if [ "$(head -c 3 "$tmp/csv" | od -An -tx1 | tr -d ' ')" = efbbbf ] &&
    [ "$(wc -l <"$tmp/csv")" -eq "$(grep -c "$(printf '\r')\$" "$tmp/csv")" ]; then
	echo "ok excel"
else
	echo "FAIL excel: no mark or no CRLF"
fi
python3 -c 'import json, sys; [json.load(open(f)) for f in sys.argv[1:]]' \
    "$root/tests/list/all.json" "$root/tests/list/rows.json" && echo "ok json" || echo "FAIL json: is none"
