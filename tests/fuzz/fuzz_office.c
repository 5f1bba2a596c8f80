/* SPDX-License-Identifier: ISC
 *
 * fuzz_office: any bytes as an office file, as one of its parts, or (the first
 * byte decides) as a part that a zip file holds uncompressed.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/inflate.h"
#include "base/sink.h"
#include "office/traces.h"

int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

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
	put(s, 0, 2);
	put(s, 0, 2);
	put(s, 0, 4);
	put(s, inflate_crc32(bytes), 4);
	put(s, (uint32_t)bytes.len, 4);
	put(s, (uint32_t)bytes.len, 4);
	put(s, (uint32_t)name.len, 2);
	put(s, 0, 2);
}

static void
make_zip(struct sink *s, str name, str bytes)
{
	uint32_t start;

	sink_puts(s, "PK\3\4");
	put(s, 20, 2);
	put_header(s, name, bytes);
	sink_put(s, name);
	sink_put(s, bytes);
	start = (uint32_t)s->len;
	sink_puts(s, "PK\1\2");
	put(s, 20, 2);
	put(s, 20, 2);
	put_header(s, name, bytes);
	put(s, 0, 14 - 4);
	put(s, 0, 4);
	sink_put(s, name);
	sink_puts(s, "PK\5\6");
	put(s, 0, 4);
	put(s, 1, 2);
	put(s, 1, 2);
	put(s, (uint32_t)s->len - 12 - start, 4);
	put(s, start, 4);
	put(s, 0, 2);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena *a = arena_new();
	struct traces t = trace_list(a);
	struct sink zip = { 0 };
	str bytes = { (const char *)data, size };

	if (size != 0 && *data == 'x')
		traces_read_xml(&t, S("XMP"), str_from(bytes, 1));
	else if (size != 0 && *data == 'z') {
		make_zip(&zip, S("word/comments.xml"), str_from(bytes, 1));
		traces_read(&t, sink_str(&zip));
	} else
		traces_read(&t, bytes);
	if (t.num > TRACES_LIMIT)
		abort();
	sink_free(&zip);
	arena_free(a);
	return 0;
}
