# SPDX-License-Identifier: ISC
"""A page of matbu as a small tree: what the tests of its words read."""
import html.parser
import re

VOID = {'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link',
        'meta', 'source', 'track', 'wbr'}
# Elements that stand in a line: no space belongs between them and the text.
PHRASE = {'a', 'b', 'code', 'em', 'i', 'img', 'span', 'strong', 'sup', 'sub',
          'q', 'cite', 'ins', 'del', 's', 'u', 'kbd', 'label', 'input',
          'select', 'textarea'}


class Node:
    def __init__(self, name, attrs, parent):
        self.name, self.attrs, self.parent = name, dict(attrs), parent
        self.children = []              # Node or str

    def has_class(self, name):
        return name in (self.attrs.get('class') or '').split()

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def find(self, test):
        return [n for n in self.walk() if test(n)]


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.node = Node('#root', [], None)

    def handle_starttag(self, name, attrs):
        node = Node(name, attrs, self.node)
        self.node.children.append(node)
        if name not in VOID:
            self.node = node

    def handle_startendtag(self, name, attrs):
        self.handle_starttag(name, attrs)
        if name not in VOID:
            self.handle_endtag(name)

    def handle_endtag(self, name):
        if name in VOID:
            return
        if self.node.name != name:
            raise ValueError('line %d: </%s> closes <%s>' %
                             (self.getpos()[0], name, self.node.name))
        self.node = self.node.parent

    def handle_data(self, data):
        self.node.children.append(data)


def read(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    if reader.node is not reader.root:
        raise ValueError('<%s> is never closed' % reader.node.name)
    return reader.root


def fold(text):
    """White space folded; a no-break space is none."""
    return re.sub(r'[ \t\r\n\f]+', ' ', text).strip(' ')


def is_generated(node):
    """Also what a list offers: no words of the text."""
    return 'data-generated' in node.attrs or node.name == 'option'


def text_of(node, leave_out=is_generated, picture=''):
    """The text below node without the nodes that leave_out names."""
    out = []

    def put(n):
        if isinstance(n, str):
            out.append(n)
            return
        if leave_out(n):
            return
        space = '' if n.name in PHRASE else ' '
        out.append(picture if n.name == 'img' else space)
        for child in n.children:
            put(child)
        out.append(space)

    put(node)
    return fold(''.join(out))


def lower(text):
    """Lower case by Turkish rules."""
    return text.replace('I', 'ı').replace('İ', 'i').lower()
