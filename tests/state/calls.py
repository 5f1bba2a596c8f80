#!/usr/bin/env python3
"""calls.py PROGRAM TEMPLATES PICTURE FAIL GETENV COARSE SOURCE: in the present, empty folder, what a build asks the system, and
whether out/.state knows of it. FAIL, GETENV and COARSE are libraries to load, of tests/reads/fail_nth.c, getenv.c and
coarse.c; SOURCE is src/build/state_key.c. Prints `ok NAME` or `FAIL NAME: reason`."""
import os
import re
import shutil
import subprocess
import sys
import time

import edits
from place import DAY, Place, differs, sums, write

PROGRAM, TEMPLATES, PICTURE, FAIL, GETENV, COARSE, SOURCE = sys.argv[1:]
# The C library's own: how many processors there are; where libraries are, which the state lists.
SYSTEM = {'/sys/devices/system/cpu/online', '/etc/ld.so.cache', '/etc/ld.so.preload', '/proc/self/exe', '/dev/null'}
# What src/build/state_key.c says of variables that enter in another way, or do not change the output.
VARIABLES = {'SOURCE_DATE_EPOCH', 'NO_COLOR', 'LC_ALL', 'LC_MESSAGES', 'LANG', 'USER', 'TMPDIR'}
CALL = re.compile(r'(open|openat|openat2|stat|lstat|newfstatat|statx|access|faccessat2?)\((.*)')
FAILED = []


def verdict(name, why):
    if why:
        FAILED.append(name)
    print(f'FAIL {name}: {why}'.replace('\n', ' ')[:400] if why else f'ok {name}', flush=True)


def asked(p, *options):
    """The absolute paths that a build opens or looks at, with what was said of each."""
    log = p.path('trace')
    subprocess.run(['strace', '-f', '-y', '-qq', '-s', '4096', '-o', log, '-e', 'trace=open,openat,openat2,stat,lstat,'
                    'newfstatat,statx,access,faccessat,faccessat2', p.program, 'build', '--date', DAY, *options],
                   cwd=p.folder, env=p.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)
    with open(log, encoding='utf-8') as file:
        for line in file:
            call = CALL.search(line)
            path = call and re.search(r'"((?:[^"\\]|\\.)*)"', call[2])
            # An empty one is that of an open file.
            if not path or not path[1]:
                continue
            folder = re.match(r'(?:AT_FDCWD|\d+)<([^>]*)>', call[2])
            yield os.path.normpath(os.path.join(folder[1] if folder else p.folder, path[1])), call[0]
    os.unlink(log)


def state_paths(p):
    with open(p.path('out/.state'), encoding='utf-8') as file:
        return {line[5:-1] for line in file if line.startswith('path\t')}


def libraries(p):
    done = subprocess.run(['ldd', p.program], capture_output=True, text=True, check=True)
    return set(re.findall(r'(/\S+)', done.stdout))


def everything_is_known(p):
    """Each path that a build looks at is below a folder that the state counts, or one that it names."""
    p.settle()
    inside = tuple(p.path(name) for name in ('content', 'templates', 'out'))
    for _ in range(20):
        seen = list(asked(p, '--force'))
        if p.state() is not None:
            break
    else:
        return 'no state was written'
    known = state_paths(p) | libraries(p) | SYSTEM | {p.program, p.folder}
    other = {path for path, _ in seen if path not in known and not path.startswith(inside)}
    fonts = [path for path, _ in seen if path.endswith('.ttf') and path in known]
    return f'not in the state: {sorted(other)}' if other else None if fonts else 'no face was opened'


def nothing_is_read(p):
    """A build that uses the state opens folders and its own files alone."""
    p.settle()
    before = p.state()
    opened = [path for path, call in asked(p) if call.startswith('open') and 'O_DIRECTORY' not in call and
              path.startswith(p.folder) and path != p.program]
    if p.state() != before:
        return 'the state was not used'
    other = set(opened) - {p.path('out/.state'), p.path('out/.matbu.lock')}
    return f'opened {sorted(other)}' if other else None


def variables_are_known(p):
    log = p.path('names')
    p.build('--force', environment=dict(p.environment, LD_PRELOAD=GETENV, GETENV_LOG=log))
    with open(log, encoding='utf-8') as file:
        names = set(file.read().split())
    with open(SOURCE, encoding='utf-8') as file:
        prefixes = tuple(re.findall(r'"([A-Z_]+)"', file.read().partition('prefixes[]')[2].partition('};')[0]))
    other = {name for name in names if name not in VARIABLES and not name.startswith(prefixes)}
    return f'not in the state: {sorted(other)}' if other else None if 'LC_ALL' in names else f'asked only for {names}'


