/* SPDX-License-Identifier: ISC
 *
 * record_stream: the streams in a record, as matbu writes them: a dictionary
 * of one line without spaces, then the bytes. Every function takes any bytes.
 */
#ifndef REGISTER_RECORD_STREAM_H
#define REGISTER_RECORD_STREAM_H

#include "base/str.h"

/* Both parts borrow the file. */
struct record_stream {
	str	dict;			/* from the type that was sought on */
	str	packed;			/* as they stand in the file */
};

/* Finds the next stream whose dictionary has the type, “/Type/EmbeddedFile”,
 * and removes the file up to its end from *rest. Returns false where there is
 * none, or where it is broken. */
bool	record_stream_next(str *rest, str type, struct record_stream *);
/* Reads the number after the key in the dictionary: “/Size 12”. Returns false
 * where there is none. Stops at a little above 2^27. */
bool	record_stream_number(str dict, str key, size_t *number);
/* Returns whether the bytes are compressed by Flate. */
bool	record_stream_is_packed(const struct record_stream *);

#endif
