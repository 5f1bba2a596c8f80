#!/usr/bin/env python3
"""documents.py FOLDER SPEC: writes documents into the folder whose titles are peeked at, and prints their paths: every Markdown
file of tests/ and content/ and every example of the CommonMark specification, as they are, below a title, and below front
matter and a title; titles full of marks; and texts about as deep as may be."""
import os
import random
import re
import sys

FRONT = '---\nözet: Bir özet\ngözden-geçirme: 12 ay\n---\n'
MARKS = ['a', 'ş', ' ', '  ', '*', '**', '_', '`', '[', ']', '[x]', '(y)', '!', '<', '>', '&', '&amp;', '\\', '#', ' #', ' ##',
         '\t', '\\#', 'http', 'https://x.tr', '|', '~', ':', '"', '“', '^', '[^1]', '{', '=', '-', '+', '1.', '\xa0', '\u200b']


def bodies(spec):
    for top in ('tests', 'content'):
        for folder, folders, files in sorted(os.walk(top)):
            folders[:] = [f for f in folders if f != 'node_modules']
            for name in sorted(f for f in files if f.endswith('.md')):
                with open(os.path.join(folder, name), 'rb') as file:
                    yield file.read()
    if os.path.exists(spec):
        with open(spec, encoding='utf-8') as file:
            for example in re.findall(r'^`{32} example\n(.*?)^\.$', file.read(), re.M | re.S):
                yield example.replace('→', '\t').encode()


def titles(shuffle):
    for first in MARKS:
        for second in MARKS:
            yield f'# {first}{second}\n'
    for _ in range(2000):
        marks = ''.join(shuffle.choice(MARKS) for _ in range(shuffle.randint(1, 6)))
        yield shuffle.choice(['', '', '', ' ', '    ', '#', '> ', 'x\n']) + f'# {marks}\n'


def deep(shuffle):
    for levels in range(40, 72):
        yield '>' * levels + ' x'
        yield '> ' * levels + 'x\nlazy *x*'
        yield '- ' * levels + 'x'
        yield '1. ' * levels + 'x'
        yield '*' * levels + 'x' + '*' * levels
        yield '*a ' * levels + 'x' + '*' * levels
        yield '**a ' * levels + 'x' + '**' * levels
        yield '![' * levels + 'x' + '](y)' * levels
        yield '> ' * (levels // 2) + '*a ' * (levels - levels // 2) + 'x' + '*' * levels
        yield '[^1]\n\n[^1]: ' + '> ' * levels + 'x'
        yield '\n'.join('  ' * i + '- x' for i in range(levels))
        yield '\n\n'.join('  ' * i + '- x' for i in range(levels))
        yield '\n'.join('\t' * i + '- x' for i in range(levels))
        yield '- ' * levels + '\n' + '**\n' + '*a ' * 20 + 'x' + '*' * 20
        yield '| a |\n|---|\n| ' + '*a ' * levels + 'x' + '*' * levels + ' |'
    for _ in range(2000):
        yield '\n'.join(''.join(shuffle.choice(['> ', '- ', '1. ', '  ', '*a ', '_b ', '![', '](y)', '*', '_', '\t', 'x'])
                                for _ in range(shuffle.randint(10, 60))) for _ in range(shuffle.randint(1, 4)))


def documents(spec, shuffle):
    for body in bodies(spec):
        yield body
        yield '# Belge adı – 2\n\n'.encode() + body
        yield (FRONT + '\n# Belge\n').encode() + body
    for title in titles(shuffle):
        yield (title + '\nMetin.\n\n[x]: /y\n\n[^1]: z\n').encode()
    for text in deep(shuffle):
        yield ('# Derin\n\n' + text + '\n').encode()


def main(folder, spec):
    for number, text in enumerate(documents(spec, random.Random(1))):
        path = os.path.join(folder, f'{number:05d}.md')
        with open(path, 'wb') as file:
            file.write(text)
        print(path)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
