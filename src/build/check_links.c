/* SPDX-License-Identifier: ISC */
#include "build/check_links.h"

#include "base/arena.h"
#include "base/path.h"
#include "build/check_items.h"
#include "model/xref.h"

/* Links whose anchors are no ids of headings, figures and tables. */
struct others {
	struct item_link	*links;
	size_t			 num;
};

/* Names the document that replaced the target, where that is known. */
static void
report_withdrawn(struct input *in, const struct card_link *link,
    const struct card *target, str path)
{
	if (target->successor != NULL)
		diag(in->diags, DIAG_LINK_REPLACED, link->pos, path,
		    link->path, target->successor->ident->work);
	else
		diag(in->diags, DIAG_LINK_WITHDRAWN, link->pos, path,
		    link->path);
}

/* A link of a text that readers may still follow. */
static void
check_link(struct input *in, const struct card *card,
    const struct card_link *link, struct others *others)
{
	const struct card *target = collection_card(&in->collection,
	    link->path);
	str path = path_file(in->arena, in->tree.root, card->ident->edition,
	    S(".md"));

	if (target == NULL)
		return;
	if (link->anchor.len != 0 && !xref_has_anchor(target, link->anchor))
		others->links[others->num++] = (struct item_link){ link,
		    target, path };
	if (target->status.state == STATE_WITHDRAWN &&
	    card->status.state != STATE_WITHDRAWN &&
	    card->status.state != STATE_SUPERSEDED)
		report_withdrawn(in, link, target, path);
}

static size_t
count_links(const struct collection *c)
{
	size_t i, num = 0;

	for (i = 0; i < c->num_cards; i++)
		num += c->cards[i].num_links;
	return num;
}

void
check_links(struct input *in)
{
	const struct collection *c = &in->collection;
	struct others others = { .links = arena_array(in->arena,
	    struct item_link, count_links(c)) };
	size_t i, j;

	for (i = 0; i < c->num_cards; i++)
		for (j = 0; j < c->cards[i].num_links; j++)
			check_link(in, &c->cards[i], &c->cards[i].links[j],
			    &others);
	check_items(in, others.links, others.num);
}
