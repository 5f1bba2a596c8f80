#!/bin/sh
# Pulling from a site: what comes to a machine that lacks it, has it wrong or
# must not have it any more; and what somebody wrote there stays.
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2
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
check wrong-repaired "$(diff -rq content whole)" diff -rq -x '.*' content whole
check wrong-kept "$(ls -A $k)" [ "$(cat $k/.parola_20250110_0.pdf.old $e/.resim.png.old)" = "başkası
bozuk" -a -s $k/.parola_20250110_0.md.old ]
check wrong-told "$(cat said)" [ "$(grep -c pull-kept said)" = 3 ]
matbu pull site
check nothing-new "$(cat said)" grep -q '^yeni bir şey yok$' said
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

# --- A register that is damaged

enter 2026-03-01 review parola_20250110_0 bakıldı
r=content/register.tsv
cp $r bizim.tsv
sed -i 's/\t/;/g; s/$/\r/' $r
matbu pull site
check form-repaired "$(cat said)" cmp $r bizim.tsv
check form-told "$(cat said)" grep -q pull-repaired said
for n in 1 2 3; do
	cp bizim.tsv $r && sed -i "\$s/bakıldı/bakıldı $n/" $r && cp $r bozuk$n
	matbu pull site && matbu pull site
done
check damaged-kept "$(ls -A content)" eval 'cmp bozuk1 content/.register.tsv.old &&
    cmp bozuk2 content/.register.tsv.old-2 && cmp bozuk3 content/.register.tsv.old-3'
check damaged-told "$(cat said)" [ "$(ls -A content | grep -c 'tsv.old')" = 3 ]

# --- What the law has erased

rm -rf content site out && mkdir content && base
edition parola_20250110_0 'Kişisel veri.' && edition yeni_20250110_0 'Yeni.'
on() { day=$1; shift; matbu "$@" --date "$day"; }
on 2025-01-10 release --existing frm/bim/e-posta --note 'İlk yayın'
on 2025-01-10 build && on 2025-01-10 publish site
mkdir ikinci && cp -R templates ikinci/
(cd ikinci && matbu pull ../site && on 2025-01-10 build)
check second-has "$(cat ikinci/said)" grep -q 'Kişisel' ikinci/$e.md
echo başkası >ikinci/$e.pdf && (cd ikinci && matbu pull ../site)
on 2025-02-01 withdraw --erase frm/bim/e-posta/parola_20250110_0 --note 'KVKK <m.7>'
check erase-says "$(cat said)" grep -q 'make publish' said
on 2025-02-01 build && on 2025-02-01 publish site
check erased-there "$(grep -rl Kişisel site)" [ -z "$(grep -rl Kişisel site)" ]
# Nobody has it any more: a machine that had it, and an empty one.
(cd ikinci && matbu pull ../site)
check erased-told "$(cat ikinci/said)" grep -q '^imha edildi: frm/bim/e-posta/parola_20250110_0 (imha satırı alındı)' ikinci/said
check erased-here "$(diff -rq content ikinci/content)" diff -rq -x .published content ikinci/content
check erased-sound "$(cat ikinci/said)" eval '(cd ikinci && on 2025-02-02 build && on 2025-02-02 check)'
check erased-out "$(grep -rl Kişisel ikinci)" [ -z "$(grep -rl Kişisel ikinci)" ]
(cd ikinci && matbu pull ../site)
check erased-once "$(cat ikinci/said)" [ "$(grep -c 'imha edildi' ikinci/said)" = 0 ]
for lang in en tr; do
	mkdir bos-$lang && cp -R templates bos-$lang/
	(cd bos-$lang && LC_ALL=${lang}_XX.UTF-8 matbu pull ../site && on 2025-02-02 check)
	check empty-$lang "$(cat bos-$lang/said)" diff -rq -x .published content bos-$lang/content
	check empty-$lang-silent "$(cat bos-$lang/said)" [ "$(grep -c -e 'imha edildi' -e erased bos-$lang/said)" = 0 ]
done
# An erasure of ours that is not out yet is not undone by a pull.
on 2025-02-03 withdraw --erase frm/bim/e-posta/yeni_20250110_0 --note kanun
matbu pull site
check erased-ours "$(cat said)" [ ! -e $k/yeni_20250110_0.pdf ]
on 2025-02-03 check
check erased-ours-sound "$(cat said)" on 2025-02-03 check

# --- One edition, released by two: the messages lead out

on 2025-02-04 build && on 2025-02-04 publish site
(cd ikinci && matbu pull ../site)
o=frm/bim/e-posta/ortak_20250301_3
edition ortak_20250301_3 'Onların metni.'
(cd ikinci && edition ortak_20250301_3 'Bizim metnimiz.')
on 2025-03-01 release $o && on 2025-03-01 build && on 2025-03-01 publish site
cd ikinci || exit 2
on 2025-03-02 release $o
matbu pull ../site
check conflict "$(cat said)" grep -q 'release --undo.*ortak_20250301_3 yerine ortak_20250301_4.*pull-conflict' said
on 2025-03-02 release --undo
matbu pull ../site
check exists "$(cat said)" grep -q 'ortak_20250301_3 yerine ortak_20250301_4.*pull-exists' said
check way-kept "it was changed" grep -q 'Bizim' content/$o.md
mv content/$o.md $k/ortak_20250301_4.md && mv content/$o $k/ortak_20250301_4
sed -i 's/ortak_20250301_3/ortak_20250301_4/g' $k/ortak_20250301_4.md
matbu pull ../site
on 2025-03-02 check
check way-out "$(cat said)" on 2025-03-02 check
check way-theirs "$(ls $k)" cmp content/$o.md ../content/$o.md
cd ..
