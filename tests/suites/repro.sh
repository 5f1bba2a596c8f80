# The same sources and templates give the same bytes: in another directory,
# under any umask, time zone, language, number of threads and order of files.
. tests/suite.sh

# copy SITE FOLDER: sources and templates, to be built there.
copy() {
	mkdir -p "$2"
	cp -R "$(content_of "$1")" "$2/content"
	cp -R "$(templates_of "$1")" "$2/templates"
}

# The files in the reverse of their order, so that folders list them so.
copy_reversed() {
	(cd "$1" && find . -type f | sort -r) | while IFS= read -r file; do
		mkdir -p "$2/$(dirname "$file")"
		cp "$1/$file" "$2/$file"
		touch -d 1999-12-31T23:59:59 "$2/$file"
	done
}

# try NAME COMMAND…: builds once more and compares.
try() {
	try=$1
	shift
	rm -rf "$scratch/again"
	"$@" >"$scratch/said" 2>&1 || {
		fail "$(name_of "$site") $try" "$(cat "$scratch/said")"
		return
	}
	same "$(name_of "$site") $try" "$scratch/base" "$scratch/again"
}

again() {
	build "$site" "$scratch/again" "$@"
}

here() (
	cd "$1" && "$MATBU" build --out "$scratch/again"
)

with_umask() (
	umask "$1"
	again
)

for site in $(sites); do
	rm -rf "$scratch"/*
	if ! build "$site" "$scratch/base" --jobs 1 >"$scratch/said" 2>&1; then
		fail "$(name_of "$site")" "$(cat "$scratch/said")"
		continue
	fi
	try jobs-1 again --jobs 1
	try jobs-2 again --jobs 2
	try jobs-7 again --jobs 7
	try umask-077 with_umask 077
	try umask-000 with_umask 000
	for zone in Pacific/Kiritimati Pacific/Pago_Pago :broken; do
		try "TZ-$zone" env TZ=$zone "$MATBU" build \
		    --content "$(content_of "$site")" --out "$scratch/again" \
		    --templates "$(templates_of "$site")"
	done
	for language in C POSIX tr_TR.UTF-8 en_US.UTF-8 de_DE@euro broken; do
		try "LC_ALL-$language" env LC_ALL=$language LANG=$language \
		    LANGUAGE=$language "$MATBU" build \
		    --content "$(content_of "$site")" --out "$scratch/again" \
		    --templates "$(templates_of "$site")"
	done
	copy "$site" "$scratch/away/elsewhere"
	try directory here "$scratch/away/elsewhere"
	mkdir "$scratch/back"
	copy_reversed "$(content_of "$site")" "$scratch/back/content"
	copy_reversed "$(templates_of "$site")" "$scratch/back/templates"
	try order-of-files here "$scratch/back"
done
