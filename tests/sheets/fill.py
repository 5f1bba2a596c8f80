#!/usr/bin/env python3
"""Fills sheets to every height and checks what no sheet may show.

For each kind of block below, documents are made in which the block begins
after 1, 2, 3 ... lines, so that it meets the end of the sheet in every way.
Prints a line for each kind and rule, as a suite does. matbu is named by
$MATBU; the first argument is a folder for the documents."""
import os
import re
import shutil
import subprocess
import sys

SCRATCH = sys.argv[1]
# Of templates/sheet.xml: page height and margins [pt].
BOTTOM = 841.9 - 29 * 72 / 25.4
TOP = 35 * 72 / 25.4
LEFT, WIDTH = 25 * 72 / 25.4, 160 * 72 / 25.4
SLACK = 0.15                    # the dump has one decimal
FILL = range(1, 46)             # lines before the block

WORDS = 'Kurum içi yazışmalar için kullanılan adresler burada durur'


class Frame:
    def __init__(self, line):
        m = re.match(r'  (again )?(\w+) (\S+) (\S+) (\S+) (\S+)(?: "(.*)")?',
                     line)
        self.again = bool(m.group(1))
        self.kind = m.group(2)
        self.x, self.y, self.w, self.h = map(float, m.groups()[2:6])
        self.text = m.group(7) or ''

    @property
    def end(self):
        return self.y + self.h


class Sheet:
    def __init__(self):
        self.body, self.foot = [], []

    def lines(self):
        return [f for f in self.body if f.kind == 'line']


def sheets_of(name, text):
    path = os.path.join(SCRATCH, f'{name}.md')
    open(path, 'w', encoding='utf-8').write(text)
    dump = subprocess.run([os.environ['MATBU'], 'build', '--dump', 'frames',
        path], capture_output=True, text=True)
    if dump.returncode != 0:
        sys.exit(f'FAIL fill: {name}: {dump.stderr[:200]}')
    sheets = []
    for line in dump.stdout.split('\n'):
        if line.startswith('sheet '):
            sheets.append(Sheet())
            to = sheets[-1].body
        elif line == 'foot':
            to = sheets[-1].foot
        elif line:
            to.append(Frame(line))
    return sheets


def filled(block, n):
    """A document whose block begins after n lines."""
    return '# Doluluk\n\n' + ''.join(f'Satır {i}.\\\n' for i in range(n - 1)) \
        + 'Son satır.\n\n' + block


# --- The blocks

def paragraphs():
    return '\n\n'.join(' '.join(f'k{k}w{i} ' + WORDS for i in range(k))
                       for k in range(2, 8)) + '\n'


def footnotes():
    return '\n\n'.join(f'p{k} ' + WORDS + f'[^{k}] devamı.\n\n[^{k}]: d{k} '
                       + ' '.join([WORDS] * 4) for k in range(1, 7)) + '\n'


def table():
    return 'Tablo: Çizelge\n\n| baş | değer |\n|---|---|\n' + \
        ''.join(f'| r{i} | {WORDS} |\n' for i in range(60))


def form():
    return '| No | Açıklama | İmza |\n|---|---|---|\n' + \
        ''.join(f'| {i} | {" ".join([WORDS] * 3)} | |\n' for i in range(9)) \
        + f'| 9 | {" ".join([WORDS] * 12)} | |\n'


def long_footnote(n):
    """A footnote that goes on below a repeated head and rows of any height."""
    row = f'| a | {" ".join([WORDS] * n)} |\n'
    return '| baş | değer |\n|---|---|\n| a[^1] | değer |\n' + row * 4 + \
        f'\n[^1]: {" ".join([WORDS] * 160)}\n'


def bold(n):
    return '**' + 'a' * n + ' yükseköğretimkurumlarındaki' * 40 + '**\n'


def heading():
    return f'## Başlık\n\n{" ".join([WORDS] * 6)}\n'


def sections():
    """Sections of one line, which need nothing of the next one."""
    return ''.join(f'## Bölüm {i}\n\nTek satır {i}.\n\n' for i in range(20))


