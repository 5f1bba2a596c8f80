/* SPDX-License-Identifier: ISC */
#include "model/edition_check.h"

#include "base/arena.h"
#include "model/portable.h"

static str
source_path(struct arena *a, str root, const struct ident *i)
{
	return str_join(a, root, S("/"), i->edition, S(".md"));
}

void
edition_check_step(struct arena *a, struct diags *ds, str root,
    const struct ident *previous, const struct ident *next)
{
	str path = source_path(a, root, next);

	if (previous->revision == next->revision)
		diag(ds, DIAG_REVISION_TWICE, POS_NONE, path, str_uint(a,
		    next->revision), previous->edition);
	else if (previous->revision + 1 != next->revision)
		diag(ds, DIAG_REVISION_GAP, POS_NONE, path, str_uint(a,
		    previous->revision + 1), str_uint(a, next->revision));
	if (date_cmp(next->date, previous->date) < 0)
		diag(ds, DIAG_DATE_BACK, POS_NONE, path, date_dotted(a,
		    previous->date), date_dotted(a, next->date));
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
edition_check_paths(struct arena *a, struct diags *ds, str root,
    const struct ident *ident, const struct strings *files)
{
	str source = source_path(a, root, ident);
	size_t i;

	/* The page of a work, “con.html”, has its name alone. */
	check_path(a, ds, source, ident->work);
	check_path(a, ds, source, str_join(a, ident->edition, S(".html")));
	for (i = 0; i < files->num; i++)
		check_path(a, ds, source, str_join(a, ident->edition, S("/"),
		    files->items[i]));
}
