#!/usr/bin/env python3
"""typst_batch.py FONTS SOURCES OUT: sets every .typ file of a folder as PDF/UA-1 by the library Typst, in one process
with one compiler, which finds the fonts once and keeps its cache from one document to the next."""
import os
import sys

import typst


def main(fonts, sources, out):
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(root=sources, font_paths=faces)
    for name in sorted(os.listdir(sources)):
        compiler.compile(input=os.path.join(sources, name), output=os.path.join(out, name[:-len('.typ')] + '.pdf'),
                         format='pdf', pdf_standards='ua-1')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
