# links.sh: what the suite links tries. It stands in $scratch beside content, out
# and site, of which content0, out0 and site0 are copies.

# A folder outside with the names that a site has: whoever follows a link finds
# files to overwrite and to remove.
make_victim() {
	mkdir victim && cp -R site0/. victim/ && rm -r victim/.matbu-site
	for f in $(cd victim && find . -type f); do
		echo "benim $f" >"victim/$f"
	done
	mkdir -p victim/deep victim/in && : >victim/deep/a && : >victim/owner
	state victim >victim.state; victim=$(cat victim.state)
}
# state FOLDER: names, kinds, modes, times and bytes.
state() {
	(cd "$1" && find . -printf '%p %y %m %T@ %l\n' | sort &&
	    find . -type f | sort | xargs -r sha256sum)
}
# untouched NAME: nothing outside has changed.
untouched() {
	if [ "$(state victim)" = "$victim" ]; then
		ok "$1"
	else
		fail "$1" "$(state victim | diff - victim.state | head -3) $(head -1 said)"
		rm -rf victim && make_victim
	fi
}
restore() {
	rm -rf content out site
	cp -R content0 content && cp -R out0 out && cp -a site0 site
}

# --- Names

# seal: chains the rows on standard input, of eight columns, to a register.
seal() {
	python3 -c '
import hashlib, sys
print(sys.argv[1])
chain = "chain"
for row in sys.stdin.read().splitlines():
    chain = hashlib.sha256(f"{chain}\n{row}\n".encode()).hexdigest()
    print(row, chain, sep="\t")' "$header"
}
zero=$(printf '%064d' 0)
# row EVENT EDITION
row() {
	printf '2026-02-01\t%s\t%s\tMd\t%s\t–\tmatbu 1 x\tx\n' "$1" "$2" "$zero"
}

# Each row is refused with its line, by every command that reads a register.
hostile_rows() {
	long=$(printf '%0250d' 0)
	for e in ../../../victim/deep/a_20250101_0 /tmp/a/b/c_20250101_0 \
	    frm/../bim/x_20250101_0 frm/bim/x_20250101_0 a_20250101_0 \
	    frm/bim/./x_20250101_0 .git/bim/konu/x_20250101_0 \
	    frm/bim/konu/alt/x_20250101_0 frm//konu/x_20250101_0 \
	    Frm/bim/konu/x_20250101_0 frm/bim/ko\ nu/x_20250101_0 \
	    frm/bim/konu/../x_20250101_0 frm/bim/konu/index_20250101_0 \
	    "frm/bim/konu/${long}_20250101_0" "frm/$long/konu/x_20250101_0"; do
		restore
		{ tail -n +2 content/register.tsv | cut -f1-8
		    row release "$e"; row erase "$e"; } | seal >bad.tsv
		cp bad.tsv site/register.tsv && before=$(state content)
		"$MATBU" pull site >said 2>&1
		refused "row-pull $e" pull-broken:4 "$before"
		cp bad.tsv content/register.tsv && before=$(state content)
		for c in 'release --undo' 'verify --all' list build check \
		    'publish site' 'revise --restore frm/bim/e-posta/parola'; do
			"$MATBU" $c >said 2>&1
			refused "row-${c%% *} $e" register-row:4 "$before"
		done
	done
	untouched rows
}
# refused NAME ID:LINE STATE-OF-CONTENT, after a command with status 1.
refused() {
	status=$?
	if [ $status -ne 1 ]; then
		fail "$1" "status $status: $(head -1 said)"
	elif ! grep -q ":${2#*:}:.*${2%:*}" said; then
		fail "$1" "not told: $(head -1 said)"
	elif [ "$(state content)" != "$3" ]; then
		fail "$1" "content/ has changed"
	else
		ok "$1"
	fi
}

