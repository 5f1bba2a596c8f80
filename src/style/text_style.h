/* SPDX-License-Identifier: ISC
 *
 * text_style: which style, and which of its faces, the text of a node is set
 * in. The press asks it, and the gate, which looks there for its characters.
 */
#ifndef STYLE_TEXT_STYLE_H
#define STYLE_TEXT_STYLE_H

#include "model/dom.h"
#include "style/style_sheet.h"

struct text_style {
	const struct style	*style;
	unsigned		 variant;	/* enum style_variant, or-ed */
};

/* The style of a kind of node that has one of its own; NULL for others. */
const struct style	*text_style_named(const struct styles *, const node *n);
/* A style as the sheet has it. */
struct text_style	 text_style_plain(const struct style *);
const struct font_chain	*text_style_chain(struct text_style);
/* What labels, “Şekil-1.”, are set in. */
struct text_style	 text_style_bold(struct text_style);
/* Inside n, when around it is m. */
struct text_style	 text_style_in(const struct styles *,
			    struct text_style m, const node *n);

#endif
