/* SPDX-License-Identifier: ISC */
#include "build/origin.h"

#include <errno.h>

#include "base/die.h"
#include "build/input.h"
#include "build/options.h"
#include "model/dom.h"

str
origin_of(struct arena *a, const struct options *o)
{
	const struct folder institution = { .has_index = true };
	struct input in = { .options = o, .arena = a,
	    .tree = { .root = str_of(o->content) },
	    .collection = { .names = map_make(a) } };
	struct doc doc;
	str origin;

	errno = 0;
	doc = input_read_index(&in, a, NULL, &institution);
	/* A checkpoint must not get another origin because the disk failed. */
	if (doc.unread && errno != 0 && errno != ENOENT)
		die_errno(DIAG_READ, str_c(a, doc.path));
	origin = str_copy(a, doc.front_matter.url);
	if (origin.len == 0 && doc.title != NULL)
		origin = str_trim(dom_words(a, doc.title));
	dom_close(&doc);
	return origin;
}
