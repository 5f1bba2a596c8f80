/* SPDX-License-Identifier: ISC */
#include "base/census.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/root.h"
#include "base/sink.h"
#include "base/strings.h"

/*
 * The digest
 * ----------
 * Each folder has a line of bytes for each of its entries, sorted by name: the
 * name, a NUL, and the facts (put_facts). The SHA-256 of these lines is the
 * digest of the folder; the digest of the census is that of the digests of all
 * folders, in the order in which they are entered, which the names decide.
 *
 * Of a folder only kind, mode, device and inode are facts: what is in it stands
 * in its own lines, and its times change when a program makes a file there and
 * removes it again. They count as changes all the same (newest).
 */

enum { COARSE = 2 };			/* [s] */

struct walk {
	const struct census_view *view;
	struct census	*c;
	struct arena	*arena;		/* names of folders; path */
	struct sink	 names;		/* each with a NUL, of one folder */
	struct sink	 facts;		/* of one folder */
	struct sink	 digests;	/* of all so far */
	struct sink	 path;		/* with “/” at its end, or empty */
	const char	**sorted;
	size_t		 cap;
};

int
census_compare(struct timespec x, struct timespec y)
{
	if (x.tv_sec != y.tv_sec)
		return x.tv_sec < y.tv_sec ? -1 : 1;
	return (x.tv_nsec > y.tv_nsec) - (x.tv_nsec < y.tv_nsec);
}

static struct timespec
later(struct timespec x, struct timespec y)
{
	return census_compare(x, y) < 0 ? y : x;
}

/* The latest moment that the time may stand for: some disks (FAT, ext3, some
 * shares) keep whole seconds, or every second one. What was last changed at a
 * whole second, to the nanosecond, counts as on such a disk; ctime tells, which
 * no program sets. */
static struct timespec
latest(struct timespec t, const struct stat *st)
{
	if (st->st_ctim.tv_nsec == 0)
		t.tv_sec += COARSE;
	return t;
}

static struct timespec
last_change(const struct stat *st)
{
	return latest(later(st->st_mtim, st->st_ctim), st);
}

/* The kernel stamps files with this clock, which moves in steps of some
 * milliseconds. */
struct timespec
census_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME_COARSE, &t);
	return t;
}

static void
put_facts(struct sink *k, const struct stat *st)
{
	bool folder = S_ISDIR(st->st_mode);
	const uint64_t facts[] = { st->st_mode, st->st_dev, st->st_ino,
	    folder ? 0 : (uint64_t)st->st_size,
	    folder ? 0 : (uint64_t)st->st_mtim.tv_sec,
	    folder ? 0 : (uint64_t)st->st_mtim.tv_nsec,
	    folder ? 0 : (uint64_t)st->st_ctim.tv_sec,
	    folder ? 0 : (uint64_t)st->st_ctim.tv_nsec };

	sink_put(k, (str){ (const char *)facts, sizeof(facts) });
}

/* --- One path */

static bool
put_answer(struct sink *k, const char *path, int flags,
    struct timespec *newest)
{
	struct stat st;

	if (fstatat(AT_FDCWD, path, &st, flags) != 0) {
		sink_uint(k, (uintmax_t)errno);
		return false;
	}
	put_facts(k, &st);
	/* A folder that was searched: what is in it is nowhere else. */
	if (S_ISDIR(st.st_mode)) {
		sink_put(k, (str){ (const char *)&st.st_mtim,
		    sizeof(st.st_mtim) });
		sink_put(k, (str){ (const char *)&st.st_ctim,
		    sizeof(st.st_ctim) });
	}
	*newest = later(*newest, last_change(&st));
	return true;
}

bool
census_target(struct sink *k, const char *path, struct timespec *newest)
{
	return put_answer(k, path, 0, newest);
}

void
census_path(struct sink *k, const char *path, struct timespec *newest)
{
	put_answer(k, path, AT_SYMLINK_NOFOLLOW, newest);
	census_target(k, path, newest);
}

/* --- A folder */

static bool
is_hidden(const struct walk *w, const char *name)
{
	const char *const *hidden = w->view->hidden;

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return true;
	while (w->path.len == 0 && hidden != NULL && *hidden != NULL)
		if (strcmp(name, *hidden++) == 0)
			return true;
	return false;
}

static int
cmp_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Fills sorted with the names in the folder; returns false where it cannot be
 * read. */
