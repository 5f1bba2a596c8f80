/* SPDX-License-Identifier: ISC */
#include "site/catalogue.h"

#include "base/arena.h"
#include "base/sink.h"
#include "model/translation.h"
#include "site/script.h"

static void
put_text(struct sink *k, const char *key, str text)
{
	if (text.len != 0)
		script_pair(k, str_of(key), text);
}

static void
put_date(struct sink *k, struct arena *a, const char *key, struct date day)
{
	if (date_is_set(day))
		put_text(k, key, date_iso(a, day));
}

static void
put_status(struct sink *k, struct arena *a, const struct card *card)
{
	const struct edition_status *s = &card->status;

	if (s->state == STATE_UNCONTROLLED)
		return;
	if (s->state == STATE_WITHDRAWN) {
		put_text(k, "status", S("withdrawn"));
		put_date(k, a, "withdrawn", s->since);
		put_text(k, "reason", s->reason);
	} else
		put_text(k, "status", s->num_warnings != 0 ? S("warned") :
		    S("in-force"));
	put_date(k, a, "review", s->review);
	if (s->record.len != 0)
		put_text(k, "record", str_join(a, card->ident->edition,
		    S(".pdf")));
}

static void
put_translation(struct sink *k, const struct collection *c,
    const struct card *card)
{
	if (card->original == NULL)
		return;
	put_text(k, "translation-of", card->original->ident->edition);
	if (translation_lag(c, card) != TRANSLATION_CURRENT)
		sink_puts(k, ",\"lagging\":true");
}

static void
put_work(struct sink *k, struct arena *a, const struct collection *c,
    const struct card *card)
{
	const struct ident *ident = card->ident;

	sink_puts(k, "{\"work\":");
	script_string(k, ident->work);
	put_text(k, "edition", ident->edition);
	put_text(k, "title", card->title);
	put_text(k, "number", collection_number(c, card->declared,
	    ident->subject).text);
	put_text(k, "class", collection_folder(c, ident->class)->title);
	put_text(k, "unit", collection_folder(c, ident->unit)->title);
	put_text(k, "subject", collection_folder(c, ident->subject)->title);
	put_text(k, "lang", lang_tag(card->lang));
	put_translation(k, c, card);
	put_text(k, "summary", card->summary);
	sink_puts(k, ",\"revision\":");
	sink_uint(k, ident->revision);
	put_date(k, a, "date", ident->date);
	put_date(k, a, "first", collection_published(c, card, card->earlier));
	put_status(k, a, card);
	put_text(k, "page", str_join(a, ident->work, S(".html")));
	sink_char(k, '}');
}

void
catalogue_make(struct sink *k, const struct collection *c,
    const struct html_lists *lists)
{
	const struct html_list *all = &lists->folders[0];
	struct arena *a = arena_new();
	bool first = true;
	size_t i;

	sink_puts(k, "{\"$schema\":\"catalogue.schema.json\"");
	put_text(k, "institution", collection_folder(c, S(""))->title);
	put_text(k, "lang", lang_tag(c->lang));
	put_text(k, "url", c->url);
	sink_puts(k, ",\"documents\":[");
	for (i = 0; i < all->num; i++) {
		if (all->works[i]->status.erased)
			continue;
		sink_puts(k, first ? "\n" : ",\n");
		first = false;
		put_work(k, a, c, all->works[i]);
		arena_reset(a);
	}
	sink_puts(k, "\n]}\n");
	arena_free(a);
}
