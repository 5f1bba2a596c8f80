/* SPDX-License-Identifier: ISC
 *
 * print: makes the record of a document. The steps: layout makes tags and
 * strips in source order (layout/block) and puts the strips on sheets
 * (layout/paginate); print_paint paints the sheets; pdf_catalogue writes the
 * file's metadata and its end.
 */
#ifndef PRINT_PRINT_H
#define PRINT_PRINT_H

#include "layout/context.h"
#include "layout/worker.h"
#include "model/doc.h"

struct sink;

/* Writes the record of the document to file: PDF/A-3a (ISO 19005-3) and
 * PDF/UA-1 (ISO 14289-1). A character that no face has is reported to the
 * document's diags; then the caller must not put out the record. Takes its
 * memory from the document's arena. Returns the number of sheets. *lost is the
 * path of the first picture that could not be read and is missing in the
 * record, or NULL. */
unsigned print_record(struct doc *, const struct layout_context *,
	    struct layout_worker *, struct sink *file, const char **lost);
/* Reports the characters that print_record() would report, without making a
 * file. */
void	 print_check_words(struct doc *, const struct layout_context *,
	    struct layout_worker *);
/* Reports the characters of a note that no face of the revision table has. Of
 * the document only arena, diags, path and language are used. */
void	 print_check_note(struct doc *, struct layout_worker *, str note);
/* The same as print_record() without the file: writes the layout as text
 * (layout/dump.h) to frames and the structure tree to tags; either sink
 * may be NULL. */
void	 print_dump(struct doc *, const struct layout_context *,
	    struct layout_worker *, struct sink *frames, struct sink *tags);

#endif