static bool
list(struct walk *w, DIR *dir, size_t *num)
{
	const struct dirent *d;
	const char *name;
	size_t i;

	sink_reset(&w->names);
	*num = 0;
	while (errno = 0, (d = readdir(dir)) != NULL)
		if (!is_hidden(w, d->d_name)) {
			sink_put(&w->names, (str){ d->d_name,
			    strlen(d->d_name) + 1 });
			++*num;
		}
	if (errno != 0)
		return false;
	if (*num > w->cap) {
		w->cap = 2 * *num;
		w->sorted = mem_realloc(w->sorted, w->cap *
		    sizeof(*w->sorted));
	}
	name = w->names.p;
	for (i = 0; i < *num; i++, name += strlen(name) + 1)
		w->sorted[i] = name;
	if (*num != 0)
		qsort(w->sorted, *num, sizeof(*w->sorted), cmp_name);
	return true;
}

static void
see(struct walk *w, const char *name, const struct stat *st)
{
	struct census_file file = { .written = latest(st->st_mtim, st),
	    .changed = last_change(st) };
	size_t len = w->path.len;

	sink_puts(&w->path, name);
	file.path = sink_str(&w->path);
	w->view->see(w->view->context, &file);
	w->path.len = len;
}

/* Puts the facts of the sorted names; adds the folders among them. */
static bool
put_entries(struct walk *w, int folder, size_t num, struct strings *folders)
{
	struct stat st;
	size_t i;

	sink_reset(&w->facts);
	for (i = 0; i < num; i++) {
		if (fstatat(folder, w->sorted[i], &st, AT_SYMLINK_NOFOLLOW) !=
		    0)
			return false;
		sink_put(&w->facts, (str){ w->sorted[i],
		    strlen(w->sorted[i]) + 1 });
		put_facts(&w->facts, &st);
		w->c->newest = later(w->c->newest, last_change(&st));
		if (S_ISDIR(st.st_mode))
			strings_add(folders, w->arena, str_copy(w->arena,
			    str_of(w->sorted[i])));
		else if (w->view->see != NULL)
			see(w, w->sorted[i], &st);
	}
	w->c->num += num;
	return true;
}

static void
put_digest(struct walk *w)
{
	struct digest d = digest_of(sink_str(&w->facts));

	sink_put(&w->digests, (str){ (const char *)d.bytes, sizeof(d.bytes) });
}

static bool	walk_at(struct walk *w, int fd);

static bool
walk_below(struct walk *w, int folder, str name)
{
	size_t len = w->path.len;
	bool done;

	sink_put(&w->path, name);
	sink_char(&w->path, '/');
	done = walk_at(w, openat(folder, name.p, O_RDONLY | O_DIRECTORY |
	    O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
	w->path.len = len;
	return done;
}

static bool
walk_entries(struct walk *w, DIR *dir)
{
	struct strings folders = { NULL, 0 };
	size_t num, i;

	if (!list(w, dir, &num) || !put_entries(w, dirfd(dir), num, &folders))
		return false;
	put_digest(w);
	for (i = 0; i < folders.num; i++)
		if (!walk_below(w, dirfd(dir), folders.items[i]))
			return false;
	return true;
}

/* Closes the folder. */
static bool
walk_at(struct walk *w, int fd)
{
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	bool done;
	int e;

	if (dir == NULL) {
		root_let_go(fd);
		return false;
	}
	done = walk_entries(w, dir);
	e = errno;
	closedir(dir);
	errno = e;
	return done;
}

/* The folder's own facts come first. */
static bool
walk_root(struct walk *w, const char *folder)
{
	int fd = root_open(folder, O_RDONLY | O_DIRECTORY | O_NONBLOCK, 0);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0) {
		root_let_go(fd);
		return false;
	}
	put_facts(&w->facts, &st);
	put_digest(w);
	w->c->newest = last_change(&st);
	return walk_at(w, fd);
}

bool
census_take(const char *folder, const struct census_view *view,
    struct census *c)
{
	struct walk w = { .view = view, .c = c, .arena = arena_new() };
	bool done;
	int e;

	*c = (struct census){ .num = 0 };
	done = walk_root(&w, folder);
	e = errno;
	c->digest = digest_of(sink_str(&w.digests));
	sink_free(&w.names);
	sink_free(&w.facts);
	sink_free(&w.digests);
	sink_free(&w.path);
	mem_free(w.sorted);
	arena_free(w.arena);
	errno = e;
	return done;
}
