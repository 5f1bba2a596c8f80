/* SPDX-License-Identifier: ISC */
#include "base/phrase.h"

#include "base/message.h"
#include "base/progress.h"
#include "base/shown.h"
#include "base/sink.h"

static const char *const texts[][LANG_COUNT] = {
#define X(id, tr, en) { tr, en },
#include "base/phrases.def"
#undef X
};

str
phrase_uint(char digits[24], uintmax_t n)
{
	return (str){ digits, (size_t)snprintf(digits, 24, "%ju", n) };
}

str
phrase_in(enum lang lang, enum phrase phrase)
{
	return str_of(texts[phrase][lang]);
}

str
phrase_text(enum phrase phrase)
{
	return phrase_in(message_language(), phrase);
}

void
phrase_put_value(struct sink *k, str value)
{
	sink_puts(k, SHOWN(value));
}

void
phrase_put(struct sink *k, str text, const str *values)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		if (text.p[i] == '{' && i + 2 < text.len &&
		    char_is_digit(text.p[i + 1]) && text.p[i + 2] == '}') {
			phrase_put_value(k, values[text.p[i + 1] - '1']);
			i += 2;
		} else
			sink_char(k, text.p[i]);
	}
}

void
phrase_write(FILE *to, enum phrase phrase, const str values[PHRASE_VALUES])
{
	struct sink k = { 0 };

	progress_hide();
	phrase_put(&k, phrase_text(phrase), values);
	sink_char(&k, '\n');
	fwrite(k.p, 1, k.len, to);
	sink_free(&k);
}
