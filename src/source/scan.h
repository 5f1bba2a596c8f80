/* SPDX-License-Identifier: ISC
 *
 * scan: reads a YAML text that is a map, step by step. The only file that uses
 * libyaml (the YAML library that every distribution maintains). There is one
 * current event, the start of a key or of a value; reading it makes the next
 * one current. Reports what is not YAML in words for people who do not know
 * YAML; after such a fault the scan has failed, and every step returns false.
 * Part of front_matter.
 */
#ifndef SOURCE_SCAN_H
#define SOURCE_SCAN_H

#include "model/doc.h"

struct scan;

/* Begins with the text (borrowed), which follows the first lines of the
 * source. The scan is in the document's arena, but needs scan_close(). */
struct scan	*scan_open(struct doc *, str yaml, unsigned lines);
void		 scan_close(struct scan *);

/* Goes to the first key. False if the text is empty, or is no map: reports the
 * latter. */
bool		 scan_map(struct scan *);
/* Enters a value that is a map; false if it is none. */
bool		 scan_enter(struct scan *);
/* The same of a value that is a list. */
bool		 scan_enter_list(struct scan *);
/* Whether the current map or list has more members. */
bool		 scan_more(const struct scan *);
/* Whether the text's map has another key: it is current, its name in arena.
 * Reports a key that is no text and skips it with its value. At the end of the
 * map, reports text after it. */
bool		 scan_key(struct scan *, str *name);

/* The position in the source of the current event. */
struct pos	 scan_pos(const struct scan *);
/* The same; of a text in quotation marks, the position after the mark. */
struct pos	 scan_text_pos(const struct scan *);
/* Goes to the next event: into a value, from a key to its value, out of a map.
 * False after a fault. */
bool		 scan_next(struct scan *);
/* Whether the current value is not written, as after “key:”. */
bool		 scan_is_empty(const struct scan *);
/* Skips one value of any depth. */
void		 scan_skip(struct scan *);
/* Reports a fault of the current event, if the scan has not failed. */
void		 scan_fault(struct scan *, enum diag, str);

/* Reads one line of text, in arena. False if the value is something else, is
 * empty or has several lines: reports it as the value of name. */
bool		 scan_text(struct scan *, str name, str *text);
/* The same, and where the text begins. */
bool		 scan_sourced(struct scan *, str name, struct sourced *);
/* Reads “a, b” or [a, b] and appends its entries to the list, in arena.
 * Reports any other value as that of name. */
void		 scan_list(struct scan *, str name, struct strings *list);

/* Reads yes or no, in any language; leaves *answer where it is neither, and
 * reports that as the value of name. */
void		 scan_answer(struct scan *, str name, enum answer *answer);

/* Returns the version of libyaml: records depend on it. Static. */
const char	*scan_library(void);

#endif
