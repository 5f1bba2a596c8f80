# The folder for an auditor: what its lists say, word for word, on three days and
# in both languages; its files against the register; the same bytes whatever the
# machine; what erased and unreleased texts leave there; places that are
# refused; a run that is cut off; its PDFs before veraPDF, its pages before Nu and
# axe.
set -u
root=$PWD
. tests/suite.sh
cd "$scratch" || exit 2
LC_ALL=C.UTF-8
export LC_ALL
days='2025-01-25 2025-12-01 2026-06-01'
lists='guncel iptal dis-kaynakli gozden-gecirme'

# folder TO DAY [OPTION…]
folder() {
	to=$1 day=$2
	shift 2
	"$MATBU" list --on "$day" --date 2026-06-01 --format html -o "$to" \
	    "$@" >said 2>&1
}

for lang in en tr; do
	rm -rf "$lang" && mkdir "$lang" && cd "$lang" || exit 2
	. "$root/tests/audit/site.sh"
	make_site
	for day in $days; do
		folder "$day" "$day" || fail "$lang-$day" "$(head -3 said)"
		pages=
		for list in index $lists; do pages="$pages $day/$list.html"; done
		# shellcheck disable=SC2086 # a list of files
		python3 "$root/tests/audit/lists.py" $pages >"../$lang-$day"
		golden=$root/tests/audit/$lang-$day.txt
		[ "${UPDATE:-}" != 1 ] || cp "../$lang-$day" "$golden"
		if cmp -s "$golden" "../$lang-$day"; then
			ok "lists-$lang-$day"
		else
			diff -u "$golden" "../$lang-$day" >&2
			fail "lists-$lang-$day" differs
		fi
	done
	cd ..
done
cd tr || exit 2

