"""updates.py RECORD FOLDER: what people append to a record, by pyHanko.

Writes FOLDER/fine/NAME.pdf, which still show the record, FOLDER/other/NAME.pdf,
which show or may show something else, and FOLDER/form.pdf: the record with
fields of its own, whose updates are in FOLDER/filled and FOLDER/misused;
FOLDER/tail.pdf: the record with a word in its end, and an update of that. Keys
and certificates are made here; nothing is fetched.
"""
import datetime
import io
import os
import struct
import sys

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import (ArrayObject, DictionaryObject,
                                       NameObject, NumberObject, StreamObject,
                                       TextStringObject)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

N = NameObject


# --- Signing

def certify(name, issuer=None, purpose=None):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    ca = issuer is None
    builder = (x509.CertificateBuilder().subject_name(subject)
               .issuer_name(subject if ca else issuer[0].subject)
               .public_key(key.public_key())
               .serial_number(x509.random_serial_number())
               .not_valid_before(now - datetime.timedelta(days=1))
               .not_valid_after(now + datetime.timedelta(days=30))
               .add_extension(x509.BasicConstraints(ca, None), True)
               .add_extension(x509.KeyUsage(True, True, False, False, False,
                                            ca, ca, False, False), True))
    if purpose:
        builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), True)
    return builder.sign(key if ca else issuer[1], hashes.SHA256()), key


def asn1(pair):
    der = serialization.Encoding.DER
    plain = serialization.NoEncryption()
    return (asn1_x509.Certificate.load(pair[0].public_bytes(der)),
            asn1_keys.PrivateKeyInfo.load(pair[1].private_bytes(
                der, serialization.PrivateFormat.PKCS8, plain)))


ca = certify('Kök')
root = asn1(ca)[0]
store = SimpleCertificateStore.from_certs([root])
certificate, key = asn1(certify('İmzalayan', ca))
signer = signers.SimpleSigner(signing_cert=certificate, signing_key=key,
                              cert_registry=store)
certificate, key = asn1(certify('Zaman', ca, ExtendedKeyUsageOID.TIME_STAMPING))
stamper = timestamps.DummyTimeStamper(tsa_cert=certificate, tsa_key=key,
                                      certs_to_embed=store)


def signed(data, field='Imza', stamp=False, box=None, **more):
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    meta = signers.PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, **more)
    spec = SigFieldSpec(field, box=box) if box else None
    out = io.BytesIO()
    signers.PdfSigner(meta, signer, timestamper=stamper if stamp else None,
                      new_field_spec=spec).sign_pdf(writer, output=out)
    return out.getvalue()


def trusted():
    return {'validation_context': ValidationContext(
        trust_roots=[root], allow_fetching=False), 'embed_validation_info':
        True}


def stamped(data):
    out = io.BytesIO()
    timestamps_writer = IncrementalPdfFileWriter(io.BytesIO(data))
    signers.PdfTimeStamper(stamper).timestamp_pdf(
        timestamps_writer, 'sha256', output=out)
    return out.getvalue()


# --- Updates by hand

