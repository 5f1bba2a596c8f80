/* SPDX-License-Identifier: ISC */
#include "edition/releases.h"

#include "base/path.h"

struct releases
releases_map(struct arena *a, const struct reg *reg)
{
	struct releases r = { record_prefix_map(a, reg), map_make(a) };
	struct map_slot *slot;
	size_t i;

	map_reserve(&r.stems, r.records.num);
	for (i = 0; i < reg->num; i++) {
		if (reg->rows[i].event != EVENT_RELEASE)
			continue;
		slot = map_slot(&r.stems, path_last(reg->rows[i].edition));
		if (slot->value == NULL)
			slot->value = &reg->rows[i];
	}
	return r;
}

str
releases_identity(str bytes)
{
	str tag = S("<dc:identifier>"), rest;

	rest = str_from(bytes, str_search(bytes, tag) + tag.len);
	return str_upto(rest, str_find(rest, '<'));
}

const struct row *
releases_stated(const struct releases *r, const struct reg *reg, str bytes,
    str path)
{
	str stated = releases_identity(bytes);
	const struct map_slot *slot;

	if (register_release(reg, stated) != NULL)
		return register_release(reg, stated);
	if (str_ends(path, S(".pdf")))
		path.len -= 4;
	slot = map_find(&r->stems, path_last(path));
	return slot != NULL ? slot->value : NULL;
}
