"""earlier.py FOLDER MATBU TEMPLATES: the suite “earlier”: what the revision tables of pages and records show."""
import hashlib
import html.parser
import os
import re
import subprocess
import sys

place, matbu, templates = sys.argv[1:]
matbu, templates = os.path.abspath(matbu), os.path.abspath(templates)
WORK = 'frm/bim/konu/belge'
THREE = '''önceki-sürümler:
  - tarih: 2015-03-12
    no: 00
    metin: İlk yayın
  - no: "2.1 <b>"
    metin: "Süre & yer: “30 gün” | oldu"
  - {date: 01.06.2017, no: 3}'''
ROWS = [['00', '12.03.2015', 'İlk yayın'], ['2.1 <b>', '–', 'Süre & yer: “30 gün” | oldu'], ['3', '01.06.2017', '–']]


def check(name, right, said=''):
    print(f'ok {name}' if right else f'FAIL {name}: {str(said)[:300]}'.replace('\n', ' '))


def write(edition, front, text='Metin.'):
    with open(f'{place}/content/{edition}.md', 'w') as file:
        file.write(f'---\n{front}\n---\n\n# Belge\n\n{text}\n')


def run(*words):
    return subprocess.run([matbu, *words, '--content', f'{place}/content', '--quiet'], stdin=subprocess.DEVNULL,
                          env=dict(os.environ, LC_ALL='tr_TR.UTF-8'), capture_output=True, text=True)


def build():
    done = run('build', '--templates', templates, '--out', f'{place}/out')
    check('built', done.returncode == 0, done.stderr)


class Table(html.parser.HTMLParser):
    """The rows of the revision table of a page, without the link to what changed."""
    def __init__(self):
        super().__init__()
        self.rows, self.inside, self.cell = [], False, False

    def handle_starttag(self, tag, attrs):
        if tag == 'section':
            self.inside = ('class', 'revisions') in attrs
        if self.inside and tag == 'tr':
            self.rows.append([])
        if self.inside and tag == 'td':
            self.rows[-1].append('')
        self.cell = self.inside and (tag == 'td' or self.cell)

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != 'section'
        self.cell = self.cell and tag != 'td'

    def handle_data(self, data):
        if self.cell:
            self.rows[-1][-1] += data


def page(edition):
    table = Table()
    with open(f'{place}/out/{edition}.html') as file:
        table.feed(file.read())
    return [[c.replace('Bu sürümde ne değişti', '').strip() for c in r] for r in table.rows if r]


def words(edition):
    return subprocess.run(['pdftotext', '-layout', f'{place}/out/{edition}.pdf', '-'], capture_output=True, text=True).stdout


def record(edition):
    lines = words(edition).rpartition('Revizyon No')[2].partition('\f')[0].split('\n')[1:]
    return [re.split(r' {2,}', line.strip()) for line in lines if re.match(r'\S+( <b>)? {2,}[\d–]', line)]


def compare(name, edition, rows):
    check(f'{name}-page', page(edition) == rows, page(edition))
    check(f'{name}-record', record(edition) == rows, record(edition))


os.makedirs(f'{place}/content/frm/bim/konu')
for folder in '', '/frm', '/frm/bim', '/frm/bim/konu':
    with open(f'{place}/content{folder}/index.md', 'w') as file:
        file.write('# Ad\n')

# Without a register, then with one; the second edition takes the list over.
first, second = f'{WORK}_20200101_3', f'{WORK}_20210101_4'
write(first, 'değişiklik: Ödeme eklendi\n' + THREE)
build()
def header(edition):
    """The days of the header table: of publication, of revision."""
    return re.findall(r'(?:Yayın|Revizyon) Tarihi +(\S+)', words(edition))


