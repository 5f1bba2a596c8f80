#!/usr/bin/env python3
"""A text of 16,000 lines takes at most three times as long as one of 8,000;
one in which every line is the same, or none, is bounded too.

growth.py MATBU FOLDER
"""
import os, random, resource, subprocess, sys

MATBU, FOLDER = sys.argv[1:]


def seconds(old, new):
    for name, lines in (('old', old), ('new', new)):
        with open('%s/%s.md' % (FOLDER, name), 'w') as f:
            f.write('# Deneme\n\n' + '\n\n'.join(lines) + '\n')
    best = None
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([MATBU, 'diff', FOLDER + '/old.md', FOLDER + '/new.md',
                        '--format', 'json'], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        best = took if best is None or took < best else best
    return best


def plain(n, r):
    old = ['satır %d %s' % (i, ' '.join(r.choice('abcdefgh')
                                       for _ in range(8)))
           for i in range(n)]
    new = [l if r.random() > .02 else l + ' x' for l in old]
    return old, new


def all_edited(n, r):
    old = ['%s %d yılında geçerlidir' % (r.choice(['bu', 'o', 'şu']), i)
           for i in range(n)]
    return old, [l + ' artık' for l in old]


def repeated(n, r):
    return ['aynı satır'] * n, ['aynı satır', 'öteki satır'] * (n // 2)


def shuffled(n, r):
    old = ['%d. metin' % (i % 50) for i in range(n)]
    new = list(old)
    r.shuffle(new)
    return old, new


def one_word(n, r):
    return [' '.join(['a', 'b'] * n)], [' '.join(['b', 'c', 'a'] * n)]


for make in plain, all_edited, repeated, shuffled, one_word:
    r = random.Random(7)
    half = seconds(*make(4000, r))
    whole = seconds(*make(8000, r))
    print('%s: %.0f ms, twice as much %.0f ms' % (
        make.__name__, half * 1000, whole * 1000), file=sys.stderr)
    if whole > 3 * half + .05:
        print('FAIL growth-%s: %.3f s, then %.3f s' % (make.__name__, half,
                                                       whole))
    else:
        print('ok growth-' + make.__name__)
