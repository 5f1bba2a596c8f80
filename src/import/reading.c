/* SPDX-License-Identifier: ISC */
#include "import/reading.h"

enum { SHOWN = 40 };

str
reading_place(const struct reading *r)
{
	str number = str_uint(r->arena, r->paragraph);

	if (r->start.len == 0)
		return str_join(r->arena, S("¶"), number);
	return str_join(r->arena, S("¶"), number, S(" “"),
	    str_shorten(r->arena, r->start, SHOWN), S("”"));
}

void
reading_lose(struct reading *r, enum phrase kind, str what)
{
	losses_add(&r->losses, kind, what, reading_place(r));
}

void
reading_fail(struct reading *r, enum diag id, str value)
{
	diag(r->diags, id, POS_NONE, r->path, value);
}
