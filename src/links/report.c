/* SPDX-License-Identifier: ISC */
#include "links/report.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/phrase.h"
#include "base/shell.h"
#include "base/shown.h"

/* A phrase in a warning that would else be too long [byte]. */
enum { SHORT_PHRASE = 60 };

/* --- Faults */

static str
filled(struct arena *a, str text, str first, str second, str third)
{
	struct sink k = { 0 };

	phrase_put(&k, text, (str[PHRASE_VALUES]){ first, second, third });
	return sink_take(&k, a);
}

static str
reason_of(str why)
{
	return hosts_reason(message_language(), why);
}

str
report_since(struct arena *a, const struct link_row *row)
{
	return filled(a, phrase_text(PHRASE_LINKS_SINCE), reason_of(
	    row->reason), date_dotted(a, row->first), str_uint(a, row->days));
}

static str
text_of(struct arena *a, const struct card *card, str address, str phrase)
{
	return filled(a, phrase_in(card->lang, PHRASE_LINKS_WARNING), phrase,
	    address, S(""));
}

static str
command(struct arena *a, const struct card *card, str text)
{
	return str_join(a, S("matbu warn "), card->ident->work, S(" "),
	    shell_word(a, text));
}

static bool
fits(struct arena *a, const struct card *card, str text)
{
	return command(a, card, text).len <= SHOWN_LIMIT;
}

/* The text of the warning: whole, or so short that its command is shown whole.
 */
static str
warning_of(struct arena *a, const struct card *card, str address, str phrase)
{
	str text = text_of(a, card, address, phrase);

	phrase = str_shorten(a, phrase, SHORT_PHRASE);
	if (!fits(a, card, text))
		text = text_of(a, card, address, phrase);
	return fits(a, card, text) ? text : text_of(a, card, str_shorten(a,
	    address, SHORT_PHRASE), phrase);
}

str
report_warn_line(struct arena *a, const struct card *card, str address,
    str phrase)
{
	return command(a, card, warning_of(a, card, address, phrase));
}

static bool
is_in_force(const struct card *card)
{
	return card != NULL && card->status.state == STATE_IN_FORCE;
}

static bool
has(str text, str part)
{
	return str_search(text, part) < text.len;
}

bool
report_is_warned(struct arena *a, const struct wanted *w)
{
	const struct edition_status *s;
	str text;
	size_t i;

	if (!is_in_force(w->card))
		return false;
	s = &w->card->status;
	text = warning_of(a, w->card, w->address, w->phrase);
	for (i = 0; i < s->num_warnings; i++)
		if (has(s->warnings[i].text, w->phrase) ||
		    has(s->warnings[i].text, w->address) ||
		    str_eq(s->warnings[i].text, text))
			return true;
	return false;
}

static void
report_fault(struct input *in, const struct wanted *w,
    const struct link_row *row)
{
	struct arena *a = in->arena;
	bool in_force = is_in_force(w->card);

	if (w->phrase.len == 0)
		diag(in->diags, DIAG_LINK_DEAD, w->place.pos, w->place.path,
		    w->address, report_since(a, row), in_force ?
		    w->card->ident->work : S(""));
	else if (report_is_warned(a, w))
		diag(in->diags, DIAG_LINK_WARNED, w->place.pos, w->place.path,
		    w->address, w->phrase, w->card->ident->work);
	else
		diag(in->diags, DIAG_LINK_SILENT, w->place.pos, w->place.path,
		    w->address, w->phrase, in_force ? report_warn_line(a,
		    w->card, w->address, w->phrase) : S(""));
}

void
report_faults(struct input *in, const struct wanted_list *l,
    const struct link_state *s)
{
	const struct link_row *row;
	size_t i;

	for (i = 0; i < l->num; i++) {
		row = link_state_find(s, l->items[i].address,
		    l->items[i].phrase);
		if (row != NULL && link_state_is_red(row))
			report_fault(in, &l->items[i], row);
	}
}

/* --- Lines */

struct counts {
	size_t	results[3];		/* of addresses, by ask_result */
	size_t	phrases;
	size_t	said;
};

static void
put_line(struct sink *k, enum phrase phrase, str first, str second, str third)
{
	phrase_put(k, phrase_text(phrase), (str[PHRASE_VALUES]){ first, second,
	    third });
	sink_char(k, '\n');
}

/* Returns what the line says. */
static enum ask_result
put_address(struct input *in, const struct hosts_asked *x,
    const struct link_state *s, struct sink *k)
{
	const struct wanted *w = x->wanted;
	const struct link_row *row = link_state_find(s, w->address, S(""));
	/* A failure that was not noted says nothing about the address. */
	enum ask_result result = w->result == ASK_FAILS && row == NULL ?
	    ASK_UNSURE : w->result;

	if (result == ASK_UNSURE)
		put_line(k, PHRASE_LINKS_UNSURE, w->address, reason_of(
		    w->why), S(""));
	else if (result == ASK_FAILS)
		put_line(k, PHRASE_LINKS_FAILS, w->address, reason_of(
		    w->why), str_uint(in->arena, row->days));
	else if (x->answer.final.len != 0)
		put_line(k, PHRASE_LINKS_MOVED, w->address, x->answer.final,
		    S(""));
	return result;
}

/* The phrases of an address, each once; the texts of one stand together. */
static void
put_phrases(const struct hosts_asked *x, struct sink *k, struct counts *c)
{
	const struct wanted *w = x->wanted;
	size_t i;

	for (i = 0; i < x->num; i++) {
		if (w[i].phrase.len == 0 || (i > 0 && str_eq(w[i].phrase,
		    w[i - 1].phrase)))
			continue;
		c->phrases++;
		c->said += w[i].result == ASK_ANSWERS;
		if (w[i].result == ASK_UNSURE && w->result == ASK_ANSWERS)
			put_line(k, PHRASE_LINKS_UNSURE_SAYS, w[i].address,
			    reason_of(w[i].why), w[i].phrase);
	}
}

void
report_lines(struct input *in, const struct hosts *hosts,
    const struct link_state *s)
{
	struct counts c = { { 0 }, 0, 0 };
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < hosts->num; i++) {
		c.results[put_address(in, &hosts->asked[i], s, &k)]++;
		put_phrases(&hosts->asked[i], &k, &c);
	}
	if (!shown_write(sink_str(&k)))
		die_system(DIAG_WRITE, "stdout", "");
	sink_free(&k);
	phrase_print(PHRASE_LINKS_SUMMARY, PHRASE_UINT(hosts->num),
	    PHRASE_UINT(c.results[ASK_ANSWERS]),
	    PHRASE_UINT(c.results[ASK_FAILS]),
	    PHRASE_UINT(c.results[ASK_UNSURE]), PHRASE_UINT(c.phrases),
	    PHRASE_UINT(c.said));
}
