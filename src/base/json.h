/* SPDX-License-Identifier: ISC
 *
 * json: reads JSON (RFC 8259) that another program printed, into a tree.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

struct arena;

enum json_kind { JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_OTHER };

/* A value; in an object it has a key. Keys and texts are the bytes between the
 * quotes: escapes are not decoded. */
struct json {
	enum json_kind	 kind;
	str		 key;
	str		 text;		/* of a string, number or literal */
	struct json	*first;		/* of an object or array, or NULL */
	struct json	*next;		/* in the same one, or NULL */
};

/* Reads any bytes, which are borrowed; the tree is in the arena. NULL where
 * they are not one value in UTF-8, or where it is deeper than 200. */
struct json	*json_read(struct arena *, str bytes);
/* Returns the member with the key; NULL where there is none, and where the
 * value is NULL or no object. */
const struct json *json_get(const struct json *, str key);
/* Returns whether the value is a string with the text; false for NULL. */
bool		 json_is(const struct json *, str text);
/* Returns what a key or text of a tree stands for, its escapes decoded, in the
 * arena; half a surrogate pair becomes U+FFFD. */
str		 json_decode(struct arena *, str);
/* Returns whether two values are equal, with their keys in the same order. NULL
 * equals only NULL. */
bool		 json_eq(const struct json *, const struct json *);

#endif
