/* SPDX-License-Identifier: ISC */
#include "build/release_record.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/version.h"
#include "build/options.h"
#include "build/record_renderer.h"
#include "model/dom.h"

enum { FILE_MOST = 64 << 20, NAME_DIGITS = 16 };

str
release_record(struct workspace *r, size_t edition, str note)
{
	struct card *card = &r->collection.cards[edition];
	struct doc doc = workspace_read_edition(r, r->arena, NULL,
	    &r->tree.editions[edition]);
	struct edition_status was = card->status;
	struct sink k = { 0 };
	const char *lost;
	str bytes;

	/* It is pressed as what it is about to be. */
	card->status.state = STATE_IN_FORCE;
	card->status.released = true;
	card->status.note = note;
	record_renderer_render(r->pdf, 0, card, &doc, &k, &lost);
	if (lost != NULL)
		die_system(DIAG_READ, lost, "");
	card->status = was;
	dom_close(&doc);
	bytes = str_copy(r->arena, sink_str(&k));
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

	if (!file_read(a, str_c(a, path), FILE_MOST, &bytes))
		bytes = S("");
	put_line(k, digest_hex(a, digest_of(bytes)));
	arena_free(a);
}

static bool
is_file(str value)
{
	return str_ends(value, S(".ttf")) || str_ends(value, S(".otf")) ||
	    str_ends(value, S(".dic"));
}

/* The sheet, and the files that it names. */
static void
put_sheet(struct sink *k, struct workspace *r)
{
	str path = str_join(r->arena, str_of(r->options->templates),
	    S("/sheet.xml")), text, value;

	put_file(k, path);
	if (!file_read(r->arena, str_c(r->arena, path), FILE_MOST, &text))
		return;
	while (str_cut(&text, '"', &value))
		if (is_file(value))
			put_file(k, value);
}

/* The digests of the sheet and all that it names: made once a run. */
static str
sheet_digests(struct workspace *r)
{
	struct sink k = { 0 };

	if (r->sheet_digests.len == 0) {
		put_sheet(&k, r);
		r->sheet_digests = str_copy(r->arena, sink_str(&k));
		sink_free(&k);
	}
	return r->sheet_digests;
}

static void
put_settings(struct sink *k, struct workspace *r, const struct ident *ident)
{
	const struct collection *c = &r->collection;
	size_t i;

	put_line(k, lang_tag(c->lang));
	put_line(k, c->url);
	put_line(k, c->logo_alt);
	if (c->logo.len != 0)
		put_file(k, str_join3(r->arena, r->tree.root, S("/"),
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
release_record_press(struct workspace *r, const struct ident *ident)
{
	struct sink k = { 0 };
	str hex;

	sink_put(&k, sheet_digests(r));
	put_settings(&k, r, ident);
	hex = digest_hex(r->arena, digest_of(sink_str(&k)));
	sink_free(&k);
	return str_join(r->arena, S(VERSION_NAME " "),
	    str_upto(hex, NAME_DIGITS));
}
