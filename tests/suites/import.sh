# Word files become Markdown: each kind of tests/import/cases.py, word for word
# with its losses; hostile files are refused in bounded time and memory.
. tests/suite.sh
export PYTHONDONTWRITEBYTECODE=1

files=$scratch/files
site=$scratch/site
work=frm/bim/konu/belge
mkdir "$files"
LC_ALL=C python3 tests/import/cases.py "$files" || exit

# bring FILE [OPTION…]: into an empty collection.
bring() {
	file=$1
	shift
	rm -rf "$site"
	mkdir -p "$site/content" && printf '# Kurum\n' >"$site/content/index.md"
	(cd "$site" && LC_ALL=tr_TR.UTF-8 "$MATBU" import --quiet --date \
	    2026-01-15 "$@" "$file" $work)
}

# --- Each kind: the Markdown, the losses, and what a check says

for file in "$files"/*.docx; do
	name=$(basename "$file" .docx)
	case $name in
	degisiklikler) options=--accept ;;
	ustbilgi* | english | govdede | surum*) options=--yes ;;
	*) options= ;;
	esac
	bring "$file" $options >"$scratch/losses" 2>&1 ||
	    fail "$name" "$(cat "$scratch/losses")"
	{
		cat "$site/content/$work"_*.md
		echo '=== losses'
		sed "s|$files/||" "$scratch/losses"
		echo '=== check'
		(cd "$site" && LC_ALL=tr_TR.UTF-8 "$MATBU" check --quiet \
		    --templates "$OLDPWD/templates" 2>&1)
		echo '=== pictures'
		ls "$site/content/$work"_*[0-9] 2>/dev/null
	} >"$scratch/$name"
	[ -z "${UPDATE-}" ] || cp "$scratch/$name" "tests/import/$name.txt"
	same "$name" "tests/import/$name.txt" "$scratch/$name"
done

# --- Marks of Markdown at random, in every look: the tree has the file's texts

for seed in 1 2 3 4; do
	LC_ALL=C.UTF-8 python3 tests/import/exact.py make "$files/exact.docx" \
	    $seed
	bring "$files/exact.docx" >"$scratch/said" 2>&1 &&
	    "$MATBU" build --dump model \
	    "$site/content/${work}_20260115_0.md" >"$scratch/dump" 2>/dev/null &&
	    LC_ALL=C.UTF-8 python3 tests/import/exact.py compare \
	    "$files/exact.docx" "$scratch/dump" >>"$scratch/said" 2>&1 &&
	    ok exact-$seed || fail exact-$seed "$(tail -n 5 "$scratch/said")"
done
rm "$files/exact.docx"

# --- The header table: rows that the collection declares; an answer typed

# declared COMMAND…: in a collection with rows of its own.
declared() {
	rm -rf "$site"
	mkdir -p "$site/content"
	printf -- '---\nsatırlar: [doküman-no, revizyon-no, kontrol-eden]\n---\n# Kurum\n' \
	    >"$site/content/index.md"
	(cd "$site" && LC_ALL=tr_TR.UTF-8 "$@") >"$scratch/said" 2>&1
}
declared "$MATBU" import --yes "$files/ustbilgi.docx" $work &&
    grep -q '^doküman-no: "KTÜN-TL-012"$' \
    "$site/content/${work}_20230512_3.md" && ok head-declared ||
    fail head-declared "$(cat "$scratch/said")"
answer() {
	declared env LC_ALL=C.UTF-8 python3 -c 'import os, pty, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
os.write(fd, sys.argv[1].encode() + b"\n")
try:
    while os.read(fd, 4096):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))' $1 \
	    "$MATBU" import --date 2026-01-15 "$files/$2.docx" $work
}
for answer in e h; do
	answer $answer ustbilgi
	ls "$site/content/frm/bim/konu" >"$scratch/list"
	case $answer in
	e) wanted=belge_20230512_3.md ;;
	h) wanted=belge_20260115_0.md ;;
	esac
	grep -q "^$wanted\$" "$scratch/list" && ok head-answer-$answer ||
	    fail head-answer-$answer "$(cat "$scratch/list" "$scratch/said")"
done
grep -q 'KTÜN\|Başkanı' "$site/content/${work}_20260115_0.md" &&
    fail head-refused "it was taken" || ok head-refused
answer h govdede
grep -q 'FR.05' "$site/content/${work}_20260115_0.md" && ok head-left ||
    fail head-left "$(cat "$scratch/said")"

# --- A collection in English: its words, not ours

rm -rf "$site"
mkdir -p "$site/content" && printf -- '---\nlang: en\n---\n# Office\n' \
    >"$site/content/index.md"
: >"$scratch/english"
for name in resimler ustbilgi-bir cizgiler bolumler english; do
	(cd "$site" && LC_ALL=en_US.UTF-8 "$MATBU" import --quiet --yes --date \
	    2026-01-15 "$files/$name.docx" "frm/unit/a/$name") \
	    >"$scratch/said" 2>&1 && cat "$site/content/frm/unit/a/$name"_*.md \
	    >>"$scratch/english" || cat "$scratch/said" >>"$scratch/english"
done
[ -z "${UPDATE-}" ] || cp "$scratch/english" tests/import/in-english.txt
same in-english tests/import/in-english.txt "$scratch/english"

(cd "$site" && LC_ALL=C "$MATBU" import --yes --date 2026-01-15 \
    "$files/basliklar.docx" frm/unit/a/spoken) >"$scratch/said" 2>&1
grep -q '^imported: ' "$scratch/said" && ok speaks-as-collection ||
    fail speaks-as-collection "$(cat "$scratch/said")"

# --- Files of other programs

# taken NAME FILE: it is imported, and a check finds no error.
taken() {
	name=$1
	bring "$2" --yes >"$scratch/said" 2>&1 &&
	    (cd "$site" && LC_ALL=C.UTF-8 "$MATBU" check --quiet --templates \
	    "$OLDPWD/templates") >>"$scratch/said" 2>&1 && ok "$name" ||
	    fail "$name" "$(cat "$scratch/said")"
}
office=build/office/bin/python
if [ ! -x $office ]; then
	missing python-docx python-docx
else
	LC_ALL=C.UTF-8 $office tests/import/office.py "$scratch/office.docx"
	taken python-docx "$scratch/office.docx"
	cat "$site/content/$work"_*.md >"$scratch/office"
	[ -z "${UPDATE-}" ] || cp "$scratch/office" tests/import/office.txt
	same python-docx-text tests/import/office.txt "$scratch/office"
fi
if ! command -v soffice >/dev/null; then
	skip libreoffice "soffice is not installed"
else
	# It opens no file with a style based on itself.
	for name in elle listeler tablolar dipnotlar bicimler; do
		mkdir -p "$scratch/lo"
		soffice "-env:UserInstallation=file://$scratch/profile" \
		    --headless --convert-to odt --outdir "$scratch/lo" \
		    "$files/$name.docx" >/dev/null 2>&1
		soffice "-env:UserInstallation=file://$scratch/profile" \
		    --headless --convert-to docx --outdir "$scratch/lo" \
		    "$scratch/lo/$name.odt" >/dev/null 2>&1
		taken libreoffice-$name "$scratch/lo/$name.docx"
	done
fi

# --- A folder: each file a work named after it; what is not taken is said

mkdir "$scratch/stok"
cp "$files/basliklar.docx" "$scratch/stok/İzin Yönergesi (2).docx"
cp "$files/elle.docx" "$scratch/stok/elle.docx"
cp "$files/degisiklikler.docx" "$scratch/stok/degisik.docx"
echo x >"$scratch/stok/oku.txt"
rm -rf "$site"
mkdir -p "$site/content" && printf '# Kurum\n' >"$site/content/index.md"
cd "$site" || exit
expect folder 1 env LC_ALL=en_US.UTF-8 "$MATBU" import --date 2026-01-15 \
    "$scratch/stok" frm/bim/konu
cd "$OLDPWD" || exit
ls "$site/content/frm/bim/konu" >"$scratch/list"
printf 'elle_20260115_0.md\nindex.md\nizin-yonergesi-2_20260115_0.md\n' \
    >"$scratch/wanted"
same folder-works "$scratch/wanted" "$scratch/list"
grep -q 'Word files: 3; imported: 2, not imported: 1' "$scratch/said" &&
    grep -q '  degisik.docx: not imported' "$scratch/said" &&
    ok folder-table || fail folder-table "$(cat "$scratch/said")"
(cd "$site" && LC_ALL=en_US.UTF-8 "$MATBU" import --date 2026-01-15 \
    "$scratch/stok" frm/bim/konu) >"$scratch/said" 2>&1
[ "$(grep -c import-exists "$scratch/said")" -eq 2 ] && ok folder-again ||
    fail folder-again "$(cat "$scratch/said")"

# --- Hostile files

{
	LC_ALL=C python3 tests/import/hostile.py make "$scratch/hostile" &&
	    LC_ALL=C python3 tests/import/hostile.py try "$scratch/hostile" \
	    "$MATBU"
} || fail hostile died
[ -z "$(find "$scratch" / -maxdepth 1 -name 'kacti*' 2>/dev/null)" ] &&
    ok hostile-no-file || fail hostile-no-file "a part was written"
