#!/usr/bin/env python3
"""holes.py [-v] FOLDER FIRST NUM [FILE...]: no sheet before the last ends in a
hole.

Sets the random documents FIRST, FIRST + 1 … (documents.py), which it writes
into the folder, and the files, and measures how much of each sheet is empty: the distance from the last line or box to the foot
of the text, divided by the height of the text. More than a fifth is a fault,
except where the next sheet begins with a figure or a row that does not fit.
Prints the faults and, in the last line, how many sheets there are and the
largest hole; -v: what is allowed, too. matbu is named by $MATBU."""
import os
import re
import subprocess
import sys

import documents

# Of templates/sheet.xml: page height and margins [pt].
TOP = 25 * 72 / 25.4
BOTTOM = 841.9 - 29 * 72 / 25.4
LIMIT = 0.2
TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                         '../../templates')
HAIR = 15                       # space before and below a figure
# The headings of documents.py.
HEADING = re.compile(r'\d+(\.\d+|\.) ')
FRAME = re.compile(r'  (again )?(\w+) (\S+) (\S+) (\S+) (\S+)(?: "(.*)")?')


class Sheet:
    def __init__(self):
        self.body, self.foot = [], []

    def end(self):
        """Where the last line or box ends."""
        return max(y + h for _, y, h, _ in self.body + self.foot)

    def room(self):
        """Between the text and what stands below it."""
        return min([y for _, y, _, _ in self.foot], default=BOTTOM) - \
            max([y + h for _, y, h, _ in self.body], default=TOP)


def sheets_of(path):
    dump = subprocess.run([os.environ['MATBU'], 'build', '--templates',
                           TEMPLATES, '--dump', 'frames', path],
                          capture_output=True, text=True)
    if dump.returncode != 0:
        sys.exit(f'FAIL holes: {path}: {dump.stderr[:300]}')
    sheets = []
    for line in dump.stdout.split('\n'):
        if line.startswith('sheet '):
            sheets.append(Sheet())
            to = sheets[-1].body
        elif line == 'foot':
            to = sheets[-1].foot
        elif line:
            again, kind, _, y, _, h, text = FRAME.match(line).groups()
            if not again:
                to.append((kind, float(y), float(h), text))
    return sheets


def does_not_fit(sheet, room):
    """Whether the sheet begins with a picture, with its heading or without, or
    with a row, higher than that. A row has a frame around it."""
    body = sheet.body
    while len(body) > 1 and HEADING.match(body[0][3] or ''):
        body = body[1:]
    kind, _, h, _ = body[0]
    if kind in ('fill', 'frame') and body == sheet.body:
        h = max(h for kind, _, h, _ in body[:8] if kind == 'frame')
    elif kind != 'picture':
        return False
    return body[0][1] - sheet.body[0][1] + h > room - HAIR


def measure(path):
    """For each sheet before the last: its empty part, whether a figure or row
    that does not fit follows, the room between text and footnotes."""
    sheets = sheets_of(path)
    for s, after in zip(sheets, sheets[1:]):
        yield ((BOTTOM - s.end()) / (BOTTOM - TOP),
               not after.body or does_not_fit(after, s.room()),
               s.room() / (BOTTOM - TOP), after)


def report(name, path, verbose):
    """Prints the faults of a document. Returns for each sheet before the last:
    its empty part, and whether that is allowed."""
    found = []
    for n, (hole, allowed, room, after) in enumerate(measure(path), 1):
        found.append((hole, allowed))
        if hole > LIMIT and not allowed:
            print(f'FAIL holes: {name}: sheet {n} is {100 * hole:.0f} % empty '
                  f'before “{after.body[0][3] or after.body[0][0]}”')
        elif verbose and max(hole, room) > LIMIT:
            print(f'  {name}: sheet {n}: {100 * hole:.0f} % empty, '
                  f'{100 * room:.0f} % above the footnotes')
    return found


def main():
    args = [arg for arg in sys.argv[1:] if arg != '-v']
    folder, first, num = args[0], int(args[1]), int(args[2])
    documents.write_pictures(os.path.join(folder, 'resim'))
    found = []
    for seed in range(first, first + num):
        path = os.path.join(folder, f'belge{seed}.md')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(documents.markdown(documents.document(seed), 'resim'))
        found += report(f'document {seed}', path, '-v' in sys.argv)
    for path in args[3:]:
        found += report(os.path.basename(path), path, '-v' in sys.argv)
    large = [allowed for hole, allowed in found if hole > LIMIT]
    print(f'{len(found)} sheets, {large.count(False)} with a hole, '
          f'{large.count(True)} before a figure or row, largest other '
          f'{100 * max(hole for hole, allowed in found if not allowed):.1f} %')


if __name__ == '__main__':
    main()
