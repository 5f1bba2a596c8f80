/* SPDX-License-Identifier: ISC
 *
 * json: reads JSON (RFC 8259) that another program printed, into a tree.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

struct arena;

enum json_kind { JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_OTHER };

/* A value; of an object's, with its key. Texts are as they stand between the
 * quotes, with their escapes. */
struct json {
	enum json_kind	 kind;
	str		 key;
	str		 text;		/* of a string, number or literal */
	struct json	*first;		/* of an object or array, or NULL */
	struct json	*next;		/* in the same one, or NULL */
};

/* Reads any bytes, which are borrowed; the tree is in the arena. NULL where
 * they are not one value, or where it is deeper than 200. */
struct json	*json_read(struct arena *, str bytes);
/* The value of the key; NULL where there is none, also where the value is
 * NULL or no object. */
const struct json *json_get(const struct json *, str key);
/* Whether the value is a string with the text. NULL is none. */
bool		 json_is(const struct json *, str text);
/* Whether two values are the same, keys in the same order; NULL is only
 * NULL's. */
bool		 json_eq(const struct json *, const struct json *);

#endif
