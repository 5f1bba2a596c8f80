/* SPDX-License-Identifier: ISC */
#include "source/members.h"

#include "base/nearest.h"

/* One map. */
struct map_reader {
	struct doc		*doc;
	struct scan		*scan;
	const struct members	*kind;
	str			 key;
	struct sourced		 texts[MEMBERS_MAX];
	bool			 reported;	/* one has a fault */
};

/* The number of the member, or that of members. */
static size_t
find(const struct members *m, str name)
{
	size_t i;
	enum lang lang;

	for (i = 0; i < m->num; i++)
		for (lang = 0; lang < LANG_COUNT; lang++)
			if (str_eq(m->names[i][lang], name))
				return i;
	return m->num;
}

static void
report_name(struct map_reader *r, str name, struct pos pos)
{
	struct nearest near = nearest_to(name);
	size_t i;
	enum lang lang;

	for (i = 0; i < r->kind->num; i++)
		for (lang = 0; lang < LANG_COUNT; lang++)
			nearest_offer(&near, r->kind->names[i][lang]);
	doc_diag(r->doc, r->kind->unknown, pos, r->key, name,
	    nearest_best(&near));
	r->reported = true;
}

/* Reads “adres: …”. */
static void
read_member(struct map_reader *r)
{
	struct pos pos = scan_pos(r->scan);
	size_t i;
	str name;

	if (!scan_text(r->scan, r->key, &name)) {
		scan_skip(r->scan);
		return;
	}
	i = find(r->kind, name);
	if (i == r->kind->num) {
		report_name(r, name, pos);
		scan_skip(r->scan);
		return;
	}
	if (r->texts[i].text.len != 0)
		doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
	r->reported |= !scan_sourced(r->scan, name, &r->texts[i]);
}

/* Reads one map; false where the current event begins none. */
static bool
read_one(struct doc *doc, struct scan *scan, str key,
    const struct members *kind)
{
	struct map_reader r = { .doc = doc, .scan = scan, .kind = kind,
	    .key = key };
	struct pos pos = scan_pos(scan);

	if (!scan_enter(scan))
		return false;
	while (scan_more(scan))
		read_member(&r);
	scan_next(scan);
	if (!r.reported)
		kind->take(doc, key, r.texts, pos);
	return true;
}

static void
report_shape(struct scan *scan, str key, const struct members *kind)
{
	scan_fault(scan, kind->shape, key);
	scan_skip(scan);
}

void
members_read(struct doc *doc, struct scan *scan, str key,
    const struct members *kind)
{
	if (read_one(doc, scan, key, kind))
		return;
	if (!scan_enter_list(scan)) {
		report_shape(scan, key, kind);
		return;
	}
	while (scan_more(scan))
		if (!read_one(doc, scan, key, kind))
			report_shape(scan, key, kind);
	scan_next(scan);
}
