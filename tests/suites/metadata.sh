# What files tell beside what they show: pictures and files that a text hands
# out. A release is refused; check --clean takes it out of pictures, and nothing
# else; --with-properties accepts it in the files.
. tests/suite.sh
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1

site=$scratch/site
subject=content/frm/bim/konu
edition=$subject/resim_20260115_0

run() {
	command=$1
	shift
	(cd "$site" && LC_ALL=en_US.UTF-8 "$MATBU" "$command" --content content \
	    --templates "$OLDPWD/templates" --date 2026-01-15 --future "$@") 2>&1
}
# check and its options take no --future.
check() {
	(cd "$site" && LC_ALL=en_US.UTF-8 "$MATBU" check --content content \
	    --templates "$OLDPWD/templates" --date 2026-01-15 "$@") 2>&1
}

begin() {
	rm -rf "$site"
	mkdir "$site" && cp -R tests/diags/base "$site/content" &&
	    rm -rf "$site/content/frm/bim/konu/"*
	cp tests/diags/base/frm/bim/konu/index.md "$site/$subject/"
}

# --- Pictures

begin
python3 tests/metadata/images.py make "$site/$edition" >"$scratch/wanted"
cat >"$site/$edition.md" <<'X'
---
onaylayan: Daire Başkanı
değişiklik: İlk sürüm
---
# Resimler

Resimlerin dosyalarında görünenden fazlası olabilir, bu doküman onları dener.

X
cut -f 1 "$scratch/wanted" | while read -r name; do
	printf '![%s adlı deneme resmi](resim_20260115_0/%s)\n\n' "$name" \
	    "$name" >>"$site/$edition.md"
done

check --quiet >"$scratch/said"
sed -n 's/.*resim_20260115_0\/\(.*\)”: \(.*\); to remove.*picture-metadata.*/\1	\2/p' \
    "$scratch/said" | sort >"$scratch/found"
grep -v '	-$' "$scratch/wanted" | sort >"$scratch/must"
same pictures-found "$scratch/must" "$scratch/found"
[ "$(grep -c . "$scratch/said")" -eq "$(grep -c . "$scratch/must")" ] &&
    ok pictures-no-more || fail pictures-no-more "$(grep -v picture-metadata "$scratch/said")"
expect pictures-stop 1 run release "$edition.md"
[ ! -e "$site/$edition.pdf" ] && [ ! -e "$site/content/register.tsv" ] &&
    ok pictures-stop-whole || fail pictures-stop-whole "something was written"

