/* SPDX-License-Identifier: ISC */
#include "edition/edition_text.h"

#include "base/sink.h"
#include "source/front_matter.h"

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '-' || c == '_';
}

str
edition_text_rename(struct arena *a, str text, str old, str new)
{
	struct sink k = { 0 };
	str folder = str_join(a, old, S("/")), whole = text;
	size_t at;

	for (; (at = str_search(text, folder)) < text.len;) {
		sink_put(&k, str_upto(text, at));
		if (text.p + at != whole.p && is_name_char(text.p[at - 1]))
			sink_put(&k, old);
		else
			sink_put(&k, new);
		text = str_from(text, at + old.len);
	}
	sink_put(&k, text);
	return sink_take(&k, a);
}

static bool
is_change(str line)
{
	enum lang lang;
	str key;

	for (lang = 0; lang < LANG_COUNT; lang++) {
		key = front_matter_change(lang);
		if (str_starts(line, key) && str_starts(str_from(line,
		    key.len), S(":")))
			return true;
	}
	return false;
}

/* Removes the change of the last edition: its line and those that continue
 * it. */
static str
remove_change(struct arena *a, str text)
{
	struct sink k = { 0 };
	str line, rest = text;
	bool skipping = false;

	if (!str_line(&rest, &line) || !str_eq(str_rtrim(line), S("---")))
		return text;
	sink_puts(&k, "---\n");
	while (str_line(&rest, &line)) {
		if (str_eq(str_rtrim(line), S("---"))) {
			sink_puts(&k, "---\n");
			break;
		}
		skipping = is_change(line) || (skipping && line.len != 0 &&
		    char_is_space(line.p[0]));
		if (skipping)
			continue;
		sink_put(&k, line);
		sink_char(&k, '\n');
	}
	sink_put(&k, rest);
	return sink_take(&k, a);
}

static str
quoted(struct arena *a, str s)
{
	struct sink k = { 0 };
	size_t i;

	sink_char(&k, '"');
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			sink_char(&k, '\\');
		sink_char(&k, s.p[i]);
	}
	sink_char(&k, '"');
	return sink_take(&k, a);
}

str
edition_text_set_change(struct arena *a, str text, const char *note,
    enum lang lang)
{
	str line, fence = S("---\n");

	text = remove_change(a, text);
	if (note == NULL)
		return text;
	line = str_join(a, front_matter_change(lang), S(": "),
	    quoted(a, str_of(note)), S("\n"));
	if (str_starts(text, fence))
		return str_join(a, fence, line, str_from(text, fence.len));
	return str_join(a, fence, line, fence, text);
}
