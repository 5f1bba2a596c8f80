/* SPDX-License-Identifier: ISC
 *
 * ident: the identity of an edition, read off its path: class, unit,
 * subject, name, date, revision. The one grammar, for every part of matbu.
 */
#ifndef MODEL_IDENT_H
#define MODEL_IDENT_H

#include "base/date.h"
#include "base/diags.h"

struct ident {
	str		edition;	/* frm/bim/e-posta/imapsmtp_20190115_1 */
	str		work;		/* frm/bim/e-posta/imapsmtp */
	str		subject;	/* frm/bim/e-posta */
	str		unit;		/* frm/bim */
	str		class;		/* frm */
	str		name;		/* imapsmtp */
	struct date	date;
	unsigned	revision;
};

/* Reads “class/unit/subject/name_YYYYMMDD_revision” (without “.md”). The
 * strs borrow from edition. A fault is told at shown, the path for
 * messages; then false. */
bool	ident_read(struct ident *, str edition, struct diags *, str shown);
/* Whether s is made of a-z 0-9 “-” only, and not empty. */
bool	ident_is_name(str s);
/* By work, then revision. */
int	ident_cmp(const struct ident *, const struct ident *);

#endif
