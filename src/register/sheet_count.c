/* SPDX-License-Identifier: ISC */
#include "register/sheet_count.h"

#include "base/arena.h"
#include "base/inflate.h"
#include "register/record_stream.h"

enum {
	UNPACKED_LIMIT = 4 << 20,	/* [byte] of one object stream */
	STREAMS_LIMIT = 16,		/* of a thousand objects each */
	SHEETS_LIMIT = 1 << 20
};

/* “<</Type/Pages/Kids[…]/Count 3>>” */
static unsigned
count_of(str pages)
{
	size_t count;

	if (!record_stream_number(str_from(pages, str_find(pages, ']')),
	    S("]/Count"), &count) || count > SHEETS_LIMIT)
		return 0;
	return (unsigned)count;
}

/* Finds the one such object that the renderer of records writes among those of
 * a stream (ISO 32000-1, 7.5.7): pairs of an object's number and where it
 * begins after the first, then the objects, one a line. */
static unsigned
search_objects(str bytes, size_t first)
{
	str index = str_upto(bytes, first), number, at, object;
	size_t begin;

	while (str_cut(&index, ' ', &number) && str_cut(&index, ' ', &at) &&
	    record_stream_number(at, S(""), &begin)) {
		object = str_from(bytes, first + begin);
		if (str_starts(object, S("<</Type/Pages/Kids[")))
			return count_of(str_upto(object, str_find(object,
			    '\n')));
	}
	return 0;
}

unsigned
sheet_count(str pdf)
{
	struct arena *a = arena_new();
	struct record_stream s;
	size_t i, first;
	unsigned count = 0;
	str bytes;

	for (i = 0; count == 0 && i < STREAMS_LIMIT &&
	    record_stream_next(&pdf, S("/Type/ObjStm"), &s); i++) {
		if (record_stream_is_packed(&s) &&
		    record_stream_number(s.dict, S("/First"), &first) &&
		    inflate_zlib_upto(a, s.packed, UNPACKED_LIMIT, &bytes))
			count = search_objects(bytes, first);
		arena_reset(a);
	}
	arena_free(a);
	return count;
}
