#!/usr/bin/env python3
"""Checks in records that the box of a note or of code reaches beyond its lines
on every sheet by its padding, also where it goes on to the next sheet. Prints
a line for each, as a suite does. matbu is named by $MATBU.

Usage: bands.py FOLDER"""
import os
import re
import subprocess
import sys

HEIGHT = 841.9                  # of a sheet [pt]
LEAST = 4                       # of 6 or 7 pt of padding [pt]
WORDS = 'kurum içi yazışmalar için kullanılan adresler'
LINES = [f'z{i} {WORDS}' for i in range(120)]

DOCUMENTS = {
    'note': '> [!NOTE]\n' + ''.join(f'> {s}\\\n' for s in LINES) + '> Son.\n',
    'quote in a note': '> [!NOTE]\n> Giriş.\n>\n' +
        ''.join(f'> > {s}\\\n' for s in LINES) + '> > Son.\n',
    'code': '```\n' + ''.join(f'{s}\n' for s in LINES) + '```\n',
    'code in a note': '> [!NOTE]\n> ```\n' +
        ''.join(f'> {s}\n' for s in LINES) + '> ```\n',
}


def output(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout \
        .decode('utf-8', 'replace')


def boxes(path, sheet):
    """The (top, bottom) of each high rectangle of the text's width."""
    page = output('qpdf', '--qdf', '--object-streams=disable',
                  '--warning-exit-0', '--empty', '--pages', path, str(sheet),
                  '--', '-')
    found = [tuple(map(float, m)) for m in re.findall(
        r'([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re', page)]
    return [(HEIGHT - y - h, HEIGHT - y) for _, y, w, h in found
            if w > 400 and h > 40]


def lines(path, sheet):
    """The (top, bottom) of each line of the box."""
    return [(float(a), float(b)) for a, b in re.findall(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">z\d+<', output(
            'pdftotext', '-bbox', '-f', str(sheet), '-l', str(sheet), path,
            '-'))]


def fault_of(path):
    sheets = int(re.search(r'Pages: +(\d+)', output('pdfinfo', path)).group(1))
    if sheets < 3:
        return f'{sheets} sheets'
    for sheet in range(1, sheets + 1):
        inside = lines(path, sheet)
        around = boxes(path, sheet)
        if not inside or not around:
            return f'sheet {sheet}: {len(inside)} lines, {len(around)} boxes'
        for top, bottom in around:
            above = inside[0][0] - top
            below = bottom - inside[-1][1]
            if above < LEAST or below < LEAST:
                return f'sheet {sheet}: {above:.1f} pt above the lines, ' \
                    f'{below:.1f} pt below'


def main(folder):
    subject = os.path.join(folder, 'content/klv/bim/deneme')
    os.makedirs(subject)
    for path in ('', 'klv', 'klv/bim', 'klv/bim/deneme'):
        with open(os.path.join(folder, 'content', path, 'index.md'), 'w',
                  encoding='utf-8') as f:
            f.write('# Deneme\n')
    for i, text in enumerate(DOCUMENTS.values()):
        with open(os.path.join(subject, f'd{i}_20240101_0.md'), 'w',
                  encoding='utf-8') as f:
            f.write(f'# Kutu\n\n{text}')
    out = os.path.join(folder, 'out')
    subprocess.run([os.environ['MATBU'], 'build', '--quiet', '--content',
        os.path.join(folder, 'content'), '--templates', 'templates', '--out',
        out], check=True)
    for i, name in enumerate(DOCUMENTS):
        fault = fault_of(os.path.join(out, f'klv/bim/deneme/d{i}.pdf'))
        print(f'FAIL box of a {name}: {fault}' if fault else
              f'ok box of a {name}')


main(sys.argv[1])
