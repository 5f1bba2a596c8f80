/* SPDX-License-Identifier: ISC */
#include "build/release_record.h"

#include "base/arena.h"
#include "base/die.h"
#include "build/records.h"
#include "model/dom.h"

str
release_record(struct workspace *ws, size_t edition, str note)
{
	struct card *card = &ws->in.collection.cards[edition];
	struct doc doc = input_read_edition(&ws->in, ws->in.arena, NULL,
	    &ws->in.tree.editions[edition]);
	struct edition_status was = card->status;
	struct sink k = { 0 };
	const char *lost;
	str bytes;

	doc.diags = ws->in.diags;
	/* It is rendered with the status that the release will give it. */
	card->status.state = STATE_IN_FORCE;
	card->status.released = true;
	card->status.note = note;
	records_render(ws->records, 0, card, &doc, &k, &lost);
	if (lost != NULL)
		die_system(DIAG_READ, lost, "");
	card->status = was;
	dom_close(&doc);
	bytes = str_copy(ws->in.arena, sink_str(&k));
	sink_free(&k);
	return bytes;
}
