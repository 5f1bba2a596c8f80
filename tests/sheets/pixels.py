# SPDX-License-Identifier: ISC
"""Holds a drawn sheet against the one drawn before.

    pixels.py GOLDEN.png DRAWN.pgm              says what differs; status 1
    pixels.py --update GOLDEN.png DRAWN.pgm     writes the golden

A pixel differs where its grey does by more than a quarter of the way from
black to white; at most one in 2,000 may. (A line of text that moves by one
pixel changes more than that; another release of the drawing program less.)
"""
import re
import struct
import sys
import zlib

TOLERANCE = 64          # of 255
ALLOWED = 1 / 2000


def read_pgm(path):
    data = open(path, 'rb').read()
    head = re.match(rb'P5\s+(\d+)\s+(\d+)\s+255\s', data)
    return int(head.group(1)), int(head.group(2)), data[head.end():]


def chunk(name, data):
    return struct.pack('>I', len(data)) + name + data + \
        struct.pack('>I', zlib.crc32(name + data))


def write_png(path, width, height, pixels):
    """Unfiltered rows, so that read_png needs no more than zlib."""
    rows = b''.join(b'\0' + pixels[y * width:(y + 1) * width]
                    for y in range(height))
    with open(path, 'wb') as f:
        f.write(b'\x89PNG\r\n\x1a\n' +
                chunk(b'IHDR', struct.pack('>IIBBBBB', width, height,
                                           8, 0, 0, 0, 0)) +
                chunk(b'IDAT', zlib.compress(rows, 9)) + chunk(b'IEND', b''))


def read_png(path):
    data, at, rows = open(path, 'rb').read(), 8, b''
    while at < len(data):
        size, name = struct.unpack('>I4s', data[at:at + 8])
        if name == b'IHDR':
            width, height = struct.unpack('>II', data[at + 8:at + 16])
        elif name == b'IDAT':
            rows += data[at + 8:at + 8 + size]
        at += size + 12
    rows = zlib.decompress(rows)
    return width, height, b''.join(
        rows[y * (width + 1) + 1:(y + 1) * (width + 1)]
        for y in range(height))


def main(golden, drawn):
    width, height, new = read_pgm(drawn)
    if sys.argv[1] == '--update':
        write_png(golden, width, height, new)
        return 0
    before = read_png(golden)
    if before[:2] != (width, height):
        print('%d x %d, not %d x %d' % ((width, height) + before[:2]))
        return 1
    differ = sum(abs(a - b) > TOLERANCE for a, b in zip(before[2], new))
    print('%d of %d pixels differ' % (differ, width * height))
    return differ > ALLOWED * width * height


if __name__ == '__main__':
    sys.exit(main(*sys.argv[-2:]))
