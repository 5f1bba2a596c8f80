#!/bin/sh
# Withdrawn works and what replaced them: pages, lists, register. Links in
# reasons and warnings. Released folders that were renamed.
set -u
. tests/suite.sh
root=$PWD
LC_ALL=C.UTF-8
export LC_ALL
cd "$scratch" || exit 2
ln -s "$root/templates" templates
k=frm/bim/konu
mkdir -p content/$k
for folder in . frm frm/bim $k; do
	echo "# Klasör" >content/$folder/index.md
done
source() {
	printf -- '---\nonaylayan: Başkan\n---\n# %s\n\nMetin.\n' "$2" \
	    >content/$k/$1.md
}
matbu() {
	on=$1
	shift
	"$MATBU" "$@" --date "$on" >said 2>&1
}
# says NAME FILE TEXT: the page holds the text.
says() {
	if grep -qF -- "$3" "out/$2"; then ok "$1"; else
		fail "$1" "$(grep -o '<p class="status.*' "out/$2")"
	fi
}
never() {
	if grep -qF -- "$3" "out/$2"; then fail "$1" "$3"; else ok "$1"; fi
}

for name in bir iki uc eski; do source ${name}_20250101_0 "Doküman $name"; done
matbu 2025-01-01 release $k/bir $k/iki $k/uc $k/eski --note ilk || fail release
source eski_20250201_1 "Doküman eski"
echo Ek. >>content/$k/eski_20250201_1.md
matbu 2025-02-01 release $k/eski --note ek || fail release-1
source gizli_20250201_0 Gizli

# --- A chain

matbu 2025-03-01 withdraw $k/eski --successor $k/bir --note 'Birleşti' ||
    fail withdraw "$(cat said)"
matbu 2025-03-02 withdraw $k/bir --successor $k/iki --note "Bkz. $k/uc_20250101_0'dan
 sonra" && fail lines "a note of two lines"
matbu 2025-03-02 withdraw $k/bir --successor $k/iki \
    --note "Bkz. $k/uc_20250101_0’dan sonra <b> \"x\" https://a.example/?x=1&y=\"2 $k/yok $k/gizli x$k/uc javascript:$k javascript:alert(1) bim@a.example" ||
    fail withdraw-2 "$(cat said)"
matbu 2025-03-03 warn $k/uc "Adım 2 için $k/eski ve $k/iki_20250101_0." ||
    fail warn "$(cat said)"
matbu 2025-03-03 build || fail build "$(cat said)"
up=../../../
link="Yerine geçen doküman:</span> <a href=\"$up$k/iki.html\">Doküman iki</a>"
says chain-address $k/eski.html "Gerekçe: Birleşti. $link"
says chain-edition $k/eski_20250201_1.html "$link"
says chain-before $k/eski_20250101_0.html "$link"
says chain-middle $k/bir.html "$link"
says latest $k/eski.html "<link rel=\"latest-version\" href=\"$up$k/iki.html\">"
says latest-before $k/eski_20250101_0.html \
    "<link rel=\"latest-version\" href=\"$up$k/iki.html\">"
says successor $k/eski.html \
    "<link rel=\"successor-version\" href=\"$up$k/bir.html\">"
never no-successor $k/iki.html '<link rel="successor-version"'
says latest-own $k/iki.html '<link rel="latest-version" href="iki.html">'

# --- Links in reasons and warnings

says edition-link $k/bir.html \
    "<a href=\"$up$k/uc_20250101_0.html\">$k/uc_20250101_0</a>’dan sonra &lt;b&gt; \"x\" "
says web-link $k/bir.html '<a href="https://a.example/?x=1&amp;y=">'
says no-draft $k/bir.html " $k/yok $k/gizli x$k/uc javascript:$k javascript:alert(1) "
says mail-link $k/bir.html '<a href="mailto:bim@a.example">'
says warned $k/uc.html \
    "Adım 2 için <a href=\"$up$k/eski.html\">$k/eski</a> ve <a href=\"$up$k/iki_20250101_0.html\">$k/iki_20250101_0</a>."
