/* SPDX-License-Identifier: ISC */
#include "publish/source_digest.h"

#include "base/arena.h"
#include "base/path.h"
#include "source/source_text.h"

struct strings
source_digest_pictures(struct arena *a, const struct strings *paths,
    str edition)
{
	str name, folder = str_join(a, edition, S("/"));
	struct strings below = strings_beginning(paths, folder);
	struct strings pictures = { NULL, 0 };
	size_t i;

	for (i = 0; i < below.num; i++) {
		name = str_from(below.items[i], folder.len);
		if (str_find(name, '/') == name.len)
			strings_add(&pictures, a, name);
	}
	return pictures;
}

str
source_digest(struct arena *a, str root, str edition,
    const struct strings *pictures)
{
	struct arena *own = arena_new();
	struct doc doc = { .arena = own, .path = path_file(own, root, edition,
	    S(".md")) };
	struct released_files f = { .root = root, .pictures = pictures };
	struct ident ident;
	str digest = S("");

	if (ident_read(&ident, edition, NULL, doc.path) &&
	    source_text_read(&doc)) {
		f.ident = &ident;
		f.text = doc.text;
		digest = released_digest(a, &f);
	}
	arena_free(own);
	return digest;
}
