#!/bin/bash
# bench.sh: prints how fast the program is beside its peers, as ratios. Each row is measured in one hyperfine run, every
# build into a fresh folder (the old one is moved away before the clock starts: removing a thousand files costs more than
# building them). The last column says whether the goal of the design is met; the exit status is 1 when one is not.
#
# MATBU is the program (default build/matbu), MATBU_CONTENT and MATBU_TEMPLATES its folders (default content, templates),
# RUNS the number of runs of each command (default 15). A row whose peer is not installed is left out and says so.
# The folders are made in TMPDIR; where that is not set, in memory (/dev/shm) when 4 GB are free there, else in /tmp. On
# ext4 nothing is removed before the end, and a bench soon after another is slower: it is slow to make files where many
# were removed in the last minutes.
# Needs: hyperfine, cmark, libcmark-dev, gcc, python3, time; hugo, lowdown and rsync for their rows.
# shellcheck disable=SC2016 # what stands in single quotes is for hyperfine's shell or hugo
set -u
here=$(cd "$(dirname "$0")" && pwd)
matbu=$(realpath "${MATBU:-build/matbu}")
content=$(realpath "${MATBU_CONTENT:-content}")
templates=$(realpath "${MATBU_TEMPLATES:-templates}")
runs=${RUNS:-15}
[ -x "$matbu" ] || { echo "FAIL bench: no program $matbu"; exit 1; }

room() { df --output=avail -B1M /dev/shm 2>/dev/null | tail -n 1; }
[ -n "${TMPDIR:-}" ] || [ "$(room)" -lt 4000 ] 2>/dev/null || TMPDIR=/dev/shm
scratch=$(mktemp -d -p "${TMPDIR:-/tmp}") || exit 3
disk=$(stat -f -c %T "$scratch")
trap 'cd /; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 3
missed=0

# ---- what is measured with ---------------------------------------------------------------------------------------

# fresh DIR...: an empty folder in place of each, the old one moved out of the way.
cat >fresh <<'EOF'
#!/bin/sh
for folder; do
	[ ! -e "$folder" ] || mv "$folder" "$(mktemp -d ./trash/XXXXXX)"
	mkdir "$folder"
done
EOF
chmod +x fresh
mkdir trash

# measure HYPERFINE-ARGUMENT...: sets the array ms to the median of each command, in milliseconds.
measure() {
	hyperfine --style none --runs "$runs" --export-json times.json "$@" >measure.log 2>&1 || { cat measure.log; exit 1; }
	mapfile -t ms < <(python3 -c 'import json; [print(r["median"] * 1000) for r in json.load(open("times.json"))["results"]]')
	if [ "$disk" = tmpfs ]; then
		rm -rf trash
		mkdir trash
	else
		sync
	fi
}

# row WHAT RATIO RELATION GOAL DETAIL: RELATION is "<=" or ">=", or "-" for a row that is for information.
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
build() { printf '%q ' "$matbu" build --press html --content "$1" --templates "$templates" --out "$2" "${@:3}"; }

# ---- what is measured --------------------------------------------------------------------------------------------

python3 "$here/collection.py" content plain 1000 || exit 1
python3 "$here/collection.py" content5000 plain5000 5000 || exit 1
${CC:-cc} -O2 -D_DEFAULT_SOURCE -o bare "$here/bare.c" -lcmark || exit 1
./fresh out
eval "$(build content out)" >first.log 2>&1 || { cat first.log; echo "FAIL bench: the collection does not build"; exit 1; }
made=$(find out -name '*.html' | wc -l)
[ "$made" -ge 1000 ] || { echo "FAIL bench: $made pages of 1000 documents"; exit 1; }

printf '%-46s %9s  %-8s %-8s %s\n' 'what, 1,000 documents where not said' ratio goal '' "medians (on $disk, $(nproc) cores)"

measure --warmup 1 --prepare './fresh out' "$(build content out)" --prepare './fresh bare-out' './bare plain bare-out'
row 'cold build / bare cmark loop' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 2.5 "$(detail "${ms[0]}" "${ms[1]}")"

