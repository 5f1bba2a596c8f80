/* SPDX-License-Identifier: ISC */
#include "source/source.h"

#include "model/dom.h"
#include "source/body.h"
#include "source/source_text.h"

void
source_read(struct doc *doc, enum front_matter_kind kind)
{
	unsigned lines;

	if (!source_text_read(doc)) {
		doc->text = S("");
		doc->unread = true;
		dom_open(doc);
		return;
	}
	lines = front_matter_read(doc, kind);
	if (doc->front_matter.has_lang)
		doc->lang = doc->front_matter.lang;
	body_read(doc, lines);
}
