/* SPDX-License-Identifier: ISC */
#include "base/cell.h"

#include <stdio.h>

bool
cell_csv(struct sink *k, str s)
{
	bool formula = s.len != 0 && s.p[0] != '\0' &&
	    strchr("=+-@\t\r", s.p[0]) != NULL;
	size_t i;

	sink_char(k, '"');
	if (formula)
		sink_char(k, '\'');
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '"')
			sink_char(k, '"');
		sink_char(k, s.p[i]);
	}
	sink_char(k, '"');
	return formula;
}

void
cell_json(struct sink *k, str s)
{
	char escape[8];
	uint32_t c;
	size_t len;

	sink_char(k, '"');
	for (; s.len != 0; s = str_from(s, len)) {
		c = str_rune(s, &len);
		if (c == '"' || c == '\\') {
			sink_char(k, '\\');
			sink_char(k, (char)c);
		} else if (c < ' ' || c == 0x7F) {
			snprintf(escape, sizeof(escape), "\\u%04x",
			    (unsigned)c);
			sink_puts(k, escape);
		} else
			sink_rune(k, c);
	}
	sink_char(k, '"');
}
