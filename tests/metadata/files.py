"""Files of office programs that tell more than their text.

Usage: files.py make FOLDER     writes them, and prints for each: its name, the
                                message, what it must say (“-”: nothing)
       files.py hostile FOLDER  the same for files that are meant to do harm
       files.py small FOLDER    those of them that are made at once
"""
import io
import pathlib
import struct
import sys
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
CORE = ("http://schemas.openxmlformats.org/package/2006/metadata/"
        "core-properties")
APP = ("http://schemas.openxmlformats.org/officeDocument/2006/"
       "extended-properties")
CUSTOM = ("http://schemas.openxmlformats.org/officeDocument/2006/"
          "custom-properties")
DC = "http://purl.org/dc/elements/1.1/"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 15, 10, 0, 0))
            info.compress_type = method
            z.writestr(info, text)
    return out.getvalue()


def core(creator="", last="", name="docProps/core.xml"):
    return {name: f'{HEAD}<c:coreProperties xmlns:c="{CORE}" xmlns:d="{DC}">'
            f'<d:creator>{creator}</d:creator><c:lastModifiedBy>{last}'
            '</c:lastModifiedBy></c:coreProperties>'}


def ooxml(**parts):
    """part__name for part/name.xml"""
    return {"[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.'
            'openxmlformats.org/package/2006/content-types"/>',
            **{name.replace("__", "/") + ".xml": HEAD + text
               for name, text in parts.items()}}


def word(body, attrs=""):
    return (f'<w:document xmlns:w="{W}" {attrs}><w:body>{body}</w:body>'
            '</w:document>')


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odf(kind, content, meta="", **more):
    spaces = " ".join(f'xmlns:{s}="{ODF}{full}:1.0"' for s, full in (
        ("office", "office"), ("text", "text"), ("table", "table"),
        ("meta", "meta"), ("draw", "drawing")))
    spaces += f' xmlns:dc="{DC}"'
    return zipped({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"{HEAD}<office:document-content {spaces}><office:body>"
        f"<office:{kind}>{content}</office:{kind}></office:body>"
        "</office:document-content>",
        "meta.xml": f"{HEAD}<office:document-meta {spaces}><office:meta>{meta}"
        "</office:meta></office:document-meta>",
        "META-INF/manifest.xml": f'{HEAD}<m:manifest xmlns:m="{ODF}manifest'
        ':1.0"/>', **more})


def pdf(info="", annotation="", xmp=""):
    objects = ["<</Type/Catalog/Pages 2 0 R%s>>" % (
        "/Metadata 5 0 R" if xmp else ""),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]%s>>" % (
        f"/Annots[{annotation}]" if annotation else ""),
        f"<<{info}>>",
        f"<</Type/Metadata/Subtype/XML/Length {len(xmp.encode())}>>\nstream\n"
        f"{xmp}\nendstream"]
    out, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode()
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (b"trailer\n<</Size 6/Root 1 0 R/Info 4 0 R>>\nstartxref\n"
                  b"%d\n%%%%EOF\n" % start)


COMMENT = ('<w:comments xmlns:w="%s"><w:comment w:id="1" w:author="%s"><w:p/>'
           '</w:comment></w:comments>')
CHANGED = word(paragraph("bir") + "<w:p>" +
               '<w:ins w:id="1" w:author="Ayşe Yılmaz"><w:r/></w:ins>' * 3 +
               '<w:del w:id="2" w:author="Ayşe Yılmaz"/></w:p>')
RELS = ("http://schemas.openxmlformats.org/package/2006/relationships")
PERSON, CHANGES, COMMENTS, MACROS = (
    "file-person", "file-changes", "file-comments", "file-macros")

