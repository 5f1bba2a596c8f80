"""cases.py FOLDER: writes the Word files of the suite “import”, one for each kind."""
import sys

from word import *  # noqa: F403

MEDIA = {'word/media/image1.png': png(200), 'word/media/image2.png': png(20), 'word/media/image3.emf': b'\1\0\0\0emf'}
PICTURES = [('p1', 'image', 'media/image1.png', False), ('p2', 'image', 'media/image2.png', False),
            ('p3', 'image', 'media/image3.emf', False)]
PLACEHOLDER = '<w:showingPlcHdr/>'


def caption(word, number, text, bookmark=''):
    start = f'<w:bookmarkStart w:id="1" w:name="{bookmark}"/>' if bookmark else ''
    return p(start + t(word + ' '), field(f'SEQ {word} \\* ARABIC', number), t('. ' + text), style='ResimYazs')


def change(kind, content):
    return f'<w:{kind} w:id="1" w:author="Ayşe Yılmaz">{content}</w:{kind}>'


CASES = {
    # Styles, levels that skip, a style based on itself.
    'basliklar': parts(p('Parola Yönergesi', style='KonuBal') + p('Amaç', style='Balk1') + p('Bu yönerge parolaları düzenler.')
                       + p('Ayrıntı', style='Balk3') + p('Bir cümle.') + p('Kapsam', style='Balk1') + p('Alt başlık', style='Balk2')
                       + p('Kendine dayanan biçem', style='Dongu')),
    # Bold lines and numbers typed by hand.
    'elle': parts(p(t('PAROLA TALİMATI', 'b'), jc='center') + p(t('1. AMAÇ', 'b')) + p('Amacı budur.') + p(t('2. KAPSAM', 'b'))
                  + p(t('2.1. Kişiler', 'b')) + p('Herkesi kapsar.') + p(t('2.2. Yerler', 'b')) + p('Bütün birimler.')
                  + p('MADDE 4 – Bu bir maddedir.')),
    'otomatik': parts(p('Otomatik Numara', style='KonuBal') + p('Amaç', style='Numarali') + p('Metin.')
                      + p('Kapsam', style='Numarali') + p('Metin iki.')),
    'listeler': parts(p('Listeler', style='KonuBal') + p('Giriş cümlesi:') + p('bir', num=(1, 0)) + p('iki', num=(1, 0))
                      + p('harf', num=(1, 1)) + p('öteki harf', num=(1, 1)) + p('roma', num=(1, 2)) + p('üç', num=(1, 0))
                      + p('Araya giren paragraf.') + p('dört', num=(1, 0)) + p('yeniden bir', num=(7, 0)) + p('im', num=(2, 0))
                      + p('iç im', num=(2, 1)) + p('Noktalı harfler:') + p('nokta bir', num=(3, 0)) + p('çok düzeyli', num=(3, 1))
                      + p('nokta iki', num=(3, 0)) + p('Ayraçlı:') + p('birinci', num=(4, 0)) + p('bir alt', num=(4, 1)) + p('fıkra uyarınca', num=(4, 0))
                      + p('Amaç maddesi', num=(5, 0)) + p('Elle yazılanlar:') + p('a) elle bir') + p('b) elle iki')
                      + p('1. sayı bir') + p('2. sayı iki') + p('• imli') + p('5. sınıf öğrencileri buraya gelir.')
                      + p('kutulu', num=(6, 0))),
    'tablolar': parts(p('Tablolar', style='KonuBal') + caption('Tablo', '1', 'Birimler', '_Ref1')
                      + tbl(tr('Ad', 'Sayı', 'Not', header=True), tr('Birleşik', tc(p('3', jc='right')), tc('')),
                            tr(tc('geniş', '<w:gridSpan w:val="2"/>'), 'x'), tr(tc('dikey', '<w:vMerge w:val="restart"/>'),
                            tc(p('2', jc='right')), 'y'), tr(tc('', '<w:vMerge/>'), tc(p('4', jc='right')), tc(p('satır') + p('alt satır'))),
                            widths=(3000, 1000, 2000))
                      + p('Tablo 1’de görüldüğü gibi, ', field('REF _Ref1 \\h', 'Tablo 1'), ' yeterlidir.')
                      + tbl(tr(tc(p(t('Kalın', 'b'))), tc(p(t('Başlık', 'b')))), tr('a | b', '^^'))
                      + tbl(tr('başlıksız', 'tablo'), tr('x', tc(tbl(tr('iç', 'tablo')) + p()))) + tbl(tr('Çerçeve içinde'))
                      + tbl(tr(tc(p(t('Birleşik başlık', 'b')), '<w:vMerge w:val="restart"/>'), tc(p(t('Üst', 'b')))),
                            tr(tc('', '<w:vMerge/>'), 'alt'), tr('1', '2')) + p('Sürdüğü hücre yok:')
                      + tbl(tr(tc('tek', '<w:vMerge/>'), 'x'), tr(tc('', '<w:gridSpan w:val="2"/><w:vMerge/>')), tr('y', 'z'))),
    'resimler': parts(p('Resimler', style='KonuBal') + p(picture('p1', 'Ayar ekranı')) + caption('Şekil', '1', 'Ayarlar', '_Ref2')
                      + p('Satır içi ', picture('p2', 'Çark', 5), ' resmi. Şekil 1’e ve şu yere bakın: Şekil 7.')
                      + p(picture('p3', 'Eski')) + p(picture('p2', 'Kesik', 200, '<a:srcRect l="10000"/>'))
                      + caption('Resim', '2', 'Kesik resim'), PICTURES, media=MEDIA),
    'dipnotlar': parts(p('Dipnotlar', style='KonuBal') + p('Birinci', '<w:r><w:footnoteReference w:id="2"/></w:r>', ' ve ikinci',
                       '<w:r><w:footnoteReference w:id="1"/></w:r>', '.') + p(
                       '<w:hyperlink r:id="l1">' + t('Kurum') + '</w:hyperlink>', ' ve ',
                       '<w:hyperlink r:id="l2">' + t('betik') + '</w:hyperlink>', ' ve ', '<w:hyperlink w:anchor="yer">' + t('yer')
                       + '</w:hyperlink>', ' ve ', field('HYPERLINK "https://ornek.example/a_b(c)"', 'alan')) + p(
                       '<w:bookmarkStart w:id="3" w:name="yer"/>' + t('Yer başlığı'), style='Balk1') + p('Son.'),
                       [('l1', 'hyperlink', 'https://ornek.example/', True), ('l2', 'hyperlink', 'javascript:alert(1)', True)],
                       note(1, 'İki numara.') + note(2, 'Bir numara.') + note(9, 'Anılmayan dipnot.')),
    'bicimler': parts(p('Biçimler', style='KonuBal') + p('H', t('2', 'vertAlign:subscript'), 'O ve m', t('2', 'vertAlign:superscript'),
                      ' ile ', t('kalın', 'b'), 'lar, ', t('eğik', 'i'), ' ', t('ikisi', 'b', 'i'), ', ', t('altı', 'u:single'), ', ',
                      t('üstü', 'strike'), ', ', t(' boşluklu ', 'b'), 'son', t('(a)', 'b'), 'lar.')
                      + p(t('renkli', 'color:FF0000'), ' ', t('vurgulu', 'highlight:yellow'), ' ', t('gizli', 'vanish'), ' ',
                          t('büyük', 'caps')) + p('Sağda', jc='right') + p('yine sağda', jc='right') + p('Ortada', jc='center')
                      + p('Satır\nkırılır.') + p('<w:r><w:br w:type="page"/></w:r>') + p('Yeni sayfada.')
                      + p('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>')),
    'isaretler': parts(p('İşaretler', style='KonuBal') + ''.join(p(t(x)) for x in (
        'a*b* ve _alt_ a_b', '[köşeli] ve `kod`', '# diyez', '> büyüktür', '- tek tire', '1986. yılda', 'a) tek harf', '(1) tek sayı',
        '::: imza', '\\newpage', '<b>kalın</b> ve a < b', '&amp; ve & ve &lt;', '![x](y)', 'x | y', '~~eski~~ ~x~', 'Tablo: değil',
        '== vurgu ==', '{{ şablon }}', '{#id}', '---', '===', '[^1]: dipnot değil', '[ ] kutu değil', '( ) Kadın ( ) Erkek',
        '    girintili', 'www.ornek.example ve a@ornek.example', '+ artı', '* yıldız', '\\a)', 'TODO', '^[not]', '||', '```'))),
    'formlar': parts(p('Başvuru Formu', style='KonuBal') + p('Adı: ', control(PLACEHOLDER + '<w:text/>', t('Metin girmek için tıklayın')))
                     + p('Tarih: ', control(PLACEHOLDER + '<w:date/>', t('Tarih seçin'))) + p('İl: ', control(
                         PLACEHOLDER + '<w:dropDownList><w:listItem w:displayText="Bir öğe seçin." w:value=""/><w:listItem '
                         'w:displayText="Konya" w:value="1"/><w:listItem w:displayText="Ankara" w:value="2"/></w:dropDownList>',
                         t('Bir öğe seçin.')))
                     + p('Birim: ', control('<w:text/>', t('Bilgi İşlem')))
                     + p(control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', t('☒')), ' Okudum')
                     + p('Sicil: ', field('FORMTEXT', '     ', '<w:ffData><w:textInput><w:type w:val="number"/></w:textInput></w:ffData>'))
                     + p('Onay: ', field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'),
                         ' Evet') + p('Görevi: ……………………') + p('Doğum: …../…../20…..') + p('Adres: ______________ Telefon: ........')
                     + p('☐ Kabul ediyorum') + p('☐ Evet ☑ Hayır')
                     + tbl(tr('Adı', ''), tr('Unvanı', '..............')) + p('Bir cümle... sürer.')),
    'kutular': parts(p('Metin Kutuları', style='KonuBal') + p('Önceki', '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
                     '<wps:txbx><w:txbxContent>' + p('kutudaki metin') + '</w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
                     '<mc:Fallback><w:pict><v:textbox><w:txbxContent>' + p('kutudaki metin') + '</w:txbxContent></v:textbox></w:pict>'
                     '</mc:Fallback></mc:AlternateContent></w:r>', ' paragraf.') + p('Sonraki.')
                     + p('<w:r><w:pict><v:shape style="width:72pt" alt="Eski çizim"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>'),
                     PICTURES, media=MEDIA),
    'degisiklikler': parts(p('Değişiklikler', style='KonuBal') + p('Metin ', change('ins', t('eklendi')), change(
        'del', '<w:r><w:delText>silindi</w:delText></w:r>'), '.', '<w:r><w:commentReference w:id="1"/></w:r>')
        + p('Birleşen', extra='<w:rPr>' + change('del', '') + '</w:rPr>') + p(' paragraf.')
        + tbl(tr('kalan', 'satır'), '<w:tr><w:trPr>' + change('del', '') + '</w:trPr>' + tc('silinen') + tc('satır') + '</w:tr>')),
    'bolumler': parts(p('Bölümler', style='KonuBal') + p('Dik.') + p(extra='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
                      + p('Yatay bölüm.') + p(extra='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>')
                      + p('Yine dik.') + control('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
                                                 p('İçindekiler') + p('Amaç 1')) + p(field('TOC \\o', 'Amaç 3'))
                      + p(field('AUTHOR', 'Ayşe Yılmaz')) + p('Bitti.')),
    # The header table of an office, its persons, its revision table.
    'ustbilgi': parts(p('Parola Talimatı', style='KonuBal') + p('Amaç', style='Balk1') + p('Metin.')
                      + tbl(tr('Revizyon No', 'Tarih', 'Açıklama', header=True), tr('00', '05.01.2020', 'İlk yayın'),
                            tr('03', '12.05.2023', 'Süre değişti')),
                      headers=(tbl(tr(tc('', '<w:vMerge w:val="restart"/>'), tc('T.C. ÖRNEK ÜNİVERSİTESİ', '<w:vMerge w:val="restart"/>'),
                                      'Doküman No', 'KTÜN-TL-012'), tr(tc('', '<w:vMerge/>'), tc('', '<w:vMerge/>'), 'İlk Yayın Tarihi:',
                                      '05.01.2020'), tr('', 'PAROLA TALİMATI', 'Revizyon Tarihi: 12/05/2023', 'Rev. No: 03'))
                               + p('Sayfa: 1 / 3'), tbl(tr('Hazırlayan', 'Kontrol Eden', 'Onaylayan'),
                                                        tr('Bilgi İşlem Birimi', 'Ayşe Yılmaz', tc(p('Prof. Dr. Ali Veli') + p('Daire Başkanı')))))),
    # Revision tables: newest row first, without a header table; a title in the table; one that says more.
    'surumler': parts(p('Yedekleme Talimatı', style='KonuBal') + p('Amaç', style='Balk1') + p('Metin.')
                      + p('REVİZYON TAKİP TABLOSU', style='Balk1')
                      + tbl(tr('Rev. No', 'Tarih', 'Revizyon Nedeni', header=True), tr('2', '01.02.2024', 'Süre: 30 gün oldu'),
                            tr('1', '03/04/2021', 'Ad # değişti'), tr('0', '-', 'İlk yayın'), tr('', '', ''))),
    'surum-basligi': parts(p('Depo Talimatı', style='KonuBal') + p('Metin.')
                           + tbl(tr(tc('Revizyon Bilgileri', '<w:gridSpan w:val="3"/>')), tr('Revizyon', 'Revizyon Tarihi', 'Açıklama'),
                                 tr('00', '05.01.2020', 'İlk yayın'), tr('01', '06.07.2022', p('İki') + p('satır')))),
    'surum-kalan': parts(p('Arşiv Talimatı', style='KonuBal') + p('Metin.') + p('Değişiklikler')
                         + tbl(tr('Revizyon No', 'Tarih', 'Açıklama', 'Onaylayan'), tr('00', '05.01.2020', 'İlk yayın', 'Kurul'),
                               tr('01', 'Mart 2022', 'Süre değişti', 'Kurul'))),
    'surum-sutun': parts(p('Depo Talimatı', style='KonuBal') + p('Metin.')
                         + tbl(tr('Revizyon No', 'Tarih', 'Açıklama', 'Yer'), tr('00', '05.01.2020', 'İlk yayın', ''),
                               tr('01', '06.07.2022', 'Süre değişti', ''))),
    # The header table says another number or day than the newest row; a number that is none; more rows than front matter holds.
    'surum-fark': parts(tbl(tr('Doküman No: FR.07', 'Revizyon No: 2'), tr('Yayın Tarihi: 5.1.2020', 'Revizyon Tarihi: 1.2.2022'))
                        + p('Depo Talimatı', style='KonuBal') + p('Metin.')
                        + tbl(tr('Revizyon No', 'Tarih', 'Açıklama'), tr('00', '05.01.2020', 'İlk yayın'),
                              tr('03', '06.07.2023', 'Süre değişti'))),
    'surum-harf': parts(p('Depo Talimatı', style='KonuBal') + p('Metin.')
                        + tbl(tr('Revizyon No', 'Tarih', 'Açıklama'), tr('A', '05.01.2020', 'İlk yayın'),
                              tr('1/B', '06.07.2022', 'Süre değişti'))),
    'surum-uzun': parts(p('Depo Talimatı', style='KonuBal') + p('Metin.')
                        + tbl(tr('Revizyon No', 'Tarih', 'Açıklama'), *[tr(str(i), f'01.01.{1950 + i}', 'Ek') for i in range(70)])),
    'surum-cok-uzun': parts(p('Depo Talimatı', style='KonuBal') + p('Metin.')
                            + tbl(tr('Revizyon No', 'Tarih', 'Açıklama'), *[tr(str(i), f'{1 + i % 28:02}.01.{1900 + i // 4}', 'Ek') for i in range(400)])),
    'surum-tarihsiz': parts(p('Kayıt Talimatı', style='KonuBal') + p('Metin.')
                            + tbl(tr('Revizyon No', 'Tarih', 'Açıklama'), tr('00', '2020', 'İlk yayın'), tr('01', '06.07.2022', 'Süre değişti'))),
    # A by-law: articles, paragraphs and clauses typed as text.
    'yonetmelik': parts(p('İzin Yönergesi', style='KonuBal') + p('Birinci satır\nikinci satır', style='KonuBal')
                        + p(t('MADDE 1 –', 'b'), ' (1) Bu yönerge;') + p('a) izinleri,') + p('b) süreleri') + p('düzenler.')
                        + p('(2) Süre on gündür.') + p(t('MADDE 2 –', 'b'), ' (1) Başvuru yazılıdır.') + p('(2) Başvuru birime verilir.')
                        + p('Bu yönergenin') + p('(b) bendi uyarınca.') + p('Son satır\n', '  ') + p('Bir\n\niki')),
    'maddeler': parts(p('Parola Politikası', style='KonuBal') + p(t('Madde 1 – Amaç', 'b')) + p('(1) Amaç parolaları korumaktır.')
                      + p(t('Madde 2 – Kurallar', 'b')) + p('(1) Parolalar;') + p('a) uzun,') + p('b) gizli olur.')
                      + p('(2) Birinci fıkra her hesapta uygulanır.') + p('Araya giren.') + p('(1) sayılı karar kalkar.')),
    # One label for number and day; a name beside a role; a day with more behind it; the header of a second section.
    'ustbilgi-bir': parts(p('Metin.') + p('Değişiklikler', style='Balk1')
                          + tbl(tr('Revizyon No', 'Tarih', 'Açıklama', header=True), tr('00', '02.01.2020', 'İlk yayın'),
                                tr('01', '05.05.2022', 'Süre değişti')) + p('Sorular birime sorulur.'),
                          headers=(tbl(tr(tc(p('ÖRNEK VALİLİĞİ') + p('İLİŞİK KESME FORMU')), tc(
                              p('Yayın Tarihi: 02.01.2020 (Sayı: 77)') + p('Rev. No/Tarihi: 01 / 05.05.2022')
                              + p('Hazırlayan: Ali Veli, Ağ Uzmanı') + p('Onaylayan: Information Services')))),
                                   tbl(tr('İLİŞİK KESME FORMU')))),
    # What Google Docs, Pandoc and WPS write: former widths, texts of an item behind its first, captions without a label.
    'baska': parts(p('Başka Programlar', style='KonuBal') + p('bir', num=(1, 0)) + p('birin devamı', num=(8, 0)) + p('harf', num=(1, 1))
                   + p('harfin devamı', num=(8, 1)) + p('iki', num=(1, 0)) + p('Süreler', style='TabloAlt')
                   + tbl(tr('a', 'b')).replace('<w:tblGrid>', '<w:tblGrid><w:tblGridChange w:id="0"><w:tblGrid><w:gridCol w:w="9"/>'
                                               '</w:tblGrid></w:tblGridChange>')
                   + p(picture('p1', 'Ar & Ge <ekranı>')) + p('Ayarlar', style='ResimAlt')
                   + p('Bkz. ', '<w:hyperlink r:id="l1">' + t('destek') + '</w:hyperlink>', ' ve ', control(
                       PLACEHOLDER + '<w:dropDownList><w:listItem w:displayText="Ar &amp; Ge" w:value="1"/><w:listItem '
                       'w:displayText="Mali" w:value="2"/></w:dropDownList>', t('Seçin')))
                   + p(*(f'<w:r><w:sym w:font="{f}" w:char="{c}"/></w:r>' + t(x) for f, c, x in (
                       ('Wingdings 2', '00A3', ' Nakil '), ('Wingdings 2', 'F052', ' İstifa '), ('Symbol', 'F0A3', '5 '),
                       ('Symbol', 'F06D', 'm '), ('Webdings', 'F021', ' bilinmeyen'))))
                   + p(t('gizli', 'vanish'), t('açık'), t('giz', 'vanish'), t('lisi', 'vanish'), 'lar ', t('değil', 'vanish:0'))
                   + p('Böl', 'ünmüş ', control('<w:showingPlcHdr/><w:text/>', t('Met') + t('in girin')), ' son')
                   + p(extra='<w:pageBreakBefore/>') + p('<w:r><w:br w:type="page"/></w:r>'),
                   [*PICTURES, ('l1', 'hyperlink', 'https://ornek.example/?a=1&b=2', True)], media=MEDIA),
    # Lines to write on below what asks; a day without a label; two fields of one name.
    'cizgiler': parts(p('İzin Formu', style='KonuBal') + p('Nedeni:') + p('.' * 60) + p('.' * 60) + p('Açıklama: ________\n________')
                      + p('Adresi: ……………') + p('…………………') + p('Notlar:\n______________\n______________') + p('Adı soyadı: ………………')
                      + p('UYGUNDUR', jc='center') + p('.../.../20..', jc='center') + p('Adı soyadı: ……………… Adı soyadı: ………………')
                      + tbl(tr('Adı soyadı', '……………'), tr('Tarih', '..../..../....'))
                      + tbl(tr('Unvanı', '', 'Birimi', ''), tr('Görevi', '', 'Sicili', '')) + tbl(tr('Gün', 'Saat'), tr('Pzt', '')) + p('Bir cümle.') + p('.' * 60)),
    'english': parts(p('Account Request', style='KonuBal') + p(picture('p1', 'The screen')) + caption('Figure', '1', 'Settings')
                     + p('Figure 1 shows it.'), PICTURES, media=MEDIA,
                     headers=(p('Document No: IT-02\tIssue Date: 05.06.2021\tPrepared by: Systems Team'),)),
    # The same at the beginning of the text, without a title.
    'govdede': parts(tbl(tr('T.C.\nÖRNEK ÜNİVERSİTESİ\nİZİN FORMU', 'Doküman No: FR.05', 'Rev.No: 1'), tr('', 'Yayın Tarihi: 1.2.2021', 'Sayfa No: 1/1'))
                     + p('Adı: ………………') + p('Birimi: ………………')),
}

if __name__ == '__main__':
    for name, files in CASES.items():
        write(f'{sys.argv[1]}/{name}.docx', files)
