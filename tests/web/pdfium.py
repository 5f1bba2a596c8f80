# pdfium.py FILE: the fields of a form as PDFium (Chromium, Edge) reads them, a
# line “name TAB value” for each that has one; ⏎ stands for the end of a line.
# A text whose appearance PDFium does not draw is left out.
import ctypes
import re
import sys

import pypdfium2 as pdfium
import pypdfium2.raw as raw

BUTTONS = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
SCALE = 2


def text_of(call, *args):
    size = call(*args, None, 0)
    buffer = ctypes.create_string_buffer(size)
    call(*args, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[:size - 2].decode("utf-16-le")


def is_drawn(picture, rect, height):
    """Whether anything is black in the field, away from its border."""
    box = [int(v * SCALE) for v in (rect.left + 2, height - rect.top + 2,
                                    rect.right - 2, height - rect.bottom - 2)]
    pixels = picture.buffer
    step = picture.n_channels
    return any(pixels[y * picture.stride + x * step] < 80
               for y in range(box[1], box[3]) for x in range(box[0], box[2]))


def read(path):
    file = pdfium.PdfDocument(path)
    file.init_forms()
    form = file.formenv.raw
    found = {}
    for page in file:
        picture = page.render(scale=SCALE, may_draw_forms=True)
        for i in range(raw.FPDFPage_GetAnnotCount(page)):
            annot = raw.FPDFPage_GetAnnot(page, i)
            kind = raw.FPDFAnnot_GetFormFieldType(form, annot)
            if kind < 0:
                continue
            name = text_of(raw.FPDFAnnot_GetFormFieldName, form, annot)
            value = text_of(raw.FPDFAnnot_GetFormFieldValue, form, annot)
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annot, rect)
            if value in ("", "Off"):
                continue
            if kind in BUTTONS or is_drawn(picture, rect, page.get_height()):
                found[name] = re.sub(r"\r\n?|\n", "⏎", value)
    return found


sys.stdout.reconfigure(encoding="utf-8")
for name, value in sorted(read(sys.argv[1]).items()):
    print(name + "\t" + value)
