# What is entered is what was read: every command, with every call that reads
# failing in turn (tests/reads/reads.py tells what must hold); files that change
# or go between two readings of one run; a disk that fails when the row is in.
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
library=$scratch/fail_nth.so
"${CC:-cc}" -O1 -shared -fPIC -o "$library" tests/reads/fail_nth.c -ldl || {
	fail library "tests/reads/fail_nth.c does not compile"
	exit 1
}
cd "$scratch" || exit 2

# --- A collection: an edition out, a draft; published

mkdir place && cd place || exit 2
base
edition parola_20250110_0 'İlk metin.'
sed -i '1i ---\nonaylayan: Genel Sekreter\nözet: Parola nasıl değişir.\n---' \
    $k/parola_20250110_0.md
edition taslak_20260110_0 'Henüz taslak.'
sed -i '1i ---\nonaylayan: Daire Başkanı\n---' $k/taslak_20260110_0.md
cp -R "$root/templates" .
"$MATBU" release -q frm/bim/e-posta/parola_20250110_0 --date 2026-01-05 &&
    "$MATBU" build -q --date 2026-06-01 2>/dev/null &&
    "$MATBU" publish -q site --date 2026-05-01 &&
    "$MATBU" warn -q frm/bim/e-posta/parola Dikkat --date 2026-06-01 &&
    "$MATBU" build -q --date 2026-06-01 || fail place
cd ..
PYTHONDONTWRITEBYTECODE=1 python3 "$root/tests/reads/reads.py" "$MATBU" \
    "$library" place $READS
