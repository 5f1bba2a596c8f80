# SPDX-License-Identifier: ISC
"""Holds the words of pages against the words of their sources.

    words.py CONTENT OUT            every edition below CONTENT, one line each
    words.py --cases OUT CASE…      makes a collection in OUT/content of the
                                    cases, each a document with its pictures

The words of a source are computed without matbu: tables and footnotes are
taken apart here, the rest is cmark's XML. The words of the page follow in
the same order: the title, the text with captions, the footnotes by their
first mention. Labels, contents and what is marked as generated do not count;
references count as resolved.
"""
import os
import re
import subprocess
import sys
import urllib.parse
import unicodedata
import xml.etree.ElementTree as ET

import page

# Private use: no author's text has them.
CELL, TABLE, NOTE, GUARD = '\ue000', '\ue001', '\ue002', '\ue003'

DELIMITER = re.compile(r'\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$')
MARKS = re.compile(r'[ \t>]*')
ITEM = re.compile(r'[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*')
DEFINITION = re.compile(r' {0,3}\[\^([^\]\[ \t]+)\]:')
FENCE = re.compile(r'(`{3,}|~{3,})')
STARTS = re.compile(r'#{1,6}[ \t]|>|<!--|:::|[-*+][ \t]|1[.)][ \t]|```|~~~|'
                    r'([-*_][ \t]*){3,}$|=+[ \t]*$')
ATTRIBUTES = re.compile(r'\s*\{(-)?\s*(?:#([a-z][a-z0-9-]*))?\}$')
SLUG = str.maketrans('çğıöşüâîû', 'cgiosuaiu')


# --- Markdown that cmark reads as meant

def front_matter(text):
    """Language, title, whether sections are numbered; the text behind."""
    text = text.removeprefix('\ufeff').replace('\r\n', '\n')
    found = re.match(r'---[ \t]*\n(.*?)^(---|\.\.\.)[ \t]*\n', text,
                     re.S | re.M)
    if not found:
        return 'tr', '', False, text
    lang = re.search(r'^(?:lang|dil): *(\w+)', found.group(1), re.M)
    title = re.search(r'^(?:title|başlık): *(.+)', found.group(1), re.M)
    numbered = re.search(r'^(?:numbered|numaralı): *(yes|evet|true) *$',
                         found.group(1), re.M)
    return lang.group(1) if lang else 'tr', \
        title.group(1).strip().strip('"\'') if title else '', \
        bool(numbered), text[found.end():]


ENTRIES = re.compile(r'^ *(?:(?:[-*+]|\d{1,9}[.)]) +)+')


def code_lines(lines):
    """Which lines are fenced or indented code, roughly."""
    code, fence, before = [], None, ''
    for line in lines:
        bare = line[MARKS.match(line).end():]
        if not fence:
            bare = ENTRIES.sub('', bare)
        mark = FENCE.match(bare)
        if fence:
            code.append(True)
            if mark and bare.strip() == fence[0] * len(bare.strip()) and \
                    len(bare.strip()) >= len(fence):
                fence = None
        elif mark:
            fence = mark.group(1)
            code.append(True)
        else:
            code.append(line.startswith('    ') and
                        (before.strip() == '' or code[-1:] == [True]))
        before = line
    return code


def take_footnotes(lines):
    """The lines without definitions; the definitions' lines by label."""
    kept, notes, code = [], {}, code_lines(lines)
    i = 0
    while i < len(lines):
        found = DEFINITION.match(lines[i])
        if not found or code[i]:
            kept.append(lines[i])
            i += 1
            continue
        body = [lines[i][found.end():].lstrip()]
        i += 1
        while i < len(lines):
            blank = body[-1].strip() == ''
            indented = re.match(r' {4}|\t', lines[i])
            if lines[i].strip() != '' and not indented and (
                    blank or DEFINITION.match(lines[i]) or
                    STARTS.match(lines[i])):
                break
            body.append(re.sub(r'^( {1,4}|\t)', '', lines[i], count=1))
            i += 1
        notes.setdefault(found.group(1), body)
    return kept, notes


def cells(row):
    row = row.strip()
    row = row[1:] if row.startswith('|') else row
    parts = re.findall(r'((?:\\.|[^|\\]|\\$)*)(\||$)', row)
    out = [p[0].strip() for p in parts]
    # The empty match at the end is none.
    return out[:-1] if out and out[-1] == '' else out


