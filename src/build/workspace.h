/* SPDX-License-Identifier: ISC
 *
 * workspace: one execution of the program: its input, and what checking and
 * rendering need beside it: threads with their memory, renderers.
 */
#ifndef BUILD_WORKSPACE_H
#define BUILD_WORKSPACE_H

#include "base/sink.h"
#include "build/input.h"

struct file_checks;
struct html_renderer;
struct image_checks;
struct moves;
struct pool;
struct record_renderer;
struct state;

/* What each thread has of its own. */
struct worker {
	struct arena	*card_arena;	/* lives to the end */
	struct arena	*doc_arena;	/* the current document */
	struct arena	*kept_arena;	/* the edition that was read last */
	struct doc	 kept_doc;
	bool		 has_kept;
	struct sink	 page;
	struct sink	 record;
};

struct workspace {
	struct input		 in;
	struct pool		*pool;		/* of options->jobs */
	struct worker		*workers;	/* options->jobs of them */
	struct image_checks	*image_checks;
	struct file_checks	*file_checks;
	struct moves		*moves;		/* of the check pass */
	struct html_renderer	*html;		/* NULL: makes no pages */
	struct record_renderer	*records;	/* NULL: makes no records */
	struct state		*state;		/* to write at the end; or
						 * NULL */
	bool			 renders;	/* after the check */
	bool			 alone;		/* renders editions only, no
						 * page that lists others */
	bool			 releasing;	/* a record without a row is no
						 * fault */
	str			 style_digests;	/* release_record's, or empty */
};

void	workspace_open(struct workspace *, const struct options *);
/* Prints what was reported, in colour where the reader sees colours. */
void	workspace_say(struct diags *);
/* Prints what was reported and frees everything; returns the exit status. */
int	workspace_close(struct workspace *);

/* Keeps the edition that the worker has read in its arena for rendering;
 * dom_close()s it where nothing will be rendered. One at a time:
 * workspace_drop() before the next is read. */
void		workspace_keep(struct workspace *, size_t worker,
		    struct doc *);
void		workspace_drop(struct workspace *, size_t worker);
/* The edition, as a worker keeps it or read now; its faults are not
 * reported. workspace_return() it. */
struct doc	workspace_take(struct workspace *, size_t worker,
		    const struct edition *);
void		workspace_return(struct workspace *, struct doc *);

#endif
