"""writers.py: the Markdown of the bench's documents as the peers want it, so that each sets the same text in the same
design: A4, 25 mm at the sides, Noto Serif 10.5 pt justified, the institution above, identity and “Sayfa 1 / 3” below.

Only what the documents use is understood. Blocks stand between empty lines: headings, paragraphs, lists of one line an
item, a picture alone (a figure, numbered in its order), tables. In a line: **bold**, [links](https://…), <addresses>,
small ![pictures](…); a [link](#within) the document becomes its text."""
import collections
import html as entities
import re

Document = collections.namedtuple('Document', 'title identity blocks')
INSTITUTION = 'Konya Teknik Üniversitesi – Bilgi İşlem Daire Başkanlığı'
AUTHOR = 'KTÜN Bilgi İşlem Daire Başkanlığı'
FIGURE = re.compile(r'!\[(?P<alt>[^\]]*)\]\((?P<file>\S+) "(?P<caption>[^"]*)"\)')
INLINE = re.compile(r'\*\*(?P<bold>.+?)\*\*|!\[(?P<alt>[^\]]*)\]\((?P<file>[^)]*)\)'
                    r'|\[(?P<text>[^\]]*)\]\((?P<url>[^)]*)\)|<(?P<address>https?://[^>]+)>')


# ---- reading -----------------------------------------------------------------------------------------------------

def cells(line):
    return [cell.strip() for cell in line.strip('| ').split('|')]


def read(markdown, identity):
    """The document: its blocks are tuples, the kind first."""
    blocks = []
    figures = 0
    for text in markdown.strip().split('\n\n'):
        lines = text.split('\n')
        figure = FIGURE.fullmatch(text)
        if text.startswith('#'):
            level, title = text.split(' ', 1)
            blocks.append(('heading', len(level), title))
        elif figure:
            figures += 1
            blocks.append(('figure', figure['file'], figure['alt'], f'Şekil-{figures}. {figure["caption"]}'))
        elif text.startswith('|'):
            blocks.append(('table', cells(lines[0]), [cells(line) for line in lines[2:]]))
        elif text.startswith('1. '):
            blocks.append(('numbers', [line.split(' ', 1)[1] for line in lines]))
        elif text.startswith('- '):
            blocks.append(('bullets', [line[2:] for line in lines]))
        else:
            blocks.append(('paragraph', text))
    return Document(blocks[0][2], identity, blocks)


def inline(line, text, bold, link, picture):
    """The line with each of its parts as the function for it writes it."""
    parts = []
    at = 0
    for match in INLINE.finditer(line):
        parts.append(text(line[at:match.start()]))
        at = match.end()
        if match['bold']:
            parts.append(bold(match['bold']))
        elif match['file']:
            parts.append(picture(match['alt'], match['file']))
        elif match['address']:
            parts.append(link(match['address'], match['address']))
        elif match['url'].startswith('#'):
            parts.append(text(match['text']))
        else:
            parts.append(link(match['text'], match['url']))
    parts.append(text(line[at:]))
    return ''.join(parts)


# ---- Typst -------------------------------------------------------------------------------------------------------

TYPST_HEAD = '''#set document(title: "%(title)s", author: "%(author)s", keywords: "%(identity)s",
  date: datetime(year: 2019, month: 1, day: 15))
#set text(font: "Noto Serif", size: 10.5pt, lang: "tr", region: "TR", hyphenate: true)
#set page(paper: "a4", margin: (x: 25mm, top: 28mm, bottom: 25mm),
  header: [#set text(8.5pt, font: "Noto Sans"); %(institution)s #v(-6pt) #line(length: 100%%, stroke: 0.4pt)],
  footer: [#set text(8.5pt, font: "Noto Sans"); #line(length: 100%%, stroke: 0.4pt) #v(-6pt) %(identity)s #h(1fr) \
Sayfa #context counter(page).display("1 / 1", both: true)])
#set par(justify: true, leading: 0.68em, spacing: 1.1em)
#show heading: set text(font: "Noto Sans")
#show link: set text(fill: rgb("#0b57d0"))
#set figure(supplement: none, numbering: none)
'''


