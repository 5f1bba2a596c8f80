#!/bin/bash
# bench.sh [PART...]: prints how fast the program is beside its peers, as ratios, and whether the goals of the design are
# met; the exit status is 1 when one is not. The parts are pages, records, batch, editions, site, preview and holes; without a
# name, all run.
#
# MATBU is the program (default build/matbu), MATBU_CONTENT and MATBU_TEMPLATES its folders (default content, templates),
# MATBU_PEERS where peers are that Debian has not (default build/peers), RUNS the number of runs of each command (default
# 15; what takes seconds runs fewer times). A row whose peer is not installed is left out and says so.
# Each row is measured in one hyperfine run, every build into a fresh folder (the old one is moved away before the clock
# starts: removing a thousand files costs more than building them).
# The folders are made in TMPDIR; where that is not set, in memory (/dev/shm) when 4 GB are free there, else in /tmp. On
# ext4 nothing is removed before the end, and a bench soon after another is slower: it is slow to make files where many
# were removed in the last minutes.
# Needs and peers: make setup-bench.
set -u
here=$(cd "$(dirname "$0")" && pwd)
status=0
[ $# -ne 0 ] || set -- pages records batch editions site preview holes
for part; do
	case $part in
	pages | records | batch | editions | site | preview | holes)
		"$here/$part.sh" || status=1
		echo
		;;
	*)
		echo "bench: no part $part" >&2
		exit 2
		;;
	esac
done
exit $status
