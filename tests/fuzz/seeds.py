#!/usr/bin/env python3
"""seeds.py SOURCES NAMES: writes what the fuzzers begin with. Into the folder SOURCES the examples of the CommonMark
specification, the pages of the tests and what was once a fault; into NAMES the names of the test collections. A page
appears once for each kind of front matter, which the fuzzer takes from the length."""
import glob
import os
import re
import sys

SPEC = 'tests/web/node_modules/commonmark-spec/spec.txt'
PAGES = ('tests/gate/**/*.md', 'tests/cases/**/*.md', 'content/**/*.md', 'tests/sites/**/*.md', 'tests/fuzz/found/*')


def examples():
    with open(SPEC, encoding='utf-8') as file:
        text = file.read()
    for example in re.findall(r'^`{32} example\n(.*?)^\.\n', text, re.M | re.S):
        yield example.replace('→', '\t').encode()


def pages():
    for pattern in PAGES:
        for path in sorted(glob.glob(pattern, recursive=True)):
            with open(path, 'rb') as file:
                yield file.read()


def lists():
    """The names of each collection, a line each."""
    for root in ['content', *sorted(glob.glob('tests/sites/*/')), *sorted(glob.glob('tests/gate/*/'))]:
        lines = []
        for base, folders, files in os.walk(root):
            base = os.path.relpath(base, root)
            lines += [os.path.normpath(os.path.join(base, name)) for name in sorted(files)]
            lines += [os.path.normpath(os.path.join(base, name)) + '/' for name in sorted(folders)]
        yield '\n'.join(lines[:40]).encode()
    with open('tests/fuzz/names.txt', 'rb') as file:
        yield from file.read().split(b'\n\n')


def write(folder, contents):
    os.makedirs(folder, exist_ok=True)
    for number, content in enumerate(contents):
        with open(os.path.join(folder, f'{number:05d}'), 'wb') as file:
            file.write(content)


def main(sources, names):
    if not os.path.exists(SPEC):
        sys.exit('the specification is missing (make setup-test)')
    kinds = [page + b'\n' * more for page in pages() for more in range(4)]
    write(sources, [*examples(), *kinds])
    write(names, lists())


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
