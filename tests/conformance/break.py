#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""break.py GOOD.pdf FOLDER: writes files into FOLDER that each have one thing
broken, and prints a line “FILE PROFILE CLAUSE-TEST” for each: the rule that
must refuse it. GOOD.pdf needs a figure, a link, a table, a level-2 heading and
a footnote. Needs qpdf, which also writes FOLDER/whole.pdf: the same file laid
open and not broken, which must be accepted."""

import pathlib
import re
import subprocess
import sys

# Name, profile and rule, pattern, replacement. The pattern must be there; it
# is taken at its first place only, but for those of EVERYWHERE.
EVERYWHERE = {"scope"}
BREAKS = [
    ("alt", "ua1 7.3-1", rb"\n\s*/Alt \([^\n]*|\n\s*/Alt <[^\n]*", b""),
    ("title", "ua1 7.1-9", rb"<dc:title>.*?</dc:title>", b""),
    ("show-title", "ua1 7.1-10", rb"/DisplayDocTitle true",
     b"/DisplayDocTitle false"),
    ("marked", "ua1 6.2-1", rb"/Marked true", b"/Marked false"),
    ("part", "3a 6.6.4-2", rb"<pdfaid:part>3<", b"<pdfaid:part>2<"),
    ("level", "3a 6.6.4-3", rb"<pdfaid:conformance>A<",
     b"<pdfaid:conformance>B<"),
    ("claim", "ua1 5-1", rb"<pdfuaid:part>1</pdfuaid:part>", b""),
    ("schema", "3a 6.6.2.3.1-1",
     rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", b""),
    ("tabs", "ua1 7.18.3-1", rb"/Tabs /S", b"/Tabs /R"),
    ("contents", "ua1 7.18.5-2",
     rb"/Contents (\([^\n]*\)|<[^\n]*>)\n", b"\n"),
    ("link", "ua1 7.18.5-1", rb"/S /Link", b"/S /Span"),
    ("print", "3a 6.3.2-1", rb"\n\s*/F 4\b", b""),
    ("scope", "ua1 7.5-1", rb"\n\s*/Scope /\w+", b""),
    ("row", "ua1 7.2-10", rb"/S /TD", b"/S /P"),
    ("skip", "ua1 7.4.2-1", rb"/S /H2", b"/S /H4"),
    ("note", "ua1 7.9-1", rb"\n\s*/ID \(n\d+\)", b""),
    ("artifact", "ua1 7.1-3", rb"/Artifact\s*<<[^>]*>>\s*BDC", b"/X BMC"),
    ("unicode", "ua1 7.21.7-1", rb"\n\s*/ToUnicode \d+ 0 R", b""),
    ("map", "ua1 7.21.3.2-1", rb"\n\s*/CIDToGIDMap \d+ 0 R", b""),
    ("program", "ua1 7.21.4.1-1", rb"\n\s*/FontFile2 \d+ 0 R", b""),
    ("intent", "3a 6.2.4.3-4", rb"/OutputIntents", b"/OutputIntentz"),
    ("source", "3a 6.8-3", rb"\n\s*/AFRelationship /\w+", b""),
    ("interpolate", "3a 6.2.8-3", rb"/Subtype /Image",
     b"/Subtype /Image /Interpolate true"),
    ("header", "3a 6.1.2-1", rb"%PDF-1.7", b"%PDF-1.9"),
]


def qpdf(*args):
    subprocess.run(["qpdf", *args], check=True)


def lay_open(good, folder):
    """The file as text, object by object."""
    whole = folder / "whole.pdf"
    qpdf("--qdf", "--object-streams=disable", "--newline-before-endstream",
         "--no-original-object-ids", str(good), str(whole))
    return whole.read_bytes()


def fix_offsets(data):
    """fix-qdf makes the table of offsets anew after an edit."""
    return subprocess.run(["fix-qdf"], input=data, check=True,
                          stdout=subprocess.PIPE).stdout


def main():
    good, folder = map(pathlib.Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    data = lay_open(good, folder)
    for name, rule, pattern, new in BREAKS:
        broken, num = re.subn(pattern, lambda m: new, data,
                              count=0 if name in EVERYWHERE else 1,
                              flags=re.S if b".*?" in pattern else 0)
        if num == 0:
            sys.exit(f"break.py: {name}: nothing to break in {good}")
        file = folder / f"{name}.pdf"
        file.write_bytes(fix_offsets(broken))
        print(file, rule)
    cut = folder / "tail.pdf"
    cut.write_bytes((folder / "whole.pdf").read_bytes() + b"more\n")
    print(cut, "3a 6.1.3-3")


if __name__ == "__main__":
    main()
