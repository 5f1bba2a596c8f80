/* SPDX-License-Identifier: ISC
 *
 * text_style: the style of the text of a node, and which of its faces the text
 * uses.
 */
#ifndef STYLE_TEXT_STYLE_H
#define STYLE_TEXT_STYLE_H

#include "model/dom.h"
#include "style/style.h"

struct text_style {
	const struct style	*style;
	unsigned		 variant;	/* enum style_variant, or-ed */
};

/* The style of the node's kind, or NULL where the kind has none of its own. */
const struct style	*text_style_named(const struct styles *, const node *);
/* A style as the style sheet has it. */
struct text_style	 text_style_plain(const struct style *);
const struct font_chain	*text_style_chain(struct text_style);
/* Returns the bold variant: labels such as “Şekil-1.” use it. */
struct text_style	 text_style_bold(struct text_style);
/* Returns the style of the text in n, an inline; around is the style of the
 * text around n. */
struct text_style	 text_style_in(const struct styles *,
			    struct text_style around, const node *n);

#endif
