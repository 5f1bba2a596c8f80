# A kind of node, a row of the header table or a slot of the sheet without an
# entry where it is needed does not compile. One is added to a copy of src/; the
# message must name it.
. tests/suite.sh

copy=$scratch/copy
mkdir "$copy"
cp -R src Makefile "$copy"
mkdir "$copy/tests"
cp tests/tests.mk "$copy/tests"

# compiles FILE: its messages go to $scratch/said.
compiles() {
	rm -f "$copy/build/${1%.c}.o"
	make -C "$copy" BUILD=build MAKEFLAGS= "build/${1%.c}.o" \
	    >"$scratch/said" 2>&1
}

# needs TABLE ROW FILE…: with one more row in the table no file compiles, and
# every file does without it.
needs() {
	table=$copy/src/$1 row=$2
	shift 2
	cp "$table" "$scratch/table"
	for file; do
		name=$(basename "$table" .def)-${row%%(*}-${file#src/}
		if ! compiles "$file"; then
			fail "$name" "$(cat "$scratch/said")"
			continue
		fi
		echo "$row" >>"$table"
		if compiles "$file"; then
			fail "$name" "compiles without an entry"
		elif grep -q "error:.*_TRIAL" "$scratch/said"; then
			ok "$name"
		else
			fail "$name" "$(grep error: "$scratch/said")"
		fi
		cp "$scratch/table" "$table"
	done
}

needs model/kinds.def 'BLOCK(TRIAL, "trial")' src/html/body.c \
    src/layout/block.c src/layout/builder.c src/style/text_style.c
needs model/kinds.def 'INLINE(TRIAL, "trial")' src/html/inline.c \
    src/layout/text.c src/style/text_style.c
needs model/header_rows.def 'X(TRIAL, "trial", "deneme", SHEET)' \
    src/model/header_table.c
needs style/style_slots.def 'X(TRIAL, "trial")' src/print/margin.c
