# Whatever the locale of the process, the bytes are the same: Turkish has
# letters that toupper() maps otherwise, French a comma in its numbers.
. tests/suite.sh

# dump_all FOLDER: the tree and the fragment of every page of cases.
dump_all() {
	mkdir -p "$1"
	for file in tests/cases/*/*.md; do
		for what in model html; do
			"$MATBU" build --dump $what "$file" 2>/dev/null
		done >"$1/$(name_of "$file")"
	done
}

build_all() {
	for site in $(sites); do
		build "$site" "$1/$(name_of "$site")" >/dev/null 2>&1 ||
		    echo "$site: status $?" >>"$1/status"
	done
	dump_all "$1/dumps"
}

mkdir "$scratch/C"
build_all "$scratch/C"
[ ! -e "$scratch/C/status" ] || fail build "$(cat "$scratch/C/status")"
for name in tr_TR fr_FR; do
	if ! locale -a | grep -qix "$name\.utf-\{0,1\}8"; then
		missing "$name" "the locale"
		continue
	fi
	mkdir "$scratch/$name"
	(LC_ALL=$name.UTF-8; export LC_ALL; build_all "$scratch/$name")
	for folder in "$scratch/C"/*; do
		same "$name $(basename "$folder")" "$folder" \
		    "$scratch/$name/$(basename "$folder")"
	done
done
