/* SPDX-License-Identifier: ISC */
#include "base/phrase.h"

#include "base/message.h"
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
phrase_put(struct sink *k, const char *text, const str *values)
{
	for (; *text != '\0'; text++) {
		if (text[0] == '{' && char_is_digit(text[1]) &&
		    text[2] == '}') {
			phrase_put_value(k, values[text[1] - '1']);
			text += 2;
		} else
			sink_char(k, *text);
	}
}

void
phrase_write(FILE *to, enum phrase phrase, const str values[PHRASE_VALUES])
{
	struct sink k = { 0 };

	phrase_put(&k, phrase_text(phrase).p, values);
	sink_char(&k, '\n');
	fwrite(k.p, 1, k.len, to);
	sink_free(&k);
}
