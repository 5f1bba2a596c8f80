# The include graph keeps the rules of src/README.md, each library is included
# by the files that the map names, and the map stays short.
map=src/README.md

python3 tests/layers/graph.py

# door NAME HEADER FILES: only FILES include HEADER.
door() {
	name=$1 header=$2; shift 2
	found=$(grep -l "#include <$header" src/*/*.[ch] | sort | tr '\n' ' ')
	want=$(printf '%s\n' "$@" | sort | tr '\n' ' ')
	if [ "$found" = "$want" ]; then echo "ok $name"
	else echo "FAIL $name: included by $found"; fi
}
door libxml2 'libxml/' src/links/page_text.c src/model/dom.c src/office/xml.c
door minizip 'minizip/' src/office/zip.c
door ICU 'unicode/' src/model/dom_icu.c
door cmark 'cmark\.h' src/source/markdown.c
door libyaml 'yaml\.h' src/source/scan.c
door pthread 'pthread\.h' src/base/diags.c src/base/die.c src/base/pool.c \
    src/base/outside.c src/base/progress.c \
    src/base/witness.c src/edition/form_file.c src/font/hyphen.c \
    src/pdf/image_cache.c
door harfbuzz 'hb' src/font/face.c src/font/shaper.c
door libdeflate 'libdeflate\.h' src/base/inflate.c src/base/packer.c
door zlib 'zlib\.h' src/base/inflate.c src/base/packer.c
door libpng 'png\.h' src/image/png_decode.c
door libqrencode 'qrencode\.h' src/print/qr.c
door libhyphen 'hyphen\.h' src/font/hyphen.c
door nettle 'nettle/' src/base/digest.c
door libmicrohttpd 'microhttpd\.h' src/serve/http.c src/serve/stream.c

# Only shape.c asks the shaper for words: it reports what no face has.
found=$(grep -lE '\bshaper_(word|hyphen)\(' src/*/*.c | tr '\n' ' ')
[ "$found" = "src/font/shaper.c src/layout/shape.c " ] && echo "ok shaper" ||
    echo "FAIL shaper: called by $found"

# Only the readers of the tables choose by language, and the rules of letters.
# Texts stand in tables: what has letters of Turkish elsewhere are the names of
# keys, the link texts that say nothing, labels of captions, months, a letter, and a mark
# in the register.
only() {
	name=$1 found=$2; shift 2
	want=$(printf '%s\n' "$@" | sort | tr '\n' ' ')
	if [ "$found" = "$want" ]; then echo "ok $name"
	else echo "FAIL $name: $found"; fi
}
only language "$(grep -lE 'LANG_(TR|EN)|turkish *\?' src/*/*.c | sort |
    tr '\n' ' ')" src/base/lang.c src/base/message.c src/font/hyphen.c \
    src/font/shaper.c
only texts "$(LC_ALL=C.UTF-8 grep -lP '^[^*]*"[^"]*[çğıöşüÇĞİÖŞÜ]' \
    src/*/*.[ch] | sort | tr '\n' ' ')" src/base/fault.c \
    src/base/suffix.c src/diff/flat_word.c src/edition/skeleton.c src/model/article.c src/model/caption.c \
    src/model/check.c src/model/front_value.c src/model/list_form.c src/register/row.c \
    src/site/letter.c \
    src/source/front_matter.c src/source/list_marker.c src/source/reliances.c \
    src/source/setting.c

lines=$(wc -l <$map)
[ "$lines" -le 80 ] && echo "ok map-length" || echo "FAIL map-length: $lines lines"

# Each mutation changes a line that stands once in its file; that a suite
# reports it takes long: make test-mutations.
python3 tests/mutations/mutations.py --check
