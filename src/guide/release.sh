#!/bin/sh
# release.sh [--undo]: releases the newest editions of the guide and of the
# reference, in both languages, once more: takes back their rows, where there
# are any, and enters them again. --undo leaves drafts. MATBU names the program.
set -eu
cd "$(dirname "$0")/../.."
: "${MATBU:=$PWD/build/matbu}"
content=src/guide/content
newest=$(cd $content && for work in kullanim/kilavuz kullanim/basvuru \
    usage/guide usage/reference; do
	find klv/matbu -path "klv/matbu/${work}_*.md" | sort -V | tail -n 1
done | sed 's/\.md$//')

while last=$(tail -n 1 $content/register.tsv 2>/dev/null | cut -f 3) &&
    [ -n "$last" ] && echo "$newest" | grep -qx "$last"; do
	"$MATBU" release --content $content --undo
done
[ "${1-}" != --undo ] || exit 0
# shellcheck disable=SC2086 # a list of words
"$MATBU" release --content $content --note "matbu $("$MATBU" --version |
    cut -d ' ' -f 2)" $newest
