#!/bin/sh
# Stores, which rclone reaches and which have no lock: what is sent and kept; a
# publish that is killed at each of its calls; two publishers, one of whom runs
# before each call of the other: no row is lost, and no page is there without
# its record; answers that nobody may trust; rclone's own servers and an S3 one.
# STEP=1 tries every call where else some are left out (minutes).
set -u
root=$PWD
export root
. tests/suite.sh
. tests/publish/site.sh
. tests/publish/sshd.sh
cd "$scratch" || exit 2
real=$(command -v rclone)

# The stand-in, for all but the last part.
mkdir bin && cp "$root/tests/publish/rclone.py" bin/rclone && chmod +x bin/rclone
PATH=$scratch/bin:$PATH
export RCLONE_CONFIG=/dev/null NO_PROXY=127.0.0.1
unset AWS_CA_BUNDLE
store="rclone::local:$scratch/site"

# is_whole_store DEST: as is_whole, beside what two publishers need.
is_whole_store() {
	head=$(tail -n 1 content/register.tsv | cut -f9)
	cmp -s content/register.tsv "$1/register.tsv" &&
	    cmp -s content/register.tsv "$1/register/$head.tsv" &&
	    cmp -s "$1/.matbu-site" "$1/register/$head.site" &&
	    [ "$head" = "$(tail -n 1 "$1/checkpoint.txt")" ] &&
	    (cd "$1" && find . -type f | sed 's|^\./||' |
	    grep -v -e '^checkpoint\.txt' -e '^register/' | sort) >there &&
	    cut -d' ' -f4 "$1/.matbu-site" | sed 1d | { cat; echo .matbu-site; } |
	    sort | cmp -s - there && ! grep -q taslak there &&
	    (cd "$1" && sed 1d .matbu-site | awk '{ print $1 "  " $4 }' |
	    sha256sum --quiet -c -) >/dev/null 2>&1
}
publish() { "$MATBU" publish -q "$@" 2>said; }
told() { LC_ALL=en_GB.UTF-8 "$MATBU" publish "$@"; }
docs() { "$MATBU" build -q --date 2026-06-01 2>/dev/null; }

# --- What is sent

