/* SPDX-License-Identifier: ISC */
#include "build/check_erased.h"

#include "base/arena.h"
#include "build/options.h"
#include "register/published.h"
#include "register/remains.h"

static const struct pos nowhere = { 0, 0 };

static void
check_row(struct input *in, const struct published *p, struct remains *r,
    const struct row *row)
{
	size_t released = (size_t)(register_entry(&in->reg, row->edition) -
	    in->reg.rows);
	struct strings left = remains_find(r, row);
	struct strings behind = published_between(p, in->arena, released + 1,
	    (size_t)(row - in->reg.rows));
	size_t i;

	for (i = 0; i < left.num; i++)
		diag(in->diags, DIAG_ERASED_LEFT, nowhere, left.items[i],
		    row->edition);
	for (i = 0; i < behind.num; i++)
		diag(in->diags, DIAG_ERASED_PUBLISHED, nowhere, p->path,
		    row->edition, behind.items[i]);
}

/* Returns whether the row is the last erasure of an edition that is within the
 * limit. */
static bool
is_checked(struct input *in, const struct row *row)
{
	return row->event == EVENT_ERASE &&
	    register_release(&in->reg, row->edition) == row &&
	    limit_has_source(&in->limit, str_join3(in->arena, in->tree.root,
	    S("/"), str_join(in->arena, row->edition, S(".md"))));
}

void
check_erased(struct input *in)
{
	struct remains remains = remains_make(in->arena, in->tree.root,
	    str_of(in->options->out));
	struct published p;
	size_t i;

	if (!in->reg.valid || !published_read(&p, in->arena, in->tree.root,
	    NULL))
		return;
	for (i = 0; i < in->reg.num; i++)
		if (is_checked(in, &in->reg.rows[i]))
			check_row(in, &p, &remains, &in->reg.rows[i]);
}