def typst_text(text):
    return re.sub(r'([\\#\[\]*_`$<>@=~"])', r'\\\1', text).replace('//', '/\\/')


def typst_line(line):
    """Bold is no *bold* here: within a word that is two asterisks. A semicolon ends what a bracket might go on with."""
    return inline(line, typst_text, lambda text: f'#strong[{typst_text(text)}];',
                  lambda text, url: f'#link("{url}")[{typst_text(text)}];',
                  lambda alt, file: f'#box(height: 0.9em, baseline: 10%, image("{file}", alt: "{alt}"));')


def typst_table(head, rows):
    header = ', '.join(f'[*{typst_text(cell)}*]' for cell in head)
    body = ''.join(f', [{typst_text(cell)}]' for row in rows for cell in row)
    return f'#table(columns: {len(head)}, table.header({header}){body})'


def typst_figure(file, alt, caption):
    return f'#figure(image("{file}", width: 100%, alt: "{alt}"), caption: [{typst_text(caption)}])'


TYPST = {
    'heading': lambda level, text: '=' * level + ' ' + typst_line(text),
    'paragraph': typst_line,
    'numbers': lambda items: '\n'.join(f'+ {typst_line(item)}' for item in items),
    'bullets': lambda items: '\n'.join(f'- {typst_line(item)}' for item in items),
    'figure': typst_figure,
    'table': typst_table,
}


def typst(document):
    head = TYPST_HEAD % {'title': document.title, 'author': AUTHOR, 'identity': document.identity,
                         'institution': INSTITUTION}
    return '\n\n'.join([head] + [TYPST[kind](*parts) for kind, *parts in document.blocks]) + '\n'


# ---- HTML with a print sheet -------------------------------------------------------------------------------------

HTML_HEAD = '''<!DOCTYPE html>
<html lang="tr"><head><meta charset="utf-8"><title>%(title)s</title><meta name="author" content="%(author)s">\
<meta name="description" content="%(identity)s"><style>
%(style)s</style></head><body>
'''
STYLE = '''@page { size: A4; margin: 28mm 25mm 25mm 25mm;
  @top-left { content: "%(institution)s"; font: 8.5pt "Noto Sans"; border-bottom: .4pt solid #000; width: 100%%;
    vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm }
  @bottom-left { content: "%(identity)s"; font: 8.5pt "Noto Sans"; border-top: .4pt solid #000; vertical-align: top;
    padding-top: 2mm; margin-top: 4mm; width: 70%% }
  @bottom-right { content: "Sayfa " counter(page) " / " counter(pages); font: 8.5pt "Noto Sans";
    border-top: .4pt solid #000; vertical-align: top; padding-top: 2mm; margin-top: 4mm; width: 30%% } }
html { font: 10.5pt/1.45 "Noto Serif", serif }
body { margin: 0; text-align: justify; hyphens: auto; orphans: 2; widows: 2 }
h1, h2, h3 { font-family: "Noto Sans"; text-align: left; hyphens: none; break-after: avoid; line-height: 1.25 }
h1 { font-size: 17pt } h2 { font-size: 13pt } h3 { font-size: 11pt }
p { margin: 0 0 .7em }
figure { margin: 1em 0; break-inside: avoid; text-align: center }
figure img { width: 100%%; height: auto; border: .4pt solid #999 }
figcaption { font-size: 9pt; font-style: italic; margin-top: .4em }
p img, li img { height: .9em; vertical-align: -.1em }
table { border-collapse: collapse; width: 100%%; margin: 1em 0; font-size: 9.5pt; hyphens: none; text-align: left }
th, td { border: .4pt solid #666; padding: 1.5mm 2mm } th { background: #eee }
thead { display: table-header-group } tr { break-inside: avoid }
a { color: #0b57d0; text-decoration: none; overflow-wrap: anywhere }
'''


def html_text(text):
    return entities.escape(text, quote=False)


def html_line(line):
    return inline(line, html_text, lambda text: f'<strong>{html_text(text)}</strong>',
                  lambda text, url: f'<a href="{entities.escape(url)}">{html_text(text)}</a>',
                  lambda alt, file: f'<img src="{file}" alt="{entities.escape(alt)}">')


