#!/usr/bin/env python3
"""foreign.py FOLDER: writes forms as other programs make them, byte by byte, and FOLDER/wanted.json: what is filled in in each."""
import json
import os
import sys


def pdf(objects, extra=b''):
    """A file of the objects, from 1 on; the first one is the catalogue."""
    out = bytearray(b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, body)
    start = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    for place in places:
        out += b'%010d 00000 n \n' % place
    out += b'trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, extra, start)
    return bytes(out)


def form(fields, more=(), acroform=b''):
    """A page and the fields, which are objects 4, 5, …; more follow them."""
    refs = b' '.join(b'%d 0 R' % (4 + i) for i in range(len(fields)))
    return pdf([b'<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]%s>>>>' % (refs, acroform),
                b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
                b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Annots[%s]>>' % refs, *fields, *more])


def text(name, value, more=b''):
    return b'<</FT/Tx/Subtype/Widget/Rect[0 0 9 9]/T%s/V%s%s>>' % (name, value, more)


def utf16(s, mark=b'\xfe\xff', code='utf-16-be'):
    return b'<' + (mark + s.encode(code)).hex().encode() + b'>'


NAME = 'ĞÜŞİÖÇ ğüşıöç âîû'
FORMS = {
    'strings': (form([text(b'(utf16)', utf16(NAME)), text(b'(little)', utf16(NAME, b'\xff\xfe', 'utf-16-le')),
                      text(b'(utf8)', b'<' + (b'\xef\xbb\xbf' + NAME.encode()).hex().encode() + b'>'),
                      text(b'(pdfdoc)', b'(\\237x \\200\\204\\232\\215\\240)'), text(b'(pair)', utf16('a😀b')),
                      text(b'(escaped)', b'(a\\(b\\)\\\\c\\n\\r\\td)'), text(b'(empty)', b'()'),
                      text(utf16('adı'), b'(x)')]),
                {'utf16': NAME, 'little': NAME, 'utf8': NAME, 'pdfdoc': '\ufffdx •—ı“€', 'pair': 'a😀b',
                 'escaped': 'a(b)\\c\n\r\td', 'empty': '', 'adı': 'x'}),
    'names': (form([b'<</F#54/Tx/T(key)/#56(value)>>', b'<</FT/Btn/T(box)/V/Ye#73>>',
                    b'<</FT/Btn/Ff 32768/T(group)/V/y#c4#b1l#20a>>']),
              {'key': 'value', 'box': True, 'group': 'yıl a'}),
    'parents': (form([b'<</T(a)/FT/Tx/V(above)/Kids[7 0 R 8 0 R]>>', b'<</T(r)/FT/Btn/Ff 49152/V/two/Kids[9 0 R 10 0 R]>>',
                      b'<</T(w)/FT/Tx/V 11 0 R/Kids[12 0 R]>>'],
                     [b'<</T(b)/Parent 4 0 R>>', b'<</T(c)/Parent 4 0 R/V(own)>>',
                      b'<</Subtype/Widget/Parent 5 0 R/AS/Off/AP<</N<</one 3 0 R/Off 3 0 R>>>>>>',
                      b'<</Subtype/Widget/Parent 5 0 R/AS/two/AP<</N<</two 3 0 R/Off 3 0 R>>>>>>',
                      b'(elsewhere)', b'<</Subtype/Widget/Parent 6 0 R>>']),
                {'a.b': 'above', 'a.c': 'own', 'r': 'two', 'w': 'elsewhere'}),
    'states': (form([b'<</FT/Btn/T(shown)/AS/On>>', b'<</FT/Btn/T(off)/V/Off/AS/Off>>', b'<</FT/Btn/T(none)>>',
                     b'<</FT/Btn/Ff 65536/T(push)>>', b'<</FT/Btn/Ff 32768/T(numbered)/V/1/Opt[(Bir)(\xddki)]>>',
                     b'<</FT/Ch/T(list)/V[(a)(b)]/Opt[(a)(b)(c)]>>', b'<</FT/Ch/Ff 131072/T(combo)/V(x)/Opt[[(x)(Ex)]]>>',
                     b'<</FT/Sig/T(signed)/V<</Type/Sig/Contents<00>>>>>', b'<</FT/Sig/T(unsigned)>>']),
               {'shown': True, 'off': False, 'none': False, 'numbered': 'Ýki', 'list': 'a, b', 'combo': 'x',
                'signed': True, 'unsigned': False}),
    'stream': (form([b'<</FT/Tx/T(rich)/V 5 0 R>>'], [b'<</Length 6>>\nstream\n\xfe\xff\x01\x31\x00x\nendstream']), {'rich': 'ıx'}),
    'twice': (form([text(b'(same)', b'()'), text(b'(same)', b'(filled)')]), {'same': 'filled'}),
    'cycle': (form([b'<</FT/Tx/T(a)/Kids[4 0 R 5 0 R]>>', b'<</T(b)/V(x)/Kids[4 0 R]>>']), None),
    'deep': (form([b'<</T(a)/Kids[5 0 R]>>'], [b'<</T(a)/Kids[%d 0 R]>>' % (6 + i) for i in range(200)] +
                  [b'<</FT/Tx/T(a)/V(x)>>']), None),
    'many': (form([text(b'(f%d)' % i, b'(x)') for i in range(12000)]), None),
    'commands': (form([text(b'(a)', b'(=1+1)'), text(b'(b)', b'(+90)'), text(b'(c)', b'(-5)'), text(b'(d)', b'(@x)'),
                       text(b'(e)', b'(\\tx)'), text(b'(f)', b'(\\rx)'), text(b'(g)', b'(a;"b"=)'),
                       text(b'(=cmd)', utf16('\x1b[31m\n\x7f'))]),
                 {'a': '=1+1', 'b': '+90', 'c': '-5', 'd': '@x', 'e': '\tx', 'f': '\rx', 'g': 'a;"b"=', '=cmd': '\x1b[31m\n\x7f'}),
    'xfa': (form([], [b'<</Length 4>>\nstream\n<x/>\nendstream'], b'/XFA 4 0 R'), None),
    'scan': (form([]), None),
}


def main(folder):
    wanted = {}
    for name, (data, values) in FORMS.items():
        with open(os.path.join(folder, name + '.pdf'), 'wb') as file:
            file.write(data)
        if values is not None:
            wanted[name] = values
    with open(os.path.join(folder, 'wanted.json'), 'w', encoding='utf-8') as file:
        json.dump(wanted, file)


main(sys.argv[1])
