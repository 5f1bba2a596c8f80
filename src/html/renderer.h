/* SPDX-License-Identifier: ISC
 *
 * html_renderer: renders documents and indexes as pages. Its templates are
 * read once a run; after that it is only read, by all threads.
 */
#ifndef HTML_RENDERER_H
#define HTML_RENDERER_H

#include "html/record_facts.h"
#include "model/collection.h"

struct sink;

struct html_renderer;

/* Reads the templates of the folder. Faults are told; pressing is possible
 * only where there was none. In the arena. */
struct html_renderer	*html_renderer_open(struct arena *,
			    const char *templates, struct diags *);
/* The files beside the templates that every page refers to. */
struct strings		 html_renderer_files(const struct html_renderer *,
			    struct arena *);
/* The page of an edition. */
void	 html_renderer_page(const struct html_renderer *,
			    const struct collection *, const struct card *,
			    const struct doc *,
			    const struct html_record_facts *, struct sink *);
/* The page of a work whose newest edition is withdrawn: the notice and the
 * editions, without the instructions. */
void	 html_renderer_notice(const struct html_renderer *,
			    const struct collection *, const struct card *,
			    const struct doc *, struct sink *);
/* The index page of a folder; doc is its index.md. */
void	 html_renderer_index(const struct html_renderer *,
			    const struct collection *,
			    const struct folder_card *, const struct doc *,
			    struct sink *);
/* The list of drafts of a controlled collection. */
void	 html_renderer_drafts(const struct html_renderer *, struct arena *,
			    const struct collection *, struct sink *);

#endif
