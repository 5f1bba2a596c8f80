/* SPDX-License-Identifier: ISC */
#include "serve/watch.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/folder.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/root.h"
#include "base/sink.h"
#include "model/site_path.h"

/*
 * Two ways to see a change
 * ------------------------
 * inotify reports a name in a watched folder when a file was written and
 * closed, renamed or removed. It is quick, but it watches folders one by one,
 * and knows nothing of what another machine writes. So the kernel's word is
 * taken for speed and a look at all files for truth: every second, or less
 * often where that would take more than a fiftieth of the time, names, sizes
 * and times of all files are compared with the last look. What inotify has
 * reported meanwhile explains a difference.
 *
 * A folder that is made, moved or removed, or an overflow of the kernel's
 * queue: all watches are made again, and everything counts as changed.
 */

enum { EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
	IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR };

/* [ms] between two looks; with 1/SHARE of the time for them. */
enum { LOOK = 1000, LOOK_ALONE = 300, SHARE = 50, DOUBT = 100 };

/* The deepest folder: pictures of an edition. */
enum { DEPTH = 4 };

struct folder_watch {
	str	path;			/* from its root */
	bool	is_template;
};

struct watch {
	const char		*content, *templates;
	int			 fd;		/* -1: inotify is not there */
	bool			 whole;		/* every folder is watched */
	struct arena		*arena;		/* of the folders */
	struct folder_watch	*folders;	/* by number, from 1 */
	size_t			 num, cap;
	struct digest_fingerprint looked;
	bool			 reported;	/* a change, since the look */
	bool			 doubts;	/* whether a difference is one */
	long			 due;		/* the next look [ms] */
};

static long
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- Names */

static bool
is_number(str name)
{
	size_t i;

	for (i = 0; i < name.len; i++)
		if (!char_is_digit(name.p[i]))
			return false;
	return true;
}

/* A file that an editor makes for itself. Vim tries a folder with “4913”. */
static bool
is_of_editor(str name)
{
	return str_starts(name, S(".")) || str_ends(name, S("~")) ||
	    str_starts(name, S("~$")) || str_ends(name, S(".swp")) ||
	    str_ends(name, S(".swx")) || str_ends(name, S(".tmp")) ||
	    (str_starts(name, S("#")) && str_ends(name, S("#"))) ||
	    is_number(name);
}

static void
add(struct strings *list, struct arena *a, str edition)
{
	size_t i;

	for (i = 0; i < list->num; i++)
		if (str_eq(list->items[i], edition))
			return;
	strings_add(list, a, str_copy(a, edition));
}

/* A file of content/ was written, or is gone. */
static void
take_file(struct watch_changes *c, struct arena *a, str path, bool written)
{
	size_t depth = str_count(path, '/');

	if (!site_path_is_content(path))
		c->at_once |= str_ends(path, S(".tsv"));
	else if (depth == DEPTH) {
		c->others = true;
		add(&c->editions, a, path_folder(path));
	} else if (depth == DEPTH - 1 && str_ends(path, S(".md")))
		add(written ? &c->editions : &c->gone, a,
		    str_upto(path, path.len - S(".md").len));
	else
		c->at_once = c->others = true;
}

/* --- All folders */

static void
add_folder(struct watch *w, str root, str path, bool is_template)
{
	struct arena *a = w->arena;
	int number = inotify_add_watch(w->fd, path_name(a, root, path),
	    EVENTS);

	if (number < 0) {
		w->whole = false;
		return;
	}
	if (w->num == w->cap) {
		w->cap = w->cap != 0 ? w->cap * 2 : 64;
		w->folders = mem_realloc(w->folders, w->cap *
		    sizeof(*w->folders));
	}
	/* The same folder under another name has its number already. */
	if ((size_t)number == w->num + 1)
		w->folders[w->num++] = (struct folder_watch){ path,
		    is_template };
}

/* The time of a folder says nothing: editors put their own files there. */
static void
note(struct sink *k, str name, enum file_kind kind, const char *path)
{
	struct file_facts f;

	sink_put(k, name);
	sink_char(k, '\n');
	if (kind == FILE_FOLDER)
		return;
	f = file_facts(path);
	sink_put(k, (str){ (const char *)&f.size, sizeof(f.size) });
	sink_put(k, (str){ (const char *)&f.time, sizeof(f.time) });
	sink_put(k, (str){ (const char *)&f.fraction, sizeof(f.fraction) });
}

/* Looks through a folder: notes its files in the sink, and watches it and
 * those in it where the sink is NULL. */
static void
look(struct watch *w, struct arena *a, str root, str path, bool is_template,
    int depth, struct sink *k)
{
	const char *folder = path_name(a, root, path);
	struct folder_list list;
	size_t i;
	str name;

	if (k == NULL)
		add_folder(w, root, path, is_template);
	if (!folder_list(a, folder, &list))
		return;
	for (i = 0; i < list.num; i++) {
		name = path.len == 0 ? list.entries[i].name :
		    path_join(a, path, list.entries[i].name);
		if (is_of_editor(list.entries[i].name))
			continue;
		if (list.entries[i].kind == FILE_FOLDER && depth < DEPTH)
			look(w, a, root, name, is_template, depth + 1, k);
		if (k != NULL)
			note(k, name, list.entries[i].kind, path_name(a, root,
			    name));
	}
}

