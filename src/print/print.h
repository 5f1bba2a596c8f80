/* SPDX-License-Identifier: ISC
 *
 * pdf_press: a document as a record. The steps: tags and strips are made in
 * source order (block), strips are put on sheets (flow), sheets are painted
 * (paint), and the file says what it is (meta).
 */
#ifndef PRINT_H
#define PRINT_H

#include "base/sink.h"
#include "font/shaper.h"
#include "model/doc.h"
#include "pdf/image.h"
#include "style/style_sheet.h"

/* A row of the header table. */
struct pdf_control {
	str	label;
	str	value;			/* empty for the row of the sheets */
	bool	is_sheet;		/* “1 / 3” is filled in */
};

/* A row of the revision table. */
struct pdf_edition {
	unsigned	revision;
	struct date	date;
	str		change;		/* may be empty */
};

/* What a record shows beside its document; all borrowed. */
struct pdf_context {
	str			 folder;	/* of the source on disk, with
						 * “/”; pictures lie in it */
	str			 institution;
	str			 class;
	str			 unit;
	str			 subject;
	str			 site;		/* “https://…”, or empty: links
						 * to works are relative */
	str			 address;	/* of the work's page; or empty */
	const char		*logo;		/* path on disk, or NULL */
	str			 logo_alt;
	const struct pdf_control *header_rows;
	size_t	 num_header_rows;
	/* From a work's second edition on: all editions so far, this one
	 * last. Fewer than two: no table. */
	const struct pdf_edition *editions;
	size_t			 num_editions;
	str			 contact;	/* may be empty */
	bool			 draft;
	str			 source_name;	/* of the file that is attached */
	str			 source;	/* its bytes */
};

/* What one worker needs for document after document. */
struct pdf_worker {
	struct arena		*scratch;	/* of a block */
	struct arena		*brief;		/* of a few lines */
	struct pdf_shaper	*shaper;
	size_t			 index;		/* which worker it is */
	struct packer		*packer;	/* shared by all workers */
	struct pdf_gallery	*gallery;	/* shared by all workers */
	const struct pdf_sheet	*sheet;		/* shared by all workers */
};

struct pdf_worker	*pdf_press_worker_new(size_t index,
			    const struct pdf_sheet *, struct packer *,
			    struct pdf_gallery *);
void			 pdf_press_worker_free(struct pdf_worker *);

/* The record of the document, which the gate has passed (pdf_check). Makes
 * its memory in the document's arena. Returns the number of sheets; *lost is
 * the path of a picture that it lacks, since it could not be had, or NULL. */
unsigned pdf_press(struct doc *, const struct pdf_context *,
	    struct pdf_worker *, struct sink *file, const char **lost);
/* The same without the file: its layout as text (pdf_dump.h), and its
 * structure tree; either sink may be NULL. */
void	 pdf_press_dump(struct doc *, const struct pdf_context *,
	    struct pdf_worker *, struct sink *frames, struct sink *tags);

#endif
