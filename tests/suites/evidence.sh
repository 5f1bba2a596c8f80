# Evidence: a record that somebody signed or filled in is told from one that
# shows something else; a checkpoint finds rows that were rewritten.
. tests/suite.sh
. tests/publish/site.sh

python=$PWD/build/pyhanko/bin/python
record=$PWD/content/frm/bim/e-posta/imapsmtp_20190115_1.pdf
edition=frm/bim/e-posta/imapsmtp_20190115_1
content=$PWD/content templates=$PWD/templates helpers=$PWD/tests/evidence
unset LC_ALL
export LC_MESSAGES=en

if [ ! -x "$python" ] || ! command -v qpdf pdfsig certutil ssh-keygen \
    >/dev/null; then
	missing tools "pyHanko, qpdf, pdfsig, certutil or ssh-keygen"
	exit
fi

cd "$scratch" || exit

# --- Records with something appended

# verdicts NAME CONTENT STATUS PATTERN FILE…
verdicts() {
	name=$1 place=$2 wanted=$3 pattern=$4
	shift 4
	for file; do
		PATH=${matbu_path:-$PATH} "$MATBU" verify --content "$place" \
		    "$file" >said 2>&1
		status=$?
		if [ $status -ne "$wanted" ] || ! grep -q "$pattern" said; then
			fail "$name" "$file: status $status: $(cat said)"
			return
		fi
	done
	ok "$name ($#)"
}

if ! "$python" "$helpers/updates.py" "$record" . 2>python; then
	fail updates "$(tail -n 2 python)"
	exit
