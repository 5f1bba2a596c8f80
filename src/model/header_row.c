/* SPDX-License-Identifier: ISC */
#include "model/header_row.h"

#include "base/nearest.h"

static const struct {
	str		name;
	str		turkish;
	enum word	word;
} rows[] = {
#define X(id, name, turkish, word) { { name, sizeof(name) - 1 }, \
    { turkish, sizeof(turkish) - 1 }, WORD_##word },
#include "model/header_rows.def"
#undef X
};

bool
control_read(str name, enum control *control, str *nearest)
{
	struct nearest near = nearest_to(name);
	size_t i;

	for (i = 0; i < CONTROL_COUNT; i++) {
		if (str_eq(name, rows[i].name) ||
		    str_eq(name, rows[i].turkish)) {
			*control = (enum control)i;
			return true;
		}
		nearest_offer(&near, rows[i].name);
		nearest_offer(&near, rows[i].turkish);
	}
	*nearest = nearest_best(&near);
	return false;
}

str
control_label(const struct controls *c, enum control control, enum lang lang)
{
	return c->labels[control].len != 0 ? c->labels[control] :
	    lang_word(lang, rows[control].word);
}

size_t
control_num(const struct controls *c)
{
	return c->num != 0 ? c->num : CONTROL_COUNT;
}

enum control
control_at(const struct controls *c, size_t i)
{
	return c->num != 0 ? c->order[i] : (enum control)i;
}
