#!/usr/bin/env python3
"""Checks the fields of a record on a landscape sheet, which is upright paper
that is shown turned: each widget stands where the text around it leaves room
for it, and what it shows or is typed in it stands upright for the reader.
Prints a line for each, as a suite does. matbu is named by $MATBU.

Usage: turned.py FOLDER"""
import json
import os
import re
import subprocess
import sys

TEXT = '''Ad: [ ____ ]({0}-ad "Ad")

- [ ] {0} kutu

Sonra {0}: ( ) evet ( ) olmaz
'''
SOURCE = '# Form\n\n' + TEXT.format('dik') + '\n::: yatay\n' + TEXT.format(
    'yatay') + '\n:::\n'
SLACK = 8                               # [pt]


def output(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def fields_of(path):
    """The widgets of a record by sheet: (name, rect, object)."""
    objects = json.loads(output('qpdf', '--json=2', '--decode-level=none',
                                path))['qpdf'][1]
    sheets = []
    for page in objects['obj:' + pages_of(objects)]['value']['/Kids']:
        page = objects['obj:' + page]['value']
        sheets.append([objects['obj:' + a]['value']
                       for a in page.get('/Annots', [])
                       if objects['obj:' + a]['value']['/Subtype'] ==
                       '/Widget'])
    return objects, sheets


def pages_of(objects):
    root = objects['trailer']['value']['/Root']
    return objects['obj:' + root]['value']['/Pages']


def appearance(objects, widget):
    """The dictionary of its appearance (of the last state, if it has some)."""
    normal = widget['/AP']['/N']
    if isinstance(normal, dict):
        normal = sorted(normal.items())[-1][1]
    return objects['obj:' + normal]['stream']['dict']


def size(widget, turned):
    a, b, c, d = widget['/Rect']
    return (round(d - b, 1), round(c - a, 1)) if turned else \
        (round(c - a, 1), round(d - b, 1))


def fault_of(path):
    objects, sheets = fields_of(path)
    if [len(s) for s in sheets] != [4, 4]:
        return f'{[len(s) for s in sheets]} fields on the sheets'
    for up, side in zip(*sheets):
        turned = appearance(objects, side).get('/Matrix')
        height = appearance(objects, side)['/BBox'][3]
        if '/MK' in up or '/Matrix' in appearance(objects, up):
            return 'an upright field is turned'
        if side.get('/MK') != {'/R': 90}:
            return 'what is typed is not turned'
        if turned != [0, 1, -1, 0, height, 0]:
            return f'its appearance has the matrix {turned}'
        if size(up, False)[1] != size(side, True)[1]:
            return f'its size is {size(side, True)}, not {size(up, False)}'
    # The last button is just left of its word, in the middle of the line.
    word = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" '
                     r'yMax="([\d.]+)">olmaz<', output('pdftotext', '-bbox',
                     '-f', '2', path, '-').decode())
    left, top, bottom = map(float, word.groups())
    a, b, c, d = sheets[1][-1]['/Rect']
    if not (0 < left - d < SLACK and top < (a + c) / 2 < bottom):
        return f'its button is at {sheets[1][-1]["/Rect"]}, not at its word'
    return None


def main():
    source = os.path.join(sys.argv[1], 'content/frm/bim/alan')
    out = os.path.join(sys.argv[1], 'out')
    os.makedirs(source)
    for folder, title in (('', 'Kurum'), ('frm', 'Formlar'), ('frm/bim', 'B'),
                          ('frm/bim/alan', 'A')):
        path = os.path.join(sys.argv[1], 'content', folder, 'index.md')
        open(path, 'w', encoding='utf-8').write(f'# {title}\n')
    path = os.path.join(source, 'form_20260101_0.md')
    open(path, 'w', encoding='utf-8').write(SOURCE)
    subprocess.run([os.environ['MATBU'], 'build', '--quiet', '--date',
                    '2026-06-01', '--templates', 'templates', '--content',
                    os.path.join(sys.argv[1], 'content'), '--out', out],
                   check=True)
    fault = fault_of(os.path.join(out, 'frm/bim/alan/form.pdf'))
    print(f'FAIL fields on a turned sheet: {fault}' if fault else
          'ok fields on a turned sheet')


main()
