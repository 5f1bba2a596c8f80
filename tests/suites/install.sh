# What “make install” and “make deb” give: a program that finds its templates
# wherever it is, manuals in two languages, completion for three shells.
. tests/suite.sh
root=$PWD
run_make() {
	make -s -C "$root" DESTDIR="$scratch/root" prefix=/opt/matbu "$@"
}

if ! run_make install >"$scratch/said" 2>&1; then
	fail install "$(cat "$scratch/said")"
	exit
fi
ok install
share=$scratch/root/opt/matbu/share
program=$scratch/root/opt/matbu/bin/matbu

# The collection has no templates; nor has its folder a build/ beside it.
(cd "$scratch" && HOME=$scratch "$program" init -q --yes kurum && cd kurum &&
    "$program" new -q frm/birim/izin/form &&
    PATH=$scratch/root/opt/matbu/bin:$PATH make docs) >"$scratch/said" 2>&1 &&
    [ -s "$scratch/kurum/out/frm/birim/izin/form.pdf" ] &&
    ok content-alone || fail content-alone "$(cat "$scratch/said")"
cmp -s "$scratch/kurum/out/matbu.css" templates/matbu.css &&
    ok its-templates || fail its-templates "other bytes"
mv "$share/matbu" "$share/gone"
(cd "$scratch/kurum" && "$program" build) >"$scratch/said" 2>&1
[ $? -eq 3 ] && grep -q 'make install.*no-templates' "$scratch/said" &&
    ok missing || fail missing "$(cat "$scratch/said")"
mv "$share/gone" "$share/matbu"

# Each page is read as its language, with a line for whatis.
for page in man1 tr/man1; do
	name=$(printf '%s' "$page" | tr / -)
	if command -v man >/dev/null; then
		LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l \
		    "$share/man/$page/matbu.1" >"$scratch/page" 2>"$scratch/said"
		[ -s "$scratch/page" ] && [ ! -s "$scratch/said" ] && ok "$name" ||
		    fail "$name" "$(cat "$scratch/said")"
	else
		missing "$name" man-db
	fi
done
grep -q '^TANIM' "$scratch/page" && ok turkish ||
    fail turkish "the second page is not in Turkish"

# bash: what Tab offers after a line.
offers() {
	bash -c '. "$1"; COMP_WORDS=($2 "$3"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	    _matbu; printf "%s\n" "${COMPREPLY[@]}"' - \
	    "$share/bash-completion/completions/matbu" "$1" "$2" | tr '\n' ' '
}
completes() {
	[ "$(offers "$2" "$3")" = "$4" ] && ok "$1" ||
	    fail "$1" "$(offers "$2" "$3")"
}
completes bash-command matbu pu 'publish pull '
completes bash-option 'matbu build' --p '--press '
completes bash-other 'matbu check' --p ' '
completes bash-value 'matbu build --press' '' 'html pdf '
(cd "$scratch/kurum" && completes bash-file 'matbu check' content/f \
    'content/frm ') 
(cd "$scratch/kurum" && completes bash-folder 'matbu build --out' o 'out ')
if command -v zsh >/dev/null; then
	# A stub of the completion system says what it is given.
	zsh -fc '_describe() { print -l $matbu_commands }
	    _arguments() { print -l -- $matbu_options }
	    complete() { . $file }
	    file=$1
	    words=(matbu p) CURRENT=2 PREFIX=p; complete
	    words=(matbu build --p) CURRENT=3 PREFIX=--p; complete' - \
	    "$share/zsh/site-functions/_matbu" >"$scratch/said" 2>&1
	grep -q '^publish:' "$scratch/said" &&
	    grep -q '^--press\[.*:html|pdf:(html pdf)$' "$scratch/said" &&
	    ! grep -q '^--status' "$scratch/said" && ok zsh ||
	    fail zsh "$(cat "$scratch/said")"
else
	missing zsh zsh
fi
if command -v fish >/dev/null; then
	HOME=$scratch LC_ALL=tr_TR.UTF-8 fish -c "source $share/fish/vendor_completions.d/matbu.fish
	    complete -C 'matbu pul'; complete -C 'matbu build --press '" \
	    >"$scratch/said" 2>&1
	grep -q '^pull.*sitede olup' "$scratch/said" &&
	    grep -q '^html' "$scratch/said" && ok fish ||
	    fail fish "$(cat "$scratch/said")"
else
	missing fish fish
fi

run_make uninstall
[ -z "$(find "$scratch/root" ! -type d)" ] && ok uninstall ||
    fail uninstall "$(find "$scratch/root" ! -type d)"

if ! command -v lintian >/dev/null || ! command -v dpkg-deb >/dev/null; then
	missing deb 'dpkg-dev, lintian'
	exit
fi
export DEBFULLNAME='Ornek Kurum' DEBEMAIL=matbu@ornek.edu.tr
if deb=$(make -s deb 2>"$scratch/said"); then
	ok deb
else
	fail deb "$(cat "$scratch/said")"
	exit
fi
lintian --fail-on error,warning --allow-root "$deb" >"$scratch/said" 2>&1 &&
    ! grep -q '^[EW]:' "$scratch/said" && ok lintian ||
    fail lintian "$(cat "$scratch/said")"
dpkg-deb -x "$deb" "$scratch/deb"
(cd "$scratch/kurum" && "$scratch/deb/usr/bin/matbu" build -q) \
    >"$scratch/said" 2>&1 && ok packaged || fail packaged "$(cat "$scratch/said")"
cp "$deb" "$scratch/first.deb"
make -s deb >/dev/null 2>&1
cmp -s "$deb" "$scratch/first.deb" && ok same-bytes || fail same-bytes "$deb"
