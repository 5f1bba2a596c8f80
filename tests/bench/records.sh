#!/bin/bash
# records.sh: one document as page and record, beside Typst, WeasyPrint, groff and mutool, which make a PDF of it each:
# time, size, memory, and how even the lines are.
# shellcheck source=tests/bench/measure.sh
. "$(dirname "$0")/measure.sh"

python "$here/documents.py" documents || exit 1
fonts_of_peers

# groff-twice NAME OUT: the first pass counts the pages, the second knows their number.
cat >groff-twice <<'END'
#!/bin/sh
cd documents || exit
pages=$(groff -k -t -U -Tpdf -ms -P-pa4 -dNP=0 -Z "$1.ms" 2>/dev/null | grep -c '^p')
groff -k -t -U -Tpdf -ms -P-pa4 -dNP="$pages" "$1.ms" >"../$2" 2>/dev/null
END
chmod +x groff-twice

# peer NAME PROGRAM GOAL COMMAND: is measured if the program is there; the goal is that of its time / matbu's, or "-".
peer() {
	have "$2" || return
	peer_names+=("$1")
	peer_goals+=("$3")
	commands+=("$4")
}

# once: what each command makes, to be looked at.
once() {
	local command
	./fresh out
	for command in "${commands[@]}"; do
		eval "$command" >once.log 2>&1 || { cat once.log; echo "FAIL bench: $command"; exit 1; }
	done
	mv "out/frm/bim/e-posta/$1_20190115_1.pdf" out/matbu.pdf
	mv out "once-$1"
}

pages() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'; }

# document NAME TYPST WEASYPRINT GROFF MUTOOL: the rows of one document, with the goals of each peer.
document() {
	local i
	peer_names=()
	peer_goals=()
	commands=("$(build "documents/$1" out)")
	peer typst typst "$2" "typst compile --ignore-system-fonts --font-path fonts --pdf-standard ua-1 documents/$1.typ out/typst.pdf"
	peer weasyprint weasyprint "$3" "weasyprint -q documents/$1.html out/weasyprint.pdf"
	peer groff groff "$4" "./groff-twice $1 out/groff.pdf"
	peer mutool mutool "$5" "mutool convert -F pdf -o out/mutool.pdf documents/$1.html"
	once "$1"
	measure --shell=none --warmup 2 --prepare './fresh out' "${commands[@]}"
	for i in "${!peer_names[@]}"; do
		row "$1: ${peer_names[i]} / matbu, page and record" "$(ratio "${ms[i + 1]}" "${ms[0]}")" \
			"$([ "${peer_goals[i]}" = - ] && echo - || echo '>=')" "${peer_goals[i]}" \
			"$(detail "${ms[i + 1]}" "${ms[0]}"), $(pages "once-$1/${peer_names[i]}.pdf") and $(pages "once-$1/matbu.pdf") pages"
	done
}

# size NAME: matbu's file beside Typst's, both without the streams of their pictures.
size() {
	local bytes
	[ -e "once-$1/typst.pdf" ] && have qpdf || return
	mapfile -t bytes < <(python "$here/weight.py" "once-$1/matbu.pdf" "once-$1/typst.pdf")
	row "$1: size without pictures, matbu / typst" "$(ratio "${bytes[0]}" "${bytes[1]}")" '<=' 0.8 "${bytes[0]} / ${bytes[1]} bytes"
}

headline 'records, one document'
document istemci 10 50 8 2
document kilavuz 10 - - -
size istemci
size kilavuz
kib=$(peak "$content")
row 'peak memory of the seed, MiB' "$(ratio "$kib" 1024)" '<' 32 "$kib KiB, page and record"

# ---- how even the lines are --------------------------------------------------------------------------------------

lualatex_too() {
	command -v pandoc >/dev/null && have lualatex || return
	(cd documents && pandoc -f gfm+footnotes-smart kilavuz.md -M lang=tr --pdf-engine=lualatex -V papersize=a4 \
		-V documentclass=scrartcl -V fontsize=10.5pt -V geometry=left=25mm,right=25mm,top=28mm,bottom=25mm \
		-V mainfont=NotoSerif-Regular.ttf -V mainfontoptions=BoldFont=NotoSerif-Bold.ttf \
		-o ../once-kilavuz/lualatex.pdf) >once.log 2>&1 || { tail -n 3 once.log; echo '(lualatex fails: it is left out)'; }
}

# even NAME: what gaps.py says of the long document as NAME sets it.
even() {
	[ -e "once-kilavuz/$1.pdf" ] && python "$here/gaps.py" "once-kilavuz/$1.pdf"
}

# The goals hold for matbu; the others stand beside it.
if have pdftotext; then
	lualatex_too
	read -r -a own < <(even matbu)
	read -r -a typst < <(even typst)
	read -r -a lualatex < <(even lualatex)
	# beside COLUMN: what the others have there.
	beside() { echo "${typst[*]:+typst ${typst[$1]:-}  }${lualatex[*]:+lualatex ${lualatex[$1]:-}}"; }
	row 'kilavuz: gaps between words, median, em' "${own[0]}" '<=' 0.34 "$(beside 0)"
	row 'kilavuz: 95 % of the gaps are below, em' "${own[1]}" '<' 0.48 "$(beside 1)"
	row 'kilavuz: widest gap, em' "${own[2]}" '<=' 0.60 "$(beside 2)"
	row 'kilavuz: lines that end in a hyphen, %' "${own[3]}" '<=' 20 "$(beside 3)"
	row 'kilavuz: justified lines' "${own[4]}" - - "$(beside 4)"
fi

finish
