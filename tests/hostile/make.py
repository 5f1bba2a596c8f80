#!/usr/bin/env python3
"""make.py NAME DIR [--scale S]: writes one hostile content folder as DIR, which must not exist yet.
make.py --list: one row per name: NAME STATUS GROWS; STATUS is the exit status a build must end with (0, 1, or - where
both are right), GROWS is 1 where --scale changes the size: half the scale is half the bytes, and no more than half the
work to do.

A case is a function with the decorator @case; its argument n(count) gives the count times the scale. Most cases give
the text of one document; the folder around it (indexes, identity, title) is the same for all and without fault. Only
Python's standard library is used."""
import os
import struct
import sys
import zlib

CASES = {}
SUBJECT = 'frm/bim/konu'
EDITION = 'belge_20190115_1'
TITLE = '# Başlık\n\n'


def case(status, grows=True):
    """Enters a function as a case; its name with hyphens is the case's name."""
    def enter(make):
        CASES[make.__name__.strip('_').replace('_', '-')] = (make, status, grows)
        return make
    return enter


def put(root, path, data):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def png(width, height, claimed=None):
    """A grey PNG; claimed is the size its header tells."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    head = struct.pack('>IIBBBBB', *(claimed or (width, height)), 8, 0, 0, 0, 0)
    rows = zlib.compress((b'\0' + b'\x80' * width) * height)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', rows) + chunk(b'IEND', b'')


def frame(root, subject=SUBJECT):
    """The folders with their indexes, without fault."""
    put(root, 'index.md', '# Kurum\n')
    parts = subject.split('/')
    for depth in range(1, len(parts) + 1):
        put(root, '/'.join(parts[:depth]) + '/index.md', f'# Klasör {depth}\n')


class Folder(dict):
    """What a case gives when one document is not enough: path -> bytes or text; `links` path -> target of a symbolic
    link, `pipes` paths of named pipes, `bare` without the frame."""
    def __init__(self, files=(), links=(), pipes=(), subject=SUBJECT, bare=False):
        super().__init__(files)
        self.links, self.pipes, self.subject, self.bare = dict(links), list(pipes), subject, bare


def document(text, **more):
    """A folder with one document of this text, below a title of its own when the text is not bytes."""
    return Folder({f'{SUBJECT}/{EDITION}.md': text if isinstance(text, bytes) else TITLE + text}, **more)


def front(text):
    """A document whose front matter is this text, fence lines included."""
    return document((text if isinstance(text, bytes) else text.encode()) + (TITLE + 'Metin.\n').encode())


def lines(count, row):
    return ''.join(row(i) for i in range(count))


# ---- inlines: what makes a reader of Markdown look back again and again ------------------------------------------

@case(1)
def open_brackets(n): return '[' * n(100000)

@case(1)
def open_brackets_in_lines(n): return ('[' * 79 + '\n') * n(1300)

@case(1)
def open_brackets_in_cells(n): return '| a | b |\n|---|---|\n' + ('| ' + '[' * 2000 + ' | x |\n') * n(50)

@case('-')
def open_brackets_in_paragraphs(n): return ('[' * 999 + '\n\n') * n(500)

@case(1)
def open_images(n): return '![' * n(50000)

@case('-')
def nested_brackets(n): return '[' * n(50000) + 'a' + ']' * n(50000)

@case('-')
def closing_brackets(n): return 'a]' * n(100000)

@case('-')
def link_starts(n): return '[a](' * n(100000)

@case('-')
def link_starts_angle(n): return '[a](<b' * n(100000)

@case('-')
def link_starts_titled(n): return '[a](b "' * n(100000)

@case('-')
def image_starts(n): return '![a](' * n(50000)

@case('-')
def empty_images_in_brackets(n): return '![[]()' * n(50000)

@case('-')
def brackets_and_parentheses(n): return '[ (](' * n(50000)

@case('-')
def unresolved(n): return '[x][y] ' * n(50000)

@case('-')
def stars(n): return '*' * n(500000)

@case('-')
def underscores(n): return '_' * n(500000)

@case('-')
def emphasis_openers(n): return '_a ' * n(100000)

@case('-')
def emphasis_closers(n): return 'a_ ' * n(100000)

@case('-')
def emphasis_mismatched(n): return '*a_ ' * n(100000)

@case('-')
def emphasis_of_three(n): return 'a**b' + 'c* ' * n(100000)

@case('-')
def emphasis_nested(n): return '*a **a ' * n(30000) + 'b' + ' a** a*' * n(30000)

@case('-')
def emphasis_and_brackets(n): return '[ a_' * n(50000)

@case('-')
def backticks_growing(n):
    size, text = n(1000000), []
    while size > 0:
        text.append('e' + '`' * (len(text) + 1))
        size -= len(text) + 1
    return ''.join(text)

@case(0)
def backticks(n): return 'a' + '`' * n(1000000)

@case('-')
def code_in_one_line(n): return '`a` ' * n(200000)

@case('-')
def notes_in_one_line(n): return 'x[^1] ' * n(150000) + '\n\n[^1]: y\n'

@case('-')
def backslash_behind_code(n): return '`a` &amp; ' * n(100000) + '\\\n'

@case('-')
def angles(n): return '<' * n(500000)

@case('-')
def angle_words(n): return '<a ' * n(200000)

@case('-')
def comment_starts(n): return 'a <!-- ' * n(100000)

@case('-')
def comments(n): return 'a <!-- b --> ' * n(100000)

@case('-')
def comments_of_two_lines(n): return 'a <!--\nb --> ' * n(50000)

@case('-')
def comment_in_comment(n): return '<!--' * n(100000) + '-->'

@case(1)
def tags_open(n): return 'a <u> ' * n(100000)

@case('-')
def tags_closed(n): return '<u>a</u> <span lang="en">b</span> ' * n(50000)

@case(1)
def tags_nested(n): return '<u>' * n(50000) + 'a' + '</u>' * n(50000)

@case(1)
def tags_crossed(n): return '<u><s>a</u></s> ' * n(50000)

@case('-')
def line_tags(n): return 'a<br>' * n(200000)

@case('-')
def tilde_openers(n): return '~~a ' * n(100000)

@case('-')
def tilde_closers(n): return 'a~~ ' * n(100000)

@case('-')
def tildes_paired(n): return '~~a~~ ' * n(100000)

@case('-')
def tildes_nested(n): return '~~a ' * n(50000) + 'b~~ ' * n(50000)

@case('-')
def tildes_single(n): return 'a~b~ ' * n(100000)

@case('-')
def mail_signs(n): return 'a@' * n(200000) + '@' * n(200000)

@case('-')
def mail_addresses(n): return 'a@b.tr ' * n(100000) + 'a\\@b.tr ' * n(100000)

@case('-')
def web_starts(n): return 'www.' * n(200000)

@case('-')
def foreign_starts(n): return '{{ == [[ ^[ $a :a {% ' * n(50000)

@case('-')
def foreign_escaped(n): return '\\{{a}} \\==b== \\\\\\x ' * n(50000)

@case('-')
def products(n): return '3*4*5 ' * n(100000)

@case(1)
def boxes_after(n): return 'a [ ]\n' * n(50000)

@case(0)
def boxes_before(n): return '[ ] a ' * n(50000)

@case(0)
def fields_narrow(n): return '[__] ' * n(50000)

@case(0)
def labels_only(n): return 'Adres: a\n' * n(50000)

@case('-')
def paths(n): return '\\\\a\\b C:\\*x ' * n(50000)

@case('-')
def processing_starts(n): return 'a <? ' * n(100000)

@case('-')
def declaration_starts(n): return 'a <!A ' * n(100000) + '<![CDATA[' * n(50000)

@case(1)
def raw_html(n): return 'a <b>c</b>\n' * n(50000)

@case(1)
def raw_html_blocks(n): return '<div>\n\n' * n(50000)

@case('-')
def entities(n): return '&#x41;&amp;&copy;&notathing;' * n(50000)

@case('-')
def ampersands(n): return '&' * n(1000000)

@case('-')
def backslashes(n): return '\\' * n(1000000)

@case(0)
def hard_breaks(n): return 'a\\\n' * n(200000) + 'b'

@case(0)
def line_of_4_mb(n): return 'kelime ' * n(570000) + 'son\n'

@case(0)
def word_of_4_mb(n): return 'a' * n(4000000) + '\n'

@case(0)
def short_lines(n): return 'a\n' * n(1000000)

@case(0)
def paragraphs(n): return 'a\n\n' * n(300000)

@case(0)
def blank_lines(n): return '\n' * n(2000000) + 'a\n'

@case('-')
def spaces(n): return 'a' + ' ' * n(3000000) + 'b\n'

@case('-')
def tabs(n): return 'a\n' + '\t' * n(2000000) + 'b\n'

@case(0)
def bare_addresses(n): return 'https://ornek.example/yol ' * n(50000)

@case('-')
def address_of_1_mb(n): return 'https://ornek.example/' + 'a' * n(1000000)

@case('-')
def addresses_in_a_word(n): return 'http://' * n(200000)

@case('-')
def address_with_parentheses(n): return 'https://ornek.example/' + '(' * n(200000) + ')' * n(200000)

@case('-')
def address_with_dots(n): return 'https://ornek.example/a' + '.,;:' * n(200000) + ' b'

@case('-')
def almost_addresses(n): return 'http:/ https: hhttp ' * n(50000)


# ---- blocks: depth and number ------------------------------------------------------------------------------------

@case(1)
def nested_quotes(n): return '>' * n(10000) + ' a\n'

@case(1)
def nested_lists(n): return '- ' * n(10000) + 'a\n'

@case(1)
def nested_lists_and_lines(n): return '- ' * n(2000) + 'a\n' + '\n' * n(2000)

@case(1)
def nested_list_lines(n): return lines(int(n(360000) ** .5), lambda i: '  ' * i + '- a\n')

@case(1)
def nested_mixed(n): return '> - 1. ' * n(3000) + 'a\n'

@case(1)
def nested_notes(n): return lines(int(n(40000) ** .5), lambda i: '> ' * (i + 1) + '[!NOTE]\n' + '> ' * (i + 1) + 'a\n')

@case(0)
def lettered_items(n): return lines(n(8000), lambda i: 'abcdefghij'[i % 10] + ') madde\n')

@case(0)
def lettered_items_apart(n): return lines(n(8000), lambda i: '(%d) madde\n\n' % (i % 999 + 1))

@case(0)
def lettered_families(n): return lines(n(8000), lambda i: ('a) x\n', 'A) x\n', 'i) x\n', 'I) x\n', '1) x\n')[i % 5])

@case(0)
def lettered_bullets(n): return lines(n(8000), lambda i: ('- a) x\n', '- A) x\n')[i % 2])

@case('-')
def lettered_levels(n): return lines(60, lambda i: '   ' * i + 'a) x\n\n') * max(1, n(40))

@case('-')
def lettered_columns(n): return lines(int(n(400000) ** .5), lambda i: ' ' * i + 'a) x\n') + 'b\n' * n(100000)

@case('-')
def lettered_in_one_line(n): return 'a) ' * n(20000) + 'x\n'

@case('-')
def lettered_paths(n): return lines(n(4000), lambda i: '(%d) x\n\n' % (i % 999 + 1)) + '[x](#baslik/1) ' * n(4000)

@case(0)
def list_items(n): return '- a\n' * n(200000)

@case('-')
def quotes_and_lazy_lines(n): return '> a\nb\n\n' * n(50000)

@case(0)
def notes(n): return '> [!NOTE]\n> Metin.\n\n' * n(20000)

@case(1)
def blocks_unclosed(n): return '::: imza\n' * n(100000)

@case(1)
def blocks_closed_only(n): return ':::\n' * n(100000)

@case(1)
def blocks_nested(n): return '::: orta\n' * n(2000) + 'a\n' + ':::\n' * n(2000)

@case(1)
def blocks_of_all_types_nested(n): return '::: ek\n::: yatay\n::: sağ\n::: orta\n::: imza\n' * n(2000) + 'a\n' + ':::\n' * n(10000)

@case(1)
def blocks_unknown(n): return '::: note\na\n:::\n' * n(20000)

@case(1)
def blocks_across_items(n): return '- a\n  ::: sağ\n' * n(20000) + ':::\n' * n(20000)

@case(0)
def blocks_in_sequence(n): return '::: orta\na\nb\n:::\n' * n(20000)

@case(0)
def blocks_in_quotes(n): return '> ::: sağ\n> a\n> :::\n\n' * n(20000)

@case(0)
def annexes(n): return '::: ek\n## Ek metni\n\na\n:::\n' * n(2000)

@case(0)
def annexes_without_headings(n): return '::: ek\na\n:::\n' * n(2000) + '[](#ek-1)\n' * n(2000)

@case(0)
def sheets_turned_in_turn(n): return 'a\n\n::: yatay\nb\n:::\n\n' * n(2000)

@case(0)
def headings_before_landscape(n): return '## a\n' * n(20000) + '::: yatay\nb\n:::\n'

@case(0)
def sheets_begun(n): return 'a\n\\newpage\n' * n(5000) + 'a\n'

@case(0)
def newpages(n): return '\\newpage\n' * n(100000) + 'a\n'

@case(0)
def newpages_in_text(n): return 'a \\newpage b\n' * n(20000)

@case(0)
def signatories(n): return '::: imza\n' + 'Ali Veli\nBaşkan\n\n' * n(5000) + ':::\n'

@case(0)
def signatory_of_many_lines(n): return '::: imza\n' + 'Ali Veli\n' * n(5000) + '\nb\n:::\n'

@case(0)
def signatory_of_one_word(n): return '::: imza\n' + 'a' * n(100000) + '\n:::\n'

@case(0)
def footnotes_on_turned_sheets(n): return 'a\n\n::: yatay\nb[^1]\n:::\n\n' * n(500) + '[^1]: ' + 'uzun not ' * n(2000) + '\n'

@case(0)
def rules(n): return '***\n' * n(200000)

@case(1)
def fence_unclosed(n): return '```\n' + 'satır\n' * n(200000)

@case(1)
def fences_shrinking(n):
    count = int(n(4000000) ** .5)
    return lines(count, lambda i: '`' * (count - i + 2) + '\n')

@case(1)
def fences_nested(n): return '> ```\n> ~~~\n\n- ```\n\n' * n(20000) + '~~~~\n'

@case(0)
def fences(n): return '```\na\n```\n' * n(100000)

@case('-')
def headings_equal(n): return '## Aynı\n' * n(100000)

@case('-')
def headings_without_text(n): return '##\n' * n(100000)

@case('-')
def headings_that_take_suffixes(n): return '## Aynı\n' * n(30000) + lines(n(30000), lambda i: f'## Aynı {i + 2}\n')

@case('-')
def headings_long(n): return '## ' + 'uzun başlık ' * n(100000) + '\n'

@case('-')
def setext_lines(n): return 'a\n' * n(100000) + '---\n' + '===\n' * n(100000)


# ---- references and definitions ----------------------------------------------------------------------------------

@case(0)
def references(n): return '## Bölüm\n\n' + ('[Bölüm](#bolum) ' * 100 + '\n\n') * n(1000)

@case(0)
def references_filled_in(n): return '## Bölüm\n\n' + ('[](#bolum) ' * 100 + '\n\n') * n(1000)

@case('-')
def references_filled_in_with_much(n): return '## ' + 'Ω' * n(10000) + '\n\n' + '[](#bolum) ' * n(10000)

@case(1)
def references_to_nothing(n): return lines(n(10000), lambda i: f'## Bölüm {i}\n\n[Bölüm](#bolun-{i})\n\n')

@case(1)
def references_to_long_nothing(n): return lines(n(200), lambda i: f'## {"bölüm " * 300}{i}\n\n[Bölüm](#{"bolun-" * 300}{i})\n\n')

@case(1)
def references_to_repeated(n): return '## Bölüm\n\n## Bölüm\n\n' + '[Bölüm](#bolum)\n' * n(50000)

@case(1)
def links_to_nothing(n): return lines(n(20000), lambda i: f'[Parola {i}](../parola/parola-{i})\n\n')

@case(1)
def links_out_of_content(n): return ('[x](' + '../' * 100 + 'etc)\n') * n(5000)

@case(0)
def definitions(n): return lines(n(50000), lambda i: f'[k{i}]: https://ornek.example/{i}\n') + '\n' + lines(n(50000), lambda i: f'[k{i}]\n')

@case('-')
def definitions_equal(n): return '[k]: https://ornek.example/\n' * n(50000) + '\n[k]\n'

@case('-')
def definition_used_often(n): return '[k]: https://ornek.example/' + 'a' * n(50000) + '\n\n' + '[k] ' * n(50000)

@case('-')
def definition_label_of_1_mb(n): return '[' + 'a' * n(1000000) + ']: https://ornek.example/\n'

@case('-')
def definitions_and_cells(n):
    return (lines(n(10000), lambda i: f'[k{i}]: https://ornek.example/{i}\n') + '\n| a | b |\n|---|---|\n'
            + lines(n(5000), lambda i: f'| [k{i}] | [k{i + 1}] |\n'))

@case('-')
def definitions_and_notes(n):
    return (lines(n(10000), lambda i: f'[k{i}]: https://ornek.example/{i}\n') + '\n'
            + lines(n(5000), lambda i: f'> [!NOTE]\n> [k{i}]\n\n'))

@case('-')
def definitions_and_footnotes(n):
    return (lines(n(5000), lambda i: f'[k{i}]: https://ornek.example/{i}\n') + '\n'
            + lines(n(5000), lambda i: f'Metin[^{i}].\n\n[^{i}]: [k{i}]\n\n'))


# ---- tables and footnotes ----------------------------------------------------------------------------------------

@case(0)
def table_rows(n): return '| a | b | c |\n|---|:-:|--:|\n' + '| x | **y** | z |\n' * n(10000)

@case('-')
def table_columns(n): return '| a ' * n(20000) + '|\n' + '|---' * n(20000) + '|\n' + '| x ' * n(20000) + '|\n'

@case('-')
def table_wide_and_empty(n):
    side = n(2000)
    return '|a' * side + '|\n' + '|-' * side + '|\n' + '|x|\n' * side

# Each other row joins, across and down.
@case(0)
def table_spans(n):
    return '| a | b | c |\n|---|---|---|\n' + lines(n(2500), lambda i:
        f'| x{i} || y |\n| ^^ || z |\n| p{i} | q ||\n| r | s | t |\n')

@case(0)
def table_one_cell_down(n):
    return '|  | b | c |\n|---|---|---|\n| hepsi | 0 | 1 |\n' + lines(
        n(5000), lambda i: f'| ^^ | {i} | ^^ |\n')

@case('-')
def table_one_cell_over_all(n):
    columns = 100
    return '| a ' * columns + '|\n' + '|---' * columns + '|\n| hepsi ' \
        + '|' * columns + '\n' + ('| ^^ ' + '|' * columns + '\n') * n(5000)

@case(0)
def table_spans_wide(n):
    return '|  ' + '|' * 50 + ' b |' * 50 + '\n' + '|---' * 100 + '|\n' \
        + ('| x ' + '|' * 50 + ' y ' + '|' * 50 + '\n' + '| ^^ ' + '|' * 50
           + ' w |' * 50 + '\n' + '| v ' * 100 + '|\n') * n(200)

@case('-')
def table_captions_typed(n):
    return '**Tablo 2: Aynı**\n\n| a |\n|---|\n| x |\n\n' * n(10000)

@case(0)
def tables(n): return '| a | b |\n|---|---|\n| x | y |\n\n' * n(10000)

@case('-')
def table_captions_equal(n): return 'Tablo: Aynı\n\n| a |\n|---|\n| x |\n\n' * n(10000)

@case('-')
def table_headers_only(n): return '| a |\n|---|\n' * n(50000)

@case('-')
def delimiter_rows(n): return '|---|---|\n' * n(100000)

@case('-')
def pipes(n): return '|' * n(1000000) + '\n'

@case('-')
def pipe_lines(n): return '| a | b |\n' * n(100000)

@case('-')
def delimiter_of_1_mb(n): return '| a |\n|' + '-' * n(1000000) + '|\n| x |\n'

@case('-')
def cells_escaped(n): return '| a |\n|---|\n| ' + '\\|' * n(300000) + ' |\n'

@case('-')
def cells_with_backticks(n): return '| a |\n|---|\n' + '| ` | ``x | ` |\n' * n(50000)

@case(0)
def footnotes(n): return lines(n(10000), lambda i: f'Metin[^{i}].\n\n') + lines(n(10000), lambda i: f'[^{i}]: Not.\n\n')

@case('-')
def footnotes_in_a_circle(n):
    count = n(10000)
    return 'Metin[^0].\n\n' + lines(count, lambda i: f'[^{i}]: Bakınız[^{(i + 1) % count}].\n\n')

@case('-')
def footnotes_in_a_chain(n): return 'Metin[^0].\n\n' + lines(n(10000), lambda i: f'[^{i}]: Bakınız[^{i + 1}].\n\n') + f'[^{n(10000)}]: Son.\n'

@case('-')
def footnotes_of_themselves(n): return 'Metin[^a].\n\n[^a]: ' + 'Bakınız[^a] ' * n(10000) + '\n'

@case('-')
def footnotes_doubling(n): return 'Metin[^0].\n\n' + lines(n(60), lambda i: f'[^{i}]: a[^{i + 1}] b[^{i + 1}]\n\n') + f'[^{n(60)}]: Son.\n'

@case('-')
def footnote_used_often(n): return 'Metin[^a]. ' * n(50000) + '\n\n[^a]: Not.\n'

@case('-')
def footnotes_without_text(n): return 'Metin[^a]. ' * n(50000) + '\n'

@case('-')
def footnotes_without_use(n): return 'Metin.\n\n' + lines(n(20000), lambda i: f'[^{i}]: Not.\n\n')

@case('-')
def footnotes_equal(n): return 'Metin[^a].\n\n' + '[^a]: Not.\n\n' * n(20000)

@case('-')
def footnote_starts(n): return '[^' * n(50000)

@case('-')
def footnotes_with_tables(n):
    return lines(n(3000), lambda i: f'Metin[^{i}].\n\n[^{i}]: Not\n\n    | a |\n    |---|\n    | x |\n\n')


# ---- pictures ----------------------------------------------------------------------------------------------------

@case('-')
def figures(n):
    folder = document(f'![Gri kare]({EDITION}/kare.png)\n\n' * n(5000))
    folder[f'{SUBJECT}/{EDITION}/kare.png'] = png(100, 100)
    return folder

@case('-')
def pictures(n):
    folder = document(lines(n(1000), lambda i: f'![Kare {i}]({EDITION}/kare-{i}.png)\n\nBakınız [Şekil-{i + 1}](#kare-{i}).\n\n'))
    for i in range(n(1000)):
        folder[f'{SUBJECT}/{EDITION}/kare-{i}.png'] = png(8, 8)
    return folder

@case(1)
def pictures_missing(n): return lines(n(10000), lambda i: f'![Gri kare]({EDITION}/kare-{i}.png)\n\n')

@case(1)
def pictures_misspelt(n):
    folder = document(lines(n(3000), lambda i: f'![Gri kare]({EDITION}/kere-{i}.png)\n\n'))
    for i in range(n(3000)):
        folder[f'{SUBJECT}/{EDITION}/kare-{i}.png'] = png(8, 8)
    return folder

def one_picture(data):
    folder = document(f'![Gri kare]({EDITION}/kare.png)\n\nBakınız [Şekil-1](#kare).\n')
    folder[f'{SUBJECT}/{EDITION}/kare.png'] = data
    return folder

@case(1, grows=False)
def picture_claims_much(n): return one_picture(png(8, 8, claimed=(0x7fffffff, 0x7fffffff)))

@case(1, grows=False)
def picture_claims_nothing(n): return one_picture(png(8, 8, claimed=(0, 0)))

@case(1, grows=False)
def picture_empty(n): return one_picture(b'')

@case(1, grows=False)
def picture_cut(n): return one_picture(png(100, 100)[:20])

@case(1, grows=False)
def picture_chunk_claims_much(n): return one_picture(png(8, 8)[:33] + b'\xff\xff\xff\xffIDAT' + b'x' * 100)

@case(1, grows=False)
def picture_jpeg_cut(n): return one_picture(b'\xff\xd8\xff\xe0\xff\xff' + b'\xff' * 1000)

@case(1)
def picture_jpeg_of_markers(n): return one_picture(b'\xff\xd8' + b'\xff\xe1\x00\x02' * n(500000))

@case(1, grows=False)
def picture_pipe(n):
    folder = document(f'![Gri kare]({EDITION}/kare.png)\n\nBakınız [Şekil-1](#kare).\n', pipes=[f'{SUBJECT}/{EDITION}/kare.png'])
    return folder


# ---- bytes that are no text --------------------------------------------------------------------------------------

TEXT = TITLE + 'Kullanıcılar şifrelerini değiştirmelidir.\n\n'

@case(1)
def windows_1254(n): return document((TITLE + 'Kullanıcılar şifrelerini değiştirmelidir.\n\n' * n(20000)).encode('cp1254'))

@case(1)
def utf_16_le(n): return document(b'\xff\xfe' + (TEXT * n(10000)).encode('utf-16-le'))

@case(1)
def utf_16_be(n): return document(b'\xfe\xff' + (TEXT * n(10000)).encode('utf-16-be'))

@case(1)
def utf_16_without_mark(n): return document((TEXT * n(10000)).encode('utf-16-le'))

@case(1)
def utf_32(n): return document(b'\xff\xfe\0\0' + (TEXT * n(5000)).encode('utf-32-le'))

@case(1)
def nuls(n): return document(TITLE.encode() + b'a\0' * n(500000))

@case(1)
def only_nuls(n): return document(b'\0' * n(1000000))

@case(1)
def surrogates(n): return document(TITLE.encode() + b'\xed\xa0\x80 ' * n(200000))

@case(1)
def overlong(n): return document(TITLE.encode() + b'\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf ' * n(50000))

@case(1)
def beyond_unicode(n): return document(TITLE.encode() + b'\xf4\x90\x80\x80\xf8\x88\x80\x80\x80 ' * n(50000))

@case(1)
def cut_character(n): return document(TITLE.encode() + b'a\n' * n(100000) + b'\xc5')

@case(1)
def control_characters(n): return document(TITLE.encode() + bytes(c for c in range(1, 32) if c not in b'\t\n\r') * n(10000))

@case('-')
def noncharacters(n): return '\ufffe\uffff\U0010ffff ' * n(100000)

@case('-')
def combining_marks(n): return 'a' + '\u0301' * n(500000)

@case('-')
def directions(n): return '\u202e\u2066a\u200f ' * n(100000)

@case(0)
def carriage_returns(n): return document((TITLE + 'a\n\n').replace('\n', '\r\n').encode() * 1 + b'a\r\n' * n(300000))

@case('-')
def lone_carriage_returns(n): return document(TITLE.encode() + b'a\r' * n(500000))

@case('-')
def byte_order_marks(n): return document(b'\xef\xbb\xbf' * n(100000) + TEXT.encode())

@case(1, grows=False)
def empty_file(n): return document(b'')

@case(1, grows=False)
def only_a_mark(n): return document(b'\xef\xbb\xbf')

@case(1)
def source_of_9_mib(n): return 'kelime ' * (n(9 << 20) // 7)


# ---- front matter ------------------------------------------------------------------------------------------------

@case(1)
def front_unclosed(n): return front('---\n' + 'summary: özet\n' * n(50000))

@case(1, grows=False)
def front_unclosed_at_once(n): return document(b'---')

@case('-', grows=False)
def front_empty(n): return front('---\n---\n')

@case(1, grows=False)
def front_tabs(n): return front('---\nsummary: özet\n\tkeywords: a\n---\n')

@case(1, grows=False)
def front_list(n): return front('---\n- a\n- b\n---\n')

@case(1, grows=False)
def front_scalar(n): return front('---\nyalnız söz\n---\n')

@case(1)
def front_laughs(n):
    return front('---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n'
                 + lines(n(40), lambda i: f'a{i + 1}: &a{i + 1} [' + ', '.join([f'*a{i}'] * 10) + ']\n') + f'keywords: *a{n(40)}\n---\n')

@case(1, grows=False)
def front_anchor_of_itself(n): return front('---\nkeywords: &a [*a, *a]\n---\n')

@case(1, grows=False)
def front_alias_of_nothing(n): return front('---\nsummary: *yok\n---\n')

@case(0, grows=False)
def front_merge(n): return front('---\n<<: {summary: a}\n---\n')

@case(1)
def front_keys_twice(n): return front('---\n' + 'summary: özet\n' * n(50000) + '---\n')

@case(1)
def front_keys(n): return front('---\n' + lines(n(100000), lambda i: f'anahtar-{i}: değer\n') + '---\n')

@case(1, grows=False)
def front_wrong_types(n): return front('---\nsummary: [a, b]\nkeywords: {a: b}\nreview: [1]\nlang: {x: y}\nprepared-by: [a]\nchange: {a: b}\n---\n')

@case(1, grows=False)
def front_wrong_values(n): return front('---\nreview: 99999999999999999999 months\nlang: "\\u0000"\n---\n')

@case(1, grows=False)
def front_key_of_lists(n): return front('---\n? [a, b]\n: c\n---\n')

@case(1, grows=False)
def front_tags(n): return front('---\nsummary: !!python/object:os.system [x]\n---\n')

@case(1, grows=False)
def front_directive(n): return front('---\n%YAML 9.9\n%TAG ! x\n---\n')

@case(1)
def front_open_lists(n): return front('---\nkeywords: ' + '[' * n(100000) + '\n---\n')

@case(1)
def front_open_maps(n): return front('---\nkeywords: ' + '{a: ' * n(50000) + '\n---\n')

@case(1)
def front_deep_lists(n): return front('---\nkeywords: ' + '[' * n(900) + ']' * n(900) + '\n---\n')

@case(1)
def front_dashes(n): return front('---\nkeywords:\n  ' + '- ' * n(50000) + 'a\n---\n')

@case(1)
def front_open_quote(n): return front('---\nsummary: "' + 'söz ' * n(200000) + '\n---\n')

@case('-')
def front_summary_of_1_mb(n): return front('---\nsummary: ' + 'söz ' * n(200000) + '\n---\n')

@case(0)
def lines_of_a_form(n): return document('Adres: ____\n' * n(50000))


@case(0)
def blanks_in_a_line(n): return document('Ad: .. .. ____ ……  `____` ' * n(50000) + '\n')


@case(0)
def rows_with_tabs(n): return document('a\tb|c\td\n' * n(50000))


@case(0)
def tabs_in_a_line(n): return document('a' + '\tb' * n(500000) + '\n' + 'a\tb\n' * 100)


@case(0)
def indented_prose(n): return document('    Bu bir cümledir ve sürer.\n' * n(50000))


@case(0)
def indented_paragraphs(n): return document('    Bu bir cümledir ve sürer.\n\n' * n(50000))


@case(1)
def letters_of_no_face(n): return document('漢字 漢字, ' * n(30000) + '\n')


@case(1)
def letters_of_no_face_in_code(n): return document('```\n' + 'ls 漢字 x 漢字\n' * n(20000) + '```\n')


@case(1)
def entities_of_controls(n): return document('a &#1; ' * n(50000) + '\n')


@case(1)
def addresses_with_percents(n): return document('[a](https://example.org/' + '%' * n(500000) + ')\n')


@case(1)
def addresses_without_host(n): return document('[a](https://)\n' * n(20000))


@case('-')
def front_block_of_lines(n): return front('---\nsummary: |\n' + '  satır\n' * n(100000) + '---\n')

@case('-')
def front_keywords(n): return front('---\nkeywords: [' + 'söz, ' * n(100000) + 'son]\n---\n')

@case('-')
def front_escapes(n): return front('---\nsummary: "' + '\\x41\\u0130\\U0001F600' * n(30000) + '"\n---\n')

@case(1, grows=False)
def front_escaped_surrogate(n): return front('---\nsummary: "\\uD800"\n---\n')

@case(1, grows=False)
def front_not_utf_8(n): return front(b'---\nsummary: \xff\xfe\xfd\n---\n')

@case(1, grows=False)
def front_nul(n): return front(b'---\nsummary: a\0b\n---\n')

@case(1, grows=False)
def front_control(n): return front(b'---\nsummary: a\x07b\n---\n')

@case('-')
def front_comments(n): return front('---\n' + '# söz\n' * n(100000) + '---\n')

@case('-')
def front_documents(n): return front('---\nsummary: a\n...\n' + '--- \n' * n(50000) + '---\n')


# ---- names and folders -------------------------------------------------------------------------------------------

def named(*names):
    return Folder({f'{SUBJECT}/{name}': TEXT for name in names})

@case(1, grows=False)
def revision_too_large(n): return named('belge_20190115_99999999999999999999999999.md')

@case('-', grows=False)
def revision_at_the_edge(n): return named('belge_20190115_2147483647.md', 'belge_20190116_2147483648.md')

@case(1, grows=False)
def dates_of_no_calendar(n): return named('a_00000000_1.md', 'b_99999999_1.md', 'c_20190230_1.md', 'd_19000229_1.md', 'e_2019011_1.md', 'f_201901155_1.md')

@case(1, grows=False)
def names_of_signs(n): return named('_20190115_1.md', '_', '__', '_1.md', 'a__1.md', '-_20190115_.md', 'a_20190115_01.md', 'a_20190115_-1.md', '%s%n_20190115_1.md', 'a\nb_20190115_1.md', ' .md', '\u202ea_20190115_1.md')

@case(1, grows=False)
def names_not_utf_8(n): return Folder({f'{SUBJECT}/'.encode() + b'\xff\xfe_20190115_1.md': TEXT})

@case(0, grows=False)
def name_of_200_bytes(n): return named('a' * (200 - len('_20190115_1.html')) + '_20190115_1.md')

@case(1, grows=False)
def name_of_250_bytes(n): return named('a' * (250 - len('_20190115_1.html')) + '_20190115_1.md')

@case('-', grows=False)
def name_of_255_bytes(n): return named('a' * (255 - len('_20190115_1.md')) + '_20190115_1.md')

@case('-', grows=False)
def folders_of_255_bytes(n):
    subject = '/'.join(c * 255 for c in 'abc')
    return Folder({f'{subject}/{EDITION}.md': TEXT}, subject=subject)

@case('-', grows=False)
def picture_name_of_255_bytes(n):
    name = 'a' * 251 + '.png'
    return Folder({f'{SUBJECT}/{EDITION}.md': TITLE + f'![Gri kare]({EDITION}/{name})\n', f'{SUBJECT}/{EDITION}/{name}': png(8, 8)})

@case(1)
def folders_deep(n): return Folder({'/'.join(['a'] * n(800)) + '/index.md': '# A\n'})

@case(0)
def works_1000(n): return Folder({f'{SUBJECT}/belge-{i}_20190115_1.md': TEXT for i in range(n(1000))})

# A record lists all editions before it: the square of their number is written.
@case(0, grows=False)
def editions_1000(n): return Folder({f'{SUBJECT}/belge_20190115_{i}.md': TEXT for i in range(n(1000))})

@case(1)
def editions_with_gaps(n): return Folder({f'{SUBJECT}/belge_20190115_{2 * i}.md': TEXT for i in range(n(1000))})

@case(0)
def works_that_link(n):
    count = n(500)
    return Folder({f'{SUBJECT}/belge-{i}_20190115_1.md': TITLE + lines(40, lambda k: f'[Belge {(i + k) % count}](belge-{(i + k) % count})\n')
                   for i in range(count)})

@case(1)
def works_misspelt(n):
    folder = Folder({f'{SUBJECT}/belge-{i}_20190115_1.md': TEXT for i in range(n(1000))})
    folder[f'{SUBJECT}/{EDITION}.md'] = TITLE + lines(n(10000), lambda i: f'[Belge {i}](belke-{i})\n')
    return folder

@case(1)
def names_wrong_1000(n): return Folder({f'{SUBJECT}/Belge {i}.md': TEXT for i in range(n(1000))})

@case(1)
def faults_everywhere(n): return Folder({f'{SUBJECT}/belge-{i}_20190115_1.md': '## Yok\n\n[x](#y) <b> ![](z.png)\n' for i in range(n(1000))})

@case(1, grows=False)
def no_index(n): return Folder({f'{SUBJECT}/{EDITION}.md': TEXT}, bare=True)

@case(1, grows=False)
def index_is_a_folder(n):
    folder = document('Metin.\n', bare=True)
    folder['index.md/x'] = 'x'
    return folder

@case(1, grows=False)
def source_is_a_folder(n): return Folder({f'{SUBJECT}/{EDITION}.md/x': 'x'})

@case(1, grows=False)
def source_is_a_pipe(n): return Folder(pipes=[f'{SUBJECT}/{EDITION}.md'])

@case(1, grows=False)
def index_is_a_pipe(n): return document('Metin.\n', bare=True, pipes=['index.md'])

@case(1, grows=False)
def source_is_a_link(n): return Folder({}, links={f'{SUBJECT}/{EDITION}.md': '/dev/zero'})

@case(1, grows=False)
def links_in_a_circle(n): return document('Metin.\n', links={f'{SUBJECT}/a': '.', 'frm/b': '../frm', f'{SUBJECT}/c_20190115_1.md': 'c_20190115_1.md'})


# ---- the command -------------------------------------------------------------------------------------------------

def write(name, root, scale):
    folder = CASES[name][0](lambda count: max(1, round(count * scale)))
    folder = folder if isinstance(folder, Folder) else document(folder)
    os.makedirs(root)
    if not folder.bare:
        frame(root, folder.subject)
    for path, data in folder.items():
        put(os.fsencode(root) if isinstance(path, bytes) else root, path, data)
    for path in [*folder.links, *folder.pipes]:
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
    for path, target in folder.links.items():
        os.symlink(target, os.path.join(root, path))
    for path in folder.pipes:
        os.mkfifo(os.path.join(root, path))


def main(arguments):
    if arguments == ['--list']:
        for name, (_, status, grows) in CASES.items():
            print(name, status, int(grows))
        return 0
    scale = 1.0
    if '--scale' in arguments:
        at = arguments.index('--scale')
        scale = float(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) != 2 or arguments[0] not in CASES:
        print(__doc__, file=sys.stderr)
        return 2
    write(*arguments, scale)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
