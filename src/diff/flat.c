/* SPDX-License-Identifier: ISC */
#include "diff/flat.h"

#include "base/arena.h"

str
flat_text(struct arena *a, const struct flat *f, struct flat_span s)
{
	struct sink k = { 0 };

	for (; s.start < s.end; s.start++) {
		if (k.len != 0)
			sink_char(&k, ' ');
		sink_put(&k, f->words[s.start].text);
	}
	return sink_take(&k, a);
}
