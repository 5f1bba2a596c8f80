/* SPDX-License-Identifier: ISC */
#include "build/pdf_traces.h"

#include "base/arena.h"
#include "register/foreign_pdf.h"

/* “u:Ay\u015Fe”: qpdf marks text so, other bytes by “b:”. */
static str
text_of(const struct json *v)
{
	return v != NULL && v->kind == JSON_STRING && v->text.len > 2 &&
	    v->text.p[1] == ':' ? str_from(v->text, 2) : S("");
}

static void
add(struct traces *t, enum trace_kind kind, const struct foreign_pdf *f,
    const struct json *who, str place)
{
	trace_add(t, kind, text_of(foreign_pdf_value(f, who)), S("PDF"),
	    place);
}

/* An annotation that a reader of the file has written (ISO 32000-1, table 170):
 * those have the name of the reader as their title; fields have no name of a
 * person there. */
static void
read_annotation(struct traces *t, const struct foreign_pdf *f,
    const struct json *v, str object)
{
	const struct json *kind = foreign_pdf_value(f, json_get(v,
	    S("/Subtype")));

	if (kind == NULL || json_get(v, S("/Rect")) == NULL ||
	    json_is(kind, S("/Widget")) || json_is(kind, S("/Link")) ||
	    json_is(kind, S("/Popup")) || json_is(kind, S("/PrinterMark")))
		return;
	add(t, TRACE_COMMENT, f, json_get(v, S("/T")), str_join(t->arena,
	    S("PDF "), object));
}

/* An annotation is an object of its own, or stands in its page. */
static void
read_object(struct traces *t, const struct foreign_pdf *f,
    const struct json *object)
{
	const struct json *value = json_get(object, S("value")),
	    *v = foreign_pdf_value(f, json_get(value, S("/Annots")));
	str name = str_from(object->key, S("obj:").len);

	read_annotation(t, f, value, name);
	if (v == NULL || v->kind != JSON_ARRAY)
		return;
	for (v = v->first; v != NULL; v = v->next)
		read_annotation(t, f, v, name);
}

static void
read_xmp(struct traces *t, const struct foreign_pdf *f, str bytes)
{
	const struct json *root = foreign_pdf_value(f, json_get(f->trailer,
	    S("/Root"))), *xmp = json_get(root, S("/Metadata"));
	str number, text;

	if (!foreign_pdf_is_reference(xmp))
		return;
	number = str_upto(xmp->text, str_find(xmp->text, ' '));
	if (foreign_pdf_stream_of_any(t->arena, bytes, number, &text))
		traces_read_xml(t, S("XMP"), text);
}

/* qpdf repairs what a reader of the file would: a file that it cannot read has
 * no properties for anybody. */
void
pdf_traces_read(struct traces *t, str bytes)
{
	struct foreign_pdf f;
	const struct json *info, *v;
	bool password;

	if (!foreign_pdf_read_any(&f, t->arena, bytes, &password)) {
		t->fault = !foreign_pdf_is_possible() ? TRACES_PROGRAM :
		    password ? TRACES_PASSWORD : TRACES_OTHER;
		return;
	}
	info = foreign_pdf_value(&f, json_get(f.trailer, S("/Info")));
	add(t, TRACE_NAME, &f, json_get(info, S("/Author")),
	    S("PDF /Author"));
	for (v = f.list; v != NULL; v = v->next)
		read_object(t, &f, v);
	read_xmp(t, &f, bytes);
}
