# The guide: its commands are run and print what it says, its samples are what
# they give, its pictures show what the pages say; it is silent, small, and
# names every command.
. tests/suite.sh
export PYTHONDONTWRITEBYTECODE=1
guide=src/guide/content
chromium=${CHROMIUM:-/usr/bin/chromium}

for lang in tr en; do
	mkdir "$scratch/$lang" "$scratch/$lang.shown"
	timeout 100 python3 src/guide/walk.py $lang "$scratch/$lang" \
	    2>"$scratch/errors"
	status=$?
	[ $status -le 1 ] || fail "$lang-ended" "status $status: $(tail -n 3 \
	    "$scratch/errors")"
	site=$(dirname "$(find "$scratch/$lang" -maxdepth 2 -name out)")
	if [ ! -x "$chromium" ] || [ ! -d tests/web/node_modules ]; then
		missing "$lang-pictures" 'chromium, node_modules'
	elif timeout 100 node src/guide/shots.mjs $lang "$site" \
	    "$scratch/$lang.shown" --words >"$scratch/said" 2>&1; then
		same "$lang-pictures" "src/guide/shown/$lang" \
		    "$scratch/$lang.shown"
	else
		fail "$lang-pictures" "$(cat "$scratch/said")"
	fi

	source=$(python3 src/guide/walk.py --source $lang)
	(cd "${source%.md}" && ls) | sed 's/\.png$//' >"$scratch/pictures"
	(cd "src/guide/shown/$lang" && ls) | sed 's/\.txt$//' |
	    diff - "$scratch/pictures" >"$scratch/said" && ok "$lang-names" ||
	    fail "$lang-names" "$(cat "$scratch/said")"
	LC_ALL=en "$MATBU" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' |
	    while read -r command; do
		grep -q "matbu $command\b" "$source" || echo "$command"
	done >"$scratch/said"
	[ ! -s "$scratch/said" ] && ok "$lang-commands" ||
	    fail "$lang-commands" "not named: $(tr '\n' ' ' <"$scratch/said")"
done

expect builds 0 "$MATBU" build --content $guide --out "$scratch/out" -q
[ ! -s "$scratch/said" ] && ok silent || fail silent "$(cat "$scratch/said")"
expect verified 0 "$MATBU" verify --content $guide --all
grep -q 'TASLAK\|DRAFT' "$scratch"/out/klv/matbu/*/*_*.html &&
    fail released "a draft" || ok released
size=$(du -sb "$scratch/out" | cut -f1)
[ "$size" -le 2097152 ] && ok size || fail size "$size bytes"

# The README shows its pictures.
grep -o '(src/guide/[^)]*)' README.md | tr -d '()' | sort -u \
    >"$scratch/shown"
[ -s "$scratch/shown" ] || fail readme "no picture"
while read -r picture; do
	[ -s "$picture" ] && ok "readme $(basename "$picture")" ||
	    fail "readme $(basename "$picture")" "no file $picture"
done <"$scratch/shown"
