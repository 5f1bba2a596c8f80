/* SPDX-License-Identifier: ISC
 *
 * fuzz_import: any bytes as a Word file, or (the first byte decides) as one of
 * the parts of a sound one, which a zip file holds uncompressed. What can be
 * read is written and proved.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/inflate.h"
#include "import/head.h"
#include "model/dom.h"

int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

#define W	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define TYPE	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target) \
	"<Relationship Id=\"" id "\" Type=\"" TYPE type "\" Target=\"" target \
	"\"/>"
#define RELATIONS(rows)	"<Relationships xmlns=\"http://schemas.openxmlformats" \
	".org/package/2006/relationships\">" rows "</Relationships>"

/* Which byte replaces the part. */
static const struct part {
	char		 mark;
	const char	*name;
	const char	*bytes;
} parts[] = {
	{ 't', "[Content_Types].xml", "<Types/>" },
	{ 'p', "_rels/.rels", RELATIONS(RELATION("d", "officeDocument",
	    "word/document.xml")) },
	{ 'd', "word/document.xml", "<w:document " W "><w:body><w:p><w:r><w:t>"
	    "Metin</w:t></w:r></w:p></w:body></w:document>" },
	{ 'r', "word/_rels/document.xml.rels", RELATIONS(RELATION("s",
	    "styles", "styles.xml") RELATION("n", "numbering", "numbering.xml")
	    RELATION("f", "footnotes", "footnotes.xml") RELATION("p1", "image",
	    "a.png")) },
	{ 's', "word/styles.xml", "<w:styles " W "><w:style w:styleId=\"Balk1\">"
	    "<w:name w:val=\"heading 1\"/></w:style></w:styles>" },
	{ 'n', "word/numbering.xml", "<w:numbering " W "/>" },
	{ 'f', "word/footnotes.xml", "<w:footnotes " W "><w:footnote "
	    "w:id=\"1\"/></w:footnotes>" },
	{ 'i', "word/a.png", "\x89PNG\r\n\x1a\n" }
};

enum { PARTS = sizeof(parts) / sizeof(*parts) };

static void
put(struct sink *s, uint32_t n, int len)
{
	for (; len > 0; len--, n >>= 8)
		sink_char(s, (char)n);
}

/* APPNOTE 4.3.7, 4.3.12: what both headers of a part have. */
static void
put_header(struct sink *s, str name, str bytes)
{
	put(s, 0, 8);
	put(s, inflate_crc32(bytes), 4);
	put(s, (uint32_t)bytes.len, 4);
	put(s, (uint32_t)bytes.len, 4);
	put(s, (uint32_t)name.len, 2);
	put(s, 0, 2);
}

static void
put_part(struct sink *s, struct sink *list, str name, str bytes)
{
	uint32_t at = (uint32_t)s->len;

	sink_puts(s, "PK\3\4");
	put(s, 20, 2);
	put_header(s, name, bytes);
	sink_put(s, name);
	sink_put(s, bytes);
	sink_puts(list, "PK\1\2");
	put(list, 20, 2);
	put(list, 20, 2);
	put_header(list, name, bytes);
	put(list, 0, 10);
	put(list, at, 4);
	sink_put(list, name);
}

static void
make_zip(struct sink *s, char mark, str bytes)
{
	struct sink list = { 0 };
	uint32_t start;
	size_t i;

	for (i = 0; i < PARTS; i++)
		put_part(s, &list, str_of(parts[i].name), parts[i].mark == mark
		    ? bytes : str_of(parts[i].bytes));
	start = (uint32_t)s->len;
	sink_put(s, sink_str(&list));
	sink_puts(s, "PK\5\6");
	put(s, 0, 4);
	put(s, PARTS, 2);
	put(s, PARTS, 2);
	put(s, (uint32_t)list.len, 4);
	put(s, start, 4);
	put(s, 0, 2);
	sink_free(&list);
}

static void
import(str bytes, enum changes changes)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new();
	struct document d;
	struct head head;
	struct sink text = { 0 };

	if (document_open(&d, a, bytes, changes, ds, S("a.docx"))) {
		head_read(&d, &head);
		head_take_out(&d, &head);
		document_shape(&d, head.title, S("ad"));
		document_write(&d, &text, S("ad_20260115_0"));
		if (text.len == 0)
			abort();
	}
	document_close(&d);
	sink_free(&text);
	diags_free(ds);
	arena_free(a);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	str bytes = { (const char *)data, size };
	struct sink zip = { 0 };
	size_t i;

	for (i = 0; size != 0 && i < PARTS; i++)
		if ((char)(*data & 0x7F) == parts[i].mark)
			make_zip(&zip, parts[i].mark, str_from(bytes, 1));
	import(zip.len != 0 ? sink_str(&zip) : bytes, size == 0 ?
	    CHANGES_NONE : (*data & 0x80) != 0 ? CHANGES_REJECT :
	    CHANGES_ACCEPT);
	sink_free(&zip);
	return 0;
}
