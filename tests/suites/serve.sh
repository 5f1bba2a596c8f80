# The preview: what is saved is shown, faults stand over the last good page,
# and nobody but its own page gets anything from it.
. tests/suite.sh

folder=$scratch/site
mkdir -p "$folder"
timeout 170 python3 tests/serve/preview.py "$MATBU" "$PWD/content" \
    "$PWD/templates" "$folder" 2>"$scratch/errors"
status=$?
[ $status -eq 0 ] && ok ended || fail ended "status $status: $(tail -n 3 "$scratch/errors")"

# The same in a browser.
mkdir "$scratch/browser"
if [ -x "${CHROMIUM:-/usr/bin/chromium}" ] && [ -d tests/web/node_modules ]; then
	timeout 160 node tests/web/serve.mjs "$MATBU" content "$PWD/templates" \
	    "$scratch/browser" 2>"$scratch/errors"
	status=$?
	[ $status -le 1 ] || fail browser "status $status: $(tail -n 3 \
	    "$scratch/errors")"
else
	missing browser chromium
fi

# --- The frame speaks as the collection does, where the environment is silent

mkdir -p "$scratch/english/content"
printf -- '---\nlang: en\n---\n# Office\n' >"$scratch/english/content/index.md"
LC_ALL=C "$MATBU" serve --content "$scratch/english/content" --templates \
    templates >"$scratch/address" 2>"$scratch/said" &
preview=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ ! -s "$scratch/address" ] || break
	sleep 1
done
curl -s "$(head -n 1 "$scratch/address")" >"$scratch/frame"
kill $preview
wait $preview
grep -q '<html lang="en">' "$scratch/frame" && ok frame-language ||
    fail frame-language "$(head -n 3 "$scratch/frame" "$scratch/said")"
