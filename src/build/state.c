/* SPDX-License-Identifier: ISC */
#include "build/state.h"

#include "base/arena.h"
#include "base/census.h"
#include "base/file.h"
#include "base/hold.h"
#include "base/outside.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/sink.h"
#include "build/day.h"
#include "build/input.h"
#include "build/options.h"
#include "build/state_key.h"
#include "build/store.h"

/*
 * When nothing has changed
 * ------------------------
 * A build is a function of what it reads, and out/ is its value. If all that it
 * read is as it was, and out/ is as it left it, a build would change nothing
 * and say the same. .state holds what proves that, by stat alone:
 *
 *   key        the program, its libraries, options, environment (state_key.h)
 *   day        the day that counted as today
 *   content, templates, out
 *              digests of all that is in these folders (base/census.h), not
 *              of the files that the build has used: no list of dependencies
 *              is kept, so none can be forgotten
 *   made       the digest of .made
 *   outside    a digest of what stat told of each path outside of them that
 *              was looked at, found or not: base/root.h, through which all
 *              files are opened, has noted them (base/outside.h)
 *
 * and what the build said: its warnings, and the numbers of its last line.
 *
 * Where only texts have changed, the files of all other editions need not be
 * made again: .made says what those in out/ were made from (made.h). It is used
 * where key, day, outside, templates and out are as they were and .state has
 * its digest; out/ is counted again after its lock was taken, because another
 * build may have come in between.
 *
 * Why stat is enough. Who changes a file changes its ctime, which no program
 * can set. Two things could deceive:
 *
 * 1. The clock of files moves in steps of some milliseconds. A file that is
 *    changed twice in one step has one ctime, and the build may have read it
 *    in between. So a state is written only if everything that was read was
 *    last changed, in mtime and ctime, before the step in which the build
 *    began, and everything in out/ before that in which the census of out/
 *    began. This is git's rule for its index (an entry that is not older than
 *    the index is “racily clean”); here it is asked when the state is written,
 *    and what is not older then is not trusted: the next build makes all again.
 *    Where that is true of the content alone (a text was saved and built in one
 *    moment), the state has a digest that no folder has, and .made does without
 *    the editions in question: the next build has little to make.
 * 2. Another machine's disk has another clock. So the folders are counted
 *    before anything is read (state_open) and again at the end: a file that was
 *    saved meanwhile has other facts then.
 *
 * What the program itself was loaded from was read a moment before it could ask
 * for the time: it must be MARGIN older.
 *
 * out/ is counted while its lock is held. A file of ours must be older than the
 * build, or be one that it has written (store_trust): who edits a page during
 * a build gets no state.
 *
 * A state is never true for longer than the files that it is about: whatever
 * changes a file of out/ removes it first (store_finish), and an erasure
 * removes it because warnings quote texts (register/remains.c). A build that
 * fails or is interrupted before that leaves it as it is, and at most temporary
 * files, which the next build removes; that one has little to make.
 */

enum {
	LIMIT = 64 << 20,		/* [byte] of the file */
	MARGIN = 1,			/* [s] */
	/* A build that takes longer, or has spared work by .made, waits for the
	 * next step of the clock instead of writing no state. */
	LONG_BUILD = 100000000,		/* [ns] */
	PAUSE = 1000000			/* [ns] */
};

enum { CONTENT, TEMPLATES, OUT, FOLDERS };

/* A folder to count. */
struct count {
	const char		*folder;
	struct census_view	 view;
	struct census		 census;
	bool			 done;
};

struct state {
	struct arena		*arena;
	const struct options	*options;
	struct timespec		 began;
	str			 key;
	struct timespec		 program;	/* its last change */
	struct count		 before[FOLDERS];
	struct state_text	 text;
	bool			 has_made;	/* the build uses .made */
	bool			 tells;		/* the text is that of a build
						 * like this one */
};

/* What this program makes in out/ for itself. */
static const char *const own[] = { ".state", ".made", ".matbu.lock", NULL };

/* --- Folders */

static void
count_one(void *context, size_t worker, size_t i)
{
	struct count *c = (struct count *)context + i;

	(void)worker;
	c->done = census_take(c->folder, &c->view, &c->census);
}

