/* SPDX-License-Identifier: ISC
 *
 * stream: the streams in a record, as our press writes them: a dictionary of
 * one line without spaces, then the bytes. Any bytes may be asked.
 */
#ifndef REGISTER_STREAM_H
#define REGISTER_STREAM_H

#include "base/str.h"

struct stream {
	str	dict;			/* from the type that was sought on */
	str	packed;			/* as they stand in the file */
};

/* Takes the file up to the end of the next stream that names the type off
 * *rest: “/Type/EmbeddedFile”. False where there is none, or it is broken. */
bool	stream_next(str *rest, str type, struct stream *);
/* The number behind the key in the dictionary: “/Size 12”; false where there
 * is none. It is stopped at a little above 2^27. */
bool	stream_number(str dict, str key, size_t *number);
bool	stream_is_packed(const struct stream *);

#endif
