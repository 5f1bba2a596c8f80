#!/usr/bin/env python3
"""Checks the links and the outline of records by qpdf: each box of a link
lies between the margins and on the sheet that the structure tree names, each
heading is in the outline, each target of another document keeps its anchor.

Usage: links.py MATBU FOLDER"""
import json
import os
import subprocess
import sys

LEFT = 25 * 72 / 25.4           # templates/sheet.xml [pt]
RIGHT = 210 * 72 / 25.4 - LEFT
LINES = range(1, 33, 4)         # before the links
HEADINGS = ['Bağlantılar', 'Birinci', 'İkinci', 'Üçüncü']

WORDS = 'Kurum içi yazışmalar için kullanılan adresler burada durur'


def text(lines):
    """Links that wrap over lines and, after so many lines, over sheets."""
    links = ' '.join(f'{WORDS} [{WORDS} {i}](https://example.org/{i}), '
                     f'[](#birinci) ve [{WORDS} {i}](#ikinci).'
                     for i in range(30))
    return '# Bağlantılar\n\n' + 'Satır.\\\n' * lines + f'Son.\n\n{links}' \
        f'\n\n## Birinci\n\n[{WORDS}](oteki#bolum-adi)\n\n### İkinci\n\n' \
        'Dipnot[^a] ve yine[^a].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n' \
        '#### Üçüncü\n\nSon.\n\n[^a]: Metni.\n'


class Record:
    def __init__(self, path):
        out = subprocess.run(['qpdf', '--json=2', path], check=True,
                             capture_output=True).stdout
        self.objects = json.loads(out)['qpdf'][1]

    def get(self, ref):
        """The value of a reference, or the value itself."""
        while isinstance(ref, str) and ref.endswith(' R'):
            found = self.objects[f'obj:{ref}']
            ref = found['value'] if 'value' in found else \
                found['stream']['dict']
        return ref

    def pages(self):
        root = self.get(self.get(self.objects['trailer']['value']['/Root'])
                        ['/Pages'])
        return root['/Kids']

    def elements(self):
        return [v['value'] for v in self.objects.values()
                if isinstance(v.get('value'), dict) and
                v['value'].get('/Type') == '/StructElem']


def annotations(record):
    """Yields the page and the reference of each link."""
    for page in record.pages():
        for ref in record.get(record.get(page).get('/Annots', [])):
            yield page, ref


def outside(record):
    for page, ref in annotations(record):
        x1, _, x2, _ = record.get(ref)['/Rect']
        if min(x1, x2) < LEFT - 1 or max(x1, x2) > RIGHT + 1:
            return f'{ref}: from {x1} to {x2}'


def wrong_page(record):
    where = {ref: page for page, ref in annotations(record)}
    seen = set()
    for e in record.elements():
        for kid in e['/K'] if isinstance(e.get('/K'), list) else []:
            if isinstance(kid, dict) and kid.get('/Type') == '/OBJR':
                page = kid.get('/Pg', e.get('/Pg'))
                seen.add(kid['/Obj'])
                if page != where[kid['/Obj']]:
                    return f'{kid["/Obj"]}: {page}, not {where[kid["/Obj"]]}'
    return None if seen == set(where) else 'links without a place in the tree'


def outline(record):
    root = record.get(record.get(record.objects['trailer']['value']['/Root'])
                      ['/Outlines'])
    titles = []

    def walk(ref):
        while ref:
            item = record.get(ref)
            titles.append(item['/Title'].removeprefix('u:'))
            walk(item.get('/First'))
            ref = item.get('/Next')
    walk(root['/First'])
    return None if titles == HEADINGS else str(titles)


def anchor(record):
    uris = [record.get(record.get(r).get('/A', {})).get('/URI', '')
            for _, r in annotations(record)]
    wanted = 'u:oteki.html#bolum-adi'
    found = [u for u in uris if 'oteki' in u]
    return None if found and all(u == wanted for u in found) else str(found)


def scopes(record):
    """The labels of the header table are the heads of rows, those of the
    text's table of columns."""
    heads = [a['/Scope'] for e in record.elements() if e['/S'] == '/TH'
             for a in e.get('/A', []) if '/Scope' in a]
    rows, columns = heads.count('/Row'), heads.count('/Column')
    return None if rows > 2 and columns == 2 else f'{rows} rows, {columns}'


def main(matbu, folder):
    subject = os.path.join(folder, 'content/klv/bim/deneme')
    os.makedirs(subject)
    for path, title in (('', 'Kurum'), ('klv', 'Kılavuz'), ('klv/bim', 'B'),
                        ('klv/bim/deneme', 'Deneme')):
        with open(os.path.join(folder, 'content', path, 'index.md'), 'w',
                  encoding='utf-8') as f:
            f.write(f'# {title}\n')
    write = lambda name, s: open(os.path.join(subject,
        f'{name}_20240101_0.md'), 'w', encoding='utf-8').write(s)
    write('oteki', '# Öteki\n\n## Bölüm adı\n\nMetin.\n')
    for n in LINES:
        write(f'bag-{n}', text(n))
    out = os.path.join(folder, 'out')
    subprocess.run([matbu, 'build', '--quiet', '--content',
        os.path.join(folder, 'content'), '--templates', 'templates',
        '--out', out], check=True)
    records = [Record(os.path.join(out, f'klv/bim/deneme/bag-{n}.pdf'))
               for n in LINES]
    for rule in (outside, wrong_page, outline, anchor, scopes):
        fault = next(filter(None, map(rule, records)), None)
        name = f'links {rule.__name__}'.replace('_', ' ')
        print(f'FAIL {name}: {fault}' if fault else f'ok {name}')
    page = open(os.path.join(out, 'klv/bim/deneme/bag-1.html'),
                encoding='utf-8').read()
    backs = [i for i in ('#m_fnref-1', '#m_fnref-1-2')
             if f'href="{i}"' in page and f'id="{i[1:]}"' in page]
    print('ok links back from a footnote' if len(backs) == 2 else
          f'FAIL links back from a footnote: {backs}')


main(*sys.argv[1:])
