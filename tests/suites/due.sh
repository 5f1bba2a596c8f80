#!/bin/sh
# Who must act: a year of 300 documents; what sendmail gets; the files
# .mail.tsv and .due.tsv when disks fail, programs are killed, names are
# hostile; they are never published.
set -u
. tests/suite.sh
root=$PWD
LC_ALL=C.UTF-8
export LC_ALL
cd "$scratch" || exit 2
ln -s "$root/templates" templates
PYTHONUTF8=1 python3 "$root/tests/due/year.py" "$MATBU" ||
    fail year "the program ended"

# A collection of three duties for two owners.
rm -rf content bin mails
k=frm/bim/konu
mkdir -p content/$k bin
for folder in frm frm/bim $k; do echo "# Folder" >content/$folder/index.md; done
printf -- '---\ncontact: IT, site@a.example\nlang: en\n---\n# Ünivërsite\n' \
    >content/index.md
for name in bir iki; do
	printf -- '---\nprepared-by: "%s"\nreview: 2025-02-01\n---\n# %s\n\nText.\n' \
	    "Şef $name" "Doküman $name" >content/$k/${name}_20250101_0.md
done
printf 'ŞEF BİR\tbir@a.example\n' >content/.mail.tsv
"$MATBU" release $k/bir $k/iki --date 2025-01-01 --by Head --note first -q ||
    fail release
cat >bin/sendmail <<'EOF'
#!/bin/sh
cat >"mail.$3"
EOF
chmod +x bin/sendmail
PATH=$scratch/bin:$PATH
send() {
	"$MATBU" due --send -q --date "$1"
}
silent() {
	if [ ! -s said ]; then ok "$1"; else fail "$1" "$(head -n 2 said)"; fi
}

send 2024-12-01 >said 2>&1
silent good-day
expect first 0 send 2025-03-01
[ -s mail.bir@a.example ] && [ -s mail.site@a.example ] && ok both ||
    fail both "$(ls)"
rm -f mail.*
send 2025-03-30 >said 2>&1
silent within
[ -z "$(ls | grep '^mail')" ] && ok not-twice || fail not-twice "$(ls)"
expect again 0 send 2025-03-31
[ -s mail.bir@a.example ] && ok repeated || fail repeated "$(ls)"

# Headers: ASCII, encoded, at most 78 columns; python reads the same words.
python3 - mail.bir@a.example <<'EOF' && ok form || fail form "no good message"
import email, email.policy, sys
raw = open(sys.argv[1], 'rb').read()
m = email.message_from_bytes(raw, policy=email.policy.default)
head, _, body = raw.partition(b'\n\n')
sys.exit(not (raw.isascii() and max(map(len, raw.split(b'\n'))) <= 78
    and m['Subject'] == 'Ünivërsite: duties: 1' and not m.defects
    and m['To'].addresses[0].display_name == 'Şef bir'
    and m['From'] == 'site@a.example' and m['Date'].datetime
    and m['Auto-Submitted'] == 'auto-generated' and m['Message-ID']
    and 'frm/bim/konu/bir  Doküman bir\n' in m.get_content()
    and 'iki' not in m.get_content()))
EOF
# An mbox on standard output; nothing is noted.
cp content/.due.tsv before
"$MATBU" due --format mail --date 2025-06-01 >box
python3 -c 'import mailbox, sys; sys.exit(len(mailbox.mbox("box")) != 2)' &&
    cmp -s before content/.due.tsv && ok mbox || fail mbox "$(head -n 3 box)"

# A message that sendmail does not take is sent the next day; the other one
# went out once.
cat >bin/sendmail <<'EOF'
#!/bin/sh
case $3 in bir*) echo "no $(printf '\033')route" >&2; exit 75;; esac
cat >"mail.$3"
EOF
rm -f mail.*
expect refused 1 send 2025-05-01
grep -q 'bir@a.example.*75.*no ?route' said && ok says || fail says "$(cat said)"
printf '#!/bin/sh\ncat >"mail.$3"\n' >bin/sendmail
rm -f mail.*
expect next-day 0 send 2025-05-02
[ -s mail.bir@a.example ] && [ ! -e mail.site@a.example ] && ok only-refused ||
    fail only-refused "$(ls)"

# Killed while a message is sent: the next run sends it, and not the one before
# it; the file is whole.
cat >bin/sendmail <<'EOF'
#!/bin/sh
cat >"mail.$3"
case $3 in site*) kill -9 $PPID;; esac
EOF
rm -f mail.*
send 2025-07-01 >said 2>&1
[ "$(grep -c 2025-07-01 content/.due.tsv)" = 1 ] && ok killed ||
    fail killed "$(cat content/.due.tsv)"
printf '#!/bin/sh\ncat >"mail.$3"\n' >bin/sendmail
rm -f mail.*
expect after-kill 0 send 2025-07-01
[ ! -e mail.bir@a.example ] && [ -s mail.site@a.example ] && ok resumed ||
    fail resumed "$(ls)"

