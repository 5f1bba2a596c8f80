/* SPDX-License-Identifier: ISC */
#include "model/linked_file.h"

#include <errno.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/nearest.h"
#include "base/pointer.h"
#include "base/witness.h"
#include "model/picture.h"
#include "model/site_path.h"

/* The file's name, or an empty one. */
static str
name_of(const struct doc *doc, str path)
{
	str folder = str_join3(doc->arena, doc->folder, S("/"), doc->stem);
	str name;

	if (!str_starts(path, folder) || path.len <= folder.len ||
	    path.p[folder.len] != '/')
		return S("");
	name = str_from(path, folder.len + 1);
	return site_path_is_linked_file(name) ? name : S("");
}

static str
nearest_name(const struct doc *doc, str name)
{
	struct nearest near = nearest_to(name);
	size_t i;

	for (i = 0; i < doc->pictures->num; i++)
		if (site_path_is_linked_file(doc->pictures->items[i]))
			nearest_offer(&near, doc->pictures->items[i]);
	return nearest_best(&near);
}

static bool
read_size(const struct doc *doc, str name, struct pos pos, unsigned *size)
{
	struct arena *a = arena_new();
	str stem = str_upto(doc->path, doc->path.len - S(".md").len), bytes;
	bool done = witness_read(a, str_c(a, str_join3(a, stem, S("/"), name)),
	    PICTURE_LIMIT, &bytes);

	*size = done ? (unsigned)bytes.len : 0;
	if (done && pointer_diag(bytes) != DIAG_COUNT)
		doc_diag(doc, pointer_diag(bytes), pos, name);
	arena_free(a);
	return done;
}

bool
linked_file_resolve(struct doc *doc, struct item *link)
{
	str name = name_of(doc, link->link.path);
	size_t i;

	if (name.len == 0)
		return false;
	for (i = 0; i < doc->pictures->num; i++)
		if (str_eq(doc->pictures->items[i], name))
			break;
	if (i == doc->pictures->num) {
		doc_diag(doc, DIAG_FILE_MISSING, link->pos, link->link.href,
		    nearest_name(doc, name));
		return true;
	}
	doc->pictures_used[i] = true;
	if (read_size(doc, name, link->pos, &link->link.size))
		link->link.target = TARGET_FILE;
	else
		doc_diag(doc, DIAG_FILE_READ, link->pos,
		    str_of(fault_text(errno)));
	return true;
}

str
linked_file_facts(struct arena *a, const struct item *link)
{
	str suffix = str_from(link->link.path, str_rfind(link->link.path,
	    '.') + 1);
	char *upper = str_c(a, suffix);
	size_t i;

	for (i = 0; i < suffix.len; i++)
		upper[i] = (char)(upper[i] - ('a' - 'A'));
	return str_join(a, str_join3(a, (str){ upper, suffix.len }, S(", "),
	    str_uint(a, (link->link.size + 1023) / 1024)), S("\u00A0KB"));
}
