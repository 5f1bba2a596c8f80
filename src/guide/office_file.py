"""The Word file that the guide imports, as an office has it: a header table, a
person's name, a drawing of an old kind, a list with letters, joined cells,
dotted blanks."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] /
                       "tests/import"))
import word  # noqa: E402

TEXTS = {
    "tr": {
        "file": "izin-dilekcesi.docx",
        "institution": "T.C. ÖRNEK ÜNİVERSİTESİ", "title": "İzin Dilekçesi",
        "head": ("Doküman No: FR-012", "İlk Yayın Tarihi: 05.01.2020",
                 "Revizyon Tarihi: 12.05.2023", "Rev. No: 03"),
        "roles": ("Hazırlayan", "Onaylayan"),
        "names": ("Özlük İşleri Birimi", "Prof. Dr. Ali Veli"),
        "text": "Aşağıdaki izni kullanmak istiyorum. Gereğini arz ederim.",
        "list": ("Dilekçeye eklenir:", "izin belgesi,", "sağlık raporu."),
        "table": ("İzin", "Gün", "Yıllık", "20", "Mazeret", "Birim amiri verir"),
        "blanks": ("Adı soyadı: ………………", "Birimi: ………………"),
        "old": "Eski çizim"},
    "en": {
        "file": "leave-request.docx",
        "institution": "EXAMPLE UNIVERSITY", "title": "Leave Request",
        "head": ("Document No: FR-012", "Issue date: 05.01.2020",
                 "Revision date: 12.05.2023", "Revision No: 03"),
        "roles": ("Prepared by", "Approved by"),
        "names": ("Staff Records Unit", "Prof. Alice Brown"),
        "text": "I should like to take the leave that is named below.",
        "list": ("To be enclosed:", "proof of leave,", "a medical report."),
        "table": ("Leave", "Days", "Annual", "20", "Special", "Decided by the head"),
        "blanks": ("Full name: ………………", "Unit: ………………"),
        "old": "Old drawing"},
}


def parts(t):
    w = word
    head = t["head"]
    header = w.tbl(
        w.tr(w.tc(t["institution"], '<w:vMerge w:val="restart"/>'), head[0]),
        w.tr(w.tc("", "<w:vMerge/>"), head[1]),
        w.tr(t["title"].upper(), head[2]), w.tr("", head[3])) + w.tbl(
        w.tr(*t["roles"]), w.tr(*t["names"]))
    c = t["table"]
    table = w.tbl(w.tr(c[0], c[1], header=True), w.tr(c[2], c[3]),
                  w.tr(w.tc(c[4] + ": " + c[5], '<w:gridSpan w:val="2"/>')))
    body = w.p(t["title"], style="KonuBal") + w.p(t["text"]) + \
        w.p(t["list"][0]) + w.p(t["list"][1], num=(1, 1)) + \
        w.p(t["list"][2], num=(1, 1)) + table + \
        "".join(w.p(blank) for blank in t["blanks"]) + \
        w.p(w.picture("p1", t["old"]))
    return w.parts(body, [("p1", "image", "media/image1.emf", False)],
                   media={"word/media/image1.emf": b"\1\0\0\0emf"},
                   headers=(header,))


def write(language, folder):
    """Writes it into the folder."""
    texts = TEXTS[language]
    word.write(folder / texts["file"], parts(texts))
