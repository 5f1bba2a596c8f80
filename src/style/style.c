/* SPDX-License-Identifier: ISC */
#include "style/style.h"

static const char *const slot_names[] = {
#define X(id, name) name,
#include "style/style_slots.def"
#undef X
	NULL
};

str
style_slot_name(enum style_slot slot)
{
	return str_of(slot_names[slot]);
}

const struct styles *
style_turned(const struct styles *upright, bool turned)
{
	return turned ? upright->turned : upright;
}

double
style_measure(const struct styles *s)
{
	return s->width - s->left - s->right;
}
