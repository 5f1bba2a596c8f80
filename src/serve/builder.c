/* SPDX-License-Identifier: ISC */
#include "serve/builder.h"

#include <time.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/tree.h"
#include "build/options.h"
#include "serve/job.h"
#include "serve/standby.h"

/*
 * Two folders
 * -----------
 * A saved text is shown at once, and everything that depends on it soon: lists,
 * links, the search, other documents. Both are the work of “matbu build”:
 *
 *   quick   builds the saved editions alone (as “matbu build PATH…”) into the
 *           folder “first”, which begins empty. Its files hide those of
 *   whole   which builds the collection into “second”, when nothing was saved
 *           for a moment. When it ends and nothing was saved since it began,
 *           “first” is removed: every byte is that of a whole build again.
 *
 * The two never wait for each other. A save stops a whole build that has become
 * worthless, unless that is needed at once: what all pages depend on has
 * changed (a template, an index.md, the register), or there is no site yet. The
 * first build makes pages alone, because records take longest.
 *
 * A quick build has to read the whole collection, too. So a standby, which
 * begins with a whole build, does that in advance (standby.h). It serves as long
 * as nothing is saved but texts that it knows; the builder passes it the names
 * of all that were saved since it began.
 *
 * Messages: those of the last whole build, except for the editions that a quick
 * one has looked at since; that one knows better.
 */

/* [ms] without a save; between looks whether a stopped build has gone. */
enum { QUIET = 700, WAIT = 20 };

enum stage { STAGE_NOTHING, STAGE_PAGES, STAGE_ALL };

struct builder {
	const struct options	*options;
	str			 first;		/* C strings, too */
	str			 second;
	struct arena		*arena;
	struct arena		*saved_arena;
	struct job		 quick;
	struct job		 whole;
	struct standby		 standby;	/* in place of quick */
	struct strings		 touched;	/* since it began; in arena */
	struct strings		 building;	/* by quick, in arena */
	struct strings		 saved;		/* not built yet */
	struct strings		 shown;		/* in first; in arena */
	str			 last;		/* of them; in arena */
	enum stage		 stage;		/* what second holds */
	bool			 changed;	/* since whole began */
	bool			 at_once;
	bool			 urgent;	/* whole was begun at_once */
	long			 since;		/* the last save [ms] */
	size_t			 number;
	bool			 early;
	size_t			 others;
	struct {			/* other files than texts changed: */
		bool	waits;		/* since the build began */
		bool	is_in;		/* before it began */
	} quick_others, whole_others;
	bool			 failed;
	bool			 was_busy;	/* when builder_step() ended */
	struct sink		 whole_said;
	struct sink		 said;
};

static long
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct builder *
builder_open(const struct options *o, const char *folder)
{
	struct builder *b = mem_alloc(sizeof(*b));

	b->options = o;
	b->arena = arena_new();
	b->saved_arena = arena_new();
	b->first = path_join(b->arena, str_of(folder), S("first"));
	b->second = path_join(b->arena, str_of(folder), S("second"));
	b->changed = b->at_once = true;
	return b;
}

void
builder_close(struct builder *b)
{
	job_stop(&b->quick);
	job_stop(&b->whole);
	job_has_gone(&b->quick, true);
	job_has_gone(&b->whole, true);
	standby_stop(&b->standby);
	sink_free(&b->standby.said);
	sink_free(&b->quick.said);
	sink_free(&b->whole.said);
	sink_free(&b->whole_said);
	sink_free(&b->said);
	arena_free(b->saved_arena);
	arena_free(b->arena);
	mem_free(b);
}

str
builder_first(const struct builder *b)
{
	return b->first;
}

str
builder_second(const struct builder *b)
{
	return b->second;
}

/* --- What is to be built */

static bool
has(const struct strings *list, str s)
{
	size_t i;

	for (i = 0; i < list->num; i++)
		if (str_eq(list->items[i], s))
			return true;
	return false;
}

