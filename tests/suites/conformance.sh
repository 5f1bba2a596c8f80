# Every record is PDF/A-3a and PDF/UA-1, as veraPDF sees it; qpdf has nothing
# to say, and every face is embedded, cut down and has its Unicode. Records
# broken on purpose are refused.
. tests/suite.sh

judge=tests/conformance/run.sh

# Once “make setup-test” has run, nothing is left out.
missing=
for tool in java qpdf fix-qdf pdffonts python3; do
	command -v $tool >/dev/null || missing="$missing $tool"
done
[ -f build/conformance/classes/Conform.class ] || missing="$missing veraPDF"
if [ -n "$missing" ]; then
	missing tools "$missing"
	exit
fi

# make_records NAME SITE: adds what it builds to $scratch/records.
make_records() {
	build "$2" "$scratch/$1" --quiet --press pdf >"$scratch/said" 2>&1 ||
	    fail "$1" "does not build: $(grep -v -m 1 -E 'uyarı|warning' \
		"$scratch/said")"
	# A work's address holds the same bytes as its newest edition.
	find "$scratch/$1" -name '*_[0-9]*.pdf' | sort >>"$scratch/records"
}

for site in $(sites); do
	make_records "$(name_of "$site")" "$site"
done
collect_cases "$scratch/cases"
make_records cases-records "$scratch/cases"

# A file that pdf/ makes without a document.
two_pages=$BUILD/tests/pdf/two_pages
if make -s -j2 "$two_pages" >"$scratch/said" 2>&1 &&
    "$two_pages" "$scratch/two-pages.pdf" >>"$scratch/said" 2>&1; then
	echo "$scratch/two-pages.pdf" >>"$scratch/records"
else
	fail two-pages "$(head -n 3 "$scratch/said")"
fi
num=$(wc -l <"$scratch/records")
[ "$num" -ge 30 ] && ok "$num records" || fail records "only $num"

# tell SAID NAME: ok, or what was said.
tell() {
	if [ -s "$1" ]; then
		fail "$2" "$(head -n 3 "$1" | sed "s|$scratch/||g")"
	else
		ok "$2"
	fi
}

xargs "$judge" <"$scratch/records" >"$scratch/verdicts" 2>&1
grep -v '^ok ' "$scratch/verdicts" >"$scratch/refused"
[ "$(grep -c '^ok ' "$scratch/verdicts")" -eq $((num * 2)) ] ||
    echo "fewer verdicts than records" >>"$scratch/refused"
tell "$scratch/refused" veraPDF

while read -r record; do
	qpdf --check "$record" >"$scratch/said" 2>&1 &&
	    ! grep -q WARNING "$scratch/said" ||
	    echo "$record: $(grep -v '^checking' "$scratch/said")"
done <"$scratch/records" >"$scratch/faults"
tell "$scratch/faults" qpdf

# Two rows of head, then: name, type, encoding, emb, sub, uni, object. Viewers
# write what is filled in with a simple face, FORMAA, which the record embeds.
while read -r record; do
	pdffonts "$record" | awk -v record="$record" 'NR > 2 {
		faces++
		if ($0 !~ / Identity-H +yes +yes +yes +[0-9]+ +0$/ &&
		    $0 !~ /^FORMAA\+.* TrueType +Custom +yes +yes +yes /)
			print record ": " $0
	}
	END { if (faces == 0) print record ": no faces" }'
done <"$scratch/records" >"$scratch/faults"
tell "$scratch/faults" faces

# What is broken in one place is refused for it.
good=$(grep '/kablosuz_20250901_2\.pdf$' "$scratch/records")
tests/conformance/break.sh "$good" >"$scratch/broken" 2>&1
grep -E '^(ok|FAIL) [a-z-]+ ' "$scratch/broken" | sed 's/^\([A-Za-z]*\) /\1 broken: /'
[ "$(grep -c '^ok .*is refused' "$scratch/broken")" -ge 20 ] ||
    fail broken "$(tail -n 2 "$scratch/broken")"

expect 'rules of UA.md' 0 sh -c "$judge --rules |
    python3 tests/conformance/rules.py src/pdf/UA.md"