def is_header(line, below):
    """Where a header row's cells begin, or None."""
    mark = MARKS.match(below).end()
    if '|' not in below[mark:] or not DELIMITER.match(below[mark:]):
        return None
    start = ITEM.match(line).end()
    if line[start:].strip() == '' or \
            len(cells(line[start:])) != len(cells(below[mark:])):
        return None
    return start


def open_table(line, start, out):
    """Begins a table after the line; returns the mark of its next lines."""
    first = line[:start]
    rest = re.sub(r'[^> \t]', ' ', first)
    if re.search(r'[^> \t]', first):
        out.append(first + TABLE)       # an item begins with its table
        out.append(rest.rstrip())
    return rest


def take_tables(lines):
    """Every cell becomes a paragraph that begins with a mark."""
    out, code = [], code_lines(lines)
    i = 0
    while i < len(lines):
        start = None
        if i + 1 < len(lines) and not code[i]:
            start = is_header(lines[i], lines[i + 1])
        if start is None:
            out.append(lines[i])
            i += 1
            continue
        rest = open_table(lines[i], start, out)
        columns = len(cells(lines[i + 1][MARKS.match(lines[i + 1]).end():]))
        mark, rows = TABLE, [lines[i][start:]]
        i += 2
        while i < len(lines):
            marks = MARKS.match(lines[i]).group()
            bare = lines[i][len(marks):]
            if bare.strip() == '' or STARTS.match(bare) or \
                    marks.count('>') > rest.count('>'):
                break
            rows.append(bare)
            i += 1
        # More than three blanks before a row would make it code.
        rest = re.sub(r'^ {4,}$', lambda s: s.group(0) if first_indent(
            out, s.group(0)) else '', rest)
        for i_row, row in enumerate(rows):
            for cell in (cells(row) + [''] * columns)[:columns]:
                if cell == '^^' and i_row > 0:
                    cell = ''           # the cell above goes on
                out += [rest.rstrip(), rest + mark + unpipe(cell)]
                mark = CELL
        out.append(rest.rstrip())
    return out


def first_indent(out, blanks):
    """Whether something above stands in an item that deep."""
    for line in reversed(out):
        if line.strip() == '':
            continue
        width = ITEM.match(line).end()
        return width >= len(blanks)
    return False


def unpipe(cell):
    return cell.replace('\\|', '|')


BLOCKS = {'ek', 'annex', 'yatay', 'landscape', 'sağ', 'right', 'orta',
          'center', 'imza', 'signature', 'kurum', 'office'}
BLOCK = re.compile(r'([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)'
                   r'(?::{3,}[ \t]*(\S*)|\\newpage)[ \t]*$')


def take_blocks(lines):
    """What begins, ends, or breaks a sheet becomes a comment."""
    code = code_lines(lines)
    out = []
    for line, is_code in zip(lines, code):
        found = BLOCK.match(line)
        if found and not is_code and (not found.group(2) or
                                      found.group(2) in BLOCKS):
            line = '%s<!--%s-->' % (found.group(1), found.group(2) or (
                'end' if ':::' in line else 'sheet'))
        out.append(line)
    return out


FIELD = re.compile(r'(?<!\\)\[ *_{4,}(?: [^\]]*)?\](?:\([^)]*\))?(?:\*(?!\*))?')
TICK = re.compile(r'(?<![^ |])\[[ xX]\]\*? (?=\S)')
BUTTON = re.compile(r'(?<![^ |])\([ xX]\)\*? (?=\S)')
LISTED = re.compile(r'^(\s*[-*+] )\([ xX]\)\*? ')


def take_fields(lines):
    """Blanks, boxes and buttons are no words."""
    out = []
    for line, is_code in zip(lines, code_lines(lines)):
        parts = re.split(r'(`+[^`]*`+)', line)
        for i in range(0, len(parts), 2):
            part = FIELD.sub(GUARD, parts[i]) if not is_code else parts[i]
            if is_code:
                continue
            part = TICK.sub('', part)
            part = LISTED.sub(r'\1', part) if i == 0 else part
            if len(BUTTON.findall(part)) > 1 and \
                    '( )' in (m[:3] for m in BUTTON.findall(part)):
                part = BUTTON.sub('', part)
            parts[i] = part
        out.append(''.join(parts))
    return out


def markdown(text):
    text = text.replace('\\[^', '\\[' + GUARD + '^')
    text = text.replace('\\{', '\\{' + GUARD)
    text = text.replace('\\~', GUARD + '~')
    lines, notes = take_footnotes(take_fields(text.split('\n')))
    lines = take_tables(take_blocks(lines))
    for label, body in notes.items():
        lines += ['', '', NOTE + label + NOTE, ''] + take_tables(take_blocks(body))
    return '\n'.join(lines) + '\n', list(notes)


