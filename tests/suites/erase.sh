# What the law has erased is gone: a word of an edition (in its title, text,
# front matter, picture, and hidden files) is in no file here, at a destination,
# or with a colleague; what is left by an interruption is listed.
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2
word=Zürafacık slug=zurafacik
edition=frm/bim/e-posta/parola_20250110_0

matbu() { "$MATBU" "$@" --date "${on:-2026-06-01}" >said 2>&1; }

# nowhere NAME FOLDER…: the word is in no file, and no file has it compressed:
# no PDF of the edition is left.
nowhere() {
	what=$1
	shift
	found=$(grep -rlE "$word|$slug" "$@" 2>/dev/null
	    find "$@" -path "*${edition##*/}*" \( -name '*.pdf' -o -name '*.png' \
	        -o -name '*.old' -o -type d \) ! -empty)
	[ -z "$found" ] && ok "$what" || fail "$what" "$found"
}

# grey WORD: a picture whose pixels are the bytes of the word, not compressed.
grey() {
	LC_ALL=C.UTF-8 python3 - "$1" <<'PY'
import struct, sys, zlib
row = sys.argv[1].encode()
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(
        ">I", zlib.crc32(kind + data))
sys.stdout.buffer.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(
    ">IIBBBBB", len(row), 40, 8, 0, 0, 0, 0)) + chunk(b"IDAT",
    zlib.compress((b"\0" + row) * 40, 0)) + chunk(b"IEND", b""))
PY
}

begin() {
	rm -rf ./* && base && edition parola_20250110_0 "Bu $word metni."
	edition parola_20260301_1 'Sonraki metin.'
	sed -i "1i ---\nözet: $word hakkında\nanahtar-kelimeler: [$word]\n---" \
	    $k/parola_20250110_0.md
	sed -i "s/^# parola/# Parola $word/" $k/parola_20250110_0.md
	grey "$word" >$k/parola_20250110_0/resim.png
	edition imapsmtp_20240101_1 'Başka bir metin.'
	cp -R "$root/templates" .
	on=2025-01-10 matbu release $edition frm/bim/e-posta/imapsmtp_20240101_1 &&
	    on=2026-05-01 matbu build && on=2026-05-01 matbu publish site &&
	    on=2026-05-01 matbu publish öbür &&
	    on=2026-05-01 matbu publish kutu --changed paket || fail begin "$(cat said)"
	mkdir uzak && cp -R templates uzak &&
	    (cd uzak && on=2026-05-01 matbu pull ../site && on=2026-05-01 matbu build) ||
	    fail begin-far "$(cat uzak/said)"
}

# litter: what interrupted runs, editors and systems leave beside the files.
litter() {
	for there in "$1"; do
		mkdir -p "$there/$edition/.thumb/.deep" \
		    "$there/.matbu-pull/$edition"
		for file in "$edition/.resim.png.old" "$edition/.thumb/.deep/a" \
		    "$edition/.DS_Store" "frm/bim/e-posta/.${edition##*/}.md.old" \
		    "frm/bim/e-posta/.${edition##*/}.pdf.old-2" \
		    "frm/bim/e-posta/.matbu.${edition##*/}.md" \
		    ".matbu-pull/$edition.md" ".matbu-pull/$edition.pdf" \
		    ".matbu-pull/$edition/resim.png"; do
			echo "$word" >"$there/$file"
		done
		ln -s ../../../../../yabanci "$there/$edition/.link"
		ln -s /etc "$there/$edition/.etc"
	done
}

begin
mkdir yabanci && echo benim >yabanci/dosya
litter content
# What builds said may quote the text.
echo "$word" >>out/.state && echo "$word" >>uzak/out/.state
grep -rqE "$word" content site out uzak öbür paket && ok planted || fail planted
expect erased 0 "$MATBU" withdraw --erase $edition --note 'KVKK m. 7' --date 2026-06-01
nowhere gone-content content
nowhere gone-out out
[ ! -e out/.state ] && ok gone-state || fail gone-state "it is there"
echo "$word" >out/.state
matbu check
grep -q '^out/.state: hata: .*erased-left' said && ok listed-state ||
    fail listed-state "$(cat said)"
rm out/.state
[ "$(cat yabanci/dosya)" = benim ] && ok foreign-kept || fail foreign-kept
matbu check
status=$?
[ $status -eq 0 ] && [ "$(grep -c erased-published said)" -eq 3 ] &&
    grep -q ': site; .*erased-published' said &&
    ok destinations-told || fail destinations-told "$status $(cat said)"
matbu verify --all && [ "$(grep -c erased-published said)" -eq 3 ] &&
    ok verify-destinations || fail verify-destinations "$(cat said)"
matbu build && matbu publish site && matbu publish öbür || fail publish "$(cat said)"
nowhere gone-after-build content out site öbür
matbu check
[ "$(grep -c erased-published said)" -eq 1 ] && grep -q kutu said &&
    ok package-told || fail package-told "$(cat said)"
matbu publish kutu --changed paket2 && matbu check &&
    ! grep -q erased-published said && ok all-reached ||
    fail all-reached "$(cat said)"
