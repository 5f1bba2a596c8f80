/* SPDX-License-Identifier: ISC */
#include "publish/index_name.h"

#include <string.h>
#include <strings.h>

bool
index_name_is_other(str name)
{
	static const char *const stems[] = { "index.", "default.", "home.",
	    "welcome.", "iisstart." };
	static const char *const endings[] = { "html", "htm", "xhtml", "shtml",
	    "php", "php3", "php4", "php5", "php7", "php8", "phtml", "cgi",
	    "pl", "py", "rb", "asp", "aspx", "jsp", "jspx", "cfm", "var" };
	size_t i, j, len = 0;

	if (str_eq(name, S("index.html")))
		return false;
	for (i = 0; i < sizeof(stems) / sizeof(*stems) && len == 0; i++)
		if (strncasecmp(name.p, stems[i], strlen(stems[i])) == 0)
			len = strlen(stems[i]);
	for (j = 0; j < sizeof(endings) / sizeof(*endings) && len != 0; j++)
		if (name.len == len + strlen(endings[j]) && strncasecmp(
		    name.p + len, endings[j], strlen(endings[j])) == 0)
			return true;
	return false;
}
