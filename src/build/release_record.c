/* SPDX-License-Identifier: ISC */
#include "build/release_record.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/fault.h"
#include "base/version.h"
#include "base/witness.h"
#include "build/options.h"
#include "build/records.h"

static const struct pos nowhere = { 0, 0 };

enum { FILE_LIMIT = 64 << 20, NAME_DIGITS = 16 };

str
release_record(struct workspace *ws, size_t edition, struct doc *doc, str note)
{
	struct card *card = &ws->in.collection.cards[edition];
	struct edition_status was = card->status;
	struct sink k = { 0 };
	const char *lost;
	str bytes;

	/* It is rendered with the status that the release will give it. */
	card->status.state = STATE_IN_FORCE;
	card->status.released = true;
	card->status.note = note;
	records_render(ws->records, 0, card, doc, &k, &lost);
	if (lost != NULL)
		diag(ws->in.diags, DIAG_FILE_MOVED, nowhere, str_of(lost),
		    str_of(fault_text(FAULT_CHANGED)));
	card->status = was;
	bytes = str_copy(ws->in.arena, sink_str(&k));
	sink_free(&k);
	return bytes;
}

/* --- What its bytes depend on */

static void
put_line(struct sink *k, str s)
{
	sink_put(k, s);
	sink_char(k, '\n');
}

static void
put_file(struct sink *k, str path)
{
	struct arena *a = arena_new();
	str bytes;

	if (!witness_read(a, str_c(a, path), FILE_LIMIT, &bytes)) {
		if (errno != ENOENT)
			die_system(DIAG_READ, str_c(a, path),
			    fault_text(errno));
		bytes = S("");
	}
	put_line(k, digest_hex(a, digest_of(bytes)));
	arena_free(a);
}

static bool
is_file(str value)
{
	return str_ends(value, S(".ttf")) || str_ends(value, S(".otf")) ||
	    str_ends(value, S(".dic"));
}

/* The style sheet and the files that it names. */
static void
put_style_sheet(struct sink *k, struct workspace *ws)
{
	str path = str_join(ws->in.arena, str_of(ws->in.options->templates),
	    S("/sheet.xml")), text, value;

	put_file(k, path);
	if (!witness_read(ws->in.arena, str_c(ws->in.arena, path), FILE_LIMIT,
	    &text))
		die_system(DIAG_READ, str_c(ws->in.arena, path),
		    fault_text(errno));
	while (str_cut(&text, '"', &value))
		if (is_file(value))
			put_file(k, value);
}

/* The digests of the style sheet and of all files that it names; computed
 * once a run. */
static str
style_digests(struct workspace *ws)
{
	struct sink k = { 0 };

	if (ws->style_digests.len == 0) {
		put_style_sheet(&k, ws);
		ws->style_digests = str_copy(ws->in.arena, sink_str(&k));
		sink_free(&k);
	}
	return ws->style_digests;
}

static void
put_settings(struct sink *k, struct workspace *ws, const struct ident *ident)
{
	const struct collection *c = &ws->in.collection;
	size_t i;

	put_line(k, lang_tag(c->lang));
	put_line(k, c->url);
	put_line(k, c->logo_alt);
	if (c->logo.len != 0)
		put_file(k, str_join3(ws->in.arena, ws->in.tree.root, S("/"),
		    c->logo));
	for (i = 0; i < header_row_num(&c->header_rows); i++)
		put_line(k, header_row_label(&c->header_rows,
		    header_row_at(&c->header_rows, i), c->lang));
	put_line(k, collection_folder(c, S(""))->title);
	put_line(k, collection_folder(c, ident->class)->title);
	put_line(k, collection_folder(c, ident->unit)->title);
	put_line(k, collection_folder(c, ident->subject)->title);
	put_line(k, collection_contact(c, ident->subject));
}

str
release_record_press(struct workspace *ws, const struct ident *ident)
{
	struct sink k = { 0 };
	str hex;

	sink_put(&k, style_digests(ws));
	put_settings(&k, ws, ident);
	hex = digest_hex(ws->in.arena, digest_of(sink_str(&k)));
	sink_free(&k);
	return str_join(ws->in.arena, S(VERSION_NAME " "),
	    str_upto(hex, NAME_DIGITS));
}
