# The includes keep the table of src/README.md, and no header is included
# around a door that the map names.
map=src/README.md
fail=0

# allowed FOLDER: the folders of its row; “.” is src itself.
allowed() {
	awk -F'|' -v f="\`$1\`" '{ gsub(/ /, "", $2) } $2 == f { gsub(/`/, "", $3); print $3 }' $map
}

# A header is named from src/ on: its folder is what stands before the “/”.
for folder in $(cd src && ls -d */ | tr -d /); do
	ok=$(allowed "$folder")
	if ! grep -q "^| \`$folder\` |" $map; then
		echo "FAIL $folder: not in the table of $map"
		continue
	fi
	bad=$(grep -ho '^#include "[^"]*"' src/$folder/*.[ch] 2>/dev/null |
	    cut -d'"' -f2 | sort -u | while IFS= read -r header; do
		case $header in */*) to=${header%/*} ;; *) to=. ;; esac
		[ "$to" = "$folder" ] && continue
		case " $ok " in *" $to "*) ;; *) echo "$folder includes $header" ;; esac
	    done)
	if [ -n "$bad" ]; then
		echo "FAIL $folder: $(echo "$bad" | head -3 | tr '\n' ';')"
	else
		echo "ok $folder"
	fi
done

# door NAME HEADER FILES: only FILES include HEADER.
door() {
	name=$1 header=$2; shift 2
	found=$(grep -l "#include <$header" src/*/*.[ch] | sort | tr '\n' ' ')
	want=$(printf '%s\n' "$@" | sort | tr '\n' ' ')
	if [ "$found" = "$want" ]; then echo "ok $name"
	else echo "FAIL $name: included by $found"; fi
}
door libxml2 'libxml/' src/model/dom.c
door ICU 'unicode/' src/model/dom_icu.c
door cmark 'cmark\.h' src/source/markdown.c
door libyaml 'yaml\.h' src/source/scan.c
door pthread 'pthread\.h' src/base/diags.c src/base/die.c src/base/pool.c \
    src/font/hyphen.c src/pdf/image.c
door harfbuzz 'hb' src/font/face.c src/font/shaper.c
door libdeflate 'libdeflate\.h' src/base/inflate.c src/base/packer.c
door libpng 'png\.h' src/image/png.c
door libqrencode 'qrencode\.h' src/print/qr.c
door libhyphen 'hyphen\.h' src/font/hyphen.c
door nettle 'nettle/' src/base/digest.c

lines=$(wc -l <$map)
[ "$lines" -le 80 ] && echo "ok map-length" || echo "FAIL map-length: $lines lines"