def updated(data, change):
    """The file after change(writer)."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page_of(writer):
    return writer.root['/Pages']['/Kids'][0]


def stream(writer, bytes_, **dictionary):
    return writer.add_object(StreamObject(
        DictionaryObject({N('/' + k): v for k, v in dictionary.items()}),
        stream_data=bytes_))


def numbers(*values):
    return ArrayObject([NumberObject(v) for v in values])


PAINT = b'1 0 0 rg 60 60 400 700 re f'


def replace_content(writer):
    page = page_of(writer)
    page['/Contents'] = stream(writer, PAINT)
    writer.update_container(page)


def rewrite_content(writer):
    """The same object with other bytes."""
    contents = page_of(writer).get_object()['/Contents']
    contents._data = PAINT
    contents._encoded_data = None
    writer.update_container(contents)


def add_content(writer):
    page = page_of(writer)
    page['/Contents'] = ArrayObject([page.raw_get('/Contents'),
                                     stream(writer, PAINT)])
    writer.update_container(page)


def put_annotation(writer, **more):
    page = page_of(writer)
    form = stream(writer, PAINT, Type=N('/XObject'), Subtype=N('/Form'),
                  BBox=numbers(0, 0, 500, 800))
    annotation = DictionaryObject({
        N('/Type'): N('/Annot'), N('/Subtype'): N('/Stamp'),
        N('/Rect'): numbers(50, 50, 500, 800),
        N('/AP'): DictionaryObject({N('/N'): form})})
    annotation.update({N('/' + k): v for k, v in more.items()})
    reference = writer.add_object(annotation)
    annots = page.get('/Annots', ArrayObject())
    page['/Annots'] = ArrayObject(list(annots) + [reference])
    writer.update_container(page)
    return reference


def put_signature_look(writer):
    """A field for a signature, without a place, that draws."""
    reference = put_annotation(writer, Subtype=N('/Widget'), FT=N('/Sig'),
                               T=TextStringObject('x'),
                               Rect=numbers(0, 0, 0, 0))
    writer.root['/AcroForm'] = DictionaryObject({
        N('/Fields'): ArrayObject([reference])})
    writer.update_root()


def set_root(**values):
    def change(writer):
        for name, value in values.items():
            writer.root[N('/' + name)] = value
        writer.update_root()
    return change


def new_pages(writer):
    page = DictionaryObject(page_of(writer).get_object())
    page[N('/Contents')] = stream(writer, PAINT)
    page = writer.add_object(page)
    pages = writer.add_object(DictionaryObject({
        N('/Type'): N('/Pages'), N('/Count'): NumberObject(1),
        N('/Kids'): ArrayObject([page])}))
    page.get_object()[N('/Parent')] = pages
    set_root(Pages=pages)(writer)


def optional_content(writer):
    group = writer.add_object(DictionaryObject({
        N('/Type'): N('/OCG'), N('/Name'): TextStringObject('x')}))
    set_root(OCProperties=DictionaryObject({
        N('/OCGs'): ArrayObject([group]),
        N('/D'): DictionaryObject({N('/OFF'): ArrayObject([group])})}))(writer)


def open_action(writer):
    set_root(OpenAction=DictionaryObject({
        N('/S'): N('/URI'), N('/URI'): generic.pdf_string('http://a.example')}
        ))(writer)


def replace_font(writer):
    fonts = page_of(writer)['/Resources']['/Font']
    font = fonts[sorted(fonts)[0]]
    font[N('/BaseFont')] = N('/Courier')
    writer.update_container(font)


def replace_attachment(writer):
    names = writer.root['/Names']['/EmbeddedFiles']['/Names']
    names[1]['/EF'][N('/F')] = stream(writer, b'# Yalan',
                                      Type=N('/EmbeddedFile'))
    writer.update_container(names[1])


def rename(writer):
    """The title in the window."""
    info = writer.trailer['/Info']
    info[N('/Title')] = TextStringObject('Başka bir doküman')
    writer.update_container(info)


def move_widget(data):
    """A signature without a place gets one."""
    def change(writer):
        field = writer.root['/AcroForm']['/Fields'][0]
        field[N('/Rect')] = numbers(100, 100, 400, 400)
        writer.update_container(field)
    return updated(signed(data), change)


def give_action(data):
    def change(writer):
        field = writer.root['/AcroForm']['/Fields'][0]
        field[N('/AA')] = DictionaryObject({N('/PO'): DictionaryObject({
            N('/S'): N('/JavaScript'),
            N('/JS'): generic.pdf_string('app.alert(1)')})})
        writer.update_container(field)
    return updated(signed(data), change)


# --- Updates byte by byte

def last_table(data):
    return int(data[data.rindex(b'startxref') + 9:].split()[0])


def appended(data, objects, extra=b'', prev=None, size=4000, generation=0,
             packed=None, before=()):
    """An update with a cross-reference stream; objects is number: bytes.
    packed is number: (stream, index) of an object stream, before is rows that
    stand first in the table."""
    out = data
    rows = {}
    for number, body in objects.items():
        rows[number] = (1, len(out), generation)
        out += b'%d %d obj\n%s\nendobj\n' % (number, generation, body)
    for number, place in (packed or {}).items():
        rows[number] = (2, *place)
    place, number = len(out), size - 1
    rows[number] = (1, place, 0)
    listed = [*before, *sorted(rows.items())]
    table = b''.join(struct.pack('>BIH', *row) for _, row in listed)
    index = b' '.join(b'%d 1' % n for n, _ in listed)
    return out + (
        b'%d 0 obj\n<</Type/XRef/Size %d/Root %s/Prev %d/W[1 4 2]/Index[%s]'
        b'/Length %d%s>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n'
        b'%%%%EOF\n' % (number, size, root_of(data), last_table(data)
                        if prev is None else prev, index, len(table), extra,
                        table, place))


def root_of(data):
    start = data.rindex(b'/Root')
    return b' '.join(data[start + 5:start + 30].split()[:2]) + b' R'


def size_of(data):
    start = data.rindex(b'/Size') + 5
    return int(data[start:start + 12].split(b'/')[0])


def number_of(data, find):
    return find(IncrementalPdfFileWriter(io.BytesIO(data))).idnum


def contents_number(data):
    return number_of(data, lambda w: page_of(w).raw_get('/Contents'))


def paint():
    return b'<</Length %d>>\nstream\n%s\nendstream' % (len(PAINT), PAINT)


def in_object_stream(data):
    """The outline's root as an empty one, in an object stream."""
    number = number_of(data, lambda w: w.root.raw_get('/Outlines'))
    inner = b'%d 0 <</Type/Outlines>>' % number
    first = inner.index(b'<<')
    body = (b'<</Type/ObjStm/N 1/First %d/Length %d>>\nstream\n%s\nendstream'
            % (first, len(inner), inner))
    return appended(data, {3000: body}, packed={number: (3000, 0)})


