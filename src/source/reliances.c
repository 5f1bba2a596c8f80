/* SPDX-License-Identifier: ISC */
#include "source/reliances.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "model/reliance.h"

/* The names of the two members, in each language. */
static const str addresses[LANG_COUNT] = { { "adres", 5 }, { "url", 3 } };
static const str phrases[LANG_COUNT] = { { "söz", 4 }, { "says", 4 } };

struct member {
	struct sourced	address;
	struct sourced	phrase;
	bool		reported;	/* one of them has a fault */
};

static bool
is_named(const str names[LANG_COUNT], str name)
{
	enum lang lang;

	for (lang = 0; lang < LANG_COUNT; lang++)
		if (str_eq(names[lang], name))
			return true;
	return false;
}

static void
report_name(struct doc *doc, str key, str name, struct pos pos)
{
	struct nearest near = nearest_to(name);
	enum lang lang;

	for (lang = 0; lang < LANG_COUNT; lang++) {
		nearest_offer(&near, addresses[lang]);
		nearest_offer(&near, phrases[lang]);
	}
	doc_diag(doc, DIAG_RELIES_MEMBER, pos, key, name, nearest_best(&near));
}

/* Reads “adres: …” or “söz: …”. */
static void
read_member(struct doc *doc, struct scan *scan, str key, struct member *m)
{
	struct pos pos = scan_pos(scan);
	struct sourced *to;
	str name;

	if (!scan_text(scan, key, &name)) {
		scan_skip(scan);
		return;
	}
	to = is_named(addresses, name) ? &m->address :
	    is_named(phrases, name) ? &m->phrase : NULL;
	if (to == NULL) {
		report_name(doc, key, name, pos);
		m->reported = true;
		scan_skip(scan);
		return;
	}
	if (to->text.len != 0)
		doc_diag(doc, DIAG_FRONT_TWICE, pos, name);
	m->reported |= !scan_sourced(scan, name, to);
}

static void
append(struct doc *doc, const struct member *m)
{
	struct reliance **to = &doc->front_matter.reliances;

	while (*to != NULL)
		to = &(*to)->next;
	*to = arena_new_of(doc->arena, struct reliance);
	**to = (struct reliance){ m->address.text, m->phrase.text,
	    m->phrase.place.pos, NULL };
}

static void
take(struct doc *doc, str key, const struct member *m, struct pos pos)
{
	if (m->reported)
		return;
	if (m->address.text.len == 0 || m->phrase.text.len == 0)
		doc_diag(doc, DIAG_RELIES_PAIR, pos, key);
	else if (!reliance_is_address(m->address.text))
		doc_diag(doc, DIAG_RELIES_ADDRESS, m->address.place.pos,
		    m->address.text);
	else if (!reliance_is_phrase(m->phrase.text))
		doc_diag(doc, DIAG_RELIES_PHRASE, m->phrase.place.pos,
		    m->phrase.text);
	else
		append(doc, m);
}

/* Reads one map; false where the current event begins none. */
static bool
read_one(struct doc *doc, struct scan *scan, str key)
{
	struct pos pos = scan_pos(scan);
	struct member m = { 0 };

	if (!scan_enter(scan))
		return false;
	while (scan_more(scan))
		read_member(doc, scan, key, &m);
	scan_next(scan);
	take(doc, key, &m, pos);
	return true;
}

void
reliances_read(struct doc *doc, struct scan *scan, str key)
{
	if (read_one(doc, scan, key))
		return;
	if (!scan_enter_list(scan)) {
		scan_fault(scan, DIAG_RELIES_PAIR, key);
		scan_skip(scan);
		return;
	}
	while (scan_more(scan))
		if (!read_one(doc, scan, key)) {
			scan_fault(scan, DIAG_RELIES_PAIR, key);
			scan_skip(scan);
		}
	scan_next(scan);
}
