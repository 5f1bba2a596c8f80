/* SPDX-License-Identifier: ISC
 *
 * foreign_pdf: the objects of a PDF that anybody may have written, as the
 * program qpdf reads them: within limits of time and memory, and with nothing
 * repaired, because another reader may repair it in another way.
 */
#ifndef REGISTER_FOREIGN_PDF_H
#define REGISTER_FOREIGN_PDF_H

#include "base/json.h"
#include "base/map.h"

/* Names of objects are “12 0 R”. */
struct foreign_pdf {
	struct map	 objects;	/* name -> value: struct json */
	struct map	 places;	/* name -> value: str, where it is in
					 * the file */
	const struct json *list;	/* the objects (“obj:12 0 R”), and the
					 * trailer, one after the other */
	const struct json *trailer;	/* its dictionary */
	str		*names;		/* of all that have a place */
	size_t		 num;
};

/* Whether qpdf is installed. */
bool	foreign_pdf_is_possible(void);
/* Reads any bytes, in the arena. False where qpdf has any complaint, or
 * reaches a limit. */
bool	foreign_pdf_read(struct foreign_pdf *, struct arena *, str bytes);
/* The same for a file of which nothing need be proved: it may have faults that
 * qpdf repairs. The objects have no places. Sets *password to whether a password
 * is missing. */
bool	foreign_pdf_read_any(struct foreign_pdf *, struct arena *, str bytes,
	    bool *password);
/* The same for what qpdf has printed (--json=2, the key qpdf). */
bool	foreign_pdf_take(struct foreign_pdf *, struct arena *, str output);
/* The object of the name: “value” with the value, or “stream” with “dict”;
 * NULL where there is none. */
const struct json *foreign_pdf_object(const struct foreign_pdf *, str name);
/* The value itself, or the one that a reference names: NULL for a stream. */
const struct json *foreign_pdf_value(const struct foreign_pdf *,
	    const struct json *);
/* Whether the value is a reference. */
bool	foreign_pdf_is_reference(const struct json *);
/* Where the object is, in the words of qpdf --show-xref; empty where nowhere. */
str	foreign_pdf_place(const struct foreign_pdf *, str name);
/* The bytes of the stream with the number, without its filters, in the arena.
 * False where qpdf has any complaint, or reaches a limit. */
bool	foreign_pdf_stream(struct arena *, str file, str number, str *bytes);
/* The same for such a file. */
bool	foreign_pdf_stream_of_any(struct arena *, str file, str number,
	    str *bytes);
/* Whether both files have the object at the same place. */
bool	foreign_pdf_same_place(const struct foreign_pdf *,
	    const struct foreign_pdf *, str name);

#endif