FILES = {
    "bos.docx": (zipped({**ooxml(word__document=word(paragraph("a"))),
                         **core()}), None, ""),
    "kurum.docx": (zipped({**ooxml(), **core("Bilgi İşlem Daire Başkanlığı",
                                             "daire BAŞKANI")}), None, ""),
    "gorev.xlsx": (zipped({**ooxml(), **core("ŞUBE MÜDÜRÜ")}), None, ""),
    "kisi.docx": (zipped({**ooxml(), **core("Ayşe Yılmaz")}), PERSON,
                  "Ayşe Yılmaz (docProps/core.xml creator)"),
    "son.docx": (zipped({**ooxml(), **core("", " Ali Veli ")}), PERSON,
                 "Ali Veli (docProps/core.xml lastModifiedBy)"),
    "net.docx": (zipped({**ooxml(), **core("Ayşe", name="package/services/"
                 "metadata/core-properties/5b.psmdcp")}), PERSON,
                 "Ayşe (package/services/metadata/core-properties/5b.psmdcp "
                 "creator)"),
    "yonetici.docx": (zipped(ooxml(docProps__app=(
        f'<a:Properties xmlns:a="{APP}"><a:Company>Ayşe A.Ş.</a:Company>'
        '<a:Manager>Ali &amp; Ayşe</a:Manager></a:Properties>'))), PERSON,
        "Ali & Ayşe (docProps/app.xml Manager)"),
    "ozel.docx": (zipped(ooxml(docProps__custom=(
        f'<Properties xmlns="{CUSTOM}" xmlns:v="v"><property name="_Email">'
        '<v:lpwstr>ayse@example.org</v:lpwstr></property><property name="N">'
        '<v:i4>17 18</v:i4></property></Properties>'))), PERSON,
        "ayse@example.org (docProps/custom.xml _Email)"),
    "yalin.docx": (zipped({"docProps/core.xml": "<cp:coreProperties>"
                           "<dc:creator>Ali</dc:creator></cp:coreProperties>"}),
                   PERSON, "Ali (docProps/core.xml creator)"),
    "izli.docx": (zipped(ooxml(word__document=CHANGED)), CHANGES,
                  "Ayşe Yılmaz (4); the first: word/document.xml ¶2"),
    "bicim.docx": (zipped(ooxml(word__document=word(
        '<w:p><w:pPr><w:pPrChange w:author="A"/></w:pPr></w:p>'))), CHANGES,
        "A (1); the first: word/document.xml ¶1"),
    "ustbilgi.docx": (zipped(ooxml(word__header1=(
        f'<h:hdr xmlns:h="{W}"><h:p><h:moveTo/></h:p></h:hdr>'))), CHANGES,
        "1; the first: word/header1.xml ¶1"),
    "yorumlu.docx": (zipped(ooxml(word__comments=COMMENT % (W, "Ali"))),
                     COMMENTS, "Ali (1); the first: word/comments.xml"),
    "kisiler.docx": (zipped(ooxml(word__people=(
        '<w:people xmlns:w="http://schemas.microsoft.com/office/word/2012/'
        'wordml"><w:person w:author="Ali"/></w:people>'))), PERSON,
        "Ali (word/people.xml person)"),
    "makro.docx": (zipped({**ooxml(), "word/vbaProject.bin": "x"}), MACROS,
                   "word/vbaProject.bin"),
    "etkin.pptx": (zipped({**ooxml(), "ppt/activeX/activeX1.bin": "x"}),
                   MACROS, "ppt/activeX/activeX1.bin"),
    "sablon.docx": (zipped({**ooxml(), "word/_rels/settings.xml.rels": (
        f'{HEAD}<Relationships xmlns="{RELS}"><Relationship Id="r1" '
        'TargetMode="External" Target="file:///C:\\Users\\ayse.y\\Normal.dotm"'
        '/></Relationships>')}), PERSON,
        "ayse.y (word/_rels/settings.xml.rels Relationship)"),
    "icinde.docx": (zipped({**ooxml(), "word/embeddings/Tablo.xlsx": zipped(
        {**ooxml(), **core("Ali Veli")})}), PERSON,
        "Ali Veli (word/embeddings/Tablo.xlsx: docProps/core.xml creator)"),
    "yorum.xlsx": (zipped(ooxml(xl__comments1=(
        f'<comments xmlns="{X}"><authors><author>Ali</author><author>Ayşe'
        '</author></authors><commentList><comment ref="B7" authorId="1"/>'
        '<comment ref="C9" authorId="1"/></commentList></comments>'))),
        COMMENTS, "Ayşe (2); the first: xl/comments1.xml B7"),
    "dizi.xlsx": (zipped(ooxml(xl__threadedComments__threadedComment1=(
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/'
        'spreadsheetml/2018/threadedcomments"><threadedComment ref="A1"/>'
        '</ThreadedComments>'))), COMMENTS,
        "1; the first: xl/threadedComments/threadedComment1.xml"),
    "kisiler.xlsx": (zipped(ooxml(xl__persons__person=(
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml'
        '/2018/threadedcomments"><person displayName="Ali Veli"/>'
        '</personList>'))), PERSON, "Ali Veli (xl/persons/person.xml person)"),
    "yol.xlsx": (zipped(ooxml(xl__workbook=(
        f'<workbook xmlns="{X}"><a:absPath xmlns:a="http://schemas.microsoft.'
        'com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\ali\\Masa\\"/>'
        '</workbook>'))), PERSON, "ali (xl/workbook.xml absPath)"),
    "paylasilan.xlsx": (zipped(ooxml(xl__revisions__revisionHeaders=(
        f'<headers xmlns="{X}"><header userName="Ali"/></headers>'))),
        CHANGES, "Ali (1); the first: xl/revisions/revisionHeaders.xml"),
    "yorum.pptx": (zipped(ooxml(ppt__comments__comment1=(
        f'<p:cmLst xmlns:p="{P}"><p:cm authorId="0"/></p:cmLst>'))), COMMENTS,
        "1; the first: ppt/comments/comment1.xml"),
    "yazar.pptx": (zipped(ooxml(ppt__commentAuthors=(
        f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor name="Ali"/>'
        '</p:cmAuthorLst>'))), PERSON, "Ali (ppt/commentAuthors.xml cmAuthor)"),
    "bos.odt": (odf("text", "<text:p>a</text:p>"), None, ""),
    "kisi.odt": (odf("text", "", "<meta:initial-creator>Ali Veli"
                     "</meta:initial-creator>"), PERSON,
                 "Ali Veli (meta.xml initial-creator)"),
    "son.ods": (odf("spreadsheet", "", "<dc:creator>Ali</dc:creator>"),
                PERSON, "Ali (meta.xml creator)"),
    "ozel.odp": (odf("presentation", "", '<meta:user-defined meta:name="Kim">'
                     "Ali Veli</meta:user-defined>"), PERSON,
                 "Ali Veli (meta.xml Kim)"),
    "izli.odt": (odf("text", "<text:tracked-changes><text:changed-region>"
                     "<text:insertion><office:change-info><dc:creator>Ayşe"
                     "</dc:creator></office:change-info></text:insertion>"
                     "</text:changed-region></text:tracked-changes>"
                     "<text:p/>"), CHANGES, "Ayşe (1); the first: content.xml"),
    "izli.ods": (odf("spreadsheet", "<table:tracked-changes>"
                     "<table:cell-content-change><office:change-info>"
                     "<dc:creator>Ayşe</dc:creator></office:change-info>"
                     "</table:cell-content-change></table:tracked-changes>"),
                 CHANGES, "Ayşe (1); the first: content.xml"),
    "yorum.ods": (odf("spreadsheet", '<table:table table:name="Sayfa 1">'
                      "<office:annotation><dc:creator>Ali</dc:creator><text:p>"
                      "x</text:p></office:annotation></table:table>"),
                  COMMENTS, "Ali (1); the first: content.xml Sayfa 1"),
    "yorum.odt": (odf("text", "<text:p/><text:p><office:annotation/></text:p>"),
                  COMMENTS, "1; the first: content.xml ¶2"),
    "makro.ods": (odf("spreadsheet", "", **{
        "Basic/script-lc.xml": "<!DOCTYPE x><x/>",
        "Basic/Standard/Module1.xml": "<x/>"}), MACROS,
        "Basic/Standard/Module1.xml"),
    "betik.odt": (odf("text", "", **{"Scripts/python/a.py": "x"}), MACROS,
                  "Scripts/python/a.py"),
    "bos.pdf": (pdf(), None, ""),
    "kisi.pdf": (pdf("/Author(Ali Veli)"), PERSON, "Ali Veli (PDF /Author)"),
    "not.pdf": (pdf(annotation="<</Type/Annot/Subtype/Text/Rect[0 0 9 9]"
                    "/T(Ali)>>"), COMMENTS, "Ali (1); the first: PDF 3 0 R"),
    "xmp.pdf": (pdf(xmp=(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org'
        '/1999/02/22-rdf-syntax-ns#"><r:Description xmlns:dc="' + DC + '">'
        '<dc:creator><r:Seq><r:li>Ayşe Kaya</r:li></r:Seq></dc:creator>'
        '</r:Description></r:RDF></x:xmpmeta>')), PERSON,
        "Ayşe Kaya (XMP creator)"),
    "liste.csv": (b"ad;soyad\nAli;Veli\n", None, ""),
}


