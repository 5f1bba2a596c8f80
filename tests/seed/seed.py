# SPDX-License-Identifier: ISC
"""Holds the page of the seed document against the seed's text.

    seed.py SEED PAGE               says what differs; status 1 if anything
    seed.py --mutations SEED PAGE   spoils the page in many ways; each must
                                    be noticed
Compared in this order: unit line (under Turkish case folding), h1, the
article's text with its references resolved, stamp. Left out: figures with
their captions, and what is marked as generated. “[image: ]” is the picture
in the sentence.
"""
import re
import sys

import page

PICTURE = '[image: ]'


def one(root, what, test):
    found = root.find(test)
    if len(found) != 1:
        raise ValueError('%s: expected one, found %d' % (what, len(found)))
    return found[0]


def parts_of_page(text):
    root = page.read(text)

    def left_out(n):
        return n.name == 'figure' or page.is_generated(n)

    def part(what, test):
        return page.text_of(one(root, what, test), left_out, PICTURE)

    return [
        ('unit', page.lower(part('unit', lambda n: n.has_class('unit')))),
        ('h1', part('h1', lambda n: n.name == 'h1')),
        ('article', part('article',
                         lambda n: n.attrs.get('itemprop') == 'text')),
        ('stamp', part('stamp', lambda n: n.has_class('stamp'))),
    ]


def parts_of_seed(text):
    lines = [s for s in text.split('\n') if page.fold(s) != '']
    return [
        ('unit', page.lower(page.fold(lines[0]))),
        ('h1', page.fold(lines[1])),
        ('article', page.fold('\n'.join(lines[2:-1]))),
        ('stamp', page.fold(lines[-1])),
    ]


def difference(seed, text):
    """What the first difference is, or None."""
    try:
        made = parts_of_page(text)
    except ValueError as fault:
        return str(fault)
    for (name, wanted), (_, found) in zip(parts_of_seed(seed), made):
        if wanted == found:
            continue
        i = 0
        while i < min(len(wanted), len(found)) and wanted[i] == found[i]:
            i += 1
        return '%s: expected “%s”, found “%s”' % (
            name, wanted[max(0, i - 20):i + 30], found[max(0, i - 20):i + 30])
    return None


# Name, what is replaced (a pattern, once), by what.
MUTATIONS = [
    ('a word dropped', r'kurumsal e-posta adresi', 'e-posta adresi'),
    ('a word doubled', r'giriş yapmalıdır', 'giriş giriş yapmalıdır'),
    ('a word added', r'(Google altyapısında)', r'\1 hâlâ'),
    ('two words swapped', r'sağ üst kısımdaki', 'üst sağ kısımdaki'),
    ('apostrophe straightened', r'IMAP’ı etkinleştir”', 'IMAP\'ı etkinleştir”'),
    ('quotes straightened', r'(?s)(itemprop="text".*?)“Ayarlar”',
     r'\1&quot;Ayarlar&quot;'),
    ('dash changed', r'(<h2[^>]*>1) – ', r'\1 - '),
    ('dotted i lost', r'İlgili dokümantasyon', 'Ilgili dokümantasyon'),
    ('a full stop dropped', r'çalışmaktadır\.', 'çalışmaktadır'),
    ('a soft hyphen', r'karşılaşmamaktadırlar', 'karşılaş\u00admamaktadırlar'),
    ('a no-break space', r'Windows Mail', 'Windows\u00a0Mail'),
    ('two words joined', r'web ara yüzünden', 'web arayüzünden'),
    ('a paragraph dropped', r'<p>Belirtilen[^<]*</p>', ''),
    ('a paragraph added', r'(itemprop="text"[^>]*>)', r'\1<p>Taslak.</p>'),
    ('a reference unresolved', r'>Şekil-1</a>', '></a>'),
    ('a reference’s number changed', r'>Şekil-2</a>', '>Şekil-3</a>'),
    ('the picture dropped', r'<img class="inline"[^>]*>', ''),
    ('the picture doubled', r'(<img class="inline"[^>]*>)', r'\1\1'),
    ('an address changed', r'>https://support', '>http://support'),
    ('a heading dropped', r'<h2 id="[^>]*>2 – .*?</h2>', ''),
    ('unit changed', r'(class="unit"[^>]*>)Bilgi İşlem', r'\1Bilgi Islem'),
    ('unit missing', r'<p class="unit".*?</p>', ''),
    ('unit twice', r'(<p class="unit".*?</p>)', r'\1\1'),
    ('h1 changed', r'(<h1[^>]*>.*?)POP3', r'\1POP'),
    ('h1 missing', r'(?s)<h1.*?</h1>', ''),
    ('stamp missing', r'<span class="stamp".*?</span>', ''),
    ('stamp changed', r'(class="stamp"[^>]*>[^<]*)_1<', r'\1_2<'),
    ('stamp twice', r'(<span class="stamp".*?</span>)', r'\1\1'),
    ('not well formed', r'</article>', ''),
]


def mutate(seed, text):
    for name, pattern, by in MUTATIONS:
        spoilt, times = re.subn(pattern, by, text, count=1)
        if times == 0 or spoilt == text:
            print('FAIL noticed: %s: the page lacks what it spoils' % name)
        elif difference(seed, spoilt) is None:
            print('FAIL noticed: %s: not noticed' % name)
        else:
            print('ok noticed: %s' % name)


def main(args):
    mutations = args[:1] == ['--mutations']
    seed, text = [open(a, encoding='utf-8', newline='').read()
                  for a in args[-2:]]
    if mutations:
        mutate(seed, text)
        return 0
    fault = difference(seed, text)
    if fault is not None:
        print(fault)
    return fault is not None


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
