/* SPDX-License-Identifier: ISC
 *
 * pdf_meta: the metadata of a file, and the Info dictionary that is made from
 * them. pdf_xmp makes the XMP metadata from the same struct.
 */
#ifndef PDF_META_H
#define PDF_META_H

#include "base/date.h"
#include "pdf/pdf.h"

/* A file that the document hands out; borrowed until the end. */
struct pdf_meta_file {
	str		 name;
	str		 bytes;
};

struct pdf_meta {
	str		 title;
	str		 author;		/* the unit, or empty */
	str		 publisher;		/* the institution, or empty */
	str		 identity;		/* frm/bim/…_20190115_1 */
	str		 summary;		/* may be empty */
	const str	*keywords;
	size_t		 num_keywords;
	str		 lang;			/* BCP 47 */
	struct date	 date;			/* of the identity */
	/* The Markdown that is attached; borrowed until the end. */
	str		 source_name;		/* “imapsmtp_20190115_1.md” */
	str		 source;
	const struct pdf_meta_file *files;	/* attached too, by name */
	size_t		 num_files;
};

#define PDF_META_PRODUCER	"matbu"

/* All keywords, with “, ” between them. */
str	 pdf_meta_keywords(struct arena *, const struct pdf_meta *);
/* Writes the Info dictionary (ISO 32000-1, 14.3.3); returns its object. */
unsigned pdf_meta_write_info(struct pdf *, const struct pdf_meta *);

#endif