static void
count_folders(const struct options *o, struct count counts[FOLDERS],
    size_t num)
{
	struct pool *p = pool_open(o->jobs < num ? o->jobs : num);

	counts[CONTENT].folder = o->content;
	counts[TEMPLATES].folder = o->templates;
	counts[OUT].folder = o->out;
	counts[OUT].view.hidden = own;
	pool_each(p, num, count_one, counts);
	pool_close(p);
}

static bool
is_digest_of(str hex, const struct count *c)
{
	return c->done && digest_is_hex(c->census.digest, hex);
}

static bool
are_same(const struct state_text *t, const struct count counts[FOLDERS])
{
	return is_digest_of(t->content, &counts[CONTENT]) &&
	    is_digest_of(t->templates, &counts[TEMPLATES]) &&
	    is_digest_of(t->out, &counts[OUT]);
}

/* --- Paths outside of them */

static str
look_outside(struct arena *a, const struct strings *paths,
    struct timespec *newest)
{
	struct sink k = { 0 };
	size_t i;
	str hex;

	for (i = 0; i < paths->num; i++) {
		sink_put(&k, paths->items[i]);
		sink_char(&k, '\0');
		census_path(&k, str_c(a, paths->items[i]), newest);
	}
	hex = digest_hex(a, digest_of(sink_str(&k)));
	sink_free(&k);
	return hex;
}

/* --- At the beginning of a build */

static char *
name_of(const struct state *s, str name)
{
	return path_name(s->arena, file_bare(str_of(s->options->out)), name);
}

/* Whether the text is that of a build like this one. Folders are not looked at
 * here. */
static bool
is_like(const struct state *s, const struct state_text *t)
{
	struct timespec newest = { 0 };

	return s->key.len != 0 && str_eq(t->key, s->key) &&
	    date_cmp(t->day, day_of_offset(s->options, t->offset)) == 0 &&
	    str_eq(t->outside, look_outside(s->arena, &t->paths, &newest));
}

static bool
read_text(struct state *s)
{
	str bytes;

	return file_read(s->arena, name_of(s, S(".state")), LIMIT, &bytes) &&
	    bytes.len <= LIMIT && state_text_read(&s->text, s->arena, bytes);
}

struct state *
state_open(const struct options *o)
{
	struct arena *a = arena_new();
	struct state *s = arena_new_of(a, struct state);

	*s = (struct state){ .arena = a, .options = o,
	    .began = census_now() };
	s->key = state_key_make(a, o, &s->program);
	s->tells = !o->force && read_text(s) && is_like(s, &s->text);
	outside_begin();
	return s;
}

/* Nobody else may be writing to out/ while it is counted. */
static bool
is_unchanged(struct state *s)
{
	struct hold *hold = hold_open(s->arena, s->options->out,
	    /*must*/false);

	if (hold == NULL)
		return false;
	count_folders(s->options, s->before, FOLDERS);
	hold_close(hold);
	return are_same(&s->text, s->before);
}

const struct state_text *
state_same(struct state *s)
{
	if (s->tells && is_unchanged(s))
		return &s->text;
	if (s->before[CONTENT].folder == NULL)
		count_folders(s->options, s->before, OUT);
	if (s->options->force)
		file_remove(name_of(s, S(".state")));
	return NULL;
}

struct timespec
state_began(const struct state *s)
{
	return s->began;
}

str
state_made(struct state *s)
{
	const struct state_text *t = &s->text;
	struct count out = { .folder = s->options->out, .view.hidden = own };
	str made;

	if (!s->tells || !is_digest_of(t->templates, &s->before[TEMPLATES]))
		return S("");
	count_one(&out, 0, 0);
	if (!is_digest_of(t->out, &out) ||
	    !file_read(s->arena, name_of(s, S(".made")), LIMIT, &made) ||
	    !digest_is_hex(digest_of(made), t->made))
		return S("");
	s->has_made = true;
	return made;
}

/* --- At the end */

/* A census of out/ and what is asked of it. */
struct look {
	const struct state	*state;
	const struct store	*store;
	struct timespec		 stamp;		/* before the census */
	size_t			 num;		/* of files of ours */
	bool			 changed;
};

static void
see(void *context, const struct census_file *file)
{
	struct look *l = context;

	if (census_compare(file->changed, l->stamp) >= 0)
		l->changed = true;
	switch (store_trust(l->store, file, l->state->began)) {
	case STORE_OTHER:
		break;
	case STORE_OURS:
		l->num++;
		break;
	case STORE_CHANGED:
		l->changed = true;
	}
}

