# SPDX-License-Identifier: ISC
"""Records under strain, and what they say of themselves.

    record.py MATBU SCRATCH SUITE…      SUITE: says hostile pictures sheet heap

Prints “ok NAME” or “FAIL NAME: reason” for each check. Needs qpdf and
poppler; “heap” the library that SCRATCH/any.so is made of (alloc_any.c).
"""
import collections
import html
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib

MATBU, SCRATCH = sys.argv[1:3]
SUBJECT = 'frm/birim/konu'
EDITION = SUBJECT + '/belge_20240101_0'
SENTENCE = ('Kurumsal e-posta hesabı, IMAP ve SMTP kullanan bütün '
            'istemcilerle okunabilir; sorunların çoğu istemcinin güncel '
            'olmamasından kaynaklanır. ')
MIB = 1 << 20
BASE_MEMORY = 32 * MIB  # with nothing to do


def tell(name, fault=None):
    print('ok ' + name if not fault else
          'FAIL %s: %s' % (name, ' '.join(str(fault).split())[:300]),
          flush=True)


# --- Collections, builds

def put(root, path, data):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as f:
        f.write(data if isinstance(data, bytes) else data.encode())


def collection(name, files):
    """A content folder with indexes; files below the subject."""
    root = os.path.join(SCRATCH, name)
    shutil.rmtree(root, ignore_errors=True)
    for folder in ('', 'frm', 'frm/birim', SUBJECT):
        put(root, os.path.join(folder, 'index.md'), '# Klasör\n')
    for path, data in files.items():
        put(root, os.path.join(SUBJECT, path), data)
    return root


def build(root, out, *options, templates='templates', env=None):
    """Status, messages and peak of memory [byte]."""
    with open(os.path.join(SCRATCH, 'said'), 'w+b') as said:
        run = subprocess.Popen(
            [MATBU, 'build', '--quiet', '--content', root, '--templates',
             templates, '--out', out] + list(options),
            stdout=said, stderr=said, env=env)
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return run.returncode, said.read().decode(errors='replace'), \
            usage.ru_maxrss * 1024


def errors(said):
    return [line for line in said.split('\n')
            if re.search(r':\d+:\d+: (hata|error): ', line)]


def is_sound(path):
    """None, or what qpdf says of the file."""
    run = subprocess.run(['qpdf', '--check', path], capture_output=True,
                         text=True)
    if run.returncode == 0 and 'WARNING' not in run.stdout + run.stderr:
        return None
    return run.stdout + run.stderr


def sheets_of(path):
    said = subprocess.run(['pdfinfo', path], capture_output=True, text=True)
    return int(re.search(r'Pages: +(\d+)', said.stdout).group(1))


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + \
        struct.pack('>I', zlib.crc32(kind + data))


