/* SPDX-License-Identifier: ISC */
#include "build/filter_diags.h"

/* What stays an error in a released text, which nobody may change. */
static bool
stays_error(enum diag id)
{
	switch (id) {
	case DIAG_REVISION_GAP:
	case DIAG_REVISION_TWICE:
	case DIAG_DATE_BACK:
	case DIAG_FILE_MOVED:
	case DIAG_FILE_READ:
	case DIAG_FILE_SYMLINK:
	case DIAG_FILE_SPECIAL:
	case DIAG_TEXT_SIZE:
	case DIAG_TEXT_UTF16:
	case DIAG_TEXT_ENCODING:
	case DIAG_TITLE_MISSING:
	case DIAG_RELEASED_CHANGED:
	case DIAG_RELEASED_OLD:
	case DIAG_RELEASED_MISSING:
	case DIAG_RECORD_MISSING:
	case DIAG_RECORD_CHANGED:
	case DIAG_GLYPH_MISSING:	/* of what this run renders */
	case DIAG_RECORD_UNREAD:
		return true;
	default:
		return false;
	}
}

/* Whether the register has the edition whose file this is. */
static bool
is_released(const struct input *in, str path, str suffix)
{
	size_t root = in->tree.root.len + 1;

	return path.len > root + suffix.len && str_ends(path, suffix) &&
	    register_release(&in->reg, str_upto(str_from(path, root),
	    path.len - root - suffix.len)) != NULL;
}

static bool
is_only_warning(const void *context, str path, enum diag id)
{
	return !stays_error(id) && is_released(context, path, S(".md"));
}

/* Warnings about a released text repeat at every build what nobody may change:
 * they are dropped, except those about links whose target no longer exists,
 * which call for a new edition. Also dropped is the advice to remove what is
 * left of a released edition whose source is missing. */
static bool
is_useless(const void *context, str path, enum diag id)
{
	switch (id) {
	case DIAG_FOLDER_ORPHAN:
		return is_released(context, path, S(""));
	case DIAG_FILE_OTHER:
		return is_released(context, path, S(".pdf"));
	case DIAG_LINK_TARGET:
	case DIAG_LINK_ANCHOR:
	case DIAG_LINK_WITHDRAWN:
		return false;
	default:
		return is_only_warning(context, path, id);
	}
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
	diags_soften(in->diags, is_only_warning, in);
	diags_drop(in->diags, is_useless, in);
}

void
filter_diags_released(struct input *in)
{
	diags_keep(in->diags, is_wanted, in);
	diags_soften(in->diags, is_only_warning, in);
}
