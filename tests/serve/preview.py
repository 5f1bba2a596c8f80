"""The preview as a program meets it: python3 preview.py MATBU CONTENT TEMPLATES FOLDER

CONTENT and TEMPLATES are copied into FOLDER and changed there. A line for each check. Every wait has an end; the preview is ended by its own number."""
import filecmp
import http.client
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

MATBU, CONTENT, TEMPLATES, FOLDER = sys.argv[1:]
DOC = 'frm/bim/e-posta/parola_20240110_0'
TEXT = '# Parola\n\nParolanızı kimseye söylemeyin.\n\n## Seçmek\n\nUzun olsun.\n'
PATIENCE = 20


def check(name, good, reason=''):
    print(f'ok {name}' if good else f'FAIL {name}: {reason}', flush=True)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


class Preview:
    """A running preview: its address, and the events of a page that listens."""

    def __init__(self, *options):
        self.content, self.templates = f'{FOLDER}/content', f'{FOLDER}/templates'
        self.tmp = tempfile.mkdtemp(dir=FOLDER)
        self.process = subprocess.Popen(
            [MATBU, 'serve', '--content', self.content, '--templates', self.templates, *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=FOLDER,
            env=os.environ | {'TMPDIR': self.tmp, 'LC_ALL': 'tr_TR.UTF-8'})
        self.line = self.process.stdout.readline()
        found = re.fullmatch(r'http://127\.0\.0\.1:(\d+)/([0-9a-f]{32})/\n', self.line)
        if not found:
            sys.exit(f'FAIL address: {self.line!r} {self.process.stderr.read()}')
        self.port, self.token = int(found[1]), found[2]
        self.host = f'127.0.0.1:{self.port}'
        self.root = f'/{self.token}/'
        self.events = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        try:
            c = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
            c.request('GET', self.root + '_/events')
            for line in c.getresponse():
                if line.startswith(b'data: '):
                    self.events.append(json.loads(line[6:]))
        except (OSError, http.client.HTTPException):
            pass

    def ask(self, path, method='GET', headers=(), host=None):
        """Status, headers, bytes; (0, …) where the connection is closed."""
        c = http.client.HTTPConnection('127.0.0.1', self.port, timeout=PATIENCE)
        try:
            c.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            if host != '':
                c.putheader('Host', host or self.host)
            for name, value in headers:
                c.putheader(name, value)
            c.endheaders()
            answer = c.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException) as fault:
            return 0, {}, repr(fault).encode()
        finally:
            c.close()

    def page(self, path):
        status, _, body = self.ask(self.root + path)
        return body.decode() if status == 200 else ''

    def has(self, path, words):
        return words in self.page(path)

    def last(self):
        return self.events[-1] if self.events else {'build': -1, 'failed': None, 'faults': [], 'busy': True}

    def rests(self):
        return not self.last()['busy']

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return 'it does not end'