fi
verdicts record "$content" 0 "intact: $edition" "$record"
verdicts signatures "$content" 0 'intact.*appended' fine/*.pdf
verdicts forgeries "$content" 1 'contains our record unaltered' other/*.pdf
verdicts one-signature "$content" 0 '; 1 signature appended' fine/signed.pdf
verdicts two-signatures "$content" 0 '; 2 signatures' fine/signed-twice.pdf
verdicts time-stamp "$content" 0 '1 signature.*1 time stamp' \
    fine/signed-lta.pdf

mkdir keys && head -c 100 /dev/urandom >noise &&
    certutil -N -d sql:keys --empty-password &&
    certutil -S -d sql:keys -n imza -s CN=Imza -t CT,C,C -x -m 1 -v 12 \
    -z noise >/dev/null 2>&1
pdfsig -nssdir keys -add-signature -nick imza "$record" poppler.pdf \
    >/dev/null 2>&1
verdicts pdfsig "$content" 0 '; 1 signature appended' poppler.pdf

# A byte of the record itself.
{ head -c 5000 "$record"; printf x; tail -c +5002 fine/signed.pdf; } >bit.pdf
verdicts altered "$content" 1 verify-altered bit.pdf

# Every cut of a signed file: never intact without its whole end.
size=$(stat -c %s fine/signed.pdf) begins=$(stat -c %s "$record")
"$python" - "$size" "$begins" <<'PY'
import random, sys
size, begins = map(int, sys.argv[1:])
with open('fine/signed.pdf', 'rb') as file:
    data = file.read()
rng = random.Random(1)
for i in range(40):
    with open(f'cut-{i}.pdf', 'wb') as file:
        file.write(data[:rng.randrange(begins + 1, size - 7)])
PY
verdicts cuts "$content" 1 'contains our record unaltered' cut-*.pdf

# Without qpdf nothing is called intact that has something appended.
mkdir without
matbu_path=$scratch/without
verdicts no-qpdf "$content" 1 verify-program fine/signed.pdf
verdicts no-qpdf-record "$content" 0 intact "$record"
# One that never ends, one that prints for ever, one that complains.
for says in 'sleep 9 & wait; kill $$' 'yes' 'echo; echo warning >&2'; do
	printf '#!/bin/sh\nPATH=%s\n[ "$1" != --version ] || exit 0\n%s\n' \
	    "$PATH" "$says" >without/qpdf
	chmod +x without/qpdf
	verdicts "qpdf-${says%% *}" "$content" 1 verify-unread fine/signed.pdf
done
matbu_path=

# --- The record alone

expect extract 0 "$MATBU" verify --content "$content" --extract \
    fine/signed-lta.pdf -o alone.pdf && cmp alone.pdf "$record" &&
    ok extracted || fail extracted "differs from the record"
expect extract-again 1 "$MATBU" verify --content "$content" --extract \
    fine/signed.pdf -o alone.pdf
expect extract-forged 0 "$MATBU" verify --content "$content" --extract \
    other/new_pages.pdf -o forged.pdf && cmp forged.pdf "$record" &&
    ok extracted-forged || fail extracted-forged "differs from the record"
ln -s elsewhere link.pdf
expect extract-link 1 "$MATBU" verify --content "$content" --extract \
    fine/signed.pdf -o link.pdf
[ ! -e elsewhere ] || fail extract-link "wrote through the link"

# --- A record with fields: one from before matbu

cp -R "$content" forms && chmod -R u+w forms && rm forms/register.tsv &&
    cp form.pdf forms/$edition.pdf
expect import 0 "$MATBU" release --content forms --templates "$templates" \
    --existing $edition --date 2026-01-15
verdicts form forms 0 "intact: $edition" form.pdf
verdicts filled forms 0 'intact' filled/*.pdf
verdicts filled-in forms 0 '; filled in$' filled/filled.pdf \
    filled/filled-in-place.pdf
verdicts signed-in-place forms 0 '; 1 signature appended' \
    filled/signed-in-place.pdf
verdicts filled-signed forms 0 '; filled in; 1 signature' \
    filled/filled-signed.pdf
verdicts misused forms 1 'contains our record unaltered' misused/*.pdf

# --- A record with another word in its end: readers search for one

cp -R "$content" tails && chmod -R u+w tails && rm tails/register.tsv &&
    cp tail.pdf tails/$edition.pdf
expect import-tail 0 "$MATBU" release --content tails \
    --templates "$templates" --existing $edition --date 2026-01-15
verdicts tail tails 0 "intact: $edition" tail.pdf
verdicts tail-appended tails 1 'contains our record unaltered' \
    tail-appended.pdf

# --- Checkpoints

cp -R "$content/../tests/sites/kontrol/content" rows && chmod -R u+w rows
ssh-keygen -q -t ed25519 -N '' -f key
ssh-keygen -q -t ed25519 -N '' -f other-key
printf 'kalite %s\n' "$(cut -d ' ' -f 1,2 key.pub)" >allowed
publish_to() {
	"$MATBU" publish --content rows --out made -q --date 2026-06-01 "$@"
}
"$MATBU" build --content rows --templates "$templates" --out made -q \
    --date 2026-06-01 2>said || fail build "$(cat said)"
expect publish 0 publish_to site
if [ "$(sed -n 3p site/checkpoint.txt)" = "$(tail -1 rows/register.tsv |
    cut -f 9)" ] && [ "$(wc -l <site/checkpoint.txt)" -eq 3 ] &&
    [ "$(sed -n 2p site/checkpoint.txt)" -eq \
    $(($(wc -l <rows/register.tsv) - 1)) ]; then
	ok lines
else
	fail lines "$(cat site/checkpoint.txt)"
fi
"$MATBU" checkpoint --content rows >printed
cmp -s printed site/checkpoint.txt && ok printed || fail printed "$(cat printed)"
[ ! -e site/checkpoint.txt.sig ] && ok unsigned || fail unsigned
expect sign 0 publish_to site --sign key
by_hand() {
	ssh-keygen -Y verify -f allowed -I kalite -n matbu-checkpoint \
	    -s "$1.sig" <"$1"
}
expect by-hand 0 by_hand site/checkpoint.txt
since() {
	"$MATBU" verify --content rows --since "$@"
}
expect since 0 since site/checkpoint.txt
grep -q 'signature not checked' said && ok not-checked ||
    fail not-checked "$(cat said)"
expect since-signed 0 since site/checkpoint.txt --signers allowed
grep -q 'signed by kalite' said && ok signed-by || fail signed-by "$(cat said)"
cp -R site/checkpoint.txt site/checkpoint.txt.sig .
sed -i 1s/$/x/ checkpoint.txt
expect other-text 1 since checkpoint.txt --signers allowed
rm checkpoint.txt.sig
expect no-signature 1 since checkpoint.txt --signers allowed
rm checkpoint.txt
expect other-signer 0 "$MATBU" checkpoint --content rows --sign other-key
expect not-allowed 1 since checkpoint.txt --signers allowed
ssh-keygen -q -Y sign -n file -f key <printed >printed.sig 2>/dev/null
expect other-purpose 1 since printed --signers allowed
expect key-missing 3 publish_to site --sign no-key
mkfifo pipe
expect key-pipe 3 timeout 30 "$MATBU" checkpoint --content rows --sign pipe
expect signers-pipe 1 timeout 30 "$MATBU" verify --content rows \
    --since printed --signers pipe

# What a file may not be.
i=0
for text in '' 'matbu register x\n' 'matbu register x\n0\n%s\n' \
    'matbu register x\n07\n%s\n' 'matbu register x\n\n7\n%s\n' \
    'matbu register x\r7\r%s\r' 'matbu register x\n7\n%s\n\nx\n' \
    'matbu register \n7\n%s\n' 'matbu register \033x\n7\n%s\n' \
    'matbu register x\n7\nX%s\n' 'matbu register x\n99999999999999999\n%s\n'
do
	# shellcheck disable=SC2059 # the text is the form
	printf "$text" "$(sed -n 3p printed)" >strange
	expect strange-$((i += 1)) 1 since strange
done
# A mail may have changed the ends of the lines.
for text in 'matbu register x\n7\n%s' 'matbu register x\n7\n%s\n\n' \
    'matbu register x\r\n7\r\n%s\r\n' '\357\273\277matbu register x\n7\n%s\n'
do
	# shellcheck disable=SC2059 # the text is the form
	printf "$text" "$(sed -n 3p printed)" >mailed
	expect mailed-$((i += 1)) 0 since mailed
done
head -c 2000000 /dev/zero >strange
expect strange-large 1 since strange

# A new row: the signature of the old checkpoint goes, and publish says so.
expect row 0 "$MATBU" review --content rows --date 2026-06-02 --by Müdür \
    --note denendi klv/bim/hesap/parola
"$MATBU" build --content rows --templates "$templates" --out made -q \
    --date 2026-06-02
publish_to site >said 2>&1
if [ ! -e site/checkpoint.txt.sig ] && grep -q publish-unsigned said; then
	ok signature-goes
else
	fail signature-goes "$(cat said)"
fi
expect since-older 0 since printed
grep -q 'added since: 1' said && ok added || fail added "$(cat said)"
expect same-again 0 publish_to site
printf 'ours\n' >site/checkpoint.txt
expect foreign 1 publish_to site
[ "$(cat site/checkpoint.txt)" = ours ] && ok foreign-stays || fail foreign-stays
rm site/checkpoint.txt
expect renewed 0 publish_to site

# By hand, for the site and for what is uploaded.
mkdir upload
expect changed 0 "$MATBU" publish --content rows --out made -q \
    --date 2026-06-02 --changed upload --sign key
expect changed-by-hand 0 by_hand upload/checkpoint.txt

mkdir beside && cp rows/register.tsv beside/register.tsv
"$MATBU" checkpoint --content rows >kept.txt
if found=$(python3 "$helpers/rows.py" "$MATBU" rows kept.txt \
    beside/register.tsv 120 2>&1); then
	ok "rewritten ($found)"
else
	fail rewritten "$found"
fi
