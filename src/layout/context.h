/* SPDX-License-Identifier: ISC
 *
 * context: what a record shows beside its document: the names of the folders
 * above it, addresses, the logo, the header table, the revision table.
 */
#ifndef LAYOUT_CONTEXT_H
#define LAYOUT_CONTEXT_H

#include "base/date.h"
#include "base/diags.h"

/* A row of the header table. */
struct layout_header_row {
	struct sourced	label;
	struct sourced	value;		/* empty for the row of the sheets */
	bool		is_sheet;	/* the layout fills in “1 / 3” */
};

/* A row of the revision table of an edition in the collection. */
struct layout_edition {
	unsigned	revision;
	struct date	date;
	struct sourced	change;		/* may be empty */
};

/* All borrowed. */
struct layout_context {
	str			 folder;	/* of the source on disk, with
						 * “/”; pictures lie in it */
	struct sourced		 institution;
	struct sourced		 class;
	struct sourced		 unit;
	struct sourced		 subject;
	str			 site;		/* “https://…”, or empty: links
						 * to works are relative */
	str			 address;	/* of the work's page, or
						 * empty */
	str			 number;	/* the document's own, or empty:
						 * the work is its number */
	const char		*logo;		/* path on disk, or NULL */
	str			 logo_alt;
	const struct layout_header_row *header_rows;
	size_t			 num_header_rows;
	/* The rows of the revision table: editions that are older than the
	 * collection, then all of the work so far, this one last. Fewer than
	 * two in all: no table. */
	const struct earlier	*earlier;	/* the first, or NULL */
	const struct layout_edition *editions;
	size_t			 num_editions;
	struct sourced		 contact;	/* may be empty */
	bool			 draft;
	/* Of a document that is no edition, as a list is: what its sheets say
	 * in the place of the stamp, and of the edition in force; its day. */
	str			 stamp;		/* empty: it is an edition */
	str			 foot;
	struct date		 day;
	str			 source_name;	/* of the file that is
						 * attached */
	str			 source;	/* its bytes */
	const struct pdf_meta_file *files;	/* that it hands out */
	size_t			 num_files;
};

#endif