def until(true, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def differences(site, out):
    """What differs between the folder of the preview and that of a build."""
    found = []

    def walk(c):
        found.extend(c.left_only + c.right_only + c.diff_files + c.funny_files)
        for inner in c.subdirs.values():
            walk(inner)
    walk(filecmp.dircmp(site, out, ignore=['.matbu.lock', '.state', '.made']))
    return found


def equals_build(p):
    """Whether what is served is what “matbu build” makes, byte by byte."""
    until(p.rests)
    out = f'{FOLDER}/out'
    subprocess.run([MATBU, 'build', '-q', '--content', p.content, '--templates', p.templates, '--out', out],
                   capture_output=True, check=False)
    own, = [f'{p.tmp}/{name}' for name in os.listdir(p.tmp)]
    found = differences(f'{own}/second', out)
    if os.path.exists(f'{own}/first'):
        found.append('first is still there')
    if not found and p.ask(p.root + 'index.html')[2] != open(f'{out}/index.html', 'rb').read():
        found.append('index.html as it is served')
    return found


# --- Saves

def saves(p):
    source = f'{p.content}/{DOC}.md'
    check('served', until(lambda: p.has(DOC + '.html', 'kimseye') and p.has(DOC + '.html', 'a class="record"')),
          p.events)
    check('frame', p.has('', '_/serve.js') and p.page('_/serve.js') and p.page('_/serve.css'))
    found = equals_build(p)
    check('bytes', not found, found)

    record = p.ask(f'{p.root}{DOC}.pdf')[2]
    write(source, TEXT.replace('kimseye', 'hiç kimseye'))
    check('save', until(lambda: p.has(DOC + '.html', 'hiç kimseye')), p.last())
    check('save-record', until(lambda: p.ask(f'{p.root}{DOC}.pdf')[2] != record))
    check('save-work', p.has(DOC[:-11] + '.html', 'hiç kimseye'))

    before = p.last()['build']
    write(source, TEXT.replace('kimseye', '<b>kimseye</b>'))
    check('fault', until(lambda: p.last()['failed'] and any(
        re.match(rf'content/{DOC}\.md:3:\d+: hata: .*; .* \[html-raw\]', line.replace(FOLDER + '/', ''))
        for line in p.last()['faults'])), p.last())
    check('last-good', p.has(DOC + '.html', 'hiç kimseye'))
    write(source, TEXT)
    check('repaired', until(lambda: p.last()['build'] > before + 1 and not p.last()['failed'] and not p.last()['faults']),
          p.last())

    write(f'{p.content}/frm/bim/e-posta/.yeni', TEXT.replace('kimseye', 'yeniden adlandırarak'))
    os.rename(f'{p.content}/frm/bim/e-posta/.yeni', source)
    check('rename', until(lambda: p.has(DOC + '.html', 'adlandırarak')), p.last())
    os.rename(source, source + '~')
    write(source, TEXT.replace('kimseye', 'yedekleyerek'))
    os.unlink(source + '~')
    check('backup', until(lambda: p.has(DOC + '.html', 'yedekleyerek')), p.last())

    until(p.rests)
    before = p.last()['build']
    for name in ['.parola.md.swp', '4913', '#parola#', 'parola.md~', '.#parola.md', 'x.tmp', '~$parola.docx']:
        write(f'{p.content}/frm/bim/e-posta/{name}', 'x')
        os.unlink(f'{p.content}/frm/bim/e-posta/{name}')
    time.sleep(1.5)
    check('swap-files', p.last()['build'] == before, p.last())

    new = DOC.replace('parola', 'yeni')
    write(f'{p.content}/{new}.md', TEXT.replace('Parola\n', 'Yeni metin\n'))
    check('new', until(lambda: p.has(new + '.html', 'Yeni metin') and p.has('taslak.html', 'Yeni metin')))
    os.unlink(f'{p.content}/{new}.md')
    check('removed', until(lambda: p.ask(f'{p.root}{new}.html')[0] == 404 and
                           not p.has('taslak.html', 'Yeni metin')), p.last())


def edits(p, number):
    """Random edits: what is served right after each, before anything else is built, is what a whole build makes of it; and
    so is all of it at the end."""
    rng = random.Random(2019)
    names = [DOC, DOC.replace('parola', 'posta'), DOC.replace('parola', 'kutu')]
    parts = ['Bir paragraf daha.', '- bir\n- iki', '| a | b |\n|---|---|\n| 1 | 2 |', '## Bölüm', 'Bakınız [posta](../e-posta/posta).',
             'Bakınız [öteki](../e-posta/parola#secmek).', '> [!NOTE]\n> Bir not.', '![Çark](cark.png)']
    keys = ['', '---\nözet: Kısaca {}\n---\n\n', '---\nhazırlayan: Görevli {}\nanahtar-kelimeler: a, b\n---\n\n']

    def text(i):
        body = [part for part in parts if rng.random() < 0.5 and 'cark' not in part]
        return rng.choice(keys).format(i) + f'# Başlık {rng.randrange(3)}\n\nDeneme {i}.\n\n## Seçmek\n\n' + '\n\n'.join(body) + '\n'
    for name in names:
        write(f'{p.content}/{name}.md', text(0))
    until(lambda: p.has(names[-1] + '.html', 'Deneme 0.'))
    until(p.rests)
    time.sleep(0.5)
    wrong = []
    for i in range(1, number + 1):
        name, before = rng.choice(names), p.last()['build']
        write(f'{p.content}/{name}.md', text(i))
        # The event comes when all files have their names.
        if not until(lambda n=name, j=i, b=before: p.has(n + '.html', f'Deneme {j}.') and p.last()['build'] > b):
            wrong.append(f'{i} is not shown: {p.last()}')
            break
        time.sleep(0.03)
        got = [p.ask(f'{p.root}{name}{ending}')[2] for ending in ('.html', '.pdf')]
        done = subprocess.run([MATBU, 'build', '-q', '--content', p.content, '--templates', p.templates, '--out',
                               f'{FOLDER}/out'], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            wrong.append(f'{i}: {done.stderr}')
            break
        for ending, bytes_ in zip(('.html', '.pdf'), got):
            with open(f'{FOLDER}/out/{name}{ending}', 'rb') as file:
                if file.read() != bytes_:
                    wrong.append(f'{i}: {name}{ending}')
    check('edits', not wrong, wrong[:5])
    early = [event for event in p.events if event['early']]
    check('pages-first', len(early) > number / 2 and all(event['busy'] for event in early) and not p.last()['early'],
          (len(early), early[-3:], p.last()))
    found = equals_build(p)
    check('edits-bytes', not found, found)
    for name in names[1:]:
        os.unlink(f'{p.content}/{name}.md')
    write(f'{p.content}/{DOC}.md', TEXT)
    until(lambda: p.has(DOC + '.html', 'kimseye') and p.rests())


def storm(p):
    """500 saves in some seconds: the last one is shown. 500 faster than a build can be: fewer builds, too."""
    until(p.rests)
    for i in range(500):
        write(f'{p.content}/{DOC}.md', TEXT.replace('kimseye', f'{i:03d} kişiye'))
        time.sleep(0.008)
    check('storm', until(lambda: p.has(DOC + '.html', '499 kişiye') and p.rests()), p.last())
    before, begin = p.last()['build'], time.monotonic()
    for i in range(500):
        write(f'{p.content}/{DOC}.md', TEXT.replace('kimseye', f'{i:03d} kişiden'))
    check('burst', until(lambda: p.has(DOC + '.html', '499 kişiden') and p.rests()), p.last())
    builds = p.last()['build'] - before
    check('storm-builds', 1 < builds < 400, f'{builds} builds in {time.monotonic() - begin:.1f} s')
    found = equals_build(p)
    check('storm-bytes', not found, found)


def folders(p):
    page = f'{p.templates}/page.html'
    with open(page, encoding='utf-8') as file:
        good = file.read()
    write(page, good.replace('</main>', ''))
    check('template', until(lambda: p.last()['failed'] and 'page.html' in str(p.last()['faults'])), p.last())
    check('template-last-good', p.has(DOC + '.html', '499 kişiden'))
    write(page, good.replace('<body>', '<body data-x="kalıp">'))
    check('template-repaired', until(lambda: p.has(DOC + '.html', 'kalıp') and not p.last()['failed']), p.last())
    write(page, good)

    os.rename(p.content, p.content + '.away')
    check('folder-removed', until(lambda: p.last()['failed']), p.last())
    check('folder-last-good', p.has(DOC + '.html', '499 kişiden'))
    shutil.copytree(p.content + '.away', p.content + '.new')
    write(f'{p.content}.new/{DOC}.md', TEXT.replace('kimseye', 'başka klasörde'))
    os.rename(p.content + '.new', p.content)
    check('folder-replaced', until(lambda: p.has(DOC + '.html', 'başka klasörde') and not p.last()['failed']), p.last())
    write(f'{p.content}/{DOC}.md', TEXT)
    check('folder-watched', until(lambda: p.has(DOC + '.html', 'kimseye') and p.rests()), p.last())
    found = equals_build(p)
    check('folder-bytes', not found, found)


# --- Attacks

HEADERS = {'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Resource-Policy': 'same-origin',
           'X-Content-Type-Options': 'nosniff'}


def refused(p, name, status, path=None, method='GET', headers=(), host=None):
    code, got, body = p.ask(p.root + 'index.html' if path is None else path, method, headers, host)
    bad = [h for h in got if h.lower().startswith('access-control') or h.lower() == 'x-injected']
    bad += [h for h, value in HEADERS.items() if code not in (0, 400, 413, 431) and got[h] != value]
    check(name, code in status and not bad and b'Parola' not in body and b'root:' not in body, f'{code} {bad} {body[:80]}')


def attacks(p):
    for path in ('', 'index.html', '_/serve.js', '_/serve.css', DOC + '.html', DOC + '.pdf', 'nowhere.html'):
        _, got, _ = p.ask(p.root + path)
        bad = [h for h, value in HEADERS.items() if got.get(h) != value]
        bad += [h for h in got if h.lower().startswith('access-control')]
        if 'frame-ancestors' not in got.get('Content-Security-Policy', ''):
            bad.append('Content-Security-Policy')
        check('headers-' + (path.rpartition('/')[2] or 'frame'), not bad, bad)
    check('localhost', p.ask(p.root, host=f'localhost:{p.port}')[0] == 200)

    # DNS rebinding: the name of another site leads here.
    for name, host in [('site', f'evil.example:{p.port}'), ('port', '127.0.0.1:1'), ('bare', '127.0.0.1'),
                       ('end', f'127.0.0.1:{p.port}.evil.example'), ('dot', f'localhost.:{p.port}'),
                       ('user', f'localhost:{p.port}@evil.example'), ('any', f'0.0.0.0:{p.port}'),
                       ('six', f'[::1]:{p.port}'), ('case', f'LOCALHOST:{p.port}'), ('inside', f'evil127.0.0.1:{p.port}')]:
        refused(p, 'host-' + name, [421], host=host)
    refused(p, 'host-none', [400, 421], host='')
    refused(p, 'host-twice', [400, 421], headers=[('Host', 'evil.example')])
    refused(p, 'host-twice-same', [400], headers=[('Host', p.host)])
    # Another page of the same browser.
    for name, origin in [('site', 'http://evil.example'), ('null', 'null'), ('port', 'http://127.0.0.1:1'),
                         ('https', f'https://{p.host}'), ('end', f'http://{p.host}.evil.example'),
                         ('other', f'http://localhost:{p.port}'), ('empty', '')]:
        refused(p, 'origin-' + name, [403], headers=[('Origin', origin)])
    refused(p, 'origin-events', [403], p.root + '_/events', headers=[('Origin', 'http://evil.example')])
    for site in ('cross-site', 'same-site', 'x'):
        refused(p, 'fetch-' + site, [403], headers=[('Sec-Fetch-Site', site)])
        refused(p, f'fetch-events-{site}', [403], p.root + '_/events', headers=[('Sec-Fetch-Site', site)])
    check('origin-own', p.ask(p.root, headers=[('Origin', f'http://{p.host}'), ('Sec-Fetch-Site', 'same-origin')])[0] == 200)
    # Without the token there is nothing.
    other = ('0' if p.token[0] != '0' else '1') + p.token[1:]
    for name, path in [('root', '/'), ('events', '/_/events'), ('other', f'/{other}/'), ('short', f'/{p.token[:-1]}/'),
                       ('long', f'/{p.token}0/'), ('bare', f'/{p.token}'), ('upper', f'/{p.token.upper()}/x/'),
                       ('twice', f'//{p.token}/'), ('empty', f'/?{p.token}'), ('favicon', '/favicon.ico'),
                       ('site', f'http://evil.example/{p.token}/'), ('star', '*')]:
        refused(p, 'token-' + name, [404, 400], path)
    up = ['../' * 8 + 'etc/passwd', '..%2f' * 8 + 'etc/passwd', '%2e%2e/' * 8 + 'etc/passwd', '%252e%252e/' * 8 + 'etc/passwd',
          '..\\' * 8 + 'etc\\passwd', '..%5c' * 8 + 'etc%5cpasswd', '....//' * 8 + 'etc/passwd', '/etc/passwd', '//etc/passwd',
          '%c0%ae%c0%ae/' * 8 + 'etc/passwd', '%uff0e%uff0e/' * 8 + 'etc/passwd', '.%00./etc/passwd', 'index.html%00.png',
          './index.html', 'frm/../index.html', 'frm/./index.html', 'frm//index.html', '_/../index.html', '_/matbu.css',
          '_/..%2fserve.css', '.matbu', '.matbu.lock', '.matbu.new.1', '%2ematbu', 'first/index.html', 'content/index.md',
          '@fs/etc/passwd', 'index.html;x', 'index.html%20', 'index.html.', 'INDEX.HTML/..', '~root', 'x' * 4000]
    for number, path in enumerate(up):
        refused(p, f'path-{number}', [404, 400], p.root + path)
    own, = [f'{p.tmp}/{name}' for name in os.listdir(p.tmp)]
    os.symlink('/etc/passwd', f'{own}/second/link.html')
    os.symlink('/etc', f'{own}/second/etc')
    refused(p, 'link', [404], p.root + 'link.html')
    refused(p, 'link-folder', [404], p.root + 'etc/passwd')
    os.unlink(f'{own}/second/link.html')
    os.unlink(f'{own}/second/etc')
    os.mkfifo(f'{own}/second/wait.html')
    refused(p, 'fifo', [404], p.root + 'wait.html')
    os.unlink(f'{own}/second/wait.html')
    mode = os.stat(own).st_mode & 0o777
    check('private', mode == 0o700, oct(mode))
    for method in ('POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'get', 'X'):
        refused(p, 'method-' + method, [405], method=method)
    refused(p, 'preflight', [403, 405], method='OPTIONS', headers=[('Origin', 'http://evil.example'),
            ('Access-Control-Request-Method', 'GET'), ('Access-Control-Request-Private-Network', 'true')])
    refused(p, 'body', [400], headers=[('Content-Length', '5')])
    refused(p, 'body-chunked', [400], headers=[('Transfer-Encoding', 'chunked')])
    check('head', p.ask(p.root + DOC + '.pdf', 'HEAD')[::2] == (200, b''))


def raw(p, text, wait=PATIENCE):
    """What the server answers to these bytes, and after how long it ends."""
    begin = time.monotonic()
    said = b''
    with socket.create_connection(('127.0.0.1', p.port), wait) as s:
        try:
            s.sendall(text)
            while (piece := s.recv(65536)):
                said += piece
                if len(said) > 1 << 20:
                    break
        except OSError as fault:
            said += repr(fault).encode()
    return said, time.monotonic() - begin


def get(p, path, more=''):
    return f'GET {path} HTTP/1.1\r\nHost: {p.host}\r\nConnection: close\r\n{more}\r\n'.encode()


def splitting(p):
    for number, path in enumerate(['%0d%0aX-Injected:%201', '%0aX-Injected:1', 'index.html?%0d%0aX-Injected:1',
                                   '\rX-Injected: 1', 'index.html HTTP/1.1\r\nX-Injected: 1\r\nX: ']):
        said, _ = raw(p, get(p, p.root + path))
        head = said.split(b'\r\n\r\n')[0].lower()
        check(f'split-{number}', b'x-injected' not in head, head[:200])
    said, _ = raw(p, b'POST ' + get(p, p.root, 'Content-Length: 60\r\n')[4:] + get(p, p.root + 'index.html'))
    check('smuggled', said.count(b'HTTP/1.1') == 1, said[:300])
    said, _ = raw(p, get(p, p.root, 'X: ' + 'x' * 40000 + '\r\n'))
    check('long-header', b' 200 ' not in said[:20], said[:80])
    said, _ = raw(p, b'\x16\x03\x01\x02\x00\x01\x00' + bytes(200) + b'\r\n\r\n')
    check('not-http', b' 200 ' not in said[:20], said[:80])
    check('still-there', p.ask(p.root)[0] == 200)


def strain(p):
    """Slow and endless requests, too many connections, too many streams: each is bounded, and the server goes on."""
    ends = {}

    def slow(name, piece, pause):
        begin = time.monotonic()
        with socket.create_connection(('127.0.0.1', p.port), 20) as s:
            try:
                s.sendall(f'GET {p.root} HTTP/1.1\r\nHost: {p.host}\r\n'.encode())
                s.settimeout(pause)
                while time.monotonic() < begin + 18:
                    s.sendall(piece)
                    try:
                        if not s.recv(4096):
                            break
                    except TimeoutError:
                        pass
            except OSError:
                pass
        ends[name] = time.monotonic() - begin

    threads = [threading.Thread(target=slow, args=a) for a in
               [('slow', b'X', 0.5), ('endless', b'X-More: 1\r\n', 0.0005), ('silent', b'', 1)]]
    for t in threads:
        t.start()
    time.sleep(0.5)
    idle = []
    for _ in range(80):
        s = socket.socket()
        s.setblocking(False)
        s.connect_ex(('127.0.0.1', p.port))
        idle.append(s)
    check('crowd', until(lambda: p.ask(p.root)[0] == 200, 25))
    for s in idle:
        s.close()
    for t in threads:
        t.join()
    for name, seconds in ends.items():
        check(name, seconds < 14, f'{seconds:.1f} s')
    streams = []
    for _ in range(20):
        s = socket.create_connection(('127.0.0.1', p.port), PATIENCE)
        s.sendall(get(p, p.root + '_/events'))
        streams.append(s)
    said = [s.recv(12) for s in streams]
    check('streams', 5 < sum(b' 200' in one for one in said) < 14 and any(b' 503' in one for one in said), said)
    for s in streams:
        s.close()
    check('after-strain', until(lambda: p.ask(p.root)[0] == 200))
    with open('/proc/net/tcp', encoding='ascii') as file:
        rows = [row.split() for row in file]
    listening = [row[1] for row in rows if row[1].endswith(f':{p.port:04X}') and row[3] == '0A']
    check('loopback', listening == [f'0100007F:{p.port:04X}'], listening)


# --- Begin and end

def children_of(pid):
    with open(f'/proc/{pid}/task/{pid}/children', encoding='ascii') as file:
        return file.read().split()


def ends(p):
    write(f'{p.content}/{DOC}.md', TEXT + '\nSon.\n')
    until(lambda: children_of(p.process.pid), 2)
    children = children_of(p.process.pid)
    status = p.end()
    check('sigterm', status == 0 and not os.listdir(p.tmp), f'{status} {os.listdir(p.tmp)} {p.process.stderr.read()}')
    check('no-child', until(lambda: not any(os.path.exists(f'/proc/{pid}') for pid in children)), children)
    with socket.socket() as taken:
        taken.bind(('127.0.0.1', 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([MATBU, 'serve', '--content', p.content, '--port', str(port)], capture_output=True, text=True,
                              cwd=FOLDER, timeout=PATIENCE, check=False, env=os.environ | {'TMPDIR': p.tmp})
        check('port-taken', done.returncode == 3 and str(port) in done.stderr and not done.stdout and
              not os.listdir(p.tmp), done)
    other = DOC.replace('parola', 'kutu')
    write(f'{p.content}/{other}.md', TEXT.replace('kimseye', '<b>kimseye</b>'))
    # Warnings before it, more than are shown.
    first = DOC.replace('parola', 'aaa')
    write(f'{p.content}/{first}.md', TEXT + '\n[tıklayınız](https://ornek.example/izin)\n' * 250)
    q = Preview('--port', str(port))
    check('port', q.port == port and q.token != p.token, q.line)
    # A text that is not ready stands in nobody's way.
    check('broken-start', until(lambda: q.last()['failed'] and other in str(q.last()['faults'])), q.last())
    check('error-first', other in q.last()['faults'][0] and q.last()['total'] > 250 and len(q.last()['faults']) == 200,
          f"{q.last()['total']} {q.last()['faults'][:1]}")
    os.remove(f'{q.content}/{first}.md')
    until(lambda: q.rests() and q.last()['total'] == 1)
    time.sleep(1)
    write(f'{q.content}/{DOC}.md', TEXT.replace('kimseye', 'herkese'))
    check('broken-other', until(lambda: q.has(DOC + '.html', 'herkese')), q.last())
    until(q.rests)
    before = q.last()['build']
    write(f'{q.content}/{other}.md', TEXT.replace('kimseye', 'kutuya'))
    check('broken-repaired', until(lambda: q.has(other + '.html', 'kutuya') and not q.last()['failed'] and
                                   not q.last()['faults']) and
          not any(event['failed'] for event in q.events if event['build'] > before), q.events[-4:])
    check('sigint', q.end(signal.SIGINT) == 0 and not os.listdir(q.tmp), os.listdir(q.tmp))
    for name, status, options in [('no-folder', 3, ['--content', 'yok']), ('bad-port', 2, ['--port', '80']),
                                  ('a-path', 2, ['frm/bim']), ('no-option', 2, ['--out', 'x'])]:
        done = subprocess.run([MATBU, 'serve', *options], capture_output=True, text=True, cwd=FOLDER, timeout=PATIENCE,
                              check=False)
        check(name, done.returncode == status and done.stderr.startswith('matbu: ') and not done.stdout, done)


def main():
    shutil.copytree(CONTENT, f'{FOLDER}/content')
    shutil.copytree(TEMPLATES, f'{FOLDER}/templates')
    write(f'{FOLDER}/content/{DOC}.md', TEXT)
    p, q = Preview(), Preview()
    strained = threading.Thread(target=strain, args=[q])
    strained.start()
    try:
        saves(p)
        edits(p, int(os.environ.get('EDITS', '30')))
        storm(p)
        folders(p)
        attacks(p)
        splitting(p)
        strained.join()
        check('alive', p.process.poll() is None and q.process.poll() is None)
        ends(p)
    finally:
        for one in (p, q):
            if one.process.poll() is None:
                one.end()


main()
