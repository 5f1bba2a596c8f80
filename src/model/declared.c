/* SPDX-License-Identifier: ISC */
#include "model/declared.h"

#include "base/arena.h"

struct sourced *
declared_copy(struct arena *a, const struct doc *doc)
{
	const struct sourced *from = doc->front_matter.declared;
	struct sourced *to;
	size_t i, num;
	str path;

	if (from == NULL)
		return NULL;
	num = header_row_num(doc->header_rows);
	to = arena_array(a, struct sourced, num);
	path = str_copy(a, doc->path);
	for (i = 0; i < num; i++)
		if (from[i].text.len != 0)
			to[i] = (struct sourced){ str_copy(a, from[i].text),
			    { path, from[i].place.pos } };
	return to;
}
