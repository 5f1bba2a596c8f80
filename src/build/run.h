/* SPDX-License-Identifier: ISC
 *
 * run: what one run of the program holds, and how it reads a document. For
 * the pipeline: build, check_pass, press_pass.
 */
#ifndef BUILD_RUN_H
#define BUILD_RUN_H

#include "base/sink.h"
#include "build/limit.h"
#include "model/collection.h"
#include "model/doc.h"
#include "register/register.h"
#include "source/content_tree.h"

struct html_press;
struct pdf_pass;
struct pool;
struct proofs;
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

struct run {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	struct pool		*pool;		/* of options->jobs */
	struct proofs		*proofs;
	struct content_tree	 tree;
	struct limit		 limit;
	struct collection	 collection;
	struct reg		 reg;		/* the register */
	struct date		 day;		/* of the run */
	bool			 releasing;	/* records may lack their row */
	bool			 presses;	/* after the check */
	bool			 checked;	/* check_pass_end() */
	bool			 opened;	/* the store, for files */
	struct strings		 files;		/* templates' that pages need */
	struct strings		*used;		/* pictures, by edition */
	struct html_press	*html;		/* NULL: makes no pages */
	struct pdf_pass		*pdf;		/* NULL: makes no records */
	str			 sheet_digests;	/* press_record's; or empty */
	struct store		*store;
	struct worker		*workers;	/* options->jobs of them */
};

void	run_open(struct run *, const struct options *);
/* Prints what there is to say and frees all; the exit status it makes. */
int	run_close(struct run *);

/* The pages of the collection: folders first, then editions. */
size_t	run_pages(const struct run *);
/* The editions within the limit. */
size_t	run_editions(const struct run *);
/* A document with ids, numbers, pictures and links, in the arena; faults are
 * told to ds, which may be NULL. dom_close() it. */
struct doc	run_read_index(const struct run *, struct arena *,
		    struct diags *ds, const struct folder *);
struct doc	run_read_edition(const struct run *, struct arena *,
		    struct diags *ds, const struct edition *);
/* Keeps the edition that the worker has read in its arena for the press;
 * dom_close()s it where none is to follow. run_drop() before the next is read:
 * one at a time. */
void		run_hold(struct run *, size_t worker, struct doc *);
void		run_drop(struct run *, size_t worker);
/* The edition, as a worker holds it or read now; its faults are not told.
 * run_let_go() it. */
struct doc	run_take_edition(struct run *, size_t worker,
		    const struct edition *);
void		run_let_go(struct run *, struct doc *);
/* Front matter and title of a document, without its tree; faults are not
 * told. False where only the document tells the title. */
bool		run_glance_index(const struct run *, struct arena *,
		    const struct folder *, struct doc *, str *title);
bool		run_glance_edition(const struct run *, struct arena *,
		    const struct edition *, struct doc *, str *title);
/* Whether the edition surely can be read and has a title: doc->text. */
bool		run_has_title(const struct run *, struct arena *,
		    const struct edition *, struct doc *);
/* The stages between source and press, for any document. */
void		run_complete(struct doc *);

#endif
