/* SPDX-License-Identifier: ISC */
#include "source/unit_settings.h"

#include "base/diags.h"

static void
read_unit(struct doc *doc, struct scan *scan, str key, struct units *to)
{
	struct pos pos = scan_pos(scan);
	struct unit_name unit;

	if (!scan_text(scan, key, &unit.name)) {
		scan_skip(scan);
		return;
	}
	if (!scan_sourced(scan, unit.name, &unit.title))
		return;
	if (!ident_is_name(unit.name))
		doc_diag(doc, DIAG_FRONT_UNIT, pos, unit.name);
	else if (!unit_add(to, doc->arena, &unit))
		doc_diag(doc, DIAG_FRONT_TWICE, pos, unit.name);
}

void
unit_settings_read(struct doc *doc, struct scan *scan, str key,
    struct units *to)
{
	if (!scan_enter(scan)) {
		scan_fault(scan, DIAG_FRONT_UNITS, key);
		scan_skip(scan);
		return;
	}
	while (scan_more(scan))
		read_unit(doc, scan, key, to);
	scan_next(scan);
}
