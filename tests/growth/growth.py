"""Measures growth: growth.py MATBU FOLDER. Makes a register or a collection of
a kind in two sizes, one FACTOR times the other, runs a command on both, and
compares user time and memory. No absolute times. First each is measured once,
as many at a time as there are processors; they disturb one another, so what
seems to grow too much, by stricter limits, is measured alone, up to ATTEMPTS
times."""
import concurrent.futures
import hashlib
import multiprocessing
import os
import random
import shutil
import subprocess
import sys

MATBU, ROOT = os.path.abspath(sys.argv[1]), sys.argv[2]
TEMPLATES = os.path.abspath('templates')
FACTOR, TIME_MAX, MEMORY_MAX, ATTEMPTS = 4, 6.5, 5, 3
TIME_MAX_BESIDE = 5.5
HEADER = 'date\tevent\tedition\tby\tsource\trecord\tpress\tnote\tchain'
TEXT = b'# Metin\n\nBir metin.\n'
PDF = b'%PDF-1.7\n/Root startxref\n%%EOF\n'


def sha(data):
    return hashlib.sha256(data).hexdigest()


def release(edition):
    name = edition.rsplit('/', 1)[1]
    source = sha(f'{sha(TEXT)}  {name}.md\n'.encode())
    return ('2020-01-02', 'release', edition, '–', source, sha(PDF), '–', 'ilk')


def event(kind, edition, note='bir not', day='2020-01-02'):
    return (day, kind, edition, 'Daire', '–', '–', '–', note)


def flat(i):
    return f'frm/bim/k/a{i}_20200101_0'


# --- Kinds of registers: from a number of rows to the rows

def of_one(kind, note='bir not'):
    return lambda n: [release(flat(0))] + [event(kind, flat(0), note)] * (n - 1)


