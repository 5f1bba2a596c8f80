/* SPDX-License-Identifier: ISC */
#include "import/front.h"

#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "import/dialect.h"
#include "import/escape.h"
#include "model/header_row.h"
#include "source/front_matter.h"
#include "source/source_text.h"

/* --- What the collection declares */

static struct front_matter
settings(struct arena *a, str root)
{
	struct doc doc = { .arena = a, .path = str_join(a, root,
	    S("/index.md")) };

	if (source_text_read(&doc))
		front_matter_read(&doc, FRONT_MATTER_SITE);
	return doc.front_matter;
}

enum lang
front_lang(struct arena *a, str root)
{
	return settings(a, root).lang;
}

static void
put_value(struct sink *to, str key, str value)
{
	if (value.len == 0)
		return;
	sink_put(to, key);
	sink_puts(to, ": ");
	escape_value(to, value);
	sink_char(to, '\n');
}

/* A row that only some collections have. */
static void
put_declared(struct sink *to, struct losses *losses,
    const struct header_rows *rows, enum dialect name, enum phrase label,
    str value)
{
	struct sink k = { 0 };
	size_t i;

	if (value.len == 0)
		return;
	if (header_row_find(rows, dialect_text(name), &i)) {
		put_value(to, dialect_text(name), value);
		return;
	}
	sink_put(&k, phrase_text(label));
	sink_puts(&k, ": ");
	sink_put(&k, value);
	losses_add(losses, PHRASE_LOSS_UNDECLARED, sink_str(&k),
	    phrase_text(PHRASE_HEADER));
	sink_free(&k);
}

/* “  - tarih: …” and the other members below it. */
static void
put_earlier(struct sink *to, struct arena *a, const struct earlier *e)
{
	const str values[] = { date_is_set(e->date) ? date_dotted(a, e->date) :
	    S(""), e->number.text, e->change.text };
	const enum dialect names[] = { DIALECT_EARLIER_DATE,
	    DIALECT_EARLIER_NUMBER, DIALECT_EARLIER_CHANGE };
	const char *indent = "  - ";
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (values[i].len == 0)
			continue;
		sink_puts(to, indent);
		put_value(to, dialect_text(names[i]), values[i]);
		indent = "    ";
	}
}

static void
put_earliers(struct sink *to, struct arena *a, const struct earlier *e)
{
	if (e != NULL)
		sink_put(to, dialect_text(DIALECT_EARLIER));
	for (; e != NULL; e = e->next)
		put_earlier(to, a, e);
}

/* A day that no edition of the text stands for. */
static void
lose_published(struct reading *r, const struct head *h)
{
	const struct earlier *e = h->earlier;

	while (e != NULL && date_cmp(e->date, h->published) != 0)
		e = e->next;
	if (e == NULL && date_is_set(h->published) && date_is_set(h->revised) &&
	    date_cmp(h->published, h->revised) != 0)
		losses_add(&r->losses, PHRASE_LOSS_PUBLISHED,
		    date_dotted(r->arena, h->published),
		    phrase_text(PHRASE_HEADER));
}

void
front_put(struct sink *to, struct document *d, const struct head *h, str root)
{
	struct reading *r = d->reading;
	struct header_rows rows = settings(r->arena, root).header_rows;
	struct sink k = { 0 };

	if (d->numbered)
		sink_put(&k, dialect_text(DIALECT_NUMBERED));
	put_declared(&k, &r->losses, &rows, DIALECT_NUMBER_ROW,
	    PHRASE_HEAD_NUMBER, h->number);
	put_value(&k, dialect_text(DIALECT_PREPARED), h->prepared_by);
	put_declared(&k, &r->losses, &rows, DIALECT_CHECKED_ROW,
	    PHRASE_HEAD_CHECKED, h->checked_by);
	put_value(&k, dialect_text(DIALECT_APPROVED), h->approved_by);
	put_value(&k, dialect_text(DIALECT_CHANGE), h->change);
	put_earliers(&k, r->arena, h->earlier);
	if (k.len != 0) {
		sink_puts(to, "---\n");
		sink_put(to, sink_str(&k));
		sink_puts(to, "---\n");
	}
	lose_published(r, h);
	sink_free(&k);
}

/* --- The question */

static void
show(enum phrase label, str value)
{
	if (value.len != 0)
		phrase_print(PHRASE_HEAD_VALUE, phrase_text(label), value);
}

/* “önceki sürüm: 00, 12.03.2015, İlk yayın” */
static void
show_earlier(struct arena *a, const struct earlier *e)
{
	const str parts[] = { e->number.text, date_is_set(e->date) ?
	    date_dotted(a, e->date) : S(""), e->change.text };
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		sink_puts(&k, k.len != 0 && parts[i].len != 0 ? ", " : "");
		sink_put(&k, parts[i]);
	}
	show(PHRASE_HEAD_EARLIER, sink_str(&k));
	sink_free(&k);
}

static bool
ask(void)
{
	str question = phrase_text(PHRASE_HEAD_ASK);
	char line[64];

	/* The answer is typed behind it. */
	printf("%.*s ", (int)question.len, question.p);
	fflush(stdout);
	return fgets(line, sizeof(line), stdin) != NULL && (line[0] == 'e' ||
	    line[0] == 'E' || line[0] == 'y' || line[0] == 'Y');
}

bool
front_confirm(struct arena *a, const struct head *h, str edition,
    bool accepted, bool *stopped)
{
	const struct earlier *e;

	*stopped = false;
	if (!head_says(h))
		return true;
	phrase_print(PHRASE_HEAD_FOUND, S(""));
	show(PHRASE_HEAD_NUMBER, h->number);
	show(PHRASE_HEAD_EDITION, edition);
	show(PHRASE_HEAD_PREPARED, h->prepared_by);
	show(PHRASE_HEAD_CHECKED, h->checked_by);
	show(PHRASE_HEAD_APPROVED, h->approved_by);
	show(PHRASE_HEAD_CHANGE, h->change);
	for (e = h->earlier; e != NULL; e = e->next)
		show_earlier(a, e);
	if (accepted)
		return true;
	*stopped = isatty(STDIN_FILENO) == 0;
	return !*stopped && ask();
}
