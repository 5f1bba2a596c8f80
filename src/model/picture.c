/* SPDX-License-Identifier: ISC */
#include "model/picture.h"

#include <errno.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/nearest.h"
#include "base/phrase.h"
#include "base/witness.h"
#include "image/probe.h"
#include "model/dom.h"

/* How much of a file is read for its size alone [byte]. */
enum { HEAD_LIMIT = 16 << 10 };

/* The only table from faults to messages. */
static const struct {
	enum diag	diag;
	bool		shows;		/* a browser shows it all the same */
} faults[] = {
	[IMAGE_FINE] = { DIAG_COUNT, true },
	[IMAGE_READ] = { DIAG_FILE_READ, false },
	[IMAGE_TYPE] = { DIAG_PICTURE_TYPE, false },
	[IMAGE_LFS] = { DIAG_FILE_LFS, false },
	[IMAGE_AWAY] = { DIAG_FILE_AWAY, false },
	[IMAGE_BROKEN] = { DIAG_PICTURE_BROKEN, false },
	[IMAGE_SIZE] = { DIAG_PICTURE_SIZE, false },
	[IMAGE_CMYK] = { DIAG_PICTURE_CMYK, true },
	[IMAGE_TURNED] = { DIAG_PICTURE_TURNED, true },
	[IMAGE_KIND] = { DIAG_PICTURE_KIND, true },
};

enum diag
picture_diag(enum image_fault fault)
{
	return faults[fault].diag;
}

enum diag
picture_check(str bytes)
{
	unsigned width, height;
	enum image_fault fault = image_probe(bytes, &width, &height);

	return faults[fault].shows ? DIAG_COUNT : picture_diag(fault);
}

str
picture_metadata(struct arena *a, unsigned found)
{
	static const struct { unsigned bit; enum phrase name; } names[] = {
		{ IMAGE_LOCATION, PHRASE_PICTURE_LOCATION },
		{ IMAGE_AUTHOR, PHRASE_PICTURE_AUTHOR },
		{ IMAGE_COMMENT, PHRASE_PICTURE_COMMENT },
		{ IMAGE_THUMBNAIL, PHRASE_PICTURE_THUMBNAIL },
		{ IMAGE_OTHER, PHRASE_PICTURE_OTHER },
		{ IMAGE_BEHIND, PHRASE_PICTURE_BEHIND } };
	str list = S("");
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if ((found & names[i].bit) != 0)
			list = str_join(a, list, list.len != 0 ? S(", ") :
			    S(""), phrase_text(names[i].name));
	return list;
}

/* --- Pictures of a document */

/* Returns the file name of a picture in the folder of the document, else an
 * empty one. */
static str
name_of(const struct doc *doc, str src)
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
	near.best = nearest_best(&near);
	return near.best.len != 0 ? str_join3(doc->arena, doc->stem, S("/"),
	    near.best) : S("");
}

/* Reads the size from the beginning of the file; photographs with much metadata
 * need all of it. The check of images reads the rest of the file. */
static bool
read_size(const char *path, struct item *i)
{
	struct arena *a = arena_new();
	bool done;
	str bytes;

	done = witness_read(a, path, HEAD_LIMIT, &bytes);
	if (done)
		image_probe(bytes, &i->picture.width, &i->picture.height);
	if (done && i->picture.width == 0 && bytes.len > HEAD_LIMIT &&
	    witness_read(a, path, PICTURE_LIMIT, &bytes))
		image_probe(bytes, &i->picture.width, &i->picture.height);
	arena_free(a);
	return done;
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
	str name = name_of(doc, i->picture.src);
	str folder = str_upto(doc->path, doc->path.len - S(".md").len);
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
	i->picture.is_there = read_size(str_c(doc->arena, str_join3(doc->arena,
	    folder, S("/"), name)), i);
	if (!i->picture.is_there)
		doc_diag(doc, DIAG_FILE_READ, i->pos,
		    str_of(fault_text(errno)));
}

double
picture_wanted(const struct item *i, double room, double inch)
{
	return i->picture.in_percent ? i->picture.wanted * room / 100 :
	    i->picture.wanted * inch / 25.4;
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
