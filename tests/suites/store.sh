# What happens to out/: nothing is written twice, what is no longer made goes,
# what is not ours stays, and no fault of the world leaves half a site.
. tests/suite.sh

site=$scratch/site out=$scratch/out
subject=frm/bim/e-posta

# A collection of two works, one with pictures.
begin() {
	rm -rf "$site" "$out"
	mkdir -p "$site"
	uncontrolled "$site/content"
	cp -R templates "$site"
	cat >"$site/content/$subject/parola_20200101_0.md" <<-END
	# Parola

	Parolanızı kimseye vermeyin. Bakınız: [e-posta](imapsmtp).
	END
	make_site || fail "build" "$(cat "$scratch/said")"
}

make_site() {
	LC_ALL=en_US.UTF-8 "$MATBU" build --content "$site/content" --out "$out" \
	    --templates "$site/templates" "$@" >"$scratch/said" 2>&1
}

# The files of a folder, each with the time it was written and its inode.
stamps() {
	(cd "$1" && find . -type f ! -name .state ! -name .made -exec stat -c '%n %i %Y %y' {} + | sort)
}

# keep FOLDER: a copy to compare with.
keep() {
	rm -rf "$scratch/kept"
	cp -a "$1" "$scratch/kept"
}

# ends NAME STATUS [OPTION…]: ok when the run ends so and has a message.
ends() {
	what=$1 wanted=$2
	shift 2
	make_site "$@"
	status=$?
	if [ $status -ne "$wanted" ]; then
		fail "$what" "status $status: $(cat "$scratch/said")"
	elif [ ! -s "$scratch/said" ]; then
		fail "$what" "no message"
	else
		ok "$what"
	fi
}

gone() {
	name=$1
	shift
	for file; do
		[ ! -e "$out/$file" ] || { fail "$name" "$file is there"; return; }
	done
	ok "$name"
}

whole() {
	rm -rf "$scratch/good"
	"$MATBU" build --content "$site/content" --out "$scratch/good" \
	    --templates "$site/templates" >/dev/null 2>&1
	same "$1" "$scratch/good" "$out"
}

# --- Nothing is written twice

begin
stamps "$out" >"$scratch/before"
sleep 0.05
make_site
stamps "$out" >"$scratch/after"
if cmp -s "$scratch/before" "$scratch/after"; then
	ok "second-run-writes-nothing"
else
	fail "second-run-writes-nothing" \
	    "$(diff "$scratch/before" "$scratch/after")"
fi
if grep -q ' 0 written' "$scratch/said"; then
	ok "second-run-says-so"
else
	fail "second-run-says-so" "$(cat "$scratch/said")"
fi

echo 'Başka bir cümle.' >>"$site/content/$subject/parola_20200101_0.md"
make_site
stamps "$out" >"$scratch/after"
changed=$(diff "$scratch/before" "$scratch/after" | sed -n 's/^> \([^ ]*\).*/\1/p' |
    tr '\n' ' ')
case $changed in
"./ara/d0.js ./ara/$subject/parola.js ./ara/t0.js ./$subject/parola.html ./$subject/parola.pdf ./$subject/parola_20200101_0.html ./$subject/parola_20200101_0.pdf ")
	ok "one-change-writes-its-pages" ;;
*) fail "one-change-writes-its-pages" "$changed" ;;
esac

echo tampered >"$out/$subject/parola.html"
rm "$out/index.html"
make_site
whole "what-was-damaged-is-made-anew"

# --- What is no longer made goes

begin
rm -rf "$site/content/$subject/imapsmtp_20190115_1" \
    "$site/content/$subject/imapsmtp_20190115_1.md"
echo '# Parola' >"$site/content/$subject/parola_20200101_0.md"
make_site
gone "what-is-no-longer-made-goes" "$subject/imapsmtp_20190115_1.html" \
    "$subject/imapsmtp.html" "$subject/imapsmtp_20190115_1"
whole "and-nothing-else"

