# Two clerks, one register: two clones that both release are merged by git in
# every way; a destination comes back from a backup, or its register is
# damaged. Every message that stops somebody names a way out, and it is walked
# here, up to a register that verify accepts and both clerks can publish.
. tests/suite.sh
unset SOURCE_DATE_EPOCH
LC_ALL=tr_TR.UTF-8
HOME=$scratch
GIT_CONFIG_NOSYSTEM=1
export LC_ALL HOME GIT_CONFIG_NOSYSTEM
git config --global user.name Memur
git config --global user.email memur@example.org
git config --global init.defaultBranch ana
git config --global advice.detachedHead false
root=$PWD
k=frm/bim/posta
said=$scratch/said

# at CLERK COMMAND…: what it says goes to $said.
at() {
	(cd "$1" && shift && "$@") >"$said" 2>&1
}
# m CLERK COMMAND…: matbu, on a day.
m() {
	clerk=$1 command=$2
	shift 2
	at "$clerk" "$MATBU" "$command" "$@" --date "${day:-2026-02-01}"
}
must() {
	"$@" || { fail "$name" "$*: $(cat "$said")"; return 1; }
}
says() {
	grep -q "\[$1\]" "$said" || { fail "$name" "no $1: $(cat "$said")"; return 1; }
}

# write CLERK NAME TEXT: a draft.
write() {
	printf -- '---\nonaylayan: Daire Başkanı\n---\n# %s\n\n%s\n' "$2" "$3" \
	    >"$1/content/$k/$2_20260125_0.md"
}
release() {
	write "$1" "$2" "$3" && m "$1" release "$k/$2"
}
save() {
	at "$1" git add -A && at "$1" git commit -qm "${2:-iş}"
}

# One register, one site, two clones of it.
begin() {
	rm -rf "$scratch/w" && mkdir -p "$scratch/w/a/content/$k" &&
	    cd "$scratch/w" || exit 2
	cp -R "$root/templates" a/
	for folder in . frm frm/bim $k; do
		echo "# Ad $folder" >a/content/$folder/index.md
	done
	echo out/ >a/.gitignore
	[ "$1" != union ] || echo 'content/register.tsv merge=union
content/.published merge=union' >a/.gitattributes
	day=2026-01-25
	at a git init -q && must release a ilk 'İlk metin.' && must m a build &&
	    must m a publish ../site && must save a && at . git clone -q a b
	day=2026-02-01
}

publish() {
	m "$1" build && m "$1" publish ../site
}

# out_goes CLERK: publishes, by the way that the message names where somebody
# else has published.
out_goes() {
	publish "$1" && return
	says publish-row && m "$1" pull ../site && publish "$1"
}

# same_end ROWS: both clerks publish, and have the same sound register.
same_end() {
	must out_goes a && must m b pull ../site && must publish b &&
	    must m a pull ../site && must m a verify --all &&
	    must m b verify --all || return
	cmp -s a/content/register.tsv b/content/register.tsv &&
	    cmp -s a/content/register.tsv site/register.tsv ||
	    { fail "$name" "the registers differ"; return 1; }
	[ "$(sed 1d site/register.tsv | cut -f2,3 | sort -u | wc -l)" = "$1" ] ||
	    { fail "$name" "rows: $(sed 1d site/register.tsv | cut -f2,3)"; return 1; }
	ok "$name"
}

# repaired CLERK: whatever check says of the register, its way out is taken.
repaired() {
	m "$1" check && return
	if grep -q 'matbu repair' "$said"; then
		m "$1" repair && m "$1" check && return
	fi
	if grep -q 'matbu pull' "$said"; then
		m "$1" pull ../site && m "$1" check && return
	fi
	# git dropped a row and kept its record.
	if grep -q 'record-foreign' "$said"; then
		m "$1" release "$(sed -n 's/.*bitirin: matbu release \([^;]*\);.*/\1/p' \
		    "$said")" && m "$1" check && return
	fi
	return 1
}

