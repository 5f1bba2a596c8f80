/* SPDX-License-Identifier: ISC
 *
 * fuzz_page: any bytes as a web page: the first says which content type the
 * server names. What it says it says in any case and spacing.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "links/page_text.h"

int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

static const char *const types[] = { "text/html",
    "text/html; charset=utf-8", "text/html; charset=iso-8859-9",
    "text/plain; charset=utf-16", "application/xhtml+xml",
    "text/html; charset=iso-2022-jp", "", "image/png" };

enum { TYPES = sizeof(types) / sizeof(types[0]), PHRASE = 40 };

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena *a = arena_new();
	struct page_text text;
	str phrase;

	if (size > 0) {
		text = page_text_read(a, (str){ (const char *)data + 1,
		    size - 1 }, str_of(types[data[0] % TYPES]));
		if (str_utf8_fault(text.words) != text.words.len ||
		    !str_eq(page_text_fold(a, text.words), text.words))
			abort();
		phrase = str_upto(text.words, PHRASE);
		phrase = str_upto(phrase, str_utf8_fault(phrase));
		if (text.words.len <= PHRASE && phrase.len != 0 &&
		    !page_text_says(a, &text, phrase))
			abort();
	}
	arena_free(a);
	return 0;
}
