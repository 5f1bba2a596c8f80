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
# READS names some of the commands.
PYTHONDONTWRITEBYTECODE=1 python3 "$root/tests/reads/reads.py" "$MATBU" \
    "$library" place $READS

# --- A file that changes, or goes, between two readings of one run

# moved NAME WHAT COMMAND…: the command, where before the N-th opening of
# $file, for each N, somebody saves (append) or removes it. It ends with status
# 0, or tells; is_whole_COMMAND STATUS looks at what it left.
moved() {
	name=$1 act=$2
	shift 2
	n=0 told=0 wrong=
	while :; do
		n=$((n + 1))
		rm -rf p mark && cp -R place p
		(cd p && LD_PRELOAD=$library FAIL_CALL=open FAIL_N=$n \
		    FAIL_PATH=$file FAIL_ACT=$act FAIL_MARK=$scratch/mark \
		    "$MATBU" "$@" --date 2026-06-01 >../said 2>&1)
		status=$?
		[ -e mark ] || break
		[ $status -eq 0 ] || told=$((told + 1))
		if [ $status -gt 3 ]; then
			wrong="$n: status $status"
		elif [ $status -ne 0 ] && ! grep -q '\]$' said; then
			wrong="$n: status $status, no message"
		elif ! why=$(cd p && "is_whole_$1" $status); then
			wrong="$n: status $status: $why"
		fi
		[ -z "$wrong" ] || break
	done
	# What is saved before the first opening is what the run reads.
	if [ -n "$wrong" ]; then
		fail "$name" "$wrong $(head -n 2 said)"
	elif [ $n -lt 2 ] || { [ $n -gt 2 ] && [ $told -eq 0 ]; }; then
		fail "$name" "$n openings, $told told"
	else
		ok "$name ($((n - 1)) openings, $told told)"
	fi
}

# What a build left is of one state: it is as it was, or as a build of the
# collection as it now stands makes it.
is_whole_build() {
	if [ "$1" -ne 0 ]; then
		diff -rq -x .matbu.lock -x .state -x .made ../place/out out
	else
		"$MATBU" build -q --date 2026-06-01 --out new 2>&1 &&
		    diff -rq -x .state -x .made new out
	fi
}
# A row describes the files that are there, and the text that is attached.
is_whole_release() {
	if [ "$1" -ne 0 ]; then
		cmp ../place/content/register.tsv content/register.tsv &&
		    [ ! -e $k/taslak_20260110_0.pdf ] && return
		echo "a row or a record is there"
		return 1
	fi
	"$MATBU" verify --all --date 2026-06-01 2>&1
}
for file in parola_20250110_0.md taslak_20260110_0.md content/index.md \
    e-posta/index.md taslak_20260110_0/resim.png parola_20250110_0/resim.png \
    parola_20250110_0.pdf; do
	for act in append remove; do
		moved "build-$act-$file" $act build --jobs 1
	done
done
for file in taslak_20260110_0.md taslak_20260110_0/resim.png \
    e-posta/index.md content/index.md taslak_20260110_0.pdf; do
	for act in append remove; do
		moved "release-$act-$file" $act release \
		    frm/bim/e-posta/taslak_20260110_0 --by Müdür
	done
done

# --- A disk that fails after the rename: the row is in, and the message says so

rm -rf p && cp -R place p
n=0
while n=$((n + 1)); [ $n -lt 20 ]; do
	rm -rf p mark && cp -R place p
	(cd p && LD_PRELOAD=$library FAIL_CALL=fsync FAIL_N=$n \
	    FAIL_MARK=$scratch/mark LC_ALL=en_US.UTF-8 "$MATBU" warn \
	    frm/bim/e-posta/parola Dikkat --date 2026-06-01 >../said 2>&1)
	status=$?
	[ -e mark ] || break
	if cmp -s place/content/register.tsv p/content/register.tsv; then
		expected='cannot write'
	else
		expected='the change is made'
	fi
	[ $status -eq 3 ] && grep -q "$expected" said && ok "fsync-$n" ||
	    fail "fsync-$n" "status $status: $(cat said)"
done
[ $n -ge 3 ] || fail fsync "$n calls"

# --- Verify: a file that cannot be read leaves the others their verdicts

