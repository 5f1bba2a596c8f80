/* SPDX-License-Identifier: ISC */
#include "duty/due_mail.h"

#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/program.h"
#include "base/shown.h"
#include "build/day.h"
#include "build/options.h"
#include "duty/due_text.h"
#include "duty/mail.h"
#include "duty/sent.h"

struct mailer {
	struct input	*in;
	struct sent	 sent;
	str		 site;		/* its address, or empty */
	long long	 now;		/* [s since 1970, UTC] */
	struct sink	 mbox;
	size_t		 messages;
};

/* --- What is written */

/* The name in To: where all duties are of one owner. */
static str
name_of(const struct duties *d)
{
	size_t i;

	for (i = 1; i < d->num; i++)
		if (!str_eq(d->items[i].owner, d->items[0].owner))
			return S("");
	return d->items[0].owner;
}

static str
filled(struct arena *a, enum phrase phrase, str value, size_t num)
{
	struct sink k = { 0 };

	phrase_put(&k, phrase_text(phrase), (str[PHRASE_VALUES]){ value,
	    PHRASE_UINT(num) });
	return sink_take(&k, a);
}

static str
text_of(struct mailer *m, const struct duties *d)
{
	struct arena *a = m->in->arena;
	struct sink k = { 0 };

	sink_put(&k, filled(a, PHRASE_DUE_INTRO, date_dotted(a, m->in->day),
	    d->num));
	sink_char(&k, '\n');
	due_text_put(a, d, m->in->collection.url, &k);
	sink_puts(&k, "\n-- \n");
	sink_put(&k, filled(a, PHRASE_DUE_END, S(""), SENT_INTERVAL));
	sink_char(&k, '\n');
	return sink_take(&k, a);
}

static str
message_of(struct mailer *m, const struct duties *d)
{
	struct arena *a = m->in->arena;
	str to = d->items[0].address;
	struct mail mail = { .from = m->site.len != 0 ? m->site : to, .to = to,
	    .name = name_of(d), .subject = filled(a, PHRASE_DUE_SUBJECT,
	    collection_folder(&m->in->collection, S(""))->title, d->num),
	    .text = text_of(m, d), .seconds = m->now };
	struct sink k = { 0 };

	mail_put(a, &mail, &k);
	return sink_take(&k, a);
}

/* --- Where it goes */

/* cron's PATH often lacks the folder of sendmail. */
static const char *
sendmail_path(struct arena *a)
{
	const char *list = getenv("PATH");
	str folder, rest = str_of(list != NULL ? list : "");

	while (str_cut(&rest, ':', &folder))
		if (folder.len != 0 && file_is_readable(path_name(a, folder,
		    S("sendmail"))))
			return "sendmail";
	return "/usr/sbin/sendmail";
}

static bool
send(struct mailer *m, const char *to, str message)
{
	static const struct program_limits limits = { .seconds = 30,
	    .memory = 1 << 30, .output = 64 << 20 };
	struct arena *a = m->in->arena;
	const char *argv[] = { sendmail_path(a), "-i", "--", to, NULL };
	struct sink said = { 0 };
	int status = program_run_within(argv, message, NULL, &said, &limits);
	str line = S(""), rest = sink_str(&said);

	str_line(&rest, &line);
	if (status != 0)
		diag(m->in->diags, DIAG_DUE_SENDMAIL, POS_NONE, m->in->tree.root,
		    str_of(to), str_uint(a, (uintmax_t)status), line);
	sink_free(&said);
	return status == 0;
}

static void
deliver(struct mailer *m, const struct duties *d)
{
	char *to = str_c(m->in->arena, d->items[0].address);
	str message = message_of(m, d);
	size_t i;

	if (!m->in->options->send) {
		sink_puts(&m->mbox, "From matbu ");
		sink_put(&m->mbox, date_iso(m->in->arena, m->in->day));
		sink_char(&m->mbox, '\n');
		sink_put(&m->mbox, message);
		sink_char(&m->mbox, '\n');
		return;
	}
	/* A full disk must not make a mail go out twice. */
	if (m->messages == 0)
		sent_write(&m->sent);
	if (!send(m, to, message))
		return;
	for (i = 0; i < d->num; i++)
		sent_add(&m->sent, &d->items[i]);
	sent_write(&m->sent);
	m->messages++;
}

/* --- All of them */

/* A run with --date has that day's noon. */
static long long
seconds_of(const struct options *o, struct date day)
{
	struct tm tm = { .tm_year = day.year - 1900, .tm_mon = day.month - 1,
	    .tm_mday = day.day, .tm_hour = 12 };

	return date_cmp(day, day_now(o)) == 0 ? time(NULL) : timegm(&tm);
}

/* Leaves the duties that were not mailed lately. */
static void
drop_sent(const struct mailer *m, struct duties *d)
{
	size_t i, num = 0;

	for (i = 0; i < d->num; i++)
		if (!sent_has(&m->sent, &d->items[i]))
			d->items[num++] = d->items[i];
	d->num = num;
}

static void
report_nobody(struct input *in, const struct duties *d)
{
	diag(in->diags, DIAG_DUE_NOBODY, POS_NONE, path_join(in->arena,
	    in->tree.root, S("index.md")), str_uint(in->arena, d->num),
	    d->items[0].card->ident->work);
}

static void
deliver_all(struct mailer *m, const struct duties *d)
{
	struct duties part;
	size_t i, end;

	for (i = 0; i < d->num; i = end) {
		for (end = i + 1; end < d->num && str_eq(d->items[end].address,
		    d->items[i].address); end++)
			continue;
		part = (struct duties){ d->items + i, end - i };
		if (part.items[0].address.len == 0)
			report_nobody(m->in, &part);
		else
			deliver(m, &part);
	}
}

void
due_mail(struct input *in, const struct mail_book *book, struct duties *d)
{
	struct mailer m = { .in = in, .site = duty_site_address(&in->collection,
	    book), .now = seconds_of(in->options, in->day) };

	sent_read(&m.sent, in);
	drop_sent(&m, d);
	duty_sort_by_address(d);
	deliver_all(&m, d);
	if (!shown_write(sink_str(&m.mbox)))
		die_system(DIAG_WRITE, "stdout", "");
	if (m.messages != 0 && !in->options->quiet)
		phrase_print(PHRASE_DUE_SENT, PHRASE_UINT(m.messages));
	sink_free(&m.mbox);
}
