#!/bin/sh
# The lists that lead readers to documents: short ones, ones with parts; what
# was changed in the last days; folders in which nothing was released.
set -u
. tests/suite.sh
root=$PWD
LC_ALL=C.UTF-8
export LC_ALL

# lists NAME NUM PARTS: a site of NUM works, whose lists have so many parts.
lists() {
	python3 tests/catalogue/site.py make "$scratch/$1/content" "$2" &&
	    "$MATBU" build --press html --content "$scratch/$1/content" \
	    --out "$scratch/$1/out" >"$scratch/said" 2>&1 ||
	    { fail "$1" "$(cat "$scratch/said")"; return; }
	parts=$(python3 tests/catalogue/site.py check "$scratch/$1/out" "$2" \
	    2>"$scratch/said") ||
	    { fail "$1" "$(tail -n 1 "$scratch/said")"; return; }
	if [ "$parts" "$3" "$4" ]; then ok "$1"; else fail "$1" "$parts parts"; fi
}
lists short 60 -eq 0
lists long 1300 -ge 14

# A part that is no longer needed goes; a limited build agrees with the whole.
for part in "$scratch"/long/out/harf_*.html; do break; done
find "$scratch/long/content" -name 'belge-*' ! -name 'belge-1?_*' -delete
"$MATBU" build --press html --content "$scratch/long/content" \
    --out "$scratch/long/out" >/dev/null 2>&1
if [ -e "$part" ]; then fail fewer "$part"; else ok fewer; fi
cp -R "$scratch/long/out" "$scratch/whole"
expect limited 0 "$MATBU" build --press html --content "$scratch/long/content" \
    --out "$scratch/long/out" frm/bim
same limited-same "$scratch/whole" "$scratch/long/out"

# --- Events, and folders with drafts only

cd "$scratch" || exit 2
. "$root/tests/publish/site.sh"
matbu() { "$MATBU" "$@" >said 2>&1; }
count() { grep -o "$1" out/index.html | wc -l; }
first && press && matbu publish -q site || fail first "$(cat said)"
if [ "$(count 'class="what">Yayımlandı')" -eq 2 ]; then ok changes
else fail changes "$(count 'class="what">Yayımlandı')"; fi
enter 2026-03-20 warn imapsmtp_20240101_1 uyarı
press
if [ "$(count 'class="what">')" -eq 1 ]; then ok changes-recent
else fail changes-recent "$(count 'class="what">')"; fi
mkdir -p content/klv/kdb/odunc
index content/klv Kılavuzlar && index content/klv/kdb Kütüphane &&
    index content/klv/kdb/odunc 'Ödünç'
printf '# Taslak\n\nMetin.\n' >content/klv/kdb/odunc/taslak_20260101_0.md
press && matbu publish -q site || fail drafts "$(cat said)"
if [ -e site/frm/bim/index.html ] && [ ! -e site/klv ] &&
    [ ! -e site/birim/kdb.html ] && ! grep -q klv/ site/index.html; then
	ok drafts
else
	fail drafts "$(find site -name '*klv*') $(cat said)"
fi
if [ -e site/birim/bim.html ]; then ok unit; else fail unit missing; fi

# Where there is nothing to list, the page says what to do.
mkdir -p "$scratch/none/frm/bim/konu"
for folder in . frm frm/bim frm/bim/konu; do
	echo "# Klasör" >"$scratch/none/$folder/index.md"
done
expect none 0 "$MATBU" build -q --press html --content "$scratch/none" \
    --out "$scratch/none-out"
grep -q 'class="empty">.*Daha sonra yeniden bakın' "$scratch/none-out/index.html" &&
    grep -q 'class="empty">.*ana sayfa bütün dokümanları' \
    "$scratch/none-out/frm/bim/index.html" && ok empty ||
    fail empty "$(grep -r 'class="empty"' "$scratch/none-out")"
expect none-list 0 "$MATBU" list --content "$scratch/none"
grep -q -- '--status hepsi\|--status all' "$scratch/said" 2>/dev/null ||
    "$MATBU" list --content "$scratch/none" | grep -q -- '--status' &&
    ok none-says || fail none-says list
