/* SPDX-License-Identifier: ISC
 *
 * row_settings: what content/index.md says of the header table: its labels,
 * its order, and the rows that it declares. Reports faults. Part of
 * front_matter.
 */
#ifndef SOURCE_ROW_SETTINGS_H
#define SOURCE_ROW_SETTINGS_H

#include "model/doc.h"

struct scan;

struct row_settings {
	struct doc		*doc;
	struct scan		*scan;	/* at the value of the key */
	str			 key;	/* as the author wrote it */
	struct header_rows	*to;
	/* Whether a key of the front matter has the name. */
	bool			(*is_key)(str name);
};

/* “{row: label}”: other labels for rows. */
void	row_settings_labels(struct row_settings *);
/* “[row, row]”: which rows there are, in which order. */
void	row_settings_order(struct row_settings *);
/* “[row, row]”, “{row: label}”, “{row: {tr: label, en: label, unique: yes}}”,
 * or a list of such maps: the same, with labels, and with rows whose values
 * documents give. */
void	row_settings_rows(struct row_settings *);

#endif
