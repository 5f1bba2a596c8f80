# What a reader sees after each step of a publish: the files are written in the
# promised order, no link leads nowhere, the record of an erased edition is
# removed and never sent. In a folder, and on another machine, for which a
# script stands in that runs the commands here.
set -u
root=$PWD
. tests/suite.sh
. tests/publish/site.sh
cd "$scratch" || exit 2
calls=renameat,renameat2,unlinkat

if ! strace -qq -o /dev/null -e trace=none true 2>/dev/null; then
	echo "skip order: strace cannot trace here"
	exit 0
fi

matbu() {
	day=$1
	shift
	"$MATBU" "$@" --date "$day" >said 2>&1 || fail "$1" "$(cat said)"
}

# traced NAME DAY: publishes into the folder site, and to another machine.
traced() {
	name=$1
	rm -rf before && cp -R site before
	strace -f -y -qq -s 4096 -o trace -e trace=$calls "$MATBU" publish -q \
	    site --date "$2" 2>said || fail "$name" "$(cat said)"
	python3 "$root/tests/publish/order.py" "$name" trace site before
	command -v rsync >/dev/null || return
	rm -rf before && cp -R far before && rm -f trace
	RSYNC_RSH="sh $scratch/shell" "$MATBU" publish -q "biri@yer:$scratch/far" \
	    --date "$2" 2>said || fail "$name-far" "$(cat said)"
	python3 "$root/tests/publish/order.py" "$name-far" trace far before
}
cat >shell <<END
while case \$1 in -l) shift ;; -*) ;; *) false ;; esac; do shift; done
shift
exec strace -f -y -qq -s 4096 -A -o $scratch/trace -e trace=$calls sh -c "\$*"
END

base
edition imapsmtp_20240101_1 'İlk metin.'
edition parola_20250110_0 'İlk metin.'
edition yeni_20260101_0 'Henüz taslak.'
cp -R "$root/templates" .
matbu 2025-01-10 release --existing \
    frm/bim/e-posta/imapsmtp frm/bim/e-posta/parola --note 'İlk yayın'
matbu 2025-01-10 build
mkdir site far
traced first 2025-01-10
command -v rsync >/dev/null || echo "skip far: rsync is not here"

check draft "it was sent" [ -z "$(find site far -name 'yeni*')" ]
check draft-made "it is not in out/" [ -s out/frm/bim/e-posta/yeni.html ]

# A new edition, whose page changes to one that links to a new folder; a style
# sheet with another name.
index content/frm/bim/ag Ağ
printf '# Ağ\n\nMetin.\n' >content/frm/bim/ag/kablosuz_20250201_0.md
edition imapsmtp_20250201_2 'Bakınız: [ağ](../ag), [kablosuz](../ag/kablosuz).'
mv templates/matbu.css templates/yeni.css
sed -i 's/matbu\.css/yeni.css/' templates/*.html
matbu 2025-02-01 release frm/bim/ag/kablosuz frm/bim/e-posta/imapsmtp \
    --note 'Ağ eklendi'
matbu 2025-02-01 build
traced second 2025-02-01
check second-removed "matbu.css is there" [ ! -e site/matbu.css ]

# --- The record of an erased edition

e=frm/bim/e-posta/parola_20250110_0
check erased-was-there "it was not sent" [ -s site/$e.pdf -a -s far/$e.pdf ]
cp content/$e.pdf kept.pdf
matbu 2025-03-01 withdraw --erase $e --note kanun
matbu 2025-03-01 build
traced erased 2025-03-01
check erased-removed "it is there" [ ! -e site/$e.pdf -a ! -e far/$e.pdf ]
# Somebody puts it back here, and in out/.
for to in content out; do
	cp kept.pdf $to/$e.pdf
	"$MATBU" publish -q site --date 2025-03-02 2>said
	"$MATBU" publish -q new-$to --date 2025-03-02 2>said
	check erased-$to "it was sent" [ ! -e site/$e.pdf -a ! -e new-$to/$e.pdf ]
done
echo "$e.pdf" >>out/.matbu
"$MATBU" publish -q site --date 2025-03-02 2>said
"$MATBU" publish -q new --date 2025-03-02 2>said
check erased-made "it was sent" [ ! -e site/$e.pdf -a ! -e new/$e.pdf ]
check erased-page "its page is missing" [ -s site/$e.html -a -s new/$e.html ]

# A file that is saved while it is sent is reported, and the next run repairs
# what the destination got, also where the old text is back.
command -v rsync >/dev/null || exit 0
cat >saver <<END
while case \$1 in -l) shift ;; -*) ;; *) false ;; esac; do shift; done
shift
case \$* in
*--sender*) ;;
*"rsync --server"*) echo 'Sonraki cümle.' >>content/frm/index.md ;;
esac
exec sh -c "\$*"
END
far="biri@yer:$scratch/far"
echo 'Bir cümle.' >>content/frm/index.md
cp content/frm/index.md old.md
RSYNC_RSH="sh $scratch/saver" "$MATBU" publish -q "$far" --date 2025-03-01 >said 2>&1
status=$?
check saved "$status $(cat said)" [ $status -eq 1 ]
check saved-named "$(cat said)" \
    grep -q '^content/frm/index.md: .*\[publish-saved\]$' said
cp old.md content/frm/index.md
RSYNC_RSH="sh $scratch/shell" "$MATBU" publish -q "$far" --date 2025-03-01 >said 2>&1 ||
    fail saved-again "$(cat said)"
check saved-repaired "$(diff old.md far/frm/index.md)" cmp -s old.md far/frm/index.md
