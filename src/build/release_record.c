/* SPDX-License-Identifier: ISC */
#include "build/release_record.h"

#include "base/fault.h"
#include "build/records.h"

str
release_record(struct workspace *ws, size_t edition, struct doc *doc, str note)
{
	struct card *card = &ws->in.collection.cards[edition];
	struct edition_status was = card->status;
	struct sink k = { 0 };
	const char *lost;

	doc->diags = ws->in.diags;
	/* It is rendered with the status that the release will give it. */
	card->status.state = STATE_IN_FORCE;
	card->status.released = true;
	card->status.note = note;
	records_render(ws->records, 0, card, doc, &k, &lost);
	if (lost != NULL)
		diag(ws->in.diags, DIAG_FILE_MOVED, POS_NONE, str_of(lost),
		    str_of(fault_text(FAULT_CHANGED)));
	card->status = was;
	return sink_take(&k, ws->in.arena);
}
