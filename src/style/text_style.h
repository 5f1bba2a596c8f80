/* SPDX-License-Identifier: ISC
 *
 * pdf_manner: which style, and which of its faces, the text of a node is set
 * in. The press asks it, and the gate, which looks there for its characters.
 */
#ifndef STYLE_TEXT_STYLE_H
#define STYLE_TEXT_STYLE_H

#include "model/dom.h"
#include "style/style_sheet.h"

struct pdf_manner {
	const struct pdf_style	*style;
	unsigned		 variant;	/* enum pdf_variant, or-ed */
};

/* The style of a kind of node that has one of its own; NULL for others. */
const struct pdf_style	*pdf_manner_style(const struct pdf_sheet *,
			    const node *n);
/* A style as the sheet has it. */
struct pdf_manner	 pdf_manner_of(const struct pdf_style *);
const struct pdf_chain	*pdf_manner_chain(struct pdf_manner);
/* What labels, “Şekil-1.”, are set in. */
struct pdf_manner	 pdf_manner_bold(struct pdf_manner);
/* Inside n, when around it is m. */
struct pdf_manner	 pdf_manner_in(const struct pdf_sheet *,
			    struct pdf_manner m, const node *n);

#endif
