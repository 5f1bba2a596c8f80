/* SPDX-License-Identifier: ISC
 *
 * pdf: everything of one PDF file that is being written.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/map.h"
#include "base/sink.h"

struct pdf_file;			/* object */
struct pdf_fonts;			/* font */
struct pdf_form;			/* form */
struct pdf_images;			/* image */
struct pdf_outline;			/* outline */
struct pdf_page;			/* canvas: the open page */
struct pdf_tag;				/* tag */
struct pdf_tags;

/* In arena. Callers use images and tags; the rest is for pdf/ alone. */
struct pdf {
	struct arena		*arena;
	struct pdf_file		*file;
	struct pdf_fonts	*fonts;
	struct pdf_images	*images;
	struct pdf_tags		*tags;
	struct pdf_page		*page;		/* open, or NULL */
	unsigned		*pages;		/* their objects */
	unsigned		 num_pages;
	unsigned		 cap_pages;
	unsigned		 parent;	/* of the pages: an object */
	unsigned		 resources;	/* object, shared by all */
	struct map		 destinations;	/* id -> pdf_destination */
	struct pdf_outline	*outlines;	/* in document order */
	struct pdf_outline	*last_outline;
	struct pdf_form		*form;		/* or NULL: no fields */
};

/* What an artifact is (ISO 32000-1, 14.8.2.2). */
enum pdf_artifact {
	PDF_ARTIFACT_HEADER,		/* letterhead, stamp: pagination */
	PDF_ARTIFACT_FOOTER,
	PDF_ARTIFACT_REPEAT,		/* a table's head on its next pages */
	PDF_ARTIFACT_LAYOUT		/* rules, frames, backgrounds */
};

#endif
