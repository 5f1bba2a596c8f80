"""Pictures whose files tell more than the picture.

Usage: images.py make FOLDER    writes them, and prints for each: its name, what
                                must be said of it (“-”: nothing)
       images.py look FILE...   prints what stays: the pixels' digest, profile,
                                density, orientation; “broken” where it cannot
                                be read
"""
import hashlib
import pathlib
import struct
import sys
import zlib

JPEG = bytes.fromhex(
    "FFD8FFE000104A46494600010101004800480000FFDB004300030202020202030202"
    "020303030304060404040404080606050609080A0A090809090A0C0F0C0A0B0E0B09"
    "090D110D0E0F101011100A0C12131210130F101010FFC0000B080002000301011100"
    "FFC40014000100000000000000000000000000000009FFC400141001000000000000"
    "00000000000000000000FFDA0008010100003F0054DFFFD9")
HEAD, BODY = JPEG[:20], JPEG[20:]           # SOI and JFIF; the rest

LOCATION, NAME, COMMENT, THUMBNAIL, OTHER, BEHIND = (
    "location", "a name or serial number", "comment", "thumbnail",
    "data of a program (such as XMP, IPTC)", "data after the picture")


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def value(order, kind, data):
    size = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}[kind]
    return kind, len(data) // size, data


def directory(order, at, entries, after=0):
    """A TIFF directory at the offset, with its long values behind it."""
    head = struct.pack(order + "H", len(entries))
    body, behind = b"", b""
    start = at + 2 + 12 * len(entries) + 4
    for tag, kind, data in sorted(entries):
        kind, num, data = value(order, kind, data)
        if len(data) > 4:
            place = struct.pack(order + "I", start + len(behind))
            behind += data + b"\0" * (len(data) % 2)
        else:
            place = data.ljust(4, b"\0")
        body += struct.pack(order + "HHI", tag, kind, num) + place
    return head + body + struct.pack(order + "I", after) + behind


def tiff(entries=(), order=">", exif=(), gps=(), thumbnail=b""):
    """The directories one after the other, each of 4 KiB at most."""
    first = list(entries)
    parts = {8: None}
    if exif:
        parts[1000] = directory(order, 1000, exif)
        first.append((0x8769, 4, struct.pack(order + "I", 1000)))
    if gps:
        parts[2000] = directory(order, 2000, gps)
        first.append((0x8825, 4, struct.pack(order + "I", 2000)))
    if thumbnail:
        parts[3000] = directory(order, 3000, [
            (0x0103, 3, struct.pack(order + "H", 6)),
            (0x0201, 4, struct.pack(order + "I", 3100)),
            (0x0202, 4, struct.pack(order + "I", len(thumbnail)))])
        parts[3100] = thumbnail
    parts[8] = directory(order, 8, first, 3000 if thumbnail else 0)
    mark = b"MM\0*" if order == ">" else b"II*\0"
    out = bytearray(mark + struct.pack(order + "I", 8))
    for at, part in sorted(parts.items()):
        out = out.ljust(at, b"\0") + part
    return bytes(out)


def exif_segment(*args, **more):
    return segment(0xE1, b"Exif\0\0" + tiff(*args, **more))


def jpeg(*segments, body=BODY, behind=b""):
    return HEAD + b"".join(segments) + body + behind


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(
        ">I", zlib.crc32(kind + body))


def png(before=b"", after=b"", behind=b"", split=False):
    rows = b"".join(b"\0" + bytes(range(9)) for _ in range(2))
    data = zlib.compress(rows)
    parts = [data[:5], data[5:]] if split else [data]
    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0)) +
            before + b"".join(chunk(b"IDAT", p) for p in parts) + after +
            chunk(b"IEND", b"") + behind)


def text(key, words, kind=b"tEXt"):
    rest = {b"tEXt": words, b"zTXt": b"\0" + zlib.compress(words),
            b"iTXt": b"\0\0\0\0" + words}[kind]
    return chunk(kind, key + b"\0" + rest)


DEGREES = struct.pack(">6I", 37, 1, 52, 1, 2844, 100)
GPS = [(0, 1, b"\2\3\0\0"), (1, 2, b"N\0"), (2, 5, DEGREES)]
DENSITY = [(0x011A, 5, struct.pack(">2I", 300, 1)),
           (0x011B, 5, struct.pack(">2I", 300, 1)),
           (0x0128, 3, struct.pack(">H", 2))]
