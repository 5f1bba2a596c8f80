/* SPDX-License-Identifier: ISC
 *
 * ident: the identity of an edition, which its path states: class, unit,
 * subject, name, date, revision. All parts of matbu use this grammar;
 * model/site_path.h has that of the other files of a collection.
 */
#ifndef MODEL_IDENT_H
#define MODEL_IDENT_H

#include "base/date.h"
#include "base/diags.h"

struct ident {
	str		edition;	/* …/e-posta/imapsmtp_20190115_1 */
	str		work;		/* frm/bim/e-posta/imapsmtp */
	str		subject;	/* frm/bim/e-posta */
	str		unit;		/* frm/bim */
	str		class;		/* frm */
	str		name;		/* imapsmtp */
	struct date	date;
	unsigned	revision;
};

/* Reads “class/unit/subject/name_YYYYMMDD_revision” (without “.md”). The
 * strings are borrowed from edition. Reports a fault at shown, the path for
 * messages, and returns false. */
bool	ident_read(struct ident *, str edition, struct diags *, str shown);
/* Whether s consists of a-z 0-9 “-” only, is not empty, and leaves room for a
 * date and endings in the name of a file. */
bool	ident_is_name(str s);
/* Whether s is the path of a work: “frm/bim/e-posta/parola”. */
bool	ident_is_work(str s);
/* Compares by work, then revision. */
int	ident_cmp(const struct ident *, const struct ident *);

#endif
