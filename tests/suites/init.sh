# The first hour: a new collection builds, is asked for three things, and is
# never begun twice; its Makefile and its files for git work.
. tests/suite.sh
program=$MATBU
cd "$scratch" || exit 2
HOME=$scratch
export HOME GIT_CEILING_DIRECTORIES="$scratch"

# answers TEXT FOLDER [OPTION…]
answers() {
	text=$1
	shift
	printf "$text" | "$program" init "$@" >said 2>&1
}

expect unattended 0 "$program" init --yes kurum
(cd kurum && make -s docs MATBU="$program") >said 2>&1 && ok builds ||
    fail builds "$(cat said)"
case $(tail -n 1 said) in
*"file://$scratch/kurum/out/index.html") ok address ;;
*) fail address "$(tail -n 1 said)" ;;
esac
[ ! -e kurum/templates ] && ok no-templates || fail no-templates "copied"
[ "$(git -C kurum check-attr text content/index.md)" = \
    "content/index.md: text: unset" ] && ok attributes || fail attributes
[ -z "$(git -C kurum status --porcelain --ignored=no out)" ] &&
    ok ignored || fail ignored "out/ is shown by git"
(cd kurum && "$program" new -q frm/birim/izin/form &&
    "$program" release frm/birim/izin/form) >said 2>&1
[ $? -eq 1 ] && [ "$(grep -c 'skeleton-title' said)" -eq 3 ] &&
    ok placeholders || fail placeholders "$(cat said)"

expect again 2 "$program" init --yes kurum
expect none 2 "$program" init
expect two 2 "$program" init a b
expect content 2 "$program" init --content x a

# Three questions; what is no name is asked again.
answers 'Örnek *Üniversitesi*\nBilgi İşlem "Daire" Başkanlığı\nCON\n\n' soru &&
    ok questions || fail questions "$(cat said)"
printf -- '---\ndil: tr\nbirimler:\n  bidb: "Bilgi İşlem \\"Daire\\" Başkanlığı"\n# adres: https://belge.kurum.edu.tr\n# iletişim: Birim, birim@kurum.edu.tr\n---\n# Örnek \\*Üniversitesi\\*\n' >want
cmp want soru/content/index.md >/dev/null && ok written ||
    fail written "$(cat soru/content/index.md)"
(cd soru && "$program" build -q) && grep -q 'Örnek \*Üniversitesi\*' \
    soru/out/index.html && ok literal || fail literal "the title changed"
# What matbu new makes uses the unit's title.
(cd soru && "$program" new -q frm/bidb/izin/form && "$program" build -q) &&
    grep -q 'Bilgi İşlem &quot;Daire&quot;\|Bilgi İşlem "Daire"' \
    soru/out/frm/bidb/index.html && [ ! -e soru/content/frm/bidb/index.md ] &&
    ok unit || fail unit "its title is not in its page"
answers 'Kurum\n' yarim
[ $? -eq 2 ] && [ ! -e yarim ] && ok unanswered || fail unanswered "$(ls yarim)"
answers 'Kurum\nBirim\n\n' --title Ad --yes ad && ok title || fail title
mkdir dolu && echo benim >dolu/Makefile
expect kept 0 "$program" init --yes dolu
[ "$(cat dolu/Makefile)" = benim ] && ok mine || fail mine "overwritten"
# Without git it says so.
mkdir bin && ln -s "$(command -v env)" bin/env
(PATH=$scratch/bin "$program" init --yes gitsiz) >said 2>&1
[ $? -eq 0 ] && grep -q 'git init' said && ok without-git ||
    fail without-git "$(cat said)"

# A command below a collection, or with a slip, says what to do.
(cd kurum/content/frm && "$program" new frm/a/b/c) >said 2>&1
[ $? -eq 3 ] && grep -q 'cd \.\./\.\.' said && ok below || fail below "$(cat said)"
"$program" publis >said 2>&1
[ $? -eq 2 ] && grep -q 'matbu publish' said && ok slip || fail slip "$(cat said)"
