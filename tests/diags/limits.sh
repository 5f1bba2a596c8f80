# More than any document needs, each beside a second fault.
k=content/frm/bim/konu
printf '# A\n' >"$k/$(printf '%0201d' 0)_20200101_1.md"
{ printf -- '---\nsummary: '; printf '%017000d' 0; printf '\n---\n# A\n[x](#y)\n'; } \
    >$edition.md
{ printf '# A\n## '; printf '%01001d' 0; printf '\n\n|'
    printf '%0101d' 0 | sed 's/0/a|/g'; echo; printf '|'
    printf '%0101d' 0 | sed 's/0/-|/g'; echo; } >$k/genis_20200101_1.md
