#!/bin/sh
# The check of links outside: hostile hosts, pages that changed, what texts rely
# on; content/.links.tsv when the disk fails, the program is killed or somebody
# else wrote it. Nothing leaves this machine.
set -u
. tests/suite.sh
root=$PWD
cd "$scratch" || exit 2
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1 python3 "$root/tests/outside/outside.py" \
    "$MATBU" || fail outside "the program ended"

# --- content/.links.tsv

k=frm/bim/konu
mkdir -p state/content/$k && cd state || exit 2
for folder in . frm frm/bim $k; do echo "# Folder" >content/$folder/index.md; done
sleep 300 | PYTHONDONTWRITEBYTECODE=1 python3 "$root/tests/outside/hosts.py" 1 \
    >port 2>&1 &
pids=$!
until [ -s port ]; do sleep 0.1; done
a=http://127.0.0.1:$(cat port)
printf '# Ad\n\n<%s/gone> <%s/ok>\n' "$a" "$a" >content/$k/ad_20250101_0.md
check() {
	LC_ALL=C.UTF-8 "$MATBU" check --links --date "$1"
}
expect first 0 check 2026-01-01
cp content/.links.tsv before

( ulimit -f 0; trap '' XFSZ; check 2026-01-05 ) >/dev/null 2>&1
[ $? -eq 3 ] && cmp -s before content/.links.tsv && ok full ||
    fail full "$(cat content/.links.tsv)"
[ -z "$(find content -name '.links.tsv?*')" ] && ok full-clean ||
    fail full-clean "$(ls -a content)"

# Killed at any time, the file is whole: the old one or the new one.
printf '# first\tlast\tdays\treason\taddress\tphrase\n2026-01-01\t2026-01-05\t2\t404\t%s/gone\n' \
    "$a" >after
n=0
for time in 0.1 0.3 0.5 0.8 1.0 1.1 1.2 1.3 1.5; do
	cp before content/.links.tsv
	timeout -s KILL $time "$MATBU" check --links --date 2026-01-05 \
	    >/dev/null 2>&1
	cmp -s before content/.links.tsv || cmp -s after content/.links.tsv ||
	    n=$((n + 1))
done
[ $n -eq 0 ] && ok killed || fail killed "$n times: $(cat content/.links.tsv)"

# Each call that writes fails in turn.
library=$scratch/fail_nth.so
"${CC:-cc}" -O1 -shared -fPIC -o "$library" "$root/tests/reads/fail_nth.c" -ldl ||
    fail library
for call in fsync rename write; do
	n=0
	while n=$((n + 1)); [ $n -lt 10 ]; do
		cp before content/.links.tsv
		rm -f mark
		LD_PRELOAD=$library FAIL_CALL=$call FAIL_N=$n FAIL_MARK=$PWD/mark \
		    FAIL_PATH=.links.tsv "$MATBU" check --links --date 2026-01-05 \
		    >said 2>&1
		status=$?
		[ -e mark ] || break
		{ cmp -s before content/.links.tsv ||
		    cmp -s after content/.links.tsv; } && [ $status -eq 3 ] &&
		    ok "$call-$n" || fail "$call-$n" "status $status: $(cat said)"
	done
done

# What somebody else wrote; a later day, when the clock was wrong.
printf 'x\n2026-01-09\t2026-01-01\t3\t404\t%s/gone\n2026-01-01\t2026-01-09\t0\t404\tb\n2035-01-01\t2035-01-09\t9\t404\t%s/gone\n2026-01-01\t2026-01-09\t9\t404\thttp://x/\n' \
    "$a" "$a" >content/.links.tsv
expect foreign 0 check 2026-02-01
grep -c 'links-line' "$scratch/said" >lines
[ "$(cat lines)" = 3 ] && grep -q "^2026-02-01	2026-02-01	1	404	$a/gone\$" \
    content/.links.tsv && ! grep -q http://x/ content/.links.tsv && ok foreign-rows ||
    fail foreign-rows "$(cat "$scratch/said" content/.links.tsv)"
rm content/.links.tsv
mkdir -p content/.links.tsv/x
expect folder 3 check 2026-02-01
rm -r content/.links.tsv
ln -s /etc/passwd content/.links.tsv
expect link 3 check 2026-02-01
rm content/.links.tsv
flock -o content sleep 3 &
pids="$pids $!"
until ! flock -n content true; do sleep 0.05; done
expect waits 0 check 2026-02-01
kill $pids 2>/dev/null
wait 2>/dev/null
