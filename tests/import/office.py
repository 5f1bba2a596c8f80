"""office.py FILE: writes a Word file with python-docx, whose template is that of Word itself."""
import io
import sys

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from word import png

document = docx.Document()
document.core_properties.author = 'Ayşe Yılmaz'
document.sections[0].header.paragraphs[0].text = 'Doküman No: KL-07\tRevizyon No: 02'
document.add_heading('Güvenlik Kılavuzu', 0)
document.add_heading('Amaç', 1)
paragraph = document.add_paragraph('Bu kılavuz ')
paragraph.add_run('herkesi').bold = True
paragraph.add_run(' kapsar; ')
paragraph.add_run('adım adım').italic = True
paragraph.add_run(' uygulanır.')
for text in ('İlk im', 'İkinci im'):
    document.add_paragraph(text, style='List Bullet')
for text in ('İlk adım', 'İkinci adım'):
    document.add_paragraph(text, style='List Number')
document.add_heading('Ekran', 2)
document.add_picture(io.BytesIO(png(180)), width=Mm(40))._inline.docPr.set('descr', 'Giriş düğmesi')
document.add_paragraph('Şekil 1: Giriş ekranı', style='Caption')
document.add_paragraph('Ekran Şekil 1’de görülür.').alignment = WD_ALIGN_PARAGRAPH.RIGHT
table = document.add_table(rows=3, cols=3, style='Table Grid')
for i, row in enumerate(table.rows):
    for j, cell in enumerate(row.cells):
        cell.text = f'{i}.{j}'
table.cell(0, 0).merge(table.cell(0, 1)).text = 'birleşik'
table.cell(1, 2).merge(table.cell(2, 2)).text = 'dikey'
document.add_page_break()
section = document.add_section()
section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
document.add_paragraph('Yatay sayfada.')
document.save(sys.argv[1])
