/* SPDX-License-Identifier: ISC
 *
 * sink: bytes that grow. Functions that write are void: where memory runs out
 * the program ends (mem.h), so what was put is always complete. Invariant: p
 * is never NULL after something was put.
 */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include "base/str.h"

struct sink {
	char	*p;
	size_t	 len;			/* [byte] */
	size_t	 cap;			/* [byte] */
};

/* A zeroed struct is an empty sink. Frees the bytes; it is empty again. */
void	sink_free(struct sink *);
/* Empty, but keeps its memory. */
void	sink_reset(struct sink *);
/* What was put so far; borrowed until the next call. */
str	sink_str(const struct sink *);
/* What was put, copied to the arena; frees the sink. */
str	sink_take(struct sink *, struct arena *);

/* Room for len bytes after what was put; the caller fills it and adds what it
 * has used to the sink's len. Memory that is not filled costs nothing. */
char	*sink_room(struct sink *, size_t len);
/* Gives back the memory that is not filled. */
void	sink_fit(struct sink *);
void	sink_put(struct sink *, str);
/* The same for many bytes, whose memory is given back piece by piece: so they
 * are never there twice, and nobody may read them afterwards. They are of the
 * heap. */
void	sink_move(struct sink *, str);
void	sink_puts(struct sink *, const char *);
void	sink_char(struct sink *, char);
void	sink_rune(struct sink *, uint32_t);
void	sink_uint(struct sink *, uintmax_t);
void	sink_octal(struct sink *, unsigned);
/* At least width digits, with leading zeros. */
void	sink_uint_wide(struct sink *, uintmax_t, int width);
void	sink_indent(struct sink *, int depth, char c);

/* Text for XML and HTML: & < > and, for attributes, " are escaped. */
void	sink_xml(struct sink *, str);
void	sink_xml_attr(struct sink *, str);

#endif
