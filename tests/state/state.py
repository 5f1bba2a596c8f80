#!/usr/bin/env python3
"""state.py PROGRAM TEMPLATES PICTURE PART: in the present, empty folder, a collection whose build knows that nothing has
changed (out/.state). After whatever happens to it, a build must say what a build from nothing says, and leave the same
files. Prints `ok NAME` or `FAIL NAME: reason`.

  edits     each of edits.py alone
  damage    whatever may stand in the place of out/.state
  random    EDITS edits one after the other (300), a fixed seed
  killed    builds that are killed at any moment
  during    files that are saved while a build is running"""
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import hashlib

import edits
from place import DAY, K, Place, differs, listed, sums, write

PROGRAM, TEMPLATES, PICTURE, PART = sys.argv[1:]
FAILED = []


def verdict(name, why):
    if why:
        FAILED.append(name)
    print(f'FAIL {name}: {why}'.replace('\n', ' ')[:400] if why else f'ok {name}', flush=True)


def place(folder='p'):
    for path in folder, folder + '.clean':
        shutil.rmtree(path, ignore_errors=True)
    with open(PICTURE, 'rb') as file:
        data = file.read()
    # A program of its own, so that it can be replaced.
    program = os.path.abspath('matbu')
    if not os.path.exists(program):
        shutil.copy(PROGRAM, program)
    return Place(os.path.abspath(folder), program, TEMPLATES, data)


def settled(p, name):
    """Why the state is not used where nothing has changed, or the words are not those of a clean build."""
    said = p.settle()
    if said is None:
        return f'{name}: the state is never used'
    return differs(p, said)


# --- Each edit alone

OUT_FAULTS = {'out-in-the-way': '[out-foreign]', 'list-edited': '[out-list]'}
OUT_STATUS = {'out-in-the-way': 3, 'list-edited': 1}


def try_edit(name, edit):
    p = place()
    if p.settle() is None:
        return 'the state is not used at first'
    before = p.state()
    edit(p)
    said = p.build()
    why = differs(p, said)
    # A clean build has another folder for its pages.
    if name in OUT_FAULTS:
        why = None if (said[0], OUT_FAULTS[name] in said[2]) == (OUT_STATUS[name], True) else why
    if why or said[0] != 0:
        if said[0] != 0 and p.state() not in (None, before):
            return f'status {said[0]}, and a new state'
        return why
    return settled(p, 'afterwards')


def part_edits():
    for name, edit in edits.EDITS:
        verdict('edit-' + name, try_edit(name, edit))
    part_environment()


# What the build is asked, not what it reads.
def part_environment():
    p = place()
    english = dict(p.environment, LC_ALL='en_US.UTF-8')
    told = [p.settle(), p.settle(environment=english), p.settle(environment=dict(p.environment, PATH='/', TZ='Asia/Tokyo'))]
    verdict('language', 'said the same' if None in told or told[0][2] == told[1][2] or told[0][2] != told[2][2] or
            'uyarı' not in told[0][2] or 'warning' not in told[1][2] else differs(p, told[2]))
    verdict('other-environment', None if p.hits(environment=dict(p.environment, PATH='/bin', LANG='fr_FR', FOO='1'))
            else 'the state is not used')
    p.settle()
    verdict('day', differs(p, p.build(day='2030-01-01'), day='2030-01-01'))
    p.settle()
    epoch = dict(p.environment, SOURCE_DATE_EPOCH='1900000000')
    argv = [p.program, 'build']
    outs = [subprocess.run(argv + more, cwd=p.folder, env=epoch, capture_output=True).stderr for more in
            ([], ['--force'])]
    verdict('epoch', None if outs[0] == outs[1] else 'said another thing')
    p.settle()
    for name, value in ('HB_SHAPER_LIST', 'fallback'), ('LD_BIND_NOW', '1'):
        verdict('variable-' + name, 'the state is used' if p.hits(environment=dict(p.environment, **{name: value}))
                else None)
        p.settle()
    os.rename(shutil.copy(p.program, p.path('x')), p.program)
    verdict('other-program', 'the state is used' if p.hits() else None)
    p.settle()
    p.build('frm/bim/e-posta/parola')
    verdict('limited', 'a state is left' if p.state() else None)
    p.settle()
    verdict('forced', 'the state is used' if p.hits() is None or forced(p) else None)
    p.settle()
    said, plain = p.hits(), p.build('-q')
    verdict('quiet', None if said and plain == (0, '', said[2]) else f'said {plain}')
    before = listed(p)
    for command in ('check',), ('verify', '--all'), ('list',), ('publish', 'site'):
        p.run(*command)
    verdict('not-published', 'it is there' if os.path.exists(p.path('site/.state')) or os.path.exists(p.path('site/.made')) or listed(p) != before or
            not os.path.exists(p.path('site/index.html')) else None)
    colours(p)


