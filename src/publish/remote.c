/* SPDX-License-Identifier: ISC */
#include "publish/remote.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/path.h"
#include "publish/remote_folder.h"
#include "publish/remote_ops.h"
#include "publish/remote_rclone.h"
#include "publish/remote_ssh.h"

#define STORE	"rclone:"

/* The open remote. Its lock is released however the program ends. */
static struct remote *in_use;

static void
close_at_exit(void)
{
	struct remote *r = in_use;

	in_use = NULL;
	if (r != NULL)
		remote_close(r);
}

/* A relative path on the remote host starts in “~” anyway. */
static str
folder_of(str path)
{
	if (str_starts(path, S("~/")))
		path = str_from(path, 2);
	else if (str_eq(path, S("~")))
		path = S("");
	return path.len != 0 ? file_bare(path) : S(".");
}

/* Recognises a URL (“https://…”, “ftp://…”) and a Windows path (“C:\\…”,
 * “C:/…”, “\\\\makine\\…”), neither of which is a destination. */
static bool
is_url_or_windows_path(str s, size_t colon)
{
	str rest = str_from(s, colon);

	return str_starts(rest, S("://")) || str_starts(s, S("\\\\")) ||
	    (colon == 1 && char_is_alnum(s.p[0]) && (str_starts(rest,
	    S(":\\")) || str_starts(rest, S(":/"))));
}

/* Whether .published and the messages can name the destination, and ssh and
 * rsync agree on what it means: they do not for “[::1]:path”. */
static bool
is_clear(str s, size_t colon)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return colon > str_find(s, '/') || str_find(str_upto(s, colon), '[') ==
	    colon;
}

/* Splits “rclone:web:www” into “rclone:web” and “www”; false where rclone
 * could take the name of the remote for anything else. */
static bool
split_store(str s, str *host, str *folder)
{
	str name = str_from(s, S(STORE).len);
	size_t i, start = str_starts(name, S(":")) ? 1 : 0;
	size_t colon = start + str_find(str_from(name, start), ':');

	for (i = start; i < colon; i++)
		if (!char_is_alnum(name.p[i]) && name.p[i] != '_' &&
		    (i == start || str_find(S("-.+@ "), name.p[i]) == 5))
			return false;
	*host = str_upto(s, S(STORE).len + colon);
	*folder = str_from(s, host->len + 1);
	return colon > start && colon < name.len;
}

static bool
is_store(str s)
{
	return str_starts(s, S(STORE));
}

bool
remote_is_destination(str s)
{
	size_t colon = str_find(s, ':');
	str host, folder;

	if (is_store(s))
		return is_clear(s, 0) && split_store(s, &host, &folder);
	return s.len != 0 && colon != 0 &&
	    !(colon < s.len && str_starts(s, S("-"))) &&
	    !is_url_or_windows_path(s, colon) && is_clear(s, colon);
}

/* As in rsync, a colon before the first slash separates host and path. A
 * machine of the name “rclone” is reached as “user@rclone:path”. */
struct remote *
remote_open(struct arena *a, const char *destination, size_t jobs)
{
	struct remote *r = arena_new_of(a, struct remote);
	str s = str_of(destination);
	size_t colon = str_find(s, ':');

	if (s.len == 0)
		die_usage(DIAG_PUBLISH_DEST, "", "");
	if (!remote_is_destination(s))
		die_usage(DIAG_PUBLISH_WHERE, destination, "");
	r->arena = a;
	r->jobs = jobs;
	if (is_store(s)) {
		r->ops = &remote_rclone;
		split_store(file_bare(s), &r->host, &r->folder);
	} else if (colon < s.len && colon < str_find(s, '/')) {
		r->ops = &remote_ssh;
		r->host = str_upto(s, colon);
		r->folder = folder_of(str_from(s, colon + 1));
	} else {
		r->ops = &remote_folder;
		r->folder = file_bare(s);
	}
	in_use = r;
	die_last(close_at_exit);
	return r;
}

const char *
remote_local_folder(struct remote *r)
{
	return r->host.len == 0 ? str_c(r->arena, r->folder) : NULL;
}

const char *
remote_written_folder(struct remote *r)
{
	return r->host.len == 0 || str_eq(r->host, S(STORE ":local")) ?
	    str_c(r->arena, r->folder) : NULL;
}

bool
remote_is_store(const struct remote *r)
{
	return r->ops == &remote_rclone;
}

str
remote_name(struct remote *r, str path)
{
	str name = r->folder.len != 0 ? path_join(r->arena, r->folder, path) :
	    path;

	return r->host.len != 0 ? str_join(r->arena, r->host, S(":"), name) :
	    name;
}

enum remote_state
remote_find(struct remote *r)
{
	enum remote_state state = r->ops->find(r);

	r->absent = state != REMOTE_THERE;
	return state;
}

bool
remote_lock(struct remote *r, str owner, str *holder)
{
	r->locked = r->ops->lock(r, owner, holder);
	r->absent = r->absent && !r->locked;
	return r->locked;
}

void
remote_close(struct remote *r)
{
	bool was_locked = r->locked;

	r->locked = false;
	if (was_locked)
		r->ops->unlock(r);
	r->ops->close(r);
	in_use = NULL;
}

void
remote_break_lock(struct remote *r)
{
	if (!r->absent)
		r->ops->unlock(r);
}

bool
remote_read(struct remote *r, str path, str *bytes)
{
	return !r->absent && r->ops->read(r, path, bytes);
}

void
remote_list(struct remote *r, str folder, struct strings *paths)
{
	if (!r->absent)
		r->ops->list(r, folder, paths);
}

void
remote_facts(struct remote *r, const str *paths, size_t num,
    struct file_facts *facts)
{
	size_t i;

	if (r->absent)
		for (i = 0; i < num; i++)
			facts[i] = (struct file_facts){ .kind = FILE_NONE };
	else if (num != 0)
		r->ops->facts(r, paths, num, facts);
}

const struct access *
remote_access(struct remote *r)
{
	return &r->access;
}

void
remote_look(struct remote *r, const struct remote_look *folders, size_t num,
    bool repair, struct sink *found)
{
	if (num != 0 && !r->absent)
		r->ops->look(r, folders, num, repair, found);
}

void
remote_compare(struct remote *r, const struct remote_file *files, size_t num,
    bool *same)
{
	if (num != 0)
		r->ops->compare(r, files, num, same);
}

void
remote_put(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode)
{
	if (num != 0)
		r->ops->put(r, files, num, mode);
}

void
remote_write(struct remote *r, str path, str bytes)
{
	r->ops->write(r, path, bytes);
}

void
remote_remove(struct remote *r, const str *paths, size_t num)
{
	if (num != 0)
		r->ops->remove(r, paths, num);
}

void
remote_fetch(struct remote *r, const str *paths, size_t num, str folder)
{
	if (num != 0)
		r->ops->fetch(r, paths, num, folder);
}
