/* SPDX-License-Identifier: ISC */
#include "pdf/meta.h"

#include <assert.h>

#include "base/arena.h"
#include "pdf/icc.h"
#include "pdf/link.h"
#include "pdf/object.h"

static const char producer[] = "matbu";

static void
put_reference(struct sink *k, const char *key, unsigned object)
{
	pdf_object_name(k, key);
	pdf_object_ref(k, object);
}

static void
put_text(struct sink *k, const char *key, str s)
{
	if (s.len == 0)
		return;
	pdf_object_name(k, key);
	pdf_object_text(k, s);
}

/* --- The outline (ISO 32000-1, 12.3.3) --- */

struct pdf_outline {
	str			 title;
	int			 level;
	struct pdf_destination	 place;
	struct pdf_outline	*next;		/* in document order */
	struct pdf_outline	*parent;	/* NULL: the top */
	struct pdf_outline	*first;
	struct pdf_outline	*last;
	struct pdf_outline	*before;	/* of the same parent */
	struct pdf_outline	*after;
	unsigned		 below;		/* how many, at all depths */
	unsigned		 object;
};

void
pdf_meta_outline(struct pdf *r, int level, str title, double y)
{
	struct pdf_outline *o = arena_new_of(r->arena, struct pdf_outline);

	o->title = str_copy(r->arena, title);
	o->level = level;
	o->place = pdf_link_here(r, y);
	if (r->last_outline != NULL)
		r->last_outline->next = o;
	else
		r->outlines = o;
	r->last_outline = o;
}

/* The entry that o stands below: the last one before it of a lower level. */
static struct pdf_outline *
find_parent(struct pdf_outline *before, int level)
{
	while (before != NULL && before->level >= level)
		before = before->parent;
	return before;
}

static void
hang(struct pdf_outline *o, struct pdf_outline *parent)
{
	struct pdf_outline *up;

	o->parent = parent;
	o->before = parent->last;
	if (parent->last != NULL)
		parent->last->after = o;
	else
		parent->first = o;
	parent->last = o;
	for (up = parent; up != NULL; up = up->parent)
		up->below++;
}

/* Makes a tree of the list; top is its root, of level 0. */
static void
plant(struct pdf *r, struct pdf_outline *top)
{
	struct pdf_outline *o, *before = top;

	top->object = pdf_object_reserve(r->file);
	for (o = r->outlines; o != NULL; o = o->next) {
		assert(o->level > 0);
		hang(o, find_parent(before, o->level));
		o->object = pdf_object_reserve(r->file);
		before = o;
	}
}

static void
put_kids(struct sink *k, const struct pdf_outline *o)
{
	if (o->first == NULL)
		return;
	put_reference(k, "First", o->first->object);
	put_reference(k, "Last", o->last->object);
	pdf_object_name(k, "Count");
	pdf_object_int(k, o->below);
}