CAMERA = [(0x010F, 2, b"Kamera A.S.\0"), (0x0110, 2, b"K 200\0"),
          (0x0132, 2, b"2026:01:15 10:00:00\0")]
XMP = (b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
       b"<q:creator>Ayse</q:creator></x:xmpmeta>")
ICC = segment(0xE2, b"ICC_PROFILE\0\1\1" + b"profil" * 20)
# Baseline with restart markers would not differ; a progressive file has more
# than one scan: here DC first, then its last bit.
PROGRESSIVE = (BODY.replace(b"\xFF\xC0", b"\xFF\xC2").split(b"\xFF\xDA")[0] +
               segment(0xDA, bytes([1, 1, 0, 0, 0, 1])) + b"\x54\xDF" +
               segment(0xDA, bytes([1, 1, 0, 0, 0, 0x10])) + b"\x54\xDF" +
               b"\xFF\xD9")

PICTURES = {
    "bos.jpg": (JPEG, ""),
    "kamera.jpg": (jpeg(exif_segment(CAMERA + DENSITY), ICC), ""),
    "bosluk.jpg": (jpeg(exif_segment([(0x010E, 2, b"      \0")], exif=[
        (0x9286, 7, b"ASCII\0\0\0" + b"\0" * 20)])), ""),
    "surum.jpg": (jpeg(exif_segment(gps=GPS[:1])), ""),
    "dolgu.jpg": (jpeg(behind=b"\0" * 9000), ""),
    "konum.jpg": (jpeg(exif_segment(CAMERA, gps=GPS), ICC), LOCATION),
    "konum-ii.jpg": (jpeg(exif_segment(order="<", gps=GPS)), LOCATION),
    "kisi.jpg": (jpeg(exif_segment([(0x013B, 2, b"Ayse Yilmaz\0")])), NAME),
    "xp.jpg": (jpeg(exif_segment([(0x9C9D, 1, "Ayşe".encode("utf-16-le"))])),
               NAME),
    "seri.jpg": (jpeg(exif_segment(exif=[(0xA431, 2, b"0012345\0")])), NAME),
    "yorum.jpg": (jpeg(exif_segment(exif=[
        (0x9286, 7, b"ASCII\0\0\0Ali'nin masasi")])), COMMENT),
    "com.jpg": (jpeg(segment(0xFE, b"gizli not")), COMMENT),
    "kucuk.jpg": (jpeg(exif_segment(DENSITY, thumbnail=JPEG)), THUMBNAIL),
    "jfif.jpg": (segment(0xD8, b"")[:2] + segment(
        0xE0, b"JFIF\0\1\1\1\0H\0H\1\1abc") + BODY, THUMBNAIL),
    "jfxx.jpg": (jpeg(segment(0xE0, b"JFXX\0\x10" + JPEG)), THUMBNAIL),
    "mpf.jpg": (jpeg(segment(0xE2, b"MPF\0" + b"\0" * 40)), THUMBNAIL),
    "xmp.jpg": (jpeg(segment(0xE1, XMP)), f"{NAME}, {OTHER}"),
    "iptc.jpg": (jpeg(segment(0xED, b"Photoshop 3.0\0" b"8BIM\4\4\0\0\0\0\0\5"
                              b"\x1c\2P\0\0")), OTHER),
    "iki-app1.jpg": (jpeg(exif_segment(DENSITY), segment(0xE1, XMP),
                          exif_segment(gps=GPS)),
                     f"{LOCATION}, {NAME}, {OTHER}"),
    "makernote.jpg": (jpeg(exif_segment(exif=[
        (0x927C, 7, b"Kamera\0" * 9)])), OTHER),
    "kesik-exif.jpg": (jpeg(segment(0xE1, b"Exif\0\0MM\0*\0\0\0\10\0\x40ab")),
                       OTHER),
    "dongu.jpg": (jpeg(segment(0xE1, b"Exif\0\0MM\0*\0\0\0\10\0\1" +
                               struct.pack(">HHII", 0x8769, 4, 1, 8) +
                               b"\0\0\0\10")), THUMBNAIL),
    "hareketli.jpg": (jpeg(behind=b"\0\0\0\x18ftypmp42" + b"x" * 9000), BEHIND),
    "ilerlemeli.jpg": (jpeg(segment(0xFE, b"not"), ICC, body=PROGRESSIVE),
                       COMMENT),
    "bos.png": (png(), ""),
    "ekran.png": (png(text(b"Software", b"ekran") + chunk(
        b"pHYs", struct.pack(">IIB", 11811, 11811, 1)) +
        chunk(b"tIME", struct.pack(">HBBBBB", 2026, 1, 15, 10, 0, 0)) +
        text(b"Creation Time", b"dun")), ""),
    "yazar.png": (png(text(b"Author", b"Ayse") + chunk(
        b"pHYs", struct.pack(">IIB", 11811, 11811, 1)) + chunk(
        b"iCCP", b"p\0\0" + zlib.compress(b"profil"))), NAME),
    "ztxt.png": (png(text(b"Comment", b"not", b"zTXt")), COMMENT),
    "itxt.png": (png(text(b"Baslik", "Ayşe".encode(), b"iTXt")), COMMENT),
    "sonra.png": (png(after=text(b"Comment", b"not"), split=True), COMMENT),
    "xmp.png": (png(text(b"XML:com.adobe.xmp", XMP, b"iTXt")),
                f"{NAME}, {OTHER}"),
    "exif.png": (png(chunk(b"eXIf", tiff(DENSITY, gps=GPS))), LOCATION),
    "ozel.png": (png(chunk(b"prVW", b"x" * 30)), OTHER),
    "arkada.png": (png(behind=b"PK\3\4"), BEHIND),
}


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, (data, said) in PICTURES.items():
        (folder / name).write_bytes(data)
        print(name, said or "-", sep="\t")


