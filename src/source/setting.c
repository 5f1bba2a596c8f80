/* SPDX-License-Identifier: ISC */
#include "source/setting.h"

#include "model/front_value.h"
#include "model/release_need.h"

void
setting_office(struct doc *doc, struct scan *scan, str name,
    enum answer *to)
{
	struct pos pos = scan_pos(scan);
	str s;

	if (!scan_text(scan, name, &s))
		return;
	if (str_eq(s, S("açık")) || str_eq(s, S("open")))
		*to = ANSWER_YES;
	else if (str_eq(s, S("salt-okunur")) || str_eq(s, S("read-only")))
		*to = ANSWER_NO;
	else
		doc_diag(doc, DIAG_FRONT_OFFICE, pos, name, s);
}

void
setting_needs(struct doc *doc, struct scan *scan, str name,
    struct front_matter *f)
{
	struct pos pos = scan_pos(scan);
	struct strings list = { 0 };
	size_t i;

	scan_list(scan, name, &list);
	if (list.num == 0)
		f->release_needs |= 1u << NEED_UNKNOWN;
	for (i = 0; i < list.num; i++)
		if (!release_need_read(list.items[i], &f->release_needs))
			doc_diag(doc, DIAG_FRONT_NEED, pos, name,
			    list.items[i]);
}

void
setting_offset(struct doc *doc, struct scan *scan, str name,
    struct front_matter *f)
{
	struct pos pos = scan_pos(scan);
	str s;

	if (!scan_text(scan, name, &s))
		return;
	f->has_utc_offset = front_value_minutes(s, &f->utc_offset);
	if (!f->has_utc_offset)
		doc_diag(doc, DIAG_FRONT_OFFSET, pos, s);
}