def xml_bomb():
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha" * 9}">'
                     for i in range(9))
    return (f'<!DOCTYPE w:document [{levels}]>' + word(
        paragraph("&e8;"))).replace(HEAD, "")


def large(size):
    """A part of that many bytes, which deflate makes a thousandth of."""
    with io.BytesIO() as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("[Content_Types].xml", "<Types/>")
            with z.open("word/document.xml", "w") as part:
                part.write(f'<w:document xmlns:w="{W}">'.encode())
                piece = b"<w:p/>" * (1 << 16)
                for _ in range(size // len(piece)):
                    part.write(piece)
                part.write(b"</w:document>")
        return out.getvalue()


def encrypted_zip():
    data = bytearray(zipped(ooxml()))
    at = data.find(b"PK\1\2")
    data[at + 8] |= 1                       # flag of the central directory
    data[6] |= 1
    return bytes(data)


def wrong_sum():
    data = bytearray(zipped({**ooxml(), **core("Ali")}, zipfile.ZIP_STORED))
    at = data.find(b"Ali")
    data[at] = ord("E")
    return bytes(data)


BROKEN, OTHER, PASSWORD, LARGE = ("file-broken", "file-kind", "file-password",
                                  "file-large")
HOSTILE = {
    "bomba.docx": (lambda: zipped(ooxml(word__document=xml_bomb())), BROKEN),
    "disaridan.docx": (lambda: zipped(ooxml(word__document=(
        '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">' +
        word("")))), BROKEN),
    "bir-gb.docx": (lambda: large(1 << 30), LARGE),
    "derin.docx": (lambda: zipped(ooxml(word__document=(
        "<a>" * 20000 + "</a>" * 20000))), None),
    "cok.docx": (lambda: zipped({**ooxml(), **{
        f"p{i}.bin": "" for i in range(20001)}}), LARGE),
    "yukari.docx": (lambda: zipped({**ooxml(), "../../../kacti.xml": "<a/>",
                                    "/kacti.xml": "<a/>"}), None),
    "yarim.docx": (lambda: zipped({**ooxml(), **core("Ali")})[:-40], BROKEN),
    "toplam.docx": (wrong_sum, BROKEN),
    "duz.docx": (lambda: b"Yalniz metin.\n", OTHER),
    "zip.docx": (lambda: zipped({"a.txt": "a"}), OTHER),
    "bozuk.xlsx": (lambda: zipped(ooxml(xl__workbook="<workbook><a></b>")),
                   BROKEN),
    "parola.docx": (lambda: b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 600 +
                    "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
                    PASSWORD),
    "eski.docx": (lambda: b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 900,
                  BROKEN),
    "parola-zip.docx": (encrypted_zip, PASSWORD),
    "parola.odt": (lambda: zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": bytes(range(255)), "META-INF/manifest.xml": (
            f'{HEAD}<m:manifest xmlns:m="{ODF}manifest:1.0"><m:file-entry>'
            '<m:encryption-data/></m:file-entry></m:manifest>')}), PASSWORD),
    "yuva.docx": (lambda: zipped({**ooxml(), **{
        f"word/embeddings/{i}.docx": large(100 << 20)[:1 << 20]
        for i in range(3)}}), LARGE),
    "bozuk.pdf": (lambda: b"%PDF-1.7\nbozuk\n", OTHER),
    "kisa.docx": (lambda: b"PK\3\4sahte", OTHER),
    "ad.docx": (lambda: zipped({**ooxml(), **core(
        "Ali\u202eileV\u001b".replace("\u001b", "") + "x" * 5000)}),
        "file-person"),
}


def main():
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    if sys.argv[1] == "make":
        for name, (data, message, said) in FILES.items():
            (folder / name).write_bytes(data)
            print(name, message or "-", said, sep="\t")
    else:
        for name, (data, message) in HOSTILE.items():
            if sys.argv[1] == "small" and name in (
                    "bir-gb.docx", "yuva.docx"):
                continue
            (folder / name).write_bytes(data())
            print(name, message or "-", sep="\t")


if __name__ == "__main__":
    main()