# --- The files, with nothing but what every system has
files() { (cd "$1" && find . -type f | sed 's|^\./||' | LC_ALL=C sort); }
for day in $days; do
	expect "sums-$day" 0 sh -c "cd $day && sha256sum -c --quiet --strict sha256sum.txt"
	if [ "$(cut -c67- "$day/sha256sum.txt")" = "$(files "$day" | grep -vx sha256sum.txt)" ]; then
		ok "all-$day"
	else
		fail "all-$day" "$(files "$day" | diff - "$day/sha256sum.txt" | head -3)"
	fi
	rows=$(sed -n 2p "$day/checkpoint.txt")
	head -n $((rows + 1)) content/register.tsv | cmp -s - "$day/register.tsv" &&
	    [ "$(tail -n 1 "$day/register.tsv" | cut -f9)" = "$(sed -n 3p "$day/checkpoint.txt")" ] &&
	    ok "register-$day" || fail "register-$day" "not the first $rows rows"
	[ "$(tail -n 1 "$day/register.tsv" | cut -c1-10 | tr -d -)" -le "$(echo "$day" | tr -d -)" ] &&
	    ok "rows-$day" || fail "rows-$day" "$(tail -n 1 "$day/register.tsv")"
	expect "since-$day" 0 "$MATBU" verify --since "$day/checkpoint.txt"
	find "$day" -mindepth 2 -name '*.pdf' | while read -r record; do
		edition=${record#*/}
		grep -P "\trelease\t${edition%.pdf}\t" "$day/register.tsv" |
		    cut -f6 | sed "s|\$|  $record|" | sha256sum -c --quiet
	done >said 2>&1
	[ ! -s said ] && ok "records-$day" || fail "records-$day" "$(cat said)"
done
same_set() {
	(cd "$1" && find . -mindepth 2 -name '*_*.pdf' | sed 's|^\./||; s|\.pdf$||' | sort | tr '\n' ' ')
}
expect_set() {
	[ "$(same_set "$1")" = "$2" ] && ok "set-$1" || fail "set-$1" "$(same_set "$1")"
}
p='klv/bim/hesap/parola-en_20240912_0 klv/bim/hesap/parola_20190115_1 '
expect_set 2025-01-25 "frm/bim/e-posta/eski_20230110_0 frm/bim/e-posta/istek_20240501_0 frm/bim/e-posta/istemci_20240312_0 $p"
expect_set 2025-12-01 "frm/bim/e-posta/istek_20240501_0 frm/bim/e-posta/istemci_20250620_1 $p"
expect_set 2026-06-01 "frm/bim/e-posta/istek_20240501_0 frm/bim/e-posta/istemci_20250620_1 $p"
[ -s 2026-06-01/frm/bim/e-posta/istemci_20250620_1/ayar.png ] &&
    ok picture || fail picture "is missing"
# shellcheck disable=SC2046 # names without spaces
expect intact 0 "$MATBU" verify $(find 2026-06-01 -mindepth 2 -name '*.pdf')

# --- What must not be there
for day in $days; do
	cp -R "$day" words-$day
	find "words-$day" -name '*.pdf' -exec pdftotext -enc UTF-8 {} {}.txt \;
	find "words-$day" -name '*.pdf' -exec sh -c 'qpdf --qdf "$1" "$1.qdf"' - {} \;
	found=$(grep -rlEi 'zürafac|kurbağac' "words-$day")
	[ -z "$found" ] && [ "$(find "words-$day" -name '*.txt' | wc -l)" -gt 8 ] &&
	    ok "erased-$day" || fail "erased-$day" "$found"
	# A record is as it was released; its links lead where they led then.
	find "words-$day" -mindepth 2 -name '*.qdf' -exec rm {} +
	expect "links-$day" 0 python3 "$root/tests/audit/links.py" "words-$day"
done
# What no face has is named on paper: the register keeps it for ever.
pdftotext -enc UTF-8 2026-06-01/gozden-gecirme.pdf - | grep -qF '[U+13000]' &&
    ok letter || fail letter "not named"
# That the words would be found.
grep -rq Kurbağacık content && pdftotext 2026-06-01/guncel.pdf - | grep -q KYS-FR-012 &&
    ok found || fail found "nothing to find"
grep -q '01.06.2026 günündeki durum: YÜRÜRLÜKTE – UYARI (12.11.2025)' \
    2026-06-01/klv/bim/hesap/parola_20190115_1.html && ok dated || fail dated "no day"
if grep -qE 'rel="canonical"|verify.html|degisiklik.html|name="Zür' -r 2026-06-01 --include='*.html'; then
	fail closed "a page leads to the site"
else
	ok closed
fi

# --- The same bytes
folder_again() {
	"$MATBU" list --date 2026-06-01 --format html -o again ${jobs-} >said 2>&1 ||
	    fail again "$(head -3 said)"
}
with() { env "$1" sh -c "\"$MATBU\" list --date 2026-06-01 --format html -o again >said 2>&1"; }
folder_again; same twice 2026-06-01 again
for jobs in -j1 -j2 -j7; do rm -rf again; folder_again; same "jobs$jobs" 2026-06-01 again; done
jobs=
for setting in LC_ALL=C LC_ALL=tr_TR.UTF-8 LC_ALL=en_GB.UTF-8 LC_ALL=fr_FR.UTF-8 TZ=Pacific/Auckland; do
	rm -rf again; with "$setting"; same "$setting" 2026-06-01 again
done
mkdir -p başka/yer && cp -R content templates başka/yer &&
    (cd başka/yer && with LC_ALL=C) && same elsewhere 2026-06-01 başka/yer/again

# A part of the collection.
folder parça 2026-06-01 klv || fail part "$(head -3 said)"
[ ! -e parça/frm ] && [ -e parça/klv/bim/hesap/parola_20190115_1.pdf ] &&
    grep -q '<dd>klv</dd>' parça/guncel.html && ! grep -q istemci parça/guncel.html &&
    ok part || fail part "$(ls parça)"

# --- The place
umask 027 && folder kip 2026-06-01; umask 022
[ "$(stat -c %a kip kip/frm kip/index.html | tr '\n' ' ')" = '750 750 640 ' ] &&
    ok umask || fail umask "$(stat -c %a kip kip/frm kip/index.html | tr '\n' ' ')"
mkdir boş && expect empty 0 folder boş/ 2026-06-01 && same empty-same 2026-06-01 boş
mkdir yabancı && echo benim >yabancı/dosya && ln -s yabancı .bağlı.matbu &&
    expect planted 0 folder bağlı 2026-06-01
[ "$(cat yabancı/dosya)" = benim ] && [ ! -L bağlı ] && ok untouched || fail untouched "$(ls -la)"
mkdir asıl && ln -s asıl üst && expect parent 0 folder üst/denetim 2026-06-01
expect again-refused 1 folder boş 2026-06-01
same again-untouched 2026-06-01 boş
ln -s yok kopuk
expect dangling 1 folder kopuk 2026-06-01
[ ! -e yok ] && ok no-target || fail no-target "the link was followed"

# --- Cut off: before each call that changes something, and on a full disk
cut_off() {
	rm -rf kesik .kesik.matbu
	strace -f -qq -o trace -e trace="$1" -e inject="$1:$2:when=$3" \
	    "$MATBU" list --date 2026-06-01 --format html -o kesik >said 2>&1
	status=$?
}
whole() { (cd kesik && sha256sum -c --quiet sha256sum.txt) >said 2>&1; }
each() {
	n=0
	while n=$((n + $3)) && cut_off "$1" "$2" $n &&
	    { grep -q INJECTED trace || [ $status -gt 128 ]; }; do
		if [ -e kesik ] && ! whole; then
			fail "cut-$1-$2" "$n: a part of the folder is there"; return
		fi
		if [ $status -eq 0 ] && [ ! -e kesik ]; then
			fail "cut-$1-$2" "$n: status 0, but nothing is there"; return
		fi
		if [ $status -le 128 ] && [ $status -ne 0 ] && [ -e .kesik.matbu ]; then
			fail "cut-$1-$2" "$n: the hidden folder is left"; return
		fi
	done
	[ $n -gt "$3" ] || { fail "cut-$1-$2" "never"; return; }
	rm -rf kesik
	folder kesik 2026-06-01 && diff -r 2026-06-01 kesik >said && ok "cut-$1-$2" ||
	    fail "cut-$1-$2" "the next run: $(head -3 said)"
}
if strace -qq -o /dev/null -e trace=none true 2>/dev/null; then
	each mkdirat signal=KILL 1
	each renameat signal=KILL 1
	each write signal=KILL 5
	each mkdirat error=ENOSPC 1
	each write error=ENOSPC 5
	each renameat error=EIO 1
else
	skip cut "strace cannot trace here"
fi

# --- The judges
cd "$root" || exit 2
if [ -f build/conformance/classes/Conform.class ] && command -v java >/dev/null; then
	for day in $days; do
		for lang in tr en; do
			for list in index $lists; do echo "$scratch/$lang/$day/$list.pdf"; done
		done
	done >"$scratch/pdfs"
	xargs tests/conformance/run.sh <"$scratch/pdfs" >"$scratch/verdicts" 2>&1
	[ "$(grep -c '^ok ' "$scratch/verdicts")" -eq $(($(wc -l <"$scratch/pdfs") * 2)) ] &&
	    ok veraPDF || fail veraPDF "$(grep -v '^ok ' "$scratch/verdicts" | head -3)"
	while read -r pdf; do
		qpdf --check "$pdf" 2>&1 | grep -E 'WARNING|ERROR'
	done <"$scratch/pdfs" >"$scratch/faults"
	[ ! -s "$scratch/faults" ] && ok qpdf || fail qpdf "$(head -3 "$scratch/faults")"
else
	missing veraPDF "veraPDF, java"
fi
if [ -d tests/web/node_modules ]; then
	for judge in 'sh tests/web/nu.sh' 'node tests/web/access.mjs' 'node tests/web/policy.mjs templates'; do
		$judge "$scratch/tr/2026-06-01" "$scratch/en/2025-12-01" >"$scratch/log" 2>&1
		# The folder has no page to search.
		sed "s|$scratch/||g; s|^\([a-zA-Z]*\) \([a-z]*\) tr/2026-06-01 en/2025-12-01|\1 \2|" "$scratch/log" |
		    grep -E '^(ok|FAIL|  )' | grep -v '^FAIL policy search: .*no search page$'
		grep -q '^ok ' "$scratch/log" || fail "$judge" "$(head -3 "$scratch/log")"
	done
else
	missing web "npm ci in tests/web"
fi
