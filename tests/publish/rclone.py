#!/usr/bin/python3 -SE
"""Stands in for rclone where a suite runs matbu some thousand times: the
commands that matbu uses, for “:local:FOLDER”, in a tenth of the time. $REAL is
the real rclone: then that does the work, with any remote.

$CALLS is a file that counts the calls. $AT is the number of a call, and $DO what
happens there:
  kill     the call is done, then whoever started it is killed
  half     the same, but the last file of a copy gets half of its bytes
  RUN      another command (a word of the shell): it runs before the call
After each call, each page of an edition in $SITE must have its record; what is
wrong goes to the file $FAULTS."""
import os
import sys

env = os.environ
SIGKILL = 9


# Not those of the library: to load it takes longer than the work.
def read(path):
    with open(path, 'rb') as f:
        return f.read()


def write(path, data):
    with open(path, 'wb') as f:
        f.write(data)


def call(words):
    return os.spawnvp(os.P_WAIT, words[0], words)


def folder_of(remote):
    return remote[len(':local:'):] if remote.startswith(':local:') else remote


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(at, name), folder)
                  for at, _, names in os.walk(folder) for name in names)


def lsjson(flags, names, folder):
    if not os.path.isdir(folder):
        return 3
    files = files_below(folder) if '--recursive' in flags else sorted(
        e.name for e in os.scandir(folder) if e.is_file())
    print('[' + ',\n'.join('{"Path":"%s","Name":"%s","Size":%d,"IsDir":false}' % (
        f, os.path.basename(f), os.path.getsize(os.path.join(folder, f)))
        for f in files) + ']')
    return 0


def copy(flags, names, source, to, half=False):
    if not os.path.isdir(source):
        return 3
    for n, name in enumerate(names, 1):
        a, b = os.path.join(source, name), os.path.join(to, name)
        if not os.path.exists(a):
            continue
        if '--immutable' in flags and os.path.exists(b):
            if read(a) != read(b):
                print('immutable file modified:', name, file=sys.stderr)
                return 6
            continue
        os.makedirs(os.path.dirname(b), exist_ok=True)
        data = read(a)
        write(b, data[:len(data) // 2] if half and n == len(names) else data)
    return 0


def check(flags, names, source, to):
    status = 0
    for name in names:
        a, b = os.path.join(source, name), os.path.join(to, name)
        sign = '+' if not os.path.exists(b) else \
            '=' if read(a) == read(b) else '*'
        status |= sign != '='
        print(sign, name)
    return int(status)


def delete(flags, names, folder):
    for name in names:
        if os.path.exists(os.path.join(folder, name)):
            os.remove(os.path.join(folder, name))
    return 0


def work(half):
    if 'REAL' in env:
        return call([env['REAL']] + sys.argv[1:])
    command, args = sys.argv[1], [a for a in sys.argv[2:] if a != '-']
    flags = [a for a in args if a.startswith('--')]
    remotes = [folder_of(a) for a in args if not a.startswith('--')]
    names = sys.stdin.read().splitlines() if '--files-from-raw' in flags else []
    if command == 'copy':
        return copy(flags, names, *remotes, half=half)
    return {'lsjson': lsjson, 'check': check, 'delete': delete}[command](
        flags, names, *remotes)


def look_as_reader():
    for path in files_below(env['SITE']):
        base, ending = os.path.splitext(path)
        name = os.path.basename(base)
        if ending != '.html' or name.count('_') != 2 or '.' in name:
            continue
        try:
            whole = read(os.path.join(env['SITE'], base + '.pdf')) == \
                f'%PDF-1.7 {name}\n'.encode()
        except OSError:
            whole = False
        if not whole:
            with open(env['FAULTS'], 'a') as f:
                print(f'call {number}: {path} without its record', file=f)


number = 0
if 'CALLS' in env:
    with open(env['CALLS'], 'a+') as f:
        f.write(' '.join(sys.argv[1:4]) + '\n')
        f.seek(0)
        number = len(f.readlines())
do = env.get('DO') if str(number) == env.get('AT') else None
if do not in (None, 'kill', 'half'):
    call(['sh', '-c', 'unset AT DO CALLS; exec </dev/null; ' + do])
status = work(do == 'half')
sys.stdout.flush()
if 'SITE' in env:
    look_as_reader()
if do in ('kill', 'half'):
    os.kill(os.getppid(), SIGKILL)
sys.exit(status)