/* The folders may have been replaced: they are opened anew. */
static void
look_at_all(struct watch *w, struct arena *a, struct sink *k)
{
	root_forget();
	look(w, a, str_of(w->content), S(""), false, 0, k);
	if (k != NULL)
		sink_char(k, '\n');
	look(w, a, str_of(w->templates), S(""), true, 0, k);
}

static struct digest_fingerprint
fingerprint(struct watch *w)
{
	struct digest_fingerprint print;
	struct arena *a = arena_new();
	struct sink k = { 0 };
	long begin = milliseconds(), end, pause;

	look_at_all(w, a, &k);
	print = digest_fingerprint(sink_str(&k));
	sink_free(&k);
	arena_free(a);
	end = milliseconds();
	pause = SHARE * (end - begin);
	if (pause < (w->whole ? LOOK : LOOK_ALONE))
		pause = w->whole ? LOOK : LOOK_ALONE;
	w->due = end + pause;
	return print;
}

static void
watch_all(struct watch *w)
{
	if (w->fd >= 0)
		close(w->fd);
	arena_reset(w->arena);
	w->num = 0;
	w->fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	w->whole = w->fd >= 0;
	if (w->fd >= 0)
		look_at_all(w, w->arena, NULL);
}

struct watch *
watch_open(const char *content, const char *templates)
{
	struct watch *w = mem_alloc(sizeof(*w));

	w->content = content;
	w->templates = templates;
	w->fd = -1;
	w->arena = arena_new();
	watch_all(w);
	w->looked = fingerprint(w);
	return w;
}

void
watch_close(struct watch *w)
{
	if (w->fd >= 0)
		close(w->fd);
	arena_free(w->arena);
	mem_free(w->folders);
	mem_free(w);
}

int
watch_descriptor(const struct watch *w)
{
	return w->fd;
}

int
watch_patience(const struct watch *w)
{
	long rest = w->due - milliseconds();

	return rest > INT_MAX ? INT_MAX : rest > 0 ? (int)rest : 0;
}

/* --- What has changed */

/* Returns whether the folders must be watched anew. */
static bool
take_event(struct watch *w, struct arena *a, struct watch_changes *c,
    const struct inotify_event *e)
{
	str name = e->len != 0 ? str_of(e->name) : S("");
	const struct folder_watch *f;

	if ((e->mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0)
		return true;
	if (e->wd < 1 || (size_t)e->wd > w->num || name.len == 0 ||
	    is_of_editor(name))
		return false;
	f = &w->folders[e->wd - 1];
	if ((e->mask & IN_ISDIR) != 0)
		return true;
	/* The system reports a new file again when it is written. */
	if (e->mask == IN_CREATE)
		return false;
	c->any = true;
	if (f->is_template)
		c->at_once = c->others = true;
	else
		take_file(c, a, f->path.len == 0 ? name :
		    path_join(a, f->path, name),
		    (e->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0);
	return false;
}

/* Reads what the kernel reports; returns whether the folders must be watched
 * anew. */
static bool
take_events(struct watch *w, struct arena *a, struct watch_changes *c)
{
	_Alignas(struct inotify_event) char bytes[16384];
	const struct inotify_event *e;
	bool anew = false;
	ssize_t n, at;

	while ((n = read(w->fd, bytes, sizeof(bytes))) > 0)
		for (at = 0; at < n; at += (ssize_t)(sizeof(*e) + e->len)) {
			e = (const struct inotify_event *)(bytes + at);
			anew |= take_event(w, a, c, e);
		}
	return anew;
}

/* Compares all files with the last look; returns whether they differ and
 * nothing explains it, soon after either: a file may be half written, and the
 * kernel tells of it at its end. */
static bool
look_again(struct watch *w, struct arena *a, struct watch_changes *c)
{
	struct digest_fingerprint print = fingerprint(w);
	bool anew = w->fd >= 0 && take_events(w, a, c);
	bool strange = !w->reported && !c->any &&
	    !digest_fingerprint_eq(print, w->looked);

	if (strange && !w->doubts) {
		w->doubts = true;
		w->due = milliseconds() + DOUBT;
		return anew;
	}
	w->doubts = false;
	w->looked = print;
	w->reported = c->any;
	return anew || strange;
}

void
watch_take(struct watch *w, struct arena *a, struct watch_changes *c)
{
	bool anew = w->fd >= 0 && take_events(w, a, c);

	w->reported |= c->any;
	if (milliseconds() >= w->due)
		anew |= look_again(w, a, c);
	if (!anew)
		return;
	watch_all(w);
	w->looked = fingerprint(w);
	w->reported = false;
	c->any = c->at_once = c->others = true;
}