def object_stream(places, inner):
    """places is [(number, offset)]."""
    head = b' '.join(b'%d %d' % place for place in places) + b' '
    return (b'<</Type/ObjStm/N %d/First %d/Length %d>>\nstream\n%s\nendstream'
            % (len(places), len(head), len(head + inner), head + inner))


def page_and_number(data):
    writer, out = IncrementalPdfFileWriter(io.BytesIO(data)), io.BytesIO()
    page = page_of(writer)
    page.write_to_stream(out, None)
    return out.getvalue(), page.container_ref.idnum


def packed(data):
    """The page as it is, in an object stream."""
    page, number = page_and_number(data)
    stream = object_stream([(3002, 0), (number, 8)], b'(other) ' + page)
    return appended(data, {3000: stream}, packed={number: (3000, 1),
                                                  3002: (3000, 0)})


def packed_twice(data):
    """Two pages with one number: qpdf sees the last, poppler what the index
    says. Then a page that goes on behind the beginning of another object."""
    page, number = page_and_number(data)
    forged = page.replace(b'/Contents %d ' % contents_number(data),
                          b'/Contents 3001 ')
    assert forged != page
    objects = {3001: paint()}
    for places, inner in (
            ([(number, 0), (number, len(forged))], forged + page),
            ([(number, 0), (3002, 9)], page),
            ([(number, 0), (3002, len(page) + 1)], page + b' /A /B'),
            ([(3002, len(page)), (number, 0)], page + b'/A')):
        objects[3000] = object_stream(places, inner)
        yield appended(data, objects, packed={
            n: (3000, i) for i, (n, _) in enumerate(places)})


def listed_twice(data):
    """Two places of one object in one table, of either form: some readers
    believe the first, some the last."""
    number = contents_number(data)
    old = data.rindex(b'\n%d 0 obj' % number) + 1
    yield appended(data, {number: paint()}, before=[(number, (1, old, 0))])
    out = data + b'%d 0 obj\n%s\nendobj\n' % (number, paint())
    part = b'%d 1\n%010d 00000 n \n'
    table = b'xref\n' + part % (number, old) + part % (number, len(data))
    yield out + table + (
        b'trailer\n<</Size %d/Root %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n' % (
            size_of(data), root_of(data), last_table(data), len(out)))


def hybrid(data):
    """A table that names a second one, for readers that know it."""
    number = contents_number(data)
    out = data
    place = len(out)
    out += b'%d 0 obj\n%s\nendobj\n' % (number, paint())
    table = struct.pack('>BIH', 1, place, 0)
    second = len(out)
    out += (b'3000 0 obj\n<</Type/XRef/Size 3001/W[1 4 2]/Index[%d 1]/Length '
            b'7>>\nstream\n%s\nendstream\nendobj\n' % (number, table))
    third = len(out)
    return out + (b'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3001/Root '
                  b'%s/Prev %d/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n' % (
                      root_of(data), last_table(data), second, third))


