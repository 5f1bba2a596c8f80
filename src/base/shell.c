/* SPDX-License-Identifier: ISC */
#include "base/shell.h"

#include "base/arena.h"

void
shell_put(struct sink *k, str word)
{
	size_t i;

	sink_char(k, '\'');
	for (i = 0; i < word.len; i++)
		if (word.p[i] == '\'')
			sink_puts(k, "'\\''");
		else
			sink_char(k, word.p[i]);
	sink_char(k, '\'');
}

str
shell_word(struct arena *a, str word)
{
	struct sink k = { 0 };

	shell_put(&k, word);
	return sink_take(&k, a);
}