def png(width, height, grey=128):
    rows = (b'\0' + bytes([grey]) * width) * height
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack(
        '>IIBBBBB', width, height, 8, 0, 0, 0, 0)) + chunk(
            b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


# --- What a record says of itself

NAMES = {'dc': 'http://purl.org/dc/elements/1.1/',
         'xmp': 'http://ns.adobe.com/xap/1.0/',
         'x': 'adobe:ns:meta/',
         'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'}


def said_by_record(path):
    xmp = subprocess.run(['pdfinfo', '-meta', path], check=True,
                         capture_output=True).stdout.decode()
    root = ET.fromstring(re.sub(r'<\?xpacket.*?\?>', '', xmp).strip())

    def texts(name):
        node = root.find('.//' + name, NAMES)
        if node is None:
            return ''
        found = [n.text or '' for n in node.iter() if (n.text or '').strip()]
        return ', '.join(found)

    return {'DC.title': texts('dc:title'),
            'DC.identifier': texts('dc:identifier'),
            'DC.publisher': texts('dc:publisher'),
            'DC.creator': texts('dc:creator'),
            'DC.description': texts('dc:description'),
            'DC.subject': texts('dc:subject'),
            'DC.language': texts('dc:language'),
            'DCTERMS.modified': texts('xmp:ModifyDate')[:10]}


def said_by_page(path):
    text = open(path, encoding='utf-8').read()
    said = collections.defaultdict(str)
    for name, content in re.findall(
            r'<meta name="([A-Za-z.]+)" content="([^"]*)">', text):
        said[name] = html.unescape(content)
    # The page's title goes on with the institution.
    said['DC.title'] = said['DC.title'].rpartition(' – ')[0]
    said['DCTERMS.modified'] = said['DCTERMS.modified'] or \
        said['DCTERMS.issued']
    return said


def says():
    root, out = 'tests/sites/all/content', os.path.join(SCRATCH, 'all')
    status, said, _ = build(root, out)
    if status:
        tell('says', said)
        return
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            if not re.fullmatch(r'[a-z0-9-]+_\d{8}_\d+\.md', name):
                continue
            path = os.path.relpath(os.path.join(folder, name), root)[:-3]
            made = os.path.join(out, path)
            page = said_by_page(made + '.html')
            differ = ['%s: “%s”, the page: “%s”' % (k, v, page[k])
                      for k, v in said_by_record(made + '.pdf').items()
                      if v != page[k]]
            tell('XMP ' + path, '; '.join(differ))
            attached(os.path.join(root, path + '.md'), made + '.pdf', path)


def attached(source, record, path):
    back = os.path.join(SCRATCH, 'back.md')
    # By name: a record also encloses the files that its text links to.
    subprocess.run(['pdfdetach', '-savefile', os.path.basename(source),
                    '-o', back, record], check=True, capture_output=True)
    wanted = open(source, 'rb').read()
    # A byte-order mark and carriage returns change no byte of output.
    wanted = wanted.removeprefix(b'\xef\xbb\xbf').replace(b'\r\n', b'\n')
    tell('source ' + path, None if open(back, 'rb').read() == wanted else
         'the attachment is not the source')


# --- Strain

def strain(name, files, per_byte, check=lambda record: None):
    """The file is built and correct; memory in proportion to the source."""
    root, out = collection(name, files), os.path.join(SCRATCH, name + '-out')
    status, said, peak = build(root, out, '--press', 'pdf')
    record = os.path.join(out, EDITION + '.pdf')
    size = sum(len(f) for f in files.values())
    if status:
        tell(name, 'status %d: %s' % (status, said))
        return
    fault = is_sound(record) or check(record)
    if not fault and peak > BASE_MEMORY + per_byte * size:
        fault = '%d MiB for a source of %d KiB' % (peak // MIB, size // 1024)
    tell('%s (%d sheets, %d MiB)' % (name, sheets_of(record), peak // MIB),
         fault)


def three_pictures(record):
    said = subprocess.run(['pdfimages', '-list', record],
                          capture_output=True, text=True).stdout
    objects = {line.split()[10] for line in said.split('\n')[2:] if line}
    return None if len(objects) == 3 else \
        '%d pictures in the file, not 3' % len(objects)


def hostile():
    text = ''.join('## Bölüm %d\n\n%s\n\n' % (i, SENTENCE * 20)
                   for i in range(500))
    strain('sheets-300', {'belge_20240101_0.md': '# Uzun\n\n' + text}, 200,
           lambda r: None if sheets_of(r) >= 300 else
           'only %d sheets' % sheets_of(r))
    rows = ''.join('| %d | satır %d | %s|\n' % (i, i * i, SENTENCE)
                   for i in range(5000))
    strain('rows-5000', {'belge_20240101_0.md':
           '# Tablo\n\n| a | b | c |\n|---|---|---|\n' + rows}, 300)
    strain('word-2000', {'belge_20240101_0.md': '# Sözcük\n\n%s\n\n`%s`\n' % (
        'muvaffakiyet' * 167, 'x' * 2000)}, 1000)
    files = {'belge_20240101_0/%s%d.png' % ('abc'[i % 3], i):
             png(40 + i % 3, 30, 90 + i % 3) for i in range(5000)}
    files['belge_20240101_0.md'] = '# Resimler\n\n' + ''.join(
        '![Resim %d](%s)\n\n' % (i, name)
        for i, name in enumerate(sorted(files)))
    strain('pictures-5000', files, 100, three_pictures)
    strain('picture-1x20000', {
        'belge_20240101_0.md': '# Resim\n\n![Uzun](belge_20240101_0/uzun.png)'
        '\n\n![Geniş](belge_20240101_0/genis.png)\n',
        'belge_20240101_0/uzun.png': png(1, 20000),
        'belge_20240101_0/genis.png': png(20000, 1)}, 10000)


# --- Broken pictures

HEADER = 64             # [byte] of a picture that are flipped
CUTS = 50
# The version of JFIF: libjpeg warns and reads on, for qpdf 12 it is a fault.
TOLERATED = ('jpg', 'flip11')


def spoiled(data):
    for k in range(CUTS):
        yield 'cut%d' % k, data[:len(data) * k // CUTS]
    for at in range(min(HEADER, len(data))):
        yield 'flip%d' % at, data[:at] + bytes([data[at] ^ 255]) + \
            data[at + 1:]


def broken_pictures():
    """Every spoiled picture is told with its place, or makes a sound file."""
    sample = {
        'png': open('tests/sites/all/content/klv/bim/ag/'
                    'kablosuz_20250901_2/cark.png', 'rb').read(),
        'jpg': open('tests/sites/all/content/klv/bim/ag/'
                    'guest-network_20250901_0/desk.jpg', 'rb').read()}
    files, stems = {}, []
    for suffix, data in sample.items():
        for what, bytes_ in spoiled(data):
            if (suffix, what) == TOLERATED:
                continue
            stem = '%s-%s_20240101_0' % (suffix, what)
            stems.append(stem)
            files[stem + '/resim.' + suffix] = bytes_
            files[stem + '.md'] = '# Resim\n\n![Resim](%s/resim.%s)\n' % (
                stem, suffix)
    root, out = collection('pictures', files), SCRATCH + '/pictures-out'
    status, said, _ = build(root, out)
    refused = {m.group(1) for line in errors(said)
               for m in [re.search(r'/([^/]+)\.md:\d+:\d+: ', line)] if m}
    if status != 1 or not refused:
        tell('broken pictures', 'status %d: %s' % (status, said))
        return
    for stem in refused:
        os.remove(os.path.join(root, SUBJECT, stem + '.md'))
        shutil.rmtree(os.path.join(root, SUBJECT, stem))
    status, said, _ = build(root, out)
    faults = [said] if status else []
    kept = [s for s in stems if s not in refused]
    for stem in kept if not status else []:
        fault = is_sound('%s/%s/%s.pdf' % (out, SUBJECT, stem))
        if fault:
            faults.append(stem + ': ' + fault)
    tell('broken pictures (%d refused, %d kept)' % (len(refused), len(kept)),
         '; '.join(faults))


# --- The sheet and its faces

def sheet():
    with open('templates/sheet.xml', encoding='utf-8') as f:
        text = f.read()
    templates, out = SCRATCH + '/templates', SCRATCH + '/sheet-out'
    face = '/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf'
    with open(face, 'rb') as f:
        data = f.read()
    broken = SCRATCH + '/broken.ttf'
    cases = {'missing face': text.replace(face, face + 'x'),
             'empty': '', 'no XML': 'x' + text, 'not a sheet': '<a/>'}
    cut = {'face of text': b'text' * 100, 'face of 0 bytes': b'',
           'face of half': data[:len(data) // 2], 'face of a head': data[:12],
           'face flipped': data[:300] + bytes(b ^ 255 for b in
                                              data[300:900]) + data[900:]}
    cases.update({name: text.replace(face, broken) for name in cut})
    shuffle = random.Random(20190115)
    for k in range(40):
        at = shuffle.randrange(len(text))
        cases['cut at %d' % at] = text[:at]
        at = shuffle.randrange(len(text))
        cases['spoiled at %d' % at] = text[:at] + '<' + text[at + 1:]
    for name, value in re.findall(r' ([a-z-]+)="([^"]*)"', text)[::7]:
        cases['%s spoiled' % name] = text.replace(
            '%s="%s"' % (name, value), '%s="-%s?"' % (name, value))
    faults, num = [], 0
    for name, spoilt in cases.items():
        shutil.rmtree(templates, ignore_errors=True)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree('templates', templates)
        put(templates, 'sheet.xml', spoilt)
        put(SCRATCH, 'broken.ttf', cut.get(name, b''))
        status, said, _ = build('content', out, '--press', 'pdf',
                                templates=templates)
        told = re.search(r'sheet\.xml:\d+:\d+: (hata|error): ', said)
        record = out + '/frm/bim/e-posta/imapsmtp.pdf'
        num += 1
        if status == 0 and not is_sound(record):
            continue
        if status != 1 or not told or os.path.exists(record):
            faults.append('%s: status %d: %s' % (name, status, said[:80]))
    tell('broken sheets and faces (%d)' % num, '; '.join(faults))


# --- The heap

def heap():
    """Whichever allocation fails, of whatever library: the run says so, or
    makes the same bytes."""
    env = dict(os.environ, LD_PRELOAD=os.path.join(SCRATCH, 'any.so'))
    out, options = SCRATCH + '/heap', ('--press', 'pdf', '--jobs', '1')
    record = out + '/frm/bim/e-posta/imapsmtp.pdf'
    count = SCRATCH + '/count'
    status, said, _ = build('content', out, *options,
                            env=dict(env, COUNT_ANY=count))
    num = int(open(count).read()) if os.path.exists(count) else 0
    if status or num < 1000:
        tell('heap', 'status %d, %d allocations: %s' % (status, num, said))
        return
    whole = open(record, 'rb').read()
    faults, tried = [], 0
    for k in range(1, num + 1, max(1, num // 400)):
        shutil.rmtree(out)
        status, said, _ = build('content', out, *options,
                                env=dict(env, FAIL_ANY=str(k)))
        os.makedirs(out, exist_ok=True)
        tried += 1
        same = os.path.exists(record) and open(record, 'rb').read() == whole
        if status not in (0, 3) or (status == 0 and not same):
            faults.append('allocation %d: status %d, %s bytes' % (
                k, status, 'same' if same else 'other or no'))
    tell('heap (%d of %d allocations)' % (tried, num), '; '.join(faults))


for suite in sys.argv[3:]:
    {'says': says, 'hostile': hostile, 'pictures': broken_pictures,
     'sheet': sheet, 'heap': heap}[suite]()
