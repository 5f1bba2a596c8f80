/* SPDX-License-Identifier: ISC */
#include "publish/audit_folder.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/diags.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/root.h"
#include "base/sink.h"
#include "base/tree.h"

struct put_file {
	str		path;
	struct digest	digest;
};

struct audit_folder {
	struct arena	*arena;
	char		*path;		/* where it will be */
	char		*parent;
	char		*temp;		/* “.NAME.matbu” in the parent */
	struct put_file	*files;
	size_t		 num;
	size_t		 room;
};

/* What die_system() must remove. */
static const char *begun;

static void
remove_begun(void)
{
	const char *temp = begun;

	begun = NULL;
	if (temp != NULL)
		tree_remove(temp);
}

static str
parent_of(str path)
{
	str parent = path_folder(path);

	return parent.len != 0 ? parent : str_starts(path, S("/")) ? S("/") :
	    S(".");
}

bool
audit_folder_is_free(const char *path, struct diags *ds)
{
	struct arena *a = arena_new();
	str bare = file_bare(str_of(path));
	char *name = str_c(a, bare);
	enum file_kind kind = file_kind(name);
	struct folder_list list = { 0 };

	if (!folder_is_there(str_c(a, parent_of(bare))))
		die_usage(DIAG_PUBLISH_PARENT, path, "");
	if (kind == FILE_FOLDER && !folder_list(a, name, &list))
		die_errno(DIAG_READ, path);
	if (kind == FILE_FOLDER && list.num != 0)
		diag(ds, DIAG_FILL_FOLDER, POS_NONE, str_of(path));
	else if (kind != FILE_FOLDER && kind != FILE_NONE)
		diag(ds, DIAG_EXTRACT_EXISTS, POS_NONE, str_of(path));
	arena_free(a);
	return kind == FILE_NONE || (kind == FILE_FOLDER && list.num == 0);
}

/* Takes away what a killed run left. A run that goes on has locked its
 * folder. */
static void
clear(struct audit_folder *f)
{
	enum file_kind kind = file_kind(f->temp);

	if (kind == FILE_NONE)
		return;
	if (kind == FILE_FOLDER && !durable_lock(f->temp))
		die_system(DIAG_AUDIT_BUSY, f->path, "");
	if (!tree_remove(f->temp))
		die_errno(DIAG_WRITE, f->temp);
}

struct audit_folder *
audit_folder_open(struct arena *a, const char *path)
{
	struct audit_folder *f = arena_new_of(a, struct audit_folder);
	str bare = file_bare(str_of(path)), parent = parent_of(bare);

	f->arena = a;
	f->path = str_c(a, bare);
	f->parent = str_c(a, parent);
	f->temp = path_name(a, parent, str_join(a, S("."), path_last(bare),
	    S(".matbu")));
	clear(f);
	if (!folder_make_as(f->temp, NULL))
		die_errno(DIAG_WRITE, f->temp);
	if (!durable_lock(f->temp))
		die_system(DIAG_AUDIT_BUSY, f->path, "");
	root_add(f->temp);
	begun = f->temp;
	die_last(remove_begun);
	return f;
}

static void
write_file(struct audit_folder *f, str path, str bytes)
{
	char *name = path_name(f->arena, str_of(f->temp), path);

	if (!folder_make_all(name) || !file_create(name, bytes))
		die_errno(DIAG_WRITE, name);
}

static void
note(struct audit_folder *f, str path, str bytes)
{
	struct put_file *old = f->files;

	if (f->num == f->room) {
		f->room = f->room != 0 ? 2 * f->room : 64;
		f->files = arena_array(f->arena, struct put_file, f->room);
		if (f->num != 0)
			memcpy(f->files, old, f->num * sizeof(*old));
	}
	f->files[f->num++] = (struct put_file){ str_copy(f->arena, path),
	    digest_of(bytes) };
}

void
audit_folder_put(struct audit_folder *f, str path, str bytes)
{
	write_file(f, path, bytes);
	note(f, path, bytes);
}

static int
cmp_files(const void *a, const void *b)
{
	const struct put_file *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

/* As sha256sum prints them. */
static void
write_sums(struct audit_folder *f)
{
	struct sink k = { 0 };
	size_t i;

	if (f->num != 0)
		qsort(f->files, f->num, sizeof(*f->files), cmp_files);
	for (i = 0; i < f->num; i++) {
		sink_put(&k, digest_hex(f->arena, f->files[i].digest));
		sink_puts(&k, "  ");
		sink_put(&k, f->files[i].path);
		sink_char(&k, '\n');
	}
	write_file(f, S(AUDIT_FOLDER_SUMS), sink_str(&k));
	sink_free(&k);
}

size_t
audit_folder_finish(struct audit_folder *f)
{
	write_sums(f);
	durable_sync(f->temp);
	/* This replaces an empty folder, and nothing else. */
	if (!file_rename(f->temp, f->path))
		die_errno(DIAG_WRITE, f->path);
	begun = NULL;
	durable_sync(f->parent);
	return f->num + 1;
}

void
audit_folder_drop(struct audit_folder *f)
{
	(void)f;
	remove_begun();
}
