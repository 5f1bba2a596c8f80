#!/usr/bin/env python3
"""collection.py CONTENT PLAIN [COUNT [TYPST]]: writes COUNT (1,000) different documents of about 4 KB twice: as a content
folder with identities and indexes, and as plain Markdown files for tools that know neither; into TYPST also for Typst. The
text is shuffled from sentences.txt and is the same at every run."""
import os
import random
import sys

import writers

HERE = os.path.dirname(os.path.abspath(__file__))
SUBJECTS = 20
INDEXES = {'': 'Konya Teknik Üniversitesi', 'frm': 'Formlar', 'frm/bim': 'Bilgi İşlem Daire Başkanlığı'}
LINK = 'Ayrıntı için [Google yardım merkezi](https://support.google.com/accounts/answer/6010255?hl=tr) sayfasına bakınız.'


def paragraphs(number, sentences, shuffle):
    """The blocks of a document: a title, three sections of prose and list, a link."""
    yield f'# Belge {number}: e-posta istemcileri için bilgilendirme'
    for section in range(1, 4):
        yield f'## Bölüm {section} için açıklama'
        for _ in range(2):
            yield ' '.join(shuffle.sample(sentences, 4)).replace('IMAP', '**IMAP**', 1)
        yield '\n'.join(f'- {shuffle.choice(sentences)}' for _ in range(3))
    yield LINK


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def main(content, plain, count=1000, typst=None):
    with open(os.path.join(HERE, 'sentences.txt'), encoding='utf-8') as file:
        sentences = file.read().splitlines()
    subjects = [f'frm/bim/konu-{i:02d}' for i in range(SUBJECTS)]
    titles = INDEXES | {subject: f'Konu {i}' for i, subject in enumerate(subjects)}
    for folder, title in titles.items():
        write(os.path.join(content, folder, 'index.md'), f'# {title}\n')
    shuffle = random.Random(20190115)
    for number in range(int(count)):
        text = '\n\n'.join(paragraphs(number, sentences, shuffle)) + '\n'
        edition = f'{subjects[number % SUBJECTS]}/belge{number:06d}_20190115_1'
        write(os.path.join(content, edition + '.md'), text)
        write(os.path.join(plain, f'belge{number:06d}.md'), text)
        if typst:
            write(os.path.join(typst, f'belge{number:06d}.typ'), writers.typst(writers.read(text, edition)))


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
