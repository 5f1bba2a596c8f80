/* SPDX-License-Identifier: ISC */
#include "base/witness.h"

#include <errno.h>
#include <pthread.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/digest.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/map.h"

/*
 * One state of each file
 * ----------------------
 * A run reads a file several times, and a clerk may save it in between. The
 * witness remembers, for each path, 64 bits of a digest of what the first
 * reading found, or the error with which it failed, and compares every later
 * reading with it (compare):
 *
 *   first       later               result of the later reading
 *   bytes       the same bytes      the bytes
 *   bytes       other bytes         FAULT_CHANGED
 *   bytes       an error            that error
 *   an error    anything            the first error
 *
 * So a file that failed once fails for the rest of the run, even if it could be
 * read again: a document that the check did not see must not be rendered. The
 * first fault of a path stays (slot->value) and is reported once
 * (witness_report), as a file that changed or as one that cannot be read.
 *
 * Images are first read by their beginning, as much as shows their size. Such a
 * reading is compared with readings of the same length only: its key is the
 * path, a line end, which no path has, and the limit.
 *
 * The digest protects against accidents. A release compares SHA-256 as well.
 */

struct fault {
	str		 path;
	int		 error;
	bool		 moved;		/* it could be read before */
	struct fault	*next;
};

static struct {
	pthread_mutex_t	 lock;
	struct arena	*arena;		/* NULL: not at work */
	unsigned	 depth;		/* of witness_begin() */
	struct map	 files;		/* path -> print; value: its fault */
	struct fault	*faults;
} witness = { .lock = PTHREAD_MUTEX_INITIALIZER };

void
witness_begin(void)
{
	if (witness.depth++ != 0)
		return;
	witness.arena = arena_new();
	witness.files = map_make(witness.arena);
	witness.faults = NULL;
}

void
witness_end(void)
{
	if (--witness.depth != 0)
		return;
	arena_free(witness.arena);
	witness.arena = NULL;
}

/* Returns 64 bits of a digest of the bytes; never 0, which means “no bytes”. */
static size_t
print_of(str bytes)
{
	return (size_t)digest_fingerprint(bytes).parts[0] | 1;
}

static struct map_slot *
slot_of(str path)
{
	struct map_slot *slot = map_find(&witness.files, path);

	return slot != NULL ? slot : map_slot(&witness.files,
	    str_copy(witness.arena, path));
}

/* From now on every reading of the file fails. */
static void
add_fault(struct map_slot *slot, int error)
{
	struct fault *f = arena_new_of(witness.arena, struct fault);

	*f = (struct fault){ slot->key, error, slot->number != 0,
	    witness.faults };
	witness.faults = f;
	slot->value = f;
}

/* Compares a reading with the first one; returns its error, or 0. */
static int
compare(str path, size_t print, int error)
{
	struct map_slot *slot = slot_of(path);
	const struct fault *known = slot->value;

	if (known != NULL)
		return known->error;
	if (error == 0 && slot->number == 0)
		slot->number = print;
	if (error == 0 && slot->number == print)
		return 0;
	if (error == 0)
		error = FAULT_CHANGED;
	add_fault(slot, error);
	return error;
}

/* The beginning of a long file is compared with its beginning alone. */
static int
witness_one(struct arena *a, const char *name, size_t limit, str bytes,
    int error)
{
	str path = str_of(name);
	size_t print = error == 0 ? print_of(bytes) : 0;

	if (error == 0 && bytes.len > limit)
		path = str_join(a, path, S("\n"), str_uint(a, limit));
	pthread_mutex_lock(&witness.lock);
	error = compare(path, print, error);
	pthread_mutex_unlock(&witness.lock);
	return error;
}

bool
witness_read(struct arena *a, const char *path, size_t limit, str *bytes)
{
	int error = file_read(a, path, limit, bytes) ? 0 : errno;

	if (witness.arena != NULL)
		error = witness_one(a, path, limit, *bytes, error);
	errno = error;
	return error == 0;
}

void
witness_fail(const char *path, int error)
{
	struct arena *a = arena_new();

	if (witness.arena != NULL)
		witness_one(a, path, 0, S(""), error);
	arena_free(a);
}

int
witness_error(const char *path)
{
	const struct map_slot *slot;
	const struct fault *f = NULL;

	pthread_mutex_lock(&witness.lock);
	slot = witness.arena != NULL ? map_find(&witness.files, str_of(path)) :
	    NULL;
	if (slot != NULL)
		f = slot->value;
	pthread_mutex_unlock(&witness.lock);
	return f != NULL ? f->error : 0;
}

size_t
witness_report(struct diags *ds, bool all)
{
	const struct fault *f;
	size_t num = 0;

	pthread_mutex_lock(&witness.lock);
	for (f = witness.faults; f != NULL; f = f->next) {
		if (!f->moved && !all)
			continue;
		diag(ds, f->moved ? DIAG_FILE_MOVED : DIAG_FILE_READ, POS_NONE,
		    str_upto(f->path, str_find(f->path, '\n')),
		    str_of(fault_text(f->error)));
		num++;
	}
	pthread_mutex_unlock(&witness.lock);
	return num;
}
