#!/bin/bash
# site.sh: a whole site with catalogue and search, beside Hugo, which makes pages and a list, and Pagefind, which makes
# the index of their search. One run each, of seconds and minutes: the processor's time counts (user and system), which
# other programs on the machine disturb less than the clock; COUNTS are the sizes (default 1000 10000 100000), and
# PAGEFIND_MOST the largest that Pagefind gets (default 10000: it keeps all pages in memory, 2.5 GB of 10,000).
# shellcheck source=tests/bench/measure.sh
. "$(dirname "$0")/measure.sh"
most=${PAGEFIND_MOST:-10000}
pagefind=$peers/node_modules/.bin/pagefind

# spent COMMAND...: sets seconds (of the processor), clock and memory [MiB] of a run.
spent() {
	/usr/bin/time -f '%U %S %e %M' -o spent.txt "$@" >spent.log 2>&1 || { tail spent.log; echo "FAIL bench: $1"; exit 1; }
	read -r seconds clock memory < <(awk '{ print $1 + $2, $3, int($4 / 1024) }' spent.txt)
}

# site_of_hugo PLAIN: the folder `site`: a page each, a list of all.
site_of_hugo() {
	rm -rf site
	mkdir -p site/layouts/_default
	mv "$1" site/content
	printf 'baseURL = "/"\nlanguageCode = "tr"\ntitle = "Belgeler"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n' >site/config.toml
	page='<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main data-pagefind-body>%s</main></body></html>\n'
	# shellcheck disable=SC2059
	printf "$page" '{{ .Content }}' >site/layouts/_default/single.html
	# shellcheck disable=SC2059
	printf "$page" '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>' >site/layouts/_default/list.html
}

line() { printf '%9s  %-10s %9.2f s %9.2f s %7d MiB\n' "$1" "$2" "$seconds" "$clock" "$memory"; }

echo "site: catalogue and search, one run each (on $disk, $(nproc) cores)"
printf '%9s  %-10s %11s %11s %11s\n' documents program processor clock memory
for count in ${COUNTS:-1000 10000 100000}; do
	python "$here/collection.py" content plain "$count" || exit 1
	rm -rf out
	spent "$matbu" build --press html --content content --templates "$templates" --out out
	[ -e out/ara.html ] || { echo 'FAIL bench: no search'; exit 1; }
	line "$count" matbu
	ours=$seconds indexed=
	index=$(du -sm out/ara 2>/dev/null | cut -f1)
	rm -rf out
	if have hugo; then
		site_of_hugo plain
		spent hugo --quiet --source site --destination ../hugo-out --cacheDir "$PWD/hugo-cache"
		line "$count" hugo
		both=$seconds
		if [ ! -x "$pagefind" ]; then
			echo '(pagefind is not installed: its row is left out)'
		elif [ "$count" -gt "$most" ]; then
			echo "(pagefind is left out above $most documents)"
		else
			spent "$pagefind" --site hugo-out
			line "$count" pagefind
			indexed=1
			both=$(awk "BEGIN { print $both + $seconds }")
		fi
		relation=- goal=- with=
		[ -z "$indexed" ] || { relation='>=' goal=10 with=' and pagefind'; }
		row "$count: hugo$with / matbu" "$(ratio "$both" "$ours")" $relation $goal "seconds of the processor; our index $index MiB"
	fi
	rm -rf content plain site hugo-out hugo-cache
done
finish