def of_many(kind):
    return lambda n: [release(flat(i)) for i in range(n // 2)] + [
        event(kind, flat(i)) for i in range(n // 2)]


def releases(n):
    return [release(flat(i)) for i in range(n)]


def revisions(n):
    return [release(f'frm/bim/k/a_20200101_{i}') for i in range(n)]


def in_turn(n):
    kinds = ('warn', 'review', 'lift')
    return [release(flat(0))] + [event(kinds[i % 3], flat(0))
                                 for i in range(n - 1)]


def of_days(n):
    rows = [release(flat(0))]
    for i in range(n - 1):
        day = f'{2021 + i // 1000}-{1 + i // 100 % 10:02}-{1 + i // 5 % 20:02}'
        rows.append(event('review', flat(0), day=day))
    return rows


REGISTERS = {kind: of_one(kind) for kind in
             ('review', 'warn', 'lift', 'withdraw', 'erase')}
REGISTERS.update({kind + ' of many': of_many(kind) for kind in
                  ('review', 'warn', 'withdraw', 'erase')})
REGISTERS.update({
    'releases': releases, 'revisions': revisions, 'in turn': in_turn,
    'reviews asked for': of_one('review', '(sonraki: 2021-01-01) ' * 20)})
LONG_NOTE = of_one('warn', 'x' * 5000)


# --- Orders, as another program may save them

def as_it_was(lines):
    return lines


def reversed_lines(lines):
    return lines[::-1]


def days_shuffled(lines):
    random.Random(1).shuffle(lines)
    return sorted(lines, key=lambda line: line[:10], reverse=True)


def chained(rows):
    chain, lines = 'chain', []
    for row in rows:
        line = '\t'.join(row)
        chain = sha(f'{chain}\n{line}\n'.encode())
        lines.append(f'{line}\t{chain}')
    return lines


def write_lines(folder, lines):
    os.makedirs(folder, exist_ok=True)
    with open(folder + '/register.tsv', 'w') as file:
        file.write('\n'.join([HEADER, *lines, '']))


def write_register(folder, rows, order=as_it_was):
    write_lines(folder + '/content', order(chained(rows)))


# --- Registers of two clerks, as git puts them together

def one_after_the_other(ours, theirs):
    return ours + theirs


def theirs_reversed(ours, theirs):
    return ours + theirs[::-1]


def in_alternation(ours, theirs):
    return [line for pair in zip(ours, theirs) for line in pair]


def make_union(join):
    def make(folder, n):
        begin(folder)
        write_edition(folder, flat(0))
        first = [release(flat(0))]
        branches = [chained(first + [event('review', flat(0), f'{name}{i}')
                                     for i in range(n // 2)])
                    for name in ('a', 'b')]
        write_lines(folder + '/content', branches[0][:1] + join(
            branches[0][1:], branches[1][1:]))
    return make


def write_index(folder):
    os.makedirs(folder, exist_ok=True)
    with open(folder + '/index.md', 'w') as file:
        file.write('# Klasör\n')


def begin(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for name in ('', '/frm', '/frm/bim'):
        write_index(folder + '/content' + name)


def write_edition(folder, edition, text=TEXT):
    path = f'{folder}/content/{edition}'
    if not os.path.exists(os.path.dirname(path)):
        write_index(os.path.dirname(path))
    for end, data in (('.md', text), ('.pdf', PDF)):
        with open(path + end, 'wb') as file:
            file.write(data)


def make_register(rows, order):
    def make(folder, n):
        begin(folder)
        entered = rows(n)
        write_edition(folder, entered[0][2])
        write_register(folder, entered, order)
    return make


# --- Erasures, with what an older build and older publishes left

def erased(folder, n):
    begin(folder)
    write_index(folder + '/content/frm/bim/k')
    rows = of_many('erase')(n)
    for i in range(n // 2):
        name = flat(i).rsplit('/', 1)[1]
        for left in (f'{name}.pdf', f'.{name}.md.old'):
            with open(f'{folder}/content/frm/bim/k/{left}', 'wb') as file:
                file.write(PDF)
    write_register(folder, rows)
    write_lines(folder + '/out', chained(rows[:n // 2]))
    with open(folder + '/out/.matbu', 'w') as file:
        file.writelines(f'{flat(i)}.html\n' for i in range(n // 2))
    chain = chained(rows[:1])[0][-64:]
    with open(folder + '/content/.published', 'w') as file:
        file.writelines('publish\t2020-01-02\tsite%d\t1\t%s\t0\t0\t0\n' %
                        (i % 10, chain) for i in range(n // 10))


def to_be_pulled(folder, n):
    erased(folder, n)
    os.remove(folder + '/content/.published')
    os.mkdir(folder + '/site')
    os.rename(folder + '/content/register.tsv', folder + '/site/register.tsv')
    open(folder + '/site/.matbu-site', 'w').close()


# --- Files that are no records

def files(folder, n):
    make_register(releases, as_it_was)(folder, n)
    for i in range(n):
        with open(f'{folder}/a{i}_20200101_0.pdf', 'wb') as file:
            file.write(PDF + b'%%EOF\n' if i % 2 else b'%PDF-1.7\n' + PDF)


def verify_files(n):
    return ['verify', '--templates', TEMPLATES] + [
        f'a{i}_20200101_0.pdf' for i in range(n)]


# --- Whole collections: from a number to the edition's name

def make_collection(name, text=TEXT):
    def make(folder, n):
        begin(folder)
        names = [name(i) for i in range(n)]
        for edition in names:
            write_edition(folder, edition, text)
        write_register(folder, [release(edition) for edition in names])
    return make


# --- One document

def make_document(text):
    def make(folder, n):
        begin(folder)
        write_edition(folder, flat(0), b'# Metin\n\n' + text * n)
        os.remove(f'{folder}/content/{flat(0)}.pdf')
    return make


# --- Measuring

def measure(make, command, n):
    folder = f'{ROOT}/grown-{os.getpid()}'
    make(folder, n)
    arguments = command(n) if callable(command) else command
    with open(folder + '/said', 'wb') as said:
        child = subprocess.Popen([MATBU, *arguments], cwd=folder, stdout=said,
                                 stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
    status = os.waitstatus_to_exitcode(status)
    if status not in (0, 1):
        with open(folder + '/said') as said:
            print(said.read(), file=sys.stderr)
        return float('inf'), float('inf')
    return usage.ru_utime, usage.ru_maxrss


def growth(make, command, n):
    short, long = measure(make, command, n), measure(make, command, FACTOR * n)
    return long[0] / max(short[0], 0.002), long[1] / short[1]


CASES = []


def compare(*case):
    CASES.append(case)


def seems_right(i):
    time, memory = growth(*CASES[i][1:])
    return time < TIME_MAX_BESIDE and memory < MEMORY_MAX


def compare_alone(name, *case):
    for _ in range(ATTEMPTS):
        time, memory = growth(*case)
        if time < TIME_MAX and memory < MEMORY_MAX:
            print(f'ok {name}', flush=True)
            return
    print(f'FAIL {name}: {FACTOR} times as long takes {time:.1f} times the '
          f'time, {memory:.1f} times the memory', flush=True)


def compare_all():
    fork = multiprocessing.get_context('fork')
    with concurrent.futures.ProcessPoolExecutor(mp_context=fork) as pool:
        right = list(pool.map(seems_right, range(len(CASES))))
    for case, is_right in zip(CASES, right):
        if is_right:
            print(f'ok {case[0]}', flush=True)
        else:
            compare_alone(*case)


def a_subject(i):
    return f'frm/bim/k{i}/a_20200101_0'


def a_revision(i):
    return f'frm/bim/k/a_20200101_{i}'


def main():
    check = ['check', '--templates', TEMPLATES]
    build = ['build', '-j', '1', '--templates', TEMPLATES]
    for name, rows in REGISTERS.items():
        compare(name, make_register(rows, as_it_was), check, 5000)
    compare('long notes', make_register(LONG_NOTE, as_it_was), check, 250)
    for name, rows in (('of days', of_days), ('releases', releases),
                       ('warn', REGISTERS['warn'])):
        for order in (reversed_lines, days_shuffled):
            if order is reversed_lines or rows is of_days:
                compare(f'{name}, {order.__name__}',
                        make_register(rows, order), check, 3000)
    for join in (one_after_the_other, theirs_reversed, in_alternation):
        compare(f'two clerks, {join.__name__}', make_union(join), check, 6000)
        compare(f'two clerks joined, {join.__name__}', make_union(join),
                ['repair'], 6000)
    compare('erased, left', erased, check, 2000)
    compare('erased, pulled', to_be_pulled, ['pull', 'site'], 1000)
    compare('files verified', files, verify_files, 2000)
    compare('changed texts', make_collection(flat, TEXT + b'Yeni.\n'), check,
            1000)
    compare('works, built', make_collection(flat), build, 500)
    compare('subjects, built', make_collection(a_subject), build, 1500)
    compare('works, listed', make_collection(flat), ['list'], 1000)
    compare('headings', make_document('## Bölüm\n\nMetin.\n\n'.encode()),
            build, 3000)
    compare('tables', make_document(b'|a|b|\n|-|-|\n|c|d|\n|`e`||\n\n'), build,
            2000)
    compare('references', make_document(
        '## Bölüm\n\n[bölüm](#bolum) ve [bölüm](#bolum)\n\n'.encode()),
        build, 2000)
    compare('a line', make_document(b'`a` *b* c[^1] '), build, 10000)
    compare('revisions, listed', make_collection(a_revision),
            ['list', '--status', 'all'], 1000)
    compare_all()


main()