hostile_listing() {
	for p in .published/index.md .git/hooks/index.md ../victim/index.md \
	    /tmp/index.md frm/../index.md .git/x.png frm/bim/index.md/index.md \
	    a/b/c/d/index.md Frm/index.md frm/bim/e-posta/x.md \
	    frm/bim/e-posta/.x_20250101_0.md 'frm/bim/e posta/index.md' \
	    .htaccess frm/.htaccess frm/bim/konu/x_20250101_0/.x.png; do
		restore
		sed -i "\$a $zero 5 - $p" site/.matbu-site
		line=$(grep -c . site/.matbu-site)
		mkdir -p "$(dirname "site/x$p")" && echo 12345 >"site/x$p"
		before=$(state content)
		"$MATBU" pull site >said 2>&1
		refused "listing-pull $p" "publish-listing:$line" "$before"
		"$MATBU" publish site >said 2>&1
		refused "listing-publish $p" "publish-listing:$line" "$before"
	done
	# A picture is no file of content/ unless it is an edition's or a logo.
	restore
	mkdir -p site/frm/alt && echo x >site/frm/alt/x.png
	sed -i "\$a $(sha256sum <site/frm/alt/x.png | cut -c1-64) 2 - frm/alt/x.png" site/.matbu-site
	"$MATBU" pull -q site 2>said
	check listing-picture "it came" [ ! -e content/frm/alt ]
	untouched listings
}

# Templates, out/.matbu and .published.
hostile_files() {
	for p in ../victim/owner ../evil.css .x.css a/../b.css ./matbu.css \
	    frm/bim/index.html a//b.css 'a b.css' x.md index.html; do
		restore && echo x >evil.css
		sed -i "s|href=\"matbu.css\"|href=\"$p\"|" templates/page.html
		"$MATBU" build >said 2>&1
		refused "template $p" 'template-path:[0-9]*' "$(state content)"
		cp "$root/templates/page.html" templates/
		check "template-out $p" "something was written" diff -r -x .state -x .made out out0
	done
	# A link in templates is not followed, neither of a file nor of a folder.
	for p in bag.css bag/evil.css; do
		restore && mkdir -p aside && echo x >aside/evil.css
		ln -s ../aside templates/bag && ln -s ../aside/evil.css \
		    templates/bag.css
		sed -i "s|href=\"matbu.css\"|href=\"$p\"|" templates/page.html
		"$MATBU" build >said 2>&1
		refused "template link $p" 'template-file:[0-9]*' \
		    "$(state content)"
		check "template-link-out $p" "something was written" \
		    diff -r -x .state -x .made out out0
		rm -r templates/bag templates/bag.css aside
		cp "$root/templates/page.html" templates/
	done
	for p in ../victim/owner /tmp/x victim/../../x .git/config frm/../x.html \
	    a//b.html; do
		restore && sed -i "2i $p" out/.matbu
		"$MATBU" build >said 2>&1
		refused "out-list $p" out-list:2 "$(state content)"
		"$MATBU" publish site >said 2>&1
		refused "out-list-publish $p" out-list:2 "$(state content)"
		restore && printf 'file\t%s\t%s\n' "$zero" "$p" >>content/.published
		line=$(grep -c . content/.published)
		"$MATBU" publish site >said 2>&1
		refused "published $p" "published-line:$line" "$(state content)"
	done
	rm -f evil.css
	untouched files
}

# --- Links that stand there

