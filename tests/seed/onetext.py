# SPDX-License-Identifier: ISC
"""Holds the words of records against the words of their sources.

    onetext.py CONTENT OUT      every edition below CONTENT, two lines each
    onetext.py --mutations …    the same sources spoiled: each is noticed

Two readers: poppler (pdfinfo -struct-text) gives the text of the whole
structure tree, pdf.js (tests/web/pdfjs.mjs) that of each sheet. A record's
words are those of its page (words.py): what the tool adds is left out here by
its place in the tree. An element that goes on on the next sheet has no name
in pdf.js's trees, so that a source's words must be those of the sheets laid
one into the other, each sheet's in its own order.
"""
import json
import os
import re
import subprocess
import sys

import page
import words

INLINE = {'Link', 'Reference', 'Code', 'Span', 'Figure', 'Quote'}
NOTES = {'Not', 'İpucu', 'Önemli', 'Uyarı', 'Dikkat',
         'Note', 'Tip', 'Important', 'Warning', 'Caution'}
LABEL = re.compile(r'\s*(Şekil|Tablo|Figure|Table)-\d+\.\s*')
# Of a section; an en space is behind it, which pdf.js takes for a space.
ANNEX = re.compile('^\\s*(Ek|Annex)-\\d+([\u2002\\s]+|$)')
NUMBER = re.compile('^\\s*\\d+(\\.\\d+)*[\u2002 ]')
IDENTITY = re.compile(r'\s*(Doküman kimliği|Document identity): ')
REVISIONS = {'Revizyon Takip Tablosu', 'Revision history'}
# Where the revisions stand that have no room.
ELSEWHERE = re.compile(r'\s*(Önceki revizyonlar|Earlier revisions|'
                       r'Revizyon Takip Tablosu|Revision history): ')
# Of a linked file: “(DOCX, 24 KB)”.
FACTS = re.compile(r'\s\((DOCX|XLSX|PPTX|OD[TSP]|PDF|CSV|TXT),\s\d+\sKB\)')
# What the star of a blank means, said once.
STAR = re.compile(r'\s*\* (doldurulması zorunlu|required)\s*')
SOFT_HYPHEN = '\u00ad'
PICTURE = '\ue000'          # private use: no author's text has it


# --- Trees: [role, kid…], a kid is a tree or a text

def text_of(node):
    if isinstance(node, str):
        return node
    return ''.join(text_of(kid) for kid in node[1:])


def poppler(path):
    """The structure tree that pdfinfo prints: two blanks for each level."""
    said = subprocess.run(['pdfinfo', '-struct-text', path], check=True,
                          stdout=subprocess.PIPE).stdout.decode()
    above = [(-1, ['Root'])]
    for line in said.split('\n'):
        text = re.fullmatch(r' *"(.*)"', line)
        role = re.match(r' *([A-Z][A-Za-z0-9]*)( \(| <|:|$)', line)
        if not text and not role:
            continue                    # an attribute, an annotation
        level = len(line) - len(line.lstrip(' '))
        while above[-1][0] >= level:
            above.pop()
        if text:
            above[-1][1].append(text.group(1))
            continue
        node = [role.group(1)]
        above[-1][1].append(node)
        above.append((level, node))
    return above[0][1]


def put(node, out):
    """The text that counts, blocks apart."""
    if isinstance(node, str):
        out.append(node)
        return
    role, kids = node[0], node[1:]
    if role == 'Lbl' and text_of(node).strip().endswith(')'):
        out.append(' %s ' % text_of(node))      # as typed; “1.” is not
        return
    if role in ('Lbl', 'TOC') or \
            (role == 'P' and STAR.fullmatch(text_of(node))):
        return
    if role == 'Sect' and kids and kids[0][0] == 'P' and \
            ANNEX.fullmatch(text_of(kids[0])):
        kids = kids[1:]
    if role == 'Reference' and text_of(node).strip().isdigit():
        # pdf.js has the space before it in it.
        out.append(text_of(node).partition(text_of(node).strip())[0])
        return
    if role == 'Figure':
        out.append(PICTURE)
    if role == 'Div' and kids and text_of(kids[0]).strip() in NOTES:
        kids = kids[1:]
    if role not in INLINE:
        out.append(' ')
    if role == 'Caption':
        out.append(LABEL.sub('', text_of(node), count=1))
    else:
        for kid, after in zip(kids, kids[1:] + ['']):
            # The star of a blank that must be filled in is not typed there.
            if isinstance(kid, str) and after and after[0] == 'Form':
                kid = re.sub(r'\*\s*$', ' ', kid)
            # Nor is that of a question.
            if isinstance(kid, str) and not after and role == 'P':
                kid = re.sub(r': \*\s*$', ': ', kid)
            put(kid, out)
    if role not in INLINE:
        out.append(' ')


def drop_numbers(node, number):
    """Takes the numbers of sections and annexes off their headings."""
    for i, kid in enumerate(node[1:], 1):
        if not isinstance(kid, str):
            drop_numbers(kid, number)
        elif re.fullmatch('H[2-6]', node[0]):
            node[i] = number.sub('', kid, count=1)
            break


def is_added(node, before):
    """The header table, the identity, the revision table."""
    if node[0] == 'Table':
        caption = [kid for kid in node[1:] if kid[0] == 'Caption']
        return before == 'H1' or \
            any(text_of(kid).strip() in REVISIONS for kid in caption)
    return node[0] == 'P' and (IDENTITY.match(text_of(node)) or
                               ELSEWHERE.match(text_of(node)))


