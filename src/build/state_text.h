/* SPDX-License-Identifier: ISC
 *
 * state_text: out/.state as text: a line for each fact, its name, a tab, its
 * value; the last line is the digest of all before it. Part of state, whose
 * essay says what the facts are for.
 *
 * The file is read as foreign bytes: whoever writes to out/ can write it. What
 * is accepted is exactly what state_text_put() writes.
 */
#ifndef BUILD_STATE_TEXT_H
#define BUILD_STATE_TEXT_H

#include "base/date.h"
#include "base/diags.h"
#include "base/strings.h"

struct arena;
struct sink;

/* Digests are 64 hexadecimal digits. */
struct state_text {
	str		 key;		/* of program, options, environment */
	struct date	 day;		/* that counted as today */
	int		 offset;	/* of the site, before UTC [min] */
	enum lang	 lang;		/* of the messages */
	str		 outside;	/* of what stat tells of the paths */
	str		 content;	/* of folders, by base/census.h */
	str		 templates;
	str		 out;
	str		 made;		/* of the file .made */
	/* What the last line of the build says. */
	size_t		 editions;
	size_t		 files;
	bool		 without_url;
	struct strings	 paths;		/* outside of all roots */
	struct diags_fault *warnings;
	size_t		 num_warnings;
};

/* False where the bytes are not such a text: of another version, cut off,
 * changed. In arena; the bytes are borrowed. */
bool	state_text_read(struct state_text *, struct arena *, str bytes);
void	state_text_put(const struct state_text *, struct sink *);
/* Appends the last line. */
void	state_text_seal(struct sink *);

#endif
