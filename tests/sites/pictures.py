# SPDX-License-Identifier: ISC
"""Draws the pictures of tests/sites/all: plain shapes, a few KB each.

    pictures.py FOLDER      writes them below FOLDER (tests/sites/all/content)

The JPEG is not drawn here: it is a photograph's stand-in, taken once.
"""
import os
import struct
import sys
import zlib

WHITE, GREY, DARK, BLUE, PALE = ((255, 255, 255), (214, 219, 224),
                                 (70, 78, 86), (24, 94, 120), (238, 242, 245))


class Picture:
    def __init__(self, width, height, colour=WHITE):
        self.width, self.height = width, height
        self.rows = [bytearray(bytes(colour) * width) for _ in range(height)]

    def box(self, x, y, width, height, colour):
        for row in self.rows[y:y + height]:
            row[3 * x:3 * (x + width)] = bytes(colour) * width

    def frame(self, x, y, width, height, colour, thick=2):
        self.box(x, y, width, thick, colour)
        self.box(x, y + height - thick, width, thick, colour)
        self.box(x, y, thick, height, colour)
        self.box(x + width - thick, y, thick, height, colour)

    def disc(self, cx, cy, radius, colour):
        for y in range(cy - radius, cy + radius + 1):
            half = int((radius ** 2 - (y - cy) ** 2) ** 0.5)
            self.box(cx - half, y, 2 * half + 1, 1, colour)

    def png(self):
        def chunk(kind, data):
            return (struct.pack('>I', len(data)) + kind + data +
                    struct.pack('>I', zlib.crc32(kind + data)))

        head = struct.pack('>IIBBBBB', self.width, self.height, 8, 2, 0, 0, 0)
        data = zlib.compress(b''.join(b'\0' + r for r in self.rows), 9)
        return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) +
                chunk(b'IDAT', data) + chunk(b'IEND', b''))


def emblem():
    p = Picture(96, 96)
    p.disc(48, 48, 44, BLUE)
    p.disc(48, 48, 36, WHITE)
    for i in range(24):
        p.box(48 - i, 30 + i, 2 * i + 1, 1, BLUE)
    p.box(36, 54, 24, 16, BLUE)
    return p


def window(fields):
    p = Picture(1000, 120 + 90 * fields + 100, PALE)
    p.box(40, 30, 920, p.height - 60, WHITE)
    p.frame(40, 30, 920, p.height - 60, GREY)
    p.box(40, 30, 920, 56, BLUE)
    p.box(64, 50, 260, 16, WHITE)
    for i in range(fields):
        y = 120 + 90 * i
        p.box(80, y, 180 + 30 * (i % 3), 12, DARK)
        p.frame(80, y + 24, 840, 44, GREY)
        p.box(96, y + 40, 120 + 70 * (i % 4), 12, GREY)
    p.box(760, p.height - 92, 160, 44, BLUE)
    p.box(800, p.height - 76, 80, 12, WHITE)
    return p


def gear():
    p = Picture(48, 48)
    for x, y in ((21, 4), (21, 36), (4, 21), (36, 21), (9, 9), (33, 9),
                 (9, 33), (33, 33)):
        p.box(x, y, 7, 8, DARK)
    p.disc(24, 24, 15, DARK)
    p.disc(24, 24, 6, WHITE)
    return p


def steps():
    p = Picture(1200, 220)
    for i in range(4):
        x = 20 + 300 * i
        p.box(x, 50, 240, 120, PALE)
        p.frame(x, 50, 240, 120, BLUE, 4)
        p.box(x + 50, 104, 140, 14, DARK)
        if i < 3:
            p.box(x + 248, 106, 30, 8, BLUE)
            for j in range(14):
                p.box(x + 278, 97 + j, 1 + min(j, 26 - j), 1, BLUE)
                p.box(x + 278, 122 - j, 1 + min(j, 26 - j), 1, BLUE)
    return p


PICTURES = {
    'amblem.png': emblem,
    'klv/bim/ag/kablosuz_20230904_1/baglanti.png': lambda: window(2),
    'klv/bim/ag/kablosuz_20250901_2/baglanti.png': lambda: window(2),
    'klv/bim/ag/kablosuz_20250901_2/ayarlar.png': lambda: window(4),
    'klv/bim/ag/kablosuz_20250901_2/cark.png': gear,
    'klv/kdb/odunc/odunc-alma_20231002_0/odunc-surec.png': steps,
}


def main(folder):
    for name, draw in PICTURES.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as f:
            f.write(draw().png())


if __name__ == '__main__':
    main(sys.argv[1])
