#!/usr/bin/env python3
"""site.py CONTENT: a collection of the works of works.tsv: path, title, keywords, text."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


# Editions before those of works.tsv.
OLD = {'klv/bim/hesap/parola': 'Parolasını unutan, rektörlüğe dilekçeyle başvurur. Kanarya sunucusu kapalıdır.'}

content = sys.argv[1]
write(f'{content}/index.md', '# Örnek Üniversitesi\n')
with open(f'{HERE}/works.tsv', encoding='utf-8') as works:
    for work in works:
        path, title, keywords, text = work.rstrip('\n').split('\t')
        parts = path.split('/')
        for depth in range(1, 4):
            folder = '/'.join(parts[:depth])
            write(f'{content}/{folder}/index.md', f'# {parts[depth - 1].upper()}\n')
        if path in OLD:
            write(f'{content}/{path}_20230101_0.md', f'# {title}\n\n{OLD[path]}\n')
        write(f'{content}/{path}_20240101_{int(path in OLD)}.md', f'---\nanahtar-kelimeler: [{keywords}]\n---\n\n# {title}\n\n{text}\n')
