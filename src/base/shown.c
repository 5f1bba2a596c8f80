/* SPDX-License-Identifier: ISC */
#include "base/shown.h"

#include <stdio.h>
#include <unistd.h>

#include "base/sink.h"

static const char more[] = "…";

/* Whether a terminal would act on the character. 0xFFFD stands for a byte that
 * is not UTF-8. */
static bool
is_obeyed(uint32_t c)
{
	return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFFFD ||
	    c == 0x061C || c == 0x200E || c == 0x200F ||
	    (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_layout(str s)
{
	return s.p[0] == '\n' || s.p[0] == '\t' || str_starts(s, S("\r\n"));
}

/* Writes what fits into room; returns its length. *at is where it stopped
 * reading. */
static size_t
clean(char *to, size_t room, str s, bool lines, size_t *at)
{
	size_t len, n = 0;
	uint32_t c;

	for (*at = 0; *at < s.len; *at += len) {
		c = str_rune(str_from(s, *at), &len);
		if (n + len > room)
			break;
		if (is_obeyed(c) && !(lines && is_layout(str_from(s, *at)))) {
			to[n++] = '?';
			continue;
		}
		memcpy(to + n, s.p + *at, len);
		n += len;
	}
	return n;
}

bool
shown_is_plain(str s)
{
	size_t at, len;

	for (at = 0; at < s.len; at += len)
		if (is_obeyed(str_rune(str_from(s, at), &len)))
			return false;
	return true;
}

void
shown_put(struct sink *k, str s)
{
	size_t at;

	/* No character becomes longer. */
	k->len += clean(sink_room(k, s.len), s.len, s, false, &at);
}

const char *
shown_text(struct shown *to, str s)
{
	size_t at, cut = SHOWN_LIMIT - (sizeof(more) - 1);
	size_t n = clean(to->text, SHOWN_LIMIT, s, false, &at);

	if (at < s.len) {
		n = clean(to->text, cut, s, false, &at);
		memcpy(to->text + n, more, sizeof(more) - 1);
		n += sizeof(more) - 1;
	}
	to->text[n] = '\0';
	return to->text;
}

bool
shown_write(str s)
{
	char piece[4096];
	size_t at, n;

	if (!isatty(STDOUT_FILENO))
		return fwrite(s.len != 0 ? s.p : "", 1, s.len, stdout) ==
		    s.len && fflush(stdout) == 0;
	for (; s.len != 0; s = str_from(s, at)) {
		n = clean(piece, sizeof(piece), s, true, &at);
		if (fwrite(piece, 1, n, stdout) != n)
			return false;
	}
	return fflush(stdout) == 0;
}
