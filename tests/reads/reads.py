#!/usr/bin/env python3
"""reads.py PROGRAM LIBRARY SITE [COMMAND]: runs every command of matbu on the collection SITE again and again, each time
letting another call fail that reads: the N-th open, read, stat, readdir or mmap of whatever file, until the command
makes no such call (LIBRARY is fail_nth.c). SITE holds content/, templates/, out/ and site/, a published copy. Each run

  - ends by itself: no signal, no silence;
  - with status 0 has the output and leaves the files of a run without a fault;
  - else tells why, and each file below content/ and site/ is as before or as after; the register has no other row, and
    where it has the new one, everything below content/ is as after (an erasure is completed by the next one).

Prints `ok COMMAND-CALL (N calls)` or `FAIL COMMAND-CALL: reason`."""
import concurrent.futures
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CALLS = 'open', 'read', 'stat', 'readdir', 'mmap'
DRAFT = 'frm/bim/e-posta/taslak_20260110_0'
WORK = 'frm/bim/e-posta/parola'
EDITION = 'frm/bim/e-posta/parola_20250110_0'
DAY = '2026-06-01'
WORKERS = 2

# name: the command; what makes the place for it
COMMANDS = {
    'check': 'check',
    'build': 'build',
    'build-anew': ('build', 'rm -r out'),
    'dump': f'build --dump model content/{EDITION}.md',
    'list': 'list --status hepsi',
    'due': ('due --format csv', "printf '2026-05-01\\t2026-05-20\\t4\\t404\\thttp://a.example/x\\n' >content/.links.tsv; "
            "printf 'Müdür\\tm@a.example\\n' >content/.mail.tsv; echo '[a](http://a.example/x)' >>content/" + DRAFT + ".md"),
    'import': ('import aktar.docx frm/bim/e-posta/aktar --yes', "printf '%s' " + HERE + " >here; python3 -c 'import sys, zipfile; "
               "sys.path.insert(0, open(\"here\").read() + \"/../import\"); from cases import CASES; "
               "z = zipfile.ZipFile(\"aktar.docx\", \"w\"); "
               "[z.writestr(n, d) for n, d in CASES[\"elle\"].items()]'; rm here"),
    'links': 'check --links',
    'verify': f'verify content/{EDITION}.pdf',
    'verify-all': 'verify --all',
    'release': f'release {DRAFT} --by Müdür',
    'release-approved': f'release {DRAFT}',
    'undo': 'release --undo',
    'review': f'review {WORK} --note denendi',
    'warn': f'warn {WORK} dikkat',
    'withdraw': f'withdraw {WORK} --note eskidi',
    'erase': f'withdraw --erase {EDITION} --note karar',
    'revise': f'revise {WORK}',
    'revise-altered': (f'revise {WORK}', f'echo Ek. >>content/{EDITION}.md'),
    'restore': (f'revise --restore {WORK}', f'echo Ek. >>content/{EDITION}.md'),
    'redate': f'revise --redate {DRAFT}',
    'repair': ('repair', "sed -i 's/$/\\r/' content/register.tsv"),
    'new': 'new frm/bim/yeni/deneme',
    'publish': ('publish site', f'rm -r site/frm/bim/e-posta/parola_20250110_0* site/index.html'),
    'pull': ('pull site', f'rm -r content/{EDITION}* content/frm/index.md; sed -i 3d content/register.tsv'),
}


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.md5(file.read()).hexdigest()


def state(folder, base=''):
    """By its path, what tells that a file was touched; of a folder, whose path ends with a slash, its mode."""
    found = {}
    with os.scandir(os.path.join(folder, base)) as entries:
        for entry in entries:
            path, st = base + entry.name, entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                found[path + '/'] = st.st_mode
                found |= state(folder, path + '/')
            else:
                found[path] = st.st_ino, st.st_mode, st.st_size, st.st_mtime_ns
    return found


def read(folder, now=None, known={}, untouched={}):
    """The digest of each file below a folder; that in known, where its state now is still the one in untouched."""
    # A lock that could not be removed has no holder; what a build knows of its own folder is in no other.
    return {path: known[path] if untouched.get(path) == st else digest(os.path.join(folder, path))
            for path, st in (now or state(folder)).items()
            if not path.endswith('/') and os.path.basename(path) not in ('.matbu.lock', '.state', '.made')}


