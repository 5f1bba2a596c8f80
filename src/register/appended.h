/* SPDX-License-Identifier: ISC
 *
 * appended: what was appended to a record, as a PDF reader sees it. An
 * update can replace every object, and so every sheet. It may only fill in
 * fields that the record has, in their places, and add signatures that show
 * nothing, with what belongs to them: time stamps, data for validation (DSS),
 * and the metadata of the file. Objects are compared one by one.
 *
 * It does not check whether a signature is valid or whose it is.
 */
#ifndef REGISTER_APPENDED_H
#define REGISTER_APPENDED_H

#include "register/appended_roles.h"
#include "register/record_prefix.h"

enum appended_verdict {
	APPENDED_FINE,
	APPENDED_UNREAD,		/* broken, too large, no chain */
	APPENDED_NO_PROGRAM,		/* qpdf is missing */
	APPENDED_PAGE,			/* what a sheet shows */
	APPENDED_ANNOTATION,		/* something was put on a sheet */
	APPENDED_FIELD,			/* a field, but not its value */
	APPENDED_CATALOGUE,		/* the document as a whole */
	APPENDED_OBJECT,		/* anything else */
	APPENDED_VERDICTS
};

struct appended {
	enum appended_verdict verdict;
	str		 object;	/* that was not allowed, “12 0 R” */
	size_t		 signatures;
	size_t		 stamps;	/* time stamps of the document */
	bool		 is_filled_in;
};

/* A record without what follows it: read once for many files that begin with
 * it. */
struct appended_base {
	bool		 possible;	/* qpdf is there */
	bool		 read;
	struct foreign_pdf pdf;
	struct appended_roles roles;
};

/* Reads the record, in the arena. Must not be moved in memory. */
void	appended_base_read(struct appended_base *, struct arena *, str record);
/* Judges what follows the record, in the arena. Ends the program only where
 * memory runs out. */
struct appended	appended_judge(struct arena *, const struct record_prefix *);
/* The same with a record that was read. *theirs is the file as a reader sees
 * it, except for APPENDED_UNREAD and APPENDED_NO_PROGRAM. */
struct appended	appended_judge_from(struct arena *,
	    const struct appended_base *, const struct record_prefix *,
	    struct foreign_pdf *theirs);

#endif
