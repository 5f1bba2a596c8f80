#!/bin/sh
# Translations: both works lead to each other, a translation says that its
# original has gone on; lists, duties, release and erasure; pages for programs.
set -u
. tests/suite.sh
root=$PWD
LC_ALL=C.UTF-8
export LC_ALL
cd "$scratch" || exit 2
ln -s "$root/templates" templates
k=frm/bim/konu
mkdir -p content/$k
for folder in frm frm/bim $k; do
	echo "# Klasör" >content/$folder/index.md
done
printf -- '---\nadres: https://belge.ornek.example\n---\n# Kurum\n' \
    >content/index.md
source() { # EDITION TITLE FRONT-MATTER TEXT
	printf -- '---\nonaylayan: Başkan\n%b---\n# %s\n\n%s\n' "$3" "$2" "$4" \
	    >content/$k/$1.md
}
matbu() { # DAY COMMAND…
	on=$1
	shift
	"$MATBU" "$@" --date "$on" >said 2>&1
}
says() { # NAME FILE TEXT
	if grep -qF -- "$3" "out/$2"; then ok "$1"; else
		fail "$1" "$(grep -E 'lag|languages|alternate' "out/$2")"
	fi
}
never() {
	if grep -qF -- "$3" "out/$2"; then fail "$1" "$3"; else ok "$1"; fi
}
said() { # NAME TEXT
	if grep -qF -- "$2" said; then ok "$1"; else fail "$1" "$(cat said)"; fi
}
site=https://belge.ornek.example
to_en="<a href=\"../../../$k/posta-en.html\" hreflang=\"en\" lang=\"en\">English</a>"
to_tr="<a href=\"../../../$k/posta.html\" hreflang=\"tr\" lang=\"tr\">Türkçe</a>"

source posta_20250101_0 'E-posta' '' 'Metin bir.'
source posta-en_20250102_0 'E-mail' "dil: en\nçevirisi: $k/posta_20250101_0\n" \
    'Text one.'

# --- A draft of an original is no text that readers could be led to.

matbu 2025-01-02 release $k/posta-en --note first
said unreleased '[translation-unreleased]'
matbu 2025-01-02 release $k/posta $k/posta-en --note ilk &&
    ok together || fail together "$(cat said)"
matbu 2025-01-02 build || fail build "$(cat said)"

# --- Both are current

says switch-original $k/posta.html "$to_en"
says switch-translation $k/posta-en.html "$to_tr"
for page in posta posta-en posta_20250101_0; do
	for lang in 'en posta-en' 'tr posta'; do
		says "hreflang-$page-${lang%% *}" $k/$page.html \
		    "<link rel=\"alternate\" hreflang=\"${lang%% *}\" href=\"$site/$k/${lang#* }.html\">"
	done
done
never current $k/posta-en.html 'class="lag'
says row $k/posta-en.html "<dt>Translation of</dt><dd>$k/posta_20250101_0</dd>"
says programs $k/posta-en.html \
    "<link itemprop=\"translationOfWork\" href=\"$site/$k/posta.html\">"
pdftotext out/$k/posta-en.pdf sheet 2>/dev/null
if grep -q 'Translation of' sheet && grep -q "posta_20250101_0" sheet
then ok sheet; else fail sheet "$(cat sheet)"; fi
matbu 2025-01-02 list --status geride
if grep -q posta said; then fail list-current "$(cat said)"; else
	ok list-current
fi
matbu 2025-01-02 due
if grep -q posta-en said; then fail due-current "$(cat said)"; else
	ok due-current
fi

# --- The original goes on, twice; a draft of it is no new edition

for n in 1 2; do
	source posta_20250${n}10_$n 'E-posta' "değişiklik: Değişti $n\n" \
	    "Metin bir, $n değişiklikle."
	matbu 2025-0$n-10 release $k/posta || fail "release-$n" "$(cat said)"
done
source posta_20250310_3 'E-posta' 'değişiklik: Taslak\n' 'Metin dört.'
matbu 2025-03-10 build || fail build-lag "$(cat said)"
says lag $k/posta-en.html \
    'This translation is of revision 0; the Turkish text is at revision 2.'
says lag-link $k/posta-en.html \
    "<a href=\"../../../$k/posta.html\" hreflang=\"tr\">Turkish text</a>"
for n in 1 2; do
	says "lag-changes-$n" $k/posta-en.html \
	    "<a href=\"../../../$k/posta_20250${n}10_$n.degisiklik.html\" hreflang=\"tr\">Revision $n: What this edition changes</a>"
done
never lag-draft $k/posta-en.html posta_20250310_3
never lag-original $k/posta.html 'class="lag'
# It comes first: above the text, and above its own status.
if tr -d '\n' <out/$k/posta-en.html | grep -q '</h1>.*class="lag.*class="status status-in-force.*class="text"'
then ok lag-first; else fail lag-first "$(grep -n lag out/$k/posta-en.html)"; fi
never draft-switch $k/posta_20250310_3.html 'rel="alternate" hreflang'
says draft-reads $k/posta_20250310_3.html "$to_en"
for format in text csv json; do
	matbu 2025-03-10 list --status lagging --format $format
	said "list-$format" $k/posta_20250210_2
done
matbu 2025-03-10 list --status lagging --on 2025-01-05
if grep -q posta said; then fail list-past "$(cat said)"; else ok list-past; fi
matbu 2025-03-10 due
said due "$k/posta_20250210_2"
said due-day '10.02.2025'
if grep -q '"translation-of":"'$k'/posta_20250101_0","lagging":true' \
    out/catalogue.json; then ok catalogue; else
	fail catalogue "$(cat out/catalogue.json)"
fi

# --- The translation follows: a draft of an old edition is told the new one

matbu 2025-03-11 revise $k/posta-en || fail revise "$(cat said)"
matbu 2025-03-11 check
said old "[translation-old]"
sed "s/posta_20250101_0/posta_20250210_2/" \
    content/$k/posta-en_20250311_1.md >new
printf 'Text two.\n' >>new
mv new content/$k/posta-en_20250311_1.md
matbu 2025-03-11 release $k/posta-en --note follows || fail follow "$(cat said)"
matbu 2025-03-11 build || fail build-follow "$(cat said)"
never followed $k/posta-en.html 'class="lag'
never followed-old $k/posta-en_20250102_0.html 'class="lag'
says followed-old-switch $k/posta-en_20250102_0.html "$to_tr"
matbu 2025-03-11 due
if grep -q 'posta-en' said; then fail due-followed "$(cat said)"; else
	ok due-followed
fi

# --- A reader's search finds the language of the page

says search-langs ara/dizin.js '"langs":[["tr","Türkçe"],["en","English","0"]]'

# --- The original is withdrawn, then erased

matbu 2025-04-01 withdraw $k/posta --note Kalktı || fail withdraw "$(cat said)"
matbu 2025-04-01 build || fail build-withdrawn "$(cat said)"
says withdrawn $k/posta-en.html \
    'The text that this page translates was withdrawn (01.04.2025).'
never withdrawn-switch $k/posta-en.html "$to_tr"
never withdrawn-page $k/posta.html 'class="languages"'
matbu 2025-04-01 due
said due-withdrawn "matbu withdraw $k/posta-en"
matbu 2025-04-02 withdraw --erase $k/posta_20250210_2 --note kanun ||
    fail erase "$(cat said)"
said erased "content/$k/posta-en_20250311_1.md:4:12: "
matbu 2025-04-02 build || fail build-erased "$(cat said)"
says erased-page $k/posta-en.html 'The text that this page translates was'
