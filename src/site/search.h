/* SPDX-License-Identifier: ISC
 *
 * search: the index that templates/ara.js searches, as scripts below ara/, so
 * that it works from a folder and under a strict Content-Security-Policy. Each
 * calls matbuAra(name, data):
 *
 *   dizin.js    how many documents there are, the first word of each t file,
 *               the titles of classes and units; the documents in other
 *               languages than that of the site, as gaps in base 36
 *   tN.js       lines “word postings”, sorted; the documents of each weight
 *               after “|”, the heaviest first, as gaps in base 36
 *   dN.js       what a result shows of SEARCH_BLOCK documents
 *   sozluk.js   the words of titles, identities and keywords
 *
 * Editions that are not at the address of their work have an index of their
 * own, below ara/eski/, which readers must ask for. site/search_text.h makes
 * the texts of the documents.
 */
#ifndef SITE_SEARCH_H
#define SITE_SEARCH_H

#include "html/lists.h"
#include "model/collection.h"

enum { SEARCH_BLOCK = 32 };

struct search;
struct sink;

enum search_set { SEARCH_CURRENT, SEARCH_OLD, SEARCH_SETS };

/* Starts an index of the listed works or of the old editions that readers may
 * see; workers: the number of threads that call search_add(). All of it is in
 * the arena or the heap, until search_close(). */
struct search	*search_open(struct arena *, const struct collection *,
		    const struct html_lists *, enum search_set,
		    size_t workers);
void		 search_close(struct search *);
/* How many files the index has, and their names. */
size_t		 search_num_files(const struct search *);
str		 search_file(const struct search *, struct arena *, size_t i);
/* Whether the set has the card's document. */
bool		 search_has(const struct search *, const struct card *);
/* Adds a document, if the set has it; one worker at a time. */
void		 search_add(struct search *, size_t worker, const struct card *,
		    const struct doc *);
/* Call after all were added, once; then the files can be made, from any
 * thread. */
void		 search_join(struct search *);
void		 search_put(const struct search *, size_t i, struct sink *);

#endif