nowhere gone-package paket2
grep -q "$edition.pdf" paket2/silinecekler.txt && ok package-lists ||
    fail package-lists "$(cat paket2/silinecekler.txt)"

# With a colleague: the files there, those of a build there, what was left.
litter uzak/content
(cd uzak && matbu pull ../site) && grep -q '^imha edildi' uzak/said && ok pulled ||
    fail pulled "$(cat uzak/said)"
nowhere gone-far uzak
(cd uzak && matbu build && matbu check && matbu verify --all) && ok far-sound ||
    fail far-sound "$(cat uzak/said)"
nowhere gone-far-built uzak
(cd uzak && matbu pull ../site) && ! grep -q '^imha edildi' uzak/said &&
    ok pulled-once || fail pulled-once "$(cat uzak/said)"

# --- Interrupted after each step: what is left is listed, and a second run
# removes it

cp -R content sound
cp -R out soundout
for left in "$edition/resim.png" "$edition/.gizli/a" "$edition.pdf" \
    "frm/bim/e-posta/.${edition##*/}.md.old" \
    "frm/bim/e-posta/.matbu.${edition##*/}.pdf" ".matbu-pull/$edition.md"; do
	rm -rf content && cp -R sound content
	mkdir -p "$(dirname "content/$left")" && echo "$word" >"content/$left"
	for command in check 'verify --all'; do
		# shellcheck disable=SC2086 # words of a command
		matbu $command
		[ $? -eq 1 ] && grep -qF "content/$left: hata:" said &&
		    ok "listed-${command%% *}-$left" ||
		    fail "listed-${command%% *}-$left" "$(cat said)"
	done
	matbu withdraw --erase $edition --note x || fail "again-$left" "$(cat said)"
	nowhere "again-gone-$left" content
	matbu check && ok "again-sound-$left" || fail "again-sound-$left" "$(cat said)"
done
rm -rf content && cp -R sound content
mkdir -p "out/$edition" && echo "$word" >"out/$edition/resim.png" &&
    echo "$edition/resim.png" >>out/.matbu
matbu check
[ $? -eq 1 ] && grep -q "out/$edition/resim.png: hata: .*erased-left" said &&
    ok listed-out || fail listed-out "$(cat said)"
matbu withdraw --erase $edition --note x && nowhere again-out out
rm -rf out && cp -R soundout out

# Cut off at each call that changes something, from the first to the last.
if ! strace -qq -o /dev/null -e trace=none true 2>/dev/null; then
	skip cut "strace cannot trace here"
	exit 0
fi
begin && litter content && rm -rf "$scratch/../none" uzak
mkdir start && cp -a content out templates start
for call in unlinkat renameat openat2; do
	n=0 wrong=
	while n=$((n + 1)); [ -z "$wrong" ]; do
		rm -rf run && cp -a start run
		(cd run && strace -qq -o ../trace -e trace=$call \
		    -e inject=$call:signal=KILL:when=$n "$MATBU" withdraw \
		    --erase $edition --note x --date 2026-06-01 >said 2>&1)
		[ $? -gt 128 ] || break
		if grep -q "	erase	" run/content/register.tsv; then
			(cd run && matbu check) && wrong="$n: not listed: $(grep -rlE "$word" run/content run/out)"
			[ -z "$(grep -rlE "$word" run/content run/out)" ] && wrong=
			grep "$edition" run/said | grep -q -e --restore &&
			    wrong="$n: restores what is erased: $(cat run/said)"
		fi
		(cd run && matbu withdraw --erase $edition --note x) ||
		    wrong="$n: $(cat run/said)"
		[ -z "$(grep -rlE "$word" run/content run/out)" ] ||
		    wrong="$n: $(grep -rlE "$word" run/content run/out)"
	done
	if [ -n "$wrong" ]; then
		fail "cut-$call" "$wrong"
	elif [ $n -gt 1 ]; then
		ok "cut-$call ($((n - 1)) calls)"
	else
		skip "cut-$call" "no such call"
	fi
done

# --- Two clerks

# An erasure that is put behind a row of a later day gets that day, and its note
# the real one: the text of the erased edition stays what its digest says.
for both in no yes; do
	begin
	(cd uzak && on=2026-05-02 matbu withdraw --erase $edition --note bir) ||
	    fail clerks-$both "$(cat uzak/said)"
	if [ $both = yes ]; then
		on=2026-05-03 matbu withdraw --erase $edition --note iki
	else
		on=2026-05-03 matbu warn frm/bim/e-posta/imapsmtp dikkat
	fi
	matbu build && matbu publish site || fail clerks-$both "$(cat said)"
	for step in 'pull ../site' build 'publish ../site' 'verify --all'; do
		(cd uzak && matbu $step) || fail "clerks-$both $step" \
		    "$(cat uzak/said)"
	done
	for step in 'pull site' build 'verify --all'; do
		matbu $step || fail "clerks-$both-back $step" "$(cat said)"
	done
	nowhere clerks-$both content out site uzak
done
