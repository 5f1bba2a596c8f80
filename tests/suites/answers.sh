# Forms out and back: tables fill them in, other programs do, and what is in
# them is read again; what is no form of ours is told, and never left out.
. tests/suite.sh

root=$PWD fillers=$PWD/build/fillers/bin/python judge=$PWD/tests/conformance/run.sh
helpers=$PWD/tests/answers
unset LC_ALL
export LC_MESSAGES=en
need=
for tool in qpdf pdftotext pdffonts python3; do
	command -v $tool >/dev/null || need="$need $tool"
done
[ -x "$fillers" ] || need="$need pypdfium2"
if [ -n "$need" ]; then
	missing tools "$need"
	exit
fi

cd "$scratch" || exit
cp -R "$root/tests/sites/form/content" . && cp -R "$root/templates" . &&
    chmod -R u+w content templates
place=frm/ogr/basvuru
leave=$place/yillik-izin_20260101_0
if ! "$MATBU" release --date 2026-01-02 --by Müdür $place/ders-kaydi_20260101_0 \
    $place/dilekce_20260101_0 $place/hesap-istek_20260101_0 $leave \
    >said 2>&1; then
	fail release "$(head -n 3 said)"
	exit
fi

# --- Every kind of field, by fill

head='adi-soyadi;t-c-kimlik-no;dogum-tarihi;izin-turu;izin-turu-diger;izin-baslangici;izin-bitisi;izinde-bulunulacak-adres;kisisel-verilerimin-islenmesine-iliskin-metni-okudum'
{
	printf '\357\273\277%s\r\n' "$head"
	printf '%s\r\n' 'ĞÜŞİÖÇ ğüşıöç âîû;12345678901;01.02.1990;Yıllık;;01.03.2026;05.03.2026;"Atatürk Mah. ""Işık"" Sok.
No: 5; Selçuklu";evet'
	printf '%s\r\n' 'Işıl Ağaoğlu;;;diger;=1+1;01.03.2026;05.03.2026;;hayır' \
	    ';;;;;;;;'
	printf '%s\r\n' 'Ayşe;10000000146;;mazeret;;01.03.2026;02.03.2026;;'
} >izin.csv
cat >dilekce.csv <<'END'
birim;dilekcenin-konusu;aciklama;tarih;adi-soyadi-yanit;ogrenci-numarasi-yanit;telefon-yanit;e-posta-yanit;adres-yanit;ek
Fen Fakültesi;Mazeret sınavı;Sınava “hastalık” – rapor ekte – yüzünden giremedim.;01.02.2026;Şükrü İğdır;201234567;0332 000 00 00;ogr@ornek.edu.tr;"Bir
İki
Üç";Rapor
END
cat >ders-kaydi.csv <<'END'
ogrencinin-adi-soyadi;ogrenci-numarasi;bolumu;sinifi;birakilan-1-dersin-kodu;birakilan-1-akts;gerekce
Çağrı Öğüt;201234567;Bilgisayar;3;BIL 1001;5;Çakışma
END
cat >hesap-istek.csv <<'END'
e-posta-hesabi;kablosuz-ag;uzaktan-erisim-vpn;baska;baska-aciklama;adi-soyadi;sicil-no;birimi;e-posta;telefon;hesabin-suresi;kurallari-kabul-ediyorum
evet;hayır;x;1;Yazıcı;Ümit;123456;BİDB;umit@ornek.edu.tr;0332;Altı ay;yes
END