links_in_content() {
	for p in .matbu-pull .published frm frm/bim frm/bim/e-posta index.md \
	    frm/index.md register.tsv $k/parola_20250110_0 $k/parola_20250110_0.md \
	    $k/parola_20250110_0.pdf $k/parola_20250110_0/resim.png; do
		p=${p#content/}
		restore && rm -rf "content/$p"
		ln -s "$scratch/victim${p:+/$p}" "content/$p"
		[ -e "victim/$p" ] || { rm content/$p && ln -s "$scratch/victim" "content/$p"; }
		"$MATBU" check >said 2>&1
		status=$?
		check "content-check $p" "status $status: $(head -1 said)" [ $status -eq 1 -o $status -eq 3 ]
		check "content-told $p" "$(head -1 said)" grep -q 'symbolic link' said
		for c in 'build' 'pull site' 'publish --unlock site' \
		    'release frm/bim/e-posta/yeni' 'release --undo' \
		    'revise frm/bim/e-posta/parola' 'new frm/bim/e-posta/baska' \
		    'revise --restore frm/bim/e-posta/parola' \
		    'withdraw --erase frm/bim/e-posta/parola x'; do
			"$MATBU" $c >said 2>&1
		done
		untouched "content $p"
	done
}

links_in_out() {
	for p in frm frm/bim/e-posta frm/bim/e-posta/parola_20250110_0 \
	    index.html .matbu .matbu.new register.tsv frm/bim/e-posta/parola.html \
	    frm/bim/e-posta/yeni_20260101_0.pdf; do
		restore && rm -rf "out/$p" && ln -s "$scratch/victim/$p" "out/$p"
		"$MATBU" build >said 2>&1
		untouched "out $p"
		rm -rf content/$k/yeni* && "$MATBU" build >said 2>&1
		untouched "out-remove $p"
	done
	# content, templates and out may be links themselves.
	restore && mkdir echte && mv content templates out echte/ &&
	    ln -s echte/* .
	"$MATBU" build -q >said 2>&1
	check roots "status $?: $(head -1 said)" diff -r -x .state -x .made out/. out0
	rm content templates out && mv echte/* . && rmdir echte
}

# A kernel without openat2(): the same by another way.
# What stands under the name of a temporary file is not written to: a file has
# another name, in a snapshot, and a FIFO has no reader.
other_names() {
	for kind in 'ln victim/owner' mkfifo; do
		for c in 'warn frm/bim/e-posta/parola x' 'build' 'publish site' \
		    'withdraw --erase --note x frm/bim/e-posta/parola' \
		    'release frm/bim/e-posta/yeni' 'pull site'; do
			restore && rm site/index.html out/index.html
			for p in content/.matbu.register.tsv out/.matbu.new \
			    content/.published.new content/.matbu-pull \
			    $k/.matbu.parola_20250110_0.md \
			    $k/.matbu.yeni_20260101_0.pdf; do
				$kind "$p"
			done
			timeout 30 "$MATBU" $c >said 2>&1
			status=$?
			check "temporary-${kind%% *} $c" "hangs" [ $status -ne 124 ]
			untouched "temporary-${kind%% *}-name $c"
		done
		restore && $kind out/.matbu.lock
		timeout 30 "$MATBU" build >said 2>&1
		status=$?
		check "lock-${kind%% *}" "status $status" [ $status -eq 3 ]
		untouched "lock-${kind%% *}-name"
	done
}

links_by_parts() {
	if ! strace -qq -o /dev/null -e trace=none true 2>/dev/null; then
		echo "skip by-parts: strace cannot trace here"
		return
	fi
	old() {
		strace -qq -f -o trace -e trace=openat2 \
		    -e inject=openat2:error=ENOSYS "$MATBU" "$@" >said 2>&1
	}
	restore && more 1 && old publish site
	check by-parts "$(head -1 said)" is_whole site
	check by-parts-tried "openat2 was not asked" grep -q INJECTED trace
	for p in site/frm/bim site/.matbu-lock out/frm content/frm/bim \
	    content/.matbu-pull out/frm/bim/e-posta/parola.html; do
		restore && rm -rf "$p" && ln -s "$scratch/victim/${p#*/}" "$p"
		[ -e "victim/${p#*/}" ] || { rm "$p" && ln -s "$scratch/victim" "$p"; }
		old build
		old publish --unlock site
		old pull site
		untouched "by-parts $p"
	done
}

