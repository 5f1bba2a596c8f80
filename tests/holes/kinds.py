"""kinds.py: five documents of the kinds that an office has, as blocks of
documents.py: a by-law, a procedure, a form, minutes, a price table."""

SUBJECTS = ['Birim amiri', 'Başvuru sahibi', 'Komisyon', 'Genel Sekreterlik',
            'Bilgi İşlem Daire Başkanlığı', 'İdari ve Mali İşler Birimi',
            'Kütüphane ve Dokümantasyon Birimi', 'Yönetim Kurulu']
ACTS = ['yapılan başvuruları, eksiksiz belgelerle birlikte teslim alındığı '
        'tarihten başlayarak en geç on beş iş günü içinde sonuçlandırır',
        'bu yönergenin uygulanmasında doğabilecek tereddütleri gidermeye ve '
        'uygulamayı yönlendirmeye yetkilidir',
        'kendisine emanet edilen taşınırların korunmasından, bakımından ve '
        'görevden ayrılırken eksiksiz geri verilmesinden sorumludur',
        'gerekli gördüğü durumlarda ilgili birimlerden bilgi ve belge '
        'isteyebilir; birimler istenenleri gecikmeksizin gönderir',
        'alınan kararları tutanağa geçirir, imzalar ve bir örneğini yazı '
        'işlerine iletir',
        'yıllık çalışma raporunu izleyen yılın ocak ayı sonuna kadar hazırlar '
        've üst yönetime sunar',
        'kişisel verilerin korunmasına ilişkin mevzuatın öngördüğü teknik ve '
        'idari tedbirleri alır']
ENDS = ['.', '; aksine davranışlar yazılı olarak bildirilir.',
        ', ancak zorunlu hâllerde süre bir defaya mahsus uzatılabilir.']
NAMES = ['Kullanıcı hesabı', 'Yedekleme', 'Çevrim içi sınav', 'Sunucu odası',
         'Ağ erişimi', 'Toplantı salonu', 'Baskı hizmeti', 'Ders kaydı',
         'Ödünç verme', 'Kimlik kartı', 'Arıza bildirimi', 'Kablosuz ağ']


def sentence(n):
    return SUBJECTS[n % 8] + ', ' + ACTS[n * 3 % 7] + ENDS[n * 5 % 3]


def text(n, num):
    return ' '.join(sentence(n + i) for i in range(num))


def by_law():
    blocks = [('heading', 1, 'Taşınırların ve hizmetlerin yönetimi yönergesi')]
    for part in range(1, 7):
        blocks.append(('heading', 2, f'{part}. {NAMES[part]}'))
        for n in range(6):
            article = (part - 1) * 6 + n
            blocks.append(('paragraph', f'**Madde {article + 1} –** '
                           + text(article, 1 + article % 3)))
            if article % 5 == 2:
                blocks.append(('numbers', [sentence(article + i)
                                           for i in range(4)]))
    return blocks


def procedure():
    blocks = [('heading', 1, 'Hizmetlerin yürütülmesi prosedürü')]
    for n, name in enumerate(NAMES, 1):
        blocks.append(('heading', 2, f'{n}. {name}'))
        for part in range(1, n % 4 + 1):
            blocks += [('heading', 3, f'{n}.{part} {NAMES[-part]}'),
                       ('paragraph', sentence(n + part))]
        if n % 3 == 1:
            blocks += [('paragraph', 'Adımlar şunlardır:'),
                       ('bullets', [sentence(n + i) for i in range(5)])]
        if n % 5 == 3:
            blocks.append(('figure', 'ekran.png', 'Ekran', name + ' ekranı'))
        if n % 4 == 0:
            blocks.append(('paragraph', text(n, 3)))
    return blocks


def form():
    return [('heading', 1, 'Hizmet isteği formu'),
            ('paragraph', text(2, 2)),
            ('table', ['İsteyen', 'Bilgi'], [[name, ' '] for name in [
                'Adı soyadı', 'Sicil numarası', 'Birimi', 'Telefonu',
                'E-posta adresi', 'Tarih']]),
            ('heading', 2, 'İstenen hizmetler'),
            ('table', ['Hizmet', 'Evet', 'Hayır', 'Açıklama'],
             [[name, ' ', ' ', ' '] for name in NAMES]),
            ('heading', 2, 'Taahhüt'), ('paragraph', text(5, 2)),
            ('numbers', [sentence(i) for i in range(3)]),
            ('heading', 2, 'Birimin görüşü'),
            ('table', ['Ad', 'Görüş', 'İmza'],
             [[' ', ' ', ' '] for _ in range(8)])]


def minutes():
    blocks = [('heading', 1, 'Yönetim Kurulu toplantı tutanağı'),
              ('paragraph', text(1, 2)),
              ('table', ['Üye', 'Görevi', 'Katıldı'],
               [[f'{n}. üye', SUBJECTS[n % 8], 'evet'] for n in range(1, 12)]),
              ('heading', 2, 'Gündem'),
              ('numbers', [name for name in NAMES])]
    for n, name in enumerate(NAMES, 1):
        blocks += [('heading', 2, f'Karar {n}: {name}'),
                   ('paragraph', text(n, 1 + n % 2))]
        if n % 4 == 0:
            blocks.append(('note', 'NOTE', text(n, 2)))
    return blocks


def price_table():
    rows = [[str(n), NAMES[n % 12] + ' – ' + SUBJECTS[n % 8],
             ['adet', 'saat', 'ay'][n % 3], f'{n * 37 % 900 + 20},00']
            for n in range(1, 91)]
    return [('heading', 1, 'Hizmet fiyatları'), ('paragraph', text(3, 3)),
            ('table', ['No', 'Hizmet', 'Birim', 'Fiyat (₺)'], rows),
            ('heading', 2, 'Açıklamalar'),
            ('numbers', [sentence(i) for i in range(5)])]


KINDS = {'by-law': by_law, 'procedure': procedure, 'form': form,
         'minutes': minutes, 'price table': price_table}
