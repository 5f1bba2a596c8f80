/* SPDX-License-Identifier: ISC
 *
 * reading: what the readers of one Word file share.
 */
#ifndef IMPORT_READING_H
#define IMPORT_READING_H

#include "base/map.h"
#include "import/blocks.h"
#include "import/losses.h"
#include "import/numbers.h"
#include "import/parts.h"
#include "import/styles.h"

/* What becomes of tracked changes. */
enum changes { CHANGES_NONE, CHANGES_ACCEPT, CHANGES_REJECT };

/* A field of Word: its code, then its result. */
struct open_field {
	bool			 in_code;
	bool			 silent;	/* the result is left out */
	struct sink		 code;
	str			 link;		/* of the result */
	const struct element	*form;		/* w:ffData */
};

enum { READING_FIELDS = 16, READING_BOXES = 1000,
	READING_NOTES = 5000, READING_HEADERS = 30 };

struct reading {
	struct arena		*arena;
	struct diags		*diags;
	str			 path;
	struct parts		*parts;
	str			 part;		/* that is read */
	enum changes		 changes;
	struct styles		*styles;
	struct numbers		*numbers;
	struct losses		 losses;
	struct open_field	 fields[READING_FIELDS];
	size_t			 num_fields;
	unsigned		 silent;	/* > 0: text is left out */
	unsigned		 paragraph;	/* ¶ */
	str			 start;		/* how it begins */
	const struct element	*boxes[READING_BOXES];	/* of text */
	size_t			 num_boxes;
	struct map		 notes[2];	/* footnotes, endnotes: id ->
						 * its struct element */
	const struct element	*mentioned[READING_NOTES];	/* of them */
	bool			 at_end[READING_NOTES];	/* of an endnote */
	size_t			 num_notes;
	const struct element	*headers[READING_HEADERS];	/* references */
	size_t			 num_headers;
	bool			 without_pictures;	/* of a header */
	struct map		 pictures;	/* part -> struct picture */
	size_t			 num_pictures;
};

/* “¶12 “The first words””: for the list of losses; in arena. */
str	reading_place(const struct reading *);
/* losses_add() at the place that is read. */
void	reading_lose(struct reading *, enum phrase kind, str what);
/* Reports a fault of the file. */
void	reading_fail(struct reading *, enum diag, str value);

#endif
