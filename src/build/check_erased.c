/* SPDX-License-Identifier: ISC */
#include "build/check_erased.h"

#include "base/path.h"
#include "build/options.h"
#include "register/published.h"
#include "register/remains.h"

struct erased {
	struct input		*in;
	struct remains		 remains;
	struct published	 published;
	struct published_sent	*sent;
	size_t			 num_sent;
};

static void
report_left(struct erased *e, const struct strings *paths,
    const struct row *row)
{
	size_t i;

	for (i = 0; i < paths->num; i++)
		diag(e->in->diags, DIAG_ERASED_LEFT, POS_NONE, paths->items[i],
		    row->edition);
}

/* Any page that was made before the erasure may repeat the title. A
 * destination that knows the release but not the erasure has the files. */
static void
check_row(struct erased *e, const struct row *row)
{
	const struct reg *reg = &e->in->reg;
	struct strings left = remains_find(&e->remains, row);
	struct strings pages = remains_pages(&e->remains, row);
	size_t i, erased = (size_t)(row - reg->rows), released =
	    (size_t)(register_entry(reg, row->edition) - reg->rows);

	report_left(e, &left, row);
	report_left(e, &pages, row);
	for (i = 0; i < e->num_sent; i++)
		if (e->sent[i].rows > released && e->sent[i].rows <= erased)
			diag(e->in->diags, DIAG_ERASED_PUBLISHED, POS_NONE,
			    e->published.path, row->edition,
			    e->sent[i].destination);
}

/* Returns whether the row is the last erasure of an edition that is within the
 * limit. */
static bool
is_checked(struct input *in, const struct row *row)
{
	return row->event == EVENT_ERASE && register_release(&in->reg,
	    row->edition) == row && limit_has_source(&in->limit, path_file(
	    in->arena, in->tree.root, row->edition, S(".md")));
}

void
check_erased(struct input *in)
{
	struct erased e = { .in = in, .remains = remains_make(in->arena,
	    in->tree.root, str_of(in->options->out)) };
	size_t i;

	if (!in->reg.valid || !published_read(&e.published, in->arena,
	    in->tree.root, NULL))
		return;
	e.sent = published_sent(&e.published, in->arena, &e.num_sent);
	for (i = 0; i < in->reg.num; i++)
		if (is_checked(in, &in->reg.rows[i]))
			check_row(&e, &in->reg.rows[i]);
}