def calls_fail(p, call):
    """Where a call fails, the build does without the state, or ends and says why."""
    environment = dict(p.environment, LD_PRELOAD=FAIL)
    wanted, number, used = p.settle(environment=environment), 0, 0
    if wanted is None:
        return call, 'the state is never used'
    while True:
        number += 1
        mark = p.path('mark')
        if os.path.exists(mark):
            os.unlink(mark)
        before = p.state()
        said = p.build(environment=dict(environment, FAIL_CALL=call, FAIL_N=str(number), FAIL_MARK=mark))
        # Each call of a run that used the state; the others are those of the suite reads.
        used += p.state() == before
        if not os.path.exists(mark) or number > 400:
            return f'{call} ({number - 1} calls)', None if number > 1 else 'no calls'
        if said[0] == 0 and sums(said) != sums(wanted):
            return call, f'{number}: {said}'
        if said[0] != 0 and (said[0] not in (1, 3) or not said[2].rstrip().endswith(']')):
            return call, f'{number}: {said}'
        if said[0] != 0 and p.state() not in (None, before):
            return call, f'{number}: status {said[0]}, and a new state'
        if p.state() != before and p.settle(environment=environment) is None:
            return call, f'{number}: the state is not used any more'


def coarse_times(p):
    """On a disk that keeps every second second, a text that is saved twice in them has one time."""
    environment = dict(p.environment, LD_PRELOAD=COARSE)
    if p.settle(environment=environment) is None:
        return 'the state is never used'
    text = p.path(edits.OTHER)
    for words in ('İkinci', 'Birinc', 'Ucuncu'), ('Ucuncu', 'Dordun', 'Besinc'):
        time.sleep(2.02 - time.time() % 2)
        edits.replace(text, words[0], words[1])
        for _ in range(2):
            p.build(environment=environment)
        edits.replace(text, words[1], words[2])
        why = differs(p, p.build(environment=environment), environment=environment)
        if why:
            return why
    return None


def coarse_pictures(p):
    """There, a picture that is saved twice: the text beside it is kept by a build that makes it again."""
    environment = dict(p.environment, LD_PRELOAD=COARSE, COARSE_PATH='content')
    path = edits.DRAFT + '/resim.png'
    with open(p.path(path), 'rb') as file:
        plain = file.read()
    for number in range(2):
        if p.settle(environment=environment) is None:
            return 'the state is never used'
        time.sleep(2.02 - time.time() % 2)
        for words in b'bir', b'iki', b'son':
            write(p.path(path), plain)
            edits.picture(p, path, words)
            why = differs(p, p.build(environment=environment), environment=environment)
            if why:
                return f'{words}: {why}'
    return None


def saved_at_once(p):
    """A text that is saved and built in one moment: the next build keeps the files of others all the same."""
    save = f'echo Cümle. >>{p.path(edits.OTHER)} && exec {p.program} build --date {DAY}'
    for _ in range(50):
        if p.settle() is None:
            return 'the state is never used'
        subprocess.run(['sh', '-c', save], cwd=p.folder, env=p.environment, stdin=subprocess.DEVNULL, capture_output=True)
        if p.state() is not None:
            with open(p.path('out/.state'), encoding='utf-8') as file:
                if 'content\t' + 64 * '0' in file.read():
                    break
    else:
        return 'no build came soon enough'
    edits.append(p.path(edits.OTHER))
    opened = [path for path, call in asked(p) if call.startswith('open') and path.startswith(p.path('out/frm')) and
              path.endswith('.html')]
    if not any('/kota' in path for path in opened) or any('/parola' in path for path in opened):
        return f'opened {opened}'
    return differs(p, p.build())


def main():
    with open(PICTURE, 'rb') as file:
        p = Place(os.path.abspath('p'), shutil.copy(PROGRAM, os.path.abspath('matbu')), TEMPLATES, file.read())
    verdict('variables', variables_are_known(p))
    if subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true'], capture_output=True).returncode == 0:
        verdict('paths', everything_is_known(p))
        verdict('reads-nothing', nothing_is_read(p))
        verdict('saved-at-once', saved_at_once(p))
    else:
        print('skip paths: strace cannot trace here')
    for call in os.environ.get('CALLS', 'open read stat readdir').split():
        name, why = calls_fail(p, call)
        verdict('failing-' + name, why)
    verdict('coarse-times', coarse_times(p))
    verdict('coarse-pictures', coarse_pictures(p))
    verdict('afterwards', differs(p, p.build()))


main()
sys.exit(4 if FAILED else 0)
