#!/usr/bin/env python3
"""fill.py RECORD FOLDER: fills in the first field of a record with other programs: FOLDER/pdfium.pdf, as a person types;
with a box too pikepdf.pdf (packed), pypdf.pdf, locked.pdf (encrypted with an empty password), password.pdf."""
import ctypes
import sys

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as raw

NAME = 'ĞÜŞİÖÇ ğüşıöç âîû'
FIELD, BOX = 'adi-soyadi', 'kisisel-verilerimin-islenmesine-iliskin-metni-okudum'


def type_it(record, path):
    """PDFium: a click into the field, letters, and what Chromium saves: the whole file anew."""
    document = pypdfium2.PdfDocument(record)
    document.init_forms()
    page = document[0]
    boxes = {}
    with pikepdf.open(record) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if '/Rect' in field:
                left, low, right, high = map(float, field.Rect)
                boxes[str(field.T)] = (left + right) / 2, (low + high) / 2
    form = document.formenv
    click(form, page, *boxes[FIELD])
    letters = (NAME + '\0').encode('utf-16-le')
    raw.FORM_ReplaceSelection(form, page, ctypes.cast(letters, raw.FPDF_WIDESTRING))
    raw.FORM_ForceToKillFocus(form)
    document.save(path, flags=0)


def click(form, page, x, y):
    raw.FORM_OnLButtonDown(form, page, 0, x, y)
    raw.FORM_OnLButtonUp(form, page, 0, x, y)


def rewrite(record, folder):
    with pikepdf.open(record) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if field.get('/T') == FIELD:
                field.V = pikepdf.String(NAME)
            elif field.get('/T') == BOX:
                field.V = field.AS = pikepdf.Name('/Yes')
        pdf.save(folder + '/pikepdf.pdf', object_stream_mode=pikepdf.ObjectStreamMode.generate)
        pdf.save(folder + '/locked.pdf', encryption=pikepdf.Encryption(owner='sahip', user='', R=6))
        pdf.save(folder + '/password.pdf', encryption=pikepdf.Encryption(owner='sahip', user='gizli', R=6))
    writer = pypdf.PdfWriter(clone_from=record)
    writer.update_page_form_field_values(None, {FIELD: NAME, BOX: '/Yes'})
    writer.write(folder + '/pypdf.pdf')


type_it(sys.argv[1], sys.argv[2] + '/pdfium.pdf')
rewrite(sys.argv[1], sys.argv[2])
