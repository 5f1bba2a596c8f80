# Sites to publish: Örnek Üniversitesi. Read by suites, which run in an
# empty folder and set root to the folder of the project.

k=content/frm/bim/e-posta
header='date	event	edition	by	source	record	press	note	chain'

# index PATH TITLE
index() { mkdir -p "$1" && printf '# %s\n' "$2" >"$1/index.md"; }

base() {
	index content 'Örnek Üniversitesi'
	index content/frm Formlar
	index content/frm/bim 'Bilgi İşlem Daire Başkanlığı'
	index $k E-posta
}

# edition NAME_DATE_REVISION TEXT: a source with a picture and a record.
edition() {
	mkdir -p "$k/$1"
	cp "$root/content/frm/bim/e-posta/imapsmtp_20190115_1/cark.png" "$k/$1/resim.png"
	printf '# %s\n\n%s\n\n![Çark](%s/resim.png)\n\n[](#resim) bakınız.\n' \
	    "${1%%_*}" "$2" "$1" >"$k/$1.md"
}

# enter DATE EVENT EDITION [NOTE]: a row of the register, by hand. With
# recordless=1 a release has no record, as in registers of old.
enter() {
	r=content/register.tsv source=– record=–
	[ -f $r ] || printf '%s\n' "$header" >$r
	if [ "$2" = release ]; then
		source=$(cd $k && { sha256sum "$3.md"; find "$3" -name '*.png' |
		    sort | xargs sha256sum; } | sha256sum | cut -c1-64)
		[ -n "${recordless-}" ] || {
			printf '%%PDF-1.7 %s\n' "$3" >"$k/$3.pdf"
			record=$(sha256sum <"$k/$3.pdf" | cut -c1-64)
		}
	fi
	row=$(printf '%s\t%s\tfrm/bim/e-posta/%s\t%s\t%s\t%s\t%s\t%s' "$1" \
	    "$2" "$3" Müdür "$source" "$record" – "${4:-–}")
	last=$(tail -n 1 $r | sed 's/.*	//')
	chain=$(printf '%s\n%s\n' "$last" "$row" | sha256sum | cut -c1-64)
	printf '%s\t%s\n' "$row" "$chain" >>$r
}

# press: out/ as make docs leaves it. What the build does not do with the
# register yet is done here.
press() {
	[ -d templates ] || cp -R "$root/templates" .
	"$MATBU" build -q --date 2026-06-01 "$@" 2>/dev/null || return
	[ ! -f content/register.tsv ] || cp content/register.tsv out/
}

# first: two works, two editions out, one draft.
first() {
	base
	edition imapsmtp_20240101_1 'İlk metin.'
	edition parola_20250110_0 'İlk metin.'
	enter 2025-01-10 release imapsmtp_20240101_1 'İlk yayın'
	enter 2025-01-10 release parola_20250110_0 'İlk yayın'
	edition yeni_20260101_0 'Henüz taslak.'
}

# --- What a suite says of them

ok() { echo "ok $1"; }
fail() { echo "FAIL $1: $2"; }
# check NAME REASON COMMAND…: the command must succeed.
check() {
	name=$1 reason=$2; shift 2
	if "$@"; then ok "$name"; else fail "$name" "$reason"; fi
}
is() { [ "$1" = "$2" ]; }
# sum FOLDER: what is in it, locks and all, times aside.
sum() { (cd "$1" && find . -type f | sort | xargs sha256sum | sha256sum); }
# is_whole DEST: it holds what out/ and content/ hold of what is released, the
# checkpoint, nothing else, and no lock.
is_whole() {
	[ ! -e "$1/.matbu-lock" ] && cmp -s content/register.tsv "$1/register.tsv" &&
	    [ "$(tail -n 1 content/register.tsv | cut -f9)" = \
	    "$(tail -n 1 "$1/checkpoint.txt")" ] &&
	    (cd "$1" && find . -type f | sed 's|^\./||' |
	    grep -v '^checkpoint\.txt' | sort) >there &&
	    cut -d' ' -f4 "$1/.matbu-site" | sed 1d | { cat; echo .matbu-site; } |
	    sort | cmp -s - there &&
	    ! grep -q taslak there &&
	    (cd "$1" && sed 1d .matbu-site | awk '{ print $1 "  " $4 }' |
	    sha256sum --quiet -c -) >/dev/null 2>&1
}
more() {
	edition "parola_2026030${1}_$1" "Metin $1."
	enter "2026-03-0$1" release "parola_2026030${1}_$1" "Değişiklik $1"
	press
}
