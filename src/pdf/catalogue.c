/* SPDX-License-Identifier: ISC */
#include "pdf/catalogue.h"

#include <assert.h>

#include "base/arena.h"
#include "pdf/form.h"
#include "pdf/icc.h"
#include "pdf/link.h"
#include "pdf/object.h"
#include "pdf/outline.h"
#include "pdf/page.h"
#include "pdf/token.h"
#include "pdf/xmp.h"

/* --- The source (7.11.4; 19005-3, 6.8 and annex E) --- */

static unsigned
write_bytes(struct pdf *pdf, const struct pdf_meta *m, const char *subtype,
    str bytes)
{
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink *k = pdf_object_stream(pdf->file, object);

	sink_puts(k, "/Type/EmbeddedFile/Subtype/");
	sink_puts(k, subtype);
	sink_puts(k, "/Params");
	pdf_object_dict(pdf->file);
	pdf_token_put_int(k, "Size", (long long)bytes.len);
	pdf_token_put_date(k, "ModDate", m->date);
	pdf_object_dict_end(pdf->file);
	pdf_object_stream_end(pdf->file, bytes, PDF_PACK);
	return object;
}

/* A file specification; relationship: of 19005-3, annex E. */
static unsigned
write_file(struct pdf *pdf, const char *relationship, str name,
    const char *description, unsigned bytes)
{
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink *k = pdf_object_open(pdf->file, object);

	pdf_object_dict(pdf->file);
	sink_puts(k, "/Type/Filespec/AFRelationship/");
	sink_puts(k, relationship);
	pdf_token_put_text(k, "F", name);
	pdf_token_put_text(k, "UF", name);
	pdf_token_put_text(k, "Desc", str_of(description));
	pdf_token_name(k, "EF");
	pdf_object_dict(pdf->file);
	pdf_token_put_ref(k, "F", bytes);
	pdf_token_put_ref(k, "UF", bytes);
	pdf_object_dict_end(pdf->file);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	return object;
}

/* The file specification, or 0: no source is attached. */
static unsigned
write_source(struct pdf *pdf, const struct pdf_meta *m)
{
	if (m->source_name.len == 0)
		return 0;
	return write_file(pdf, "Source", m->source_name, "Markdown",
	    write_bytes(pdf, m, "text#2Fmarkdown", m->source));
}

/* The types of the files that an edition may hand out, as names of PDF. */
static const char *
subtype_of(str name)
{
	static const char *const types[][2] = {
	    { ".docx", "application#2Fvnd.openxmlformats-officedocument."
	    "wordprocessingml.document" },
	    { ".xlsx", "application#2Fvnd.openxmlformats-officedocument."
	    "spreadsheetml.sheet" },
	    { ".pptx", "application#2Fvnd.openxmlformats-officedocument."
	    "presentationml.presentation" },
	    { ".odt", "application#2Fvnd.oasis.opendocument.text" },
	    { ".ods", "application#2Fvnd.oasis.opendocument.spreadsheet" },
	    { ".odp", "application#2Fvnd.oasis.opendocument.presentation" },
	    { ".pdf", "application#2Fpdf" }, { ".csv", "text#2Fcsv" } };
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_ends(name, str_of(types[i][0])))
			return types[i][1];
	return "text#2Fplain";
}

/* In the order of meta.files. */
static unsigned *
write_files(struct pdf *pdf, const struct pdf_meta *m)
{
	unsigned *objects = arena_array(pdf->arena, unsigned, m->num_files);
	size_t i;

	for (i = 0; i < m->num_files; i++)
		objects[i] = write_file(pdf, "Supplement", m->files[i].name,
		    "", write_bytes(pdf, m, subtype_of(m->files[i].name),
		    m->files[i].bytes));
	return objects;
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
	const unsigned		*files;
	unsigned		metadata;
	unsigned		profile;
	unsigned		form;
};

/* In the order of their names (7.9.6). */
static void
put_file_names(struct sink *k, const struct parts *p, const struct pdf_meta *m)
{
	bool source = false;
	size_t i;

	for (i = 0; i <= m->num_files; i++) {
		if (!source && (i == m->num_files ||
		    str_cmp(m->source_name, m->files[i].name) < 0)) {
			pdf_token_text(k, m->source_name);
			pdf_token_ref(k, p->source);
			source = true;
		}
		if (i == m->num_files)
			break;
		pdf_token_text(k, m->files[i].name);
		pdf_token_ref(k, p->files[i]);
	}
}

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
		put_file_names(k, p, m);
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
	size_t i;

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
	if (p->form != 0)
		pdf_token_put_ref(k, "AcroForm", p->form);
	if (p->outline != 0)
		pdf_token_put_ref(k, "Outlines", p->outline);
	put_names(pdf, k, p, m);
	if (p->source != 0) {
		pdf_token_put_ref(k, "AF[", p->source);
		for (i = 0; i < m->num_files; i++)
			pdf_token_ref(k, p->files[i]);
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
	p.form = pdf_form_write(pdf);
	p.outline = pdf_outline_write(pdf);
	p.roots = pdf_page_finish(pdf);
	p.destinations = pdf_link_names(pdf);
	p.source = write_source(pdf, m);
	p.files = write_files(pdf, m);
	p.metadata = pdf_xmp_write(pdf, m);
	p.profile = write_profile(pdf);
	catalogue = write_catalogue(pdf, &p, m);
	pdf_object_finish(pdf->file, catalogue, pdf_meta_write_info(pdf, m));
}
