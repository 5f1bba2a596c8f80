#!/usr/bin/env python3
"""site.py make CONTENT NUM: a collection of NUM works whose titles begin with all letters.
site.py check OUT NUM: every work is at most two links away from the front page, every list is in Turkish order and
complete, no page has a link that leads nowhere."""
import os
import re
import sys

# The alphabet of lists, other signs first; q w x as in English.
ORDER = '0123456789abcçdefgğhıijklmnoöpqrsştuüvwxyz'
CLASSES = {'frm': 'Formlar', 'klv': 'Kılavuzlar', 'tlm': 'Talimatlar'}
UNITS = {'bim': 'Bilgi İşlem', 'oidb': 'Öğrenci İşleri', 'idari': 'İdari İşler', 'harf': 'Harf Birimi'}
WORDS = ['ılıca', 'izin', 'çıkış', 'cari', 'ğ', 'şube', 'sınav', 'ödünç', 'olur', 'üye', 'ulaşım', 'zam', '3. madde', 'âdet']


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def upper(word):
    return {'i': 'İ', 'ı': 'I'}.get(word[0], word[0].upper()) + word[1:]


def make(content, num):
    write(f'{content}/index.md', '# Örnek Üniversitesi\n')
    classes, units = list(CLASSES), list(UNITS)
    for name in classes:
        write(f'{content}/{name}/index.md', f'# {CLASSES[name]}\n')
        for unit in units:
            write(f'{content}/{name}/{unit}/index.md', f'# {UNITS[unit]}\n')
            write(f'{content}/{name}/{unit}/konu/index.md', '# Konu\n')
    for i in range(num):
        folder = f'{classes[i % 3]}/{units[i // 3 % 4]}/konu'
        title = upper(WORDS[i % len(WORDS)]) + f' belgesi {i * 7919 % num}'
        write(f'{content}/{folder}/belge-{i}_20240101_0.md', f'# {title}\n\nMetin.\n')


def key(title):
    """Titles that do not begin with a letter of the alphabet, then the others."""
    folded = title.replace('I', 'ı').replace('İ', 'i').lower()
    folded = folded.replace('â', 'a')
    return (folded[0].isalpha(), [ORDER.find(c) for c in folded])


def links(out, page):
    with open(f'{out}/{page}', encoding='utf-8') as file:
        text = file.read()
    here = os.path.dirname(page)
    for href in re.findall(r'<a (?:[^>]*?)href="([^"#:]+)"', text):
        path = os.path.normpath(os.path.join(here, href))
        yield path
        assert os.path.isfile(f'{out}/{path}'), f'{page} leads to {path}'
    titles = re.findall(r'<tr><td[^>]*><a [^>]*>([^<]*)</a>', text)
    assert titles == sorted(titles, key=key), f'{page}: {titles}'


def is_work(path):
    return re.fullmatch(r'[a-z]+/[a-z]+/konu/belge-[0-9]+\.html', path)


def listed(out, page):
    """The works that the page, or its parts, lead to."""
    found = set(links(out, page))
    for part in [path for path in found if re.search(r'(^|[/_])harf_[a-z0-9-]*\.html$', path)]:
        found |= set(links(out, part))
    return {path for path in found if is_work(path)}


def check(out, num):
    works = {f'{d}/{f}'[len(out) + 1:] for d, _, files in os.walk(out) for f in files}
    works = {path for path in works if is_work(path)}
    assert len(works) == num, len(works)
    assert listed(out, 'index.html') == works, 'the front page'
    for name in CLASSES:
        assert listed(out, f'{name}/index.html') == {w for w in works if w.startswith(name + '/')}, name
        for unit in UNITS:
            for folder in (f'{name}/{unit}', f'{name}/{unit}/konu'):
                assert listed(out, f'{folder}/index.html') == {w for w in works if w.startswith(folder + '/')}, folder
    for unit in UNITS:
        assert listed(out, f'birim/{unit}.html') == {w for w in works if w.split('/')[1] == unit}, unit
    print(len([f for d, _, files in os.walk(out) for f in files if 'harf_' in f]))


if __name__ == '__main__':
    {'make': make, 'check': check}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
