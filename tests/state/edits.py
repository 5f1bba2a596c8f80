"""edits.py: what may happen to a collection between two builds: name, and a function of the place."""
import os
import shutil

from place import K, write

DRAFT = K + '/parola_20260301_1'
OTHER = K + '/kota_20250210_0.md'


def append(path, text='Ek cümle.\n'):
    with open(path, 'a', encoding='utf-8') as file:
        file.write('\n' + text)


def replace(path, old, new):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    assert old in text, path
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace(old, new))


def same_size(path, old, new):
    """Other bytes, the same size, the time put back."""
    st = os.stat(path)
    replace(path, old, new)
    os.utime(path, ns=(st.st_atime_ns, st.st_mtime_ns))


def anew(folder):
    """The folder in the place of a copy of it."""
    shutil.copytree(folder, folder + '.x', symlinks=True)
    shutil.rmtree(folder)
    os.rename(folder + '.x', folder)


def linked(p, folder):
    """The folder becomes a link to what it was."""
    if not os.path.islink(p.path(folder)):
        os.rename(p.path(folder), p.path(folder + '.there'))
        os.symlink(folder + '.there', p.path(folder))


def swapped(p, folder, change):
    """The folder becomes a link; then a link to another folder."""
    linked(p, folder)
    shutil.copytree(p.path(folder), p.path(folder + '.two'), symlinks=True)
    os.unlink(p.path(folder))
    os.symlink(folder + '.two', p.path(folder))
    change(p)


def picture(p, path=DRAFT + '/resim.png', words=b'yok'):
    with open(p.path(path), 'rb') as file:
        data = file.read()
    # A text chunk after the header: another file, the same picture.
    chunk = b'tEXtComment\0' + words
    import struct
    import zlib
    chunk = struct.pack('>I', len(chunk) - 4) + chunk + struct.pack('>I', zlib.crc32(chunk))
    write(p.path(path), data[:33] + chunk + data[33:])


EDITS = [
    ('nothing', lambda p: None),
    ('text', lambda p: append(p.path(OTHER))),
    ('text-same-size', lambda p: same_size(p.path(OTHER), 'İkinci', 'Birinc')),
    ('text-touched', lambda p: os.utime(p.path(OTHER))),
    ('text-mode', lambda p: os.chmod(p.path(OTHER), 0o640)),
    ('text-renamed', lambda p: os.rename(p.path(OTHER), p.path(K + '/posta_20250210_0.md'))),
    ('text-removed', lambda p: os.unlink(p.path(OTHER))),
    ('text-added', lambda p: p.edition('yeni_20260501_0', 'Yeni bir metin.')),
    ('text-replaced', lambda p: (shutil.copy2(p.path(OTHER), p.path('x')), os.rename(p.path('x'), p.path(OTHER)))),
    ('text-faulty', lambda p: append(p.path(OTHER), '[](#yok-boyle)\n')),
    ('text-linked', lambda p: (os.rename(p.path(OTHER), p.path('x.md')), os.symlink(p.path('x.md'), p.path(OTHER)))),
    ('text-fifo', lambda p: (os.unlink(p.path(OTHER)), os.mkfifo(p.path(OTHER)))),
    ('warning-gone', lambda p: replace(p.path(DRAFT + '.md'), '3*4*5', '345')),
    ('picture', picture),
    ('picture-removed', lambda p: os.unlink(p.path(DRAFT, 'resim.png'))),
    ('stray-file', lambda p: write(p.path(K, 'not.xyz'), 'x')),
    ('hidden-file', lambda p: write(p.path(K, '.not.swp'), 'x')),
    ('folder-added', lambda p: p.index('content/frm/ogr', 'Öğrenci İşleri')),
    ('folder-anew', lambda p: anew(p.path('content/frm'))),
    ('folder-mode', lambda p: os.chmod(p.path(K), 0o750)),
    ('title', lambda p: replace(p.path('content/index.md'), 'Örnek', 'Başka')),
    ('address', lambda p: write(p.path('content/index.md'), '---\nadres: https://ornek.example\n---\n# Örnek\n')),
    ('register', lambda p: p.run('warn', 'frm/bim/e-posta/parola', 'Dikkat')),
    ('register-broken', lambda p: append(p.path('content/register.tsv'), 'x')),
    ('released-text', lambda p: append(p.path(K + '/parola_20250110_0.md'))),
    ('content-linked', lambda p: linked(p, 'content')),
    ('content-swapped', lambda p: swapped(p, 'content', lambda p: append(p.path(OTHER)))),
    ('page-template', lambda p: replace(p.path('templates/page.html'), '</body>', '<p>x</p></body>')),
    ('style', lambda p: append(p.path('templates/matbu.css'), '/* x */')),
    ('sheet', lambda p: replace(p.path('templates/sheet.xml'), '25mm', '24mm')),
    ('template-added', lambda p: write(p.path('templates/NotoSerif-Regular.ttf'), b'')),
    ('template-removed', lambda p: os.unlink(p.path('templates/sheet.xml'))),
    ('template-touched', lambda p: os.utime(p.path('templates/page.html'))),
    ('templates-anew', lambda p: anew(p.path('templates'))),
    ('templates-swapped', lambda p: swapped(p, 'templates', lambda p: append(p.path('templates/matbu.css'), '/**/'))),
    ('page-edited', lambda p: append(p.path('out/index.html'))),
    ('page-same-size', lambda p: same_size(p.path('out/index.html'), 'title', 'tITLE')),
    ('page-removed', lambda p: os.unlink(p.path('out/frm/bim/e-posta/parola.html'))),
    ('record-removed', lambda p: os.unlink(p.path('out/frm/bim/e-posta/parola.pdf'))),
    ('pages-removed', lambda p: shutil.rmtree(p.path('out/frm'))),
    ('out-removed', lambda p: shutil.rmtree(p.path('out'))),
    ('out-anew', lambda p: anew(p.path('out'))),
    ('out-linked', lambda p: linked(p, 'out')),
    ('out-foreign', lambda p: write(p.path('out/frm/yabanci.txt'), 'x')),
    ('out-in-the-way', lambda p: (shutil.rmtree(p.path('out/frm')), os.unlink(p.path('out/.matbu')),
                                  write(p.path('out/index.html'), 'x'))),
    ('list-removed', lambda p: os.unlink(p.path('out/.matbu'))),
    ('list-edited', lambda p: append(p.path('out/.matbu'), '../x\n')),
    ('leftover', lambda p: write(p.path('out/.matbu.new.7'), 'x')),
    ('limited', lambda p: (append(p.path(OTHER)), p.build('frm/bim/e-posta/parola'))),
    ('pages-alone', lambda p: (append(p.path(OTHER)), p.build('--press', 'html'))),
    ('program', lambda p: (shutil.copy(p.program, p.path('x')), os.rename(p.path('x'), p.program))),
    ('removed-and-back', lambda p: (os.rename(p.path(OTHER), p.path('x')), p.build(), os.rename(p.path('x'),
                                    p.path(OTHER)))),
]
