#!/bin/sh
# Publishing to a real destination: a folder, a folder that nginx serves and
# somebody reads meanwhile, and another machine by rsync over ssh; runs that
# are killed, run out of disk, or run into each other.
set -u
root=$PWD
export root
. tests/suite.sh
. tests/publish/site.sh
. tests/publish/sshd.sh
cd "$scratch" || exit 2

# --- A folder

first && press
"$MATBU" publish -q site
check folder "the site is not whole" is_whole site
check drafts-stay "a draft went out" [ ! -e site/frm/bim/e-posta/yeni.html ]
before=$(sum site) noted=$(cat content/.published)
inode=$(stat -c %i site/.matbu-site)
"$MATBU" publish -q site
check second-sends-nothing "something changed" \
    is "$before $noted $inode" "$(sum site) $(cat content/.published) $(stat -c %i site/.matbu-site)"
more 1
LC_ALL=en_GB.UTF-8 "$MATBU" publish --dry-run site >shown
check dry-run "it wrote" is "$before" "$(sum site)"
LC_ALL=en_GB.UTF-8 "$MATBU" publish site >said
check changed "the site is not whole" is_whole site
check dry-run-tells "$(cat said)" \
    [ "$(grep -c '^new ' shown)" = "$(sed -n 's/.*: \([0-9]*\) new.*/\1/p' said)" ]

(cd "$root" && make -s publish) >said 2>&1
check make-dest "$(cat said)" grep -q 'make publish DEST=' said

# Somebody's files stay.
echo benim >site/benim.txt && mkdir site/klasor && echo x >site/klasor/index.html
more 2
"$MATBU" publish -q site
check foreign-stay "they were touched" [ -s site/benim.txt -a -s site/klasor/index.html ]
rm -r site/benim.txt site/klasor

# An index.html that stood there before matbu.
mkdir -p dolu && echo 'Rektörlük' >dolu/index.html
"$MATBU" publish -q dolu 2>said
check foreign-index "status $?" is $? 1
check foreign-index-kept "it was replaced" is "$(find dolu -type f)$(cat dolu/index.html)" dolu/index.htmlRektörlük

# A record replaced there by another valid one, its time as before.
victim=site/frm/bim/e-posta/parola_20250110_0.pdf
cp -p $victim kept
cp site/frm/bim/e-posta/parola_20260301_1.pdf $victim
bad=$(sha256sum <$victim)
"$MATBU" publish -q site 2>said
check record-replaced "status $?" is $? 1
check record-told "$(cat said)" grep -q 'parola_20250110_0.pdf: .*publish-record' said
touch -r kept $victim
"$MATBU" publish -q --verify site 2>said
check record-verify "$(cat said)" grep -q publish-record said
check record-untouched "it was replaced again" is "$bad" "$(sha256sum <$victim)"
cp -p kept $victim
# A page that somebody spoilt is ours to repair.
echo bozuk >site/frm/bim/e-posta/parola.html
"$MATBU" publish -q site
check page-repaired "the site is not whole" is_whole site

# The clock set back; other times, equal bytes.
find out content -type f -exec touch -d 1999-01-01 {} +
before=$(sum site)
"$MATBU" publish -q site
check clock-back "something was sent" is "$before" "$(sum site)"
find site -type f -exec touch -d 2001-01-01 {} +
"$MATBU" publish -q site
check times-lost "something was sent" is "$before" "$(sum site)"

# What goes.
rm -rf yedek && cp -R site yedek
for template in page index ara verify degisiklik; do
	grep -v print.css templates/$template.html >p &&
	    mv p templates/$template.html
done
press && "$MATBU" publish -q site
check removed "print.css is there" [ ! -e site/print.css ]
check removed-whole "the site is not whole" is_whole site

# --- By hand: only what changed, and what to delete

