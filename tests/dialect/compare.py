# SPDX-License-Identifier: ISC
"""compare.py CONTENT OUT: the words and the ids of released pages and of their
records, one line for each edition."""
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'seed'))
import onetext  # noqa: E402
import page  # noqa: E402
import words  # noqa: E402


def ids_of_page(text):
    """All but those of the templates and of what matbu adds."""
    return {n.attrs['id'] for n in page.read(text).find(
        lambda n: 'id' in n.attrs) if not n.attrs['id'].startswith('m_')}


def ids_of_record(path):
    told = json.loads(subprocess.run(
        ['qpdf', '--json=2', '--json-key=qpdf', path], check=True,
        stdout=subprocess.PIPE).stdout)
    found = set()
    for value in told['qpdf'][1].values():
        value = value.get('value')
        if isinstance(value, dict) and isinstance(
                value.get('/Names'), list):
            found |= {n.removeprefix('u:') for n in value['/Names'][::2]
                      if isinstance(n, str)}
    return {i for i in found if re.fullmatch('[a-z0-9-]+', i)}


def compare(source, built, record):
    html = words.load(built)
    of_page = ' '.join(words.words_of_page(html))
    of_record = ' '.join(onetext.counted(onetext.poppler(record)).replace(
        onetext.PICTURE, '').split())
    if of_page != of_record:
        return 'page “%s”, record “%s”' % (of_page, of_record)
    # The page has the title above the text: nothing leads there.
    title = words.slug(page.text_of(page.read(html).find(
        lambda n: n.name == 'h1')[0]))
    ids = ids_of_page(html) | {title}
    if ids != ids_of_record(record):
        return 'ids %s, record %s' % (sorted(ids),
                                      sorted(ids_of_record(record)))
    return None


def main(content, out):
    for path in sorted(onetext.editions(content)):
        fault = compare(os.path.join(content, path + '.md'),
                        os.path.join(out, path + '.html'),
                        os.path.join(content, path + '.pdf'))
        print('ok ' + path if fault is None else
              'FAIL %s: %s' % (path, fault))


main(sys.argv[1], sys.argv[2])
