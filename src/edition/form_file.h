/* SPDX-License-Identifier: ISC
 *
 * form_file: a file that somebody sent back: which record it is of, whether it
 * still shows that, and what is filled in.
 */
#ifndef EDITION_FORM_FILE_H
#define EDITION_FORM_FILE_H

#include "edition/releases.h"

/* The first four begin with a record of ours. */
enum form_verdict {
	FORM_BLANK,			/* the record and nothing else */
	FORM_FILLED,			/* filled in */
	FORM_APPENDED,			/* signed or the like, not filled in */
	FORM_OTHER,			/* shows something else */
	FORM_UNREAD,			/* it could not be judged */
	FORM_ALTERED,			/* says that it is a record of ours */
	FORM_UNREGISTERED,		/* says an edition without a release */
	FORM_FOREIGN,			/* fields, but no identity */
	FORM_NO_FIELDS,			/* a scan, or no form */
	FORM_XFA,			/* fields that only one program reads */
	FORM_PASSWORD,
	FORM_BROKEN,			/* no PDF that can be read */
	FORM_MISSING,			/* the system cannot read it */
	FORM_VERDICTS
};

struct form_value {
	str		 name;
	str		 value;		/* UTF-8, as it was filled in */
	bool		 is_mark;	/* a box or signature: only on counts */
	bool		 on;
};

/* Strings are in the arena of form_file_read(). */
struct form_file {
	str		 path;
	str		 edition;	/* or empty */
	enum form_verdict verdict;
	int		 error;		/* of FORM_MISSING */
	size_t		 signatures;
	const struct form_value *values; /* in the form's order */
	size_t		 num;
};

/* What all files are compared with. */
struct form_reader {
	struct arena	*arena;
	const struct reg *reg;
	struct releases	 releases;
	struct map	 bases;		/* of records: what qpdf reads once */
};

/* The register is borrowed. */
void	form_file_open(struct form_reader *, const struct reg *);
void	form_file_close(struct form_reader *);
/* Reads the file. The result is in the arena kept, what is needed meanwhile in
 * scratch. From any thread. Ends the program only where memory runs out. */
struct form_file form_file_read(struct form_reader *, struct arena *kept,
	    struct arena *scratch, const char *path);
/* Whether the file begins with a record of ours. */
bool	form_file_has_record(const struct form_file *);

#endif
