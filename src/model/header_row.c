/* SPDX-License-Identifier: ISC */
#include "model/header_row.h"

#include "base/arena.h"
#include "base/nearest.h"

struct known_row {
	str		names[LANG_COUNT];
	enum word	word;
};

#define KNOWN(en, tr, word) { { { tr, sizeof(tr) - 1 }, \
    { en, sizeof(en) - 1 } }, WORD_##word }

static const struct known_row rows[] = {
#define X(id, en, tr, word) KNOWN(en, tr, word),
#include "model/header_rows.def"
#undef X
}, usual[] = {
#define X(en, tr, word) KNOWN(en, tr, word),
#include "model/usual_rows.def"
#undef X
};

enum { USUAL = sizeof(usual) / sizeof(usual[0]) };

static bool
is_name_of(const struct known_row *row, str name)
{
	enum lang lang;

	for (lang = 0; lang < LANG_COUNT; lang++)
		if (str_eq(name, row->names[lang]))
			return true;
	return false;
}

bool
header_row_read(str name, enum header_row *row, str *nearest)
{
	struct nearest near = nearest_to(name);
	enum lang lang;
	size_t i;

	for (i = 0; i < HEADER_ROW_COUNT; i++) {
		if (is_name_of(&rows[i], name)) {
			*row = (enum header_row)i;
			return true;
		}
		for (lang = 0; lang < LANG_COUNT; lang++)
			nearest_offer(&near, rows[i].names[lang]);
	}
	*nearest = nearest_best(&near);
	return false;
}

static const struct known_row *
find_usual(str name)
{
	size_t i;

	for (i = 0; i < USUAL; i++)
		if (is_name_of(&usual[i], name))
			return &usual[i];
	return is_name_of(&rows[HEADER_ROW_NUMBER], name) ?
	    &rows[HEADER_ROW_NUMBER] : NULL;
}

bool
header_row_is_usual(str name)
{
	return find_usual(name) != NULL;
}

struct header_row_setting
header_row_known(enum header_row row)
{
	struct header_row_setting s = { .row = row };

	memcpy(s.names, rows[row].names, sizeof(s.names));
	return s;
}

struct header_row_setting
header_row_declare(str name)
{
	const struct known_row *known = find_usual(name);
	struct header_row_setting s = { .row = HEADER_ROW_COUNT,
	    .names = { name, name }, .declared = true };
	enum lang lang;

	if (known == NULL)
		return s;
	s.unique = known == &rows[HEADER_ROW_NUMBER];
	if (s.unique)
		s.row = HEADER_ROW_NUMBER;
	for (lang = 0; lang < LANG_COUNT; lang++) {
		s.names[lang] = known->names[lang];
		s.labels[lang].text = lang_word(lang, known->word);
	}
	return s;
}

str
header_row_key(const struct header_row_setting *s)
{
	return s->names[lang_neutral()];
}

bool
header_row_has_labels(struct header_row_setting *s)
{
	struct sourced any = { .text = S("") };
	enum lang lang;

	if (s->row != HEADER_ROW_COUNT)
		return true;
	for (lang = 0; lang < LANG_COUNT; lang++)
		if (s->labels[lang].text.len != 0)
			any = s->labels[lang];
	for (lang = 0; lang < LANG_COUNT; lang++)
		if (s->labels[lang].text.len == 0)
			s->labels[lang] = any;
	return any.text.len != 0;
}

/* --- The settings of a collection */

static void
make_room(struct header_rows *h, struct arena *a)
{
	struct header_row_setting *old = h->rows;

	/* A power of two is full. */
	if ((h->num & (h->num - 1)) != 0)
		return;
	h->rows = arena_array(a, struct header_row_setting,
	    h->num != 0 ? 2 * h->num : 1);
	if (h->num != 0)
		memcpy(h->rows, old, h->num * sizeof(*old));
}

bool
header_row_add(struct header_rows *h, struct arena *a,
    const struct header_row_setting *s)
{
	enum lang lang;

	if (h->num == 0)
		h->names = map_make(a);
	for (lang = 0; lang < LANG_COUNT; lang++)
		if (map_find(&h->names, s->names[lang]) != NULL)
			return false;
	make_room(h, a);
	h->rows[h->num++] = *s;
	for (lang = 0; lang < LANG_COUNT; lang++)
		map_slot(&h->names, s->names[lang])->number = h->num;
	return true;
}

bool
header_row_has(const struct header_rows *h, enum header_row row)
{
	return h->num == 0 ? row != HEADER_ROW_IDENTITY :
	    map_find(&h->names, rows[row].names[0]) != NULL;
}

bool
header_row_find(const struct header_rows *h, str name, size_t *i)
{
	const struct map_slot *slot = h->num != 0 ?
	    map_find(&h->names, name) : NULL;

	if (slot == NULL || !h->rows[slot->number - 1].declared)
		return false;
	*i = slot->number - 1;
	return true;
}

/* Matbu's own table says the work once: it has no row IDENTITY, the last. */
size_t
header_row_num(const struct header_rows *h)
{
	return h->num != 0 ? h->num : HEADER_ROW_IDENTITY;
}

struct header_row_setting
header_row_at(const struct header_rows *h, size_t i)
{
	return h->num != 0 ? h->rows[i] :
	    header_row_known((enum header_row)i);
}

struct sourced
header_row_label(const struct header_rows *h, size_t i, enum lang lang)
{
	struct header_row_setting s = header_row_at(h, i);

	if (s.labels[lang].text.len != 0)
		return s.labels[lang];
	return h->labels[s.row].text.len != 0 ? h->labels[s.row] :
	    (struct sourced){ .text = lang_word(lang, rows[s.row].word) };
}
