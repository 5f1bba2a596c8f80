"""word: writes Word files (Office Open XML) part by part, so that a test says exactly what stands in them."""
import struct
import zipfile
import zlib

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'
SPACES = (f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
          'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')


def t(text, *settings):
    """A run; settings are elements of w:rPr: 'b', 'vertAlign:superscript'."""
    inner = ''.join('<w:' + s.partition(':')[0] + (f' w:val="{s.partition(":")[2]}"' if ':' in s else '') + '/>'
                    for s in settings)
    pieces = escape(text).replace('\t', '</w:t><w:tab/><w:t xml:space="preserve">').replace(
        '\n', '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{inner}</w:rPr>" if inner else ""}<w:t xml:space="preserve">{pieces}</w:t></w:r>'


def p(*runs, style='', num=None, jc='', extra=''):
    """A paragraph of runs, or of plain texts."""
    settings = f'<w:pStyle w:val="{style}"/>' if style else ''
    if num:
        settings += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    if jc:
        settings += f'<w:jc w:val="{jc}"/>'
    settings += extra
    return f'<w:p>{f"<w:pPr>{settings}</w:pPr>" if settings else ""}' + \
        ''.join(r if r.startswith('<') else t(r) for r in runs) + '</w:p>'


def tc(content, settings=''):
    return f'<w:tc><w:tcPr>{settings}</w:tcPr>{content if content.startswith("<") else p(content)}</w:tc>'


def tr(*cells, header=False):
    return '<w:tr>' + ('<w:trPr><w:tblHeader/></w:trPr>' if header else '') + \
        ''.join(c if c.startswith('<w:tc>') else tc(c) for c in cells) + '</w:tr>'


def tbl(*rows, widths=()):
    grid = ''.join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return f'<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>' + ''.join(rows) + '</w:tbl>'


def field(code, result='', form=''):
    """A field of a code and a result."""
    return f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>' \
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>' \
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{t(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def control(settings, content):
    return f'<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def picture(rid, descr='', mm=60, crop=''):
    emu = mm * 36000
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="{emu}" cy="{emu}"/>' \
        f'<wp:docPr id="1" name="Resim 1" descr="{escape(descr)}"/><a:graphic><a:graphicData><a:blip r:embed="{rid}"/>' \
        f'{crop}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'


def png(red, width=8):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = (b'\0' + bytes((red, 90, 90)) * width) * width
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, width, 8, 2, 0, 0, 0)) + \
        chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


STYLES = ''.join(f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/>{x}</w:style>' for i, n, x in (
    ('Normal', 'Normal', ''), ('KonuBal', 'Title', ''), ('Balk1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    ('Balk2', 'heading 2', '<w:basedOn w:val="Balk1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ('Balk3', 'heading 3', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), ('ResimYazs', 'caption', ''),
    ('TabloAlt', 'Table Caption', ''), ('ResimAlt', 'Image Caption', ''), ('T1', 'toc 1', ''), ('Dongu', 'Döngü', '<w:basedOn w:val="Dongu2"/>'),
    ('Dongu2', 'Döngü 2', '<w:basedOn w:val="Dongu"/><w:rPr><w:b/></w:rPr>'),
    ('Numarali', 'Numaralı Başlık', '<w:basedOn w:val="Balk1"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>')))


def levels(*rows):
    return ''.join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{text}"/></w:lvl>'
                   for i, (f, text) in enumerate(rows))


LISTS = {1: levels(('decimal', '%1.'), ('lowerLetter', '%2)'), ('lowerRoman', '%3)')), 2: levels(('bullet', ''), ('bullet', 'o')),
         3: levels(('lowerLetter', '%1.'), ('decimal', '%1.%2.')), 4: levels(('decimal', '(%1)'), ('lowerLetter', '(%2)')),
         5: levels(('decimal', 'MADDE %1 –')), 6: levels(('bullet', '\uf0a8')), 8: levels(('bullet', ' '), ('bullet', ' ')), 9: levels(('decimal', '%1.'), ('decimal', '%1.%2'))}


def numbering():
    return ''.join(f'<w:abstractNum w:abstractNumId="{i}">{x}</w:abstractNum>' for i, x in LISTS.items()) + \
        ''.join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in LISTS) + \
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'


def note(number, *runs):
    return f'<w:footnote w:id="{number}">{p(*runs)}</w:footnote>'


def parts(body, relations=(), notes='', media=None, headers=(), extra=None):
    """The parts of a file. relations: (id, type, target, outside); headers: contents of header parts."""
    rels = [('s', 'styles', 'styles.xml', False), ('n', 'numbering', 'numbering.xml', False), *relations]
    files = {'word/styles.xml': f'{HEAD}<w:styles {SPACES}>{STYLES}</w:styles>',
             'word/numbering.xml': f'{HEAD}<w:numbering {SPACES}>{numbering()}</w:numbering>'}
    if notes:
        rels.append(('f', 'footnotes', 'footnotes.xml', False))
        files['word/footnotes.xml'] = f'{HEAD}<w:footnotes {SPACES}><w:footnote w:type="separator" w:id="-1">{p()}' \
            f'</w:footnote>{notes}</w:footnotes>'
    end = ''
    for i, header in enumerate(headers, 1):
        rels.append((f'h{i}', 'header', f'header{i}.xml', False))
        files[f'word/header{i}.xml'] = f'{HEAD}<w:hdr {SPACES}>{header}</w:hdr>'
        end += f'<w:headerReference w:type="default" r:id="h{i}"/>'
    files['word/document.xml'] = f'{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr>{end}</w:sectPr></w:body></w:document>'
    files['word/_rels/document.xml.rels'] = relationships(rels)
    files['_rels/.rels'] = relationships([('d', 'officeDocument', 'word/document.xml', False)])
    files['[Content_Types].xml'] = content_types(files)
    files.update(media or {})
    files.update(extra or {})
    return files


def content_types(files):
    """LibreOffice opens no file without them."""
    kinds = {'document': 'document.main', 'header': 'header', 'styles': 'styles', 'numbering': 'numbering',
             'footnotes': 'footnotes'}
    rows = ''.join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in (
        ('xml', 'application/xml'), ('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
        ('png', 'image/png'), ('emf', 'image/x-emf')))
    for name in files:
        kind = kinds.get(name.rpartition('/')[2].partition('.')[0].rstrip('0123456789'))
        if kind and '_rels' not in name:
            rows += f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.' \
                f'wordprocessingml.{kind}+xml"/>'
    return f'{HEAD}<Types xmlns="{PACKAGE}content-types">{rows}</Types>'


def relationships(rows):
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">' + ''.join(
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{escape(target)}"{" TargetMode=" + chr(34) + "External" + chr(34) if outside else ""}/>'
        for i, kind, target, outside in rows) + '</Relationships>'


def write(path, files):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
