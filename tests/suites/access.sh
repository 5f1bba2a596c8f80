#!/bin/sh
# Real destinations: who may read and write the files there, whatever the umask
# is; what a web server shows in place of an index.html; strings that are no
# destination; what a killed run leaves in the folder for temporary files.
set -u
root=$PWD
export root
. tests/suite.sh
. tests/publish/site.sh
. tests/publish/sshd.sh
cd "$scratch" || exit 2
unset LC_ALL
LC_MESSAGES=en_GB.UTF-8
export LC_MESSAGES
chmod 755 "$scratch"
first && press

# modes FOLDER: of what is in it, each once.
modes() {
	find "$1" -mindepth 1 ! -path '*/.matbu-lock*' -printf '%y%m ' |
	    tr ' ' '\n' | sort -u | tr '\n' ' '
}

# sent FOLDER: which files there are; --verify writes the checkpoint again.
sent() {
	(cd "$1" && find . -name '*.*' -type f ! -name '.*' \
	    ! -name 'checkpoint.*' -printf '%i ')
}

# rule NAME MODE FILES FOLDERS DEST FOLDER: publishes there under umasks that
# do not fit.
rule() {
	for mask in $masks; do
		rm -rf "$6" && mkdir "$6" && chmod "$2" "$6" && : >content/.published
		(umask $mask && "$MATBU" publish -q "$5" 2>said)
		check "mode-$1-$2-$mask" "$(modes "$6") $(head -1 said)" \
		    is "$(modes "$6")" "d$4 f$3 "
	done
	# What somebody changed is repaired.
	find "$6" -mindepth 1 -type f -exec chmod 600 {} +
	find "$6" -mindepth 1 -type d -exec chmod 700 {} +
	(umask 077 && "$MATBU" publish -q --verify "$5" 2>said)
	check "mode-$1-$2-repaired" "$(modes "$6") $(head -1 said)" \
	    is "$(modes "$6")" "d$4 f$3 "
	before=$(sent "$6")
	(umask 077 && "$MATBU" publish -q --verify "$5" 2>said)
	check "mode-$1-$2-once" "files were sent again" \
	    is "$before" "$(sent "$6")"
}
# rules NAME DEST FOLDER: over ssh, where each call takes long, fewer.
rules() {
	masks=077
	rule "$1" 2775 664 2775 "$2" "$3"
	rule "$1" 711 644 711 "$2" "$3"
	if [ "$1" = folder ]; then
		masks='000 022 077'
		rule "$1" 755 644 755 "$2" "$3"
		rule "$1" 775 664 775 "$2" "$3"
		rule "$1" 750 640 750 "$2" "$3"
		rule "$1" 700 600 700 "$2" "$3"
	fi
	# A new destination can be read.
	rm -rf "$3" && : >content/.published
	(umask 077 && "$MATBU" publish -q "$2" 2>said)
	check "mode-$1-new" "$(stat -c %a "$3") $(modes "$3")" \
	    is "$(stat -c %a "$3") $(modes "$3")" '755 d755 f644 '
}

# indexes NAME DEST FOLDER
indexes() {
	names='Default.htm frm/bim/e-posta/Index.PHP'
	[ "$1" = ssh ] || names="$names index.htm index.php INDEX.HTML
	    frm/Index.php frm/bim/e-posta/default.aspx frm/bim/home.html"
	for f in $names; do
		: >"$3/$f"
		"$MATBU" publish "$2" >said 2>&1
		check "index-$1-$f" "$(head -1 said)" grep -q "$f: .*publish-index" said
		check "index-$1-$f-kept" "it is gone" [ -e "$3/$f" ]
		rm "$3/$f"
	done
	: >"$3/indeks.htm" && : >"$3/index.txt" && mkdir "$3/klasor" && : >"$3/klasor/index.php"
	check "index-$1-others" "$(head -1 said)" "$MATBU" publish -q "$2"
	rm -r "$3/indeks.htm" "$3/index.txt" "$3/klasor"
}

