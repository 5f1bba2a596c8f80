# Texts that were released in an older dialect keep their meaning: their pages
# have the words and the ids of their records. tests/dialect/N/content was
# released by a matbu of dialect N.
. tests/suite.sh

for site in tests/dialect/*/; do
	number=$(basename "$site")
	cp -R "$site/content" "$scratch/$number"
	if "$MATBU" build --content "$scratch/$number" --out "$scratch/out" \
	    --quiet 2>"$scratch/said" && ! [ -s "$scratch/said" ]; then
		ok "$number, no message"
	else
		fail "$number, no message" "$(head -n 3 "$scratch/said")"
	fi
	PYTHONDONTWRITEBYTECODE=1 python3 tests/dialect/compare.py \
	    "$scratch/$number" "$scratch/out" 2>"$scratch/said" ||
	    fail "$number" "$(tail -n 1 "$scratch/said")"
done
