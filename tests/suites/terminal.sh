# What others wrote reaches no terminal as it is: escape sequences, characters
# that turn text around, and 50 MB, sent in a lock, a register, a file name, a
# title, a message of ssh or rsync. Output for a terminal is read from a
# pseudo-terminal.
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2

esc=$(printf '\033]0;matbu\007\033[2J')
c1=$(printf '\302\2332J')
bidi=$(printf '\342\200\256\342\201\246')
bad=$(printf '\377\233')
evil="kötü$esc$c1$bidi${bad}son"
python3 -c "
import sys
open('long', 'wb').write(b'\x1b[31mA' * (50 * 1024 * 1024 // 6))"

# quiet NAME: nothing in the file “said” acts on a terminal or fills it.
quiet() {
	if python3 - <<-'PY'
	import sys
	data = open('said', 'rb').read()
	# The program itself removes the line of progress.
	text = data.decode('utf-8', 'strict').replace('\r\n', '\n').replace(
	    '\r\x1b[K', '')
	acts = [c for c in text if c not in '\n\t' and (ord(c) < 32 or
	    127 <= ord(c) < 160 or 0x202A <= ord(c) <= 0x202E or
	    0x2066 <= ord(c) <= 0x2069)]
	longest = max(len(l.encode()) for l in text.split('\n'))
	if not data or acts or longest > 2000 or len(data) > 40000:
	    sys.exit('%d bytes, line of %d, %s' % (len(data), longest,
	        ascii(acts[:5])))
	PY
	then ok "$1"; else fail "$1" "$(tail -n 1 quiet)"; fi 2>quiet
}

# tell NAME STATUS COMMAND…: what the command says, quiet, to a pipe and to a
# terminal (without colours).
tell() {
	what=$1 wanted=$2
	shift 2
	"$@" >said 2>&1 </dev/null
	status=$?
	[ $status -eq "$wanted" ] && ok "$what-status" ||
	    fail "$what-status" "$status: $(head -c 200 said)"
	quiet "$what-pipe"
	NO_COLOR=1 python3 -c '
import os, pty, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
try:
    while data := os.read(fd, 65536):
        sys.stdout.buffer.write(data)
except OSError:
    pass
os.waitpid(pid, 0)' "$@" >said </dev/null
	quiet "$what-terminal"
}

first && press

# --- A lock

mkdir -p site/.matbu-lock
for owner in evil long; do
	[ $owner = long ] && cp long site/.matbu-lock/owner ||
	    printf '%s' "$evil" >site/.matbu-lock/owner
	tell lock-$owner 3 "$MATBU" publish site
done
rm -rf site

# --- File names and arguments

cp content/register.tsv pdf
printf x >"$evil.pdf"
cp "$k"/imapsmtp_20240101_1.pdf "sağlam$evil.pdf"
tell verify-names 1 "$MATBU" verify "$evil.pdf" "sağlam$evil.pdf"
tell extract-names 0 "$MATBU" verify --extract "sağlam$evil.pdf" \
    -o "nüsha$evil.pdf"
rm -f "nüsha$evil.pdf"
"$MATBU" checkpoint -o "nokta$evil.txt" >/dev/null
tell since-names 0 "$MATBU" verify --since "nokta$evil.txt"
rm -f "nokta$evil.txt"
mkdir -p "content/frm/$evil"
tell check-names 1 "$MATBU" check
rmdir "content/frm/$evil"
for arguments in "check --$evil" "$evil" "check --content $evil" \
    "build --dump $evil" "publish host$evil:x" "list --format $evil" \
    "list --status $evil" "check $evil" "publish ./$evil/x/y"; do
	# shellcheck disable=SC2086 # words of a command
	"$MATBU" $arguments >said 2>&1 </dev/null
	[ $? -ge 2 ] || fail "argument-status" "$arguments"
	quiet "argument-${arguments%"$evil"*}"
done

# --- Registers: here, and at a destination

cp content/register.tsv sound
# A register whose chain is sound may not hold them in any column, either.
for column in 4 7 8; do
	python3 - $column <<-'PY'
	import hashlib, sys
	rows = open('sound', encoding='utf-8').read().splitlines()
	row = ['2025-02-01', 'warn', rows[1].split('\t')[2]] + ['–'] * 5
	row[int(sys.argv[1]) - 1] = 'a\x1b[2J\0'
	chain = rows[-1].split('\t')[8] + '\n' + '\t'.join(row) + '\n'
	row.append(hashlib.sha256(chain.encode()).hexdigest())
	open('content/register.tsv', 'w', encoding='utf-8').write(
	    '\n'.join(rows + ['\t'.join(row), '']))
	PY
	tell column-$column 1 "$MATBU" check
	tell column-$column-list 1 "$MATBU" list --format csv
done
for row in evil long; do
	{ cat sound; printf '2025-02-01\twarn\tfrm/bim/e-posta/x\t'
	[ $row = long ] && cat long || printf '%s' "$evil"
	printf '\t–\t–\t–\t–\tchain\n'; } >content/register.tsv
	tell register-$row 1 "$MATBU" check
	tell register-$row-list 1 "$MATBU" list
	mkdir -p site && mv content/register.tsv site/ &&
	    cp sound content/register.tsv
	tell theirs-$row 1 "$MATBU" pull site
	tell theirs-$row-publish 1 "$MATBU" publish site
	rm -rf site
done
{ printf 'publish\t2025-02-01\t'; printf '%s' "$evil"
printf '\t9\tx\t0\t0\t0\n'; } >content/.published
tell published 1 "$MATBU" check
rm content/.published

# --- Titles: of a text that passes, of one that does not

mkdir -p content/frm/bim/baslik
printf '# Konu %s\n' "$bidi" >content/frm/bim/baslik/index.md
printf '# Ad %s\n\nMetin.\n' "$bidi" >content/frm/bim/baslik/a_20250101_0.md
printf '# Ad %s\n\nMetin.\n' "$evil" >content/frm/bim/baslik/b_20250101_0.md
{ printf '# '; head -c 2000000 long | tr -d '\033'; } \
    >content/frm/bim/baslik/c_20250101_0.md
for format in text csv json; do
	NO_COLOR=1 "$MATBU" list --status hepsi --format $format >said 2>&1
	[ -s said ] && ok "list-$format-there" || fail "list-$format-there"
done
tell list 0 "$MATBU" list --status hepsi
tell titles 1 "$MATBU" check
rm -r content/frm/bim/baslik

# --- Other programs: ssh answers what the other machine wants

for answer in evil long; do
	cat >ssh-$answer <<-END
	#!/bin/sh
	case $answer in
	long) cat '$scratch/long' >&2; cat '$scratch/long' ;;
	*) for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22
	do printf '%s\n' '$evil' >&2; done ;;
	esac
	exit 255
	END
	chmod +x ssh-$answer
	tell ssh-$answer 3 env RSYNC_RSH="$scratch/ssh-$answer" \
	    "$MATBU" publish makine:site
	tell ssh-$answer-pull 3 env RSYNC_RSH="$scratch/ssh-$answer" \
	    "$MATBU" pull makine:site
