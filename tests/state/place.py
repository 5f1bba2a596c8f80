"""place.py: a collection in a folder, what a build says and leaves there, and what a build from nothing would."""
import hashlib
import os
import re
import shutil
import subprocess
import time

OWN = '.state', '.made', '.matbu.lock'
DAY = '2026-06-01'
K = 'content/frm/bim/e-posta'


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def files(folder):
    """The digest of each file below a folder, by its path."""
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            if name in OWN or not os.path.isfile(path) or os.path.islink(path):
                continue
            with open(path, 'rb') as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).digest()
    return found


class Place:
    def __init__(self, folder, program, templates, picture):
        self.folder, self.program, self.picture = folder, program, picture
        self.environment = dict(os.environ, LC_ALL='tr_TR.UTF-8')
        self.day = DAY
        os.mkdir(folder)
        shutil.copytree(templates, self.path('templates'))
        self.index('content', 'Örnek Üniversitesi')
        self.index('content/frm', 'Formlar')
        self.index('content/frm/bim', 'Bilgi İşlem Daire Başkanlığı')
        self.index(K, 'E-posta')
        # Its page says from a day on that the review is overdue.
        self.edition('parola_20250110_0', 'İlk metin.', 'gözden-geçirme: 2027-01-01')
        self.edition('kota_20250210_0', 'İkinci metin; ayrıca [buraya](parola_20250110_0) bakınız.')
        self.run('release', 'frm/bim/e-posta/parola_20250110_0', '--by', 'Müdür', '--note', 'ilk')
        self.edition('parola_20260301_1', 'Yeni metin 3*4*5 ve sürüm.')

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def index(self, folder, title):
        write(self.path(folder, 'index.md'), f'# {title}\n')

    def edition(self, name, text, front=''):
        write(self.path(K, name, 'resim.png'), self.picture)
        write(self.path(K, name + '.md'), (f'---\n{front}\n---\n' if front else '') + f'# {name[:-11]}\n\n{text}\n\n![Çark]({name}/resim.png)\n')

    def run(self, *argv, day=None, environment=None):
        done = subprocess.run([self.program, *argv, '--date', day or self.day], cwd=self.folder,
                              env=environment or self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=120)
        return done.returncode, done.stdout.decode(errors='replace'), done.stderr.decode(errors='replace')

    def build(self, *options, **how):
        return self.run('build', *options, **how)

    def state(self):
        """What tells that a state was written anew; None: there is none."""
        try:
            st = os.lstat(self.path('out/.state'))
        except (FileNotFoundError, NotADirectoryError):
            return None
        return st.st_ino, st.st_mtime_ns, st.st_ctime_ns

    def hits(self, **how):
        """Builds once more; what was said where the state was used, else None."""
        before = self.state()
        said = self.build(**how)
        return said if before is not None and self.state() == before else None

    def settle(self, **how):
        """Builds until the state is used, and returns what that build said. A file that was changed a moment before
        a build is trusted only by the next one, a program a second later."""
        end = time.monotonic() + 4
        while time.monotonic() < end:
            time.sleep(0.012)
            said = self.hits(**how)
            if said is not None:
                return said
        return None

    def clean(self, *options, **how):
        """Status, words and files of a build from nothing."""
        fresh = self.folder + '.clean'
        shutil.rmtree(fresh, ignore_errors=True)
        said = self.build('--out', fresh, *options, **how)
        return said, files(fresh) if os.path.isdir(fresh) else {}


def sums(said):
    """What two builds must say alike, whatever was written already: status, warnings, the numbers of editions and
    files, and that nothing needs an address."""
    status, out, err = said
    lines = [re.sub(r'^(.*?, \d+ \D*?:).*', r'\1', line) for line in out.splitlines() if 'file://' not in line]
    return status, lines, err.replace('.clean', '')


def listed(place):
    """The files that matbu says it has made, and the list."""
    found = files(place.path('out'))
    try:
        with open(place.path('out/.matbu'), encoding='utf-8') as file:
            ours = set(file.read().splitlines()) | {'.matbu'}
    except FileNotFoundError:
        ours = set()
    return {path: digest for path, digest in found.items() if path in ours}


def differs(place, said, **how):
    """Why the build that said this has not left what a build from nothing makes; None where it has."""
    wanted, made = place.clean(**how)
    if sums(said) != sums(wanted):
        return f'said {sums(said)}, not {sums(wanted)}'
    if said[0] != 0:
        return None
    found = listed(place)
    if found != made:
        return f'other files: {sorted(p for p in found.keys() | made.keys() if found.get(p) != made.get(p))[:5]}'
    return None