# A file that cannot be written: nothing is sent. A lost one: sent again. One
# of another day, when the clock was wrong, is no reason to be silent.
rm -f mail.* content/.due.tsv
mkdir content/.due.tsv content/.due.tsv/x
expect no-file 3 send 2025-09-01
[ -z "$(ls | grep '^mail')" ] && ok nothing-sent || fail nothing-sent "$(ls)"
rm -r content/.due.tsv
ln -s /etc/passwd content/.due.tsv
expect link 3 send 2025-09-01
rm content/.due.tsv
send 2035-01-01 >said 2>&1
rm -f mail.*
expect clock 0 send 2025-09-01
[ -s mail.bir@a.example ] && ok clock-sent || fail clock-sent "$(cat content/.due.tsv)"
rm -f mail.*
( ulimit -f 0; trap '' XFSZ; send 2025-12-01 ) >/dev/null 2>&1
[ $? -eq 3 ] && [ ! -s mail.bir@a.example ] && ! grep -q 2025-12-01 content/.due.tsv && ok full ||
    fail full "$(cat content/.due.tsv)"
flock -o content sleep 5 &
pids=$!
until ! flock -n content true; do sleep 0.05; done
expect locked 3 send 2025-12-01
kill $pids; wait 2>/dev/null

# Links that fail, as the check of links noted them: each is mailed once, also
# one that failed since the same day and is a fault later.
rm -f mail.* content/.due.tsv
printf -- '---\nprepared-by: Şef bir\nrelies-on: {url: "http://c.example/", says: word}\n---\n# Bağ\n\n[a](http://a.example/x) [b](http://b.example/#y)\n' \
    >content/$k/bag_20251130_0.md
printf '2025-12-01\t2025-12-09\t3\t404\thttp://a.example/x\n2025-12-01\t2025-12-09\t2\tname\thttp://b.example/\n2025-12-01\t2025-12-09\t9\t404\thttp://none.example/\n' \
    >content/.links.tsv
body() {
	python3 -c 'import email, email.policy, sys
m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
print(*m.get_content().split(), sep="")' <mail.bir@a.example
}
expect links 0 send 2025-12-10
body >text
grep -q 'http://a.example/x' text && ! grep -qE '/(b|none|c).example' text &&
    ok links-mailed || fail links-mailed "$(cat text)"
printf '2025-12-01\t2025-12-10\t3\tname\thttp://b.example/\n2025-12-01\t2025-12-01\t1\tsays\thttp://c.example/\tword\n' \
    >>content/.links.tsv
rm -f mail.*
expect links-later 0 send 2025-12-11
body >text
grep -q 'http://b.example' text && grep -q 'http://c.example' text &&
    ! grep -q 'http://a.example/x' text && [ ! -e mail.site@a.example ] &&
    ok links-once || fail links-once "$(cat text; ls)"
rm content/$k/bag_20251130_0.md content/.links.tsv

# A role cannot add a header; its document alone is left out, and reported.
printf -- '---\nprepared-by: "Kim\\nBcc: x@b.example"\n---\n# Yeni\n\nText.\n' \
    >content/$k/uc_20250201_0.md
printf -- '---\nprepared-by: Kim\342\200\256mik\n---\n# Yeni\n\nText.\n' \
    >content/$k/alti_20250201_0.md
"$MATBU" due --format mail --date 2026-02-01 >box 2>said
grep -q 'alti_.*due-control' said && ! grep -qi '^bcc' box &&
    grep -q 'konu/uc ' box && ! grep -q konu/alti box && ok injection ||
    fail injection "$(cat said box)"
rm content/$k/uc_20250201_0.md content/$k/alti_20250201_0.md

# All warnings are shown; each command has a line to itself, as a shell wants it.
for text in "First; it's wrong, see \"x\"" 'Second'; do
	"$MATBU" warn -q $k/bir "$text" --date 2026-01-15 >said 2>&1 ||
	    fail warn "$(cat said)"
done
"$MATBU" due --date 2026-02-01 >text
grep -q '15.01.2026: First' text && grep -q '15.01.2026: Second' text &&
    "$MATBU" list --status warned --date 2026-02-01 | tr -s '\n ' ' ' |
    grep -q "First; it's wrong, see \"x\"; 15.01.2026: Second" &&
    ok warnings || fail warnings "$(cat text)"
grep '^        ' text >commands
grep -q '^        matbu warn --lift frm/bim/konu/bir$' commands &&
    ! grep -v '^        matbu ' commands && ! grep -q ': matbu' text &&
    sh -n commands && ok commands || fail commands "$(cat text)"

# Neither file leaves the office.
"$MATBU" build -q --date 2026-02-01 && "$MATBU" publish "$scratch/dest" -q \
    --date 2026-02-01 >said 2>&1 || fail publish "$(cat said)"
[ -f dest/$k/bir.html ] && ! grep -rqE 'bir@a\.example|due\.tsv|mail\.tsv' dest &&
    [ -z "$(find dest out -name '.mail*' -o -name '.due*')" ] && ok private ||
    fail private "$(find dest -name '.*'; cat said)"
