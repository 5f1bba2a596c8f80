/* SPDX-License-Identifier: ISC */
#include "diff/embed.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/sink.h"

enum { PICTURE_LIMIT = 64 << 20 };	/* [byte] */

/* RFC 4648, 4 */
static void
put_base64(struct sink *k, str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned long n;
	size_t i, j;

	for (i = 0; i < s.len; i += 3) {
		n = 0;
		for (j = 0; j < 3; j++)
			n = n << 8 | (i + j < s.len ?
			    (unsigned char)s.p[i + j] : 0);
		for (j = 0; j < 4; j++)
			sink_char(k, i + j <= s.len ?
			    digits[n >> (18 - 6 * j) & 63] : '=');
	}
}

str
embed_picture(struct arena *a, const char *path)
{
	struct arena *temp = arena_new();
	struct sink k = { 0 };
	str bytes;

	if (file_read(temp, path, PICTURE_LIMIT, &bytes) &&
	    bytes.len <= PICTURE_LIMIT) {
		sink_puts(&k, str_starts(bytes, S("\x89PNG")) ?
		    "data:image/png;base64," : "data:image/jpeg;base64,");
		put_base64(&k, bytes);
	}
	arena_free(temp);
	return sink_take(&k, a);
}
