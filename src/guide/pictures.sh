#!/bin/sh
# pictures.sh LANGUAGE…: takes the pictures of the guide anew, and what they
# show, which the suite “guide” compares. MATBU names the program. Needs netpbm
# beside what shots.mjs needs. The guide must be a draft (matbu release --undo).
set -eu
cd "$(dirname "$0")/../.."
: "${MATBU:=$PWD/build/matbu}"
export MATBU PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

for language; do
	mkdir "$work/$language" "$work/$language.shots"
	python3 src/guide/walk.py "$language" "$work/$language" |
	    grep -v '^ok ' || true
	site=$(dirname "$(find "$work/$language" -maxdepth 2 -name out)")
	node src/guide/shots.mjs "$language" "$site" "$work/$language.shots"
	source=$(python3 src/guide/walk.py --source "$language")
	mkdir -p "${source%.md}" "src/guide/shown/$language"
	for png in "$work/$language.shots"/*.png; do
		name=$(basename "$png")
		edge=
		# A white sheet on a white page needs its edge.
		[ "$name" != nusha.png ] ||
		    edge='pnmmargin -color rgb:99/99/99 1'
		pngtopam "$png" | ${edge:-cat} | pnmquant -quiet 64 |
		    pnmtopng -quiet -compression=9 >"${source%.md}/$name"
	done
	cp "$work/$language.shots"/*.txt "src/guide/shown/$language"
done
