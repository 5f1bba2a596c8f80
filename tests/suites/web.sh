# The pages of the sample, of the guide, of tests/sites/all and form, and of kontrol one of
# each state, before the judges of the web: the Nu checker, axe-core, the
# keyboard, narrow screens, paper and the pages' own policy.
. tests/suite.sh

folders=
for site in content src/guide tests/sites/all tests/sites/form; do
	[ -d "$site" ] || continue
	out=$scratch/$(name_of "$site")
	folders="$folders $out"
	build "$site" "$out" >"$scratch/said" 2>&1 ||
	    fail "build-$(name_of "$site")" "$(cat "$scratch/said")"
	# Its addresses begin with that of the site, which nobody serves here.
	[ ! -e "$out/404.html" ] || sed -i -E \
	    's|https://[a-z]+\.ornek\.example/||g' "$out/404.html"
done

# A page of each state, and the front page with the last changes.
folders="$folders $scratch/kontrol"
build tests/sites/kontrol "$scratch/kontrol" >"$scratch/said" 2>&1 ||
    fail build-kontrol "$(cat "$scratch/said")"
find "$scratch/kontrol" -name '*.html' ! -path "$scratch/kontrol/index.html" \
    ! -name 'istemci.html' ! -name 'istemci_20240312_0.html' \
    ! -name 'parola.html' ! -name 'ders-kayit.html' -delete

# judge COMMAND…: its lines, without the folders' names.
judge() {
	"$@" >"$scratch/log" 2>"$scratch/errors"
	status=$?
	sed "s|$scratch/||g" "$scratch/log" | sed -E \
	    's/^(ok|FAIL) ([a-z]+) (content|all|form|kontrol)( all)?( form)?( kontrol)? ?/\1 \2 /'
	cat "$scratch/errors" >&2
	[ $status -eq 0 ] || grep -q '^FAIL ' "$scratch/log" ||
	    fail "$*" "status $status: $(cat "$scratch/errors")"
}

# shellcheck disable=SC2086 # a list of folders
{
	judge sh tests/web/nu.sh $folders
	judge node tests/web/access.mjs $folders
	judge node tests/web/print.mjs $folders
	if [ -x "${FIREFOX:-/usr/bin/firefox-esr}" ]; then
		judge node tests/web/firefox.mjs $folders
	else
		missing firefox firefox-esr
	fi
	judge node tests/web/policy.mjs templates $folders
}
