/* SPDX-License-Identifier: ISC */
#include "source/edition_check.h"

#include "base/arena.h"
#include "model/portable.h"

static str
source_path(const struct content_tree *t, struct arena *a,
    const struct edition *e)
{
	return str_join(a, t->root, S("/"), e->ident.edition, S(".md"));
}

void
edition_check_step(const struct content_tree *t, struct arena *a,
    struct diags *ds, const struct edition *e)
{
	const struct ident *prev = &e[0].ident, *next = &e[1].ident;
	str path = source_path(t, a, &e[1]);

	if (prev->revision == next->revision)
		diag(ds, DIAG_REVISION_TWICE, POS_NONE, path, str_uint(a,
		    next->revision), prev->edition);
	else if (prev->revision + 1 != next->revision)
		diag(ds, DIAG_REVISION_GAP, POS_NONE, path, str_uint(a,
		    prev->revision + 1), str_uint(a, next->revision));
	if (date_cmp(next->date, prev->date) < 0)
		diag(ds, DIAG_DATE_BACK, POS_NONE, path, date_dotted(a,
		    prev->date), date_dotted(a, next->date));
}

static void
check_path(struct arena *a, struct diags *ds, str source, str path)
{
	str device = portable_device(path);

	if (device.len != 0)
		diag(ds, DIAG_NAME_DEVICE, POS_NONE, source, device);
	if (path.len > PORTABLE_PATH_LIMIT)
		diag(ds, DIAG_PATH_LONG, POS_NONE, source, str_uint(a,
		    path.len));
}

void
edition_check_paths(const struct content_tree *t, struct arena *a,
    struct diags *ds, const struct edition *e)
{
	str source = source_path(t, a, e);
	size_t i;

	/* The page of a work, “con.html”, has its name alone. */
	check_path(a, ds, source, e->ident.work);
	check_path(a, ds, source, str_join(a, e->ident.edition, S(".html")));
	for (i = 0; i < e->pictures.num; i++)
		check_path(a, ds, source, str_join(a, e->ident.edition, S("/"),
		    e->pictures.items[i]));
}
