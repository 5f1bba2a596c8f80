/* SPDX-License-Identifier: ISC */
#include "build/state_text.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/sink.h"

#define FIRST_LINE	"matbu state 1\n"
#define LAST_NAME	"end\t"

enum {
	HEX = 2 * DIGEST_SIZE,
	LAST_LEN = sizeof(LAST_NAME) - 1 + HEX + 1,	/* [byte] */
	DIGITS = 18,			/* of a number, at most */
	/* [min] An offset may be negative: it is written with a day more. */
	DAY_MINUTES = 24 * 60, TWO_DAYS = 2 * DAY_MINUTES
};

/* --- Writing */

/* No value has a tab or a line end in it. */
static void
put_value(struct sink *k, str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		switch (s.p[i]) {
		case '\t':
			sink_puts(k, "\\t");
			break;
		case '\n':
			sink_puts(k, "\\n");
			break;
		case '\\':
			sink_puts(k, "\\\\");
			break;
		default:
			sink_char(k, s.p[i]);
		}
}

static void
put_text(struct sink *k, const char *name, str value)
{
	sink_puts(k, name);
	sink_char(k, '\t');
	put_value(k, value);
	sink_char(k, '\n');
}

static void
put_number(struct sink *k, const char *name, uintmax_t number)
{
	sink_puts(k, name);
	sink_char(k, '\t');
	sink_uint(k, number);
	sink_char(k, '\n');
}

static void
put_warning(struct sink *k, const struct diags_fault *f)
{
	size_t i;

	sink_puts(k, "warning\t");
	sink_uint(k, f->id);
	sink_char(k, '\t');
	sink_uint(k, f->pos.line);
	sink_char(k, '\t');
	sink_uint(k, f->pos.col);
	sink_char(k, '\t');
	put_value(k, f->path);
	for (i = 0; i < DIAG_VALUES; i++) {
		sink_char(k, '\t');
		put_value(k, f->values[i]);
	}
	sink_char(k, '\n');
}

static void
put_day(struct sink *k, struct date day)
{
	sink_puts(k, "day\t");
	sink_uint_wide(k, (uintmax_t)day.year, 4);
	sink_uint_wide(k, (uintmax_t)day.month, 2);
	sink_uint_wide(k, (uintmax_t)day.day, 2);
	sink_char(k, '\n');
}

void
state_text_seal(struct sink *k)
{
	struct arena *a = arena_new();

	put_text(k, "end", digest_hex(a, digest_of(sink_str(k))));
	arena_free(a);
}

void
state_text_put(const struct state_text *t, struct sink *k)
{
	size_t i;

	sink_puts(k, FIRST_LINE);
	put_text(k, "key", t->key);
	put_day(k, t->day);
	put_number(k, "offset", (uintmax_t)t->offset + DAY_MINUTES);
	put_text(k, "lang", lang_tag(t->lang));
	put_text(k, "outside", t->outside);
	put_text(k, "content", t->content);
	put_text(k, "templates", t->templates);
	put_text(k, "out", t->out);
	put_text(k, "made", t->made);
	put_number(k, "editions", t->editions);
	put_number(k, "files", t->files);
	put_number(k, "without-url", t->without_url);
	for (i = 0; i < t->paths.num; i++)
		put_text(k, "path", t->paths.items[i]);
	for (i = 0; i < t->num_warnings; i++)
		put_warning(k, &t->warnings[i]);
	state_text_seal(k);
}

/* --- Reading */

struct reader {
	struct arena	*arena;
	str		 rest;
	bool		 failed;
};

static str
fail(struct reader *r)
{
	r->failed = true;
	return S("");
}

/* Reads what put_value() wrote; s has no line end. */
static str
read_value(struct reader *r, str s)
{
	char *to = arena_bytes(r->arena, s.len + 1);
	size_t i, len = 0;

	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '\t')
			return fail(r);
		if (s.p[i] != '\\') {
			to[len++] = s.p[i];
			continue;
		}
		if (++i == s.len || strchr("tn\\", s.p[i]) == NULL ||
		    s.p[i] == '\0')
			return fail(r);
		to[len++] = s.p[i] == 't' ? '\t' : s.p[i] == 'n' ? '\n' : '\\';
	}
	to[len] = '\0';
	return (str){ to, len };
}

/* Takes the value of the line, which must have that name. */
static str
take(struct reader *r, str name)
{
	str line, found;

	if (!str_line(&r->rest, &line) || !str_cut(&line, '\t', &found) ||
	    !str_eq(found, name))
		return fail(r);
	return line;
}

