# Release, revise and what they leave when they are cut off: at every system
# call that writes, by kill -9 and by a failing disk; then run again. And the
# clerk's check: sha256sum alone repeats a source digest and the chain.
. tests/suite.sh
unset SOURCE_DATE_EPOCH
LC_ALL=tr_TR.UTF-8
export LC_ALL
site=$scratch/site
k=frm/bim/e-posta

matbu() {
	(cd "$site" && "$MATBU" "$@" --date 2025-01-10) >"$scratch/said" 2>&1
}

# Two works; parola is released, and a picture stands in imapsmtp.
begin() {
	rm -rf "$site"
	mkdir "$site"
	uncontrolled "$site/content"
	cp -R templates "$site"
	cat >"$site/content/$k/parola_20240110_0.md" <<-END
	# Parola

	Parolanızı kimseye vermeyin.
	END
	matbu release $k/parola && matbu build || fail begin "$(cat "$scratch/said")"
}

# --- The clerk's check (README)
begin
matbu release --existing $k/imapsmtp || fail import "$(cat "$scratch/said")"
register=$site/content/register.tsv
row=$(tail -n 1 "$register")
digest=$(cd "$site/content/$k" && sha256sum imapsmtp_20190115_1.md \
    imapsmtp_20190115_1/*.png | sha256sum | cut -c1-64)
[ "$digest" = "$(printf %s "$row" | cut -f5)" ] && ok source-digest ||
	fail source-digest "$digest"
[ "$(sha256sum <"$site/content/$k/imapsmtp_20190115_1.pdf" | cut -c1-64)" = \
    "$(printf %s "$row" | cut -f6)" ] && ok record-digest || fail record-digest
chain=$({ sed -n 2p "$register" | cut -f9; tail -n 1 "$register" | cut -f1-8; } |
    sha256sum | cut -c1-64)
[ "$chain" = "$(printf %s "$row" | cut -f9)" ] && ok chain || fail chain "$chain"

# Line ends and a byte-order mark change nothing.
sed -i '1s/^/\xEF\xBB\xBF/; s/$/\r/' "$site/content/$k/imapsmtp_20190115_1.md"
matbu build && ok line-ends || fail line-ends "$(cat "$scratch/said")"
cp -R "$site/out" "$scratch/out"
matbu build && same same-again "$site/out" "$scratch/out"
rm -r "$scratch/out"

# A picture that was swapped is told by name.
cp "$site/content/$k/imapsmtp_20190115_1/imap.png" \
    "$site/content/$k/imapsmtp_20190115_1/ayarlar.png"
matbu build
grep -q 'released-changed' "$scratch/said" &&
    grep -q '(imapsmtp_20190115_1/ayarlar.png);' "$scratch/said" &&
    ok picture-swapped || fail picture-swapped "$(cat "$scratch/said")"
matbu revise --restore $k/imapsmtp && matbu build && ok picture-back ||
	fail picture-back "$(cat "$scratch/said")"

# A released page tells of as many sheets as its draft did.
begin
cat >"$site/content/$k/uzun_20250105_0.md" <<-END
	# Uzun

	$(yes 'Bir paragraf metin.

' | head -n 400)
	END
sheets() {
	sed -n "s/.*<span>\\([0-9]*\\) sayfa, .*/\\1/p" "$site/out/$k/$1.html"
}
matbu build && draft=$(sheets uzun_20250105_0) && [ "${draft:-0}" -gt 2 ] &&
    matbu release $k/uzun && matbu build &&
    [ "$(sheets uzun_20250105_0)" = "$draft" ] && ok sheets ||
	fail sheets "$draft, $(sheets uzun_20250105_0): $(cat "$scratch/said")"

