#!/bin/sh
# SPDX-License-Identifier: ISC
#
# break.sh GOOD.pdf: the check is itself checked. The file is broken in one
# place after the other, and each time the rule for it must refuse the file.
set -eu
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/break.py" "$1" "$work" > "$work/expected"
"$here/run.sh" "$work/whole.pdf"
# shellcheck disable=SC2046
"$here/run.sh" $(cut -d ' ' -f 1 "$work/expected") > "$work/verdicts" || true
status=0
while read -r file profile rule; do
	if grep -q "^FAIL $file $profile $rule: " "$work/verdicts"; then
		echo "ok $(basename "$file" .pdf) is refused by $profile $rule"
	else
		echo "FAIL $(basename "$file" .pdf) passes $profile $rule"
		grep "^[A-Za-z]* $file " "$work/verdicts" | cut -c 1-160 || true
		status=1
	fi
done < "$work/expected"
exit $status
