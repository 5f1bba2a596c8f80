#!/usr/bin/env python3
"""alloc.py NAME PROGRAM CONTENT TEMPLATES MOST [OPTION...]: builds the collection again and again with a program made
with -DFAIL_ALLOC, each time letting another allocation fail: 1, 2, 3 ... until the build succeeds. Where there are more
than MOST, allocations are left out, at uneven steps. Each run begins with an empty folder or, in turn, with the output
of other templates, and must

  - end with status 3 and the message about memory, or with status 0 and the right output;
  - leave each file whole: the old one or the new one, and no file lost or added.

Prints a line `ok NAME (...)` or `FAIL NAME: reason`."""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading

OWN = '.matbu'  # the list, and files that are being written
STATE = '.state', '.made'  # what a build knows of its own folder: in no other
WORKERS = 2


def state(folder):
    """By its path, what tells that a file below a folder was written, replaced or touched."""
    files = {}
    for base, _, names in os.walk(folder):
        for name in names:
            if name in STATE:
                continue
            st = os.lstat(os.path.join(base, name))
            files[os.path.relpath(os.path.join(base, name), folder)] = st.st_ino, st.st_size, st.st_mtime_ns
    return files


def read(folder, path):
    with open(os.path.join(folder, path), 'rb') as file:
        return file.read()


class Output:
    """A folder for the output of many runs, which find the files `before` in it: what a run wrote is put back."""

    def __init__(self, folder, before):
        self.folder, self.before, self.written = folder, before, {}
        self.restore()

    def restore(self):
        now = state(self.folder)
        for path in now.keys() - self.before.keys():
            os.unlink(os.path.join(self.folder, path))
        for path, content in self.before.items():
            if path in now and now[path] == self.written.get(path):
                continue
            path = os.path.join(self.folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'wb') as file:
                file.write(content)
            # Whatever is written from now on has another time, however soon it is.
            os.utime(path, (1e9, 1e9))
        for base, folders, names in os.walk(self.folder, topdown=False):
            if not os.listdir(base):
                os.rmdir(base)
        self.written = state(self.folder)

    def take(self):
        """The bytes of each file that is there after a run, by its path."""
        now = state(self.folder)
        files = {path: self.before[path] if self.written.get(path) == st else read(self.folder, path)
                 for path, st in now.items()}
        if now != self.written or not self.before:
            self.restore()
        return files


class Trial:
    def __init__(self, program, content, templates, options, scratch):
        self.program, self.content, self.options, self.scratch = program, content, options, scratch
        self.templates, self.outputs = templates, {}
        status, said, self.good = self.run(None, 'good', {})
        if status != 0:
            sys.exit(f'the collection does not build: status {status} {said}')
        self.templates = self.changed(templates)
        self.old = self.run(None, 'old', {})[2]
        self.templates = templates
        if self.old == self.good:
            sys.exit('other templates give the same output')

    def changed(self, templates):
        to = os.path.join(self.scratch, 'templates')
        shutil.copytree(templates, to)
        for name in os.listdir(to):
            if name.endswith('.html'):
                path = os.path.join(to, name)
                with open(path, encoding='utf-8') as file:
                    text = file.read()
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(text.replace('</body>', '<p>x</p></body>'))
        return to

    def run(self, number, out, before):
        """Status, what was said, and the files there afterwards."""
        if out not in self.outputs:
            self.outputs[out] = Output(os.path.join(self.scratch, out), before)
        command = [self.program, 'build', '--content', self.content, '--templates', self.templates, '--out',
                   self.outputs[out].folder]
        environment = dict(os.environ, FAIL_ALLOC=str(number)) if number else os.environ
        try:
            done = subprocess.run(command + self.options, env=environment, stdin=subprocess.DEVNULL, timeout=120,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        finally:
            files = self.outputs[out].take()
        return done.returncode, done.stdout.decode(errors='replace').strip(), files

    def succeeds(self, number):
        return self.run(number, 'count', {})[0] == 0

    def count(self):
        """How many allocations a build makes."""
        high = 1
        while not self.succeeds(high):
            high *= 2
        low = high // 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self.succeeds(middle) else (middle, high)
        return low

    def fault(self, number, worker):
        """What is wrong when allocation number fails; None when nothing is."""
        before = self.old if number % 2 else {}
        status, said, after = self.run(number, f'out-{worker}-{number % 2}', before)
        if status == 0:
            return None if after == self.good else 'status 0, but another output'
        if status != 3:
            return f'status {status}: {said[:300]}'
        if not said.startswith('matbu: ') or not said.endswith('[memory]'):
            return f'no message about memory: “{said[:300]}”'
        for path in before:
            if path not in after:
                return f'{path} is lost'
        for path, content in after.items():
            if not path.startswith(OWN) and content not in (before.get(path), self.good.get(path)):
                return f'{path} is neither the old nor the new one'
        return None


def schedule(count, most):
    """The allocations to fail: all, or about as many as `most`, at uneven steps."""
    if count <= most:
        return list(range(1, count + 2))
    uneven = random.Random(count)
    return sorted(set(uneven.sample(range(1, count + 1), most)) | {1, 2, 3, count - 1, count, count + 1})


def main(name, program, content, templates, most, *options):
    with tempfile.TemporaryDirectory() as scratch:
        trial = Trial(program, content, templates, list(options), scratch)
        count = trial.count()
        numbers = schedule(count, int(most))
        rest, faults = iter(numbers), []
        lock = threading.Lock()

        def work(worker):
            while len(faults) < 10:
                with lock:
                    number = next(rest, None)
                if number is None:
                    return
                try:
                    fault = trial.fault(number, worker)
                except subprocess.TimeoutExpired:
                    fault = 'no end'
                if fault:
                    faults.append(f'allocation {number}: {fault}')

        threads = [threading.Thread(target=work, args=(worker,)) for worker in range(WORKERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if faults:
        print(f'FAIL {name}: {" ".join(faults[0].split())} ({len(faults)} faults)')
        for fault in faults[1:]:
            print(f'  {fault}')
        return 1
    print(f'ok {name} ({len(numbers) - 1} of {count} allocations)')
    return 0


if __name__ == '__main__':
    if len(sys.argv) < 6:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
