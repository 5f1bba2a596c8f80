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
