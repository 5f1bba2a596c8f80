/* SPDX-License-Identifier: ISC
 *
 * job: one document while it is laid out and written.
 */
#ifndef LAYOUT_JOB_H
#define LAYOUT_JOB_H

#include "layout/context.h"
#include "layout/frame.h"
#include "layout/worker.h"
#include "model/doc.h"
#include "pdf/page.h"

enum { LAYOUT_MISSING_MAX = 32, LAYOUT_RUN_MAX = 60 };

/* Characters that no face has: the first ones of a document, and those of a
 * line that follow one another and are not reported yet. */
struct layout_missing {
	uint32_t	characters[LAYOUT_MISSING_MAX];
	size_t		num;
	struct {
		struct place	place;
		unsigned	end;	/* the column after the last one */
		unsigned	num;	/* characters; 0: none waits */
		/* The first ones, and “…” where they are cut. */
		char		text[LAYOUT_RUN_MAX + 3];
		size_t		len;
		bool		cut;
	} run;
};

struct layout_job {
	struct arena			*arena;
	struct arena			*block_arena;	/* the worker's */
	const struct doc		*doc;
	const struct layout_context	*context;
	const struct styles		*styles;
	struct layout_worker		*worker;
	struct pdf			*pdf;
	struct strips			 body;
	struct strips			*footnotes;	/* by number - 1 */
	size_t				 num_footnotes;
	struct contents			*contents;	/* or NULL */
	struct revisions		*revisions;	/* or NULL */
	struct glyph_run		*sheet_run;	/* “1 / 3” */
	struct layout_missing		*missing;
};

#endif
