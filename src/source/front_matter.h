/* SPDX-License-Identifier: ISC
 *
 * front_matter: reads the front matter at the start of a source: which keys
 * exist and which values each accepts. The second stage of source/.
 */
#ifndef SOURCE_FRONT_MATTER_H
#define SOURCE_FRONT_MATTER_H

#include "model/doc.h"

/* The kind of file that has the front matter: each kind has its own keys. */
enum front_matter_kind {
	FRONT_MATTER_DOCUMENT,
	FRONT_MATTER_FOLDER,		/* index.md */
	FRONT_MATTER_SITE		/* content/index.md */
};

/* Reads the front matter at the start of doc->text into doc->front_matter.
 * Returns the number of its lines, including its fences and empty lines above
 * them; 0 if there is none. All values are in the document's arena. The keys
 * are those of matbu and the rows that doc->header_rows declares; it is set to
 * what the front matter itself declares where that is the site's. Reports
 * faults. */
unsigned	front_matter_read(struct doc *, enum front_matter_kind);
/* Returns the key of what changed, in the language: “change”; the same of the
 * titles of units and of the language. */
str		front_matter_change(enum lang);
str		front_matter_units(enum lang);
str		front_matter_lang(enum lang);
/* Returns only that number of lines for a text. */
unsigned	front_matter_lines(str text);

#endif
