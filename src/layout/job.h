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

enum { LAYOUT_MISSING_MAX = 32 };

/* Characters that no face has: the first ones of a document. */
struct layout_missing {
	uint32_t	characters[LAYOUT_MISSING_MAX];
	size_t		num;
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
	struct glyph_run		*sheet_run;	/* “1 / 3” */
	struct layout_missing		*missing;
};

#endif