def html_list(tag, items):
    return f'<{tag}>' + ''.join(f'<li>{html_line(item)}</li>' for item in items) + f'</{tag}>'


def html_table(head, rows):
    header = ''.join(f'<th scope="col">{html_text(cell)}</th>' for cell in head)
    body = ''.join('<tr>' + ''.join(f'<td>{html_text(cell)}</td>' for cell in row) + '</tr>' for row in rows)
    return f'<table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>'


def html_figure(file, alt, caption):
    return f'<figure><img src="{file}" alt="{entities.escape(alt)}" width="1200" height="700">' \
           f'<figcaption>{html_text(caption)}</figcaption></figure>'


HTML = {
    'heading': lambda level, text: f'<h{level}>{html_line(text)}</h{level}>',
    'paragraph': lambda text: f'<p>{html_line(text)}</p>',
    'numbers': lambda items: html_list('ol', items),
    'bullets': lambda items: html_list('ul', items),
    'figure': html_figure,
    'table': html_table,
}


def html(document):
    style = STYLE % {'institution': INSTITUTION, 'identity': document.identity}
    head = HTML_HEAD % {'title': html_text(document.title), 'author': AUTHOR, 'identity': document.identity,
                        'style': style}
    return head + '\n'.join(HTML[kind](*parts) for kind, *parts in document.blocks) + '\n</body></html>\n'


# ---- groff's ms --------------------------------------------------------------------------------------------------

# The number of pages comes as the register NP. Noto is nothing to groff (Type 1 fonts only): Times.
MS_HEAD = r'''.nr PO 2.5c
.nr LL 16c
.nr HM 2.8c
.nr FM 2.5c
.nr PS 10.5p
.nr VS 14.5p
.fam T
.nr GROWPS 2
.nr PSINCR 1.5p
.ds LH %(institution)s
.ds CH
.ds RH
.ds LF %(identity)s
.ds CF
.ds RF Sayfa \\n[%%] / \\*[NP]
.pdfinfo /Title %(title)s
.pdfinfo /Author %(author)s
'''


def ms_text(text):
    return text.replace('\\', '\\e')


def ms_safe(line):
    return '\\&' + line if line[:1] in ("'", '.') else line


def ms_line(line):
    """A link is a macro on a line of its own; a small picture, which groff cannot place in a line, is a square."""
    text = inline(line, ms_text, lambda part: f'\\fB{ms_text(part)}\\fP',
                  lambda part, url: f'\n.pdfhref W -D "{url}" -- "{part}"\n', lambda alt, file: '\\(sq')
    return '\n'.join(part if part.startswith('.pdfhref') else ms_safe(part)
                     for part in text.split('\n') if part.strip())


def ms_table(head, rows):
    formats = ' '.join('lb' for _ in head) + '\n' + ' '.join('l' for _ in head)
    body = '\n'.join('\t'.join(row) for row in [head] + rows)
    return f'.TS\nallbox;\n{formats}.\n{body}\n.TE'


def ms_figure(file, _, caption):
    copy = file.replace('.png', '.pdf')
    return f'.KS\n.PDFPIC -C {copy} 16c\n.ce 1\n\\fI{ms_text(caption)}\\fP\n.KE'


MS = {
    'heading': lambda level, text: f'.SH {level}\n{ms_safe(text)}\n.pdfhref O {level} "{text}"',
    'paragraph': lambda text: '.PP\n' + ms_line(text),
    'numbers': lambda items: '\n'.join(f'.IP {i}. 4n\n{ms_line(item)}' for i, item in enumerate(items, 1)),
    'bullets': lambda items: '\n'.join(f'.IP \\(bu 2n\n{ms_line(item)}' for item in items),
    'figure': ms_figure,
    'table': ms_table,
}


def ms(document):
    head = MS_HEAD % {'title': document.title, 'author': AUTHOR, 'identity': document.identity,
                      'institution': INSTITUTION}
    return '\n'.join([head] + [MS[kind](*parts) for kind, *parts in document.blocks]) + '\n'