def forced(p):
    before = p.state()
    p.build('--force')
    return p.state() == before


def colours(p):
    """On a terminal, in colour."""
    def terminal(environment):
        done = subprocess.run(['script', '-qec', f'{p.program} build -q --date {DAY}', '/dev/null'], cwd=p.folder,
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True)
        return done.stdout.decode()
    p.settle()
    before = p.state()
    coloured, plain = terminal(p.environment), terminal(dict(p.environment, NO_COLOR='1'))
    verdict('colour', None if p.state() == before and '\033[1;33m' in coloured and 'uyarı' in plain and
            '\033[1' not in plain else f'{coloured!r} {plain!r}')


# --- Damaged states

def sealed(body):
    return body + b'end\t' + hashlib.sha256(body).hexdigest().encode() + b'\n'


def damages(good):
    lines = good.splitlines(keepends=True)
    body = good[:-69]
    for i in range(0, len(good), max(1, len(good) // 60)):
        yield f'byte-{i}', good[:i] + bytes([good[i] ^ 1]) + good[i + 1:]
    for i in range(len(lines)):
        yield f'lines-{i}', b''.join(lines[:i])
        yield f'without-{i}', b''.join(lines[:i] + lines[i + 1:])
        # Who seals a state without a warning is believed.
        if not lines[i].startswith((b'warning', b'end')):
            yield f'sealed-without-{i}', sealed(b''.join(lines[:i] + lines[i + 1:-1]))
            yield f'sealed-twice-{i}', sealed(b''.join(lines[:i + 1] + lines[i:-1]))
    yield 'empty', b''
    yield 'cut', good[:-1]
    yield 'longer', good + b'\n'
    yield 'older', sealed(body.replace(b'state 1', b'state 0'))
    yield 'newer', sealed(body.replace(b'state 1', b'state 2'))
    yield 'foreign', b'\x7fELF' + bytes(range(256)) * 40
    yield 'zeros', bytes(len(good))
    yield 'line-ends', good.replace(b'\n', b'\r\n')
    for name, old, new in (('day', rb'day\t\d+', rb'day\t20260602'), ('no-day', rb'day\t\d+', rb'day\t20261399'),
                           ('key', rb'key\t.', rb'key\tg'), ('content', rb'content\t..', rb'content\t00'),
                           ('out', rb'out\t..', rb'out\t00'), ('offset', rb'offset\t', rb'offset\t0'),
                           ('huge', rb'files\t', rb'files\t99999999999999999999'),
                           ('id', rb'warning\t\d+', rb'warning\t99999'), ('escape', rb'(warning\t.*)\n', rb'\1\\x\n'),
                           ('columns', rb'(warning\t.*)\n', rb'\1\tx\n')):
        changed = re.sub(old, new, body, count=1)
        assert changed != body, name
        yield 'sealed-' + name, sealed(changed)


def part_damage():
    p = place()
    verdict('used', settled(p, 'at first'))
    wanted = p.build()
    with open(p.path('out/.state'), 'rb') as file:
        good = file.read()
    bad = []
    for name, data in damages(good):
        write(p.path('out/.state'), data)
        before = p.state()
        said = p.build()
        if p.state() == before or sums(said) != sums(wanted):
            bad.append(f'{name}: {said}')
    verdict('damaged', '; '.join(bad))
    verdict('damaged-files', differs(p, p.build()))
    places(p, good)
    hostile(p)


def places(p, good):
    """Not a file, or not one of ours."""
    path, other = p.path('out/.state'), p.path('other')
    write(other, good)
    for name, make in (('folder', lambda: os.mkdir(path)), ('fifo', lambda: os.mkfifo(path)),
                       ('link', lambda: os.symlink(other, path)), ('dangling', lambda: os.symlink('/nowhere/x', path)),
                       ('device', lambda: os.symlink('/dev/zero', path)),
                       ('full-folder', lambda: write(path + '/x', 'x')), ('hard-link', lambda: os.link(other, path)),
                       ('unreadable', lambda: (write(path, good), os.chmod(path, 0)))):
        if os.path.lexists(path):
            os.unlink(path)
        make()
        why = differs(p, p.build())
        with open(other, 'rb') as file:
            if file.read() != good:
                why = 'another file was written'
        verdict('place-' + name, why)
        if name == 'full-folder':
            shutil.rmtree(path)
        p.settle()


def hostile(p):
    """A state that says what it likes; its seal and its facts are right."""
    p.settle()
    with open(p.path('out/.state'), 'rb') as file:
        body = file.read()[:-69]
    body = re.sub(rb'(warning\t\d+\t\d+\t\d+)\t.*\n', b'\\1\t\033]0;x\007\033[2J\\\\n' + b'A' * 5000 +
                  b'\t\xff\t\302\233\tx\n', body, count=1)
    write(p.path('out/.state'), sealed(body))
    said = p.hits()
    text = said[2] if said else '\033'
    verdict('hostile-words', None if not re.search('[\0-\10\13-\37\177-\237]', text) and len(text) < 20000
            else f'{text[:200]!r}')


# --- Many

def part_random():
    number = int(os.environ.get('EDITS', '300'))
    chance = random.Random(20190115)
    p = place()
    p.settle()
    names = dict(edits.EDITS)
    texts = {}
    bad, used, faults = [], 0, 0

    def save(path):
        texts[path] = b''
        if os.path.isfile(path):
            with open(path, 'rb') as file:
                texts[path] = file.read()

    for number in range(number):
        kind = chance.choice(['text', 'text', 'same', 'touch', 'fault', 'mend', 'new', 'gone', 'template', 'out', 'out-gone',
                              'register', 'nothing', 'nothing', 'folder', 'picture'])
        if texts and chance.random() < 0.6:
            kind = 'mend'
        sources = sorted(n for n in os.listdir(p.path(K)) if n.endswith('.md') and n.startswith('r'))
        source = p.path(K, chance.choice(sources)) if sources else None
        made = sorted(listed(p))
        if kind == 'new' or source is None:
            p.edition(f'r{number}_20260101_0', f'Metin {number}, {chance.random()}.')
        elif kind == 'text':
            edits.append(source, f'Cümle {chance.random()}.\n')
        elif kind == 'same':
            with open(source, encoding='utf-8') as file:
                words = ('Metin', 'Mesin') if 'Metin' in file.read() else ('Mesin', 'Metin')
            edits.same_size(source, *words)
        elif kind == 'touch':
            os.utime(source)
        elif kind == 'fault':
            save(source)
            edits.append(source, '[](#yok)\n')
        elif kind == 'mend':
            for path, text in texts.items():
                if os.path.exists(path):
                    write(path, text)
            texts.clear()
        elif kind == 'gone':
            os.unlink(source)
            texts.pop(source, None)
        elif kind == 'template':
            edits.append(p.path('templates/matbu.css'), f'/* {number} */')
        elif kind == 'out' and made:
            edits.append(p.path('out', chance.choice([m for m in made if m != '.matbu'])), 'x')
        elif kind == 'out-gone' and made:
            os.unlink(p.path('out', chance.choice(made)))
            if not os.path.exists(p.path('out/.matbu')):
                shutil.rmtree(p.path('out'))
        elif kind == 'register':
            p.run('warn', 'frm/bim/e-posta/parola', f'Uyarı {number}')
        elif kind == 'folder':
            edits.anew(p.path(K))
        elif kind == 'picture':
            edits.picture(p)
        elif kind == 'nothing':
            time.sleep(0.012)
        before = p.state()
        said = p.build()
        used += before is not None and p.state() == before
        faults += said[0] != 0
        why = differs(p, said)
        if why:
            bad.append(f'{number} {kind}: {why}')
            break
    if not bad and (used < 3 or faults < 5):
        bad.append(f'{used} builds used the state, {faults} had faults')
    verdict(f'random ({number + 1} edits, {used} builds used the state, {faults} found faults)', '; '.join(bad))


def rounds(enough):
    """40 rounds, and more until `enough` says so: how long a build takes depends on what else the machine does, so
    the parts below also adapt their span after each round."""
    for number in range(200):
        if number >= 40 and enough():
            return
        yield number


def part_killed():
    p = place()
    chance = random.Random(7)
    start = time.monotonic()
    p.build('--force')
    span = 1.3 * (time.monotonic() - start)
    bad, killed = [], 0
    for number in rounds(lambda: killed >= 8):
        edits.append(p.path(edits.OTHER), f'Cümle {number}.\n')
        if number % 3 == 0:
            p.settle()
        build = subprocess.Popen([p.program, 'build', '--date', DAY], cwd=p.folder, env=p.environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            build.wait(chance.uniform(0, span))
            span *= 0.9
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
            build.wait()
            killed += 1
            span *= 1.1
        why = differs(p, p.build())
        if why:
            bad.append(f'{number}: {why}')
            break
    if killed < 8:
        bad.append(f'only {killed} were killed')
    verdict('killed', '; '.join(bad))


def part_during():
    p = place()
    chance = random.Random(11)
    for number in range(25):
        p.edition(f'r{number}_20260101_0', f'Metin {number}.')
    start = time.monotonic()
    p.build('--force')
    span = time.monotonic() - start
    bad, running, same_now = [], 0, True
    for number in rounds(lambda: running >= 10):
        what = chance.choice(['text', 'same', 'template', 'page', 'page'])
        edits.append(p.path(edits.OTHER), f'Cümle {number}.\n')
        if number % 2:
            p.settle()
            os.utime(p.path('content/index.md'))
        build = subprocess.Popen([p.program, 'build', '--date', DAY, '--jobs', '1'], cwd=p.folder, env=p.environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, span))
        if build.poll() is None:
            running += 1
            span *= 1.1
        else:
            span *= 0.9
        if what == 'text':
            edits.append(p.path(edits.OTHER))
        elif what == 'same':
            words = ('*4*', '*5*') if same_now else ('*5*', '*4*')
            same_now = not same_now
            edits.same_size(p.path(K + '/parola_20260301_1.md'), *words)
        elif what == 'template':
            edits.append(p.path('templates/matbu.css'), f'/* {number} */')
        elif os.path.exists(p.path('out/index.html')):
            edits.append(p.path('out/index.html'), 'x')
        build.wait()
        time.sleep(0.012)
        why = differs(p, p.build())
        if why:
            bad.append(f'{number} {what}: {why}')
            break
    if running < 10:
        bad.append(f'only {running} builds were running')
    verdict('during', '; '.join(bad))


{'during': part_during, 'edits': part_edits, 'damage': part_damage, 'random': part_random, 'killed': part_killed}[PART]()
sys.exit(4 if FAILED else 0)
