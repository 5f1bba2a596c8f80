#!/bin/bash
# editions.sh: what is done with 10,000 released editions (5,000 works of two), beside rsync and sha256sum over the same
# files. Their records are set once, put beside the sources and entered with `release --existing`, so each is a record that
# this press does not set again.
# shellcheck source=tests/bench/measure.sh
. "$(dirname "$0")/measure.sh"
runs=$((runs > 4 ? runs / 3 : 1))

# does COMMAND...: or the bench ends here.
does() { "$@" >does.log 2>&1 || { tail does.log; echo "FAIL bench: $*"; exit 1; }; }

python "$here/editions.py" content 5000 || exit 1
builds content set --press pdf
does rsync -a --include='*/' --include='*_*_*.pdf' --exclude='*' set/ content/
# A line more than matbu writes: a record that were set again would lack it.
find content -name '*.pdf' -exec sh -c 'for f; do echo %% >>"$f"; done' sh {} +
does "$matbu" release --existing --note 'Aktarıldı' --content content --templates "$templates" frm
editions=$(cut -f2 content/register.tsv | grep -c release)
[ "$editions" -eq 10000 ] || { echo "FAIL bench: $editions of 10000 editions are released"; exit 1; }
builds content out
mkdir site copy
does "$matbu" publish --content content --out out site
cp -a content out copy
cp -a site published

headline "control, $editions released editions"

measure --shell=none --warmup 1 "$matbu list --content content" 'rsync -a --dry-run content out copy'
row 'list / rsync --dry-run of content and out' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 2 "$(detail "${ms[0]}" "${ms[1]}")"

measure --shell=none --warmup 1 "$matbu publish --content content --out out site" 'rsync -a --dry-run published/ site/'
row 'publish, nothing to do / rsync --dry-run' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 2 \
	"$(detail "${ms[0]}" "${ms[1]}"), $(find site -type f | wc -l) files"

# A program, and files, are trusted when they are a little older than the build.
sleep 1
for _ in 1 2; do eval "$(build content out)" >again.log 2>&1; done
[ -f out/.state ] || { echo "FAIL bench: out/.state was not written"; exit 1; }
measure --shell=none --warmup 1 "$(build content out -q)" "find content out $templates -printf '%p %s %T@ %C@ %i\\n'"
row 'build, nothing changed / find -printf' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 2 "$(detail "${ms[0]}" "${ms[1]}")"
measure --shell=none --warmup 1 --prepare 'touch content/index.md' "$(build content out -q)" --prepare true "$(build content out -q --force)"
row 'build, one source changed / build --force' "$(ratio "${ms[0]}" "${ms[1]}")" - - "$(detail "${ms[0]}" "${ms[1]}")"

find content -type f '(' -name '*_*_*.*' -o -name register.tsv ')' -print0 >files
measure --shell=none --warmup 1 "$matbu verify --all --content content --templates $templates" \
	'xargs -0 -a files sha256sum'
row 'verify --all / sha256sum of the same files' "$(ratio "${ms[0]}" "${ms[1]}")" '<=' 1.5 "$(detail "${ms[0]}" "${ms[1]}")"

# What is released is not set anew: the records are, byte for byte, those beside the sources, and cost what copying costs.
same=$(cd content && find . -name '*.pdf' -exec sh -c 'for f; do cmp -s "$f" "../out/$f" && echo same; done' sh {} + | wc -l)
[ "$same" -eq "$editions" ] || { echo "FAIL bench: $((editions - same)) released records came out other than they were"; missed=1; }
runs=$((runs > 4 ? 3 : 1))
measure --shell=none --prepare './fresh out' "$(build content out)" --prepare './fresh out' "$(build content out --press html)" \
	--prepare './fresh out' 'rsync -a --include=*/ --include=*.pdf --exclude=* content/ out/'
row 'cold build of all / of the pages alone' "$(ratio "${ms[0]}" "${ms[1]}")" - - \
	"$(detail "${ms[0]}" "${ms[1]}"); rsync of the records $(printf '%.1f ms' "${ms[2]}"); all $same unchanged"

finish
