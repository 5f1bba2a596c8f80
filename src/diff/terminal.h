/* SPDX-License-Identifier: ISC
 *
 * terminal: changes as plain text: the summary, then the changed lines with
 * their marks.
 */
#ifndef DIFF_TERMINAL_H
#define DIFF_TERMINAL_H

#include "diff/change.h"

struct terminal {
	str		old_path;	/* of the old source: a change is shown
					 * at “path:line” */
	str		new_path;	/* of the new source */
	enum lang	lang;
	bool		colours;
};

/* Writes the two lists of entries. */
void	terminal_put_summary(const struct terminal *, const struct changes *,
	    struct sink *);
/* Writes the lines that differ. */
void	terminal_put_lines(const struct terminal *, const struct changes *,
	    struct sink *);

#endif
