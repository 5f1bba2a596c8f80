/* SPDX-License-Identifier: ISC
 *
 * record_renderer: the PDF press in a run: the sheet and faces are opened once,
 * each thread has a press of its own, and what the collection knows of an
 * edition becomes what its record shows.
 */
#ifndef BUILD_RECORD_RENDERER_H
#define BUILD_RECORD_RENDERER_H

#include "build/workspace.h"

struct layout_context;
struct record_renderer;

/* Reads templates/sheet.xml; its mistakes are told. NULL where the run makes
 * no records: every other call then does nothing. */
struct record_renderer	*record_renderer_open(struct workspace *);
void			 record_renderer_close(struct record_renderer *);
/* The gate's rules of the press, for a document; for a folder's index.md. */
void			 record_renderer_check(const struct record_renderer *,
	    const struct doc *);
void			
		    record_renderer_check_folder(const struct record_renderer *,
		    const struct doc *, int depth, str title);
/* For a picture's bytes, from any worker; DIAG_COUNT where it can be set. */
enum diag		 record_renderer_check_image(struct record_renderer *,
		    size_t worker, str bytes);
/* The same rule for a note of the register about the source at path. */
void			 record_renderer_check_note(struct record_renderer *,
	    str path, str note);
/* The record of an edition into file; returns the number of its sheets. *lost:
 * as print_record() says. */
unsigned		 record_renderer_render(struct record_renderer *, size_t
		    worker, const struct card *, struct doc *,
		    struct sink *file, const char **lost);
/* For --dump: layout and structure tree of a document that belongs to no
 * collection; either sink may be NULL. */
void			 record_renderer_dump(struct record_renderer *,
		    struct doc *, struct sink *frames, struct sink *tags);

#endif
