#!/bin/sh
# The tables of texts, row by row, in both languages: messages.def, phrases.def
# and words.def of src/base.
set -u
python3 tests/diags/messages.py src/base/messages.def src/base/phrases.def \
    src/base/words.def

# The manual tells of every option and command of the tables.
for name in $(sed -n 's/^O_([A-Z_]*, "\(--[a-z-]*\)".*/\1/p' src/cli/options.def); do
	if grep -q -e "Fl -${name#--}" -e ", -${name#--}" src/matbu.1; then
		echo "ok manual$name"
	else
		echo "FAIL manual$name: not in src/matbu.1"
	fi
done
for name in $(sed -n 's/^C_([A-Z]*, \([a-z]*\),.*/\1/p' src/cli/commands.def); do
	if grep -q "^\.It Cm $name" src/matbu.1; then
		echo "ok manual-$name"
	else
		echo "FAIL manual-$name: not in src/matbu.1"
	fi
done
