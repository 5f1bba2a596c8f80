#!/bin/sh
# Publishing and pulling that is cut off: killed before each system call that
# changes something, or told by it that the disk is full, broken or not ours.
# After each: no file is half there; run again, all is whole.
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2

if ! strace -qq -o /dev/null -e trace=none true 2>/dev/null; then
	echo "skip cut: strace cannot trace here"
	exit 0
fi

first && press && "$MATBU" publish -q site0
cp -R content content0
more 1
cp content/.published noted
# What may stand in a file of the destination: what was, what will be.
"$MATBU" publish -q site1
rm -rf site && cp -a site0 site && "$MATBU" publish -q site
known() {
	(cd "$1" && find . -type f ! -path '*/.*' | xargs -r sha256sum)
}
{ known site0; known site1; } | sort -u >digests
known content >c1; known content0 | cat - c1 | sort -u >own

# cut NAME SYSCALL FAULT N: publishes into a copy of what was there, with the
# fault at the N-th call. Prints nothing where there is no N-th call.
again_publish() { "$MATBU" publish -q --unlock site 2>said; }
cut_publish() {
	rm -rf site && cp -a site0 site && cp noted content/.published
	strace -qq -o trace -e trace="$1" -e inject="$1:$2:when=$3" \
	    "$MATBU" publish -q site >said 2>&1
	status=$?
	known site | sort -u | comm -13 digests - >strange
}
# The same where nothing was published before.
again_first() { again_publish; }
cut_first() {
	rm -rf site && : >content/.published
	strace -qq -o trace -e trace="$1" -e inject="$1:$2:when=$3" \
	    "$MATBU" publish -q site >said 2>&1
	status=$?
	: >strange
	[ ! -d site ] || known site | sort -u | comm -13 digests - >strange
}
again_pull() { (cd empty && "$MATBU" pull -q ../site1) 2>said; }
cut_pull() {
	rm -rf empty && mkdir empty && cp -R templates empty/
	[ "$4" = empty ] || cp -R content0 empty/content
	(cd empty && strace -qq -o ../trace -e trace="$1" \
	    -e inject="$1:$2:when=$3" "$MATBU" pull -q ../site1 >../said 2>&1)
	status=$?
	[ ! -d empty/content ] || known empty/content | sort -u | comm -13 own - >strange
}
whole_publish() { is_whole site; }
whole_first() { is_whole site; }
whole_pull() { diff -rq -x '.[mp]*' -x 'yeni*' content empty/content >said; }

# each WHAT SYSCALL FAULT [EXTRA]: the fault at every call, one after another;
# of calls that only look, and of second faults of one call, every STEP-th.
each() {
	n=0 by=1
	case $2:$3 in
	openat*:*|read:*|close:*) by=${STEP:-11} ;;
	*:error=EIO|mkdirat:error=*) by=${STEP:-3} ;;
	esac
	while :; do
		n=$((n + by))
		"cut_$1" "$2" "$3" $n "${4:-}"
		[ "$(grep -c INJECTED trace)" -gt 0 ] || [ $status -gt 128 ] || break
		where="$2 $n $3"
		if [ -s strange ]; then
			fail "$1-$2-$3" "$where: $(head -1 strange)"; return
		fi
		if [ $status -eq 0 ] && ! "whole_$1"; then
			fail "$1-$2-$3" "$where: status 0 and not whole"; return
		fi
		if ! "again_$1" || ! "whole_$1"; then
			fail "$1-$2-$3" "$where, again: $(head -1 said)"; return
		fi
	done
	[ $n -gt 1 ] && ok "$1-$2-$3${4:+-$4}" ||
	    echo "skip $1-$2-$3: no such call"
}

for call in write renameat mkdirat unlinkat utimensat; do
	each publish $call signal=KILL
done
for fault in openat:EACCES openat2:EACCES openat2:EIO write:ENOSPC write:EIO close:EIO \
    read:EIO renameat:EACCES renameat:EIO mkdirat:EACCES mkdirat:ENOSPC \
    unlinkat:EACCES utimensat:EACCES; do
	each publish ${fault%:*} error=${fault#*:}
done
each first write signal=KILL
each first write error=ENOSPC
for call in write renameat mkdirat unlinkat fsync; do
	each pull $call signal=KILL empty
	each pull $call signal=KILL part
done
for fault in openat2:EACCES write:ENOSPC write:EIO renameat:EIO mkdirat:ENOSPC \
    fsync:EIO close:EIO; do
	each pull ${fault%:*} error=${fault#*:} part
done

# --- Two at once, from two machines: one is told, the site is whole.

rm -rf site other && cp -a site0 site && cp noted content/.published
mkdir other && cp -R content out templates other/
"$MATBU" publish -q site 2>one & a=$!
(cd other && "$MATBU" publish -q ../site 2>../two) & b=$!
wait $a; a=$?
wait $b; b=$?
case $a$b in
00|03|30) ok two ;;
*) fail two "statuses $a $b: $(cat one two)" ;;
esac
check two-whole "the site is not whole" is_whole site
# The first is stopped while it holds the lock, however slow the machine is.
rm -rf site && cp -a site0 site && cp noted content/.published
strace -qq -o trace -e trace=renameat -e inject=renameat:signal=STOP:when=2 \
    "$MATBU" publish -q site 2>one & a=$!
while [ ! -e site/.matbu-lock/owner ] && kill -0 $a 2>/dev/null; do
	sleep 0.1
done
stopped=$(sed -n 's/.*:\([0-9]*\)$/\1/p' site/.matbu-lock/owner)
(cd other && "$MATBU" publish -q ../site) 2>two
check two-told "$(cat two)" grep -q publish-locked two
kill -CONT "$stopped"
wait $a
check two-first "$(cat one)" is_whole site
