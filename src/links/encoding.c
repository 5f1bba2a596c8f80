/* SPDX-License-Identifier: ISC */
#include "links/encoding.h"

#include <errno.h>
#include <iconv.h>

enum { META_WITHIN = 1024,		/* [byte], as browsers search for it */
       NAME_LIMIT = 40 };

/* What browsers read under a name that says less. */
static const struct {
	const char	*name;
	const char	*read;
} aliases[] = {
	{ "iso-8859-9", "windows-1254" }, { "latin5", "windows-1254" },
	{ "iso8859-9", "windows-1254" }, { "iso-8859-1", "windows-1252" },
	{ "latin1", "windows-1252" }, { "us-ascii", "windows-1252" },
	{ "ascii", "windows-1252" }, { "utf8", "utf-8" },
	{ "utf-16", "utf-16le" },
};

static const struct {
	str		mark;
	const char	*name;
} marks[] = {
	{ { "\xEF\xBB\xBF", 3 }, "utf-8" },
	{ { "\xFF\xFE", 2 }, "utf-16le" },
	{ { "\xFE\xFF", 2 }, "utf-16be" },
};

/* Finds “charset=NAME” in the text, and writes the name in small letters;
 * empty where there is none. */
static void
find_name(str text, char name[NAME_LIMIT])
{
	static const str word = S("charset");
	size_t i, j, n = 0;

	name[0] = '\0';
	for (i = 0; i + word.len < text.len; i++) {
		for (j = 0; j < word.len; j++)
			if ((text.p[i + j] | 0x20) != word.p[j])
				break;
		if (j == word.len)
			break;
	}
	if (i + word.len >= text.len)
		return;
	for (i += word.len; i < text.len && (char_is_space(text.p[i]) ||
	    text.p[i] == '=' || text.p[i] == '"' || text.p[i] == '\''); i++)
		;
	for (; i < text.len && n + 1 < NAME_LIMIT && (char_is_alnum(
	    text.p[i]) || text.p[i] == '-' || text.p[i] == '_'); i++)
		name[n++] = char_is_alnum(text.p[i]) && !char_is_digit(
		    text.p[i]) ? (char)(text.p[i] | 0x20) : text.p[i];
	name[n] = '\0';
}

static const char *
mark_of(str *bytes)
{
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(*bytes, marks[i].mark)) {
			*bytes = str_from(*bytes, marks[i].mark.len);
			return marks[i].name;
		}
	return NULL;
}

/* The name that the text or its sender gives. A <meta> is ASCII, so what it
 * calls UTF-16 is not. */
static const char *
name_of(str *bytes, str type, char name[NAME_LIMIT])
{
	const char *mark = mark_of(bytes);
	size_t i;

	if (mark != NULL)
		return mark;
	find_name(type, name);
	if (name[0] == '\0') {
		find_name(str_upto(*bytes, META_WITHIN), name);
		if (str_starts(str_of(name), S("utf-16")))
			return "utf-8";
	}
	for (i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
		if (str_eq(str_of(aliases[i].name), str_of(name)))
			return aliases[i].read;
	if (name[0] == '\0')
		return str_utf8_fault(*bytes) == bytes->len ? "utf-8" :
		    "windows-1254";
	return name;
}

static void
put_utf8(str bytes, struct sink *k)
{
	size_t i, len;
	uint32_t c;

	for (i = 0; i < bytes.len; i += len) {
		c = str_rune(str_from(bytes, i), &len);
		sink_rune(k, c != 0 ? c : 0xFFFD);
	}
}

/* Converts, past what the converter does not take. */
static void
convert(iconv_t cd, str bytes, struct sink *k)
{
	char piece[4096], *from = (char *)(uintptr_t)bytes.p, *to;
	size_t left = bytes.len, room;

	while (left != 0) {
		to = piece;
		room = sizeof(piece);
		if (iconv(cd, &from, &left, &to, &room) == (size_t)-1 &&
		    errno != E2BIG && left != 0) {
			put_utf8((str){ piece, sizeof(piece) - room }, k);
			sink_rune(k, 0xFFFD);
			from++;
			left--;
			continue;
		}
		put_utf8((str){ piece, sizeof(piece) - room }, k);
	}
}

bool
encoding_read(str bytes, str type, struct sink *k)
{
	char found[NAME_LIMIT];
	const char *name = name_of(&bytes, type, found);
	iconv_t cd;

	if (str_eq(str_of(name), S("utf-8"))) {
		put_utf8(bytes, k);
		return true;
	}
	cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1)
		return false;
	convert(cd, bytes, k);
	iconv_close(cd);
	return true;
}
