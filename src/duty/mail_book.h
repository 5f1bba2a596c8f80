/* SPDX-License-Identifier: ISC
 *
 * mail_book: the mail addresses of roles: content/.mail.tsv, which is never
 * published. Each line is a role, a tab and an address; empty lines and those
 * that begin with “#” say nothing.
 */
#ifndef DUTY_MAIL_BOOK_H
#define DUTY_MAIL_BOOK_H

#include "base/diags.h"

struct mail_book_line {
	str	role;
	str	address;
};

struct mail_book {
	struct mail_book_line *lines;	/* in arena */
	size_t		 num;
};

/* Reads the file of the content folder; a missing one is empty. Reports each
 * line that is none. Ends the program where it cannot be read. */
void	mail_book_read(struct mail_book *, struct arena *, str content,
	    struct diags *);
/* The address of a role, whatever its case; else the first address that the
 * text, a contact, has in it; or empty. */
str	mail_book_address(const struct mail_book *, str role);

#endif
