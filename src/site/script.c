/* SPDX-License-Identifier: ISC */
#include "site/script.h"

static void
put_escaped(struct sink *k, uint32_t c)
{
	static const char hex[] = "0123456789abcdef";
	int shift;

	sink_puts(k, "\\u");
	for (shift = 12; shift >= 0; shift -= 4)
		sink_char(k, hex[c >> shift & 15]);
}

void
script_string(struct sink *k, str s)
{
	size_t len;
	uint32_t c;

	sink_char(k, '"');
	for (; s.len != 0; s = str_from(s, len)) {
		c = str_rune(s, &len);
		/* Two ends of lines in scripts; “<”, which may begin a tag. */
		if (c < ' ' || c == '"' || c == '\\' || c == '<' ||
		    c == 0x2028 || c == 0x2029)
			put_escaped(k, c);
		else
			sink_put(k, str_upto(s, len));
	}
	sink_char(k, '"');
}

void
script_pair(struct sink *k, str key, str value)
{
	sink_char(k, ',');
	script_string(k, key);
	sink_char(k, ':');
	script_string(k, value);
}

void
script_base36(struct sink *k, uint32_t n)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
	char text[8];
	size_t at = sizeof(text);

	do
		text[--at] = digits[n % 36];
	while ((n /= 36) != 0);
	sink_put(k, (str){ text + at, sizeof(text) - at });
}