# round NAME TABLE EDITION: filled in, judged, and read as in the table.
round() {
	expect "fill-$1" 0 "$MATBU" fill "$3" "$2" -o "to-$1" || return
	"$MATBU" answers --format json "to-$1"/*.pdf 2>/dev/null |
	    python3 "$helpers/compare.py" table "$2" >said 2>&1 &&
	    ok "answers-$1" || fail "answers-$1" "$(cat said)"
	"$MATBU" verify "to-$1"/*.pdf >said 2>&1 &&
	    [ "$(grep -c 'intact.*filled in' said)" -eq \
	    "$(ls "to-$1" | wc -l)" ] && ok "verify-$1" ||
	    fail "verify-$1" "$(cat said)"
	ls "to-$1"/*.pdf >>filled
}
round izin izin.csv $leave
round dilekce dilekce.csv content/$place/dilekce_20260101_0.md
round ders ders-kaydi.csv content/$place/ders-kaydi_20260101_0.pdf
round hesap hesap-istek.csv $place/hesap-istek_20260101_0

[ "$(stat -c %a to-izin to-izin/*.pdf | sort -u | tr '\n' ' ')" = '600 700 ' ] &&
    ok private || fail private "$(ls -la to-izin)"
[ "$(ls to-izin | tr '\n' ' ')" = "yillik-izin_20260101_0-0001.pdf \
yillik-izin_20260101_0-0002.pdf yillik-izin_20260101_0-0003.pdf " ] &&
    ok names || fail names "$(ls to-izin)"
while read -r file; do
	qpdf --check "$file" >said 2>&1 || fail qpdf "$file: $(tail -n 1 said)"
	pdffonts "$file" | awk 'NR > 2 && $(NF - 4) != "yes"' >said
	[ ! -s said ] || fail fonts "$file: $(cat said)"
done <filled
pdftotext -layout to-izin/yillik-izin_20260101_0-0001.pdf text
for words in 'ĞÜŞİÖÇ ğüşıöç âîû' '1 *2 *3 *4 *5 *6 *7 *8 *9 *0 *1$' \
    'Atatürk Mah. "Işık" Sok.$' 'No: 5; Selçuklu'; do
	grep -q "$words" text && ok "poppler $words" || fail poppler "$words"
done
if [ -f "$root/build/conformance/classes/Conform.class" ]; then
	(cd "$root" && sed "s|^|$scratch/|" "$scratch/filled" |
	    xargs "$judge") >verdicts 2>&1
	[ "$(grep -c '^ok ' verdicts)" -eq $(($(wc -l <filled) * 2)) ] &&
	    ok veraPDF || fail veraPDF "$(grep -v '^ok ' verdicts)"
else
	missing veraPDF Conform.class
fi

# The code page of a Turkish Excel, and names of a column.
tail -c +4 izin.csv | iconv -f UTF-8 -t CP1254 >cp1254.csv
expect cp1254 0 "$MATBU" fill $leave cp1254.csv -o to-cp1254 &&
    same cp1254-bytes to-izin to-cp1254
expect by-name 0 "$MATBU" fill $leave izin.csv -o to-name --name adi-soyadi
[ -f to-name/yillik-izin_20260101_0-isil-agaoglu.pdf ] && ok by-column ||
    fail by-column "$(ls to-name)"

# --- Other programs

mkdir came
if "$fillers" "$helpers/fill.py" content/$leave.pdf came >said 2>&1; then
	ok fillers
else
	fail fillers "$(tail -n 2 said)"
fi
for program in pdfium pikepdf locked pypdf; do
	"$MATBU" answers -q --format json came/$program.pdf >said
	grep -q '"adi-soyadi": "ĞÜŞİÖÇ ğüşıöç âîû"' said &&
	    { [ $program = pdfium ] || grep -q 'okudum": true' said; } &&
	    grep -q '"verdict": "altered"' said && ok "read-$program" ||
	    fail "read-$program" "$(cat said)"
done
pdftotext came/pdfium.pdf - | grep -q 'ĞÜŞİÖÇ ğüşıöç âîû' && ok pdfium-drawn ||
    fail pdfium-drawn "letters are missing"

# --- Files of every sort, each with its row

mkdir sorts
filled=to-izin/yillik-izin_20260101_0-0001.pdf
size=$(stat -c %s content/$leave.pdf)
cp content/$leave.pdf sorts/blank.pdf
cp $filled sorts/filled.pdf
cp came/pikepdf.pdf sorts/altered.pdf
cp came/password.pdf sorts/password.pdf
{ head -c $((size / 2)) $filled; printf x; tail -c +$((size / 2 + 2)) $filled; } \
    >sorts/bit.pdf
head -c $((size + 200)) $filled >sorts/cut.pdf
head -c $((size / 2)) $filled >sorts/half.pdf
sed 's/(adi-soyadi)/(adi-sayodi)/' $filled | tail -c +$((size + 1)) >tail
{ head -c "$size" $filled; cat tail; } >sorts/forged.pdf
echo no >sorts/text.pdf
: >sorts/empty.pdf
mkdir sorts/folder.pdf foreign
python3 "$helpers/foreign.py" foreign || fail foreign
cp foreign/scan.pdf sorts/scan.pdf
cp foreign/scan.pdf sorts/yillik-izin_20260101_0.pdf
cp foreign/xfa.pdf sorts/xfa.pdf
cp foreign/states.pdf sorts/other.pdf
cp to-izin/*-0002.pdf sorts/old.pdf
sed 's|basvuru/yillik-izin_2026|basvuru/yillik-izin_2025|g' content/$leave.pdf \
    >sorts/draft.pdf
timeout 60 "$MATBU" answers --format json sorts/*.pdf >sorts.json 2>said
[ $? -eq 3 ] && ok sorts-status || fail sorts-status "$(cat said)"
python3 "$helpers/compare.py" verdicts altered.pdf=altered bit.pdf=altered \
    blank.pdf=blank cut.pdf=unread draft.pdf=unregistered empty.pdf=broken \
    filled.pdf=filled-in folder.pdf=missing forged.pdf=shows-other \
    half.pdf=broken old.pdf=filled-in other.pdf=foreign \
    password.pdf=password scan.pdf=no-fields text.pdf=broken xfa.pdf=xfa \
    yillik-izin_20260101_0.pdf=no-fields <sorts.json >said && ok sorts ||
    fail sorts "$(cat said)"
timeout 60 "$MATBU" answers --format json -q foreign/*.pdf >foreign.json
python3 "$helpers/compare.py" wanted foreign/wanted.json <foreign.json >said &&
    ok foreign || fail foreign "$(cat said)"
for how in --object-streams=generate '--encrypt "" x 128 --use-aes=y --' \
    '--encrypt "" x 256 --' --qdf; do
	mkdir -p again
	for file in strings names parents states; do
		eval "qpdf $how foreign/$file.pdf again/$file.pdf"
	done
	timeout 60 "$MATBU" answers --format json -q again/*.pdf |
	    python3 -c 'import json, sys; a = json.load(sys.stdin)["answers"]
w = json.load(open("foreign/wanted.json", encoding="utf-8"))
sys.exit(any(b["fields"] != w[b["file"][6:-4]] for b in a) or len(a) != 4)' &&
	    ok "again $how" || fail "again $how"
done

# A later edition: the old one is told from it.
sed 's/Doğum tarihi/Doğum günü/' content/$leave.md \
    >content/$place/yillik-izin_20260201_1.md
expect release-next 0 "$MATBU" release --date 2026-02-01 --by Müdür \
    --note 'Doğum günü' $place/yillik-izin_20260201_1
grep -q 'yillik-izin_20260201_1.md:9:.*warning.*dogum-tarihi.*dogum-gunu.*\[release-field\]' \
    said && ok release-field || fail release-field "$(cat said)"
"$MATBU" answers --date 2026-02-02 $filled 2>/dev/null | grep -q SUPERSEDED &&
    ok superseded || fail superseded "$("$MATBU" answers $filled 2>&1)"

# --- What people typed is no command

"$MATBU" answers --format csv foreign/commands.pdf >csv 2>said
[ "$(grep -o "\"'[=+@	-]" csv | wc -l)" -eq 6 ] &&
    grep -q "\"'$(printf '\r')x\"" csv &&
    tail -n 1 said | grep -q ': 7$' && ok commands ||
    fail commands "$(cat csv said)"
head -c 3 csv | od -An -tx1 | grep -q 'ef bb bf' && ok mark || fail mark
"$MATBU" answers foreign/commands.pdf >text 2>/dev/null
grep -q '\\x1B\[31m⏎\\x7F' text && ! grep -q "$(printf '\033')" text &&
    ok controls || fail controls "$(cat text)"

# --- Where nothing is written

for where in content/frm out out/deep/er content; do
	[ -d out ] || mkdir out
	expect "refuse-fill $where" 2 "$MATBU" fill $leave izin.csv -o $where/x
	expect "refuse-answers $where" 2 "$MATBU" answers $filled -o $where/x.csv
done
expect refuse-redirected 2 sh -c '"$0" answers "$1" >out/x.csv' "$MATBU" $filled
ln -s content/frm link
expect refuse-link 2 "$MATBU" fill $leave izin.csv -o link/x
expect refuse-full 1 "$MATBU" fill $leave izin.csv -o to-izin
expect refuse-file 1 "$MATBU" answers $filled -o said
expect write-file 0 "$MATBU" answers $filled --format csv -o new.csv
[ "$(stat -c %a new.csv)" = 600 ] && ok private-file || fail private-file
[ -z "$(find out content/frm -newer new.csv -name 'x*')" ] && ok nothing ||
    fail nothing

# --- Faults of tables, all at once

{
	printf '%s;%s\n' "$head" 'kalan-izin-gunu;basvuran;adi-soyadi;yok;'
	printf '%s\n' ';123456789012;01.02.1990;Haftalık;;"a
b";;;belki;5;evet;;;' 'Ярослав;;;;;;;;;;;;;fazla' \
	    'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww;;;;;;;;;;;;;'
} >faults.csv
expect faults 1 "$MATBU" fill $leave faults.csv -o to-faults
for place_of in 1:12 1:13 2:2 2:4 2:6 2:9 2:10 2:11 3:1 3:14 4:1; do
	grep -q "^faults.csv:$place_of: error: " said && ok "fault $place_of" ||
	    fail "fault $place_of" "$(cat said)"
done
[ ! -e to-faults ] && ok no-faults-written || fail no-faults-written
