# PNG files with right chunks and wrong data in them.
mkdir -p $edition
python3 - $edition <<'PY'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
def png(name, packed, colour=0, interlace=0):
    head = struct.pack('>IIBBBBB', 16, 16, 8, colour, 0, 0, interlace)
    with open(f'{sys.argv[1]}/{name}.png', 'wb') as f:
        f.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', packed) + chunk(b'IEND', b''))
row = b'\0' + bytes(range(16))
sound = zlib.compress(row * 16)
png('saglam', sound)
png('sifirlanmis', sound[:8] + b'\0' + sound[9:])
png('sum', sound[:-1] + bytes([sound[-1] ^ 1]))
png('kisa', zlib.compress(row * 15))
png('uzun', zlib.compress(row * 17))
png('suzgec', zlib.compress(row * 15 + b'\5' + row[1:]))
png('saydam', zlib.compress((b'\0' + bytes(32)) * 15), colour=4)
png('taramali', zlib.compress(row * 16), interlace=1)
PY
