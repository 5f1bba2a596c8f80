/* SPDX-License-Identifier: ISC */
#include "build/single_doc.h"

#include <errno.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/witness.h"

bool
single_doc_is(const char *path)
{
	return str_ends(str_of(path), S(".md")) &&
	    file_kind(path) == FILE_PLAIN;
}

static struct strings *
list_pictures(struct arena *a, char *folder)
{
	struct strings *pictures = arena_new_of(a, struct strings);
	struct folder_list list;
	size_t i;

	if (!folder_list(a, folder, &list)) {
		if (errno != ENOENT)
			witness_fail(folder, errno);
		return pictures;
	}
	for (i = 0; i < list.num; i++)
		strings_add(pictures, a, list.entries[i].name);
	return pictures;
}

struct doc
single_doc_open(struct arena *a, const char *path)
{
	struct doc doc = { .arena = a, .path = str_of(path),
	    .dialect = DOC_DIALECT };

	doc.stem = path_last(doc.path);
	doc.stem.len -= S(".md").len;
	doc.pictures = list_pictures(a, str_c(a, str_upto(doc.path,
	    doc.path.len - S(".md").len)));
	return doc;
}