def counted(root):
    """The text of a document, or of a sheet of it, that its author wrote."""
    out, before, revisions = [], None, False
    blocks = [block for top in root[1:] for block in top[1:]]
    for block in blocks:
        if revisions and block[0] == 'Table':
            continue                    # it goes on on this sheet
        if is_added(block, before):
            revisions = block[0] == 'P'
        else:
            put(block, out)
        before = block[0]
    return FACTS.sub('', ''.join(out).replace(SOFT_HYPHEN, ''))


# --- Comparing

def letters(text):
    """Its letters, and before which of them a word begins; None: perhaps."""
    found, begins, gap, picture = [], [], True, False
    for c in text:
        if c == PICTURE:
            picture = True              # pdf.js takes its width for a space
        elif c == '\n':
            gap = gap or None
        elif c.isspace():
            gap = True
        else:
            found.append(c)
            begins.append(None if picture else gap)
            gap = picture = False
    return ''.join(found), begins


def interlaid(wanted, sheets):
    """None where the sheets, laid one into the other, are the wanted text;
    else the number of letters that they share at most."""
    text, begins = letters(wanted)
    parts = [letters(sheet) for sheet in sheets]
    states = {((0,) * len(parts), 0)}
    for i, c in enumerate(text):
        after = set()
        for at, last in states:
            for p, (letter, begin) in enumerate(parts):
                k = at[p]
                if k == len(letter) or letter[k] != c:
                    continue
                # On one sheet words begin where they did.
                if p == last and k > 0 and begin[k] is not None and \
                        begins[i] != begin[k]:
                    continue
                after.add((at[:p] + (k + 1,) + at[p + 1:], p))
        if not after:
            return i
        states = after
    ends = tuple(len(letter) for letter, _ in parts)
    return None if any(at == ends for at, _ in states) else len(text)


def by_poppler(wanted, tree):
    found = counted(tree).replace(PICTURE, '').split()
    wanted = wanted.split()
    i = 0
    while i < min(len(wanted), len(found)) and wanted[i] == found[i]:
        i += 1
    if i == len(wanted) == len(found):
        return None
    return 'word %d: expected “%s”, found “%s”' % (
        i + 1, ' '.join(wanted[max(0, i - 2):i + 4]),
        ' '.join(found[max(0, i - 2):i + 4]))


def by_pdfjs(wanted, sheets):
    # The box of a key reaches into the gap before a comma: pdf.js takes that
    # for a space.
    texts = [re.sub(' (?=[,.;:])', '\n', counted(sheet)) for sheet in sheets]
    shared = interlaid(wanted, texts)
    if shared is None:
        return None
    text = letters(wanted)[0]
    return 'after “%s”, expected “%s”' % (
        text[max(0, shared - 30):shared], text[shared:shared + 30])


def say(path, reader, fault):
    print('ok %s %s' % (path, reader) if fault is None else
          'FAIL %s %s: %s' % (path, reader, fault))


def editions(content):
    for folder, _, names in sorted(os.walk(content)):
        for name in sorted(names):
            if re.fullmatch(r'[a-z0-9-]+_\d{8}_\d+\.md', name):
                yield os.path.relpath(os.path.join(folder, name), content)[:-3]


def spoil(text):
    """What must be noticed, by name."""
    w = text.split()
    k = len(w) // 2
    while w[k] == w[k + 1]:
        k += 1
    return {
        'a word dropped': w[:k] + w[k + 1:],
        'a word doubled': w[:k] + w[k:k + 1] + w[k:],
        'two words swapped': w[:k] + [w[k + 1], w[k]] + w[k + 2:],
        'two words joined': w[:k] + [w[k] + w[k + 1]] + w[k + 2:],
        'a letter changed': w[:k] + ['x' + w[k]] + w[k + 1:],
        'the end cut off': w[:-1],
        'more at the end': w + ['son'],
    }


def mutate(path, wanted, tree, sheets):
    for name, text in spoil(wanted).items():
        text = ' '.join(text)
        for reader, fault in (('poppler', by_poppler(text, tree)),
                              ('pdf.js', by_pdfjs(text, sheets))):
            # Where a line ends pdf.js cannot tell.
            if fault is None and name != 'two words joined':
                return 'FAIL noticed %s: not that: %s, by %s' % (
                    path, name, reader)
    return 'ok noticed %s' % path


def main(content, out, mutations):
    paths = list(editions(content))
    records = [os.path.abspath(os.path.join(out, p + '.pdf')) for p in paths]
    said = subprocess.run(['node', 'tests/web/pdfjs.mjs'], check=True,
                          input='\n'.join(records).encode(),
                          stdout=subprocess.PIPE).stdout.decode()
    for path, record, line in zip(paths, records, said.splitlines()):
        source = words.load(os.path.join(content, path + '.md'))
        wanted = ' '.join(words.Document(source).words())
        wanted = wanted.replace(SOFT_HYPHEN, '')
        tree, sheets = poppler(record), json.loads(line)
        document = words.Document(source)
        for number, asked in ((NUMBER, document.numbered),
                              (ANNEX, document.annexes)):
            for root in [tree] + sheets if asked else []:
                drop_numbers(root, number)
        say(path, 'poppler', by_poppler(wanted, tree))
        say(path, 'pdf.js', by_pdfjs(wanted, sheets))
        if mutations:
            print(mutate(path, wanted, tree, sheets))


if __name__ == '__main__':
    main(sys.argv[-2], sys.argv[-1], sys.argv[1] == '--mutations')