static void
add(struct strings *list, struct arena *a, str s)
{
	if (!has(list, s))
		strings_add(list, a, str_copy(a, s));
}

/* Ends the standby; what it was building is built without it. */
static void
dismiss(struct builder *b)
{
	size_t i;

	if (b->standby.busy)
		for (i = 0; i < b->building.num; i++)
			add(&b->saved, b->saved_arena, b->building.items[i]);
	standby_stop(&b->standby);
}

void
builder_change(struct builder *b, const struct watch_changes *c)
{
	size_t i;

	if (!c->any)
		return;
	for (i = 0; i < c->editions.num; i++) {
		add(&b->saved, b->saved_arena, c->editions.items[i]);
		add(&b->touched, b->arena, c->editions.items[i]);
	}
	/* It notices that they are gone. */
	for (i = 0; i < c->gone.num; i++)
		add(&b->touched, b->arena, c->gone.items[i]);
	if (c->others || c->at_once || (c->editions.num == 0 &&
	    c->gone.num == 0))
		dismiss(b);
	b->changed = true;
	b->at_once |= c->at_once;
	b->quick_others.waits |= c->others && c->editions.num != 0;
	b->whole_others.waits |= c->others;
	b->since = milliseconds();
	if (b->whole.pid == 0 || b->stage != STAGE_ALL || b->urgent)
		return;
	job_stop(&b->whole);
	b->whole_others.waits |= b->whole_others.is_in;
}

/* Moves what was saved to what is built now. */
static void
take_saved(struct builder *b)
{
	size_t i;

	b->building = (struct strings){ NULL, 0 };
	for (i = 0; i < b->saved.num; i++)
		strings_add(&b->building, b->arena, str_copy(b->arena,
		    b->saved.items[i]));
	b->saved = (struct strings){ NULL, 0 };
	arena_reset(b->saved_arena);
}

static void
start_quick(struct builder *b)
{
	take_saved(b);
	b->quick_others.is_in = b->quick_others.waits;
	b->quick_others.waits = false;
	if (b->standby.ready)
		standby_build(&b->standby, &b->building, &b->touched);
	else if (!job_start(&b->quick, b->options, b->first.p, &b->building,
	    RENDER_HTML | RENDER_PDF, JOB_NOW))
		b->at_once = true;
}

static void
start_whole(struct builder *b)
{
	static const struct strings all = { NULL, 0 };
	unsigned renderers = b->stage == STAGE_NOTHING ? RENDER_HTML :
	    RENDER_HTML | RENDER_PDF;

	b->urgent = b->at_once;
	if (!job_start(&b->whole, b->options, b->second.p, &all, renderers,
	    b->urgent && b->stage != STAGE_PAGES ? JOB_NOW : JOB_BEHIND)) {
		b->since = milliseconds();
		return;
	}
	b->changed = b->at_once = false;
	b->whole_others.is_in = b->whole_others.waits;
	b->whole_others.waits = false;
	if (b->standby.pid != 0)
		return;
	b->touched = (struct strings){ NULL, 0 };
	standby_start(&b->standby, b->options, b->first.p);
}

static bool
is_quick_busy(const struct builder *b)
{
	return b->quick.pid != 0 || b->standby.busy;
}

static bool
is_whole_due(const struct builder *b)
{
	return b->whole.pid == 0 && b->whole.stopped == 0 && b->changed &&
	    (b->at_once ||
	    (!is_quick_busy(b) && milliseconds() >= b->since + QUIET));
}

/* --- What was built */

/* Whether the message is about one of the editions, or a file of its folder. */
static bool
is_about(str line, const struct strings *editions)
{
	size_t i;
	str path;

	line = str_upto(line, str_find(line, ':'));
	for (i = 0; i < editions->num; i++) {
		path = str_from(line, str_search(line, editions->items[i]));
		path = str_from(path, editions->items[i].len);
		if (str_starts(path, S(".")) || str_starts(path, S("/")))
			return true;
	}
	return false;
}

static void
count_build(struct builder *b)
{
	b->number++;
	b->early = false;
}