# merge WAY WHO: b is merged into a; WHO has published.
merge() {
	name=merge-$1-$2
	begin "$1" && must release a posta 'A yazdı.' && must release b ag 'B yazdı.' &&
	    must m b review $k/ilk --note 'B denedi' || return
	case $2 in
	a) must publish a || return ;;
	b) must publish b || return ;;
	esac
	save a A && save b B && at a git pull -q --no-rebase --no-commit $3 ../b ana
	must repaired a && save a birleşti && same_end 4
}
for who in none a b; do
	merge union $who --no-edit
	merge ours $who '-s ours'
	merge prefer-ours $who '-X ours'
	merge prefer-theirs $who '-X theirs'
	for style in merge diff3 zdiff3; do
		git config --global merge.conflictStyle $style
		merge $style $who --no-edit
	done
done

# --- What other programs do to the merged file

# damaged NAME COMMAND…: the commands change r, a register in conflict.
damaged() {
	name=damaged-$1
	shift
	begin merge && must release a posta 'A yazdı.' && must release b ag 'B yazdı.' &&
	    save a A && save b B && at a git pull -q --no-rebase ../b ana
	r=a/content/register.tsv
	grep -q '^<<<<<<<' $r || fail "$name" "no conflict"
	"$@" && ! m a check && says register-merged && must m a repair &&
	    must m a check && save a && same_end 3
}
damaged crlf sed -i 's/$/\r/' a/content/register.tsv
damaged bom sed -i '1s/^/\xEF\xBB\xBF/' a/content/register.tsv
damaged union sed -i '/^[<=>|]\{7\}/d' a/content/register.tsv
damaged twice sed -i '/^[<=>|]\{7\}/d;p' a/content/register.tsv
damaged order sh -c 'sed "/^[<=>|]\{7\}/d" $0 | sort -r >n && mv n $0' a/content/register.tsv
damaged excel sed -i 's/\t/;/g' a/content/register.tsv

# A row that somebody changed is not joined: git gives one side back.
name=damaged-row
begin merge && must release a posta 'A yazdı.' && must release b ag 'B yazdı.' &&
    publish b && save a A && save b B && at a git pull -q --no-rebase ../b ana
sed -i 's/posta_20260125_0/posta_20260125_1/' a/content/register.tsv
! m a repair && says register-sides &&
    must at a git checkout --ours -- content/register.tsv &&
    must at a git checkout HEAD -- content/.published &&
    must m a pull ../site && must m a check && save a && same_end 3