def read_tiff(data):
    order = ">" if data[:2] == b"MM" else "<"
    at, = struct.unpack_from(order + "I", data, 4)
    num, = struct.unpack_from(order + "H", data, at)
    kept = []
    for i in range(num):
        tag, kind, count = struct.unpack_from(order + "HHI", data,
                                              at + 2 + 12 * i)
        place = at + 2 + 12 * i + 8
        if tag in (0x0112, 0x0128):
            kept.append(struct.unpack_from(order + "H", data, place)[0])
        elif tag in (0x011A, 0x011B):
            there, = struct.unpack_from(order + "I", data, place)
            kept.append(struct.unpack_from(order + "2I", data, there))
    return kept


def look_jpeg(data):
    at, coded, kept = 2, b"", []
    while data[at + 1] != 0xD9:
        marker = data[at + 1]
        size, = struct.unpack_from(">H", data, at + 2)
        body = data[at + 4:at + 2 + size]
        end = at + 2 + size
        if marker == 0xDA:
            while not (data[end] == 0xFF and data[end + 1] != 0 and
                       not 0xD0 <= data[end + 1] <= 0xD7):
                end += 1
        if marker == 0xE0 and body.startswith(b"JFIF"):
            kept.append(body[5:12])
        elif marker == 0xE1 and body.startswith(b"Exif"):
            try:
                kept += read_tiff(body[6:])
            except struct.error:
                pass
        elif marker == 0xE2 and body.startswith(b"ICC"):
            kept.append(body)
        elif not 0xE0 <= marker <= 0xEF and marker != 0xFE:
            coded += data[at:end]
        at = end
    return coded, kept


def look_png(data):
    at, coded, kept = 8, b"", []
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8:at + 8 + size]
        if struct.unpack_from(">I", data, at + 8 + size)[0] != zlib.crc32(
                kind + body):
            raise ValueError
        if kind[0] < 97:
            coded += kind + body
        elif kind == b"eXIf":
            kept += read_tiff(body)
        elif kind in (b"pHYs", b"iCCP", b"tIME"):
            kept.append((kind, body))
        if kind == b"IEND":
            break
        at += 12 + size
    return coded, kept


def look(path):
    data = path.read_bytes()
    try:
        coded, kept = (look_png if data[:1] == b"\x89" else look_jpeg)(data)
    except (IndexError, struct.error, ValueError):
        return "broken"
    return f"{hashlib.sha256(coded).hexdigest()[:16]} {kept}"


def main():
    if sys.argv[1] == "make":
        make(pathlib.Path(sys.argv[2]))
    else:
        for name in sys.argv[2:]:
            print(pathlib.Path(name).name, look(pathlib.Path(name)), sep="\t")


if __name__ == "__main__":
    main()
