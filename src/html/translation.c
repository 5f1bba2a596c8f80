/* SPDX-License-Identifier: ISC */
#include "html/translation.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/sink.h"
#include "html/changes_url.h"
#include "model/translation.h"

struct page {
	struct slot_values	*v;
	struct arena		*arena;
	const struct collection	*c;
	const struct card	*card;
};

static str
page_url(const struct page *p, str path)
{
	return str_join3(p->arena, p->v->root, path, S(".html"));
}

/* Search engines want whole addresses where there are any. */
static str
full_url(const struct page *p, const struct card *card)
{
	return p->c->url.len == 0 ? page_url(p, card->ident->work) :
	    str_join(p->arena, str_join3(p->arena, p->c->url, S("/"),
	    card->ident->work), S(".html"));
}

/* --- Languages */

/* Each language is named in its own words. */
static void
add_languages(struct page *p, const struct html_cards *others)
{
	struct slot_row *rows = arena_array(p->arena, struct slot_row,
	    others->num);
	size_t i;

	for (i = 0; i < others->num; i++) {
		enum lang lang = others->cards[i]->lang;

		rows[i].fields[0] = page_url(p, others->cards[i]->ident->work);
		rows[i].fields[1] = lang_name(lang, lang);
		rows[i].fields[2] = lang_tag(lang);
	}
	p->v->lists[SLOT_LIST_LANGUAGES].rows = rows;
	p->v->lists[SLOT_LIST_LANGUAGES].num = others->num;
}

/* All languages, that of the page too. */
static void
add_alternates(struct page *p, const struct html_cards *others)
{
	struct slot_row *rows = arena_array(p->arena, struct slot_row,
	    others->num + 1);
	const struct card *card = p->card;
	size_t i;

	for (i = 0; i <= others->num; i++) {
		rows[i].fields[0] = full_url(p, card);
		rows[i].fields[1] = lang_tag(card->lang);
		card = i < others->num ? others->cards[i] : NULL;
	}
	p->v->lists[SLOT_LIST_ALTERNATES].rows = rows;
	p->v->lists[SLOT_LIST_ALTERNATES].num = others->num + 1;
}

/* --- Lag */

static str
phrase(const struct page *p, enum word w, const str *values)
{
	struct sink k = { 0 };

	phrase_put(&k, lang_word(p->v->lang, w), values);
	return sink_take(&k, p->arena);
}

/* “Revizyon 2: WHAT” */
static str
of_revision(const struct page *p, const struct card *card, str what)
{
	return str_join(p->arena, str_join3(p->arena, lang_word(p->v->lang,
	    WORD_STATUS_REVISION), S(" "), str_uint(p->arena,
	    card->ident->revision)), S(": "), what);
}

/* A link to the original, then one to each page that says what one of its
 * editions changed since. */
static void
add_links(struct page *p, const struct card *now)
{
	const struct card *card = p->card->original;
	struct slot_row *rows = arena_array(p->arena, struct slot_row,
	    1 + (now > card ? (size_t)(now - card) : 0)), *row = rows;
	str url;

	row->fields[0] = page_url(p, now->ident->work);
	row->fields[1] = phrase(p, WORD_LAG_TEXT, (str[]){ lang_name(
	    p->v->lang, now->lang) });
	row++->fields[2] = lang_tag(now->lang);
	while (now->status.state != STATE_WITHDRAWN && ++card <= now) {
		url = html_changes_url(p->arena, p->c, card);
		if (url.len == 0)
			continue;
		row->fields[0] = str_join(p->arena, str_join3(p->arena,
		    p->v->root, now->ident->subject, S("/")), url);
		row->fields[1] = of_revision(p, card, lang_word(p->v->lang,
		    WORD_DIFF_TITLE));
		row++->fields[2] = lang_tag(card->lang);
	}
	p->v->lists[SLOT_LIST_LAG_LINKS].rows = rows;
	p->v->lists[SLOT_LIST_LAG_LINKS].num = (size_t)(row - rows);
}

static void
add_lag(struct page *p)
{
	const struct card *now = translation_now(p->c, p->card);

	switch (translation_lag(p->c, p->card)) {
	case TRANSLATION_CURRENT:
		return;
	case TRANSLATION_BEHIND:
		p->v->slots[SLOT_LAG] = phrase(p, WORD_LAG, (str[]){
		    str_uint(p->arena, p->card->original->ident->revision),
		    lang_name(p->v->lang, now->lang), str_uint(p->arena,
		    now->ident->revision) });
		break;
	case TRANSLATION_WITHDRAWN:
		p->v->slots[SLOT_LAG] = phrase(p, WORD_LAG_WITHDRAWN,
		    (str[]){ date_dotted(p->arena, now->status.since) });
		break;
	}
	add_links(p, now);
}

/* --- The page */

static void
add_original(struct page *p)
{
	p->v->slots[SLOT_TRANSLATION_OF] = p->card->original->ident->edition;
	p->v->slots[SLOT_ORIGINAL] = full_url(p, p->card->original);
	if (p->card->status.state != STATE_SUPERSEDED &&
	    p->card->status.state != STATE_WITHDRAWN)
		add_lag(p);
}

void
html_translation(struct slot_values *v, struct arena *a,
    const struct collection *c, const struct html_lists *lists,
    const struct card *card)
{
	const struct card *address = collection_at_address(c, card);
	const struct html_cards *others = &lists->languages[address - c->cards];
	struct page p = { v, a, c, card };

	if (card->status.state == STATE_WITHDRAWN)
		return;
	add_languages(&p, others);
	if (address == card && others->num != 0 &&
	    card->status.state != STATE_DRAFT)
		add_alternates(&p, others);
	if (card->original != NULL)
		add_original(&p);
}
