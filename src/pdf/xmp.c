/* SPDX-License-Identifier: ISC */
#include "pdf/xmp.h"

#include "pdf/object.h"

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
put_tool(struct pdf *pdf, struct sink *k, const struct pdf_meta *m)
{
	str day = str_join(pdf->arena, date_iso(pdf->arena, m->date),
	    S("T00:00:00Z"));

	sink_puts(k, "<rdf:Description rdf:about=\"\" xmlns:xmp="
	    "\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf="
	    "\"http://ns.adobe.com/pdf/1.3/\">\n");
	put_simple(k, "xmp:CreatorTool", S(PDF_META_PRODUCER));
	put_simple(k, "xmp:CreateDate", day);
	put_simple(k, "xmp:ModifyDate", day);
	put_simple(k, "xmp:MetadataDate", day);
	put_simple(k, "pdf:Producer", S(PDF_META_PRODUCER));
	put_simple(k, "pdf:Keywords", pdf_meta_keywords(pdf->arena, m));
	sink_puts(k, "</rdf:Description>\n");
}

/* 19005-3, 6.6.4 and 14289-1, 5. PDF/A does not define the schema of the
 * second, so it is described (19005-3, 6.6.2.3). */
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

/* Not compressed, so that tools that cannot read PDF can find it. */
unsigned
pdf_xmp_write(struct pdf *pdf, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink xmp = { 0 }, *k;

	sink_puts(&xmp, "<?xpacket begin=\"\xEF\xBB\xBF\""
	    " id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF"
	    " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
	put_dublin(&xmp, m);
	put_tool(pdf, &xmp, m);
	sink_puts(&xmp, claims);
	sink_puts(&xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
	k = pdf_object_stream(pdf->file, object);
	sink_puts(k, "/Type/Metadata/Subtype/XML");
	pdf_object_stream_end(pdf->file, sink_str(&xmp), PDF_PLAIN);
	sink_free(&xmp);
	return object;
}
