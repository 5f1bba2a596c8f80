/* SPDX-License-Identifier: ISC */
#include "model/picture.h"

#include <errno.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/nearest.h"
#include "base/witness.h"
#include "image/probe.h"
#include "model/dom.h"

/* How much of a file is read for its size alone [byte]. */
enum { HEAD_LIMIT = 16 << 10 };

enum diag
picture_check(str bytes)
{
	static const enum diag ids[] = { DIAG_COUNT, DIAG_PICTURE_TYPE,
	    DIAG_PICTURE_BROKEN, DIAG_PICTURE_SIZE };
	unsigned width, height;

	return bytes.len > PICTURE_LIMIT ? DIAG_PICTURE_SIZE :
	    ids[image_probe(bytes, &width, &height)];
}

/* --- Pictures of a document */

str
picture_name(const struct doc *doc, str src)
{
	if (str_starts(src, S("./")))
		src = str_from(src, 2);
	if (!str_starts(src, doc->stem) || src.len <= doc->stem.len + 1 ||
	    src.p[doc->stem.len] != '/')
		return S("");
	src = str_from(src, doc->stem.len + 1);
	return str_find(src, '/') == src.len ? src : S("");
}

/* The index of a file name in doc->pictures; their number if it is missing. */
static size_t
find_file(const struct doc *doc, str name)
{
	size_t i;

	for (i = 0; i < doc->pictures->num; i++)
		if (str_eq(doc->pictures->items[i], name))
			break;
	return i;
}

static str
nearest_file(struct doc *doc, str name)
{
	struct nearest near = nearest_to(name);
	size_t i;

	if (doc->searches++ >= DOC_SEARCH_LIMIT)
		return nearest_best(&near);
	for (i = 0; i < doc->pictures->num; i++)
		nearest_offer(&near, doc->pictures->items[i]);
	return near.best.len != 0 ? str_join3(doc->arena, doc->stem, S("/"),
	    near.best) : nearest_best(&near);
}

/* Reads the size from the beginning of the file; photographs with much metadata
 * need all of it. picture_check() checks the rest of the file. */
static void
read_size(struct doc *doc, struct item *i, str name)
{
	str folder = str_upto(doc->path, doc->path.len - S(".md").len);
	str bytes, path = str_join3(doc->arena, folder, S("/"), name);

	i->picture.is_there = witness_read(doc->arena, path.p, HEAD_LIMIT,
	    &bytes);
	if (!i->picture.is_there) {
		doc_diag(doc, DIAG_FILE_READ, i->pos,
		    str_of(fault_text(errno)));
		return;
	}
	image_probe(bytes, &i->picture.width, &i->picture.height);
	if (i->picture.width == 0 && bytes.len > HEAD_LIMIT &&
	    witness_read(doc->arena, path.p, PICTURE_LIMIT, &bytes))
		image_probe(bytes, &i->picture.width, &i->picture.height);
}

/* A picture in a format that a record cannot contain. */
static bool
is_other_format(str name)
{
	static const char *const suffixes[] = { ".gif", ".webp", ".bmp", ".svg",
		".tif", ".tiff", ".heic", ".avif" };
	size_t i;

	for (i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		if (str_ends(name, str_of(suffixes[i])))
			return true;
	return false;
}

static void
resolve(struct doc *doc, struct item *i)
{
	str name = picture_name(doc, i->picture.src);
	size_t at;

	if (doc->ident == NULL && doc->names != NULL) {
		doc_diag(doc, DIAG_PICTURE_INDEX, i->pos, i->picture.src);
		return;
	}
	if (str_find(i->picture.src, '\\') != i->picture.src.len) {
		doc_diag(doc, DIAG_ADDRESS_BACKSLASH, i->pos, i->picture.src);
		return;
	}
	if (name.len == 0) {
		doc_diag(doc, DIAG_PICTURE_PLACE, i->pos, i->picture.src,
		    doc->stem);
		return;
	}
	at = find_file(doc, name);
	if (at == doc->pictures->num && is_other_format(name)) {
		doc_diag(doc, DIAG_PICTURE_TYPE, i->pos, i->picture.src);
		return;
	}
	if (at == doc->pictures->num) {
		doc_diag(doc, DIAG_PICTURE_MISSING, i->pos, i->picture.src,
		    nearest_file(doc, name));
		return;
	}
	doc->pictures_used[at] = true;
	read_size(doc, i, name);
}

void
picture_resolve(struct doc *doc)
{
	node *n;

	doc->pictures_used = arena_array(doc->arena, bool, doc->pictures->num);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (dom_kind(n) == KIND_FIGURE || dom_kind(n) == KIND_PICTURE)
			resolve(doc, dom_item(n));
}