python3 tests/metadata/images.py look "$site/$edition"/* >"$scratch/before"
cp -R "$site/$edition" "$scratch/first"
expect clean-one 0 check --clean "$edition/konum.jpg"
changed() {
	diff -rq "$scratch/first" "$site/$edition" | grep -c .
}
[ "$(changed)" -eq 1 ] && ok clean-one-alone ||
    fail clean-one-alone "$(changed) files"
expect clean-fixes 0 check --clean "$edition.md"
cp "$scratch/said" "$scratch/cleaned"
sed -n 's/^cleaned: .*\/\(.*\..*\): \(.*\)$/\1	\2/p' "$scratch/cleaned" |
    sort >"$scratch/found"
grep -v '^konum.jpg' "$scratch/must" >"$scratch/rest"
same clean-says "$scratch/rest" "$scratch/found"
grep -q picture-metadata "$scratch/cleaned" &&
    fail clean-removes "$(grep metadata "$scratch/cleaned")" ||
    ok clean-removes
python3 tests/metadata/images.py look "$site/$edition"/* >"$scratch/after"
same clean-keeps "$scratch/before" "$scratch/after"
for name in $(grep '	-$' "$scratch/wanted" | cut -f 1); do
	cmp -s "$scratch/first/$name" "$site/$edition/$name" ||
	    fail clean-untouched "$name"
done
ok clean-untouched
cp -R "$site/$edition" "$scratch/second"
expect clean-again 0 check --clean
same clean-again-same "$scratch/second" "$site/$edition"
grep -q '^cleaned' "$scratch/said" && fail clean-again-silent "$(cat "$scratch/said")" ||
    ok clean-again-silent
expect clean-wrong-name 2 check --clean "$edition/yok.jpg"

# A picture that is turned stays turned, and is reported as before.
python3 - "$site/$edition" <<'X'
import sys
sys.path.insert(0, "tests/metadata")
from images import *
folder = pathlib.Path(sys.argv[1])
turned = [(0x0112, 3, struct.pack(">H", 6))]
(folder / "konum.jpg").write_bytes(jpeg(exif_segment(turned, gps=GPS)))
(folder / "exif.png").write_bytes(png(chunk(b"eXIf", tiff(turned, gps=GPS))))
(folder / "com.jpg").write_bytes(jpeg(segment(0xFE, b"yarim"))[:-9])
X
python3 tests/metadata/images.py look "$site/$edition"/konum.jpg \
    "$site/$edition"/exif.png >"$scratch/before"
cp "$site/$edition/com.jpg" "$scratch/broken.jpg"
expect clean-turned 1 check --clean
[ "$(grep -c 'picture-turned' "$scratch/said")" -eq 2 ] &&
    ok clean-turned-told || fail clean-turned-told "$(cat "$scratch/said")"
python3 tests/metadata/images.py look "$site/$edition"/konum.jpg \
    "$site/$edition"/exif.png >"$scratch/after"
same clean-turned-kept "$scratch/before" "$scratch/after"
cmp -s "$scratch/broken.jpg" "$site/$edition/com.jpg" &&
    grep -q picture-broken "$scratch/said" && ok clean-broken ||
    fail clean-broken "$(cat "$scratch/said")"

# A link in the place of a picture is not followed.
cp "$scratch/first/yorum.jpg" "$scratch/outside.jpg"
ln -sf "$scratch/outside.jpg" "$site/$edition/yorum.jpg"
check --clean >/dev/null
cmp -s "$scratch/first/yorum.jpg" "$scratch/outside.jpg" &&
    [ -L "$site/$edition/yorum.jpg" ] && ok clean-link ||
    fail clean-link "the link was followed or replaced"
rm "$site/$edition/yorum.jpg"
cp "$scratch/second/"* "$site/$edition/"

# Released pictures are never changed.
expect release-clean 0 run release "$edition.md"
cp "$scratch/first/konum.jpg" "$site/$edition/konum.jpg"
expect clean-released 1 check --clean "$edition.md"
grep -q clean-released "$scratch/said" && ok clean-released-told ||
    fail clean-released-told "$(cat "$scratch/said")"
expect clean-released-one 1 check --clean "$edition/konum.jpg"
check --clean >"$scratch/said"
cmp -s "$scratch/first/konum.jpg" "$site/$edition/konum.jpg" &&
    ok clean-released-kept || fail clean-released-kept "it was changed"
cp "$scratch/second/konum.jpg" "$site/$edition/konum.jpg"

# Killed at each call that writes, the file is the old one or the new one.
begin
mkdir -p "$site/$edition"
printf '# Resim\n\n![Deneme resmi](resim_20260115_0/konum.jpg)\n' \
    >"$site/$edition.md"
if ! command -v strace >/dev/null; then
	missing clean-killed strace
else
	whole=1
	for call in openat openat2 write fsync renameat; do
		for when in 1 2; do
			cp "$scratch/first/konum.jpg" "$site/$edition/"
			(cd "$site" && strace -f -o /dev/null -e trace=$call \
			    -e inject=$call:signal=KILL:when=$when \
			    -P "$PWD/$edition" -P "$PWD/$edition/konum.jpg" \
			    -P "$PWD/$edition/.matbu.konum.jpg" \
			    "$MATBU" check --clean --content content --templates \
			    "$OLDPWD/templates" --jobs 1) >/dev/null 2>&1
			cmp -s "$scratch/first/konum.jpg" \
			    "$site/$edition/konum.jpg" || cmp -s \
			    "$scratch/second/konum.jpg" \
			    "$site/$edition/konum.jpg" || whole=
		done
	done
	[ "$whole" ] && ok clean-killed || fail clean-killed "half a picture"
	expect clean-after 0 check --clean
	cmp -s "$scratch/second/konum.jpg" "$site/$edition/konum.jpg" &&
	    [ -z "$(find "$site/$edition" -name '.*' -type f)" ] &&
	    ok clean-after-same || fail clean-after-same "it differs"
fi

# --- Files

# files NAME HOW: a draft that hands out the files of files.py HOW.
files() {
	begin
	sed -i '1i ---\niletişim: bt@ornek.example\nsatırlar: [revizyon-no, kontrol-eden]\n---' \
	    "$site/content/index.md"
	python3 tests/metadata/files.py "$1" "$site/$given" >"$scratch/wanted"
	cat >"$site/$given.md" <<-X
	---
	onaylayan: Daire Başkanı
	kontrol-eden: Şube Müdürü
	değişiklik: İlk
	---
	# Dosyalar

	X
	cut -f 1 "$scratch/wanted" | while read -r name; do
		printf -- '- [%s dosyası](dosya_20260115_0/%s)\n' "$name" \
		    "$name" >>"$site/$given.md"
	done
}
given=$subject/dosya_20260115_0

files make
check --quiet >"$scratch/said"
sed -E 's/.*(: |: “)“?([a-z-]+\.[a-z]+)”: (.*); (remove|accept|delete|save).*\[(.*)\]$/\2\t\5\t\3/' \
    "$scratch/said" | sort >"$scratch/found"
grep -v '	-	' "$scratch/wanted" | sort >"$scratch/must"
same files-found "$scratch/must" "$scratch/found"
expect files-stop 1 run release "$given.md"
[ "$(grep -c ': error: ' "$scratch/said")" -eq "$(grep -c . "$scratch/must")" ] &&
    [ ! -e "$site/$given.pdf" ] && ok files-stop-all ||
    fail files-stop-all "$(head -n 3 "$scratch/said")"
# The files without names, and those alone, need no option and leave no note.
grep '	-	' "$scratch/wanted" | cut -f 1 >"$scratch/plain"
cp "$site/$given.md" "$scratch/all.md"
sed -i -e '/^- /d' "$site/$given.md"
while read -r name; do
	printf -- '- [%s](dosya_20260115_0/%s)\n' "$name" "$name"
done <"$scratch/plain" >>"$site/$given.md"
expect files-plain 0 run release --with-properties --by Müdür "$given.md"
cut -f 8 "$site/content/register.tsv" | tail -n 1 >"$scratch/note"
[ "$(cat "$scratch/note")" = İlk ] && ok files-plain-note ||
    fail files-plain-note "$(cat "$scratch/note")"
rm "$site/content/register.tsv" "$site/$given.pdf"
# Accepted: said as warnings, and in the note; the record has the same note.
cp "$scratch/all.md" "$site/$given.md"
expect files-accepted 0 run release --with-properties "$given.md"
[ "$(grep -c ': warning: ' "$scratch/said")" -ge 30 ] &&
    ok files-accepted-said || fail files-accepted-said "$(cat "$scratch/said")"
cut -f 8 "$site/content/register.tsv" | tail -n 1 >"$scratch/note"
names=$(grep -v '	-	' "$scratch/wanted" | cut -f 1 | paste -sd, |
    sed 's/,/, /g')
[ "$(cat "$scratch/note")" = "İlk (bilgileriyle kabul edilen dosyalar: $names)" ] &&
    ok files-accepted-note || fail files-accepted-note "$(cat "$scratch/note")"
run verify --all >"$scratch/said" 2>&1
check --quiet >"$scratch/said"
[ -s "$scratch/said" ] && fail files-released "$(head -n 3 "$scratch/said")" ||
    ok files-released

files hostile
# 60 s of a processor, 3 GB of addresses (qpdf alone is given two).
(ulimit -t 60; ulimit -v 3000000; check --quiet --jobs 1) >"$scratch/said"
sed -E 's/.*“([a-z-]+\.[a-z]+)”.*\[(.*)\]$/\1\t\2/' "$scratch/said" |
    grep -v '^toplam.docx	file-person' | sort >"$scratch/found"
grep -v '	-$' "$scratch/wanted" | sort >"$scratch/must"
same hostile-said "$scratch/must" "$scratch/found"
[ -z "$(find "$scratch" / -maxdepth 1 -name 'kacti*' 2>/dev/null)" ] &&
    ok hostile-no-file || fail hostile-no-file "a part was written"
# What could not be read is not accepted.
expect hostile-refused 1 run release --with-properties "$given.md"

# A PDF is not believed where qpdf is missing.
begin
mkdir "$site/$given" "$scratch/bin"
python3 tests/metadata/files.py make "$scratch/f" >/dev/null
cp "$scratch/f/bos.pdf" "$site/$given/"
printf '# PDF\n\n[Dosya](dosya_20260115_0/bos.pdf)\n' >"$site/$given.md"
PATH=$scratch/bin LC_ALL=C.UTF-8 "$MATBU" check --content "$site/content" \
    --templates templates >"$scratch/said" 2>&1
grep -q file-program "$scratch/said" && ok no-qpdf ||
    fail no-qpdf "$(cat "$scratch/said")"