begin
mkdir -p "$out/not" "$out/$subject/imapsmtp_20190115_1"
echo foreign >"$out/not/ours.txt"
echo foreign >"$out/$subject/imapsmtp_20190115_1/note.txt"
rm -rf "$site/content/$subject/imapsmtp_20190115_1"*
echo '# Parola' >"$site/content/$subject/parola_20200101_0.md"
make_site
make_site
if [ "$(cat "$out/not/ours.txt" \
    "$out/$subject/imapsmtp_20190115_1/note.txt")" = "foreign
foreign" ]; then
	ok "foreign-files-stay"
else
	fail "foreign-files-stay" "$(find "$out" -name '*.txt')"
fi

# A list that somebody wrote must not lead out of the folder.
echo mine >"$scratch/mine"
printf '../mine\n%s\n' "$scratch/mine" >>"$out/.matbu"
make_site
if [ -e "$scratch/mine" ]; then
	ok "the-list-leads-nowhere-else"
else
	fail "the-list-leads-nowhere-else" "a file beside out/ is gone"
fi

# --- A foreign file in the way

# in_the_way NAME: the run ends with 3, twice, and leaves it alone.
in_the_way() {
	ends "$1-stops-the-run" 3
	ends "$1-stops-the-next-run-too" 3
	if [ "$(cat "$out/$subject/yeni.html" 2>/dev/null ||
	    ls "$out/$subject/yeni.html")" = foreign ]; then
		ok "$1-is-left-alone"
	else
		fail "$1-is-left-alone" "$(ls -ld "$out/$subject/yeni.html")"
	fi
}

begin
echo '# Yeni' >"$site/content/$subject/yeni_20200101_0.md"
echo foreign >"$out/$subject/yeni.html"
in_the_way file-in-the-way
rm "$out/$subject/yeni.html"
make_site
whole "file-in-the-way-taken-away"

begin
echo '# Yeni' >"$site/content/$subject/yeni_20200101_0.md"
mkdir -p "$out/$subject/yeni.html"
echo x >"$out/$subject/yeni.html/foreign"
in_the_way folder-in-the-way

begin
echo '# Yeni' >"$site/content/$subject/yeni_20200101_0.md"
echo foreign >"$scratch/target"
ln -s "$scratch/target" "$out/$subject/yeni.html"
in_the_way link-in-the-way
if [ "$(cat "$scratch/target")" = foreign ]; then
	ok "what-a-link-leads-to-stays"
else
	fail "what-a-link-leads-to-stays" "it was written through"
fi

# Our bytes in a file that is not ours: a run that stops after its first list,
# at a folder in the place of a page of ours, must not have listed it.
begin
sed -i "\\|^$subject/parola.html\$|d" "$out/.matbu"
rm "$out/$subject/imapsmtp.html"
mkdir -p "$out/$subject/imapsmtp.html/foreign"
echo '# Yeni' >"$site/content/$subject/yeni_20200101_0.md"
ends "foreign-page-of-our-bytes" 3
if grep -q yeni.html "$out/.matbu"; then
	ok "the-list-was-written"
else
	fail "the-list-was-written" "$(cat "$scratch/said")"
fi
echo foreign >"$out/$subject/parola.html"
rm -r "$out/$subject/imapsmtp.html"
ends "foreign-page-is-not-listed" 3
if [ "$(cat "$out/$subject/parola.html")" = foreign ]; then
	ok "foreign-page-is-left-alone"
else
	fail "foreign-page-is-left-alone" "it was overwritten"
fi

# --- A limit, an error

begin
echo 'Bir cümle.' >>"$site/content/$subject/parola_20200101_0.md"
echo 'Bir cümle.' >>"$site/content/$subject/imapsmtp_20190115_1.md"
echo '# Öteki' >"$site/content/$subject/parola-2_20200101_0.md"
mkdir -p "$site/content/frm/bim/ag"
echo '# Ağ' >"$site/content/frm/bim/ag/index.md"
cp "$out/$subject/imapsmtp.html" "$scratch/before"
make_site "$subject/parola"
if cmp -s "$out/$subject/imapsmtp.html" "$scratch/before"; then
	ok "path-leaves-the-rest"
else
	fail "path-leaves-the-rest" "another document was written"
fi
if grep -q 'Bir cümle' "$out/$subject/parola.html"; then
	ok "path-makes-its-own"
else
	fail "path-makes-its-own" "$(cat "$scratch/said")"
fi
if grep -q 'e-posta/parola-2.html' "$out/frm/bim/index.html"; then
	ok "path-makes-the-indexes-above"
else
	fail "path-makes-the-indexes-above" "frm/bim/index.html is old"
fi
gone "path-makes-no-other-index" frm/bim/ag/index.html
gone "path-makes-no-longer-name" "$subject/parola-2.html" \
    "$subject/parola-2_20200101_0.pdf"
make_site
whole "whole-run-after-a-limited-one"

rm "$site/content/$subject/"imapsmtp_20190115_1.md
rm -r "$site/content/$subject/imapsmtp_20190115_1" "$site/content/frm/bim/ag"
echo '# Parola' >"$site/content/$subject/parola_20200101_0.md"
make_site "$site/content/$subject/parola_20200101_0.md"
if [ -e "$out/$subject/imapsmtp.html" ] && [ -e "$out/frm/bim/ag" ]; then
	ok "path-removes-nothing-else"
else
	fail "path-removes-nothing-else" "$(cat "$scratch/said")"
fi
make_site
whole "the-next-whole-run-does"

begin
keep "$out"
echo 'Bir cümle.' >>"$site/content/$subject/parola_20200101_0.md"
echo '<b>' >>"$site/content/$subject/imapsmtp_20190115_1.md"
echo '# Yeni' >"$site/content/$subject/yeni_20200101_0.md"
ends "content-error" 1
same "content-error-writes-nothing" "$scratch/kept" "$out"
rm -rf "$out"
ends "content-error-in-a-first-run" 1
gone "content-error-makes-no-folder" .

# --- Faults of the world

# What is in out/ is old or new, each file whole; nothing else is there.
# check_mixed NAME OLD NEW
check_mixed() {
	bad=$(cd "$out" && find . -type f ! -name .matbu ! -name .state \
	    ! -name .made | while IFS= read -r f; do
		cmp -s "$f" "$2/$f" || cmp -s "$f" "$3/$f" || echo "$f"
	done)
	lost=$(cd "$2" && find . -type f ! -name .state ! -name .made | while IFS= read -r f; do
		[ -e "$out/$f" ] || echo "$f is gone"
	done)
	if [ -z "$bad$lost" ]; then
		ok "$1"
	else
		fail "$1" "$bad $lost"
	fi
}

# Every page is another one: its template has changed.
change_all() {
	sed -i 's|</body>|<p hidden="hidden">x</p></body>|' \
	    "$site/templates/page.html" "$site/templates/index.html"
	make_new
}

make_new() {
	rm -rf "$scratch/new"
	"$MATBU" build --content "$site/content" --out "$scratch/new" \
	    --templates "$site/templates" >/dev/null 2>&1
}

begin
keep "$out"
change_all
disk=$scratch/disk
mkdir "$disk"
size=$(($(du -sk "$out" | cut -f1) + 24))
if [ "$(id -u)" -ne 0 ]; then
	skip "full-disk" "a small file system needs root"
elif ! mount -t tmpfs -o "size=${size}k" matbu "$disk" 2>/dev/null; then
	skip "full-disk" "no file system can be mounted here"
else
	trap 'umount "$disk"; rm -rf "$scratch"' EXIT
	out=$disk/out
	cp -a "$scratch/kept" "$out"	# two names, one file
	dd if=/dev/zero of="$disk/fill" bs=1k >/dev/null 2>&1
	ends "full-disk" 3
	check_mixed "full-disk-leaves-what-was-there" "$scratch/kept" \
	    "$scratch/new"
	# Some room, not enough for a large new page.
	{ echo '# Büyük'; echo; yes 'Uzun bir metin.' | head -c 40000; } \
	    >"$site/content/$subject/buyuk_20200101_0.md"
	make_new
	truncate -s -16k "$disk/fill"
	ends "almost-full-disk" 3
	check_mixed "almost-full-disk-leaves-what-was-there" \
	    "$scratch/kept" "$scratch/new"
	rm -r "$disk/fill" "$site/content/$subject/buyuk_20200101_0.md"
	make_site
	whole "room-again"
	umount "$disk"
	trap 'rm -rf "$scratch"' EXIT
	out=$scratch/out
fi

# as_nobody COMMAND…: root may write everywhere.
as_nobody() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	else
		"$@"
	fi
}

