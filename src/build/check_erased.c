/* SPDX-License-Identifier: ISC */
#include "build/check_erased.h"

#include "base/arena.h"
#include "build/options.h"
#include "register/erase.h"
#include "register/published.h"

static const struct pos nowhere = { 0, 0 };

static size_t
row_of_release(const struct reg *reg, str edition)
{
	size_t i;

	for (i = 0; i < reg->num; i++)
		if (reg->rows[i].event == EVENT_RELEASE &&
		    str_eq(reg->rows[i].edition, edition))
			break;
	return i;
}

static void
check_row(struct input *in, const struct published *p, size_t at)
{
	const struct row *row = &in->reg.rows[at];
	str out = str_of(in->options->out);
	struct strings left = erase_remains(in->arena, in->tree.root, out, row);
	struct strings behind = published_between(p, in->arena,
	    row_of_release(&in->reg, row->edition) + 1, at);
	size_t i;

	for (i = 0; i < left.num; i++)
		diag(in->diags, DIAG_ERASED_LEFT, nowhere, left.items[i],
		    row->edition);
	for (i = 0; i < behind.num; i++)
		diag(in->diags, DIAG_ERASED_PUBLISHED, nowhere, p->path,
		    row->edition, behind.items[i]);
}

void
check_erased(struct input *in)
{
	struct published p;
	size_t i;
	str path;

	if (!in->reg.valid || !published_read(&p, in->arena, in->tree.root,
	    NULL))
		return;
	for (i = 0; i < in->reg.num; i++) {
		path = str_join3(in->arena, in->tree.root, S("/"),
		    str_join(in->arena, in->reg.rows[i].edition, S(".md")));
		if (in->reg.rows[i].event == EVENT_ERASE &&
		    limit_has_source(&in->limit, path))
			check_row(in, &p, i);
	}
}
