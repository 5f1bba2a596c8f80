/* SPDX-License-Identifier: ISC
 *
 * pdf_meta: what a file says of itself: XMP and the Info dictionary (equal
 * to each other), the identification as PDF/A-3a (ISO 19005-3) and PDF/UA-1
 * (ISO 14289-1), the colour space that is meant, the outline, the source
 * that it was made from, and the catalogue that holds all of it together.
 */
#ifndef PDF_META_H
#define PDF_META_H

#include "base/date.h"
#include "pdf/page.h"

struct pdf_meta {
	str		 title;
	str		 author;		/* the unit; may be empty */
	str		 publisher;		/* the institution; may be empty */
	str		 identity;		/* frm/bim/…_20190115_1 */
	str		 summary;		/* may be empty */
	const str	*keywords;
	size_t		 num_keywords;
	str		 lang;			/* BCP 47 */
	struct date	 date;			/* of the identity */
	/* The Markdown that is attached; borrowed until the end. */
	str		 source_name;		/* “imapsmtp_20190115_1.md” */
	str		 source;
};

/* An entry of the outline (level from 1) for the place on the open sheet. */
void	pdf_meta_outline(struct pdf *, int level, str title, double y);
/* Writes all that is missing: out holds the whole file afterwards. */
void	pdf_meta_finish(struct pdf *, const struct pdf_meta *);

#endif
