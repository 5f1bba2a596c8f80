/* SPDX-License-Identifier: ISC */
#include "build/filter_diags.h"

/* Returns whether the path is the source, the record or the picture folder of
 * an edition in the register. */
static bool
is_released(const struct input *in, str path)
{
	str edition = str_from(path, in->tree.root.len + 1);

	if (str_ends(edition, S(".md")))
		edition.len -= 3;
	else if (str_ends(edition, S(".pdf")))
		edition.len -= 4;
	return register_release(&in->reg, edition) != NULL;
}

/* Nobody may change a released text: a warning about it would be repeated at
 * every build, and so would the advice to remove what is left of an edition
 * whose source is missing. */
static enum severity
severity_in(const void *context, str path, enum diag id, enum severity severity)
{
	return is_released(context, path) ? message_released(id) : severity;
}

/* While the register is not valid nothing can be said about what it lists. A
 * missing glyph is reported only for a text that the run renders, which may
 * come from a file outside the limit: the title of a folder. */
static bool
is_wanted(const void *context, str path, enum diag id)
{
	const struct input *in = context;

	return str_eq(path, in->reg.path) || (in->reg.valid &&
	    (id == DIAG_GLYPH_MISSING || limit_has_source(&in->limit, path)));
}

void
filter_diags(struct input *in)
{
	diags_keep(in->diags, is_wanted, in);
	diags_regrade(in->diags, severity_in, in);
}

static bool
is_register(const void *context, str path, enum diag id)
{
	(void)context;
	(void)id;
	return str_ends(path, S("/register.tsv"));
}

void
filter_diags_register(struct input *in)
{
	diags_keep(in->diags, is_register, NULL);
}

/* Returns whether the path belongs to a released edition, or is the register
 * or the style sheet, without which no record can be rendered again. */
static bool
is_of_released(const void *context, str path, enum diag id)
{
	const struct input *in = context;
	str folder, edition = str_from(path, in->tree.root.len + 1);

	if (is_register(NULL, path, id) || str_ends(path, S("/sheet.xml")))
		return true;
	folder = str_upto(edition, str_rfind(edition, '/'));
	return register_release(&in->reg, str_upto(edition,
	    str_rfind(edition, '.'))) != NULL ||
	    register_release(&in->reg, folder) != NULL;
}

static enum severity
drop_warning(const void *context, str path, enum diag id,
    enum severity severity)
{
	(void)context;
	(void)path;
	(void)id;
	return severity == SEVERITY_ERROR ? severity : SEVERITY_NONE;
}

void
filter_diags_released(struct input *in)
{
	diags_keep(in->diags, is_of_released, in);
	diags_regrade(in->diags, drop_warning, NULL);
}