# links_at FOLDER DESTINATION: the folder is the destination.
links_at() {
	names='frm frm/bim/e-posta .matbu-lock register.tsv'
	case $2 in *@*) by=ssh ;; *) by=folder ;; esac
	# Over ssh each call takes long.
	[ $by = ssh ] || names="$names frm/bim .matbu-site index.html
	    frm/bim/e-posta/parola_20250110_0"
	for p in $names; do
		restore && more 1
		rm -rf "$1/$p" && ln -s "$scratch/victim/$p" "$1/$p"
		[ -e "victim/$p" ] || { rm "$1/$p" && ln -s "$scratch/victim" "$1/$p"; }
		"$MATBU" publish "$2" >said 2>&1
		status=$?
		check "at-$by $p" "status $status: $(head -1 said)" [ $status -ne 0 ]
		"$MATBU" publish --unlock "$2" >said 2>&1
		"$MATBU" publish --unlock --verify --anew "$2" >said 2>&1
		"$MATBU" pull "$2" >said 2>&1
		untouched "at-$by $p"
	done
	# The destination itself may be one.
	restore && rm -rf echte && mv "$1" echte && ln -s echte "$1" && more 1
	"$MATBU" publish -q "$2" 2>said
	check "at-$by-itself" "$(cat said)" is_whole "$1/."
	rm "$1" && mv echte "$1"
}

# --- Links that are put there meanwhile

# race NAME FOLDER TIMES COMMAND…: the command runs that often while somebody
# exchanges the folder and a link to the same folder of the victim. change is
# called before each.
race() {
	name=$1 folder=$2 times=$3
	shift 3
	rm -f stop && ln -sfn "$scratch/victim/${folder#*/}" "$folder.swap"
	python3 "$root/tests/publish/swap.py" "$folder" "$folder.swap" stop >swaps &
	swapper=$!
	i=0 done=0
	while [ $i -lt "$times" ]; do
		i=$((i + 1))
		change $i
		timeout 60 "$@" >said 2>&1 && done=$((done + 1))
	done
	: >stop
	wait $swapper
	check "$name-swaps" "only $(cat swaps)" [ "$(cat swaps)" -gt "$times" ]
	rm -rf "$folder.swap"
	untouched "$name"
}

races() {
	case $2 in *@*) by=ssh ;; *) by=folder ;; esac
	change() { for f in out/frm/*/*/*.html; do echo "<!-- $1 -->" >>"$f"; done; }
	for f in frm frm/bim/e-posta frm/bim/e-posta/parola_20250110_0; do
		restore
		race "race-$by $f" "$1/$f" "$3" "$MATBU" publish --unlock --verify "$2"
	done
	# The lock is taken and released, with the files in transfer in it.
	restore && mkdir $1/.matbu-lock
	race "race-$by .matbu-lock" $1/.matbu-lock "$3" "$MATBU" publish --unlock "$2"
	# find follows no link, as rm with a path would.
	change() { find content -name '*.p[dn][fg]' -path '*parola*' -delete; }
	for f in frm frm/bim/e-posta; do
		restore
		race "race-pull-$by $f" "content/$f" "$3" "$MATBU" pull "$2"
	done
	[ $by = folder ] || return 0
	change() { sed -i "1s/.*/# Baslik $1/" $k/yeni_20260101_0.md 2>/dev/null; }
	for f in frm frm/bim/e-posta; do
		restore
		race "race-build $f" "out/$f" "$3" "$MATBU" build
	done
}

# A program in the way of rsync that puts links among the files it brings.
hostile_rsync() {
	restore && mkdir -p bin && real=$(command -v rsync)
	cat >bin/rsync <<END
#!/bin/sh
"$real" "\$@"
status=\$?
for last; do :; done
case \$last in /*) cd "\$last" 2>/dev/null || exit \$status ;; *) exit \$status ;; esac
[ ! -d frm ] || { rm -rf frm && ln -s "$scratch/victim/frm" frm; }
ln -sf "$scratch/victim/owner" .new
mkdir -p .git/hooks && echo x >.git/hooks/pre-commit
ln -f "$scratch/victim/index.html" index.md 2>/dev/null
exit \$status
END
	chmod +x bin/rsync
	mkdir yeni && cp -R templates yeni/
	(cd yeni && PATH="$scratch/bin:$PATH" "$MATBU" pull "$host:$scratch/site" >../said 2>&1)
	status=$?
	check rsync-refused "status $status: $(head -1 said)" [ $status -ne 0 ]
	check rsync-nothing "$(find yeni/content)" [ -z "$(find yeni/content -name '*.md' -o -name .git -o -name .matbu-pull)" ]
	untouched rsync
	rm -rf yeni
}
