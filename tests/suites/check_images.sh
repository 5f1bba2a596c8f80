# Pictures are looked at by tasks, while documents are read and set: what is
# wrong with them is told all the same, whoever looks and whenever.
. tests/suite.sh

site=$scratch/site
subject=$site/content/frm/bim/e-posta
edition=$subject/imapsmtp_20190115_1
mkdir "$site"
uncontrolled "$site/content"

run() {
	LC_ALL=en_US.UTF-8 "$MATBU" "$@" --content "$site/content" \
	    --templates templates
}

# tells NAME TEXT: ok when what was said holds one message, and it the text.
tells() {
	if [ "$(grep -c ': error: ' "$scratch/said")" -eq 1 ] &&
	    grep -q "$2" "$scratch/said"; then
		ok "$1"
	else
		fail "$1" "$(cat "$scratch/said")"
	fi
}

# A logo that is not there is told by the survey, and by nobody else.
index=$site/content/index.md
cp "$index" "$scratch/index.md"
if [ "$(head -n 1 "$index")" = --- ]; then
	sed -i '1a logo: yok.png\nlogo-alt: Yok' "$index"
else
	sed -i '1i ---\nlogo: yok.png\nlogo-alt: Yok\n---\n' "$index"
fi
for how in 'check --jobs 1' 'check --jobs 2' 'build --press pdf --jobs 1' \
    'build --press html --jobs 2'; do
	out=
	case $how in build*) out="--out $scratch/none" ;; esac
	# shellcheck disable=SC2086
	expect "missing-logo, $how" 1 run $how $out
	tells "missing-logo-told, $how" front-logo
done
cp "$scratch/index.md" "$index"
rm -rf "$scratch/none"

# The disk fails behind the first 16 KiB of a picture: the model, which reads
# no more, has nothing to say of it. Of the calls of read() on the file the
# first is the model's.
find "$edition" -size +20k -name '*.png' | head -n 1 >"$scratch/large"
large=$(cat "$scratch/large")
if [ -z "$large" ]; then
	fail "unreadable" "no picture is large enough"
else
	for command in check build; do
		out=
		[ $command = check ] || out="--out $scratch/none"
		# shellcheck disable=SC2086
		expect "unreadable, $command" 1 strace -f -o /dev/null -P "$large" \
		    -e trace=read -e inject=read:error=EIO:when=2+ \
		    env LC_ALL=en_US.UTF-8 "$MATBU" $command --jobs 1 $out \
		    --content "$site/content" --templates templates
		tells "unreadable-told, $command" file-read
	done
	[ ! -e "$scratch/none" ] && ok "unreadable-makes-nothing" ||
	    fail "unreadable-makes-nothing" "$(ls -R "$scratch/none")"
	# What the gate could read and the press cannot is missed, not left out:
	# the model reads it once, and so does the gate.
	expect "lost-since" 1 strace -f -o /dev/null -P "$large" \
	    -e trace=read -e inject=read:error=EIO:when=3+ \
	    env LC_ALL=en_US.UTF-8 "$MATBU" build --jobs 1 \
	    --out "$scratch/lost" --content "$site/content" \
	    --templates templates
	find "$scratch/lost" -name '*.pdf' | grep -q . &&
	    fail "lost-since-makes-no-record" "there is one" ||
	    ok "lost-since-makes-no-record"
fi

# A header that claims 6300 x 6300 pixels of 64 bits, and nothing behind it.
python3 - "$edition/iddia.png" <<'PY'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
with open(sys.argv[1], 'wb') as f:
    f.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 6300, 6300, 16, 6, 0, 0, 0)) +
        chunk(b'IDAT', zlib.compress(b'')) + chunk(b'IEND', b''))
PY
printf '\n![İddia](imapsmtp_20190115_1/iddia.png)\n' >>"$edition.md"
(ulimit -v 250000; run check --jobs 1) >"$scratch/said" 2>&1
status=$?
[ $status -eq 1 ] && ok "large-claim" || fail "large-claim" "status $status"
tells "large-claim-told" picture-broken

# An image costs at most 1.2 times its pixels of 8 bits, above what a small one
# costs: whatever its samples, palette, transparency, interlace and shape.
expect image-memory 0 python3 tests/record/images.py "$MATBU" "$scratch/images"

# What is wrong elsewhere does not concern a PATH, whenever it is found.
for n in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
	cp "$edition.md" "$subject/kotu${n}_20200101_0.md"
	sed -i "s/imapsmtp_20190115_1/kotu${n}_20200101_0/g" \
	    "$subject/kotu${n}_20200101_0.md"
	cp -R "$edition" "$subject/kotu${n}_20200101_0"
done
printf '# İyi\n\nBu doküman sağlamdır.\n' >"$subject/iyi_20200101_0.md"
wrong=
for round in 1 2 3 4 5 6 7 8 9 10 11 12; do
	rm -rf "$scratch/one"
	run build --out "$scratch/one" "$site/content/frm/bim/e-posta/iyi" \
	    >"$scratch/said" 2>&1 || wrong="$wrong $?"
	[ -s "$scratch/one/frm/bim/e-posta/iyi_20200101_0.pdf" ] ||
	    wrong="$wrong nothing"
done
[ -z "$wrong" ] && ok "limited-beside-broken" ||
    fail "limited-beside-broken" "$wrong: $(cat "$scratch/said")"

# A fault of the content is told before one of the world, on any number of
# threads: where there is nothing to put, nobody looks at the place for it.
mkdir -p "$scratch/odd/.matbu"
for jobs in 1 2; do
	expect "content-before-world, $jobs jobs" 1 run build --jobs $jobs \
	    --out "$scratch/odd"
done