def parse(text):
    xml = subprocess.run(['cmark', '-t', 'xml'], input=text.encode(),
                         stdout=subprocess.PIPE, check=True).stdout
    # cmark's own private-use characters pass through untouched.
    return ET.fromstring(re.sub(rb'<!DOCTYPE[^>]*>', b'', xml))


def kind(node):
    return node.tag.rpartition('}')[2]


# --- The document

def plain(node):
    """The text in a node, without pictures and marks of footnotes."""
    if kind(node) in ('text', 'code', 'code_block'):
        return node.text or ''
    if kind(node) in ('softbreak', 'linebreak'):
        return ' '
    if kind(node) == 'image':
        return ''
    return ''.join(plain(n) for n in node)


PICTURE = '\ue005'
WIDTH = re.compile(PICTURE + r'\{(?:genişlik|width) *= *[^}]*\}')


def behind_pictures(text):
    """Without the widths of pictures."""
    return WIDTH.sub('', text).replace(PICTURE, '')


def guarded(text):
    """Code and addresses, whose tildes strike nothing through."""
    return text.replace('~', GUARD + '~')


def unstruck(text):
    """Without the pairs of exactly two tildes that strike through."""
    opened, drop = [], []
    for found in re.finditer(r'(?:%s?~)+' % GUARD, text):
        if found.group() != '~~':
            continue
        before, after = text[:found.start()], text[found.end():]
        if opened and before and not before[-1].isspace():
            drop += [opened.pop(), found.start()]
        elif after and not after[0].isspace():
            opened.append(found.start())
    return ''.join(c for i, c in enumerate(text)
                   if i not in drop and i - 1 not in drop)


def slug(text):
    text = page.lower(text).translate(SLUG)
    return re.sub('[^a-z0-9]+', '-', text).strip('-') or 'bolum'