def note():
    return '> [!NOTE]\n' + ''.join(f'> n{i} {WORDS}.\\\n' for i in range(9)) \
        + '> Son.\n'


def long_note():
    return '> [!NOTE]\n' + ''.join(f'> n{i} {WORDS}.\\\n' for i in range(70)) \
        + '> Son.\n'


def figure():
    return f'[](#genis) gösterir.\n\n' \
        '![Geniş bir resim](figur_20240101_0/genis.png "Yazı")\n\n## Sonra\n' \
        '\nBitti.\n'


def headings():
    """No sheet holds so many lines that stay together."""
    return ''.join(f'## Ardışık başlık {i}\n\n' for i in range(90)) + 'Son.\n'


def begun_footnote():
    """A footnote of more than half a sheet, which goes on on the next one."""
    return f'p1 {WORDS}[^1] {" ".join([WORDS] * 6)}\n\n' \
        f'[^1]: d1 {" ".join([WORDS] * 60)}\n'


def noted_box():
    """A box with such a footnote, which goes on below it."""
    return '> [!NOTE]\n' + ''.join(f'> n{i} {WORDS}.\\\n' for i in range(30)) \
        + f'> n30 {WORDS}[^1].\\\n' + ''.join(
            f'> n{i} {WORDS}.\\\n' for i in range(31, 60)) \
        + f'> Son.\n\n[^1]: {" ".join([WORDS] * 90)}\n'


def table_behind_figure():
    return '![Geniş bir resim](figur_20240101_0/genis.png "Yazı")\n\n' \
        + '| baş | değer |\n|---|---|\n' + ''.join(
            f'| r{i} | {WORDS} |\n' for i in range(60)) \
        + '\n[](#genis) gösterir.\n'


# --- The rules: each returns what is wrong, or None

def overflow(sheets):
    for n, s in enumerate(sheets, 1):
        top = min([f.y for f in s.foot], default=BOTTOM)
        if any(f.end > top + SLACK for f in s.body):
            return f'sheet {n}: the text reaches into the footnotes or margin'
        if any(f.end > BOTTOM + SLACK for f in s.foot):
            return f'sheet {n}: a footnote reaches into the margin'


def lone_line(sheets):
    for k in range(2, 8):
        parts, now = [], None
        for s in sheets:
            lines, inside = 0, now == k
            for f in s.lines():
                m = re.search(r'\bk(\d)w', f.text)
                if m:
                    now = int(m.group(1))
                lines += now == k
            if lines:
                parts.append(lines)
        if len(parts) > 1 and min(parts[0], parts[-1]) < 2:
            return f'paragraph {k}: {parts} lines on its sheets'


def note_elsewhere(sheets):
    for n, s in enumerate(sheets, 1):
        for f in s.lines():
            m = re.match(r'p(\d) ', f.text)
            if m and not any(re.search(rf'\bd{m.group(1)} ', g.text)
                             for g in s.foot):
                return f'sheet {n}: footnote {m.group(1)} is on another'


def early_break(sheets):
    """Room for the next paragraph and its footnote was left."""
    for s, after in zip(sheets, sheets[1:]):
        room = min([f.y for f in s.foot], default=BOTTOM) - \
            max(f.end for f in s.body)
        if room > 200:
            return f'{room:.0f} pt are empty'


def hole(sheets):
    """More than a fifth of a sheet is empty."""
    for n, s in enumerate(sheets[:-1], 1):
        room = min([f.y for f in s.foot], default=BOTTOM) - \
            max(f.end for f in s.body)
        if room > (BOTTOM - TOP) / 5:
            return f'sheet {n}: {room:.0f} pt are empty'


def room_for_section(sheets):
    for s, after in zip(sheets, sheets[1:]):
        room = BOTTOM - max(f.end for f in s.body)
        if room > 60:               # a section takes 54
            return f'{room:.0f} pt are empty'