static void
end_quick(struct builder *b, int status, str said)
{
	str rest = sink_str(&b->whole_said), line;
	size_t i;

	if (status == EXIT_USAGE)	/* one of them is not there now */
		return;
	for (i = 0; i < b->building.num; i++)
		add(&b->shown, b->arena, b->building.items[i]);
	sink_reset(&b->said);
	sink_put(&b->said, said);
	while (str_line(&rest, &line)) {
		if (is_about(line, &b->shown))
			continue;
		sink_put(&b->said, line);
		sink_char(&b->said, '\n');
	}
	b->failed = status != EXIT_DONE;
	if (!b->failed && b->building.num != 0)
		b->last = b->building.items[b->building.num - 1];
	count_build(b);
	b->others += b->quick_others.is_in;
}

static void
step_quick(struct builder *b)
{
	int status;

	if (b->quick.pid != 0 && job_is_done(&b->quick, &status))
		end_quick(b, status, sink_str(&b->quick.said));
	if (b->standby.pid == 0)
		return;
	switch (standby_step(&b->standby, &status)) {
	case STANDBY_NOTHING:
		return;
	case STANDBY_PAGES:
		b->early = true;
		return;
	case STANDBY_DONE:
		/* A text that is new, or gone, it does not know. */
		b->standby.busy = status == EXIT_USAGE;
		if (status != EXIT_USAGE) {
			end_quick(b, status, sink_str(&b->standby.said));
			return;
		}
		break;
	case STANDBY_DIED:
		break;
	}
	dismiss(b);
}

/* Every byte is that of a whole build: nothing hides it any more. */
static void
drop_first(struct builder *b)
{
	tree_remove(b->first.p);
	b->shown = (struct strings){ NULL, 0 };
}

static void
end_whole(struct builder *b, int status)
{
	if (status == EXIT_DONE && b->stage != STAGE_ALL)
		b->stage++;
	if (b->stage == STAGE_PAGES && status == EXIT_DONE)
		b->changed = b->at_once = true;
	else if (!b->changed && !is_quick_busy(b) && status == EXIT_DONE)
		drop_first(b);
	sink_reset(&b->whole_said);
	sink_put(&b->whole_said, sink_str(&b->whole.said));
	sink_reset(&b->said);
	sink_put(&b->said, sink_str(&b->whole.said));
	b->failed = status != EXIT_DONE;
	count_build(b);
	b->others += b->whole_others.is_in;
}

bool
builder_step(struct builder *b)
{
	size_t number = b->number;
	bool was_early = b->early;
	bool was_busy = b->was_busy;
	int status;

	step_quick(b);
	if (b->whole.pid != 0 && job_is_done(&b->whole, &status))
		end_whole(b, status);
	if (!is_quick_busy(b) && b->saved.num != 0)
		start_quick(b);
	if (job_has_gone(&b->whole, false) && is_whole_due(b))
		start_whole(b);
	b->was_busy = builder_state(b).busy;
	return b->number != number || b->early != was_early ||
	    b->was_busy != was_busy;
}

struct builder_state
builder_state(const struct builder *b)
{
	return (struct builder_state){ b->number, b->early, b->others,
	    b->failed, is_quick_busy(b) || b->whole.pid != 0 || b->changed,
	    sink_str(&b->said), b->last };
}

void
builder_descriptors(const struct builder *b, int fds[BUILDER_FDS])
{
	fds[0] = b->quick.pid != 0 ? b->quick.fd : -1;
	fds[1] = b->whole.pid != 0 ? b->whole.fd : -1;
	fds[2] = b->standby.pid != 0 ? b->standby.fd : -1;
}

int
builder_patience(const struct builder *b)
{
	long rest = b->since + QUIET - milliseconds();

	if (!b->changed || b->whole.pid != 0)
		return -1;
	if (b->whole.stopped != 0 && rest < WAIT)
		return WAIT;
	return b->at_once ? 0 : rest > 0 ? (int)rest : 0;
}