static void
write_entry(struct pdf *r, const struct pdf_outline *o)
{
	struct sink *k = pdf_object_open(r->file, o->object);

	pdf_object_dict(r->file);
	put_text(k, "Title", o->title.len != 0 ? o->title : S("-"));
	put_reference(k, "Parent", o->parent->object);
	if (o->before != NULL)
		put_reference(k, "Prev", o->before->object);
	if (o->after != NULL)
		put_reference(k, "Next", o->after->object);
	put_kids(k, o);
	pdf_object_name(k, "Dest");
	pdf_link_put_destination(k, &o->place);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

/* The object of the outline, or 0: there are no entries. */
static unsigned
write_outline(struct pdf *r)
{
	struct pdf_outline top = { 0 };
	const struct pdf_outline *o;
	struct sink *k;

	if (r->outlines == NULL)
		return 0;
	plant(r, &top);
	for (o = r->outlines; o != NULL; o = o->next)
		write_entry(r, o);
	k = pdf_object_open(r->file, top.object);
	pdf_object_dict(r->file);
	sink_puts(k, "/Type/Outlines");
	put_kids(k, &top);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
	return top.object;
}

/* --- Info (14.3.3) and XMP (14.3.2) say the same --- */

static str
join_keywords(struct arena *a, const struct pdf_meta *m)
{
	str all = S("");
	size_t i;

	for (i = 0; i < m->num_keywords; i++)
		all = str_join3(a, all, i > 0 ? S(", ") : S(""),
		    m->keywords[i]);
	return all;
}

/* “D:20190115000000Z” (7.9.4) */
static void
put_day(struct pdf *r, struct sink *k, const char *key, struct date d)
{
	pdf_object_name(k, key);
	pdf_object_bytes(k, str_join3(r->arena, S("D:"),
	    date_compact(r->arena, d), S("000000Z")));
}

static unsigned
write_info(struct pdf *r, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(r->file);
	struct sink *k = pdf_object_open(r->file, object);

	pdf_object_dict(r->file);
	put_text(k, "Title", m->title);
	put_text(k, "Author", m->author);
	put_text(k, "Subject", m->summary);
	put_text(k, "Keywords", join_keywords(r->arena, m));
	put_text(k, "Creator", str_of(producer));
	put_text(k, "Producer", str_of(producer));
	put_day(r, k, "CreationDate", m->date);
	put_day(r, k, "ModDate", m->date);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
	return object;
}

/* <name>text</name> */
static void
put_simple(struct sink *k, const char *name, str text)
{
	if (text.len == 0)
		return;
	sink_char(k, '<');
	sink_puts(k, name);
	sink_char(k, '>');
	sink_xml(k, text);
	sink_puts(k, "</");
	sink_puts(k, name);
	sink_puts(k, ">\n");
}

/* A property of one or more values: kind is Alt, Bag or Seq. */
static void
put_values(struct sink *k, const char *name, const char *kind,
    const str *values, size_t num)
{
	bool alt = str_eq(str_of(kind), S("Alt"));
	size_t i;

	if (num == 0 || values[0].len == 0)
		return;
	sink_puts(k, "<");
	sink_puts(k, name);
	sink_puts(k, "><rdf:");
	sink_puts(k, kind);
	sink_puts(k, ">");
	for (i = 0; i < num; i++) {
		sink_puts(k, alt ? "<rdf:li xml:lang=\"x-default\">" :
		    "<rdf:li>");
		sink_xml(k, values[i]);
		sink_puts(k, "</rdf:li>");
	}
	sink_puts(k, "</rdf:");
	sink_puts(k, kind);
	sink_puts(k, "></");
	sink_puts(k, name);
	sink_puts(k, ">\n");
}

static void
put_dublin(struct sink *k, const struct pdf_meta *m)
{
	sink_puts(k, "<rdf:Description rdf:about=\"\" xmlns:dc="
	    "\"http://purl.org/dc/elements/1.1/\">\n");
	put_simple(k, "dc:format", S("application/pdf"));
	put_simple(k, "dc:identifier", m->identity);
	put_values(k, "dc:title", "Alt", &m->title, 1);
	put_values(k, "dc:creator", "Seq", &m->author, 1);
	put_values(k, "dc:publisher", "Bag", &m->publisher, 1);
	put_values(k, "dc:description", "Alt", &m->summary, 1);
	put_values(k, "dc:subject", "Bag", m->keywords, m->num_keywords);
	put_values(k, "dc:language", "Bag", &m->lang, 1);
	sink_puts(k, "</rdf:Description>\n");
}

static void
put_tool(struct pdf *r, struct sink *k, const struct pdf_meta *m)
{
	str day = str_join(r->arena, date_iso(r->arena, m->date),
	    S("T00:00:00Z"));

	sink_puts(k, "<rdf:Description rdf:about=\"\" xmlns:xmp="
	    "\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf="
	    "\"http://ns.adobe.com/pdf/1.3/\">\n");
	put_simple(k, "xmp:CreatorTool", str_of(producer));
	put_simple(k, "xmp:CreateDate", day);
	put_simple(k, "xmp:ModifyDate", day);
	put_simple(k, "xmp:MetadataDate", day);
	put_simple(k, "pdf:Producer", str_of(producer));
	put_simple(k, "pdf:Keywords", join_keywords(r->arena, m));
	sink_puts(k, "</rdf:Description>\n");
}

/* 19005-3, 6.6.4 and 14289-1, 5; the schema of the second is not among
 * those that PDF/A knows, so it is described (19005-3, 6.6.2.3). */
static const char claims[] =
"<rdf:Description rdf:about=\"\""
" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
"<pdfaid:part>3</pdfaid:part>\n"
"<pdfaid:conformance>A</pdfaid:conformance>\n"
"<pdfuaid:part>1</pdfuaid:part>\n"
"</rdf:Description>\n"
"<rdf:Description rdf:about=\"\""
" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
"</pdfaSchema:namespaceURI>\n"
"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
"<pdfaProperty:name>part</pdfaProperty:name>\n"
"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
"<pdfaProperty:category>internal</pdfaProperty:category>\n"
"<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
"</pdfaProperty:description>\n"
"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
"</rdf:Description>\n";

/* Stands as it is, so that tools which know no PDF can read it. */
static unsigned
write_xmp(struct pdf *r, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(r->file);
	struct sink xmp = { 0 }, *k;

	sink_puts(&xmp, "<?xpacket begin=\"\xEF\xBB\xBF\""
	    " id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF"
	    " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
	put_dublin(&xmp, m);
	put_tool(r, &xmp, m);
	sink_puts(&xmp, claims);
	sink_puts(&xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
	k = pdf_object_stream(r->file, object);
	sink_puts(k, "/Type/Metadata/Subtype/XML");
	pdf_object_stream_end(r->file, sink_str(&xmp), PDF_PLAIN);
	sink_free(&xmp);
	return object;
}

/* --- The source (7.11.4; 19005-3, 6.8 and annex E) --- */

static unsigned
write_source_bytes(struct pdf *r, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(r->file);
	struct sink *k = pdf_object_stream(r->file, object);

	sink_puts(k, "/Type/EmbeddedFile/Subtype/text#2Fmarkdown/Params");
	pdf_object_dict(r->file);
	pdf_object_name(k, "Size");
	pdf_object_int(k, (long long)m->source.len);
	put_day(r, k, "ModDate", m->date);
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
	put_text(k, "F", m->source_name);
	put_text(k, "UF", m->source_name);
	put_text(k, "Desc", S("Markdown"));
	pdf_object_name(k, "EF");
	pdf_object_dict(r->file);
	put_reference(k, "F", bytes);
	put_reference(k, "UF", bytes);
	pdf_object_dict_end(r->file);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
	return object;
}

/* --- The catalogue (7.7.2) --- */

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
		put_reference(k, "Dests", p->places);
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
	put_text(k, "Lang", m->lang);
	put_reference(k, "Pages", p->roots.pages);
	put_reference(k, "StructTreeRoot", p->roots.structure);
	put_reference(k, "Metadata", p->metadata);
	sink_puts(k, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
	    "/OutputConditionIdentifier(sRGB)/Info(sRGB)");
	put_reference(k, "DestOutputProfile", p->profile);
	sink_puts(k, ">>]");
	if (p->outline != 0)
		put_reference(k, "Outlines", p->outline);
	put_names(r, k, p, m);
	if (p->source != 0) {
		put_reference(k, "AF[", p->source);
		sink_char(k, ']');
	}
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
	return object;
}

void
pdf_meta_finish(struct pdf *r, const struct pdf_meta *m)
{
	struct parts p = { 0 };
	unsigned catalogue;

	assert(m->title.len != 0 && m->lang.len != 0 && date_is_set(m->date));
	p.outline = write_outline(r);
	p.roots = pdf_page_finish(r);
	p.places = pdf_link_names(r);
	p.source = write_source(r, m);
	p.metadata = write_xmp(r, m);
	p.profile = write_profile(r);
	catalogue = write_catalogue(r, &p, m);
	pdf_object_finish(r->file, catalogue, write_info(r, m));
}
