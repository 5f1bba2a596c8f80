/* SPDX-License-Identifier: ISC */
#include "model/release_need.h"

static const char *const names[][2] = {
#define N_(id, en, tr) { en, tr },
#include "model/release_needs.def"
#undef N_
};

bool
release_need_read(str name, unsigned *needs)
{
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(str_of(names[i][0]), name) ||
		    str_eq(str_of(names[i][1]), name)) {
			*needs |= 1u << i;
			return true;
		}
	*needs |= 1u << NEED_UNKNOWN;
	return false;
}

bool
release_need_has(unsigned needs, enum release_need need)
{
	return (needs & 1u << need) != 0;
}
