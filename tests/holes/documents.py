"""documents.py: random documents of an office, the same for the same seed.

Each has 8 to 30 sections of sentences, paragraphs, lists, tables, figures,
notes and footnotes. A block is a tuple, its kind first, as in
tests/bench/writers.py; markdown() writes the document for matbu."""
import os
import random
import struct
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
SENTENCES = [line.strip() for line in open(os.path.join(
    HERE, '../bench/sentences.txt'), encoding='utf-8') if line.strip()]
TITLES = ['Amaç', 'Kapsam', 'Dayanak', 'Tanımlar', 'Sorumlular', 'Başvuru',
          'Değerlendirme', 'Uygulama', 'Kayıtlar', 'Denetim', 'Yürürlük',
          'Hesapların açılması ve kapatılması', 'Yedeklerin alınması',
          'Arızaların bildirilmesi ve giderilmesi']
# Width and height of the pictures [pixel].
PICTURES = {'genis.png': (1200, 420), 'ekran.png': (1200, 700),
            'kare.png': (700, 700), 'uzun.png': (600, 1100),
            'kucuk.png': (300, 180)}


def picture(width, height):
    """A grey PNG."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack(
            '>I', zlib.crc32(kind + data))
    row = b'\0' + b'\xc0' * width
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack(
        '>IIBBBBB', width, height, 8, 0, 0, 0, 0)) + chunk(
            b'IDAT', zlib.compress(row * height)) + chunk(b'IEND', b'')


def write_pictures(folder):
    os.makedirs(folder, exist_ok=True)
    for name, size in PICTURES.items():
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(picture(*size))


def sentences(r, least, most):
    return ' '.join(r.choice(SENTENCES).rstrip('.') + '.'
                    for _ in range(r.randint(least, most)))


def words(r, least, most):
    text = r.choice(SENTENCES).rstrip('.').split()
    return ' '.join(text[:r.randint(least, most)])


def block(r):
    kind = r.choices(['sentence', 'paragraph', 'list', 'table', 'figure',
                      'note', 'introduced', 'footnote'],
                     [30, 22, 14, 9, 8, 8, 4, 5])[0]
    if kind == 'sentence':
        return [('paragraph', sentences(r, 1, 1))]
    if kind == 'paragraph':
        return [('paragraph', sentences(r, 2, 6))]
    if kind == 'list':
        return [(r.choice(['numbers', 'bullets']),
                 [sentences(r, 1, 2) for _ in range(r.randint(1, 9))])]
    if kind == 'introduced':
        return [('paragraph', words(r, 4, 8) + ':'),
                ('bullets', [words(r, 2, 7) for _ in range(r.randint(2, 7))])]
    if kind == 'table':
        columns = r.randint(2, 4)
        return [('table', [words(r, 1, 2) for _ in range(columns)],
                 [[words(r, 1, 9) for _ in range(columns)]
                  for _ in range(r.randint(1, 14))])]
    if kind == 'figure':
        return [('figure', r.choice(list(PICTURES)), words(r, 2, 5),
                 words(r, 3, 9))]
    if kind == 'note':
        return [('note', r.choice(['NOTE', 'CAUTION', 'WARNING']),
                 sentences(r, 1, 3))]
    return [('footnote', sentences(r, 1, 2), sentences(r, 1, 2))]


def document(seed):
    """The blocks of a document, its title first."""
    r = random.Random(seed)
    blocks = [('heading', 1, f'Rastgele doküman {seed}')]
    for section in range(1, r.randint(8, 30) + 1):
        blocks.append(('heading', 2, f'{section}. {r.choice(TITLES)}'))
        for part in range(1, r.choice([1, 1, 1, 2, 3]) + 1):
            if r.random() < 0.25:
                blocks.append(('heading', 3,
                               f'{section}.{part} {r.choice(TITLES)}'))
            for _ in range(r.choice([1, 1, 2, 3])):
                blocks += block(r)
    return blocks


def markdown_block(blocks, i, folder):
    kind, *parts = blocks[i]
    if kind == 'heading':
        return '#' * parts[0] + ' ' + parts[1]
    if kind == 'paragraph':
        return parts[0]
    if kind == 'numbers':
        return '\n'.join(f'{n}. {item}' for n, item in enumerate(parts[0], 1))
    if kind == 'bullets':
        return '\n'.join(f'- {item}' for item in parts[0])
    if kind == 'table':
        return '\n'.join('| ' + ' | '.join(row) + ' |' for row in [
            parts[0], ['---'] * len(parts[0])] + parts[1])
    if kind == 'figure':
        return f'![{parts[1]}]({folder}/{parts[0]} "{parts[2]}")'
    if kind == 'note':
        return f'> [!{parts[0]}]\n> {parts[1]}'
    return f'{parts[0]}[^{i}]\n\n[^{i}]: {parts[1]}'


def markdown(blocks, folder):
    return '\n\n'.join(markdown_block(blocks, i, folder)
                       for i in range(len(blocks))) + '\n'
