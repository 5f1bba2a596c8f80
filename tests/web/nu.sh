#!/bin/sh
# nu.sh DIR... : proves that every page under the folders is valid HTML in the eyes of the Nu checker.
#
# One Java process checks all pages. Errors, warnings and infos all count: the pages come from one writer, so a
# remark is a fault of that writer. Two infos are filtered: that the slash of `<br/>` has no effect, for templates are
# well-formed on purpose; and that the pages' policy blocks what they load, for the checker takes no file: for 'self'.
# policy.mjs asks a browser. Style sheets are not checked here: the checker's CSS part lags behind the browsers.
#
# Needs: openjdk-17-jre-headless (or newer), `npm ci` in this folder. JAVA names another java.
set -u
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/node_modules/vnu-jar/build/dist/vnu.jar

[ $# -gt 0 ] || { echo "usage: nu.sh DIR..." >&2; exit 2; }
[ -f "$jar" ] || { echo "FAIL nu: the checker is missing; run npm ci in tests/web"; exit 1; }

pages=$(find "$@" -type f -name '*.html' | wc -l)
[ "$pages" -gt 0 ] || { echo "FAIL nu: no page under $*"; exit 1; }

faults=$(mktemp) || exit 3
trap 'rm -f "$faults"' EXIT
timeout 300 "${JAVA:-java}" -Xss4m -jar "$jar" --skip-non-html --filterpattern '.*(Trailing slash on void elements|Resource violates Content Security Policy).*' \
	--format gnu --stdout "$@" >"$faults" 2>&1
status=$?

if [ ! -s "$faults" ] && [ $status -eq 0 ]; then
	echo "ok nu $* ($pages pages)"
	exit 0
fi
# "file:/dir/page.html":12.3-12.9: error: text  ->  dir/page.html:12: error: text
echo "FAIL nu $*: $(grep -c . "$faults") remarks on $pages pages (status $status)"
sed -e "s|^\"\{0,1\}file:||" -e "s|^$PWD/||" -e 's|^\([^"]*\)":\([0-9]*\)\.[^:]*:|\1:\2:|' -e 's|^|  |' "$faults" | head -n 200
exit 1