def published(edition):
    """The same day in the data of the page, of the catalogue and of the list."""
    with open(f'{place}/out/{edition}.html') as file:
        day = re.findall(r'(?:DCTERMS.issued|datePublished)" content="(.*?)"', file.read())
    with open(f'{place}/out/catalogue.json') as file:
        return day + re.findall(r'"first":"(.*?)"', file.read()) + re.findall(r'\d\S+\.201\d', run('list').stdout)


own = [['3', '01.01.2020', 'Ödeme eklendi']]
compare('plain', first, ROWS + own)
check('data', published(first) == ['2015-03-12'] * 3 + ['12.03.2015'], published(first))
check('header', header(first) == ['12.03.2015', '01.01.2020'], header(first))
done = run('release', first, '--templates', templates, '--by', 'Kurul')
check('released', done.returncode == 0, done.stderr)
write(second, 'değişiklik: Süre uzadı\n' + THREE)
build()
compare('released', first, ROWS + own)
check('header-second', header(second) == ['12.03.2015', '01.01.2021'], header(second))
compare('draft', second, ROWS + own + [['4', '01.01.2021', 'Süre uzadı']])
done = run('verify', '--all', '--templates', templates)
check('verified', done.returncode == 0, done.stderr)

# A first edition of the collection is not the work's first one.
os.mkdir(f'{place}/content/frm/bim/diger')
with open(f'{place}/content/frm/bim/diger/index.md', 'w') as file:
    file.write('# Ad\n')
other = 'frm/bim/diger/belge_20200101_5'
write(other, THREE)
done = run('release', other, '--templates', templates, '--by', 'Kurul')
check('release-note', '[release-note]' in done.stderr and done.returncode == 1, done.stderr)
write(other, 'hazırlayan: Birim')
done = run('release', other, '--templates', templates, '--by', 'Kurul')
check('first-note', done.returncode == 0, done.stderr)

# A first row without a day.
write(second, 'değişiklik: Süre uzadı\nönceki-sürümler: {no: 1}')
build()
check('no-day', header(second) == ['–', '01.01.2021'] and len(published(second)) == 3, published(second))

# More rows than a sheet has room for: the newest, and where the others are. The page has all.
many = [[str(i), f'{i % 28 + 1:02}.01.{1900 + i // 28}', f'{i}. değişiklik'] for i in range(150)]
front = 'önceki-sürümler:' + ''.join(f'\n  - {{tarih: {d}, no: {n}, metin: {c}}}' for n, d, c in many)
write(second, 'değişiklik: Süre uzadı\n' + front)
build()
check('many-page', page(second) == many + own + [['4', '01.01.2021', 'Süre uzadı']], page(second)[-3:])
shown = record(second)
check('many-record', 10 < len(shown) < 100 and shown == (many + own + [['4', '01.01.2021', 'Süre uzadı']])[-len(shown):], shown)
check('many-where', 'Önceki revizyonlar: ' in words(second) and words(second).count('\f') == 1, words(second)[-300:])

# A letter that no face has is reported where it stands.
write(second, 'değişiklik: Süre uzadı\nönceki-sürümler: {no: 1, metin: "Bir 𓀀 im"}')
done = run('build', '--templates', templates, '--out', f'{place}/out')
check('letter', re.search(r'_4\.md:3:\d+: .*\[glyph', done.stderr), done.stderr)

# A text that was released in the first dialect, which has no such key, shows no other rows than its record.
write(second, 'değişiklik: Süre uzadı')
path = f'{place}/content/register.tsv'
with open(path) as file:
    head, *rows = [line.rstrip('\n').split('\t') for line in file]
last = 'chain'
for row in rows:
    row[6] = re.sub(r' ?dialect 2', '', row[6])
    last = row[8] = hashlib.sha256('\n'.join([last, '\t'.join(row[:8]), '']).encode()).hexdigest()
with open(path, 'w') as file:
    file.writelines('\t'.join(row) + '\n' for row in [head, *rows])
build()
check('first-dialect', page(second) == own + [['4', '01.01.2021', 'Süre uzadı']], page(second))
check('first-dialect-alone', page(first) == [], page(first))