def headless(sheets):
    for n, s in enumerate(sheets, 1):
        rows = [f for f in s.lines() if re.match(r'r\d', f.text)]
        heads = [f for f in s.lines() if f.text.startswith('baş')]
        if rows and not (heads and heads[0].y < rows[0].y):
            return f'sheet {n}: rows without a head'
        if heads and not rows:
            return f'sheet {n}: a head without rows'
        if rows and n < len(sheets) and len(rows) == 1:
            return f'sheet {n}: a single row'
        if any(f.text.startswith('Tablo-1') for f in s.lines()) and not rows:
            return f'sheet {n}: a caption without rows'


def narrow_column(sheets):
    """A column for handwriting is at least 25 mm wide."""
    for s in sheets:
        rules = [f.x for f in s.body if f.kind == 'rule' and f.w == 0]
        if rules and LEFT + WIDTH - max(rules) < 25 * 72 / 25.4 - SLACK:
            return f'{LEFT + WIDTH - max(rules):.1f} pt for handwriting'


def last_on_sheet(what, least):
    def rule(sheets):
        for n, s in enumerate(sheets[:-1], 1):
            lines = [f.text for f in s.lines()]
            for i, text in enumerate(lines):
                if text.startswith(what) and len(lines) - i - 1 < least:
                    return f'sheet {n} ends soon after “{what}”'
    rule.__name__ = 'last on sheet'
    return rule


def hyphenated(sheets):
    for s in sheets:
        for f in s.lines():
            if f.text.rstrip().endswith(('-', '\u2010', '\u00ad')):
                return f.text


def note_divided(sheets):
    found = [n for n, s in enumerate(sheets) for f in s.lines()
             if re.match(r'n\d ', f.text)]
    if found and min(found) != max(found):
        return 'the note is divided'


KINDS = [
    ('paragraphs', paragraphs, [overflow, lone_line, early_break]),
    ('footnotes', footnotes, [overflow, note_elsewhere, early_break]),
    ('table', table, [overflow, headless, early_break]),
    ('form', form, [overflow, narrow_column]),
    ('heading', heading, [overflow, last_on_sheet('Başlık', 2)]),
    ('sections', sections, [overflow, last_on_sheet('Bölüm', 1),
                            room_for_section]),
    ('note', note, [overflow, last_on_sheet('Not', 1), note_divided]),
    ('long note', long_note, [overflow, last_on_sheet('Not', 2)]),
    ('figure', figure, [overflow]),
    ('long footnote', long_footnote, [overflow]),
    ('headings', headings, [overflow, hole]),
    ('begun footnote', begun_footnote, [overflow, note_elsewhere, hole]),
    ('noted box', noted_box, [overflow, hole]),
    ('table behind figure', table_behind_figure, [overflow, headless, hole]),
    ('bold', bold, [hyphenated]),
]


def main():
    os.makedirs(os.path.join(SCRATCH, 'figur_20240101_0'), exist_ok=True)
    shutil.copy('tests/sheets/breaks/genis.png',
                os.path.join(SCRATCH, 'figur_20240101_0/genis.png'))
    heights = set()
    for name, block, rules in KINDS:
        faults = {}
        for n in FILL:
            text = block(n) if block.__code__.co_argcount else block()
            sheets = sheets_of('figur_20240101_0', filled(text, n))
            for rule in rules:
                fault = rule(sheets)
                if fault:
                    faults.setdefault(rule.__name__, f'{n} lines: {fault}')
            heights |= {f.h for s in sheets for f in s.body
                        if f.kind == 'picture'}
        for rule in rules:
            what = f'fill {name} {rule.__name__}'.replace('_', ' ')
            fault = faults.get(rule.__name__)
            print(f'FAIL {what}: {fault}' if fault else f'ok {what}')
    full = max(heights)
    small = [h for h in heights if h < full - SLACK]
    fair = small and min(small) >= 0.8 * full - SLACK
    print('ok fill figure is shrunk' if fair else
          f'FAIL fill figure is shrunk: heights {sorted(heights)}')


main()
