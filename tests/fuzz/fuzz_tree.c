/* SPDX-License-Identifier: ISC
 *
 * fuzz_tree: any names as a content folder. Each line of the input is a
 * path: “a/b” a file, “a/b/” a folder, “a/b@” a symbolic link. They are made
 * in a folder of their own, and the tree is found there.
 */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/file.h"
#include "base/folder.h"
#include "model/dom.h"
#include "source/source.h"
#include "source/content_tree.h"

int	LLVMFuzzerInitialize(int *, char ***);
int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

enum { LINES_LIMIT = 40 };

static char root[] = "/tmp/matbu-fuzz-XXXXXX";

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static void
remove_root(void)
{
	nftw(root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	if (mkdtemp(root) == NULL)
		abort();
	atexit(remove_root);
	dom_start();
	return 0;
}

/* Whether the path stays below the root. */
static bool
is_inside(str path)
{
	str part;

	if (path.len == 0 || path.p[0] == '/' ||
	    str_find(path, '\0') != path.len)
		return false;
	while (str_cut(&path, '/', &part))
		if (str_eq(part, S("..")) || str_eq(part, S(".")))
			return false;
	return true;
}

static void
make(struct arena *a, str path)
{
	bool link = str_ends(path, S("@"));
	const char *name;

	if (!is_inside(path))
		return;
	if (link)
		path.len--;
	name = str_c(a, str_join3(a, str_of(root), S("/"), path));
	folder_make_all(name);
	if (link)
		(void)!symlink("index.md", name);
	else if (!str_ends(path, S("/")))
		file_create(name, S("# Ad\n"));
}

/* Reads each document as a run would. */
static void
read_all(struct arena *a, const struct content_tree *t, struct diags *ds)
{
	static const struct strings none;
	size_t i;

	for (i = 0; i < t->num_editions; i++) {
		struct doc doc = { .arena = a, .diags = ds,
		    .ident = &t->editions[i].ident, .pictures = &none,
		    .path = str_join3(a, t->root, S("/"), str_join(a,
		    t->editions[i].ident.edition, S(".md"))) };

		source_read(&doc, FRONT_MATTER_DOCUMENT);
		dom_close(&doc);
	}
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	str line, rest = { (const char *)data, size };
	struct arena *a = arena_new();
	struct diags *ds = diags_new();
	struct content_tree tree;
	int i;

	mkdir(root, 0777);
	for (i = 0; i < LINES_LIMIT && str_line(&rest, &line); i++)
		make(a, line);
	content_tree_find(&tree, a, root, ds);
	read_all(a, &tree, ds);
	remove_root();
	diags_free(ds);
	arena_free(a);
	return 0;
}