done
cat >ssh-lock <<-END
#!/bin/sh
case "\$*" in
*mkdir*) cat '$scratch/long'; exit 9 ;;
*) exit 0 ;;
esac
END
chmod +x ssh-lock
tell ssh-lock 3 env RSYNC_RSH="$scratch/ssh-lock" "$MATBU" publish makine:site

# What a terminal would act on does not enter the register, where programs read
# it as it is: list --format json, a spreadsheet.
before=$(sha256sum content/register.tsv)
for value in "$esc" "$c1" "$bidi" "$bad"; do
	for option in --note --by --approval; do
		tell "enter$option" 2 "$MATBU" review \
		    frm/bim/e-posta/imapsmtp "$option" "x$value"
	done
	tell enter-warn 2 "$MATBU" warn frm/bim/e-posta/imapsmtp "x$value"
done
[ "$before" = "$(sha256sum content/register.tsv)" ] && ok enter-nothing ||
    fail enter-nothing "the register has changed"

# How far a long command is: on a terminal only, and gone at the end. The run
# is stopped for longer than a second while it reads a collection.
mkdir uzun && (cd uzun && "$MATBU" init -q --yes . && "$MATBU" new -q \
    frm/birim/konu/ilk) >said 2>&1
first=$(ls uzun/content/frm/birim/konu/ilk_*.md)
day=${first##*_2} && day=2${day%_0.md}
i=0
while [ $i -lt 1500 ]; do
	i=$((i + 1))
	cp "$first" "uzun/content/frm/birim/konu/d${i}_${day}_0.md"
done
cat >watch.py <<'E2'
import os
import pty
import signal
import sys
import time

pid, fd = pty.fork()
if pid == 0:
    os.chdir('uzun')
    os.execvp(sys.argv[1], sys.argv[1:])
time.sleep(float(os.environ['AFTER']))
os.kill(pid, signal.SIGSTOP)
time.sleep(1.2)
os.kill(pid, signal.SIGCONT)
out = b''
while True:
    try:
        piece = os.read(fd, 65536)
    except OSError:
        break
    if not piece:
        break
    out += piece
os.waitpid(pid, 0)
sys.stdout.buffer.write(out)
E2
progress() {
	python3 watch.py "$MATBU" check -j 1 "$@" >said 2>&1
}
for AFTER in 0.1 0.05 0.02 0.2; do
	export AFTER
	progress
	grep -q "checking: .*/ 1505\|denetleniyor: .*/ 1505" said && break
done
esc=$(printf '\033')
grep -q "denetleniyor: [0-9]* / 1505" said && ok progress ||
    fail progress "$(tail -c 300 said | tr -d "$esc")"
tail -n 1 said | grep -q "$esc\[K1501 " && ok progress-gone ||
    fail progress-gone "$(tail -c 300 said | tr -d "$esc")"
progress -q
grep -q denetleniyor said && fail progress-quiet "shown" || ok progress-quiet
(cd uzun && "$MATBU" check -j 1) >said 2>&1
grep -q denetleniyor said && fail progress-pipe "shown" || ok progress-pipe
