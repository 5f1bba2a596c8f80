/* SPDX-License-Identifier: ISC
 *
 * pdf_pass: the PDF press in a run: the sheet and faces are opened once,
 * each thread has a press of its own, and what the collection knows of an
 * edition becomes what its record shows.
 */
#ifndef BUILD_RECORD_RENDERER_H
#define BUILD_RECORD_RENDERER_H

#include "build/run.h"

struct layout_context;
struct pdf_pass;

/* Reads templates/sheet.xml; its mistakes are told. NULL where the run makes
 * no records: every other call then does nothing. */
struct pdf_pass	*pdf_pass_open(struct run *);
void		 pdf_pass_close(struct pdf_pass *);
/* The gate's rules of the press, for a document; for a folder's index.md. */
void		 pdf_pass_check(const struct pdf_pass *, const struct doc *);
void		 pdf_pass_check_folder(const struct pdf_pass *,
		    const struct doc *, int depth, str title);
/* For a picture's bytes, from any worker; DIAG_COUNT where it can be set. */
enum diag	 pdf_pass_check_picture(struct pdf_pass *, size_t worker,
		    str bytes);
/* The same rule for a note of the register about the source at path. */
void		 pdf_pass_check_note(struct pdf_pass *, str path, str note);
/* The record of an edition into file; returns the number of its sheets. *lost:
 * as print_record() says. */
unsigned	 pdf_pass_press(struct pdf_pass *, size_t worker,
		    const struct card *, struct doc *, struct sink *file,
		    const char **lost);
/* For --dump: layout and structure tree of a document that belongs to no
 * collection; either sink may be NULL. */
void		 pdf_pass_dump(struct pdf_pass *, struct doc *,
		    struct sink *frames, struct sink *tags);

#endif