def harmless_hybrid(data, key):
    """A second table that lists an object nobody uses: nothing changes for
    any reader, and still there are two ways."""
    out = data + b'3000 0 obj\n<<>>\nendobj\n'
    second = len(out)
    out += (b'3001 0 obj\n<</Type/XRef/Size 3001/W[1 4 2]/Index[3000 1]/Length '
            b'7>>\nstream\n%s\nendstream\nendobj\n' % (
                struct.pack('>BIH', 1, len(data), 0)))
    third = len(out)
    return out + (b'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3001/Root '
                  b'%s/Prev %d%s %d>>\nstartxref\n%d\n%%%%EOF\n' % (
                      root_of(data), last_table(data), key, second, third))


def hidden_ends(data):
    """Ends that no way leads to: in a stream, in a text, of an update that the
    next one skips. Then two updates with one end."""
    yield appended(data, {3000: b'<</Length 6>>\nstream\n%%EOF\n\nendstream'})
    yield appended(data, {3000: b'(%%EOF)'})
    once = appended(data, {3000: b'<<>>'})
    yield appended(once, {3001: b'<<>>'}, prev=last_table(data))
    yield appended(once[:once.rindex(b'startxref')], {3001: b'<<>>'},
                   prev=last_table(once))


def times(data, num):
    for i in range(num):
        data = appended(data, {3000: b'<</A %d>>' % i})
    return data


def truncated_table(data):
    good = appended(data, {3000: b'<<>>'})
    return good.replace(b'startxref\n%d\n%%%%EOF' % last_table(good),
                        b'startxref\n%d\n%%%%EOF' % (last_table(good) + 3))


def fine(data):
    once = signed(data)
    yield 'signed', once
    yield 'signed-twice', signed(once, 'Imza-2')
    yield 'signed-stamped', signed(data, stamp=True)
    yield 'certified', signed(data, certify=True)
    yield 'signed-dss', signed(data, stamp=True, **trusted())
    yield 'signed-lta', signed(data, stamp=True, use_pades_lta=True,
                               **trusted())
    yield 'stamped', stamped(data)
    yield 'signed-then-stamped', stamped(once)
    yield 'unused-object', times(data, 1)
    yield 'packed', packed(data)
    yield '64-updates', times(data, 63)


def other(data):
    for change in (replace_content, rewrite_content, add_content,
                   put_annotation, put_signature_look, new_pages,
                   optional_content, open_action, replace_font,
                   replace_attachment, rename):
        yield change.__name__, updated(data, change)
        yield change.__name__ + '-signed', signed(updated(data, change))
    yield 'signed-then-replaced', updated(signed(data), replace_content)
    yield 'visible', signed(data, box=(100, 400, 400, 600))
    yield 'moved-widget', move_widget(data)
    yield 'action', give_action(data)
    yield 'acroform-xfa', updated(data, set_root(AcroForm=DictionaryObject({
        N('/Fields'): ArrayObject(), N('/XFA'): generic.pdf_string('x')})))
    yield 'no-metadata', updated(data, lambda w: (
        w.root.pop('/Metadata'), w.update_root()))
    number = contents_number(data)
    yield 'raw-content', appended(data, {number: paint()})
    yield 'generation', appended(data, {number: paint()}, generation=1)
    yield 'object-stream', in_object_stream(data)
    for i, update in enumerate((*packed_twice(data), *listed_twice(data))):
        yield 'twice-%d' % i, update
    yield 'hybrid', hybrid(data)
    yield 'hidden-hybrid', hybrid(data).replace(b'/XRefStm', b'/XRefSt#6d')
    for i, key in enumerate((b'/XRefStm', b'/XRefSt#6d', b'/A#42')):
        yield 'second-table-%d' % i, harmless_hybrid(data, key)
    for i, update in enumerate(hidden_ends(data)):
        yield 'hidden-end-%d' % i, update
    yield '65-updates', times(data, 65)
    yield 'garbage', data + b'garbage\n'
    yield 'garbage-eof', data + b'garbage\n%%EOF\n'
    yield 'garbage-after', signed(data) + b'garbage\n'
    yield 'second-end', signed(data) + b'startxref\n0\n%%EOF\n'
    yield 'twice', data + data
    yield 'elsewhere', appended(data, {number: paint()}, prev=17)
    yield 'no-prev', appended(data, {number: paint()}).replace(
        b'/Prev', b'/Qrev')
    yield 'broken-table', truncated_table(data)
    yield 'half', signed(data)[:-700]
    yield 'nothing', appended(data, {number: b'null'})


# --- A record with fields