first && press
expect first 0 publish "$store"
check first-whole "$(cat said)" is_whole_store site
check drafts-stay "a draft went out" [ ! -e site/frm/bim/e-posta/yeni.html ]
before=$(sum site) noted=$(cat content/.published)
expect second 0 publish "$store"
check second-nothing "something changed" is "$before $noted" "$(sum site) $(cat content/.published)"
more 1
told --dry-run "$store" >shown
check dry-run "it wrote" is "$before" "$(sum site)"
check dry-run-tells "$(cat shown)" grep -q '^new .*parola_20260301_1.html' shown
told "$store" >said
check changed "$(cat said)" is_whole_store site
check changed-tells "$(cat said)" [ "$(grep -c '^new ' shown)" = "$(sed -n 's/.*: \([0-9]*\) new.*/\1/p' said)" ]
echo benim >site/benim.txt && mkdir site/klasor && echo x >site/klasor/index.html
printf bozuk >site/matbu.css && cp site/index.html kept && tr a-z A-Z <kept >site/index.html
expect verify 0 publish --verify "$store"
check foreign-stay "they were touched" [ -s site/benim.txt -a -s site/klasor/index.html ]
rm -r site/benim.txt site/klasor
check verify-repaired "$(cat said)" is_whole_store site
mv templates/matbu.css templates/yeni.css && sed -i 's/matbu\.css/yeni.css/' templates/*.html
docs && publish "$store"
check removed "$(cat said)" [ ! -e site/matbu.css -a -s site/yeni.css ]
check removed-whole "$(cat said)" is_whole_store site
enter 2026-03-05 withdraw imapsmtp_20240101_1 'kaldırıldı' && press && publish "$store"
check withdrawn "$(cat said)" is_whole_store site
e=frm/bim/e-posta/parola_20250110_0
cp site/$e.pdf kept && echo başka >site/$e.pdf
expect record 1 publish "$store"
check record-told "$(cat said)" grep -q publish-record said
cp kept site/$e.pdf
edition parola_20260306_2 Yeni && enter 2026-03-06 release parola_20260306_2 && press
echo Rektörlük >site/frm/bim/e-posta/parola_20260306_2.html; : >site/index.php
expect foreign 1 publish "$store"
check foreign-told "$(cat said)" [ "$(grep -c -e publish-foreign -e publish-index said)" = 2 ]
rm site/frm/bim/e-posta/parola_20260306_2.html site/index.php && publish "$store"
mkdir bos && cp -R templates bos/ && (cd bos && "$MATBU" pull -q "$store" 2>../said)
check pull "$(cat said; diff -rq content bos/content | head -3)" \
    diff -rq -x .published -x 'yeni*' content bos/content

# --- What cannot be a destination, and an rclone that fails or lies

for dest in "rclone::local:$PWD/content" "rclone::local:$PWD/out/site" rclone::local:. rclone::local:content/frm; do
	expect "inside-${#dest}" 2 publish "$dest"
	check "inside-${#dest}-told" "$(cat said)" grep -q publish-inside said
done
for dest in rclone: rclone:x rclone::x rclone:-x:y 'rclone:x,a=b:y' 'rclone::s3,key=1:y' rclone:a/b:c "rclone:x:a
b"; do
	expect "where-${#dest}" 2 publish "$dest"
	check "where-${#dest}-told" "$(cat said)" grep -q publish-where said
done
mkdir lie
cat >lie/rclone <<'END'
#!/bin/sh
[ "$1" != lsjson ] || cat "$ANSWER"
printf 'kötü \033[31m\007 %0999d\n' 1 >&2
exit "$STATUS"
END
chmod +x lie/rclone
lie() { ANSWER=$PWD/answer STATUS=$1 PATH=$scratch/lie:$PATH publish rclone:x:y; }
: >answer
for status in 1 2 3 4 5 6 7 8 9 127; do
	expect "fails-$status" 3 lie $status
done
check fails-plain "$(cat said)" [ "$(LC_ALL=C grep -c '[[:cntrl:]]' said)" = 0 -a "$(wc -c <said)" -lt 2000 ]
mv lie/rclone lie/x
(PATH=/nowhere "$MATBU" publish -q "$store" 2>said)
check missing-told "$(cat said)" grep -q 'apt install rclone.*publish-rclone' said
mv lie/x lie/rclone
for bad in '' '[' '{}' '[1]' '[{"Path":1,"Size":2}]' '[{"Path":"index.html"}]' '[{"Path":"index.html","Size":-1}]' '[{"Path":"index.html","Size":1e9}]'; do
	printf %s "$bad" >answer
	expect "answer-${#bad}" 3 lie 0
	check "answer-${#bad}-told" "$(cat said)" grep -q publish-answer said
done
# Names of others are nobody's; those that a path could leave by, too.
cat >lie/rclone <<'END'
#!/usr/bin/python3 -SE
import json, os, subprocess, sys
if sys.argv[1] != 'lsjson':
    os.execv(os.environ['TRUE_RCLONE'], ['rclone'] + sys.argv[1:])
answer = json.loads(subprocess.check_output([os.environ['TRUE_RCLONE']] + sys.argv[1:]))
bad = ['../x', '/etc/passwd', 'a/../../x', '..', 'a\nb', '\x1b[31m', 'x' * 1000000, 'é/x.html', 'a b.html',
       '-x.html/', 'register/../x.tsv', 'register/' + 'g' * 64 + '.tsv']
print(json.dumps([{'Path': p, 'Size': 1} for p in bad] + answer))
END
hostile() {
	TRUE_RCLONE=$scratch/bin/rclone PATH=$scratch/lie:$PATH told "$store" >said 2>&1
}
before=$(sum site)
hostile
check hostile "$(cat said)" grep -q ' 0 new, 0 changed, 0 removed' said
check hostile-nothing "something was sent" is "$before" "$(sum site)"

# --- Killed at each call

mv content content.kept; rm -rf site bos out templates
first && press && publish "$store"
cp -R site site0; cp -R content content0
mkdir b && cp -R content templates b/
more 1
# An edition goes, and a style sheet gets another name.
mv templates/print.css templates/kagit.css && sed -i 's/print\.css/kagit.css/' templates/*.html
docs && cp -R content content1
CALLS=$scratch/calls FAULTS=$scratch/faults SITE=$scratch/site
export CALLS FAULTS SITE
: >faults

# killed NAME HOW BEFORE BY: kills at each BY-th call of a publish into a copy
# of BEFORE.
killed() {
	n=0
	while :; do
		n=$((n + $4))
		rm -rf site calls && cp content0/.published content/
		[ -z "$3" ] && mkdir site || cp -R "$3" site
		[ -n "$3" ] || rm content/.published
		AT=$n DO=$2 publish "$store" && break
		rm -f calls
		if ! publish "$store" || ! is_whole_store site; then
			fail "$1" "killed at call $n, again: $(cat said)"
			return
		fi
	done
	check "$1" "only $n calls, $(head -3 faults)" [ $n -gt 12 -a ! -s faults ]
}
killed killed half site0 1
killed killed-after kill site0 ${STEP:-6}
killed killed-first half '' ${STEP:-4}

# --- Two publishers

(cd b && k=$k && edition imapsmtp_20260302_2 'Öteki.' && enter 2026-03-02 release imapsmtp_20260302_2 Öteki && press)
cp -R b b0 && cp -R content0/. content/ && cp -R content1/. content/
# other: what the second publisher does meanwhile.
cat >other <<END
cd $scratch/b && { "$MATBU" publish -q $store || { "$MATBU" pull -q $store ||
    "$MATBU" pull -q --theirs $store; } && "$MATBU" build -q --date 2026-06-01 &&
    "$MATBU" publish -q $store; } 2>../other.said
END
# come_together FOLDER: pulls and publishes until the publish is done.
come_together() {
	(cd "$1" && for i in 1 2 3; do
		publish "$store" && exit
		{ "$MATBU" pull -q "$store" || "$MATBU" pull -q --theirs "$store"; } 2>said &&
		    docs || exit 1
	done; exit 1)
}
# both: whether the register there has the rows of both, and each has it.
both() {
	[ "$(grep -c -e parola_20260301_1 -e imapsmtp_20260302_2 site/register.tsv)" = 2 ] &&
	    cmp -s site/register.tsv content/register.tsv &&
	    cmp -s site/register.tsv b/content/register.tsv && is_whole_store site
}
# together NAME HOW ORDER BY: at each BY-th call of a publish, the other one
# runs; then this one goes on, or is killed.
together() {
	n=0 stopped=0
	while :; do
		n=$((n + $4))
		rm -rf site b calls content out && cp -R site0 site && cp -R b0 b &&
		    cp -R content1 content && cp -R out1 out
		AT=$n DO="sh $scratch/other; $2" publish "$store" || stopped=$((stopped + 1))
		[ "$(wc -l <calls)" -ge $n ] || break
		rm -f calls
		for who in $3; do
			come_together $who || break
		done
		if ! both; then
			fail "$1" "at call $n: $(cat said other.said b/said 2>/dev/null)"
			return
		fi
	done
	check "$1" "$n calls, $stopped stopped, $(head -3 faults)" [ $n -gt 12 -a $stopped -gt 1 -a ! -s faults ]
}
cp -R out out1
together two : '. b .' ${STEP:-5}
together two-killed 'kill -9 $(ps -o ppid= -p $PPID)' 'b . b' ${STEP:-7}

# One of them is told what to do.
rm -rf site b content && cp -R site0 site && cp -R b0 b && cp -R content1 content
rm -f calls
AT=9 DO="cd $scratch/b && $MATBU publish -q $store" publish "$store"
check told "$(cat said)" grep -q "matbu pull $store.*publish-\(overtaken\|behind\)" said
check register-kept "$(ls site/register)" [ "$(ls site/register | grep -c 'tsv$')" = 3 ]
unset CALLS SITE

# --- Real servers

if [ -z "$real" ]; then
	missing servers rclone
	exit 0
fi
rm -rf content && cp -R content1 content
# served NAME REMOTE: publishes there, kills a run, and pulls.
served() {
	cp content0/.published content/
	dest=rclone:$2
	expect "$1" 0 publish "$dest" || return
	mkdir "bos-$1" && cp -R templates "bos-$1/"
	publish "$dest" && (cd "bos-$1" && "$MATBU" pull -q "$dest" 2>../said)
	check "$1-pull" "$(cat said; diff -rq content "bos-$1/content" | head -3)" \
	    diff -rq -x .published -x 'yeni*' content "bos-$1/content"
	edition "parola_20260307_2" "Metin $1." && enter 2026-03-07 release parola_20260307_2 && docs
	rm -f calls
	CALLS=$scratch/calls REAL=$real AT=10 DO=kill PATH=$scratch/bin:$PATH publish "$dest"
	expect "$1-again" 0 publish "$dest"
	told --verify --dry-run "$dest" >said 2>&1
	check "$1-whole" "$(cat said)" grep -q ' 0 new, 0 changed, 0 removed' said
	(cd "bos-$1" && "$MATBU" pull -q "$dest" 2>../said)
	check "$1-pull-again" "$(cat said)" cmp content/register.tsv "bos-$1/content/register.tsv"
	rm -rf content out && cp -R content1 content && cp -R out1 out
}
PATH=${PATH#"$scratch/bin:"}
served local ":local:$scratch/yer"
check local-files "$(ls yer)" is "$(find yer -name '*_20260307_2.*' | wc -l)" 4
for kind in webdav sftp; do
	port=$(port) && mkdir served-$kind
	rclone serve $kind --addr "127.0.0.1:$port" --user u --pass p \
	    "$scratch/served-$kind" 2>$kind.log &
	pids="$pids $!"
	wait_for "$port"
	export RCLONE_CONFIG_WEBDAV_TYPE=webdav RCLONE_CONFIG_WEBDAV_VENDOR=other
	export RCLONE_CONFIG_WEBDAV_URL="http://127.0.0.1:$port/"
	export RCLONE_CONFIG_SFTP_TYPE=sftp RCLONE_CONFIG_SFTP_HOST=127.0.0.1 RCLONE_CONFIG_SFTP_PORT="$port"
	for name in WEBDAV SFTP; do
		export RCLONE_CONFIG_${name}_USER=u RCLONE_CONFIG_${name}_PASS="$(rclone obscure p)"
	done
	served $kind "$kind:belgeler"
done
PATH=$root/build/s3/bin:$PATH
if command -v moto_server >/dev/null; then
	port=$(port)
	moto_server -H 127.0.0.1 -p "$port" >s3.log 2>&1 &
	pids="$pids $!"
	wait_for "$port"
	export RCLONE_CONFIG_S3_TYPE=s3 RCLONE_CONFIG_S3_PROVIDER=Other RCLONE_CONFIG_S3_ENDPOINT="http://127.0.0.1:$port"
	export RCLONE_CONFIG_S3_ACCESS_KEY_ID=a RCLONE_CONFIG_S3_SECRET_ACCESS_KEY=gizli
	served s3 s3:kova/belgeler
	check s3-secret "it was written" [ -z "$(grep -r gizli content out said)" ]
else
	missing s3 moto
fi
