#!/usr/bin/env python3
"""documents.py FOLDER: writes the two documents whose records are measured, each for every program that sets it.

`istemci` is istemci.md (3 pages, 2 figures); `kilavuz` says the same for ten programs (20 pages, 10 figures, 4 tables).
FOLDER gets NAME/ as a content folder for matbu, and beside each other NAME.typ, NAME.html, NAME.ms and NAME.md for the
peers with the pictures in NAME_20190115_1/, as PNG and, for groff, as PDF."""
import os
import re
import sys

import pictures
import writers

HERE = os.path.dirname(os.path.abspath(__file__))
PLACE = 'frm/bim/e-posta'
EDITION = '_20190115_1'
INDEXES = {'': 'Konya Teknik Üniversitesi', 'frm': 'Formlar', 'frm/bim': 'Bilgi İşlem Daire Başkanlığı', PLACE: 'E-posta'}
PROGRAMS = ('Genel kurallar', 'Microsoft Outlook', 'Mozilla Thunderbird', 'Windows Mail', 'iPhone ve iPad',
            'Android cihazlar', 'macOS Mail', 'Linux istemcileri', 'Tarayıcıdan kullanım', 'Ek: sunucu ayarları')
TABLE = '''| Ayar | Sunucu | Kapı | Güvenlik |
|---|---|---|---|
| Gelen posta (IMAP) | imap.gmail.com | 993 | SSL/TLS zorunlu |
| Giden posta (SMTP) | smtp.gmail.com | 465 | SSL/TLS zorunlu |
| Giden posta (SMTP, STARTTLS) | smtp.gmail.com | 587 | STARTTLS zorunlu |
| Gelen posta (POP3) | pop.gmail.com | 995 | SSL/TLS zorunlu; önerilmez |'''


def renumbered(text, number):
    """All that the text says of figures is said of this one."""
    text = re.sub(r'Şekil-\d+', f'Şekil-{number}', text)
    return re.sub(r'sekil-\d+', f'sekil-{number}', text)


def manual(short):
    """The long document, made of the blocks of the short one."""
    (title, intro, sign_in, switching_on, steps, menu, settings, still, ways, _, update, _, allow, link,
     help_page) = short.strip().split('\n\n')
    yield title + ' – genişletilmiş kılavuz'
    yield intro
    for number, program in enumerate(PROGRAMS, 1):
        figure = menu if number % 2 else settings
        figure = figure.replace('](', f' ({program})](').replace('")', f' – {program}")')
        yield f'## {program}'
        yield sign_in
        yield '#' + switching_on
        yield renumbered(steps, number)
        yield renumbered(figure, number)
        if number % 3 == 1:
            yield '### Sunucu ayarları'
            yield TABLE
        yield from (still, ways)
        yield '### İstemciyi güncelleme / değiştirme (önerilen yöntem)'
        yield from (update, intro)
        yield '### Güvenliği düşük uygulamalara izin verme'
        yield from (allow, update, link, help_page)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def write_document(folder, name, markdown):
    stem = name + EDITION
    document = writers.read(markdown, f'{PLACE}/{stem}')
    for place, title in INDEXES.items():
        write(os.path.join(folder, name, place, 'index.md'), f'# {title}\n')
    write(os.path.join(folder, name, PLACE, stem + '.md'), markdown)
    write(os.path.join(folder, name + '.md'), markdown)
    write(os.path.join(folder, name + '.typ'), writers.typst(document))
    write(os.path.join(folder, name + '.html'), writers.html(document))
    write(os.path.join(folder, name + '.ms'), writers.ms(document))
    own = os.path.join(folder, name, PLACE, stem)
    beside = os.path.join(folder, stem)
    os.makedirs(own)
    os.makedirs(beside)
    for file in set(re.findall(r'/([\w-]+\.png)', markdown)):
        picture = pictures.draw(file)
        picture.save(os.path.join(own, file), dpi=(96, 96))
        os.link(os.path.join(own, file), os.path.join(beside, file))
        pictures.save_pdf(picture, os.path.join(beside, file.replace('.png', '.pdf')))


def main(folder):
    with open(os.path.join(HERE, 'istemci.md'), encoding='utf-8') as file:
        short = file.read()
    write_document(folder, 'istemci', short)
    write_document(folder, 'kilavuz', '\n\n'.join(manual(short)).replace('istemci_', 'kilavuz_') + '\n')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
