/* SPDX-License-Identifier: ISC */
#include "build/check_links.h"

#include "base/path.h"
#include "model/xref.h"

/* A link of a text that readers may still follow. */
static void
check_link(struct input *in, const struct card *card,
    const struct card_link *link)
{
	const struct card *target = collection_card(&in->collection,
	    link->path);
	str path = path_file(in->arena, in->tree.root, card->ident->edition,
	    S(".md"));

	if (target == NULL)
		return;
	if (link->anchor.len != 0)
		xref_check_anchor(link, target, in->diags, path);
	if (target->status.state == STATE_WITHDRAWN &&
	    card->status.state != STATE_WITHDRAWN &&
	    card->status.state != STATE_SUPERSEDED)
		diag(in->diags, DIAG_LINK_WITHDRAWN, link->pos, path,
		    link->path);
}

void
check_links(struct input *in)
{
	const struct collection *c = &in->collection;
	size_t i, j;

	for (i = 0; i < c->num_cards; i++)
		for (j = 0; j < c->cards[i].num_links; j++)
			check_link(in, &c->cards[i], &c->cards[i].links[j]);
}
