#!/usr/bin/env python3
"""gaps.py FILE.pdf...: how even the justified lines are. Prints for each file the mean gap between the words of a line, in
em of 10.5 pt: the median over the lines, what 95 % of them stay below, the widest; then the share of lines that end in a
hyphen, in percent, and the number of lines.

A line counts as justified when it has three words or more and reaches the right edge, where most lines end; what hangs
over the edge may do so by 4.5 pt. The words are where pdftotext (poppler-utils) sees them."""
import re
import statistics
import subprocess
import sys

EM = 10.5
LINE = re.compile(r'<line [^>]*xMax="([\d.]+)"[^>]*>(.*?)</line>', re.S)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>')
HYPHENS = ('-', '\u00ad', '\u2010')


def lines_of(path):
    """Right edge and words (left, right, text) of each line."""
    layout = subprocess.run(['pdftotext', '-bbox-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    for right, inner in LINE.findall(layout):
        yield float(right), [(float(start), float(end), text) for start, end, text in WORD.findall(inner)]


def measured(path):
    lines = list(lines_of(path))
    edge = statistics.mode(round(right) for right, words in lines if len(words) > 5)
    gaps, hyphens = [], 0
    for right, words in lines:
        if len(words) < 3 or abs(right - edge) > 4.5 or words[0][2].startswith('frm/'):
            continue
        between = [after[0] - before[1] for before, after in zip(words, words[1:])]
        gaps.append(statistics.mean(between) / EM)
        hyphens += words[-1][2].endswith(HYPHENS)
    gaps.sort()
    return statistics.median(gaps), gaps[int(.95 * len(gaps))], gaps[-1], 100 * hyphens / len(gaps), len(gaps)


for name in sys.argv[1:]:
    print('%.3f %.3f %.3f %.1f %d' % measured(name))