/* Waits until a change gets another time than those that were made so far. */
void
state_settle(const struct state *s)
{
	const struct timespec pause = { .tv_nsec = PAUSE };
	struct timespec now = census_now();
	int64_t elapsed = (int64_t)(now.tv_sec - s->began.tv_sec) *
	    1000000000 + now.tv_nsec - s->began.tv_nsec;

	while ((elapsed >= LONG_BUILD || s->has_made) &&
	    census_compare(census_now(), now) == 0)
		nanosleep(&pause, NULL);
}

/* Counts out/; false where it is not certainly what this build has left. */
static bool
count_out(struct state *s, const struct store *store)
{
	struct look l = { .state = s, .store = store };
	const struct census_view view = { own, see, &l };
	struct census out;

	state_settle(s);
	l.stamp = census_now();
	if (!census_take(s->options->out, &view, &out) || l.changed ||
	    l.num != store_num(store))
		return false;
	s->text.out = digest_hex(s->arena, out.digest);
	return true;
}

/* Whether the folder is as it was before the build read it. */
static bool
stayed(const struct count *before, const struct count *now)
{
	return before->done && now->done && memcmp(&before->census.digest,
	    &now->census.digest, sizeof(struct digest)) == 0;
}

/* Whether it was last changed before the build began. */
static bool
is_older(const struct state *s, const struct count *now)
{
	return census_compare(now->census.newest, s->began) < 0;
}

/* Looks again at all that was read; false where it may have changed. */
static bool
look_again(struct state *s)
{
	static const struct digest unknown;
	struct count now[FOLDERS] = { { .done = false } };
	struct timespec newest = { 0 }, limit = s->began;

	limit.tv_sec -= MARGIN;
	s->text.paths = outside_end(s->arena);
	s->text.outside = look_outside(s->arena, &s->text.paths, &newest);
	if (s->key.len == 0 || census_compare(newest, s->began) >= 0 ||
	    census_compare(s->program, limit) >= 0)
		return false;
	count_folders(s->options, now, OUT);
	s->text.content = digest_hex(s->arena, is_older(s, &now[CONTENT]) ?
	    now[CONTENT].census.digest : unknown);
	s->text.templates = digest_hex(s->arena,
	    now[TEMPLATES].census.digest);
	return stayed(&s->before[CONTENT], &now[CONTENT]) &&
	    stayed(&s->before[TEMPLATES], &now[TEMPLATES]) &&
	    is_older(s, &now[TEMPLATES]);
}

static void
add_warning(void *context, const struct diags_fault *fault)
{
	struct state_text *t = context;

	t->warnings[t->num_warnings++] = *fault;
}

static void
count_warning(void *context, const struct diags_fault *fault)
{
	(void)fault;
	++*(size_t *)context;
}

static void
add_said(struct state *s, const struct input *in, const struct store *store)
{
	struct state_text *t = &s->text;
	struct store_count count = store_counted(store);
	size_t warnings = 0;

	t->editions = input_num_editions(in);
	t->files = count.written + count.same;
	t->without_url = in->collection.url.len == 0;
	t->lang = message_language();
	diags_each_warning(in->diags, count_warning, &warnings);
	t->warnings = arena_array(s->arena, struct diags_fault, warnings);
	diags_each_warning(in->diags, add_warning, t);
}

void
state_write(struct state *s, const struct input *in, const struct store *store,
    str made)
{
	struct sink k = { 0 };

	s->text = (struct state_text){ .key = s->key, .day = in->day,
	    .offset = day_offset(s->options) };
	add_said(s, in, store);
	if (!look_again(s) || !count_out(s, store))
		return;
	s->text.made = digest_hex(s->arena, digest_of(made));
	state_text_put(&s->text, &k);
	/* Where the disk has no room for them, there are none. */
	if (file_write(name_of(s, S(".matbu.new.made")), name_of(s,
	    S(".made")), made))
		file_write(name_of(s, S(".matbu.new.state")), name_of(s,
		    S(".state")), sink_str(&k));
	sink_free(&k);
}

void
state_close(struct state *s)
{
	outside_end(s->arena);
	arena_free(s->arena);
}
