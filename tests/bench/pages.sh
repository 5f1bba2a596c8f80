#!/bin/bash
# pages.sh: building web pages alone, beside a bare cmark loop, hugo and lowdown.
# shellcheck disable=SC2016 # what stands in single quotes is for hyperfine's shell or hugo
# shellcheck source=tests/bench/measure.sh
. "$(dirname "$0")/measure.sh"

python "$here/collection.py" content plain 1000 || exit 1
python "$here/collection.py" content5000 plain5000 5000 || exit 1
${CC:-cc} -O2 -D_DEFAULT_SOURCE -o bare "$here/bare.c" -lcmark || exit 1
builds content out --press html
made=$(find out -name '*.html' | wc -l)
[ "$made" -ge 1000 ] || { echo "FAIL bench: $made pages of 1000 documents"; exit 1; }
cold=$(build content out --press html)

headline 'pages, 1,000 documents where not said'

measure --warmup 1 --prepare './fresh out' "$cold" --prepare './fresh bare-out' './bare plain bare-out'
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
		--prepare './fresh out' "$cold"
	[ "$(find hugo-out -name '*.html' | wc -l)" -ge 1000 ] || { echo "FAIL bench: hugo made no pages"; exit 1; }
	row 'hugo / cold build' "$(ratio "${ms[0]}" "${ms[1]}")" '>=' 5 "$(detail "${ms[0]}" "${ms[1]}")"
fi

if have lowdown; then
	measure --warmup 1 --prepare './fresh low-out' 'for f in plain/*.md; do b=${f##*/}; lowdown -s -Thtml -o "low-out/${b%.md}.html" "$f"; done' \
		--prepare './fresh out' "$cold"
	row 'lowdown, a process a file / cold build' "$(ratio "${ms[0]}" "${ms[1]}")" - - "$(detail "${ms[0]}" "${ms[1]}")"
fi

builds content again --press html
measure --warmup 1 --prepare 'true' "$(build content again --press html)" --prepare './fresh out' "$cold"
row 'nothing changed / cold build' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 0.7 "$(detail "${ms[0]}" "${ms[1]}")"

measure --warmup 1 --prepare './fresh out' "$cold --jobs 1" --prepare './fresh out' "$cold --jobs 2"
row 'cold build, one job / two jobs' "$(ratio "${ms[0]}" "${ms[1]}")" '>=' 1.5 "$(detail "${ms[0]}" "${ms[1]}")"

few=$(peak content --press html)
many=$(peak content5000 --press html)
allowed=$((2 * 1024 + 4000 * 1000 / 1024))
row 'peak memory, growth to 5,000 / growth allowed' "$(ratio $((many - few)) $allowed)" '<=' 1 "$few KiB, $many KiB, allowed $allowed KiB more"

seed=$(find "$content" -name '*_[0-9]*_[0-9]*.md' | head -n 1)
runs=$((runs * 10))
measure --shell=none --warmup 5 --prepare './fresh out' "$(build "$content" out --press html)" --prepare './fresh out' "cmark $seed"
row 'the seed alone / process of cmark on it' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 5 "$(detail "${ms[0]}" "${ms[1]}")"

finish