: >content/.published
"$MATBU" publish -q --changed el1
check hand-all "the first is not all" is "$(cd el1 && find . -name '*.html' | wc -l)" "$(find site -name '*.html' | wc -l)"
"$MATBU" publish -q --changed el2
check hand-nothing "something was written" [ ! -e el2 ]
more 3
mv templates/matbu.css templates/yeni.css
sed -i 's/matbu\.css/yeni.css/' templates/*.html
press
LC_ALL=en_GB.UTF-8 "$MATBU" publish -q --changed el3
check hand-new "the new edition is missing" [ -s el3/frm/bim/e-posta/parola_20260303_3.pdf -a ! -e el3/frm/bim/e-posta/parola_20260301_1.pdf ]
check hand-delete "no list" is "$(cat el3/to-delete.txt)" matbu.css
LC_ALL=tr_TR.UTF-8 "$MATBU" publish --changed el4 >said
check hand-nothing-told "$(cat said)" grep -q '^yeni bir şey yok; .*--anew' said
rm -r el3
LC_ALL=tr_TR.UTF-8 "$MATBU" publish --changed el5 --anew >said
check hand-anew "it is not all" is "$(cd el5 && find . -name '*.html' | wc -l) $(cat el5/silinecekler.txt)" \
    "$(($(find site -name '*.html' | wc -l) + 2)) matbu.css"
check hand-upload "$(cat said)" grep -q '; el5 klasöründe; siteye yükleyin$' said
"$MATBU" publish -q --changed el6
check hand-anew-once "something was written" [ ! -e el6 ]
: >content/.published

# --- A reader while publishing runs

PATH=$PATH:/usr/sbin
"$MATBU" publish -q --anew site
if command -v nginx >/dev/null; then
	chmod 755 "$scratch" && http=$(port)
	cat >nginx.conf <<EOF
daemon off; pid $scratch/nginx.pid; error_log $scratch/nginx.log;
events { }
http {
	include /etc/nginx/mime.types;
	access_log off; sendfile on; default_type text/plain;
	client_body_temp_path $scratch/n1; proxy_temp_path $scratch/n2;
	fastcgi_temp_path $scratch/n3; uwsgi_temp_path $scratch/n4;
	scgi_temp_path $scratch/n5;
	server { listen 127.0.0.1:$http; root $scratch/site; }
}
EOF
	nginx -c "$scratch/nginx.conf" 2>/dev/null &
	pids="$pids $!"
	wait_for "$http"
	python3 "$root/tests/publish/reader.py" "http://127.0.0.1:$http/" \
	    "$scratch/stop" >seen 2>read &
	reader=$!
	for i in 4 5 6 7 8 9; do
		more $i
		"$MATBU" publish -q site
	done
	: >stop
	wait $reader
	check reader "$(sort seen | uniq -c | head -3 | tr '\n' ';')" [ ! -s seen ]
	check reader-read "$(cat read)" [ "$(cut -d' ' -f1 read)" -gt 50 ]
	check reader-whole "the site is not whole" is_whole site
else
	echo "skip reader: no nginx"
fi

# --- Another machine

if start_sshd; then
	there="$host:$scratch/uzak yer’s"
	rm -rf far && ln -s "uzak yer’s" far
	"$MATBU" publish --dry-run "$there" >shown 2>said
	check remote-dry "$(cat said)" [ ! -s said -a "$(grep -c '\.md$' shown)" = "$(find site -name '*.md' | wc -l)" -a ! -d "uzak yer’s" ]
	"$MATBU" pull "$there" 2>said
	check remote-nothing "$(cat said)" [ "$(grep -c . said)" = "$(grep -c pull-nothing said)" ]
	"$MATBU" publish -q "${there%/*}/yok/site" 2>said
	check remote-parent "$(cat said)" grep -q 'yok/site.*publish-parent' said
	"$MATBU" publish -q "$there" 2>said
	check remote "$(cat said ssh/log | tail -3)" is_whole far/.
	check remote-same "it differs from the folder" diff -r -x .matbu-site site far/.
	before=$(sum far/.) inode=$(stat -c %i far/.matbu-site)
	"$MATBU" publish -q "$there"
	check remote-second "something was sent" is "$before $inode" "$(sum far/.) $(stat -c %i far/.matbu-site)"
	echo benim >far/benim.txt
	edition yeni_20260401_1 Yeni && enter 2026-04-01 release yeni_20260101_0 && enter 2026-04-01 release yeni_20260401_1 && press
	echo Rektörlük >far/frm/bim/e-posta/yeni.html
	"$MATBU" publish -q "$there" 2>said
	check remote-foreign "$(cat said)" grep -q 'yeni.html: .*publish-foreign' said
	rm far/frm/bim/e-posta/yeni.html
	sed -i 's/İlk/Son/' out/frm/bim/e-posta/imapsmtp_20240101_1.html
	"$MATBU" publish -q "$there" 2>said
	check remote-changed "$(cat said)" grep -q 'Son metin' far/frm/bim/e-posta/imapsmtp_20240101_1.html
	check remote-foreign-stays "it went" [ -s far/benim.txt ]
	rm far/benim.txt
	cp -p far/frm/bim/e-posta/yeni_20260101_0.pdf kept
	echo x >>far/frm/bim/e-posta/yeni_20260101_0.pdf
	"$MATBU" publish -q "$there" 2>said
	check remote-record "$(cat said)" grep -q 'yeni_20260101_0.pdf: .*publish-record' said
	cp -p kept far/frm/bim/e-posta/yeni_20260101_0.pdf
	mkdir far/.matbu-lock && echo biri@yer:1 >far/.matbu-lock/owner
	"$MATBU" publish -q "$there" 2>said
	check remote-locked "$(cat said)" grep -q 'biri@yer:1.*publish-locked' said
	rm out/print.css 2>/dev/null
	sed -i '/^frm\/bim\/e-posta\/parola_20260302_2\/resim.png$/d' out/.matbu
	"$MATBU" publish -q --unlock "$there" 2>said
	check remote-removed "$(cat said)" [ ! -e far/frm/bim/e-posta/parola_20260302_2/resim.png ]
	check remote-whole "the site is not whole" is_whole far/.
	press && "$MATBU" publish -q "$there"
	mkdir bos && cd bos && cp -R ../templates . &&
	    "$MATBU" pull -q "$there" 2>../said
	cd ..
	check remote-pull "$(cat said; diff -rq content bos/content | head -3)" \
	    diff -rq -x .published -x 'yok' content bos/content
	unset RSYNC_RSH
else
	echo "skip remote: no sshd or rsync"
fi
