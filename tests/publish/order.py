#!/usr/bin/env python3
"""Replays a publish from its system calls and checks what a reader sees after
each of them: the order in which files become visible, and that no link leads
nowhere on a page that is reached from the first one.

Usage: order.py NAME TRACE SITE BEFORE
TRACE is of strace -f -y; SITE what the publish left; BEFORE a copy of what was
there. Prints a line for each rule, as a suite does."""
import os
import re
import sys
from urllib.parse import unquote, urldefrag, urljoin

LISTING, CHECKPOINT = '.matbu-site', 'checkpoint.txt'
INDEXES = ('.xml', '.json', '.tsv', '.csv')
RENAME = re.compile(r'renameat2?\([^,]*, "(?:[^"\\]|\\.)*", '
                    r'\w+<([^>]*)>, "([^"]*)"(?:, \w+)?\) += 0')
REMOVE = re.compile(r'unlinkat\(\w+<([^>]*)>, "([^"]*)", 0\) += 0')


def steps_of(trace, site):
    """The writes ('+') and removals ('-') in the site, in their order."""
    steps = []
    for line in open(trace, encoding='utf-8'):
        for sign, pattern in (('+', RENAME), ('-', REMOVE)):
            m = pattern.search(line)
            if not m:
                continue
            path = os.path.normpath(os.path.join(*m.groups()))
            if path.startswith(site + '/') and '/.matbu-lock' not in path:
                steps.append((sign, os.path.relpath(path, site)))
    return steps


def files_of(folder):
    return {os.path.relpath(os.path.join(at, name), folder)
            for at, _, names in os.walk(folder) for name in names}


def rank(sign, path, before):
    """The place of a step in the promised order."""
    if path == CHECKPOINT:
        return 7, 0
    if sign == '-':
        return 5, 0
    if path == LISTING:
        return 6, 0
    if path == 'register.tsv':
        return 4, 0
    phase = 2 if path in before else 0
    leads = path.endswith('.html') and (path.count('/') < 2 or '/harf_' in path) and path != 'verify.html'
    if leads or (path.startswith('ara/') and path.count('/') < 4) or os.path.basename(path) == 'index.html' or path.endswith(INDEXES):
        return phase + 1, -path.count('/')
    return phase, path.endswith('.html')


def wrong_order(steps, before, _):
    if len(steps) < 9 or steps[0] != ('+', LISTING):
        return f'{len(steps)} steps, the first is {steps[:1]}'
    for (s, a), (t, b) in zip(steps[1:], steps[2:]):
        if rank(s, a, before) > rank(t, b, before):
            return f'{a} before {b}'


def links_of(page, path):
    for link in re.findall(r'(?:href|src)="([^"]+)"', page):
        if not re.match(r'[a-z]+:', link):
            yield unquote(urldefrag(urljoin('http://x/' + path, link))[0]
                          )[len('http://x/'):]


def dead_link(seen):
    """A link that leads nowhere, on a page that a reader reaches."""
    todo, known = ['index.html'], {'index.html'}
    while todo:
        path = todo.pop()
        if not path.endswith('.html'):
            continue
        for link in links_of(seen[path], path):
            if link not in seen:
                return f'{path}: {link}'
            if link not in known:
                known.add(link)
                todo.append(link)


def read(folder, path):
    with open(os.path.join(folder, path), 'rb') as f:
        return f.read().decode('utf-8', 'replace')


def broken(steps, before, folders):
    site, old = folders
    seen = {path: read(old, path) for path in before}
    for n, (sign, path) in enumerate(steps, 1):
        if sign == '-':
            seen.pop(path, None)
        elif os.path.exists(os.path.join(site, path)):
            seen[path] = read(site, path)
        fault = 'index.html' in seen and dead_link(seen)
        if fault:
            return f'after step {n} of {len(steps)} ({path}): {fault}'
    if set(seen) != files_of(site):
        return f'not all steps were seen: {set(seen) ^ files_of(site)}'


def main(name, trace, site, old):
    site = os.path.realpath(site)
    before = files_of(old)
    steps = steps_of(trace, site)
    for what, rule in (('order', wrong_order), ('whole', broken)):
        fault = rule(steps, before, (site, old))
        print(f'FAIL {name}-{what}: {fault}' if fault else
              f'ok {name}-{what}')


main(*sys.argv[1:])
