/* SPDX-License-Identifier: ISC
 *
 * html_translation: what a page says of the text in other languages: links to
 * it, and whether a translation lags behind its original. For html/ only.
 */
#ifndef HTML_TRANSLATION_H
#define HTML_TRANSLATION_H

#include "html/lists.h"
#include "html/template.h"

/* Fills the slots of languages and lag; values in the arena. Needs v->root. */
void	html_translation(struct slot_values *v, struct arena *,
	    const struct collection *, const struct html_lists *,
	    const struct card *);

#endif
