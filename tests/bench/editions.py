#!/usr/bin/env python3
"""editions.py CONTENT WORKS: writes a content folder of WORKS small different documents, each in two editions."""
import os
import sys

SUBJECTS = 50
EDITIONS = ('20240115_0', '20250115_1')
INDEXES = {'': 'Konya Teknik Üniversitesi', 'frm': 'Formlar', 'frm/bim': 'Bilgi İşlem Daire Başkanlığı'}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def main(content, works):
    subjects = [f'frm/bim/konu-{i:02d}' for i in range(SUBJECTS)]
    titles = INDEXES | {subject: f'Konu {i}' for i, subject in enumerate(subjects)}
    for folder, title in titles.items():
        write(os.path.join(content, folder, 'index.md'), f'# {title}\n')
    for number in range(int(works)):
        for edition in EDITIONS:
            text = f'# Belge {number}\n\nBu, {number} sayılı belgenin {edition} sürümüdür.\n'
            write(os.path.join(content, subjects[number % SUBJECTS], f'belge{number:05d}_{edition}.md'), text)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
