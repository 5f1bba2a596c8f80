#!/bin/sh
# The tables of texts, row by row, in both languages: messages.def, phrases.def
# and words.def of src/base.
set -u
python3 tests/diags/messages.py src/base/messages.def src/base/phrases.def \
    src/base/words.def

# The manuals, in both languages, tell of every option and command of the
# tables.
for page in src/matbu.1 src/matbu.tr.1; do
	for name in $(sed -n 's/^O_([A-Z_]*, "\(--[a-z-]*\)".*/\1/p' src/cli/options.def); do
		if grep -q -e "Fl -${name#--}" -e ", -${name#--}" $page; then
			echo "ok manual$name"
		else
			echo "FAIL manual$name: not in $page"
		fi
	done
	for name in $(sed -n 's/^C_([A-Z]*, \([a-z]*\),.*/\1/p' src/cli/commands.def); do
		if grep -q "^\.It Cm $name" $page; then
			echo "ok manual-$name"
		else
			echo "FAIL manual-$name: not in $page"
		fi
	done
done
# What both pages name is the same: options, commands and other pages.
named() {
	grep -oE '(Fl|Xr|Ev|It Cm|It Fl) [-,a-zA-Z_]+' "$1" | sed 's/ *[,]*$//' |
	    LC_ALL=C sort | uniq -c
}
one=$(named src/matbu.1) other=$(named src/matbu.tr.1)
if [ -n "$one" ] && [ "$one" = "$other" ]; then
	echo "ok manuals-same"
else
	echo "FAIL manuals-same: the pages differ in what they name"
	printf 'tr:\n%s\nen:\n%s\n' "$other" "$one" >&2
fi
