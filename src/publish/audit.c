/* SPDX-License-Identifier: ISC */
#include "publish/audit.h"

#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/witness.h"
#include "build/check_pass.h"
#include "build/day.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "build/records.h"
#include "html/renderer.h"
#include "publish/audit_pages.h"

static void
check_options(const struct options *o)
{
	struct arena *a = arena_new();

	if (o->format == NULL || strcmp(o->format, "html") != 0 ||
	    o->status != NULL)
		die_usage(DIAG_AUDIT_WHAT, "", "");
	if (path_nests(a, o->output, o->content) ||
	    path_nests(a, o->output, o->out))
		die_usage(DIAG_AUDIT_WHERE, o->output, "");
	arena_free(a);
}

/* The first row that counts on any day. */
static struct date
first_day(const struct reg *reg)
{
	struct date first = row_day(&reg->rows[0]);
	size_t i;

	for (i = 1; i < reg->num; i++)
		if (date_cmp(row_day(&reg->rows[i]), first) < 0)
			first = row_day(&reg->rows[i]);
	return first;
}

/* Whether there is anything to say of the day. Of a later day nobody knows what
 * the register will say. */
static bool
check_day(struct input *in, struct date day)
{
	struct arena *a = in->arena;
	struct date first;

	if (in->reg.num == 0) {
		diag(in->diags, DIAG_AUDIT_UNCONTROLLED, POS_NONE,
		    in->reg.path);
		return false;
	}
	first = first_day(&in->reg);
	if (date_cmp(first, day) <= 0 && date_cmp(day, in->day) <= 0)
		return true;
	diag(in->diags, date_cmp(day, in->day) > 0 ? DIAG_AUDIT_FUTURE :
	    DIAG_AUDIT_EARLY, POS_NONE, in->reg.path, date_dotted(a, day),
	    date_dotted(a, first));
	return false;
}

static void
tell(const struct options *o, const struct audit_pages *p, size_t files)
{
	if (!o->quiet)
		phrase_print(PHRASE_AUDIT_WRITTEN, str_of(o->output),
		    PHRASE_UINT(p->state->num_inside), PHRASE_UINT(files));
}

static void
write_folder(struct workspace *ws, struct date day)
{
	struct input *in = &ws->in;
	const struct options *o = in->options;
	struct audit_state state;
	struct audit_pages pages;

	audit_state_make(&state, ws, day);
	audit_pages_begin(&pages, &state);
	if (diags_errors(in->diags) != 0 ||
	    !audit_folder_is_free(o->output, in->diags))
		return;
	pages.folder = audit_folder_open(in->arena, o->output);
	audit_pages_put_editions(&pages);
	audit_pages_put_lists(&pages);
	audit_pages_put_files(&pages);
	if (diags_errors(in->diags) != 0 ||
	    witness_report(in->diags, true) != 0)
		audit_folder_drop(pages.folder);
	else
		tell(o, &pages, audit_folder_finish(pages.folder));
}

int
audit_write(const struct options *o)
{
	struct workspace ws;
	struct input *in = &ws.in;
	struct date day;

	check_options(o);
	workspace_open(&ws, o);
	ws.html = html_renderer_open_audit(in->arena, o->templates,
	    in->diags);
	ws.records = records_open(in, ws.pool);
	check_pass_released(&ws);
	filter_diags_released(in);
	witness_report(in->diags, true);
	day = date_is_set(o->on) ? o->on : day_of(o);
	if (diags_errors(in->diags) == 0 && check_day(in, day))
		write_folder(&ws, day);
	return workspace_close(&ws);
}
