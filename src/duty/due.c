/* SPDX-License-Identifier: ISC */
#include "duty/due.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/folder.h"
#include "base/message.h"
#include "base/phrase.h"
#include "base/shown.h"
#include "base/witness.h"
#include "build/collect.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "build/peek_titles.h"
#include "duty/due_mail.h"
#include "duty/due_text.h"
#include "edition/list_output.h"
#include "model/translation.h"
#include "register/status.h"

enum format { TEXT, CSV, JSON, MAIL, FORMATS };

static const char *const formats[FORMATS] = { "text", "csv", "json", "mail" };

/* --send alone means a mail. */
static enum format
read_format(const struct options *o)
{
	const char *name = o->format != NULL ? o->format : o->send ? "mail" :
	    "text";
	size_t i;

	for (i = 0; i < FORMATS; i++)
		if (str_eq(str_of(formats[i]), str_of(name)))
			break;
	if (i == FORMATS)
		die_usage(DIAG_DUE_FORMAT, name, "");
	if (o->send && i != MAIL)
		die_usage(DIAG_DUE_SEND, name, "");
	return (enum format)i;
}

/* --- What is known of the documents */

/* Reads the documents that may have a duty: those in force and drafts. */
static void
read_cards(struct workspace *ws)
{
	struct input *in = &ws->in;
	struct collection *c = &in->collection;
	bool *wanted = arena_array(in->arena, bool, c->num_cards);
	struct peek_titles peek = { .ws = ws, .wanted = wanted };
	size_t i;

	c->controlled = in->reg.exists;
	status_make(c, in->arena, &in->reg, in->day);
	for (i = 0; i < c->num_cards; i++)
		wanted[i] = c->cards[i].status.state == STATE_IN_FORCE ||
		    c->cards[i].status.state == STATE_DRAFT;
	peek_titles(&peek);
	status_make(c, in->arena, &in->reg, in->day);
	translation_find(c);
}

/* --- Formats */

static void
put_text(const struct input *in, const struct duties *d, struct sink *k)
{
	if (d->num == 0) {
		if (!in->options->quiet)
			phrase_print(PHRASE_DUE_NOTHING, date_dotted(in->arena,
			    in->day));
		return;
	}
	phrase_put(k, phrase_text(PHRASE_DUE_TITLE), (str[PHRASE_VALUES]){
	    date_dotted(in->arena, in->day) });
	sink_char(k, '\n');
	due_text_put(in->arena, d, S(""), k);
}

static void
add_row(struct list_output *o, const struct duty *d)
{
	list_output_add(o, (str[]){ d->owner, d->address,
	    o->format == LIST_JSON ? duty_key(d) : duty_name(d),
	    list_output_date(o, d->day), d->card->ident->work, d->card->title,
	    duty_text(o->arena, d), d->card->ident->edition });
}

static void
put_table(const struct input *in, const struct duties *d, enum format format,
    struct sink *k)
{
	enum lang l = message_language();
	const struct list_column columns[] = {
		{ lang_word(l, WORD_LIST_OWNER), S("owner"), .hidden = false },
		{ lang_word(l, WORD_MAIL), S("address"), .hidden = false },
		{ lang_word(l, WORD_DUTY), S("kind"), .hidden = false },
		{ lang_word(l, WORD_DATE), S("day"), .hidden = false },
		{ lang_word(l, WORD_WORK), S("work"), .hidden = false },
		{ lang_word(l, WORD_DOCUMENT), S("title"), .hidden = false },
		{ lang_word(l, WORD_LIST_NOTE), S("note"), .hidden = false },
		{ lang_word(l, WORD_LIST_IDENTITY), S("edition"),
		    .hidden = false },
	};
	struct list_output o;
	size_t i;

	list_output_open(&o, in->arena, formats[format]);
	o.title = str_c(in->arena, lang_word(l, WORD_DUTIES));
	o.day = in->day;
	o.columns = columns;
	o.num_columns = sizeof(columns) / sizeof(columns[0]);
	for (i = 0; i < d->num; i++)
		add_row(&o, &d->items[i]);
	(format == CSV ? list_output_csv : list_output_json)(&o, k);
}

static void
print(const struct input *in, const struct duties *d, enum format format)
{
	struct sink k = { 0 };

	if (format == TEXT)
		put_text(in, d, &k);
	else
		put_table(in, d, format, &k);
	if (!shown_write(sink_str(&k)))
		die_system(DIAG_WRITE, "stdout", "");
	sink_free(&k);
}

static void
show(struct workspace *ws, enum format format)
{
	struct input *in = &ws->in;
	struct mail_book book;
	struct duty_links links;
	struct duties d;

	read_cards(ws);
	mail_book_read(&book, in->arena, in->tree.root, in->diags);
	if (diags_errors(in->diags) != 0)
		return;
	duty_read_links(&links, ws);
	d = duty_find(in, &book, &links);
	if (format == MAIL)
		due_mail(in, &book, &d);
	else
		print(in, &d, format);
	witness_report(in->diags, true);
}

int
due_show(const struct options *o)
{
	enum format format = read_format(o);
	struct workspace ws;

	if (o->send && folder_is_there(o->content) &&
	    !durable_lock(o->content))
		die_system(DIAG_REGISTER_LOCKED, o->content, "");
	workspace_open(&ws, o);
	collect(&ws.in);
	filter_diags_register(&ws.in);
	if (ws.in.reg.valid || !ws.in.reg.exists)
		show(&ws, format);
	return workspace_close(&ws);
}