# .published alone: entries of both sides stay.
name=published
begin merge && must m a publish ../site2 && must m b build && must m b publish ../site3
save a A && save b B && at a git pull -q --no-rebase ../b ana
grep -q '^<<<<<<<' a/content/.published || fail published "no conflict"
m a check
says published-merged && must m a repair && must m a check &&
    [ "$(cut -f3 a/content/.published)" = '../site
../site2
../site3' ] && ok published || fail published "$(cat a/content/.published)"

# --- What only people can decide

# decide NAME COMMAND: two releases of one edition; the command decides.
decide() {
	name=decide-$1
	begin "$3" && must release a ortak 'A yazdı.' && must release b ortak 'B yazdı.' &&
	    must release b ag 'B de yazdı.' && save a A && save b B
	at a git pull -q --no-rebase ../b ana
	! m a repair && says repair-conflict || { fail "$name" "$(cat "$said")"; return; }
	grep -q 'matbu repair --ours' "$said" && grep -q 'matbu repair --theirs' "$said" ||
	    { fail "$name" "$(cat "$said")"; return; }
	must m a repair "--$2" && says repair-dropped || return
	at a git checkout "--$2" -- content/$k/ortak_20260125_0.md content/$k/ortak_20260125_0.pdf
	must m a check && save a && must publish a || return
	# The clerk whose release lost takes theirs.
	if m b pull ../site; then
		:
	else
		says pull-conflict && must m b pull ../site --theirs || return
	fi
	grep -q "$4 yazdı" b/content/$k/ortak_20260125_0.md ||
	    { fail "$name" "$(cat b/content/$k/ortak_20260125_0.md)"; return; }
	same_end 3
}
decide ours ours merge A
decide theirs theirs merge B

name=decide-union
begin union && must release a ortak 'A yazdı.' && must release b ortak 'B yazdı.' &&
    save a A && save b B && at a git pull -q --no-rebase ../b ana
! m a repair && says repair-conflict && must m a repair --ours &&
    at a git checkout --ours -- content/$k/ortak_20260125_0.md content/$k/ortak_20260125_0.pdf &&
    must m a check && ok decide-union

# One of the two is published: only that one can stay.
name=decide-published
begin merge && must release a ortak 'A yazdı.' && must release b ortak 'B yazdı.' &&
    publish b && save a A && save b B && at a git pull -q --no-rebase ../b ana
! m a repair && says repair-published && grep -q 'matbu repair --theirs' "$said" &&
    must m a repair --theirs &&
    at a git checkout --theirs -- content/$k/ortak_20260125_0.md content/$k/ortak_20260125_0.pdf &&
    must m a check && save a && same_end 2

# Two sites: the rows of one are chained again, and that site gets them.
name=decide-both
begin merge && must release a posta 'A yazdı.' && must release b ag 'B yazdı.' &&
    cp -R site site2 && publish a && m b build && must m b publish ../site2 &&
    save a A && save b B && at a git pull -q --no-rebase ../b ana
! m a repair && says repair-both && must m a repair --ours && must m a build &&
    must m a publish ../site && ! m a publish ../site2 && says publish-row &&
    must m a publish ../site2 --ours && cmp site2/register.tsv site/register.tsv &&
    must m b pull ../site2 && must m b check && same_end 3

# --- A destination from a backup

name=restored
begin merge && must release a posta 'A yazdı.' && cp -R site yedek && publish a &&
    rm -rf site && mv yedek site && must release b ag 'B yazdı.' && must publish b
! publish a && says publish-row && ! m a pull ../site && says pull-restored &&
    grep -q 'matbu pull ../site --theirs' "$said" &&
    must m a pull ../site --theirs && must m a check && same_end 3

# A publish that was cut off before it sent anything is no other site.
name=cut-off
begin merge && must release a posta 'A yazdı.' && must m a build && cp -R site yedek &&
    must m a publish ../site && rm -rf site && mv yedek site
must release b ag 'B yazdı.' && must publish b && ! m a pull ../site &&
    says pull-restored && must m a pull ../site --theirs && must m a check && same_end 3

# --- A damaged register there

# there NAME ID COMMAND…: the command damages site/register.tsv. The message
# names that file, never ours, and the ways out work.
there() {
	name=there-$1 id=$2
	shift 2
	begin merge && must release a posta 'A yazdı.' && must publish a &&
	    must m b pull ../site && must release a ag 'A da yazdı.' && must m a build || return
	"$@"
	before=$(sha256sum <site/register.tsv)
	m a publish ../site
	status=$?
	! grep -q '^content/register.tsv' "$said" ||
	    { fail "$name" "of our file: $(cat "$said")"; return; }
	says "$id" || return
	if [ $status -ne 0 ]; then
		[ "$before" = "$(sha256sum <site/register.tsv)" ] ||
		    { fail "$name" "was overwritten"; return; }
		! m b pull ../site && says pull-broken || { fail "$name" "$(cat "$said")"; return; }
		must m b pull ../site --theirs && must m b check && must m a publish ../site --ours || return
	fi
	[ "$before" = "$(sha256sum <a/content/.register-from-site.tsv.old)" ] ||
	    { fail "$name" "no copy"; return; }
	cmp -s a/content/register.tsv site/register.tsv ||
	    { fail "$name" "not replaced"; return; }
	must m b pull ../site && same_end 3
}
there crlf publish-replaced sed -i 's/$/\r/' site/register.tsv
there bom publish-replaced sed -i '1s/^/\xEF\xBB\xBF/' site/register.tsv
there utf16 publish-replaced sh -c '{ printf "\377\376"; iconv -f UTF-8 -t UTF-16LE $0; } >n; mv n $0' site/register.tsv
there excel publish-replaced sed -i 's/\t/;/g' site/register.tsv
there cut publish-replaced truncate -s -30 site/register.tsv
there foreign publish-damaged sh -c '{ sed 2q $0; tail -n 1 $0 | sed s/posta/sahte/; } >n; mv n $0' site/register.tsv
there changed publish-damaged sed -i '3s/Daire Başkanı/Başkası/' site/register.tsv
there garbage publish-damaged sh -c 'head -c 3000 /dev/zero >$0' site/register.tsv
there conflict publish-replaced sed -i '2a<<<<<<< HEAD' site/register.tsv
# A file of the same size and time is not taken for ours.
there stealth publish-damaged sh -c 'touch -r $0 t; sed -i "3s/posta/patso/" $0; touch -r t $0' site/register.tsv

# A row that only the damaged register there has is not lost.
name=there-row
begin merge && must release b ag 'B yazdı.' && must publish b && must release a posta 'A yazdı.' &&
    must m a build
echo bozuk >>site/register.tsv
! m a publish ../site && says publish-damaged && ! m a publish ../site --ours &&
    says publish-row-unknown && grep -q 'matbu pull ../site --theirs' "$said" &&
    must m a pull ../site --theirs && must m a build && must m a publish ../site --ours &&
    same_end 3

# A register in its own form there, with a row that we lack: pull takes it.
name=there-form-row
begin merge && must release b ag 'B yazdı.' && must publish b && must release a posta 'A yazdı.' &&
    must m a build
sed -i 's/$/\r/' site/register.tsv
! m a publish ../site && says publish-row && must m a pull ../site && says pull-form && same_end 3

# --- Days

# A day that has not come needs --future, and does not stop the register then.
name=future
begin merge
day=2098-05-05
! m a review $k/ilk --note gelecek && says day-future &&
    must m a review $k/ilk --note gelecek --future && says day-far
day=2026-02-01
must publish a && must release a posta 'A yazdı.' && says day-ahead &&
    must m a warn $k/posta 'Yanlış' && must m b pull ../site &&
    must m b review $k/ilk --note 'B denedi' && same_end 4
[ "$(sed -n 4p a/content/register.tsv | cut -f1,8)" = '2098-05-05	2026-02-01 (gerçek gün): İlk yayın' ] &&
    must m a build && grep -q 'UYARI (01.02.2026): Yanlış' "a/out/$k/posta.html" &&
    ok future-note || fail future-note "$(cut -f1,2,8 a/content/register.tsv)"

# Today is the day in Turkey, or as utc-offset says.
name=zone
begin merge
today() {
	SOURCE_DATE_EPOCH=$1 "$MATBU" new --content a/content "frm/bim/posta/$2" >"$said" 2>&1
	find a/content -name "$2_*" | sed 's/.*_\(.*\)_0.md/\1/'
}
late=$(date -u -d '2026-01-31 22:30' +%s)
[ "$(today "$late" gece)" = 20260201 ] && ok zone-turkey || fail zone-turkey "$(cat "$said")"
printf -- '---\nsaat-dilimi: -3\n---\n# Ad\n' >a/content/index.md
[ "$(today "$late" aksam)" = 20260131 ] && ok zone-west || fail zone-west "$(cat "$said")"
printf -- '---\nutc-offset: "+01:29"\n---\n# Ad\n' >a/content/index.md
[ "$(today "$late" once)" = 20260131 ] && ok zone-minutes || fail zone-minutes "$(cat "$said")"

# --- Drafts

name=unchanged
begin merge
day=2026-03-01
must m a revise $k/ilk --note denendi && ! m a release $k/ilk && says release-same &&
    must m a release $k/ilk --same 'yeni görev adı' && ok unchanged
[ "$(tail -n 1 a/content/register.tsv | cut -f8)" = 'yeni görev adı' ] && ok same-note ||
	fail same-note "$(tail -n 1 a/content/register.tsv)"

# A sentence of matbu new is somebody's own where it was in force before.
name=import
begin merge
printf '# Eski\n\n1. İlk adım.\n2. İkinci adım.\n\nMetin.\n' >a/content/$k/eski_20200101_0.md
printf '# Yeni\n\nBu doküman kimin içindir, ne işe yarar: bir iki cümle.\n' >a/content/$k/yeni_20260201_0.md
must m a release --existing $k/eski --note eski && ! m a release $k/yeni && says skeleton-text && ok import

# A class of drafts does not reach the site; a title that matbu new wrote does
# not either.
name=placeholder
begin merge
must m a new rpr/sgdb/c/d && must m a build && must m a publish ../site &&
    ! grep -rq 'Sınıfın adı' site && ok drafts-hidden || fail drafts-hidden "$(cat "$said")"
sed s/rpr/frm/ a/content/rpr/index.md >a/content/frm/index.md
must m a build && ! m a publish ../site && says publish-placeholder &&
    ! grep -rq 'Sınıfın adı' site && ok placeholder || fail placeholder "$(cat "$said")"