begin
keep "$out"
change_all
cp "$MATBU" "$scratch/program"
chmod -R a+rX "$scratch"
find "$out" -exec chmod a-w {} +
if as_nobody "$scratch/program" --version >/dev/null 2>&1; then
	expect "read-only-out" 3 as_nobody "$scratch/program" build \
	    --content "$site/content" --templates "$site/templates" \
	    --out "$out"
	same "read-only-out-is-left" "$scratch/kept" "$out"
	rm -rf "$scratch/closed"
	mkdir "$scratch/closed"
	chmod 555 "$scratch/closed"
	expect "no-out-can-be-made" 3 as_nobody "$scratch/program" build \
	    --content "$site/content" --templates "$site/templates" \
	    --out "$scratch/closed/out"
	chmod 000 "$site/content/$subject/parola_20200101_0.md"
	find "$out" -exec chmod a+w {} +
	expect "unreadable-source" 1 as_nobody "$scratch/program" build \
	    --content "$site/content" --templates "$site/templates" \
	    --out "$out"
	same "unreadable-source-writes-nothing" "$scratch/kept" "$out"
else
	skip "read-only-out" "no other user can run the program"
fi
chmod -R u+w "$out"

if [ -e /dev/full ]; then
	for command in '--help' '--version' \
	    "build --dump model content/$subject/imapsmtp_20190115_1.md"; do
		# shellcheck disable=SC2086 # words of a command
		"$MATBU" $command >/dev/full 2>"$scratch/said"
		status=$?
		what="full-stdout-${command%% *}"
		if [ $status -eq 3 ] && [ -s "$scratch/said" ]; then
			ok "$what"
		else
			fail "$what" "status $status: $(cat "$scratch/said")"
		fi
	done
