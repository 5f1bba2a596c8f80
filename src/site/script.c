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

/* The number of bytes at the start of s that need no look: none of them begins
 * a character that is escaped. U+2028 and U+2029 begin with 0xE2. */
static size_t
count_plain(str s)
{
	unsigned char c;
	size_t i;

	for (i = 0; i < s.len; i++) {
		c = (unsigned char)s.p[i];
		if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == 0xE2)
			break;
	}
	return i;
}

void
script_string(struct sink *k, str s)
{
	size_t len;
	uint32_t c;

	sink_char(k, '"');
	for (; s.len != 0; s = str_from(s, len)) {
		len = count_plain(s);
		if (len != 0) {
			sink_put(k, str_upto(s, len));
			continue;
		}
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
