#!/usr/bin/env python3
"""images.py MATBU FOLDER: builds a document with one large PNG of each kind and compares the peak of memory with the
pixels at 8 bits. The images of KINDS are smooth, so that neither file nor record counts. Those of NOISE cannot be
compressed, so that file and record are as large as the pixels; with interlace the file is needed beside all pixels,
and 16 bits make the file, or a record that keeps them, twice as large as the pixels."""
import os
import struct
import subprocess
import sys
import zlib

SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
ADAM7 = ((0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2))
TRANSPARENT = {0: b'\0\1', 2: b'\0\1\0\1\0\1', 3: b'\0\x80'}
SIDE = 4000
# name: colour type, bits, interlace, tRNS, width, height, bytes of a decoded pixel
KINDS = {
    'rgba8': (6, 8, 0, False, SIDE, SIDE, 4), 'rgba16': (6, 16, 0, False, SIDE, SIDE, 4),
    'rgba8-interlaced': (6, 8, 1, False, SIDE, SIDE, 4), 'rgba16-interlaced': (6, 16, 1, False, SIDE, SIDE, 4),
    'rgb8': (2, 8, 0, False, SIDE, SIDE, 3), 'rgb16': (2, 16, 0, False, SIDE, SIDE, 3),
    'rgb8-trns': (2, 8, 0, True, SIDE, SIDE, 4), 'rgb16-interlaced': (2, 16, 1, False, SIDE, SIDE, 3),
    'grey8': (0, 8, 0, False, SIDE, SIDE, 1), 'grey16': (0, 16, 0, False, SIDE, SIDE, 1),
    'grey1-trns': (0, 1, 0, True, SIDE, SIDE, 2), 'grey-alpha8': (4, 8, 0, False, SIDE, SIDE, 2),
    'grey-alpha16': (4, 16, 0, False, SIDE, SIDE, 2), 'palette8': (3, 8, 0, False, SIDE, SIDE, 1),
    'palette8-trns': (3, 8, 0, True, SIDE, SIDE, 4), 'palette8-interlaced': (3, 8, 1, False, SIDE, SIDE, 3),
    'narrow': (0, 8, 0, False, 1, 16_000_000, 1),
}
# Between two heights: what a build takes whatever the image differs from system to system; it is bounded alone.
CONSTANT = 4 << 20
NOISE_SIDE = 2500
NOISE_MORE = 1250
# [byte] of an image file at most.
FILE_LIMIT = 64_000_000
# The same, with the limit.
NOISE = {
    'noise-rgb8': (2, 8, 0, False, 3, 1.2), 'noise-rgba8': (6, 8, 0, False, 4, 1.2),
    'noise-grey8': (0, 8, 0, False, 1, 1.2), 'noise-grey-alpha8': (4, 8, 0, False, 2, 1.2),
    'noise-palette8': (3, 8, 0, False, 1, 1.2), 'noise-palette8-interlaced': (3, 8, 1, False, 3, 1.7),
    'noise-rgb8-interlaced': (2, 8, 1, False, 3, 2.2), 'noise-rgba8-interlaced': (6, 8, 1, False, 4, 2.2),
    'noise-rgb16': (2, 16, 0, False, 3, 2.2), 'noise-rgba16': (6, 16, 0, False, 4, 2.2),
}
# Runs a program and prints its peak: what this one needs itself, until it starts another, would count too.
PEAK = '''
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
sys.exit(done.returncode)
'''
PLACE = 'content/frm/bim/konu'


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def passes(width, height, interlace):
    for x, x_step, y, y_step in ADAM7 if interlace else ((0, 1, 0, 1),):
        yield max(0, -((x - width) // x_step)), max(0, -((y - height) // y_step))


def smooth(row, rows):
    return (b'\0' + b'\1' * row) * rows


def noise(row, rows):
    return b''.join(b'\0' + os.urandom(row) for _ in range(rows))


def png(colour, bits, interlace, trns, width, height, fill=smooth):
    packer = zlib.compressobj(1)
    data = b''
    for columns, rows in passes(width, height, interlace):
        row = (columns * SAMPLES[colour] * bits + 7) // 8
        step = max(1, 1_000_000 // (1 + row))
        for first in range(0, rows if columns else 0, step):
            data += packer.compress(fill(row, min(step, rows - first)))
    data += packer.flush()
    head = struct.pack('>IIBBBBB', width, height, bits, colour, 0, 0, interlace)
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + (chunk(b'PLTE', bytes(range(256)) * 3) if colour == 3 else b'') +
            (chunk(b'tRNS', TRANSPARENT[colour]) if trns else b'') + chunk(b'IDAT', data) + chunk(b'IEND', b''))


def build(matbu, folder, image):
    """The peak of a build with that image [byte]."""
    os.makedirs(f'{folder}/{PLACE}/b_20190115_1', exist_ok=True)
    for path in ('', '/frm', '/frm/bim', '/frm/bim/konu'):
        with open(f'{folder}/content{path}/index.md', 'w', encoding='utf-8') as file:
            file.write('# K\n')
    with open(f'{folder}/{PLACE}/b_20190115_1.md', 'w', encoding='utf-8') as file:
        file.write('# B\n\nBakınız [Şekil-1](#kare).\n\n![Kare](b_20190115_1/kare.png)\n')
    with open(f'{folder}/{PLACE}/b_20190115_1/kare.png', 'wb') as file:
        file.write(image)
    done = subprocess.run([sys.executable, '-c', PEAK, matbu, 'build', '--jobs', '1', '--content', f'{folder}/content',
                           '--out', f'{folder}/out', '--templates', 'templates'], stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f'{folder}: the build fails')
    return int(done.stdout)


def main():
    matbu, folder = sys.argv[1:]
    small = build(matbu, folder, png(0, 8, 0, False, 8, 8))
    wrong = 0
    for name, (colour, bits, interlace, trns, width, height, size) in KINDS.items():
        peak = build(matbu, folder, png(colour, bits, interlace, trns, width, height)) - small
        ratio = peak / (width * height * size)
        print(f'{name}: {ratio:.2f}')
        wrong += ratio > 1.2
    for name, (colour, bits, interlace, trns, size, limit) in NOISE.items():
        row = NOISE_SIDE * SAMPLES[colour] * bits // 8
        added = min(NOISE_MORE, FILE_LIMIT // row - NOISE_SIDE)
        less, more = (build(matbu, folder, png(colour, bits, interlace, trns, NOISE_SIDE, rows, noise))
                      for rows in (NOISE_SIDE, NOISE_SIDE + added))
        ratio = (more - less) / (NOISE_SIDE * added * size)
        wrong += less - small > limit * NOISE_SIDE * NOISE_SIDE * size + CONSTANT
        print(f'{name}: {ratio:.2f} of {limit}')
        wrong += ratio > limit
    sys.exit(1 if wrong else 0)


main()