grep -oh 'href="[^"#]*"' out/$k/*.html | sort -u | sed 's/href="//; s/"$//' |
    grep -v '^[a-z]*:' | while read -r href; do
	[ -e "out/$k/$href" ] || echo "$href"
done >broken
if [ -s broken ]; then fail links "$(cat broken)"; else ok links; fi

# --- Lists

for format in text csv json; do
	"$MATBU" list --status iptal --format $format --date 2025-04-01 >said 2>&1
	if grep -q "(yerine: $k/bir)" said; then ok "list-$format"; else
		fail "list-$format" "$(cat said)"
	fi
done
if python3 - said <<'P'
import json, sys
rows = json.load(open(sys.argv[1]))["rows"]
sys.exit([r["successor"] for r in rows] != ["frm/bim/konu/iki",
    "frm/bim/konu/bir"])
P
then ok list-member; else fail list-member "$(cat said)"; fi

# --- In force again: the chain ends there

matbu 2025-05-01 revise $k/bir && matbu 2025-05-01 release $k/bir \
    --same 'yeniden' || fail again "$(cat said)"
matbu 2025-05-01 build || fail build-again "$(cat said)"
says again $k/eski.html \
    "Yerine geçen doküman:</span> <a href=\"$up$k/bir.html\">Doküman bir</a>"
never again-own $k/bir.html 'Yerine geçen'
matbu 2025-05-02 withdraw $k/iki --successor $k/eski --note x &&
    matbu 2025-05-02 withdraw $k/bir --successor $k/iki --note x &&
    fail circle "$(cat said)"
if grep -q successor-circle said; then ok circle; else
	fail circle "$(cat said)"
fi

# An erasure keeps what the withdrawal said.
matbu 2025-05-03 withdraw --erase $k/eski --note kanun || fail erase
matbu 2025-05-03 build || fail build-erased "$(cat said)"
says erased $k/eski.html \
    "Yerine geçen doküman:</span> <a href=\"$up$k/bir.html\">Doküman bir</a>"

# --- What the register says by hand

cp -R content kept
enter() {
	row=$(printf '%s\twithdraw\t%s\tX\t–\t–\t–\t%s' 2025-06-01 "$1" "$2")
	last=$(tail -n 1 content/register.tsv | sed 's/.*	//')
	printf '%s\t%s\n' "$row" "$(printf '%s\n%s\n' "$last" "$row" |
	    sha256sum | cut -c1-64)" >>content/register.tsv
}
try() {
	enter "$1" "$2"
	if matbu 2025-06-01 build; then ok "hand-$3"; else
		fail "hand-$3" "$(cat said)"
	fi
}
try $k/uc_20250101_0 'x (yerine: ../../etc/passwd)' grammar
says hand-grammar-text $k/uc.html 'Gerekçe: x (yerine: ../../etc/passwd)</span>'
never hand-grammar-link $k/uc.html 'rel="successor-version"'
rm -r content && cp -R kept content
try $k/uc_20250101_0 "x (yerine: $k/yok)" missing
says hand-missing-text $k/uc.html "Gerekçe: x (Yerine geçen doküman: $k/yok)</span>"
rm -r content && cp -R kept content
try $k/uc_20250101_0 "x (yerine: $k/uc)" circle
never hand-circle-link $k/uc.html 'rel="successor-version"'
rm -r content && cp -R kept content

# --- A renamed folder is no new work; back again it is whole

mv content/frm/bim content/frm/bidb
matbu 2025-06-01 check
if [ "$(grep -c '\[released-moved\]' said)" = 1 ] &&
    ! grep -q 'released-missing\|record-foreign' said; then ok renamed; else
	fail renamed "$(cat said)"
fi
expect renamed-build 1 "$MATBU" build --date 2025-06-01
expect renamed-release 1 "$MATBU" release frm/bidb/konu/uc --date 2025-06-01
expect renamed-import 1 "$MATBU" release --existing frm/bidb --date 2025-06-01
mv content/frm/bidb content/frm/bim
same renamed-kept kept content
expect renamed-back 0 "$MATBU" check --date 2025-06-01
