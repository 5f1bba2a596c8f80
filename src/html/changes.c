/* SPDX-License-Identifier: ISC */
#include "html/changes.h"

#include "base/arena.h"
#include "base/sink.h"
#include "html/line.h"
#include "html/page.h"
#include "html/template_render.h"

/* “Revizyon 2, 20.06.2025” */
static str
note_of(struct arena *a, const struct card *card)
{
	return str_join(a, lang_word(card->lang, WORD_STATUS_REVISION), S(" "),
	    str_uint(a, card->ident->revision), S(", "), date_dotted(a,
	    card->ident->date));
}

void
html_changes(const struct html_template *t, struct arena *a,
    const struct collection *c, const struct card *card, str content,
    struct sink *k)
{
	struct slot_values v = { .lang = card->lang };
	struct sink contact = { 0 };

	html_page_shared(&v, a, c, card->lang, card->ident->subject,
	    /*self*/true);
	v.slots[SLOT_TITLE] = lang_word(card->lang, WORD_DIFF_TITLE);
	v.slots[SLOT_TITLE_TEXT] = card->title;
	v.slots[SLOT_HEAD_TITLE] = str_join(a, v.slots[SLOT_TITLE], S(" – "),
	    card->title);
	v.slots[SLOT_DESCRIPTION] = v.slots[SLOT_HEAD_TITLE];
	v.slots[SLOT_DOCUMENT] = str_join(a, str_from(card->ident->edition,
	    card->ident->subject.len + 1), S(".html"));
	v.slots[SLOT_DOCUMENT_NOTE] = note_of(a, card);
	v.slots[SLOT_ARTICLE] = content;
	html_line(collection_contact(c, card->ident->subject).text, &contact);
	v.slots[SLOT_CONTACT] = sink_take(&contact, a);
	if (card->status.state == STATE_DRAFT)
		v.slots[SLOT_NOINDEX] = S("noindex");
	if (c->url.len != 0)
		v.slots[SLOT_CANONICAL] = str_join(a, c->url, S("/"),
		    card->ident->edition, S(".degisiklik.html"));
	html_template_render(t, &v, k);
}