# An old record comes in as it is; another PDF stops a release.
begin
pdf=$site/content/$k/imapsmtp_20190115_1.pdf
cp "$site/out/$k/parola.pdf" "$pdf"
cp "$pdf" "$scratch/old.pdf"
expect pdf-in-the-way 1 matbu release $k/imapsmtp
matbu release --existing $k/imapsmtp --note "İlk yayın" &&
    cmp "$pdf" "$scratch/old.pdf" &&
    matbu build && cmp -s "$site/out/$k/imapsmtp.pdf" \
    "$site/content/$k/imapsmtp_20190115_1.pdf" &&
    [ -z "$(sheets imapsmtp)" ] && ok import-old-record ||
	fail import-old-record "$(cat "$scratch/said")"

# --- Cut off at every call
if ! strace -o /dev/null true 2>/dev/null; then
	skip cut-off "strace cannot trace here"
	exit 0
fi
calls=write,fsync,renameat,mkdirat,unlinkat

# prepare CASE: the site before the command. run CASE: the command.
prepare() {
	begin
	case $1 in
	revise) echo "Bir cümle daha." >>"$site/content/$k/parola_20240110_0.md" ;;
	redate | release)
		cat >"$site/content/$k/gorev_20250105_0.md" <<-END
		# Görev

		![Sarı bir kare](gorev_20250105_0/kare.png) ile başlar.

		![Sarı bir kare](gorev_20250105_0/kare.png "Kare")
		END
		mkdir "$site/content/$k/gorev_20250105_0"
		cp "$site/content/$k/imapsmtp_20190115_1/cark.png" \
		    "$site/content/$k/gorev_20250105_0/kare.png" ;;
	undo) matbu release --import $k/imapsmtp ;;	# the old name
	esac
}
command_of() {
	case $1 in
	revise) echo "revise $k/parola" ;;
	redate) echo "revise --redate $k/gorev" ;;
	release) echo "release $k/gorev_20250105_0 --jobs 1" ;;
	warn) echo "warn $k/parola uyarı" ;;
	erase) echo "withdraw --erase $k/parola_20240110_0 --note kanun" ;;
	undo) echo "release --undo" ;;
	esac
}

# Whether the register is a whole one: the old or the new.
is_whole() {
	[ ! -f "$register" ] || cmp -s "$register" "$scratch/before.tsv" ||
	    cmp -s "$register" "$scratch/after.tsv"
}

for case in release revise redate warn erase undo; do
	prepare $case
	rm -rf "$scratch/start" "$scratch/end"
	cp -R "$site/content" "$scratch/start"
	cp "$register" "$scratch/before.tsv"
	# shellcheck disable=SC2046
	matbu $(command_of $case) || fail "$case" "$(cat "$scratch/said")"
	cp -R "$site/content" "$scratch/end"
	cp "$register" "$scratch/after.tsv"
	bad= number=0
	for how in signal=KILL error=ENOSPC error=EIO error=EACCES; do
		number=0
		while :; do
			number=$((number + 1))
			rm -rf "$site/content"
			cp -R "$scratch/start" "$site/content"
			# shellcheck disable=SC2046
			(cd "$site" && strace -f -o "$scratch/trace" \
			    -e trace=$calls -e inject=$calls:$how:when=$number \
			    "$MATBU" $(command_of $case) --quiet \
			    --date 2025-01-10) >"$scratch/said" 2>&1 || :
			grep -q -E 'INJECTED|KILL' "$scratch/trace" || break
			is_whole || bad="$bad $how/$number:register"
			# Again: done then, or done already.
			if ! cmp -s "$register" "$scratch/after.tsv" ||
			    { [ $case != undo ] && [ $case != warn ]; }; then
				# shellcheck disable=SC2046
				matbu $(command_of $case) --quiet
			fi
			find "$site/content" -name '.matbu.*' -delete
			diff -r "$site/content" "$scratch/end" \
			    >"$scratch/differs" 2>&1 ||
				bad="$bad $how/$number:$(head -n 2 "$scratch/differs" | tr '\n' ' ')"
			[ $number -lt 60 ] || break
		done
	done
	if [ -n "$bad" ]; then fail "$case" "$bad"
	else ok "$case-cut-off ($((number - 1)) calls)"; fi
done
