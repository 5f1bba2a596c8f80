#!/bin/sh
# Pulling from a site: what comes to a machine that lacks it, has it wrong or
# must not have it any more; and what somebody wrote there stays.
set -u
root=$PWD
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
. "$root/tests/publish/site.sh"
cd "$tmp" || exit 2
LC_ALL=tr_TR.UTF-8
export LC_ALL
matbu() { "$MATBU" "$@" >said 2>&1; }
e=$k/parola_20250110_0

first && press && matbu publish site && cp -R content whole

# --- Bytes that are wrong here

echo başkası >$e.pdf
cp $k/imapsmtp_20240101_1.md $e.md
echo bozuk >$e/resim.png
check wrong "$(cat said)" matbu pull site
check wrong-mended "$(diff -rq content whole)" diff -rq -x '.*' content whole
check wrong-kept "$(ls -A $k)" [ "$(cat $k/.parola_20250110_0.pdf.old $e/.resim.png.old)" = "başkası
bozuk" -a -s $k/.parola_20250110_0.md.old ]
check wrong-told "$(cat said)" [ "$(grep -c pull-kept said)" = 3 ]
matbu pull site
check wrong-once "$(cat said)" [ "$(find content -name '*.old*' | wc -l)" = 3 ]
echo başka >$e.pdf
matbu pull site
check wrong-again "$(ls -A $k)" [ "$(cat $k/.parola_20250110_0.pdf.old $k/.parola_20250110_0.pdf.old-2)" = "başkası
başka" ]
# Line ends are no difference, here or beside a picture that is wrong.
sed -i 's/$/\r/' $e.md
before=$(sum content)
matbu pull site
check line-ends "$(cat said)" is "$(sum content)" "$before"
rm $e/resim.png
matbu pull site
check line-ends-picture "$(cat said)" [ "$(sed -n '1s/.*\r/CR/p' $e.md)" = CR -a -s $e/resim.png ]
rm -rf content && cp -R whole content
# A draft of ours is nobody else's.
echo taslak >>$k/yeni_20260101_0.md
before=$(sum content)
matbu pull site
check draft "$(cat said)" is "$(sum content)" "$before"
