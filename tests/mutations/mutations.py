#!/usr/bin/env python3
"""Mutation tests: each block of the .txt files here is a fault of one line.

    page-footnotes                  the name, and the suites that must fail
    in src/layout/paginate.c        the file
    by sheets unit:line             the suites that must report the fault;
                                    of “unit” and “diags” these cases alone
    -	old line                    it stands once in the file
    +	new line
    survives: reason                instead of “by”: no suite can tell

Usage: mutations.py --check         every old line stands once in its file
       mutations.py [NAME...]       applies each to a copy of the tree, builds
                                    it, and runs the suites
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TIMEOUT = 900                                   # [s], for one suite


class Mutation:
    def __init__(self, name):
        self.name = name
        self.file = self.old = self.new = self.reason = None
        self.suites = []


def read_file(path):
    """Returns the mutations of a file, in its order."""
    found = []
    for number, line in enumerate(open(path, encoding='utf-8'), 1):
        line = line.rstrip('\n')
        if line == '' or line.startswith('#'):
            continue
        m = found[-1] if found else None
        if re.fullmatch(r'[a-z0-9-]+', line):
            found.append(Mutation(line))
        elif line.startswith('in '):
            m.file = line[3:]
        elif line.startswith('by '):
            m.suites = line[3:].split()
        elif line.startswith('survives: '):
            m.reason = line[10:]
        elif line.startswith('-\t'):
            m.old = line[2:]
        elif line.startswith('+\t'):
            m.new = line[2:]
        else:
            sys.exit(f'{path}:{number}: not a line of a mutation')
    return found


def read_all():
    found = []
    for name in sorted(os.listdir(HERE)):
        if name.endswith('.txt'):
            found += read_file(os.path.join(HERE, name))
    names = [m.name for m in found]
    twice = {n for n in names if names.count(n) > 1}
    if twice:
        sys.exit(f'names that occur twice: {" ".join(sorted(twice))}')
    return found


def position(m, root):
    """Returns the lines of the file and the index of the old one, or None."""
    path = os.path.join(root, m.file)
    if not os.path.exists(path):
        return None, None
    lines = open(path, encoding='utf-8').read().split('\n')
    at = [i for i, line in enumerate(lines) if line.strip() == m.old.strip()]
    return lines, at[0] if len(at) == 1 else None


def fault_of(m):
    """Returns what is wrong with the block itself, or None."""
    if not (m.file and m.old is not None and m.new is not None):
        return 'a line is missing'
    if bool(m.suites) == bool(m.reason):
        return 'needs either “by” or “survives”'
    if position(m, ROOT)[1] is None:
        return f'its line does not stand once in {m.file}'
    return None


def check(mutations):
    for m in mutations:
        fault = fault_of(m)
        if fault:
            print(f'FAIL mutation {m.name}: {fault}')
    print(f'ok {len(mutations)} mutations were looked for')


def run(command, root):
    """Returns the exit status and the output; a time-out is a failure."""
    process = subprocess.Popen(command, cwd=root, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True)
    try:
        output = process.communicate(timeout=TIMEOUT)[0]
        return output, process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        return process.communicate()[0], 1


def fails(suite, root):
    name, _, only = suite.partition(':')
    command = ['make', '-s', f'test-{name}']
    if only:
        command.append(f'ONLY={only.replace(",", " ")}')
    return run(command, root)[1] != 0


def try_one(m, root):
    """Returns the suite that reports the mutation, or None."""
    lines, at = position(m, root)
    path = os.path.join(root, m.file)
    whole = '\n'.join(lines)
    indent = re.match(r'\s*', lines[at]).group()
    lines[at] = indent + m.new.strip()
    open(path, 'w', encoding='utf-8').write('\n'.join(lines))
    try:
        output, status = run(['make', '-s', '-j2'], root)
        if status != 0:
            return f'no build: {output[-200:]}'
        for suite in m.suites:
            if fails(suite, root):
                return suite
        return None
    finally:
        open(path, 'w', encoding='utf-8').write(whole)


def failing_suites(mutations, root):
    """Returns the suites that fail without any mutation: they prove
    nothing."""
    suites = sorted({s for m in mutations for s in m.suites})
    return [s for s in suites if fails(s, root)]


def copy_tree(to):
    """Copies the tree as it is, with what has been built."""
    shutil.copytree(ROOT, to, symlinks=True, ignore=lambda folder, names: [
        n for n in names if folder == ROOT and n == '.git'])


def test(mutations):
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        root = os.path.join(scratch, 'matbu')
        copy_tree(root)
        failing = failing_suites(mutations, root)
        if failing:
            sys.exit(f'fail without a mutation: {" ".join(failing)}')
        for m in mutations:
            fault = fault_of(m)
            if m.reason and not fault:
                print(f'skip {m.name}: survives: {m.reason}')
                continue
            by = None if fault else try_one(m, root)
            if fault or by is None or by.startswith('no build'):
                failed += 1
                print(f'FAIL {m.name}: {fault or by or "survived"}')
            else:
                print(f'ok {m.name}: {by}')
            sys.stdout.flush()
    killed = len(mutations) - failed
    print(f'{killed} of {len(mutations)} mutations are reported')
    return failed


def main():
    mutations = read_all()
    if sys.argv[1:] == ['--check']:
        check(mutations)
        return
    wanted = sys.argv[1:]
    unknown = set(wanted) - {m.name for m in mutations}
    if unknown:
        sys.exit(f'unknown: {" ".join(sorted(unknown))}')
    chosen = [m for m in mutations if not wanted or m.name in wanted]
    sys.exit(test(chosen) != 0)


if __name__ == '__main__':
    main()
