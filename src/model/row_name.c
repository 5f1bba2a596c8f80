/* SPDX-License-Identifier: ISC */
#include "model/row_name.h"

#include "base/sink.h"
#include "base/turkish.h"

/* The maximum length of a declared name [byte]. */
enum { NAME_LIMIT = 60 };

static bool
is_name_letter(uint32_t c)
{
	return turkish_is_letter(c) && turkish_lower(c) == c;
}

str
row_name_proper(struct arena *a, str name)
{
	struct sink k = { 0 };
	bool gap = false;
	uint32_t c;
	size_t len;

	for (; name.len != 0 && k.len < NAME_LIMIT;
	    name = str_from(name, len)) {
		c = turkish_lower(str_rune(name, &len));
		if (!is_name_letter(c) && (k.len == 0 || c < '0' || c > '9')) {
			gap = k.len != 0;
			continue;
		}
		if (gap)
			sink_char(&k, '-');
		gap = false;
		sink_rune(&k, c);
	}
	return sink_take(&k, a);
}

/* The names of the table's rows and that one, in a language. */
static void
put_names(struct sink *k, const struct header_rows *h, str name,
    enum lang lang)
{
	struct header_row_setting s;
	bool there = false;
	size_t i;

	for (i = 0; i < header_row_num(h); i++) {
		s = header_row_at(h, i);
		sink_puts(k, i != 0 ? ", " : "");
		sink_put(k, s.names[lang]);
		there = there || str_eq(s.names[lang], name);
	}
	if (!there) {
		sink_puts(k, ", ");
		sink_put(k, name);
	}
}

enum lang
row_name_lang(str name)
{
	struct header_row_setting s = header_row_declare(name);
	enum lang lang = 0;

	while (lang + 1 < LANG_COUNT && !str_eq(s.names[lang], name))
		lang++;
	return lang;
}

str
row_name_declaration(struct arena *a, const struct header_rows *h,
    const str keys[LANG_COUNT], str name)
{
	struct header_row_setting s = header_row_declare(name);
	enum lang lang = row_name_lang(name);
	struct sink k = { 0 };

	if (h->stated)
		return str_join(a, name, S(": "), s.labels[lang].text);
	sink_put(&k, keys[lang]);
	sink_puts(&k, ": [");
	put_names(&k, h, name, lang);
	sink_char(&k, ']');
	return sink_take(&k, a);
}
