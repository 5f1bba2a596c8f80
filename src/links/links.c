/* SPDX-License-Identifier: ISC */
#include "links/links.h"

#include <time.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/folder.h"
#include "base/witness.h"
#include "build/collect.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "links/report.h"
#include "register/status.h"

/* Another command may just be writing: so many times so long [ms]. */
enum { LOCK_TRIES = 100, LOCK_PAUSE = 100 };

static void
lock(const char *content)
{
	struct timespec t = { 0, LOCK_PAUSE * 1000000L };
	int i;

	for (i = 0; i < LOCK_TRIES; i++) {
		if (durable_lock(content))
			return;
		nanosleep(&t, NULL);
	}
	die_system(DIAG_REGISTER_LOCKED, content, "");
}

/* Where nobody at all answers, it is this machine that does not reach them. */
static bool
is_offline(const struct hosts *hosts)
{
	return hosts->answers == 0 && hosts->failures != 0;
}

/* Notes what was found; what cannot be told changes nothing. */
static void
note(struct link_state *s, const struct wanted_list *l)
{
	const struct wanted *w;
	struct link_row *row;
	size_t i;

	for (i = 0; i < l->num; i++) {
		w = &l->items[i];
		if (w->result == ASK_FAILS)
			link_state_fails(s, w->address, w->phrase, w->why);
		else if (w->result == ASK_ANSWERS)
			link_state_answers(s, w->address, w->phrase);
		row = link_state_find(s, w->address, w->phrase);
		if (row != NULL)
			row->wanted = true;
	}
}

static void
judge(struct input *in, const struct wanted_list *l,
    const struct hosts *hosts)
{
	struct link_state s;

	if (folder_is_there(in->options->content))
		lock(in->options->content);
	link_state_read(&s, in->arena, in->tree.root, in->day, in->diags);
	if (is_offline(hosts))
		diag(in->diags, DIAG_LINKS_OFFLINE, POS_NONE, in->tree.root,
		    str_uint(in->arena, hosts->num));
	else {
		note(&s, l);
		link_state_write(&s, in->limit.paths.num != 0);
	}
	report_faults(in, l, &s);
	if (!in->options->quiet)
		report_lines(in, hosts, &s);
}

/* A number that differs from day to day. */
static size_t
turn_of(struct date day)
{
	return (size_t)day.year * 372 + (size_t)day.month * 31 +
	    (size_t)day.day;
}

static void
check(struct workspace *ws)
{
	struct input *in = &ws->in;
	struct wanted_list l;
	struct hosts hosts;

	status_make(&in->collection, in->arena, &in->reg, in->day);
	wanted_read(&l, ws, in->diags);
	hosts_ask(&hosts, in->arena, &l, turn_of(in->day),
	    lang_tag(in->collection.lang));
	judge(in, &l, &hosts);
	witness_report(in->diags, true);
}

int
links_check(const struct options *o)
{
	struct workspace ws;

	if (!curl_is_there())
		die_system(DIAG_LINKS_CURL, "", "");
	workspace_open(&ws, o);
	collect(&ws.in);
	filter_diags_register(&ws.in);
	if (ws.in.reg.valid || !ws.in.reg.exists)
		check(&ws);
	return workspace_close(&ws);
}
