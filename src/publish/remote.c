/* SPDX-License-Identifier: ISC */
#include "publish/remote.h"

#include "base/arena.h"
#include "base/die.h"
#include "publish/remote_folder.h"
#include "publish/remote_ops.h"
#include "publish/remote_ssh.h"

/* The one in use: its lock is given back whatever ends the program. */
static struct remote *in_use;

static void
close_at_death(void)
{
	struct remote *f = in_use;

	in_use = NULL;
	if (f != NULL)
		remote_close(f);
}

/* “~” is the folder that a remote path begins in anyway. */
static str
folder_of(str path)
{
	if (str_starts(path, S("~/")))
		path = str_from(path, 2);
	else if (str_eq(path, S("~")))
		path = S("");
	return path.len != 0 ? file_bare(path) : S(".");
}

/* “https://…”, “ftp://…”; “C:\\…”, “C:/…”, “\\\\makine\\…” of Windows. */
static bool
is_foreign(str s, size_t colon)
{
	str rest = str_from(s, colon);

	return str_starts(rest, S("://")) || str_starts(s, S("\\\\")) ||
	    (colon == 1 && char_is_alnum(s.p[0]) && (str_starts(rest,
	    S(":\\")) || str_starts(rest, S(":/"))));
}

/* As rsync reads it: a colon before the first slash parts host and path. */
struct remote *
remote_open(struct arena *a, const char *destination, size_t jobs)
{
	struct remote *f = arena_new_of(a, struct remote);
	str s = str_of(destination);
	size_t colon = str_find(s, ':');

	if (s.len == 0)
		die_usage(DIAG_PUBLISH_DEST, "", "");
	if (colon == 0 || (colon < s.len && str_starts(s, S("-"))) ||
	    is_foreign(s, colon))
		die_usage(DIAG_PUBLISH_WHERE, destination, "");
	f->arena = a;
	f->jobs = jobs;
	if (colon < s.len && colon < str_find(s, '/')) {
		f->ops = &remote_ssh;
		f->host = str_upto(s, colon);
		f->folder = folder_of(str_from(s, colon + 1));
	} else {
		f->ops = &remote_folder;
		f->folder = file_bare(s);
	}
	in_use = f;
	die_last(close_at_death);
	return f;
}

const char *
remote_local_folder(struct remote *f)
{
	return f->host.len == 0 ? str_c(f->arena, f->folder) : NULL;
}

str
remote_name(struct remote *f, str path)
{
	str name = str_join3(f->arena, f->folder, S("/"), path);

	return f->host.len != 0 ? str_join3(f->arena, f->host, S(":"), name) :
	    name;
}

enum remote_state
remote_find(struct remote *f)
{
	enum remote_state place = f->ops->find(f);

	f->absent = place != REMOTE_THERE;
	return place;
}

bool
remote_lock(struct remote *f, str owner, str *holder)
{
	f->locked = f->ops->lock(f, owner, holder);
	f->absent = f->absent && !f->locked;
	return f->locked;
}

void
remote_close(struct remote *f)
{
	bool was = f->locked;

	f->locked = false;
	if (was)
		f->ops->unlock(f);
	f->ops->close(f);
	in_use = NULL;
}

void
remote_break_lock(struct remote *f)
{
	if (!f->absent)
		f->ops->unlock(f);
}

bool
remote_read(struct remote *f, str path, str *bytes)
{
	return !f->absent && f->ops->read(f, path, bytes);
}

void
remote_facts(struct remote *f, const str *paths, size_t num,
    struct file_facts *facts)
{
	size_t i;

	if (f->absent)
		for (i = 0; i < num; i++)
			facts[i] = (struct file_facts){ .kind = FILE_NONE };
	else if (num != 0)
		f->ops->facts(f, paths, num, facts);
}

void
remote_compare(struct remote *f, const struct remote_file *files, size_t num,
    bool *same)
{
	if (num != 0)
		f->ops->compare(f, files, num, same);
}

void
remote_put(struct remote *f, const struct remote_file *files, size_t num,
    enum remote_mode how)
{
	if (num != 0)
		f->ops->put(f, files, num, how);
}

void
remote_write(struct remote *f, str path, str bytes)
{
	f->ops->write(f, path, bytes);
}

void
remote_remove(struct remote *f, const str *paths, size_t num)
{
	if (num != 0)
		f->ops->remove(f, paths, num);
}

void
remote_fetch(struct remote *f, const str *paths, size_t num, str folder)
{
	if (num != 0)
		f->ops->fetch(f, paths, num, folder);
}