cd place || exit 2
pdf=$k/parola_20250110_0.pdf
printf x >yabanci.pdf
mkdir -p klasor.pdf
for order in "yok.pdf $pdf yabanci.pdf" "$pdf klasor.pdf yabanci.pdf" \
    "yabanci.pdf $pdf yok.pdf"; do
	# shellcheck disable=SC2086 # words of a command
	expect "verify-order-${order%% *}" 3 "$MATBU" verify $order
	grep -q 'sağlam: frm/bim/e-posta/parola_20250110_0' "$scratch/said" &&
	    grep -q '^yabanci.pdf: .*verify-form' "$scratch/said" &&
	    grep -q 'file-read' "$scratch/said" && ok "verify-all-told-${order%% *}" ||
	    fail "verify-all-told-${order%% *}" "$(cat "$scratch/said")"
done
cp $pdf "$scratch/kept.pdf"
rm $pdf && mkdir $pdf
expect record-unread 1 "$MATBU" verify --all
grep -q record-unread "$scratch/said" && ! grep -q record-missing "$scratch/said" &&
    ok record-not-missing || fail record-not-missing "$(cat "$scratch/said")"
rmdir $pdf && cp "$scratch/kept.pdf" $pdf

# --- Two builds in one out/: the second waits, and says for whom

"${CC:-cc}" -O1 -shared -fPIC -o "$scratch/no_pause.so" \
    "$root/tests/reads/no_pause.c"
"$MATBU" build -q --date 2026-06-01
# hold: another program has out/, until the file “go” is removed.
hold() {
	touch go
	printf 'ayşe@sunucu:4711\n' >out/.matbu.lock
	flock out/.matbu.lock sh -c 'touch held
	    while [ -e go ]; do sleep 0.05; done; rm -f out/.matbu.lock' &
	holder=$!
	while [ ! -e held ]; do sleep 0.05; done
	rm held
}
hold
for command in build 'build frm/bim/e-posta' 'publish site'; do
	# shellcheck disable=SC2086 # words of a command
	expect "locked-$command" 3 env LD_PRELOAD="$scratch/no_pause.so" \
	    "$MATBU" $command --date 2026-06-01
	grep -q 'ayşe@sunucu:4711 *;.*\[out-waiting\]' "$scratch/said" &&
	    grep -q 'ayşe@sunucu:4711 *;.*\[out-locked\]' "$scratch/said" &&
	    [ "$(wc -l <"$scratch/said")" -eq 2 ] &&
	    ok "locked-told-$command" ||
	    fail "locked-told-$command" "$(cat "$scratch/said")"
done
rm -rf frozen && cp -R out frozen
"$MATBU" build --date 2026-06-01 >waited 2>&1 & builder=$!
sleep 0.3
kill -0 $builder 2>/dev/null && ok waits || fail waits "$(cat waited)"
rm go
wait $builder && grep -q out-waiting waited && ok then-builds ||
    fail then-builds "$(cat waited)"
wait $holder
same unchanged-meanwhile frozen/frm out/frm
[ ! -e out/.matbu.lock ] && ok lock-gone || fail lock-gone
# One that was killed holds nothing; a link is not followed.
echo 'ölü@makine:1' >out/.matbu.lock
expect dead-lock 0 "$MATBU" build -q --date 2026-06-01
echo foreign >foreign && ln -s ../foreign out/.matbu.lock
expect linked-lock 3 "$MATBU" build -q --date 2026-06-01
[ "$(cat foreign)" = foreign ] && ok linked-lock-kept || fail linked-lock-kept
rm out/.matbu.lock && mkfifo out/.matbu.lock
expect fifo-lock 3 timeout 10 "$MATBU" build -q --date 2026-06-01
rm out/.matbu.lock
# Both at once, again and again: neither takes files for foreign ones.
wrong=
for i in 1 2 3 4 5 6; do
	rm -rf out
	"$MATBU" build -q --date 2026-06-01 2>one & a=$!
	"$MATBU" build -q --date 2026-06-01 2>two & b=$!
	wait $a || wrong="$wrong $(cat one)"
	wait $b || wrong="$wrong $(cat two)"
	diff -r frozen/frm out/frm >one || wrong="$wrong $(cat one)"
done
[ -z "$wrong" ] && ok two-at-once || fail two-at-once "$wrong"
