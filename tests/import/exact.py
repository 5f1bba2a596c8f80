"""exact.py make FILE SEED: a Word file whose paragraphs, items and cells are made of marks of Markdown at random.
exact.py compare FILE.docx DUMP: the texts of the tree that matbu dumps must be those of the file, letter for letter."""
import random
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

from word import *  # noqa: F403

PIECES = ['*', '**', '_', '`', '``', '~', '~~', '[', ']', '(', ')', '(x)', '( )', '[ ]', '[x]', '!', '![', '](', '<', '>', '<b>', '</b>',
          '<br>', '<!--', '-->', '&', '&amp;', '&lt', '#', '# ', '-', '- ', '+ ', '=', '==', '===', '---', '|', '||', '^^', '^', ':', ':::',
          '::: imza', '\\', '\\newpage', '{', '}', '{#id}', '{-}', '{{', '{genişlik=5mm}', '1.', '1. ', '2) ', 'a) ', '(1) ', '(a) ', 'ii) ',
          'Tablo:', 'Tablo: ', '[^1]', '[^1]: ', 'MADDE 1 – ', '"', "'", '“', '”', '.', ',', ' ', ' ', ' ', ' ', 'kelime', 'bir', 'Çok',
          '2020', 'x', 'ş', '$', '%', '@', '/', '\\*', '\\\\', '+', '> ', '<https://a.b>', 've ']


def texts(seed):
    chance = random.Random(seed)
    return [''.join(chance.choice(PIECES) for _ in range(chance.randint(1, 9))) for _ in range(120)]


def make(path, seed):
    rows = texts(seed)
    chance = random.Random(seed)
    looks = ((), (), (), (), ('b',), ('i',), ('b', 'i'), ('u:single',), ('vertAlign:superscript',))

    def runs(text):
        cuts = sorted(chance.sample(range(len(text) + 1), min(2, len(text))))
        parts = [text[i:j] for i, j in zip([0, *cuts], [*cuts, len(text)])]
        return [t(part, *chance.choice(looks)) for part in parts if part]
    body = p('Harfi Harfine', style='KonuBal') + ''.join(p(*runs(text)) for text in rows[:80])
    body += ''.join(p(*runs(text), num=(2, 0)) for text in rows[80:100]) + tbl(*(tr(tc(p(*runs(a))), tc(p(*runs(b))))
                                                                               for a, b in zip(rows[100:110], rows[110:])))
    write(path, parts(body))


def squeeze(text):
    return re.sub(r'[\s\u00a0]+', ' ', text).strip()


def compare(path, dump):
    word = f'{{{W}}}'
    with zipfile.ZipFile(path) as archive:
        root = tree.fromstring(archive.read('word/document.xml'))
    wanted = [squeeze(''.join(x.text or '' for x in par.iter(word + 't'))) for par in root.iter(word + 'p')]
    found = [squeeze(''.join(x.text or '' for x in n.iter('text'))) for n in tree.parse(dump).getroot().iter()
             if n.tag in ('paragraph', 'heading', 'cell')]
    wanted, found = sorted(filter(None, wanted)), sorted(filter(None, found))
    for lost in [x for x in wanted if x not in found][:5]:
        print('in the file:', lost)
    for new in [x for x in found if x not in wanted][:5]:
        print('in the tree:', new)
    sys.exit(wanted != found)


if __name__ == '__main__':
    {'make': make, 'compare': compare}[sys.argv[1]](*sys.argv[2:])
