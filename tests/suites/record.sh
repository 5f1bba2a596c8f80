# Records under strain: long, wide, broken (tests/record/record.py), the same
# bytes wherever they are made, what they say of themselves and their source
# in them; and the two presses leave each other's files alone.
. tests/suite.sh
export PYTHONDONTWRITEBYTECODE=1

missing=
for tool in qpdf pdfinfo pdfimages pdfdetach python3; do
	command -v $tool >/dev/null || missing="$missing $tool"
done
if [ -n "$missing" ]; then
	missing tools "$missing"
	exit
fi

# Of what libraries call, malloc() and its kin alone are ours: a function of
# the name of one of theirs would be called instead of it.
names=$(nm -D --defined-only "$MATBU" | sed -n 's/.* [TW] //p' |
    grep -v -x -E 'malloc|calloc|realloc|_init|_fini|main' | tr '\n' ' ')
if [ -z "$names" ]; then ok names; else fail names "$names"; fi

# Another folder, language, day zone and number of threads at once; the suite
# “repro” tries them one by one.
mkdir -p "$scratch/far/away"
cp -R tests/sites/all/content "$scratch/far/away/content"
cp -R templates "$scratch/far/away/templates"
build tests/sites/all "$scratch/here" --quiet --press pdf --jobs 1 \
    2>"$scratch/said" || fail build "$(head -n 1 "$scratch/said")"
(cd "$scratch/far/away" && TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 \
    "$MATBU" build --quiet --press pdf --jobs 2 2>"$scratch/said")
same 'far away' "$scratch/here" "$scratch/far/away/out"

# What one press has made the other leaves.
build tests/sites/all "$scratch/both" --quiet 2>"$scratch/said"
hold() {
	(cd "$scratch/both" && find . -name "*.$1" -exec sha256sum {} + | sort)
}
hold pdf >"$scratch/records"
hold html >"$scratch/pages"
build tests/sites/all "$scratch/both" --quiet --press html 2>"$scratch/said"
hold pdf | cmp -s - "$scratch/records" && [ -s "$scratch/records" ] &&
    ok '--press html leaves records' || fail '--press html' "other records"
hold html >"$scratch/pages"
build tests/sites/all "$scratch/both" --quiet --press pdf 2>"$scratch/said"
hold html | cmp -s - "$scratch/pages" && [ -s "$scratch/pages" ] &&
    ok '--press pdf leaves pages' || fail '--press pdf' "other pages"

# Links, their places in the tree, the outline.
mkdir "$scratch/links" &&
    python3 tests/record/links.py "$MATBU" "$scratch/links"

# A long identity is stamped in two lines, not in letters too small to read.
long=on-lisans-ve-lisans-egitim-ogretim-ve-sinav-yonergesinin-uygulanmasina-iliskin-esaslar
mkdir "$scratch/long"
uncontrolled "$scratch/long/content"
printf '# Esaslar\n\nMetin.\n' \
    >"$scratch/long/content/frm/bim/e-posta/${long}_20250101_0.md"
build "$scratch/long" "$scratch/long/out" --quiet --press pdf \
    2>"$scratch/said" || fail build "$(head -n 1 "$scratch/said")"
pdftotext -bbox "$scratch/long/out/frm/bim/e-posta/$long.pdf" - |
    awk -F'"' '/on-lisans/ { high = $8 - $4; if (least == "" || high < least) least = high; num++ }
    END { exit !(num >= 3 && least > 8) }' &&
    ok 'a long stamp can be read' ||
    fail 'a long stamp' "it is set too small"

if ${CC:-cc} -O1 -shared -fPIC -o "$scratch/any.so" \
    tests/record/alloc_any.c -ldl 2>"$scratch/said"; then
	heap=heap
else
	heap=
	fail heap "$(head -n 1 "$scratch/said")"
fi
python3 tests/record/record.py "$MATBU" "$scratch" says hostile pictures \
    sheet $heap
