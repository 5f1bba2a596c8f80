/* SPDX-License-Identifier: ISC */
#include "model/portable.h"

static bool
is_device(str name)
{
	static const char *const names[] = { "con", "prn", "aux", "nul" };
	size_t i;

	name = str_upto(name, str_find(name, '.'));
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return name.len == 4 && char_is_digit(name.p[3]) &&
	    (str_starts(name, S("com")) || str_starts(name, S("lpt")));
}

str
portable_device(str path)
{
	str part;

	while (str_cut(&path, '/', &part))
		if (is_device(part))
			return part;
	return S("");
}