rules folder site site
indexes folder site site

# --- A colleague of a group

# as USER GROUP COMMAND…
as() {
	user=$1 group=$2
	shift 2
	setpriv --reuid="$user" --regid="$user" --groups="$group" "$@"
}
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
	rm -rf site && mkdir site && chgrp 4000 site && chmod 2775 site
	cp -R content templates out "$scratch/" 2>/dev/null
	for user in 4001 4002; do
		mkdir k$user && cp -R content templates out k$user/ &&
		    : >k$user/content/.published && chown -R $user:$user k$user
	done
	(cd k4001 && umask 077 && as 4001 4000 "$MATBU" publish -q ../site) >said 2>&1
	check group-first "$(head -1 said)" [ ! -s said ]
	for f in k4002/out/frm/bim/e-posta/*.html; do echo '<!-- yeni -->' >>"$f"; done
	(cd k4002 && umask 077 && as 4002 4000 "$MATBU" publish -q ../site) >said 2>&1
	check group-second "$(head -1 said)" [ ! -s said ]
	check group-group "$(find site ! -group 4000)" [ -z "$(find site ! -group 4000)" ]
	check group-modes "$(modes site)" is "$(modes site)" 'd2775 f664 '
	# Who is not in it is told what to do.
	(cd k4002 && echo '<!-- -->' >>out/frm/index.html &&
	    as 4002 4002 "$MATBU" publish -q ../site) >said 2>&1
	check group-denied "$(head -1 said)" grep -q publish-denied said
	rm -rf site k4001 k4002
else
	echo "skip group: not root"
fi

# --- Strings

for dest in "a
b" "a	b" 'x:a
b' '[::1]:/yol' "$(printf 'a\033b')" "$(printf 'a\177')" 'ben@[fe80::1]:x'; do
	"$MATBU" publish "$dest" >said 2>&1
	status=$?
	check "string $(printf %s "$dest" | tr -c 'a-z' _)" "status $status" [ $status -eq 2 ]
	"$MATBU" pull "$dest" >said 2>&1
	status=$?
	check "string-pull" "status $status" [ $status -eq 2 ]
done
check string-made "$(ls)" [ ! -e a ]
mkdir '[ab]' && "$MATBU" publish -q './[ab]' 2>said
check string-brackets "$(cat said)" [ -s '[ab]/register.tsv' ]
: >content/.published

# --- Another machine

if start_sshd; then
	mkdir temp && TMPDIR=$scratch/temp && export TMPDIR
	rules ssh "$host:$scratch/site" site
	indexes ssh "$host:$scratch/site" site
	check temp-empty "$(ls temp)" [ -z "$(ls temp)" ]
	if strace -qq -o /dev/null -e trace=none true 2>/dev/null; then
		# How often it waits depends on the machine.
		for n in 4 6 8 10 12 14; do
			[ -z "$(ls temp)" ] || break
			echo '<!-- -->' >>out/frm/index.html
			strace -qq -f -o trace -e trace=wait4 \
			    -e inject=wait4:signal=KILL:when=$n \
			    "$MATBU" publish -q --unlock --verify "$host:$scratch/site" >said 2>&1
		done
		check temp-killed "nothing was left to remove" [ -n "$(ls temp)" ]
		sleep 1
		"$MATBU" publish -q --unlock "$host:$scratch/site" >said 2>&1
		check temp-left "$(ls temp) $(head -1 said)" [ -z "$(ls temp)" ]
		check temp-there "$(ls -A site)" [ ! -e site/.matbu-lock ]
	fi
	# A folder of somebody else, or that a link names, is not ours to remove.
	mkdir fremd && : >fremd/a && ln -s ../fremd temp/matbu-999999999.abcdef
	"$MATBU" publish -q "$host:$scratch/site" >said 2>&1
	check temp-link "it was followed" [ -e fremd/a ]
	unset TMPDIR
else
	echo "skip ssh: no sshd or rsync"
fi
