# A collection for an auditor: documents of every state, released, reviewed,
# warned of, withdrawn and erased on their days. Read by the suite audit, which
# runs in an empty folder and has set root to the folder of the project and lang
# to tr or en.

frm=content/frm/bim/e-posta
klv=content/klv/bim/hesap

# index FOLDER TITLE
index() { mkdir -p "$1" && printf '# %s\n' "$2" >"$1/index.md"; }

# text FILE KEYS BODY: a source; KEYS are lines of its front matter. It is
# Turkish, whatever the language of the collection.
text() {
	mkdir -p "${1%/*}"
	case $2 in dil:*) keys=$2 ;; *) keys="dil: tr
$2" ;; esac
	{ printf -- '---\n%s\n---\n\n' "$keys"; printf '%s\n' "$3"; } >"$1.md"
}

# on DAY COMMAND…: matbu on that day.
on() {
	day=$1
	shift
	"$MATBU" "$@" --date "$day" --quiet >said 2>&1 </dev/null || {
		fail "$*" "$(head -3 said)"
		return 1
	}
}

begin_site() {
	index content 'Örnek Üniversitesi'
	sed -i "1i ---\ndil: $lang\niletişim: Kalite Koordinatörlüğü, kalite@ornek.example\nsatırlar: [doküman-no, yayın-tarihi, revizyon-no, revizyon-tarihi, birim, hazırlayan, onaylayan]\n---\n" \
	    content/index.md
	index content/frm Formlar
	index content/frm/bim 'Bilgi İşlem Daire Başkanlığı'
	index $frm E-posta
	index content/klv Kılavuzlar
	index content/klv/bim 'Bilgi İşlem Daire Başkanlığı'
	index $klv Hesap
	cp -R "$root/templates" .
}

# The texts. The word Zürafacık stands only in what will be erased.
write_texts() {
	text $frm/istemci_20240312_0 \
	    'hazırlayan: Sistem Birimi
onaylayan: Daire Başkanı
gözden-geçirme: 12 ay
doküman-no: KYS-FR-012' \
	    '# E-posta istemcisinin kurulumu

[Parola kılavuzunu](../../../klv/bim/hesap/parola) okuyun, sonra
[yardım sayfasına](https://destek.ornek.example/posta) bakın.'
	text $frm/istemci_20250620_1 \
	    'hazırlayan: Sistem Birimi
onaylayan: Daire Başkanı
gözden-geçirme: 12 ay
doküman-no: KYS-FR-012
değişiklik: Sunucunun adı değişti
dayanak:
  - adres: https://destek.ornek.example/posta
    söz: "993 numaralı kapıdan bağlanın"' \
	    '# E-posta istemcisinin kurulumu

[Parola kılavuzunu](../../../klv/bim/hesap/parola) okuyun, sonra
[yardım sayfasına](https://destek.ornek.example/posta) ve
[eski sayfaya](eski) bakın.

![Çark biçimli ayar düğmesi](istemci_20250620_1/ayar.png "Ayarlar")'
	mkdir -p $frm/istemci_20250620_1
	cp "$root/content/frm/bim/e-posta/imapsmtp_20190115_1/cark.png" \
	    $frm/istemci_20250620_1/ayar.png
	text $frm/eski_20230110_0 'onaylayan: Daire Başkanı' \
	    '# Eski posta sunucusu

Kullanılmaz.'
	text $frm/istek_20240501_0 \
	    'hazırlayan: Destek Birimi
onaylayan: Daire Başkanı
doküman-no: KYS-FR-013
gözden-geçirme: 01.07.2026' \
	    '# E-posta adresi isteme formu

Adı soyadı: [ ____ ]*

Birimi: [ ____ ]

::: imza
Başvuran
[ ____ imza ]
:::'
	text $frm/gizli_20240601_0 'onaylayan: Daire Başkanı
özet: Zürafacık hakkında' \
	    '# Zürafacık listesi

Bu metinde Zürafacık geçer.'
	text $klv/parola_20190115_1 'onaylayan: Daire Başkanı
gözden-geçirme: 24 ay' \
	    '# Parola belirleme ve değiştirme kılavuzu

Parolanızı kimseyle paylaşmayın. Ayrıntısı:
https://www.ornek.example/parola'
	text $klv/parola-en_20240912_0 'dil: en
çevirisi: klv/bim/hesap/parola_20190115_1
gözden-geçirme: 12 ay
hazırlayan: Sistem Birimi
onaylayan: Daire Başkanı' \
	    '# How to choose and change a password

Tell your password to nobody.'
	text $klv/taslak_20260401_0 'hazırlayan: Sistem Birimi' \
	    '# Bitmemiş Kurbağacık taslağı

Henüz yayımlanmadı.'
}

# What happened, day by day.
release_all() {
	on 2023-01-10 release frm/bim/e-posta/eski_20230110_0
	on 2023-02-01 release klv/bim/hesap/parola_20190115_1
	on 2024-03-12 release frm/bim/e-posta/istemci_20240312_0 \
	    --approval '12.03.2024, E-1047'
	on 2024-05-01 release frm/bim/e-posta/istek_20240501_0
	on 2024-06-01 release frm/bim/e-posta/gizli_20240601_0
	on 2024-09-12 release klv/bim/hesap/parola-en_20240912_0
	on 2025-01-20 review klv/bim/hesap/parola --note \
	    'Parola hesap sayfasında denendi, adımlar doğru' --by 'Sistem Birimi'
	on 2025-02-14 withdraw frm/bim/e-posta/eski --note \
	    'Sunucu kapatıldı' --successor frm/bim/e-posta/istemci
	on 2025-06-20 release frm/bim/e-posta/istemci_20250620_1
	on 2025-11-12 warn klv/bim/hesap/parola \
	    'Hesap sayfasının adresi değişti; frm/bim/e-posta/eski geçersiz'
	on 2026-01-15 review frm/bim/e-posta/istek --note \
	    'Form dolduruldu, yazdırıldı 𓀀' --next 2026-06-20
	on 2026-02-02 withdraw frm/bim/e-posta/gizli --note 'KVKK m. 7' --erase
}

# The first line of dayanak.tsv is of a text in force, the second of one that is
# withdrawn.
write_sources() {
	printf '%s\t%s\t%s\n' klv/bim/hesap/parola \
	    https://www.ornek.example/parola 'En az on harf' \
	    frm/bim/e-posta/eski https://eski.ornek.example/ 'POP3' \
	    >content/dayanak.tsv
	printf '2025-12-01\t2026-03-03\t4\t404\thttps://destek.ornek.example/posta\n2026-03-03\t2026-03-03\t1\tsays\thttps://www.ornek.example/parola\tEn az on harf\n' \
	    >content/.links.tsv
}

make_site() {
	begin_site && write_texts && release_all && write_sources
}
