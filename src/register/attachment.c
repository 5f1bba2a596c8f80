/* SPDX-License-Identifier: ISC */
#include "register/attachment.h"

#include "base/inflate.h"
#include "register/record_stream.h"

enum { ATTACHMENT_LIMIT = 8 << 20 };	/* [byte] */

bool
attachment_read(struct arena *a, str pdf, str *bytes)
{
	struct record_stream s;
	size_t size;

	if (!record_stream_next(&pdf, S("/Type/EmbeddedFile"), &s) ||
	    !record_stream_number(s.dict, S("/Size"), &size) ||
	    size > ATTACHMENT_LIMIT)
		return false;
	if (record_stream_is_packed(&s))
		return inflate_zlib(a, s.packed, size, bytes);
	*bytes = str_copy(a, s.packed);
	return size == s.packed.len;
}
