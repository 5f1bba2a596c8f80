# JPEG files that a page can show and a record cannot hold.
mkdir -p $edition
python3 - $edition <<'PY'
import struct, sys
def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack('>H', len(data) + 2) + data
def frame(marker, components):
    data = struct.pack('>BHHB', 8, 16, 16, components)
    for i in range(components):
        data += bytes([i + 1, 0x11, 0])
    return segment(marker, data)
def scan(components):
    data = bytes([components])
    for i in range(components):
        data += bytes([i + 1, 0])
    return segment(0xDA, data + bytes([0, 63, 0])) + b'\0' * 8
def code(table):
    return segment(0xC4, bytes([table, 1]) + bytes(16))
tables = segment(0xDB, b'\0' + b'\1' * 64) + code(0) + code(0x10)
def jpeg(name, extra, marker, components):
    with open(f'{sys.argv[1]}/{name}.jpg', 'wb') as f:
        f.write(b'\xFF\xD8' + extra + tables + frame(marker, components) + scan(components) + b'\xFF\xD9')
turned = segment(0xE1, b'Exif\0\0' + b'MM\0*' + struct.pack('>IHHHIHHI', 8, 1, 0x112, 3, 1, 6, 0, 0))
jpeg('dort', b'', 0xC0, 4)
jpeg('yan', turned, 0xC0, 3)
jpeg('kayipsiz', b'', 0xC3, 3)
PY
