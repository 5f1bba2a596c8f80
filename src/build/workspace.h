/* SPDX-License-Identifier: ISC
 *
 * run: what one run of the program holds, and how it reads a document. For
 * the pipeline: build, check_pass, render_pass.
 */
#ifndef BUILD_RUN_H
#define BUILD_RUN_H

#include "base/sink.h"
#include "build/limit.h"
#include "model/collection.h"
#include "model/doc.h"
#include "register/register.h"
#include "source/content_tree.h"

struct html_renderer;
struct record_renderer;
struct pool;
struct image_checks;
struct store;

/* What each thread has of its own. */
struct worker {
	struct arena	*keep;		/* cards: lives to the end */
	struct arena	*doc;		/* the document in hand */
	struct arena	*held;		/* the edition that was read last */
	struct doc	 held_doc;
	bool		 holds;
	bool		 stopped;	/* knows that nothing may be put */
	struct sink	 page;
	struct sink	 record;
};

struct workspace {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	struct pool		*pool;		/* of options->jobs */
	struct image_checks	*image_checks;
	struct content_tree	 tree;
	struct limit		 limit;
	struct collection	 collection;
	struct reg		 reg;		/* the register */
	struct date		 day;		/* of the run */
	bool			 releasing;	/* records may lack their row */
	bool			 renderers;	/* after the check */
	bool			 checked;	/* check_pass_end() */
	bool			 opened;	/* the store, for files */
	struct strings		 files;		/* templates' that pages need */
	struct strings		*used;		/* pictures, by edition */
	struct html_renderer	*html;		/* NULL: makes no pages */
	struct record_renderer	*pdf;	/* NULL: makes no records */
	str			 sheet_digests;	/* release_record's; or empty */
	struct store		*store;
	struct worker		*workers;	/* options->jobs of them */
};

void	workspace_open(struct workspace *, const struct options *);
/* Prints what there is to say and frees all; the exit status it makes. */
int	workspace_close(struct workspace *);

/* The pages of the collection: folders first, then editions. */
size_t		workspace_pages(const struct workspace *);
/* The editions within the limit. */
size_t		workspace_editions(const struct workspace *);
/* A document with ids, numbers, pictures and links, in the arena; faults are
 * told to ds, which may be NULL. dom_close() it. */
struct doc	workspace_read_index(const struct workspace *, struct arena *,
		    struct diags *ds, const struct folder *);
struct doc	workspace_read_edition(const struct workspace *, struct arena *,
		    struct diags *ds, const struct edition *);
/* Keeps the edition that the worker has read in its arena for the press;
 * dom_close()s it where none is to follow. workspace_drop() before the next is read:
 * one at a time. */
void		workspace_hold(struct workspace *, size_t worker, struct doc *);
void		workspace_drop(struct workspace *, size_t worker);
/* The edition, as a worker holds it or read now; its faults are not told.
 * workspace_let_go() it. */
struct doc	workspace_take_edition(struct workspace *, size_t worker,
		    const struct edition *);
void		workspace_let_go(struct workspace *, struct doc *);
/* Front matter and title of a document, without its tree; faults are not
 * told. False where only the document tells the title. */
bool		workspace_peek_index(const struct workspace *, struct arena *,
		    const struct folder *, struct doc *, str *title);
bool		workspace_peek_edition(const struct workspace *, struct arena *,
		    const struct edition *, struct doc *, str *title);
/* Whether the edition surely can be read and has a title: doc->text. */
bool		workspace_has_title(const struct workspace *, struct arena *,
		    const struct edition *, struct doc *);
/* The stages between source and press, for any document. */
void		workspace_complete(struct doc *);

#endif