if have hugo; then
	mkdir -p site/layouts/_default
	cp -r plain site/content
	printf 'baseURL = "/"\nlanguageCode = "tr"\ntitle = "Belgeler"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n' >site/config.toml
	page='<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main>%s</main></body></html>\n'
	# shellcheck disable=SC2059
	printf "$page" '{{ .Content }}' >site/layouts/_default/single.html
	# shellcheck disable=SC2059
	printf "$page" '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>' >site/layouts/_default/list.html
	measure --warmup 1 --prepare './fresh hugo-out' 'hugo --quiet --source site --destination ../hugo-out --cacheDir "$PWD/hugo-cache"' \
		--prepare './fresh out' "$(build content out)"
	[ "$(find hugo-out -name '*.html' | wc -l)" -ge 1000 ] || { echo "FAIL bench: hugo made no pages"; exit 1; }
	row 'hugo / cold build' "$(ratio "${ms[0]}" "${ms[1]}")" '>=' 5 "$(detail "${ms[0]}" "${ms[1]}")"
fi

if have lowdown; then
	measure --warmup 1 --prepare './fresh low-out' 'for f in plain/*.md; do b=${f##*/}; lowdown -s -Thtml -o "low-out/${b%.md}.html" "$f"; done' \
		--prepare './fresh out' "$(build content out)"
	row 'lowdown, a process a file / cold build' "$(ratio "${ms[0]}" "${ms[1]}")" - - "$(detail "${ms[0]}" "${ms[1]}")"
fi

./fresh again
eval "$(build content again)" >/dev/null 2>&1
measure --warmup 1 --prepare 'true' "$(build content again)" --prepare './fresh out' "$(build content out)"
row 'nothing changed / cold build' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 0.7 "$(detail "${ms[0]}" "${ms[1]}")"

measure --warmup 1 --prepare './fresh out' "$(build content out --jobs 1)" --prepare './fresh out' "$(build content out --jobs 2)"
row 'cold build, one job / two jobs' "$(ratio "${ms[0]}" "${ms[1]}")" '>=' 1.5 "$(detail "${ms[0]}" "${ms[1]}")"

# The peak of resident memory of a cold build, in KiB.
peak() {
	./fresh out
	eval "/usr/bin/time -f %M -o peak.txt $(build "$1" out)" >/dev/null 2>&1
	tail -n 1 peak.txt
}
few=$(peak content)
many=$(peak content5000)
allowed=$((2 * 1024 + 4000 * 1000 / 1024))
row 'peak memory, growth to 5,000 / growth allowed' "$(ratio $((many - few)) $allowed)" '<=' 1 "$few KiB, $many KiB, allowed $allowed KiB more"

# 10,000 released editions, each with a small record of its own; what follows only reads them.
if have rsync; then
	python3 "$here/collection.py" released plain10000 10000 || exit 1
	find released -name 'belge*.md' -exec sh -c 'for file; do cp "$file" "${file%.md}.pdf"; done' sh {} +
	mkdir house
	mv released house/content
	cp -r "$templates" house/templates
	for command in 'release --import frm' build 'publish site'; do
		eval "(cd house && $(printf %q "$matbu") $command --quiet)" >first.log 2>&1 || { cat first.log; echo "FAIL bench: $command"; exit 1; }
	done
	cd house || exit 3
	rsync -a content/ content-copy/ && rsync -a site/ site-copy/ || exit 1
	measure --warmup 1 "$(printf %q "$matbu") list" 'rsync -a --dry-run content/ content-copy/'
	row 'list / rsync dry run, 10,000 editions' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 2 "$(detail "${ms[0]}" "${ms[1]}")"
	measure --warmup 1 "$(printf %q "$matbu") publish site --quiet" 'rsync -a --dry-run site/ site-copy/'
	row 'publish of nothing / rsync dry run' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 2 "$(detail "${ms[0]}" "${ms[1]}")"
	measure --warmup 1 "$(printf %q "$matbu") verify --all --quiet" 'find content -type f -print0 | xargs -0 sha256sum'
	row 'verify --all / sha256sum' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 1.5 "$(detail "${ms[0]}" "${ms[1]}")"
	cd .. || exit 3
fi

seed=$(find "$content" -name '*_[0-9]*_[0-9]*.md' | head -n 1)
runs=$((runs * 10))
measure --shell=none --warmup 5 --prepare './fresh out' "$(build "$content" out)" --prepare './fresh out' "cmark $seed"
row 'the seed alone / process of cmark on it' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 5 "$(detail "${ms[0]}" "${ms[1]}")"

[ $missed -eq 0 ]
