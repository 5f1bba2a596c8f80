# Rows of the register whose chain is broken, or whose chain is right but who
# contradict one another; checkpoints that the register does not fit.
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2
LC_ALL=en_GB.UTF-8
export LC_ALL
r=content/register.tsv
first && cp -R "$root/templates" .
enter 2025-02-01 review parola_20250110_0 denendi
enter 2025-02-02 warn parola_20250110_0 uyarı
cp $r sound.tsv

# said NAME LINE ID [COMMAND…]: status 1, and the message about the line.
said() {
	name=$1 line=$2 id=$3
	shift 3
	[ $# -gt 0 ] || set -- "$MATBU" check --date 2025-06-01
	"$@" >said 2>&1
	status=$?
	check "$name" "status $status: $(head -n 2 said)" eval \
	    "[ $status -eq 1 ] && grep -q '^$r:$line:.*\[$id\]' said"
}
again() { cp sound.tsv $r; }

# fine COMMAND…: its status is 0.
fine() {
	status=0
	"$@" >said 2>&1 || status=$?
	[ $status -eq 0 ]
}
sound() { fine "$MATBU" check --date 2025-06-01; }
check sound "it is not" sound

# --- The chain

for line in 2 3 4 5; do
	again
	sed -i "${line}s/Müdür/Müdüre/" $r
	said altered-$line $line register-chain
done
again && sed -i 3d $r
said row-gone 3 register-chain
again && sed -i '$s/.$/G/' $r
said digest 5 register-row
again && printf %s "$(cat sound.tsv)" >$r
said no-end 1 register-form

# --- Rows that contradict one another

again && enter 2025-02-01 review parola_20250110_0 x
said day-of-event 6 register-rule
again && enter 2025-02-02 review parola_20250110_0 x
check day-again "it is not sound" sound
again && edition yeni2_20250101_0 Metin && enter 2025-01-31 release yeni2_20250101_0
said day-of-release 6 register-rule
again && enter 2025-03-01 release parola_20250110_0
said released-twice 6 register-rule
rm -rf $k/yeni2*
for event in review warn lift withdraw erase; do
	again && enter 2025-03-01 $event yeni_20260101_0 x
	said unreleased-$event 6 register-rule
done

# --- A release without a record has a page, and no record is made for it

again && edition eski_20240101_0 Metin
recordless=1 && enter 2025-03-01 release eski_20240101_0 && unset recordless
check recordless "$(head -n 2 said)" fine "$MATBU" build --quiet \
    --date 2025-06-01
check recordless-page "no page, or a record" eval '
    grep -q Metin out/frm/bim/e-posta/eski_20240101_0.html &&
    ! grep -q "eski[^\"]*\.pdf" out/frm/bim/e-posta/eski_20240101_0.html &&
    [ -z "$(find out -name "eski*.pdf")" ]'
rm -rf out $k/eski*

# --- Checkpoints

again
rows=4 chain=$(tail -n 1 $r | cut -f9) before=$(sed -n 4p $r | cut -f9)
# point ROWS CHAIN [REST]: a checkpoint.
point() { printf 'matbu register x\n%s\n%s\n%s' "$1" "$2" "${3-}" >cp; }
since() { "$MATBU" verify --since cp --date 2025-06-01; }
point 4 "$chain" 
check point "it does not fit" fine since
point 3 "$before" 
check point-before "it does not fit" fine since
point 3 "$chain"
said point-other 4 since-other since
point 4 "$before"
said point-last 5 since-other since
for n in 5 6 2000000000; do
	point $n "$chain"
	said point-$n 6 since-cut since
done
# A mail or an editor gives the lines another form.
point 4 "$chain" && sed -i 's/$/\r/' cp
check point-crlf "$(head -n 2 said)" fine since
point 4 "$chain" && { printf '\357\273\277' && cat cp; } >marked && mv marked cp
check point-bom "$(head -n 2 said)" fine since
printf 'matbu register x\n4\n%s' "$chain" >cp
check point-no-lf "$(head -n 2 said)" fine since
printf '\357\273\277matbu register x\r\n4\r\n%s' "$chain" >cp
check point-all "$(head -n 2 said)" fine since
point 4 "$chain" "$(printf '\n\n.')" && sed -i '$d' cp
check point-blank "$(head -n 2 said)" fine since
printf 'matbu register x\n3\n%s' "$chain" >cp
said point-no-lf-other 4 since-other since

# “form NAME”: it is no checkpoint.
form() {
	fine since
	check "form-$1" "$(head -n 2 said)" eval \
	    "[ $status -eq 1 ] && grep -q '\[checkpoint-form\]' said"
}
point 4 "$chain" x && form rest
point 4 "$chain" "$(printf 'x\n.')" && sed -i '$d' cp && form line
point 0 "$chain" && form none
point 04 "$chain" && form zero
point 4x "$chain" && form letter
point 4 "${chain%?}" && form short
point 4 "${chain%?}G" && form digest

# A register of that day beside the checkpoint names the first other row.
mkdir beside && cp sound.tsv beside/register.tsv
for line in 2 3 4 5; do
	point 4 "$chain" && mv cp beside/cp && rm -f $r && n=1
	sed 1d sound.tsv | cut -f1-8 | while IFS='	' read -r day event edition rest; do
		n=$((n + 1))
		[ "$n" != "$line" ] || rest=$(echo "$rest" | sed 's/Müdür/Memur/')
		row=$(printf '%s\t%s\t%s\t%s' "$day" "$event" "$edition" "$rest")
		[ -f $r ] || printf '%s\n' "$header" >$r
		last=$(tail -n 1 $r | sed 's/.*	//')
		printf '%s\t%s\n' "$row" "$(printf '%s\n%s\n' "$last" "$row" |
		    sha256sum | cut -c1-64)" >>$r
	done
	said rewritten-$line $line since-row \
	    "$MATBU" verify --since beside/cp --date 2025-06-01
done
