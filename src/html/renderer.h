/* SPDX-License-Identifier: ISC
 *
 * html_renderer: renders documents and indexes as pages. It reads its
 * templates once, at the start; after that all threads may use it. The
 * functions make strings in the document's arena.
 */
#ifndef HTML_RENDERER_H
#define HTML_RENDERER_H

#include "html/audit.h"

struct sink;

struct html_renderer;

/* Reads the templates of the folder; that of fragments only where they are
 * wanted. Reports faults; with one, nothing may be rendered. The result is in
 * the arena. */
struct html_renderer	*html_renderer_open(struct arena *,
			    const char *templates, bool fragments,
			    struct diags *);
/* The same for the pages of an auditor's folder: no other can be rendered. */
struct html_renderer	*html_renderer_open_audit(struct arena *,
			    const char *templates, struct diags *);
/* Whether fragments are wanted. */
bool			 html_renderer_has_fragments(
			    const struct html_renderer *);
/* The files of the templates folder to which every page refers. In the
 * arena. */
struct strings		 html_renderer_files(const struct html_renderer *,
			    struct arena *);
/* Renders the page of an edition. */
void			 html_renderer_page(const struct html_renderer *,
			    const struct collection *,
			    const struct html_lists *, const struct card *,
			    const struct doc *,
			    const struct html_record_facts *, struct sink *);
/* Renders the page of a work whose newest edition is withdrawn: the notice and
 * the list of editions, without the text. */
void			 html_renderer_notice(const struct html_renderer *,
			    const struct collection *,
			    const struct html_lists *, const struct card *,
			    const struct doc *, struct sink *);
/* Renders the page of an edition, or without facts the notice, as a block to
 * paste into another page (html/fragment.h). */
void			 html_renderer_fragment(const struct html_renderer *,
			    const struct collection *,
			    const struct html_lists *, const struct card *,
			    const struct doc *,
			    const struct html_record_facts *, struct sink *);
/* Renders the page that says what an edition changes. */
void			 html_renderer_difference(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    const struct card *, str content, struct sink *);
/* Renders the index page of a folder, by its number; doc is its index.md. */
void			 html_renderer_index(const struct html_renderer *,
			    const struct collection *,
			    const struct html_lists *, size_t folder,
			    const struct doc *, struct sink *);
/* Render what html/index.h says of a unit, a part, the changes, the search,
 * the page that verifies records. */
void			 html_renderer_unit(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    const struct html_list *, struct sink *);
void			 html_renderer_part(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    const struct html_list *,
			    const struct html_part *, struct sink *);
void			 html_renderer_changes(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    const struct html_lists *, struct sink *);
void			 html_renderer_search(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    struct sink *);
void			 html_renderer_verify(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    unsigned digits, struct sink *);
/* Renders the page for addresses that do not exist. */
void			 html_renderer_missing(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    struct sink *);
/* Renders the list of drafts of a controlled collection. */
void			 html_renderer_drafts(const struct html_renderer *,
			    struct arena *, const struct collection *,
			    struct sink *);
/* Render what html/audit.h says: a list, the page of an edition. */
void			 html_renderer_audit_list(const struct html_renderer *,
			    const struct html_audit *,
			    const struct html_audit_list *, struct sink *);
void			 html_renderer_audit_page(const struct html_renderer *,
			    const struct html_audit *, const struct card *,
			    const struct doc *,
			    const struct html_record_facts *, struct sink *);

#endif
