/* SPDX-License-Identifier: ISC */
#include "edition/clean.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/phrase.h"
#include "build/collect.h"
#include "build/options.h"
#include "build/workspace.h"
#include "image/metadata.h"
#include "image/probe.h"
#include "model/picture.h"

/* --- One file */

/* Whether the clean file is the same picture, without metadata. */
static bool
is_same_picture(str bytes, str clean)
{
	unsigned width, height, clean_width, clean_height;
	enum image_fault fault = image_probe(bytes, &width, &height);

	return image_probe(clean, &clean_width, &clean_height) == fault &&
	    clean_width == width && clean_height == height &&
	    image_metadata_find(clean) == 0;
}

static void
write_file(struct input *in, str path, str clean, unsigned found)
{
	if (!durable_write(in->arena, path, clean))
		die_errno(DIAG_WRITE, str_c(in->arena, path));
	if (!in->options->quiet)
		phrase_print(PHRASE_CLEANED, path, picture_metadata(in->arena,
		    found));
}

/* A broken picture is left as it is: the check reports it. */
static void
clean_file(struct input *in, str path)
{
	struct arena *a = arena_new();
	struct sink clean = { 0 };
	unsigned found;
	str bytes;

	if (!file_read(a, str_c(a, path), PICTURE_LIMIT, &bytes))
		diag(in->diags, DIAG_FILE_READ, POS_NONE, path,
		    str_of(fault_text(errno)));
	else if ((found = image_metadata_find(bytes)) != 0 &&
	    bytes.len <= PICTURE_LIMIT &&
	    image_metadata_clean(bytes, &clean) &&
	    is_same_picture(bytes, sink_str(&clean)))
		write_file(in, path, sink_str(&clean), found);
	sink_free(&clean);
	arena_free(a);
}

/* --- Which files */

static bool
is_picture(str name)
{
	return str_ends(name, S(".png")) || str_ends(name, S(".jpg")) ||
	    str_ends(name, S(".jpeg"));
}

/* The pictures in a folder; where the name is not empty, that one alone. */
static void
clean_folder(struct input *in, str folder, const struct strings *files,
    str name)
{
	size_t i;

	for (i = 0; i < files->num; i++)
		if (is_picture(files->items[i]) && (name.len == 0 ||
		    str_eq(files->items[i], name)))
			clean_file(in, str_join(in->arena, folder, S("/"),
			    files->items[i]));
}

/* A released picture is reported only where the user has named its edition. */
static void
clean_edition(struct input *in, const struct edition *e, str path, str name)
{
	if (register_release(&in->reg, e->ident.edition) == NULL)
		clean_folder(in, str_join(in->arena, in->tree.root, S("/"),
		    e->ident.edition), &e->pictures, name);
	else if (str_eq(path, e->ident.edition))
		diag(in->diags, DIAG_CLEAN_RELEASED, POS_NONE,
		    path_file(in->arena, in->tree.root, e->ident.edition,
		    S(".md")), e->ident.edition, e->ident.work);
}

/* Takes the name of a picture from the path. */
static str
take_name(str *path)
{
	size_t slash = str_rfind(*path, '/');
	str name = slash != path->len ? str_from(*path, slash + 1) : *path;

	if (!is_picture(name))
		return S("");
	*path = str_upto(*path, slash != path->len ? slash : 0);
	return name;
}

static bool
has_picture(const struct input *in, str path, str name)
{
	const struct strings *files = &in->tree.pictures;
	size_t i;

	for (i = 0; path.len != 0 && i < in->tree.num_editions; i++)
		if (str_eq(in->tree.editions[i].ident.edition, path))
			files = &in->tree.editions[i].pictures;
	for (i = 0; i < files->num; i++)
		if (str_eq(files->items[i], name))
			return true;
	return false;
}

static void
clean_path(struct input *in, const char *argument)
{
	str path = limit_path(in->arena, argument, in->tree.root);
	str name = take_name(&path);
	struct limit limit = { .arena = in->arena, .root = in->tree.root,
	    .paths = { &path, path.len != 0 } };
	size_t i;

	if (map_find(&in->collection.names, path) == NULL ||
	    (name.len != 0 && !has_picture(in, path, name)))
		limit_unknown(in->arena, argument, in->tree.root,
		    &in->collection);
	if (path.len == 0)
		clean_folder(in, in->tree.root, &in->tree.pictures, name);
	for (i = 0; i < in->tree.num_editions; i++)
		if ((name.len == 0 || path.len != 0) && limit_has_edition(
		    &limit, &in->tree.editions[i].ident))
			clean_edition(in, &in->tree.editions[i], path, name);
}

/* --- The command */

static bool
is_register(const void *context, str path, enum diag id)
{
	const struct input *in = context;

	(void)id;
	return str_eq(path, in->reg.path);
}

int
clean_pictures(const struct options *o)
{
	struct options all = *o;
	struct workspace ws;
	size_t i;

	if (folder_is_there(o->content) && !durable_lock(o->content))
		die_system(DIAG_REGISTER_LOCKED, o->content, "");
	all.num_paths = 0;
	workspace_open(&ws, &all);
	collect(&ws.in);
	diags_keep(ws.in.diags, is_register, &ws.in);
	if (ws.in.reg.valid || !ws.in.reg.exists) {
		for (i = 0; i < o->num_paths; i++)
			clean_path(&ws.in, o->paths[i]);
		if (o->num_paths == 0)
			clean_path(&ws.in, o->content);
	}
	return workspace_close(&ws);
}

void
clean_take_folders(struct options *o)
{
	size_t i;
	str path;

	for (i = 0; i < o->num_paths; i++) {
		path = str_of(o->paths[i]);
		if (take_name(&path).len != 0)
			o->paths[i][path.len] = '\0';
	}
}