class Place:
    """A copy of a folder for many runs, its files linked. What a run touched is put back."""

    def __init__(self, original, scratch):
        self.original, self.folder = original, os.path.join(scratch, 'place')
        shutil.copytree(original, self.folder, copy_function=os.link, symlinks=True)
        self.untouched = state(self.folder)

    def put_back(self, now):
        for path in sorted((p for p, st in now.items() if self.untouched.get(p) != st), reverse=True):
            whole = os.path.join(self.folder, path)
            if not path.endswith('/'):
                os.unlink(whole)
            elif path not in self.untouched:
                os.rmdir(whole)
        for path, st in sorted(self.untouched.items()):
            whole = os.path.join(self.folder, path)
            if path.endswith('/'):
                os.makedirs(whole, exist_ok=True)
                os.chmod(whole, st)
            elif now.get(path) != st:
                os.link(os.path.join(self.original, path), whole, follow_symlinks=False)


class Command:
    def __init__(self, program, library, site, scratch, name):
        line, prepare = COMMANDS[name] if isinstance(COMMANDS[name], tuple) else (COMMANDS[name], ':')
        words = line.split(' ')
        self.argv = [program, *words, '--date', DAY]
        if words[0] in ('check', 'build') and '--dump' not in words:
            self.argv += ['--jobs', '1']
        self.library, self.name = library, name
        self.place = os.path.join(scratch, name)
        shutil.copytree(site, self.place)
        subprocess.run(['sh', '-c', prepare], cwd=self.place, check=True)
        self.before = read(self.place)
        with tempfile.TemporaryDirectory() as scratch:
            status, self.said, errors, self.after, _ = self.run(Place(self.place, scratch))
        if status != 0:
            sys.exit(f'{name} does not succeed: status {status} {errors}')

    def run(self, place, call=None, number=0):
        mark = place.folder + '.mark'
        environment = dict(os.environ, LC_ALL='tr_TR.UTF-8')
        if call:
            environment |= {'LD_PRELOAD': self.library, 'FAIL_CALL': call, 'FAIL_N': str(number), 'FAIL_MARK': mark}
        try:
            done = subprocess.run(self.argv, cwd=place.folder, env=environment, stdin=subprocess.DEVNULL, timeout=60,
                                  capture_output=True)
        finally:
            now = state(place.folder)
            files = read(place.folder, now, self.before, place.untouched)
            place.put_back(now)
            hit = os.path.exists(mark)
            if hit:
                os.unlink(mark)
        # The time, and the address of the folder, differ from run to run.
        said = re.sub(rb'\(\d+ ms\)|file://\S*', b'', done.stdout)
        return done.returncode, said, done.stderr.decode(errors='replace'), files, hit

    def fault(self, status, said, errors, now):
        if status == 0:
            if said != self.said:
                return f'status 0, but it says {said.decode()[:200]!r}'
            wrong = [p for p in {*now, *self.after} if now.get(p) != self.after.get(p)]
            return f'status 0, but {sorted(wrong)[0]} is not as it should be' if wrong else None
        if status not in (1, 2, 3):
            return f'status {status}'
        if not errors.rstrip().endswith(']'):
            return f'status {status} without a message: {errors[-200:]!r}'
        for path in sorted({*now, *self.before, *self.after}):
            if path.startswith('out/') or '/.matbu' in path or now.get(path) in (
                    self.before.get(path), self.after.get(path)):
                continue
            return f'status {status}, and {path} is neither as before nor as after'
        register = 'content/register.tsv'
        if now.get(register) == self.before.get(register) or self.name == 'erase':
            return None
        wrong = [p for p in {*now, *self.after} if p.startswith('content/') and '/.' not in p
                 and now.get(p) != self.after.get(p)]
        return f'the register has the row, but {sorted(wrong)[0]} is missing' if wrong else None

    def check(self, call):
        with tempfile.TemporaryDirectory() as scratch:
            place = Place(self.place, scratch)
            faults, number = [], 0
            while True:
                number += 1
                try:
                    *result, hit = self.run(place, call, number)
                except subprocess.TimeoutExpired:
                    result, hit = None, True
                if not hit:
                    break
                fault = self.fault(*result) if result else 'no end'
                if fault:
                    faults.append(f'{call} {number}: {fault}')
        if faults:
            return f'FAIL {self.name}-{call}: {len(faults)} of {number - 1}: ' + '; '.join(faults[:int(
                os.environ.get('SHOW', '2'))]).replace('\n', ' ')
        return f'ok {self.name}-{call} ({number - 1} calls)'


def main(program, library, site, *names):
    with tempfile.TemporaryDirectory() as scratch:
        commands = [Command(program, library, site, scratch, name) for name in names or COMMANDS]
        kept = {c.name: read(c.place) for c in commands}
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            jobs = [pool.submit(c.check, call) for c in commands for call in CALLS]
            for job in jobs:
                print(job.result(), flush=True)
        for command in commands:
            if read(command.place) != kept[command.name]:
                print(f'FAIL {command.name}: a run wrote into a file instead of replacing it')


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
