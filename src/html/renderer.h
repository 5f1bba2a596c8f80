/* SPDX-License-Identifier: ISC
 *
 * html_press: the HTML press: documents and indexes into pages. Its
 * templates are read once a run; then it is only read, by all threads.
 */
#ifndef HTML_RENDERER_H
#define HTML_RENDERER_H

#include "model/collection.h"

struct sink;

struct html_press;

/* Reads the templates of the folder. Faults are told; pressing is possible
 * only where there was none. In the arena. */
struct html_press	*html_press_open(struct arena *, const char *templates,
			    struct diags *);
/* The files beside the templates that every page refers to. */
struct strings		 html_press_files(const struct html_press *,
			    struct arena *);
/* What a page tells of the record beside it. */
struct html_record {
	unsigned	sheets;		/* 0: not known */
	size_t		size;		/* [byte]; 0: there is none */
};

/* The page of an edition. */
void			 html_press_doc(const struct html_press *,
			    const struct collection *, const struct card *,
			    const struct doc *, const struct html_record *,
			    struct sink *);
/* The page of a work whose newest edition is withdrawn: the notice and the
 * editions, without the instructions. */
void			 html_press_notice(const struct html_press *,
			    const struct collection *, const struct card *,
			    const struct doc *, struct sink *);
/* The index page of a folder; doc is its index.md. */
void			 html_press_index(const struct html_press *,
			    const struct collection *,
			    const struct folder_card *, const struct doc *,
			    struct sink *);
/* The list of drafts of a controlled collection. */
void			 html_press_drafts(const struct html_press *,
			    struct arena *, const struct collection *,
			    struct sink *);

#endif
