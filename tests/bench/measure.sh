# shellcheck shell=bash
# measure.sh: what the parts of the bench measure with. A part sources it, runs in a folder of its own that goes away at
# its end, prints rows, and ends with `finish`: status 1 when a goal is not met.
# shellcheck disable=SC2034 # the parts use what is set here
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
matbu=$(realpath "${MATBU:-build/matbu}")
content=$(realpath "${MATBU_CONTENT:-content}")
templates=$(realpath "${MATBU_TEMPLATES:-templates}")
peers=$(realpath -m "${MATBU_PEERS:-build/peers}")
runs=${RUNS:-15}
[ -x "$matbu" ] || { echo "FAIL bench: no program $matbu"; exit 1; }
PATH=$peers/bin:$PATH

room() { df --output=avail -B1M /dev/shm 2>/dev/null | tail -n 1; }
[ -n "${TMPDIR:-}" ] || [ "$(room)" -lt 4000 ] 2>/dev/null || TMPDIR=/dev/shm
scratch=$(mktemp -d -p "${TMPDIR:-/tmp}") || exit 3
disk=$(stat -f -c %T "$scratch")
trap 'cd /; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 3
missed=0

# Debian's Python has Debian's modules; another may come first in PATH.
python() { /usr/bin/python3 -B "$@"; }

# fresh DIR...: an empty folder in place of each, the old one moved out of the way.
cat >fresh <<'END'
#!/bin/sh
for folder; do
	[ ! -e "$folder" ] || mv "$folder" "$(mktemp -d ./trash/XXXXXX)"
	mkdir "$folder"
done
END
chmod +x fresh
mkdir trash

# measure HYPERFINE-ARGUMENT...: sets the array ms to the median of each command, in milliseconds.
measure() {
	hyperfine --style none --runs "$runs" --export-json times.json "$@" >measure.log 2>&1 || { cat measure.log; exit 1; }
	mapfile -t ms < <(python -c 'import json; [print(r["median"] * 1000) for r in json.load(open("times.json"))["results"]]')
	if [ "$disk" = tmpfs ]; then
		rm -rf trash
		mkdir trash
	else
		sync
	fi
}

# headline WHAT: the line above the rows.
headline() { printf '%-46s %9s  %-8s %-8s %s\n' "$1" ratio goal '' "medians (on $disk, $(nproc) cores)"; }

# row WHAT RATIO RELATION GOAL DETAIL: RELATION is "<=", "<" or ">=", or "-" for a row that is for information.
row() {
	local verdict=-
	if [ "$3" != - ]; then
		verdict='met'
		awk "BEGIN { exit !($2 $3 $4) }" || { verdict='NOT MET'; missed=$((missed + 1)); }
	fi
	printf '%-46s %9.2f  %-8s %-8s %s\n' "$1" "$2" "$([ "$3" = - ] || echo "$3 $4")" "$verdict" "$5"
}

ratio() { awk "BEGIN { print $1 / $2 }"; }
detail() { printf '%.1f ms / %.1f ms' "$1" "$2"; }
have() { command -v "$1" >/dev/null || { echo "($1 is not installed: its row is left out)"; return 1; }; }

# build CONTENT OUT [OPTION...]: the command that builds, as one line for a shell.
build() { printf '%q ' "$matbu" build --content "$1" --templates "$templates" --out "$2" "${@:3}"; }

# builds CONTENT OUT [OPTION...]: builds into a fresh folder; the bench ends here where that fails.
builds() {
	./fresh "$2"
	eval "$(build "$@")" >first.log 2>&1 || { tail first.log; echo "FAIL bench: $1 does not build"; exit 1; }
}

# peak CONTENT [OPTION...]: the peak of resident memory of a cold build, in KiB.
peak() {
	./fresh out
	eval "/usr/bin/time -f %M -o peak.txt $(build "$1" out "${@:2}")" >/dev/null 2>&1
	tail -n 1 peak.txt
}

finish() { exit $((missed != 0)); }

# fonts_of_peers: the folder fonts with the four faces that the documents use, the only ones that Typst looks for.
fonts_of_peers() {
	mkdir fonts
	ln -s /usr/share/fonts/truetype/noto/Noto{Serif,Sans}-{Regular,Bold}.ttf fonts
}
