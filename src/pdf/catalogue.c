/* SPDX-License-Identifier: ISC */
#include "pdf/catalogue.h"

#include <assert.h>

#include "pdf/icc.h"
#include "pdf/link.h"
#include "pdf/object.h"
#include "pdf/outline.h"
#include "pdf/page.h"
#include "pdf/xmp.h"

/* --- The source (7.11.4; 19005-3, 6.8 and annex E) --- */

static unsigned
write_source_bytes(struct pdf *r, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(r->file);
	struct sink *k = pdf_object_stream(r->file, object);

	sink_puts(k, "/Type/EmbeddedFile/Subtype/text#2Fmarkdown/Params");
	pdf_object_dict(r->file);
	pdf_object_put_int(k, "Size", (long long)m->source.len);
	pdf_object_put_date(k, "ModDate", m->date);
	pdf_object_dict_end(r->file);
	pdf_object_stream_end(r->file, m->source, PDF_PACK);
	return object;
}

/* The file specification, or 0: no source is attached. */
static unsigned
write_source(struct pdf *r, const struct pdf_meta *m)
{
	unsigned bytes, object;
	struct sink *k;

	if (m->source_name.len == 0)
		return 0;
	bytes = write_source_bytes(r, m);
	object = pdf_object_reserve(r->file);
	k = pdf_object_open(r->file, object);
	pdf_object_dict(r->file);
	sink_puts(k, "/Type/Filespec/AFRelationship/Source");
	pdf_object_put_text(k, "F", m->source_name);
	pdf_object_put_text(k, "UF", m->source_name);
	pdf_object_put_text(k, "Desc", S("Markdown"));
	pdf_object_name(k, "EF");
	pdf_object_dict(r->file);
	pdf_object_put_ref(k, "F", bytes);
	pdf_object_put_ref(k, "UF", bytes);
	pdf_object_dict_end(r->file);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
	return object;
}

/* --- The colour space (14.11.5) --- */

static unsigned
write_profile(struct pdf *r)
{
	unsigned object = pdf_object_reserve(r->file);
	struct sink icc = { 0 }, *k;

	pdf_icc_put(&icc);
	k = pdf_object_stream(r->file, object);
	sink_puts(k, "/N 3");
	pdf_object_stream_end(r->file, sink_str(&icc), PDF_PACK);
	sink_free(&icc);
	return object;
}

/* --- The catalogue (7.7.2) --- */

/* What the catalogue refers to. */
struct parts {
	struct pdf_page_roots	roots;
	unsigned		outline;
	unsigned		places;
	unsigned		source;
	unsigned		metadata;
	unsigned		profile;
};

static void
put_names(struct pdf *r, struct sink *k, const struct parts *p,
    const struct pdf_meta *m)
{
	if (p->places == 0 && p->source == 0)
		return;
	pdf_object_name(k, "Names");
	pdf_object_dict(r->file);
	if (p->places != 0)
		pdf_object_put_ref(k, "Dests", p->places);
	if (p->source != 0) {
		sink_puts(k, "/EmbeddedFiles<</Names[");
		pdf_object_text(k, m->source_name);
		pdf_object_ref(k, p->source);
		sink_puts(k, "]>>");
	}
	pdf_object_dict_end(r->file);
}

static unsigned
write_catalogue(struct pdf *r, const struct parts *p, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(r->file);
	struct sink *k = pdf_object_open(r->file, object);

	pdf_object_dict(r->file);
	sink_puts(k, "/Type/Catalog/MarkInfo<</Marked true>>"
	    "/ViewerPreferences<</DisplayDocTitle true>>");
	pdf_object_put_text(k, "Lang", m->lang);
	pdf_object_put_ref(k, "Pages", p->roots.pages);
	pdf_object_put_ref(k, "StructTreeRoot", p->roots.structure);
	pdf_object_put_ref(k, "Metadata", p->metadata);
	sink_puts(k, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
	    "/OutputConditionIdentifier(sRGB)/Info(sRGB)");
	pdf_object_put_ref(k, "DestOutputProfile", p->profile);
	sink_puts(k, ">>]");
	if (p->outline != 0)
		pdf_object_put_ref(k, "Outlines", p->outline);
	put_names(r, k, p, m);
	if (p->source != 0) {
		pdf_object_put_ref(k, "AF[", p->source);
		sink_char(k, ']');
	}
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
	return object;
}

void
pdf_catalogue_finish(struct pdf *r, const struct pdf_meta *m)
{
	struct parts p = { 0 };
	unsigned catalogue;

	assert(m->title.len != 0 && m->lang.len != 0 && date_is_set(m->date));
	p.outline = pdf_outline_write(r);
	p.roots = pdf_page_finish(r);
	p.places = pdf_link_names(r);
	p.source = write_source(r, m);
	p.metadata = pdf_xmp_write(r, m);
	p.profile = write_profile(r);
	catalogue = write_catalogue(r, &p, m);
	pdf_object_finish(r->file, catalogue, pdf_meta_write_info(r, m));
}
