/* SPDX-License-Identifier: ISC */
#include "office/trace.h"

#include "base/arena.h"

enum { SHOWN = 200 };			/* of a name [byte] */

struct traces
trace_list(struct arena *a)
{
	return (struct traces){ .arena = a, .items = arena_array(a,
	    struct trace, TRACES_LIMIT) };
}

void
trace_add(struct traces *t, enum trace_kind kind, str who, str part,
    str place)
{
	struct trace *i, *end = t->items + t->num;

	who = str_trim(who);
	if (kind == TRACE_NAME && who.len == 0)
		return;
	who = str_upto(who, SHOWN);
	for (i = t->items; i < end; i++)
		if (i->kind == kind && str_eq(i->who, who) &&
		    str_eq(i->part, part) && (kind != TRACE_NAME ||
		    str_eq(i->place, place)))
			break;
	if (i == t->items + TRACES_LIMIT)
		return;
	if (i == end)
		t->items[t->num++] = (struct trace){ kind, str_copy(t->arena,
		    who), str_copy(t->arena, place), str_copy(t->arena, part),
		    0 };
	i->num++;
}
