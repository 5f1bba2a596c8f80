"""lists.py PAGE...: the text of pages of an auditor's folder, a line for each
heading, paragraph and row. Left out: sizes of files and digests, which depend on
the libraries of the machine."""
import html.parser
import re
import sys


class Text(html.parser.HTMLParser):
    BLOCKS = ("h1", "h2", "p", "dt", "dd", "pre")

    def __init__(self):
        super().__init__()
        self.lines, self.row, self.words, self.main = [], None, None, False

    def handle_starttag(self, tag, attrs):
        classes = dict(attrs).get("class") or ""
        self.main = self.main or tag == "main"
        if tag == "tr":
            self.row = []
        elif tag in ("td", "th") or (tag in self.BLOCKS and
                                     classes != "actions"):
            self.words = []
        elif tag == "br" and self.words is not None:
            self.words.append(" / ")

    def handle_data(self, data):
        if self.main and self.words is not None:
            self.words.append(data)

    def handle_endtag(self, tag):
        if tag == "main":
            self.main = False
        if tag == "tr" and self.main:
            self.lines.append(" | ".join(self.row))
            self.row = None
        if self.words is None or tag not in self.BLOCKS + ("td", "th"):
            return
        text = re.sub(r"\s+", " ", "".join(self.words)).strip()
        text = re.sub(r"[0-9a-f]{64}", "DIGEST", text)
        if self.row is not None:
            self.row.append(text)
        elif self.main:
            self.lines.append(text)
        self.words = None


for page in sys.argv[1:]:
    t = Text()
    with open(page, encoding="utf-8") as f:
        t.feed(f.read())
    print("\n".join(t.lines) + "\n")
