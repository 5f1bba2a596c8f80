/* SPDX-License-Identifier: ISC */
#include "pdf/catalogue.h"

#include <assert.h>

#include "pdf/icc.h"
#include "pdf/link.h"
#include "pdf/object.h"
#include "pdf/outline.h"
#include "pdf/page.h"
#include "pdf/token.h"
#include "pdf/xmp.h"

/* --- The source (7.11.4; 19005-3, 6.8 and annex E) --- */

static unsigned
write_source_bytes(struct pdf *pdf, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink *k = pdf_object_stream(pdf->file, object);

	sink_puts(k, "/Type/EmbeddedFile/Subtype/text#2Fmarkdown/Params");
	pdf_object_dict(pdf->file);
	pdf_token_put_int(k, "Size", (long long)m->source.len);
	pdf_token_put_date(k, "ModDate", m->date);
	pdf_object_dict_end(pdf->file);
	pdf_object_stream_end(pdf->file, m->source, PDF_PACK);
	return object;
}

/* The file specification, or 0: no source is attached. */
static unsigned
write_source(struct pdf *pdf, const struct pdf_meta *m)
{
	unsigned bytes, object;
	struct sink *k;

	if (m->source_name.len == 0)
		return 0;
	bytes = write_source_bytes(pdf, m);
	object = pdf_object_reserve(pdf->file);
	k = pdf_object_open(pdf->file, object);
	pdf_object_dict(pdf->file);
	sink_puts(k, "/Type/Filespec/AFRelationship/Source");
	pdf_token_put_text(k, "F", m->source_name);
	pdf_token_put_text(k, "UF", m->source_name);
	pdf_token_put_text(k, "Desc", S("Markdown"));
	pdf_token_name(k, "EF");
	pdf_object_dict(pdf->file);
	pdf_token_put_ref(k, "F", bytes);
	pdf_token_put_ref(k, "UF", bytes);
	pdf_object_dict_end(pdf->file);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	return object;
}

/* --- The colour space (14.11.5) --- */

static unsigned
write_profile(struct pdf *pdf)
{
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink icc = { 0 }, *k;

	pdf_icc_put(&icc);
	k = pdf_object_stream(pdf->file, object);
	sink_puts(k, "/N 3");
	pdf_object_stream_end(pdf->file, sink_str(&icc), PDF_PACK);
	sink_free(&icc);
	return object;
}

/* --- The catalogue (7.7.2) --- */

/* What the catalogue refers to. */
struct parts {
	struct pdf_page_roots	roots;
	unsigned		outline;
	unsigned		destinations;
	unsigned		source;
	unsigned		metadata;
	unsigned		profile;
};

static void
put_names(struct pdf *pdf, struct sink *k, const struct parts *p,
    const struct pdf_meta *m)
{
	if (p->destinations == 0 && p->source == 0)
		return;
	pdf_token_name(k, "Names");
	pdf_object_dict(pdf->file);
	if (p->destinations != 0)
		pdf_token_put_ref(k, "Dests", p->destinations);
	if (p->source != 0) {
		sink_puts(k, "/EmbeddedFiles<</Names[");
		pdf_token_text(k, m->source_name);
		pdf_token_ref(k, p->source);
		sink_puts(k, "]>>");
	}
	pdf_object_dict_end(pdf->file);
}

static unsigned
write_catalogue(struct pdf *pdf, const struct parts *p,
    const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink *k = pdf_object_open(pdf->file, object);

	pdf_object_dict(pdf->file);
	sink_puts(k, "/Type/Catalog/MarkInfo<</Marked true>>"
	    "/ViewerPreferences<</DisplayDocTitle true>>");
	pdf_token_put_text(k, "Lang", m->lang);
	pdf_token_put_ref(k, "Pages", p->roots.pages);
	pdf_token_put_ref(k, "StructTreeRoot", p->roots.structure);
	pdf_token_put_ref(k, "Metadata", p->metadata);
	sink_puts(k, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
	    "/OutputConditionIdentifier(sRGB)/Info(sRGB)");
	pdf_token_put_ref(k, "DestOutputProfile", p->profile);
	sink_puts(k, ">>]");
	if (p->outline != 0)
		pdf_token_put_ref(k, "Outlines", p->outline);
	put_names(pdf, k, p, m);
	if (p->source != 0) {
		pdf_token_put_ref(k, "AF[", p->source);
		sink_char(k, ']');
	}
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	return object;
}

void
pdf_catalogue_finish(struct pdf *pdf, const struct pdf_meta *m)
{
	struct parts p = { 0 };
	unsigned catalogue;

	assert(m->title.len != 0 && m->lang.len != 0 && date_is_set(m->date));
	p.outline = pdf_outline_write(pdf);
	p.roots = pdf_page_finish(pdf);
	p.destinations = pdf_link_names(pdf);
	p.source = write_source(pdf, m);
	p.metadata = pdf_xmp_write(pdf, m);
	p.profile = write_profile(pdf);
	catalogue = write_catalogue(pdf, &p, m);
	pdf_object_finish(pdf->file, catalogue, pdf_meta_write_info(pdf, m));
}
