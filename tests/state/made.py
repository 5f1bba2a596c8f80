#!/usr/bin/env python3
"""made.py PROGRAM TEMPLATES PICTURE: in the present, empty folder, a collection whose documents have to do with each other
in every way that there is. Whatever is changed in one of them, a build that keeps the files of others (out/.made) must say
what a build from nothing says, and leave the same files; and where only the text of one was changed, it must not have looked
at the files of others. Prints `ok NAME` or `FAIL NAME: reason`."""
import os
import re
import shutil
import subprocess
import sys

import edits
from place import DAY, K, Place, differs, write

PROGRAM, TEMPLATES, PICTURE = sys.argv[1:]
FAILED = []
KIND = ''                               # begins the name of each verdict
X = K + '/kilavuz_20260201_1'           # the document that is changed
TEXT = '''# Kılavuz

Bu kılavuz e-posta hesabının nasıl açıldığını anlatır.

## Adımlar

1. Formu indirin.
2. Formu doldurun:
   - adınızı yazın,
   - imzalayın.
3. Gönderin.

Ayrıntı [parola](parola_20250110_0) belgesindedir.

![Çark](kilavuz_20260201_1/resim.png)
'''
FRONT = {'hazırlayan': 'Şef', 'onaylayan': 'Müdür', 'özet': 'Hesap açma.', 'değişiklik': 'adımlar eklendi'}
# Each key of a document's front matter (README, “Anahtarlar”), with a value that differs from what stands there.
KEYS = {
    'başlık': 'Başka bir ad', 'hazırlayan': 'Uzman', 'onaylayan': 'Daire Başkanı', 'gözden-geçirme': '6 ay',
    'özet': 'Başka bir özet.', 'anahtar-kelimeler': 'hesap, açma', 'değişiklik': 'başka bir değişiklik',
    'çevirisi': 'frm/bim/e-posta/parola_20260301_1', 'numaralı': 'evet', 'içindekiler': 'hayır', 'dil': 'en', 'belge-no': 'KTÜN-44',
    'dayanak': '\n  - https://ornek.example/a: Madde 4', 'önceki-sürümler': '\n  - tarih: 2015-01-01\n    sürüm: A\n    değişiklik: ilk'}


def verdict(name, why):
    name = KIND + name
    if why:
        FAILED.append(name)
    print(f'FAIL {name}: {why}'.replace('\n', ' ')[:1400] if why else f'ok {name}', flush=True)


def put(p, front=None, text=TEXT):
    lines = ''.join(f'{key}: {value}\n' for key, value in (FRONT if front is None else front).items())
    write(p.path(X + '.md'), f'---\n{lines}---\n' + text)


def place(controlled):
    shutil.rmtree('p', ignore_errors=True)
    shutil.rmtree('p.clean', ignore_errors=True)
    with open(PICTURE, 'rb') as file:
        data = file.read()
    p = Place(os.path.abspath('p'), PROGRAM, TEMPLATES, data)
    write(p.path('content/index.md'), '---\nadres: https://ornek.example\niletişim: BİDB\nlogo: logo.png\n'
          'logo-metni: Amblem\n---\n# Örnek Üniversitesi\n')
    write(p.path('content/logo.png'), data)
    write(p.path(X, 'resim.png'), data)
    p.edition('kilavuz_20250201_0', 'İlk kılavuz.', 'değişiklik: ilk')
    put(p)
    # What refers to it, mentions it, is a translation of it, has to do with it in no way.
    p.edition('basvuru_20260101_0', 'Önce [kılavuzu](kilavuz_20260201_1) okuyun.')
    p.edition('madde_20260101_0', 'Bkz. [2. adım](kilavuz_20260201_1#adimlar/2).')
    p.edition('anma_20260101_0', 'Bu belge `frm/bim/e-posta/kilavuz` ve frm/bim/e-posta/kilavuz_20250201_0 ile okunur.')
    p.edition('guide_20260101_0', 'How to open an account.', 'dil: en\nçevirisi: frm/bim/e-posta/kilavuz_20260201_1')
    p.edition('baska_20260101_0', 'İlgisiz.')
    if not controlled:
        os.unlink(p.path('content/register.tsv'))
        for name in os.listdir(p.path(K)):
            if name.endswith('.pdf'):
                os.unlink(p.path(K, name))
    return p


