/* SPDX-License-Identifier: ISC
 *
 * The sheet that matbu ships is sound; each mistake in one is told with its
 * place and rule.
 */
#include "../unit/test.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/sink.h"
#include "model/dom.h"
#include "style/style_sheet.h"

static const struct {
	const char	*from, *to;	/* the mistake */
	const char	*told;		/* rule */
} rows[] = {
	{ "<page page-width", "<pag page-width", "[sheet-element]" },
	{ "page-width=\"210mm\"", "page-wdth=\"210mm\"", "[sheet-property]" },
	{ "page-width=\"210mm\"", "page-width=\"210px\"", "[sheet-value]" },
	{ "page-width=\"210mm\"", "page-width=\"210\"", "[sheet-value]" },
	{ "margin-left=\"25mm\"", "margin-left=\"160mm\"", "[sheet-room]" },
	{ "\"heading-2\"", "\"heding-2\"", "[sheet-name]" },
	{ "font-family=\"mono\"", "font-family=\"mon\"", "[sheet-name]" },
	{ "color=\"#000000\"", "color=\"black\"", "[sheet-value]" },
	{ "color=\"#000000\"", "color=\"#000\"", "[sheet-value]" },
	{ "text-align=\"start\"", "text-align=\"left\"", "[sheet-value]" },
	{ "NotoSans-Bold.ttf", "NotoSans-Bolt.ttf", "[sheet-font]" },
	{ "name=\"stamp\"/>", "name=\"stemp\"/>", "[template-slot]" },
	{ "<line>", "<row>", "[template-tag]" },
	{ "<style name=\"paragraph\"", "<style nam=\"paragraph\"",
	    "[sheet-missing]" }
};

/* What is told of the text; empty where nothing is. */
static str
faults(struct arena *a, str text)
{
	struct diags *ds = diags_new();
	struct styles *s = style_sheet_read(a, text, ds, S("sheet.xml"));
	char *to = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&to, &len);
	str told;

	diags_print(ds, f, LANG_TR, false);
	fclose(f);
	told = str_copy(a, (str){ to, len });
	check((s == NULL) == (told.len != 0), "a sheet or a fault");
	style_sheet_close(s);
	diags_free(ds);
	free(to);
	return told;
}

static str
with_mistake(struct arena *a, str text, str from, str to)
{
	size_t at = str_search(text, from);

	check(at != text.len, "the sheet holds %.*s", STR_FMT(from));
	return str_join3(a, str_upto(text, at), to,
	    str_from(text, at + from.len));
}

int
main(void)
{
	struct arena *a = arena_new();
	str text, told;
	size_t i;

	dom_start();
	if (!file_read(a, "templates/sheet.xml", 1 << 20, &text))
		return 2;
	check_str(faults(a, text), S(""), "the sheet is sound");
	for (i = 0; i < LENGTH(rows); i++) {
		told = faults(a, with_mistake(a, text, str_of(rows[i].from),
		    str_of(rows[i].to)));
		check(str_search(told, str_of(rows[i].told)) != told.len &&
		    str_starts(told, S("sheet.xml:")), "%s", rows[i].to);
	}
	dom_stop();
	arena_free(a);
	return 0;
}
