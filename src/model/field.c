/* SPDX-License-Identifier: ISC */
#include "model/field.h"

const char *
field_type_name(enum field_type type)
{
	static const char *const names[] = {
#define X(id, turkish, english) english,
#include "model/field_types.def"
#undef X
	};

	return names[type];
}

bool
field_says_star(const struct field *f)
{
	return f->required && (f->type != FIELD_RADIO || (!f->listed &&
	    f->first == f));
}
