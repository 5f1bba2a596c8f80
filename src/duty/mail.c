/* SPDX-License-Identifier: ISC */
#include "duty/mail.h"

#include <assert.h>
#include <time.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/shown.h"

/* The text of an encoded word, and a line of the body, are shorter
 * [byte]. */
enum { WORD = 50, LINE = 76 };

static void
put_hex(struct sink *k, char c)
{
	static const char digits[] = "0123456789ABCDEF";

	sink_char(k, '=');
	sink_char(k, digits[(unsigned char)c >> 4]);
	sink_char(k, digits[(unsigned char)c & 15]);
}

/* Appends the character at s.p in the encoding Q; returns its bytes. */
static size_t
put_encoded(struct sink *k, str s)
{
	size_t i, len;

	str_rune(s, &len);
	for (i = 0; i < len; i++)
		if (s.p[i] == ' ')
			sink_char(k, '_');
		else if (char_is_alnum(s.p[i]))
			sink_char(k, s.p[i]);
		else
			put_hex(k, s.p[i]);
	return len;
}

/* Appends a header's text as encoded words, each on a line of its own. */
static void
put_words(struct sink *k, str s)
{
	size_t start;

	assert(shown_is_plain(s));
	while (s.len != 0) {
		sink_puts(k, "=?UTF-8?Q?");
		start = k->len;
		while (s.len != 0 && k->len - start < WORD - 12)
			s = str_from(s, put_encoded(k, s));
		sink_puts(k, s.len != 0 ? "?=\n " : "?=");
	}
}

static bool
is_printable(char c)
{
	return c >= ' ' && c < 0x7F && c != '=';
}

static void
put_line(struct sink *k, str line)
{
	size_t i, start = k->len;
	bool last;

	for (i = 0; i < line.len; i++) {
		last = i + 1 == line.len;
		if (k->len - start > LINE - (last ? 3 : 4)) {
			sink_puts(k, "=\n");
			start = k->len;
		}
		/* A space at the end of a line may get lost. */
		if (is_printable(line.p[i]) && !(last && line.p[i] == ' '))
			sink_char(k, line.p[i]);
		else
			put_hex(k, line.p[i]);
	}
	sink_char(k, '\n');
}

static void
put_header(struct sink *k, const char *name, str value)
{
	sink_puts(k, name);
	sink_put(k, value);
	sink_char(k, '\n');
}

/* A program that reads mail knows the same message by it. */
static str
message_id(struct arena *a, const struct mail *m)
{
	str all = str_join(a, m->to, S("\n"), m->subject, S("\n"), m->text);

	return str_join(a, S("<"), str_upto(digest_hex(a, digest_of(all)), 32),
	    str_from(m->from, str_find(m->from, '@')), S(">"));
}

static void
put_date(struct sink *k, long long seconds)
{
	time_t t = (time_t)seconds;
	struct tm tm;
	char text[64];

	gmtime_r(&t, &tm);
	strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S +0000", &tm);
	put_header(k, "Date: ", str_of(text));
}

void
mail_put(struct arena *a, const struct mail *m, struct sink *k)
{
	str line, rest = m->text;

	put_header(k, "From: ", m->from);
	sink_puts(k, "To: ");
	put_words(k, m->name);
	put_header(k, m->name.len != 0 ? "\n <" : "<", str_join(a, m->to,
	    S(">")));
	sink_puts(k, "Subject: ");
	put_words(k, m->subject);
	sink_char(k, '\n');
	put_date(k, m->seconds);
	put_header(k, "Message-ID: ", message_id(a, m));
	sink_puts(k, "Auto-Submitted: auto-generated\n"
	    "MIME-Version: 1.0\n"
	    "Content-Type: text/plain; charset=utf-8\n"
	    "Content-Transfer-Encoding: quoted-printable\n\n");
	while (str_line(&rest, &line))
		put_line(k, line);
}