static size_t
number_of(struct reader *r, str s, size_t max)
{
	size_t i, n = 0;

	if (s.len == 0 || s.len > DIGITS || (s.p[0] == '0' && s.len != 1))
		r->failed = true;
	for (i = 0; i < s.len && !r->failed; i++) {
		if (!char_is_digit(s.p[i]))
			r->failed = true;
		n = 10 * n + (size_t)(s.p[i] - '0');
	}
	if (n > max)
		r->failed = true;
	return r->failed ? 0 : n;
}

static size_t
take_number(struct reader *r, str name, size_t max)
{
	return number_of(r, take(r, name), max);
}

static str
take_digest(struct reader *r, str name)
{
	str value = take(r, name);
	size_t i;

	for (i = 0; i < value.len; i++)
		if (!char_is_digit(value.p[i]) &&
		    (value.p[i] < 'a' || value.p[i] > 'f'))
			return fail(r);
	return value.len == HEX ? value : fail(r);
}

/* Takes a value of the warning, and the tab after it. */
static str
take_part(struct reader *r, str *line)
{
	str part;

	if (str_find(*line, '\t') == line->len)
		return fail(r);
	str_cut(line, '\t', &part);
	return part;
}

static void
take_warning(struct reader *r, struct diags_fault *f, str line)
{
	const size_t most = UINT32_MAX;
	size_t i;

	f->id = (enum diag)number_of(r, take_part(r, &line), DIAG_COUNT - 1);
	f->pos.line = (unsigned)number_of(r, take_part(r, &line), most);
	f->pos.col = (unsigned)number_of(r, take_part(r, &line), most);
	f->path = read_value(r, take_part(r, &line));
	for (i = 0; i + 1 < DIAG_VALUES; i++)
		f->values[i] = read_value(r, take_part(r, &line));
	f->values[i] = read_value(r, line);
}

static void
read_facts(struct reader *r, struct state_text *t)
{
	t->key = take_digest(r, S("key"));
	if (!date_read_compact(take(r, S("day")), &t->day) ||
	    !date_is_real(t->day))
		r->failed = true;
	t->offset = (int)take_number(r, S("offset"), TWO_DAYS) -
	    DAY_MINUTES;
	if (!lang_read(take(r, S("lang")), &t->lang))
		r->failed = true;
	t->outside = take_digest(r, S("outside"));
	t->content = take_digest(r, S("content"));
	t->templates = take_digest(r, S("templates"));
	t->out = take_digest(r, S("out"));
	t->made = take_digest(r, S("made"));
	t->editions = take_number(r, S("editions"), SIZE_MAX);
	t->files = take_number(r, S("files"), SIZE_MAX);
	t->without_url = take_number(r, S("without-url"), 1) != 0;
}

/* The paths, then the warnings. */
static void
read_lists(struct reader *r, struct state_text *t)
{
	const str path = S("path\t"), warning = S("warning\t");
	str line;

	while (!r->failed && str_starts(r->rest, path))
		strings_add(&t->paths, r->arena, read_value(r, take(r,
		    S("path"))));
	t->warnings = arena_array(r->arena, struct diags_fault,
	    str_count(r->rest, '\n'));
	while (!r->failed && str_starts(r->rest, warning)) {
		line = take(r, S("warning"));
		take_warning(r, &t->warnings[t->num_warnings++], line);
	}
}

/* Takes the last line off the text, if it is the digest of the rest. */
static bool
unseal(str *text)
{
	str last, name = S(LAST_NAME);

	if (text->len < LAST_LEN)
		return false;
	last = str_from(*text, text->len - LAST_LEN);
	text->len -= LAST_LEN;
	return str_starts(last, name) && str_ends(last, S("\n")) &&
	    digest_is_hex(digest_of(*text), (str){ last.p + name.len, HEX });
}

bool
state_text_read(struct state_text *t, struct arena *a, str bytes)
{
	struct reader r = { a, bytes, false };
	const str first = S(FIRST_LINE);

	*t = (struct state_text){ .offset = 0 };
	if (!str_starts(bytes, first) || !unseal(&r.rest) ||
	    !str_ends(r.rest, S("\n")))
		return false;
	r.rest = str_from(r.rest, first.len);
	read_facts(&r, t);
	read_lists(&r, t);
	return !r.failed && r.rest.len == 0;
}
