#!/usr/bin/env python3
"""seeds.py SOURCES NAMES PICTURES STATES FILES FORMS WORDS PAGES REQUESTS: writes what the fuzzers begin with. Into the folder SOURCES the examples of the CommonMark
specification, the pages of the tests and what was once a fault; into NAMES the names of the test collections; into PICTURES
small pictures of the tests and one of each sort. A page appears once for each kind of front matter, which the fuzzer takes from the length."""
import glob
import io
import os
import re
import struct
import sys
import zipfile
import zlib

SPEC = 'tests/web/node_modules/commonmark-spec/spec.txt'
PAGES = ('tests/diags/**/*.md', 'tests/cases/**/*.md', 'content/**/*.md', 'tests/sites/**/*.md', 'tests/sheets/*.md',
         'tests/fuzz/found/*')


def examples():
    with open(SPEC, encoding='utf-8') as file:
        text = file.read()
    for example in re.findall(r'^`{32} example\n(.*?)^\.\n', text, re.M | re.S):
        yield example.replace('→', '\t').encode()


def pages():
    for pattern in PAGES:
        for path in sorted(glob.glob(pattern, recursive=True)):
            with open(path, 'rb') as file:
                yield file.read()


def lists():
    """The names of each collection, a line each."""
    for root in ['content', *sorted(glob.glob('tests/sites/*/')), *sorted(glob.glob('tests/diags/*/'))]:
        lines = []
        for base, folders, files in os.walk(root):
            base = os.path.relpath(base, root)
            lines += [os.path.normpath(os.path.join(base, name)) for name in sorted(files)]
            lines += [os.path.normpath(os.path.join(base, name)) + '/' for name in sorted(folders)]
        yield '\n'.join(lines[:40]).encode()
    with open('tests/fuzz/names.txt', 'rb') as file:
        yield from file.read().split(b'\n\n')


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png(depth, colour, interlace, extra=b''):
    """4 x 4 pixels; not all that is allowed, but one of each sort."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    rows = (b'\0' + bytes((depth * samples * 4 + 7) // 8)) * 4
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 4, 4, depth, colour, 0, 0, interlace)) + \
        (chunk(b'PLTE', bytes(range(9))) if colour == 3 else b'') + extra + \
        chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


def pictures():
    for pattern in ('tests/**/*.png', 'tests/**/*.jpg'):
        for path in sorted(glob.glob(pattern, recursive=True)):
            if 'node_modules' not in path and os.path.getsize(path) < 20000:
                with open(path, 'rb') as file:
                    yield file.read()
    sys.path.insert(0, 'tests/metadata')
    from images import PICTURES
    yield from (data for data, _ in PICTURES.values())
    for depth, colour in ((1, 0), (8, 0), (16, 0), (8, 2), (16, 2), (1, 3), (8, 3), (8, 4), (16, 4), (8, 6), (16, 6)):
        for interlace in (0, 1):
            yield png(depth, colour, interlace)
    yield png(8, 2, 0, chunk(b'tRNS', bytes(6)) + chunk(b'pHYs', struct.pack('>IIB', 3780, 3780, 1)))
    yield png(8, 3, 0, chunk(b'tRNS', b'\0\x80') + chunk(b'gAMA', struct.pack('>I', 45455)))


def files():
    """Office files; their parts, marked as fuzz_office.c takes them."""
    for path in sorted(glob.glob('tests/fuzz/office/*')):
        with open(path, 'rb') as file:
            yield file.read()
    sys.path.insert(0, 'tests/metadata')
    from files import FILES
    for name, (data, _, _) in sorted(FILES.items()):
        yield data
        if data[:2] == b'PK':
            with zipfile.ZipFile(io.BytesIO(data)) as z:
                for part in z.namelist():
                    yield b'xz'[len(part) % 2:][:1] + z.read(part)


def states():
    """The first byte says which file it is: fuzz_state.c."""
    files = (('r', 'tests/sites/kontrol/content/register.tsv'), ('r', 'content/register.tsv'))
    for kind, path in files:
        with open(path, 'rb') as file:
            yield kind.encode() + file.read()
    digest = b'0123456789abcdef' * 4
    yield b'l# matbu site 1\n' + digest + b' 12 1763886893.120000000 frm/a.html\n' + digest + b' 5 - register.tsv\n'
    yield b'ppublish\t2026-01-15\tsite\t7\t' + digest + b'\t1\t0\t0\nfile\t' + digest + b'\tfrm/a.html\n' \
        b'removed\tfrm/b.html\n'
    yield b'cmatbu register https://a.example\n7\n' + digest + b'\n'
    record = b'u%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R>>\nstartxref\n9\n%%EOF\n'
    place = len(record) - 1
    yield record + b'xref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/ID[<00><01>]/Prev 9>>\nstartxref\n%d\n%%%%EOF\n' % place
    yield record + b'9 0 obj\n<</Type/XRef/A<</B(c\\)d)>>/Prev 9/W[1 2 1]>>\nstream\n\nendstream\nendobj\n' \
        b'startxref\n%d\n%%%%EOF\n' % place
    yield b'smatbu state 1\nkey\t' + digest + b'\nday\t20260601\noffset\t1620\nlang\ttr\noutside\t' + digest \
        + b'\ncontent\t' + digest + b'\ntemplates\t' + digest + b'\nout\t' + digest + b'\neditions\t3\nfiles\t31\n' \
        b'without-url\t1\npath\t/usr/share/fonts\nwarning\t7\t3\t13\tcontent/a.md\ta\\tb\\n\\\\\t\t\n'
    yield b'j{"qpdf":[{"jsonversion":2},{"obj:1 0 R":{"value":{"/A":[1,-2.5,true,null,"u:\\"x"]}}}]}'


def forms():
    """The first byte says what it is: fuzz_answers.c."""
    head = b'{"qpdf":[{"jsonversion":2},{"trailer":{"value":{"/Root":"1 0 R"}},"obj:1 0 R":{"value":{"/AcroForm":' \
        b'{"/Fields":["2 0 R","3 0 R","2 0 R"],"/XFA":[]}}},'
    field = b'"obj:%d 0 R":{"value":{"/FT":"/%s","/T":"u:ad\\u0131","/V":%s,"/Ff":%d,"/Kids":["%d 0 R"],"/AS":"/Off"}}'
    for kind, value, flags in ((b'Tx', b'"b:feff0131d83d"', 4096), (b'Ch', b'["u:a","/b#20c"]', 131072),
                               (b'Btn', b'"/1"', 49152), (b'Btn', b'"/Yes"', 0), (b'Sig', b'{}', 0)):
        yield b'f' + head + field % (2, kind, value, flags, 3) + b',' + \
            field % (3, kind, b'"4 0 R"', flags, 2) + b'}]}'
    yield b'c\xef\xbb\xbfad;yer\r\n"a ""b""\nc";\'=1+1\r\n'
    yield b'cad;yer\n\xfe\xf0\xdd;\xfd\n'
    yield b'cad\tyer\n1\t2'
    yield b's\xfe\xff\x01\x31\xd8\x3d\xde\x00'
    yield b's\xff\xfe\x31\x01'
    yield b's\xef\xbb\xbf\xc4\xb1\xff'
    yield b's\x18\x80\x9f\xa0\xad\xff'


def words():
    """Word files, and their parts, marked as fuzz_import.c takes them."""
    sys.path.insert(0, 'tests/import')
    from cases import CASES
    marks = {'word/document.xml': b'd', 'word/styles.xml': b's', 'word/numbering.xml': b'n', 'word/footnotes.xml': b'f',
             'word/_rels/document.xml.rels': b'r', '_rels/.rels': b'p', '[Content_Types].xml': b't'}
    for _, parts in sorted(CASES.items()):
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, 'w') as z:
            for name, data in parts.items():
                z.writestr(zipfile.ZipInfo(name), data)
        yield whole.getvalue()
        for name, mark in marks.items():
            if name in parts:
                yield mark + parts[name].encode()


def web_pages():
    """Each with each content type: fuzz_page.c."""
    for path in sorted(glob.glob('tests/outside/pages/*.html')):
        with open(path, 'rb') as file:
            data = file.read()
        for kind in range(8):
            yield bytes([kind]) + data


def write(folder, contents):
    os.makedirs(folder, exist_ok=True)
    for number, content in enumerate(contents):
        with open(os.path.join(folder, f'{number:05d}'), 'wb') as file:
            file.write(content)


def requests():
    """Requests to the preview: method, path, host, origin, Sec-Fetch-Site, a line each."""
    token = '/0123456789abcdef0123456789abcdef/'
    paths = ['', 'index.html', 'frm/', 'frm/bim/e-posta/imapsmtp_20190115_1.html', 'frm/bim/e-posta/imapsmtp.pdf',
             'frm/bim/e-posta/imapsmtp_20190115_1/ayarlar.png', '_/events', '_/serve.js', '_/serve.css', 'matbu.css',
             '../x', '%2e%2e/x', './/x', '_/../x']
    for path in paths:
        for host in ('127.0.0.1:40000', 'localhost:40000', 'evil.example:40000'):
            for rest in ('-\n-\n', f'http://{host}\nsame-origin\n', 'null\ncross-site\nodd\n'):
                yield f'GET\n{token}{path}\n{host}\n{rest}'.encode()
    yield f'HEAD\n{token}\n127.0.0.1:40000\n-\nnone\n'.encode()
    yield f'POST\n{token[:-1]}\n\n-\n-\n'.encode()


def main(sources, names, images, kept, office, filled, imported, web, asked):
    if not os.path.exists(SPEC):
        sys.exit('the specification is missing (make setup-test)')
    kinds = [page + b'\n' * more for page in pages() for more in range(4)]
    write(sources, [*examples(), *kinds])
    write(names, lists())
    write(images, pictures())
    write(kept, states())
    write(office, files())
    write(filled, forms())
    write(imported, words())
    write(web, web_pages())
    write(asked, requests())


if __name__ == '__main__':
    if len(sys.argv) != 10:
        sys.exit(__doc__)
    main(*sys.argv[1:])
