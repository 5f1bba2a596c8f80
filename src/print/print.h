/* SPDX-License-Identifier: ISC
 *
 * print_record: a document as a record. The steps: tags and strips are made in
 * source order (block), strips are put on sheets (flow), sheets are painted
 * (paint), and the file says what it is (meta).
 */
#ifndef PRINT_H
#define PRINT_H

#include "base/sink.h"
#include "font/shaper.h"
#include "model/doc.h"
#include "pdf/image.h"
#include "style/style.h"

/* A row of the header table. */
struct layout_header_row {
	str	label;
	str	value;			/* empty for the row of the sheets */
	bool	is_sheet;		/* “1 / 3” is filled in */
};

/* A row of the revision table. */
struct layout_edition {
	unsigned	revision;
	struct date	date;
	str		change;		/* may be empty */
};

/* What a record shows beside its document; all borrowed. */
struct layout_context {
	str			 folder;	/* of the source on disk, with
						 * “/”; pictures lie in it */
	str			 institution;
	str			 class;
	str			 unit;
	str			 subject;
	str			 site;		/* “https://…”, or empty: links
						 * to works are relative */
	str			 address;	/* of the work's page */
	const char		*logo;		/* path on disk, or NULL */
	str			 logo_alt;
	const struct layout_header_row *header_rows;
	size_t	 num_header_rows;
	/* From a work's second edition on: all editions so far, this one
	 * last. Fewer than two: no table. */
	const struct layout_edition *editions;
	size_t			 num_editions;
	str			 contact;	/* may be empty */
	bool			 draft;
	str			 source_name;	/* of the attached file */
	str			 source;	/* its bytes */
};

/* What one worker needs for document after document. */
struct layout_worker {
	struct arena		*block_arena;	/* of a block */
	struct arena		*line_arena;		/* of a few lines */
	struct shaper		*shaper;
	size_t			 index;		/* which worker it is */
	struct packer		*packer;	/* shared by all workers */
	struct pdf_image_cache	*image_cache;	/* shared by all workers */
	const struct styles	*styles;	/* shared by all workers */
};

struct layout_worker	*print_worker_new(size_t index, const struct styles *,
			    struct packer *, struct pdf_image_cache *);
void			 print_worker_free(struct layout_worker *);

/* The record of the document, which the gate has passed (print_check). Makes
 * its memory in the document's arena. Returns the number of sheets; *lost is
 * the path of a picture that it lacks, since it could not be had, or NULL. */
unsigned print_record(struct doc *, const struct layout_context *,
	    struct layout_worker *, struct sink *file, const char **lost);
/* The same without the file: its layout as text (layout_dump.h), and its
 * structure tree; either sink may be NULL. */
void	 print_dump(struct doc *, const struct layout_context *,
	    struct layout_worker *, struct sink *frames, struct sink *tags);

#endif
