/* SPDX-License-Identifier: ISC
 *
 * parts: a Word file (Office Open XML) as the parts of its package. The file
 * may be any bytes; parts_open() refuses what no document needs: macros, names
 * and targets outside the package, parts loaded from elsewhere. Nothing of it
 * is written or executed.
 */
#ifndef IMPORT_PARTS_H
#define IMPORT_PARTS_H

#include "base/diags.h"
#include "import/element.h"

struct parts;
struct sink;

/* The largest file [byte], the most bytes of its XML, of one picture and of all
 * that is read of pictures, each twice. A source has at most 4 MiB of text. */
enum { PARTS_FILE = 32 << 20, PARTS_XML = 48 << 20, PARTS_PICTURE = 16 << 20,
	PARTS_PICTURES = 128 << 20 };

/* Borrows the bytes. Reports a fault at the path and returns NULL. All is in
 * arena; parts_close() it. */
struct parts	*parts_open(struct arena *, str bytes, struct diags *,
		    str path);
void		 parts_close(struct parts *);
/* The name of the part that a relationship of the type (“styles”, “header”)
 * leads to: the first one, or that with the id where one is given. Empty where
 * there is none. from is a part's name; empty: the package. */
str		 parts_target(struct parts *, str from, const char *type,
		    str id);
/* The address outside to which a link leads; empty where it is none. */
str		 parts_address(struct parts *, str from, str id);
/* The tree of an XML part; NULL where there is no such part, or, reported,
 * where it is faulty. */
struct element	*parts_tree(struct parts *, str name);
/* Reads an XML part in pieces, once more. False, reported, where it is faulty
 * or missing. */
bool		 parts_read(struct parts *, str name,
		    bool (*take)(void *, str piece), void *context);
/* Appends the bytes of a picture; nothing where there is none, or, reported,
 * where it is faulty or too large. */
void		 parts_picture(struct parts *, str name, struct sink *);
/* Whether nothing was reported so far. */
bool		 parts_are_fine(const struct parts *);

#endif
