#!/bin/sh
# replay.sh SITE: makes the register and the records of a controlled
# collection anew with today's press: each row once more, on its day. For a
# press that sets other bytes; then UPDATE=1 tests/run.sh sites, and so on.
set -eu
: "${MATBU:=$PWD/build/matbu}"
site=$1/content
old=$(mktemp)
trap 'rm -f "$old"' EXIT
cp "$site/register.tsv" "$old"
cut -f3 "$old" | sed 1d | sort -u | while read -r edition; do
	rm -f "$site/$edition.pdf"
done
rm "$site/register.tsv"

# A number behind “EBYS:” goes in as the approval, which puts it there.
tail -n +2 "$old" | while IFS='	' read -r day event edition by _ _ _ note _; do
	set -- --content "$site" --date "$day" --quiet
	[ "$by" = – ] || set -- "$@" --by "$by"
	approval=$(printf '%s' "$note" | sed -n 's/.* (EBYS: \(.*\))$/\1/p')
	[ -z "$approval" ] || set -- "$@" --approval "$approval"
	note=$(printf '%s' "$note" | sed 's/ (EBYS: .*)$//')
	case $event in
	warn) set -- "$@" "$edition" "$note" ;;
	*) set -- "$@" "$edition" --note "$note" ;;
	esac
	"$MATBU" "$event" "$@" </dev/null && continue
	# An edition with the text of the one before: the note is the reason.
	shift $(($# - 3))
	"$MATBU" "$event" --content "$site" --date "$day" --quiet --by "$by" \
	    "$edition" --same "$note" </dev/null
done
