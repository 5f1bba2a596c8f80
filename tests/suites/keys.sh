# The keys of front matter and the rows of the header table that the program
# knows are those that the reference lists, in both languages, with their names
# and the files in which they may stand.
. tests/suite.sh

# compare NAME: $scratch/want against $scratch/found.
compare() {
	if diff "$scratch/want" "$scratch/found" >"$scratch/diff"; then
		ok "$1"
	else
		fail "$1" "$(tr '\n' ' ' <"$scratch/diff")"
	fi
}

# half LANG: the newest edition of the reference in that language.
half() {
	case $1 in
	tr) set -- src/guide/content/klv/matbu/kullanim/basvuru_*.md ;;
	en) set -- src/guide/content/klv/matbu/usage/reference_*.md ;;
	esac
	shift $(($# - 1))
	cat "$1"
}

# keys: “NAME OTHER PLACES” of the table rows on standard input; places are
# letters: d a document, f a folder, s content/index.md.
keys() {
	awk -F' *[|] *' '/^[|] `[^`]*` [|] `[^`]*` [|]/ {
		place = ""
		if ($4 ~ /doküman|document/)
			place = "d"
		if ($4 ~ /(her|each|every) `index.md`/)
			place = place "fs"
		if ($4 ~ /content\/index.md/)
			place = place "s"
		gsub(/`/, "")
		print $2, $3, place
	}' | LC_ALL=C sort
}

# known ORDER: the keys of the program, in that order of names.
known() {
	tr -d '\n' <src/source/front_matter.c | grep -o 'KEY("[^)]*)' |
	    awk -F'"' -v order="$1" '{
		place = ""
		if ($5 ~ /IN_DOCUMENT/)
			place = "d"
		if ($5 ~ /IN_FOLDER/)
			place = place "f"
		if ($5 ~ /IN_SITE/)
			place = place "s"
		print (order == "en" ? $2 " " $4 : $4 " " $2), place
	    }' | LC_ALL=C sort
}

for lang in tr en; do
	known $lang >"$scratch/want"
	half $lang | keys >"$scratch/found"
	[ -s "$scratch/want" ] || fail "keys-$lang" "none was found"
	compare "keys-$lang"
done

# rows ORDER: “`name` (`other`”, as the reference writes them.
rows() {
	sed -n 's/^X([A-Z_]*, "/X("/; s/^X("\([^"]*\)", "\([^"]*\)".*/\1 \2/p' \
	    src/model/header_rows.def src/model/usual_rows.def |
	    awk -v order="$1" '{
		if (order == "en")
			print "`" $1 "` (`" $2 "`"
		else
			print "`" $2 "` (`" $1 "`"
	    }' | LC_ALL=C sort
}

for lang in tr en; do
	rows $lang >"$scratch/want"
	[ -s "$scratch/want" ] || fail "rows-$lang" "none was found"
	half $lang | tr '\n' ' ' | grep -o '`[^` ]*` (`[^` ]*`' |
	    LC_ALL=C sort >"$scratch/all"
	LC_ALL=C comm -12 "$scratch/want" "$scratch/all" | sort -u |
	    LC_ALL=C sort >"$scratch/found"
	compare "rows-$lang"
done
