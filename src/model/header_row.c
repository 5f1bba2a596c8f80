/* SPDX-License-Identifier: ISC */
#include "model/header_row.h"

#include "base/nearest.h"

static const struct {
	str		names[LANG_COUNT];
	enum word	word;
} rows[] = {
#define X(id, en, tr, word) { { { tr, sizeof(tr) - 1 }, \
    { en, sizeof(en) - 1 } }, WORD_##word },
#include "model/header_rows.def"
#undef X
};

bool
header_row_read(str name, enum header_row *row, str *nearest)
{
	struct nearest near = nearest_to(name);
	enum lang lang;
	size_t i;

	for (i = 0; i < HEADER_ROW_COUNT; i++)
		for (lang = 0; lang < LANG_COUNT; lang++) {
			if (str_eq(name, rows[i].names[lang])) {
				*row = (enum header_row)i;
				return true;
			}
			nearest_offer(&near, rows[i].names[lang]);
		}
	*nearest = nearest_best(&near);
	return false;
}

struct sourced
header_row_label(const struct header_rows *h, enum header_row row,
    enum lang lang)
{
	return h->labels[row].text.len != 0 ? h->labels[row] :
	    (struct sourced){ .text = lang_word(lang, rows[row].word) };
}

size_t
header_row_num(const struct header_rows *h)
{
	return h->num != 0 ? h->num : HEADER_ROW_COUNT;
}

enum header_row
header_row_at(const struct header_rows *h, size_t i)
{
	return h->num != 0 ? h->order[i] : (enum header_row)i;
}