def looked_at(p):
    """The files of out/ whose bytes a build has read."""
    log = p.path('trace')
    subprocess.run(['strace', '-f', '-y', '-qq', '-s', '4096', '-o', log, '-e', 'trace=open,openat,openat2', p.program,
                    'build', '--date', DAY], cwd=p.folder, env=p.environment, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    with open(log, encoding='utf-8') as file:
        found = set(re.findall(r'/out>, "(frm/[^"]*_\d{8}_\d+\.(?:html|pdf))"', file.read()))
    os.unlink(log)
    return found


def settled(p):
    return None if p.settle() is not None else 'the state is not used'


def tries(name, p, change):
    """After the change, and after it was taken back."""
    why = settled(p)
    if not why:
        change(p)
        why = differs(p, p.build())
    if not why:
        put(p)
        why = differs(p, p.build())
    verdict(name, why)


def keys(p):
    for key, value in KEYS.items():
        tries(f'key-{key}', p, lambda p: put(p, FRONT | {key: value}))
    for key in FRONT:
        tries(f'without-{key}', p, lambda p: put(p, {k: v for k, v in FRONT.items() if k != key}))


TEXTS = {
    'sentence': (lambda t: t + '\nBir cümle daha.\n'),
    'first-paragraph': (lambda t: t.replace('nasıl açıldığını', 'ne olduğunu')),
    'title': (lambda t: t.replace('# Kılavuz', '# Rehber')),
    'heading': (lambda t: t.replace('## Adımlar', '## Yapılacaklar')),
    'item-added': (lambda t: t.replace('1. Formu indirin.', '1. Oturum açın.\n2. Formu indirin.')),
    'item-gone': (lambda t: t.replace('3. Gönderin.\n', '')),
    'link-gone': (lambda t: t.replace('[parola](parola_20250110_0)', 'parola')),
    'link-added': (lambda t: t + '\nBkz. [başka](baska_20260101_0).\n'),
    'link-to-item': (lambda t: t + '\nBkz. [kota](kota_20250210_0).\n'),
    'mention': (lambda t: t + '\nBkz. frm/bim/e-posta/baska_20260101_0.\n'),
    'picture-gone': (lambda t: t[:t.index('![')]),
    'field': (lambda t: t + '\nAd: [........]{ad}\n'),
    'footnote': (lambda t: t + '\nNot[^1].\n\n[^1]: Açıklama.\n'),
    'table': (lambda t: t + '\n| a | b |\n|---|---|\n| 1 | 2 |\n'),
    'warning': (lambda t: t + '\nBoyut 3*4*5 olur.\n'),
    'missing-glyph': (lambda t: t + '\nİşaret \U00013080 burada.\n'),
    'error': (lambda t: t + '\n[](#yok)\n'),
}


def elsewhere(p):
    """What others change that it shows."""
    def restored(name, path, change):
        with open(p.path(path), 'rb') as file:
            before = file.read()
        why = settled(p)
        if not why:
            change()
            why = differs(p, p.build())
        if not why:
            write(p.path(path), before)
            why = differs(p, p.build())
        verdict(name, why)

    def swap(path, old, new):
        restored(f'{old}-{new}'.replace(' ', '-'), path, lambda: edits.replace(p.path(path), old, new))

    swap('content/index.md', 'BİDB', 'Yazı İşleri')
    swap('content/index.md', 'Örnek', 'Başka')
    swap('content/index.md', 'https://ornek', 'https://baska')
    swap('content/index.md', 'Amblem', 'Logo')
    swap('content/frm/bim/index.md', 'Bilgi', 'Veri')
    swap(K + '/index.md', 'E-posta', 'Posta')
    swap(K + '/kilavuz_20250201_0.md', 'İlk', 'Birinci')
    swap(K + '/kilavuz_20250201_0.md', 'değişiklik: ilk', 'değişiklik: birinci')
    swap(K + '/basvuru_20260101_0.md', '# basvuru', '# Başvuru')
    restored('referrer-language', K + '/basvuru_20260101_0.md', lambda: edits.replace(
        p.path(K + '/basvuru_20260101_0.md'), '# basvuru', '---\ndil: en\n---\n# basvuru'))
    swap(K + '/basvuru_20260101_0.md', '[kılavuzu](kilavuz_20260201_1)', 'kılavuzu')
    swap(K + '/madde_20260101_0.md', 'adimlar/2', 'adimlar/3')
    swap(K + '/guide_20260101_0.md', '# guide', '# Guide')
    swap(K + '/guide_20260101_0.md', 'çevirisi: frm/bim/e-posta/kilavuz_20260201_1', 'özet: x')
    restored('logo', 'content/logo.png', lambda: edits.picture(p, 'content/logo.png'))
    restored('old-picture', K + '/kilavuz_20250201_0/resim.png', lambda: edits.picture(p, K + '/kilavuz_20250201_0/resim.png'))
    restored('own-picture', X + '/resim.png', lambda: edits.picture(p, X + '/resim.png'))
    for name, change in (('new-edition', lambda: p.edition('kilavuz_20260501_2', 'Yeni.')),
                         ('mentioned', lambda: p.edition('sonra_20260101_0', 'Sonra.')),
                         ('released', lambda: p.run('release', K[8:] + '/baska_20260101_0', '--by', 'Müdür', '--note', 'ilk')),
                         ('withdrawn', lambda: p.run('withdraw', K[8:] + '/baska', '--note', 'kalktı', '--by', 'Müdür'))):
        why = settled(p)
        change()
        verdict(name, why or differs(p, p.build()))


def keeps(p):
    """Which files are looked at: its own alone where its text changes; none of others."""
    why = settled(p)
    put(p, text=TEXT + '\nBir cümle daha.\n')
    seen = looked_at(p)
    own = {name for name in seen if '/kilavuz_' in name}
    if not why and (not own or seen != own):
        why = f'looked at {sorted(seen - own)[:6]} beside {len(own)} of its own'
    verdict('keeps-others', why)
    for name, change in (('damaged', flip), ('cut', cut), ('gone', os.unlink),
                         ('other', lambda path: write(path, bytes(64))), ('empty', lambda path: write(path, b'')),
                         ('folder', lambda path: (os.unlink(path), os.mkdir(path))),
                         ('link', lambda path: (os.rename(path, path + '.x'), os.symlink(path + '.x', path)))):
        put(p)
        why = settled(p)
        path = p.path('out/.made')
        change(path)
        edits.append(p.path(X + '.md'))
        why = why or differs(p, p.build())
        if os.path.isdir(path):
            os.rmdir(path)
        verdict(f'made-{name}', why)
    put(p)
    why = settled(p)
    old = p.path('made')
    shutil.copy(p.path('out/.made'), old)
    edits.append(p.path(X + '.md'))
    p.settle()
    shutil.copy(old, p.path('out/.made'))
    put(p)
    verdict('made-older', why or differs(p, p.build()))
    # A page that somebody has changed is made again, and one that was changed in a hurry.
    for name in 'baska_20260101_0.html', 'baska_20260101_0.pdf', 'baska.html':
        put(p)
        why = settled(p)
        edits.append(p.path(X + '.md'))
        with open(p.path('out' + K[7:], name), 'ab') as file:
            file.write(b'x')
        verdict('page-' + name, why or differs(p, p.build()))


def cut(path):
    os.truncate(path, os.path.getsize(path) - 1)


def flip(path):
    with open(path, 'rb') as file:
        data = bytearray(file.read())
    data[0] ^= 1
    write(path, bytes(data))


def try_all(p):
    said = p.build()
    verdict('sound', None if said[0] == 0 else f'{said}')
    if said[0] != 0:
        return
    keys(p)
    for name, change in TEXTS.items():
        tries('text-' + name, p, lambda p: put(p, text=change(TEXT)))
    keeps(p)
    put(p)
    elsewhere(p)


for CONTROLLED in True, False:
    KIND = '' if CONTROLLED else 'uncontrolled-'
    try_all(place(CONTROLLED))
sys.exit(4 if FAILED else 0)