def with_fields(data):
    """A line of text, a tick, a line nobody may change, a place to sign."""
    def change(writer):
        page = page_of(writer)
        made = []
        for name, kind, box, flags in (
                ('ad', '/Tx', (100, 100, 300, 120), 0),
                ('kabul', '/Btn', (100, 130, 112, 142), 0),
                ('sabit', '/Tx', (100, 150, 300, 170), 1)):
            look = stream(writer, b'', Type=N('/XObject'), Subtype=N('/Form'),
                          BBox=numbers(0, 0, box[2] - box[0],
                                       box[3] - box[1]))
            states = look if kind == '/Tx' else DictionaryObject({
                N('/Off'): look, N('/Evet'): stream(
                    writer, b'0 0 12 12 re f', Type=N('/XObject'),
                    Subtype=N('/Form'), BBox=numbers(0, 0, 12, 12))})
            field = DictionaryObject({
                N('/Type'): N('/Annot'), N('/Subtype'): N('/Widget'),
                N('/FT'): N(kind), N('/T'): TextStringObject(name),
                N('/Rect'): numbers(*box), N('/Ff'): NumberObject(flags),
                N('/F'): NumberObject(4),
                N('/AP'): DictionaryObject({N('/N'): states})})
            if kind == '/Btn':
                field[N('/AS')] = field[N('/V')] = N('/Off')
            made.append(writer.add_object(field))
        page['/Annots'] = ArrayObject(list(page.get('/Annots', [])) + made)
        writer.update_container(page)
        writer.root[N('/AcroForm')] = DictionaryObject({
            N('/Fields'): ArrayObject(made)})
        writer.update_root()
        fields.append_signature_field(writer, SigFieldSpec(
            'onay', box=(350, 100, 500, 150)))
    return updated(data, change)


def in_field(i, **values):
    def change(writer):
        field = writer.root['/AcroForm']['/Fields'][i]
        for name, value in values.items():
            field[N('/' + name)] = value
        writer.update_container(field)
    return change


def fill(writer):
    look = stream(writer, b'BT ET', Type=N('/XObject'), Subtype=N('/Form'),
                  BBox=numbers(0, 0, 200, 20))
    in_field(0, V=TextStringObject('Ayşe'),
             AP=DictionaryObject({N('/N'): look}))(writer)
    in_field(1, V=N('/Evet'), AS=N('/Evet'))(writer)


def rewrite_look(writer):
    """The appearance in its own object, as some programs do it."""
    look = writer.root['/AcroForm']['/Fields'][0]['/AP']['/N']
    look._data = b'BT ET'
    look._encoded_data = None
    writer.update_container(look)
    in_field(0, V=TextStringObject('Ayşe'))(writer)


def filled(form):
    yield 'filled', updated(form, fill)
    yield 'filled-in-place', updated(form, rewrite_look)
    yield 'signed-in-place', signed(form, 'onay')
    yield 'filled-signed', signed(updated(form, fill), 'onay')
    yield 'signed-invisibly', signed(form, 'baska')


def misused(form):
    yield 'moved', updated(form, in_field(0, Rect=numbers(0, 0, 500, 800)))
    yield 'read-only', updated(form, in_field(
        2, V=TextStringObject('yalan')))
    yield 'unlocked', updated(form, in_field(2, Ff=NumberObject(0)))
    yield 'action', updated(form, in_field(0, A=DictionaryObject({
        N('/S'): N('/ResetForm')})))
    yield 'hidden', updated(form, in_field(0, F=NumberObject(2)))
    yield 'removed', updated(form, lambda w: (
        w.root['/AcroForm']['/Fields'].pop(0), w.update_root()))
    yield 'appearances-needed', updated(form, lambda w: (
        w.root['/AcroForm'].update({N('/NeedAppearances'):
                                    generic.BooleanObject(True)}),
        w.update_root()))
    yield 'filled-and-replaced', updated(updated(form, fill), replace_content)


def main():
    record, folder = sys.argv[1:]
    with open(record, 'rb') as file:
        data = file.read()
    form = with_fields(data)
    end = data.rindex(b'%%EOF')
    tail = data[:end] + b'son\n' + data[end:]
    for name, made in (('fine', fine(data)), ('other', other(data)),
                       ('filled', filled(form)), ('misused', misused(form)),
                       ('.', [('form', form), ('tail', tail), (
                           'tail-appended', appended(tail, {3000: b'<<>>'}))])):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        for case, result in made:
            with open(os.path.join(folder, name, case + '.pdf'), 'wb') as file:
                file.write(result)


main()