class Document:
    def __init__(self, text):
        self.lang, title, self.numbered, text = front_matter(
            unicodedata.normalize('NFC', text))
        if title and not re.search(r'^# ', text, re.M):
            text = '# %s\n\n%s' % (title, text)
        text, self.labels = markdown(text)
        self.body, self.notes = [], {}
        into = self.body
        for block in parse(text):
            label = plain(block)
            if label.startswith(NOTE) and label.endswith(NOTE):
                into = self.notes.setdefault(label.strip(NOTE), [])
            else:
                into.append(block)
        self.order = self.mentions()
        self.targets = self.anchors()

    def mentions(self):
        """Labels in order of first mention; bodies may mention others."""
        order = []

        def see(node):
            # Marks within a heading, a link or a cell count alike.
            if kind(node) == 'text':
                for label in re.findall(r'\[\^([^\]\[ ]+)\]', node.text or ''):
                    if label in self.labels and label not in order:
                        order.append(label)
            if kind(node) == 'image':
                return
            for child in node:
                see(child)

        for block in self.body:
            see(block)
        for label in order:             # grows while it is read
            for block in self.notes.get(label, []):
                see(block)
        return order

    def blocks(self):
        return self.body + [b for label in self.order
                            for b in self.notes.get(label, [])]

    def without_marks(self, text):
        return re.sub(r'\[\^([^\]\[ ]+)\]', lambda m: '' if m.group(1) in
                      self.labels else m.group(0), text)

    # --- Anchors

    def anchors(self):
        found, figures, tables = [], 0, 0
        self.counts, self.bare = [0] * 6, 0
        mentions = {n.get('destination')[1:] for b in self.blocks()
                    for n in b.iter() if kind(n) == 'link' and
                    (n.get('destination') or '').startswith('#')}
        around, annexes, begins = [], 0, False
        for top in self.blocks():
            mark = self.mark(top)
            if begins and kind(top) != 'heading':
                found.append(('%s-%d' % ('annex' if self.lang == 'en' else
                                         'ek', annexes), 'annex', annexes))
            if mark == 'end':
                around = around[:-1]
            elif mark in BLOCKS:
                around = around + [mark in ('ek', 'annex')]
                annexes += around[-1]
            head, begins = begins, mark in ('ek', 'annex')
            for node, above in self.walk(top):
                if kind(node) == 'heading' and any(around):
                    words = page.fold(self.without_marks(
                        ATTRIBUTES.sub('', plain(node))))
                    own = ATTRIBUTES.search(plain(node))
                    found.append((own and own.group(2) or slug(words),
                                  'annex' if head else 'heading',
                                  annexes if head else words))
                elif kind(node) == 'heading':
                    words = page.fold(self.without_marks(
                        ATTRIBUTES.sub('', plain(node))))
                    own = ATTRIBUTES.search(plain(node))
                    found.append((own and own.group(2) or slug(words),
                                  'heading', self.number(node, own) + words))
                elif self.is_figure(node):
                    name = node[0].get('destination').rpartition('/')[2]
                    found.append((slug(name.rpartition('.')[0]), 'figure',
                                  node[0].get('title') or ''))
                elif self.caption(node, above) is not None:
                    tables += 1
                    found.append((slug(self.caption(node, above)), 'table',
                                  tables))
        self.annexes = annexes
        bases = [f[0] for f in found]
        targets = {}
        for base, what, value in found:
            name, n = base, 2
            while name in targets or (n > 2 and name in bases):
                name, n = '%s-%d' % (base, n), n + 1
            if what == 'figure':
                figures += value != '' or name in mentions
                value = figures
            targets[name] = (what, value)
        return targets

    def mark(self, node):
        """What take_blocks() has put in place of a line, or ''."""
        found = re.match('<!--(.*)-->', node.text or '')
        return found.group(1) if found and kind(node) == 'html_block' else ''

    def number(self, heading, attributes):
        """“2.1 ” where sections are numbered."""
        level = int(heading.get('level'))
        if not self.numbered or level < 2 or 0 < self.bare < level:
            return ''
        self.bare = level if attributes and attributes.group(1) else 0
        if self.bare:
            return ''
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (6 - level)
        return '.'.join(str(n) for n in self.counts[1:level]) + ' '

    def walk(self, top):
        siblings = self.blocks()
        at = siblings.index(top)
        yield top, siblings[at + 1] if at + 1 < len(siblings) else None
        yield from self.walk_below(top)

    def walk_below(self, node):
        children = list(node)
        for i, child in enumerate(children):
            if kind(child) == 'image':
                continue
            yield child, children[i + 1] if i + 1 < len(children) else None
            yield from self.walk_below(child)

    def is_figure(self, node):
        return kind(node) == 'paragraph' and len(node) > 0 and \
            kind(node[0]) == 'image' and (len(node) == 1 or (
                len(node) == 2 and kind(node[1]) == 'text' and
                re.fullmatch(r'\{[^}]*\}', node[1].text or '')))

    def caption(self, node, below):
        """The words of a table's caption, or None."""
        if kind(node) != 'paragraph' or below is None or len(node) == 0:
            return None
        text = self.without_marks(plain(node))
        if not re.match('(Tablo|Table):', text) or \
                not plain(below).startswith(TABLE):
            return None
        return page.fold(text.partition(':')[2])

    # --- Words

    def resolved(self, node, target):
        """A reference's text with the right number in it."""
        word = {'figure': ('Şekil', 'Figure'), 'table': ('Tablo', 'Table'),
                'annex': ('Ek', 'Annex'), 'heading': None}[target[0]]
        if plain(node) == '' and not node.findall('.//{*}image'):
            if target[0] == 'heading':
                return target[1]
            return '%s-%d' % (word[self.lang == 'en'], target[1])
        text = self.inline_children(node)
        if word is None:
            return text
        return re.sub(r'(%s[- ])\d+' % word[self.lang == 'en'],
                      r'\g<1>%d' % target[1], text)

    def inline(self, node):
        what = kind(node)
        if what == 'text':
            return re.sub(r'https?://\S+', lambda m: guarded(m.group()),
                          self.without_marks(node.text or ''))
        if what == 'code':
            return guarded(node.text or '')
        if what in ('softbreak', 'linebreak'):
            return '\n'
        if what == 'html_inline':
            return '\n' if (node.text or '').startswith('<br') else ''
        if what == 'image':
            return ''
        href = node.get('destination') or ''
        if what == 'link' and href[:1] == '#' and '/' in href and \
                plain(node) == '':
            return self.path(href[1:])
        if what == 'link' and href[1:] in self.targets and href[0] == '#':
            return self.resolved(node, self.targets[href[1:]])
        return self.inline_children(node)

    def path(self, href):
        """What a reference to a list item shows: “3/1-ç”."""
        scope, *labels = urllib.parse.unquote(href).split('/')
        number = re.fullmatch('madde-([0-9]+)', scope)
        return (number.group(1) + '/' if number else
                self.targets[scope][1] + ', ') + '-'.join(labels)

    def inline_children(self, node):
        return unstruck(behind_pictures(''.join(
            PICTURE + self.inline(n) if kind(n) == 'image' else self.inline(n)
            for n in node)))

    def block(self, node, below, out):
        what = kind(node)
        if what == 'code_block':
            out.append(node.text or '')
        elif self.is_figure(node):
            out.append(node[0].get('title') or '')
        elif what in ('paragraph', 'heading'):
            text = self.inline_children(node)
            if what == 'heading' and len(node) and kind(node[-1]) == 'text':
                text = ATTRIBUTES.sub('', text)
            if self.caption(node, below) is not None:
                text = text.partition(':')[2]
            out.append(text)
        else:
            first = len(out)
            children = list(node)
            for i, child in enumerate(children):
                if node.get('delim') == 'paren':    # “1)” is shown as typed
                    out.append('%d)' % (int(node.get('start')) + i))
                self.block(child, children[i + 1] if i + 1 < len(children)
                           else None, out)
            if what == 'block_quote' and len(out) > first:
                out[first] = re.sub(r'^\[!(NOTE|TIP|IMPORTANT|WARNING|'
                                    r'CAUTION|NOT|İPUCU|ÖNEMLİ|UYARI|'
                                    r'DİKKAT)\](?=\n|$)', '', out[first])

    def words(self):
        out, blocks = [], self.blocks()
        for i, node in enumerate(blocks):
            self.block(node, blocks[i + 1] if i + 1 < len(blocks) else None,
                       out)
        text = re.sub('[%s%s%s%s]' % (CELL, TABLE, NOTE, GUARD), '',
                      ' '.join(out))
        return page.fold(text).split(' ')


