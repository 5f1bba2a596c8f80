/* SPDX-License-Identifier: ISC */
#include "build/site_lang.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/message.h"
#include "base/path.h"
#include "build/options.h"
#include "source/front_matter.h"
#include "source/source_text.h"

void
site_lang_speak(const struct options *o)
{
	enum lang lang;
	struct arena *a;
	struct doc doc;

	if (lang_of_environment(&lang))
		return;
	a = arena_new();
	doc = (struct doc){ .arena = a, .path = path_join(a, file_bare(str_of(
	    o->content)), S("index.md")) };

	if (source_text_read(&doc))
		front_matter_read(&doc, FRONT_MATTER_SITE);
	if (doc.front_matter.has_lang)
		message_speak(doc.front_matter.lang);
	arena_free(a);
}
