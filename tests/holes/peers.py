#!/usr/bin/env python3
"""peers.py FOLDER NUM: holes, sheets and evenness beside Typst and LuaLaTeX.

Sets the five kinds of kinds.py and NUM random documents (documents.py), the
same text with each program that is there, and prints for each program and kind
the sheets, those before the last that are over a fifth empty (“n+m”: m of them
before a picture), the largest part that is empty, and the median gap between
words [em] (tests/bench/gaps.py). What is empty is measured from the pixels:
from the last row with ink to the foot of the text. $MATBU names matbu; Typst is
the Python package, LuaLaTeX is called by pandoc."""
import importlib.util
import os
import shutil
import subprocess
import sys

import documents
import kinds

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '../bench'))
import writers                  # noqa: E402

LIMIT = 0.2
DPI = 36
MM = DPI / 25.4
PICTURE = 0xc0                  # the grey of documents.picture()
# Where the text of each program begins and ends [mm].
AREA = {'matbu': (25, 268), 'typst': (28, 272), 'lualatex': (28, 272)}
TEMPLATES = os.path.join(HERE, '../../templates')

writers.TYPST['note'] = lambda kind, text: \
    f'#block(stroke: 0.6pt, inset: 7pt, width: 100%)[*Not* \\ ' \
    f'{writers.typst_line(text)}]'
writers.TYPST['footnote'] = lambda text, note: \
    f'{writers.typst_line(text)}#footnote[{writers.typst_line(note)}]'


def set_matbu(folder, name, blocks):
    """One document in a collection of its own."""
    content = os.path.join(folder, name)
    work = os.path.join(content, 'frm/birim/konu')
    os.makedirs(work, exist_ok=True)
    for at in ('', 'frm', 'frm/birim', 'frm/birim/konu'):
        with open(os.path.join(content, at, 'index.md'), 'w') as file:
            file.write('# Kurum\n')
    documents.write_pictures(os.path.join(work, 'ad_20260101_0'))
    with open(os.path.join(work, 'ad_20260101_0.md'), 'w') as file:
        file.write(documents.markdown(blocks, 'ad_20260101_0'))
    out = os.path.join(folder, name + '.out')
    done = subprocess.run([os.environ['MATBU'], 'build', '--quiet', '--press',
        'pdf', '--content', content, '--templates', TEMPLATES, '--out', out],
        capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f'FAIL peers: {name}: {done.stderr[-300:]}')
    for at, _, files in os.walk(out):
        for file in files:
            if file.endswith('.pdf'):
                return os.path.join(at, file)
    return sys.exit(f'FAIL peers: {name}: no record')


def set_typst(folder, name, blocks):
    import typst
    source = writers.typst(writers.Document(blocks[0][2], 'frm/birim/konu/ad',
        [(kind, 'resim/' + parts[0], parts[1], f'Şekil-{i}. {parts[2]}')
         if kind == 'figure' else (kind, *parts)
         for i, (kind, *parts) in enumerate(blocks)]))
    source = source.replace('", width: 100%, alt:', '", alt:')
    path = os.path.join(folder, name + '.typ')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(source)
    typst.compile(path, output=path[:-3] + 'pdf')
    return path[:-3] + 'pdf'


def set_lualatex(folder, name, blocks):
    path = os.path.join(folder, name + '-tex.md')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(documents.markdown(blocks, 'resim'))
    pdf = os.path.join(folder, name + '-tex.pdf')
    subprocess.run(['pandoc', '-f', 'markdown-smart', os.path.basename(path),
        '-M', 'lang=tr', '--pdf-engine=lualatex', '-V', 'papersize=a4', '-V',
        'documentclass=scrartcl', '-V', 'fontsize=10.5pt', '-V',
        'geometry=left=25mm,right=25mm,top=28mm,bottom=25mm', '-V',
        'mainfont=NotoSerif-Regular.ttf', '-V',
        'mainfontoptions=BoldFont=NotoSerif-Bold.ttf', '-o',
        os.path.basename(pdf)],
        cwd=folder, check=True, capture_output=True)
    return pdf


PROGRAMS = {'matbu': set_matbu, 'typst': set_typst, 'lualatex': set_lualatex}


def is_there(name):
    if name == 'typst':
        return importlib.util.find_spec('typst') is not None
    if name == 'lualatex':
        return shutil.which('lualatex') and shutil.which('pandoc')
    return True


def pages_of(pdf):
    """Each page as rows of grey bytes."""
    data = subprocess.run(['pdftoppm', '-gray', '-r', str(DPI), pdf],
                          capture_output=True, check=True).stdout
    while data:
        magic, width, height, depth = data[:40].split()[:4]
        head = sum(len(word) + 1 for word in (magic, width, height, depth))
        width, height = int(width), int(height)
        end = head + width * height
        yield [data[head + i * width:head + (i + 1) * width]
               for i in range(height)]
        data = data[end:]


def measure(pdf, program):
    """For each page before the last: its empty part, and whether a picture
    follows."""
    top, bottom = (round(at * MM) for at in AREA[program])
    pages = [page[top:bottom] for page in pages_of(pdf)]
    found = []
    for page, after in zip(pages, pages[1:]):
        inked = [y for y, row in enumerate(page) if min(row) < 0xa0
                 or row.count(PICTURE) > 20]
        first = next((row for row in after[:12] if row.count(PICTURE) > 20),
                     None)
        end = inked[-1] + 1 if inked else 0
        found.append((1 - end / (bottom - top), first is not None))
    return len(pages), found


def gap_of(pdf):
    done = subprocess.run([sys.executable, os.path.join(
        HERE, '../bench/gaps.py'), pdf], capture_output=True, text=True)
    return done.stdout.split()[0] if done.returncode == 0 else '-'


def row(program, what, pages, found, gap):
    large = [picture for hole, picture in found if hole > LIMIT]
    other = [hole for hole, picture in found if not picture]
    print(f'{what:18} {program:9} {pages:6} {large.count(False):4}+'
          f'{large.count(True):<3} {100 * max(other, default=0):5.1f} %  {gap}',
          flush=True)


def main():
    folder, num = sys.argv[1], int(sys.argv[2])
    documents.write_pictures(os.path.join(folder, 'resim'))
    print(f'{"":18} {"":9} sheets holes   largest  gap')
    for what, make in kinds.KINDS.items():
        for program in filter(is_there, PROGRAMS):
            pdf = PROGRAMS[program](folder, what.replace(' ', '-'), make())
            row(program, what, *measure(pdf, program), gap_of(pdf))
    for program in filter(is_there, PROGRAMS):
        pages, found = 0, []
        for seed in range(1, num + 1):
            pdf = PROGRAMS[program](folder, f'belge{seed}',
                                    documents.document(seed))
            n, holes = measure(pdf, program)
            pages += n
            found += holes
        row(program, f'{num} random', pages, found, '')


if __name__ == '__main__':
    main()