def words_of_page(text):
    root = page.read(text)
    title = root.find(lambda n: n.name == 'h1')[0]
    article = root.find(lambda n: n.attrs.get('itemprop') == 'text')[0]
    return (page.text_of(title) + ' ' + page.text_of(article)).split()


def difference(source, text):
    wanted, found = Document(source).words(), words_of_page(text)
    i = 0
    while i < min(len(wanted), len(found)) and wanted[i] == found[i]:
        i += 1
    if i == len(wanted) == len(found):
        return None
    return 'word %d: expected “%s”, found “%s”' % (
        i + 1, ' '.join(wanted[max(0, i - 2):i + 4]),
        ' '.join(found[max(0, i - 2):i + 4]))


def load(path):
    with open(path, encoding='utf-8', newline='') as f:
        return f.read()


def compare(content, out):
    for folder, _, names in sorted(os.walk(content)):
        for name in sorted(names):
            if not re.fullmatch(r'[a-z0-9-]+_\d{8}_\d+\.md', name):
                continue
            path = os.path.relpath(os.path.join(folder, name), content)[:-3]
            built = os.path.join(out, path + '.html')
            if not os.path.exists(built):
                print('FAIL %s: not built' % path)
                continue
            fault = difference(load(os.path.join(folder, name)), load(built))
            print('ok ' + path if fault is None else
                  'FAIL %s: %s' % (path, fault))


# --- A collection of cases

def collect(out, cases):
    """One document for each case, with what its links and pictures need."""
    subject = os.path.join(out, 'content', 'frm', 'birim', 'konu')
    parola = os.path.join(out, 'content', 'frm', 'birim', 'parola')
    os.makedirs(subject)
    os.makedirs(parola)
    for folder in ('', 'frm', 'frm/birim', 'frm/birim/konu',
                   'frm/birim/parola'):
        with open(os.path.join(out, 'content', folder, 'index.md'), 'w') as f:
            f.write('# Klasör\n')
    with open(os.path.join(parola, 'parola_20240115_0.md'), 'w') as f:
        f.write('# Parola\n\n## Güçlü parola\n')
    with open('tests/sites/all/content/amblem.png', 'rb') as f:
        picture = f.read()
    for case in cases:
        topic, name = case[:-3].split('/')[-2:]
        stem = '%s-%s_20240101_0' % (topic, name)
        text = load(case)
        text = text.replace('(%s/' % name, '(%s/' % stem)
        text = text.replace(']: %s/' % name, ']: %s/' % stem)
        with open(os.path.join(subject, stem + '.md'), 'w') as f:
            f.write(text)
        for file in set(re.findall(re.escape(stem) + r'/([a-z-]+\.png)',
                                   text)):
            os.makedirs(os.path.join(subject, stem), exist_ok=True)
            with open(os.path.join(subject, stem, file), 'wb') as f:
                f.write(picture)


if __name__ == '__main__':
    if sys.argv[1] == '--cases':
        collect(sys.argv[2], sys.argv[3:])
    else:
        compare(sys.argv[1], sys.argv[2])
