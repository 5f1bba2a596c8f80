/* SPDX-License-Identifier: ISC
 *
 * element: one XML part of a Word file as a tree of the elements that matter
 * (elements.def). The part may be any bytes: all trees of one budget together
 * take a bounded amount of memory.
 */
#ifndef IMPORT_ELEMENT_H
#define IMPORT_ELEMENT_H

#include "base/str.h"
#include "office/xml.h"

struct arena;

enum element_name {
#define X(id, space, name) ELEMENT_##id,
#include "import/elements.def"
#undef X
	ELEMENT_SETTINGS_CHANGE,	/* w:…Change: empty */
	ELEMENT_ROOT
};

struct element_attr {
	str			 name;		/* without prefix */
	str			 value;
	struct element_attr	*next;
};

struct element {
	enum element_name	 name;
	unsigned		 number;	/* of a paragraph, from 1 */
	struct element		*first;
	struct element		*last;
	struct element		*next;
	struct element_attr	*attrs;
	str			 text;		/* of those that hold text */
};

/* What the trees of one file may still take [byte]. */
enum { ELEMENT_BUDGET = 24 << 20 };

struct element_reader;

/* The tree is in arena; *budget is lowered. element_close() it. */
struct element_reader	*element_open(struct arena *, size_t *budget);
/* Reads the next piece, for zip_read(). False where the XML is not
 * well-formed, or the budget is spent. */
bool		 element_take(void *reader, str piece);
/* Frees the reader; the root of the tree, or NULL where the XML is faulty. */
struct element	*element_close(struct element_reader *);

/* The first child of the name, or NULL; parent may be NULL. */
const struct element *element_child(const struct element *parent,
		    enum element_name);
/* The first element of the name at or below top, in document order; NULL where
 * there is none. */
const struct element *element_find(const struct element *top,
		    enum element_name);
/* The value of an attribute; empty where there is none, or no element. */
str		 element_attr(const struct element *, const char *name);
/* The attribute “val” of a child; empty where there is none. */
str		 element_value(const struct element *parent,
		    enum element_name child);
/* A number in an attribute, or the other one. */
long		 element_number(str value, long other);
/* Whether the child is there and not switched off: <w:b w:val="0"/>. */
bool		 element_is_on(const struct element *parent,
		    enum element_name child);
/* The text of an element and all below it, in arena; paragraphs, tabs and
 * breaks are blanks. */
str		 element_words(struct arena *, const struct element *);
/* What an element means in Word's own markup or another, also for readers that
 * make no tree: false for one that does not matter. */
bool		 element_know(const struct xml_element *, enum element_name *);

#endif
