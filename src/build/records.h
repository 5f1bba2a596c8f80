/* SPDX-License-Identifier: ISC
 *
 * records: renders the records of a collection. The style sheet and its
 * faces are opened once, each thread has a renderer of its own, and what the
 * collection knows of an edition becomes what its record shows.
 */
#ifndef BUILD_RECORDS_H
#define BUILD_RECORDS_H

#include "build/input.h"

struct pool;
struct record_renderer;
struct sink;

/* Reads templates/sheet.xml; its faults are reported. The input is borrowed,
 * its collection is read when a record is rendered. Returns NULL where the
 * options request no records: every other call then does nothing. */
struct record_renderer *records_open(struct input *, struct pool *);
void	 records_close(struct record_renderer *);
/* Reports what would keep a document from being rendered and is known before
 * it is laid out. */
void	 records_check(const struct record_renderer *, const struct doc *);
/* The fault of an image's bytes, from any worker; DIAG_COUNT where a record can
 * show it or, where there are no records (NULL), a page. */
enum diag records_check_image(struct record_renderer *, size_t worker,
	    str bytes);
/* Reports the characters of a register note that no font has; path: the source
 * that the note is about. */
void	 records_check_note(struct record_renderer *, str path, str note);
/* The record of an edition into file; returns the number of its sheets.
 * Missing glyphs are reported to the document's diags. *lost is as
 * print_record() sets it. */
unsigned records_render(struct record_renderer *, size_t worker,
	    const struct card *, struct doc *, struct sink *file,
	    const char **lost);
/* A row of a list's header table. */
struct records_list_row {
	str		 label;
	str		 value;		/* empty: which sheet it is, “1 / 3” */
};

/* What the sheets of a list show around its text. All borrowed. */
struct records_list {
	str		 letterhead;	/* below the institution */
	str		 stamp;
	str		 foot;
	struct date	 day;
	const struct records_list_row *rows;
	size_t		 num_rows;
};
/* Whether the text of a table can show the character. */
bool	 records_has(const struct record_renderer *, uint32_t c);
/* The same as records_render() of a document that is no edition, such as a list
 * of editions: it has no source and no register entry. */
unsigned records_render_list(struct record_renderer *, size_t worker,
	    const struct records_list *, struct doc *, struct sink *file);
/* Reports the missing glyphs that records_render() would report. */
void	 records_check_words(struct record_renderer *, size_t worker,
	    const struct card *, struct doc *);
/* For --dump: layout and structure tree of a document that belongs to no
 * collection; either sink may be NULL. */
void	 records_dump(struct record_renderer *, struct doc *,
	    struct sink *frames, struct sink *tags);

#endif
