/* SPDX-License-Identifier: ISC
 *
 * output: which files one build puts into out/, and the store that writes
 * them. An edition's files also stand at its work's address where it is the
 * edition that readers find there.
 */
#ifndef BUILD_OUTPUT_H
#define BUILD_OUTPUT_H

#include "build/list_pages.h"
#include "site/search.h"

struct html_renderer;

struct output {
	const struct input		*in;
	const struct html_renderer	*html;	/* NULL: no pages */
	struct list_pages		 pages;	/* beside indexes */
	bool				 records;
	bool				 alone;	/* editions only */
	struct strings			 files;	/* of templates/, for pages */
	struct search			*search[SEARCH_SETS]; /* NULL: none */
	struct store			*store;	/* NULL before output_open() */
};

/* Announces every file within the limit to the store. Ends the program where
 * out/ cannot be used. Everything is borrowed or in the input's arena. */
void	output_open(struct output *);
/* Whether edition i is also at its work's address. */
bool	output_is_at_address(const struct output *, size_t i);
bool	output_is_withdrawn(const struct output *, size_t i);
/* Whether this build puts a record of edition i. */
bool	output_has_record(const struct output *, size_t i);
/* Whether it puts pages as fragments too. */
bool	output_has_fragment(const struct output *);
bool	output_is_erased(const struct output *, size_t i);

/* The functions below may be called from any thread. */

/* Puts the page (“.html”), fragment or record (“.pdf”) of edition i at its own
 * address and, unless it is withdrawn, at its work's; paths are made in the
 * arena. */
void	output_put_edition(struct output *, struct arena *, size_t i,
	    str suffix, str bytes);
/* Leaves all files of edition i but its search text as they are. */
void	output_keep_edition(struct output *, struct arena *, size_t i);
/* Copies the images that edition i uses. */
void	output_copy_images(struct output *, struct arena *, size_t i);
/* The files of templates/ that pages need, the logo. */
void	output_copy_files(struct output *);
/* Makes all files visible. Removes what an earlier build made and this one does
 * not: within the limit, and of a kind that this build renders. */
void	output_finish(struct output *);

#endif
