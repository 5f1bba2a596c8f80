"""rows.py MATBU CONTENT CHECKPOINT COPY ROUNDS: rewrites of history.

CONTENT holds a register, CHECKPOINT was taken of it, COPY is the register with
the checkpoint beside it. Cuts, replaces, swaps, inserts and doubles rows, with
the chain as it was or written anew, and compares what matbu verify --since
says with the first row that differs. The register is left as it was.
"""
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys

matbu, content, alone, copy, rounds = sys.argv[1:]
register = os.path.join(content, 'register.tsv')
with open(register, encoding='utf-8') as file:
    head, *rows = file.read().splitlines()
kept = int(open(alone, encoding='utf-8').read().splitlines()[1])
beside = os.path.join(os.path.dirname(copy), 'checkpoint.txt')
shutil.copy(alone, beside)
rng = random.Random(20190115)


def chained(lines):
    """The rows with a chain that fits."""
    last, out = 'chain', []
    for line in lines:
        columns = line.rsplit('\t', 1)[0]
        last = hashlib.sha256(f'{last}\n{columns}\n'.encode()).hexdigest()
        out.append(f'{columns}\t{last}')
    return out


def with_note(row):
    columns = row.split('\t')
    columns[7] = 'not %d' % rng.randrange(10**6)
    return '\t'.join(columns)


def cut(lines):
    del lines[rng.randrange(len(lines)):]


def drop(lines):
    del lines[rng.randrange(len(lines))]


def replace(lines):
    i = rng.randrange(len(lines))
    lines[i] = with_note(lines[i])


def swap(lines):
    i = rng.randrange(len(lines) - 1)
    lines[i], lines[i + 1] = lines[i + 1], lines[i]


def double(lines):
    i = rng.randrange(len(lines))
    lines.insert(i, lines[i])


def flip(lines):
    i = rng.randrange(len(lines))
    at = rng.randrange(len(lines[i]))
    lines[i] = lines[i][:at] + rng.choice('abc0-\t') + lines[i][at + 1:]


def run(checkpoint):
    return subprocess.run(
        [matbu, 'verify', '--since', checkpoint, '--content', content],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        env={**os.environ, 'LC_ALL': 'en'})


def places(said):
    """The lines of the register that messages name."""
    return [int(n) for n in re.findall(rb'register\.tsv:(\d+):', said)]


def check(lines, what):
    first = next((i for i in range(kept) if i >= len(lines) or
                  lines[i] != rows[i]), None)
    with open(register, 'w', encoding='utf-8') as out:
        out.write('\n'.join([head, *lines]) + '\n')
    for checkpoint in (alone, beside):
        done = run(checkpoint)
        named = places(done.stdout)
        if first is None:
            good = done.returncode == 0 or (lines != rows[:len(lines)] and
                                            done.returncode == 1)
        elif checkpoint == beside:
            good = done.returncode == 1 and first + 2 in named
        else:
            good = done.returncode == 1 and named and max(named) >= first + 2
        if not good:
            sys.exit(f'{what}: row {first}: {done.returncode} {done.stdout}')
    return first is not None


caught = 0
for _ in range(int(rounds)):
    lines = list(rows)
    change = rng.choice((cut, drop, replace, swap, double, flip))
    change(lines)
    anew = rng.random() < .5 and change is not flip
    caught += check(chained(lines) if anew else lines,
                    change.__name__ + ', chained anew' * anew)
assert not check(rows, 'unchanged')
if caught < int(rounds) / 2:
    sys.exit(f'only {caught} of {rounds} changed a row')
print(f'{caught} of {rounds}')
