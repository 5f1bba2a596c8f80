/* SPDX-License-Identifier: ISC */
#include "edition/edition_text.h"

#include "base/arena.h"
#include "base/sink.h"

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
	whole = str_copy(a, sink_str(&k));
	sink_free(&k);
	return whole;
}

static bool
is_change(str line)
{
	return str_starts(line, S("change:")) ||
	    str_starts(line, S("değişiklik:"));
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
	text = str_copy(a, sink_str(&k));
	sink_free(&k);
	return text;
}

static str
quoted(struct arena *a, str s)
{
	struct sink k = { 0 };
	size_t i;
	str q;

	sink_char(&k, '"');
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			sink_char(&k, '\\');
		sink_char(&k, s.p[i]);
	}
	sink_char(&k, '"');
	q = str_copy(a, sink_str(&k));
	sink_free(&k);
	return q;
}

str
edition_text_set_change(struct arena *a, str text, const char *note,
    enum lang lang)
{
	str line, fence = S("---\n");

	text = remove_change(a, text);
	if (note == NULL)
		return text;
	line = str_join3(a, lang == LANG_TR ? S("değişiklik: ") :
	    S("change: "), quoted(a, str_of(note)), S("\n"));
	if (str_starts(text, fence))
		return str_join3(a, fence, line, str_from(text, fence.len));
	return str_join(a, str_join3(a, fence, line, fence), text);
}