fi

# --- Killed in the middle

# Sheets are set while pictures are still looked at: a picture that is spoilt
# wherever it may be, and nothing else, keeps every file as it was.
begin
picture=$(find "$site/content" -name imap.png)
cp "$picture" "$scratch/sound.png"
keep "$out"
for spot in 30 60 at-data middle end cut; do
	python3 - "$scratch/sound.png" "$picture" $spot <<-'PY'
	import sys, struct, zlib
	data = bytearray(open(sys.argv[1], 'rb').read())
	spot = sys.argv[3]
	if spot == 'cut':
	    data = data[:len(data) // 2]
	elif spot == 'at-data':    # a right check sum over what zlib cannot read
	    at = data.index(b'IDAT')
	    size = struct.unpack('>I', data[at - 4:at])[0]
	    data[at + 6] ^= 0xff
	    data[at + 4 + size:at + 8 + size] = struct.pack('>I',
	        zlib.crc32(bytes(data[at:at + 4 + size])))
	else:
	    place = {'middle': len(data) // 2, 'end': len(data) - 3}
	    data[place.get(spot) or int(spot)] ^= 0x10
	open(sys.argv[2], 'wb').write(data)
	PY
	ends "spoilt-picture-$spot" 1
	same "spoilt-picture-$spot-leaves-out" "$scratch/kept" "$out"
	rm -rf "$scratch/none"
	"$MATBU" build --content "$site/content" --out "$scratch/none" \
	    --templates "$site/templates" >/dev/null 2>&1
	[ ! -e "$scratch/none" ] && ok "spoilt-picture-$spot-makes-nothing" ||
	    fail "spoilt-picture-$spot-makes-nothing" "$(ls "$scratch/none")"
done
cp "$scratch/sound.png" "$picture"


# A collection of 60 documents, and one year later: half of them changed,
# some gone.
rm -rf "$out"
python3 tests/bench/collection.py "$scratch/c" "$scratch/plain" 60
site=$scratch/year
mkdir "$site"
mv "$scratch/c" "$site/content"
cp -R templates "$site"
out=$scratch/old
make_site
for file in "$site/content/frm/bim"/konu-0*/belge*; do
	echo 'Bir cümle daha.' >>"$file"
done
rm -r "$site/content/frm/bim/konu-19"
make_new
# The time after which a run is killed is what one takes here and now, times n
# eighths; a run that ended before it was killed makes that time shorter. So
# the machine may be as slow and as busy as it likes: attempts are counted.
start=$(date +%s%N)
make_new
took=$((($(date +%s%N) - start) / 1000))		# [microsecond]
out=$scratch/out
killed=0 attempts=0 broken=
while [ $killed -lt 16 ] && [ $attempts -lt 200 ] && [ -z "$broken" ]; do
	attempts=$((attempts + 1))
	part=$((attempts % 8 + 1))
	[ $((attempts % 2)) = 0 ] && from=nothing || from=old
	rm -rf "$out"
	[ $from = nothing ] || cp -R "$scratch/old" "$out"
	after=$((took * part / 8))
	timeout -s KILL "$((after / 1000000)).$(printf %06d \
	    $((after % 1000000)))" "$MATBU" build --content "$site/content" \
	    --out "$out" --templates "$site/templates" >/dev/null 2>&1
	if [ $? -eq 137 ]; then
		killed=$((killed + 1))
	else
		took=$((took * 7 / 8))
	fi
	if ! make_site --jobs 1 ||
	    ! diff -r -x .state -x .made "$scratch/new" "$out" >"$scratch/differs"; then
		broken="$from/$part: $(cat "$scratch/said" "$scratch/differs")"
	fi
done
if [ -n "$broken" ]; then
	fail "killed-then-run-again" "$broken"
elif [ $killed -lt 16 ]; then
	fail "killed-then-run-again" "$killed of $attempts runs were killed"
else
	ok "killed-then-run-again ($killed times)"
fi
