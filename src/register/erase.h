/* SPDX-License-Identifier: ISC
 *
 * erase: what stays of an edition whose bytes the law wants gone: a source
 * that says so, with the digests of what was there and the reason. It is a
 * function of the register alone, so that every machine that has the row
 * can do the same.
 */
#ifndef REGISTER_ERASE_H
#define REGISTER_ERASE_H

#include "base/lang.h"
#include "register/register.h"

/* The digest of the source that will stay, in the words of a language: the
 * source column of the row that is to be entered. In arena. */
str	erase_digest(struct arena *, const struct reg *, str edition,
	    str reason, enum lang);
/* Puts that source in the place of the old one under root, as its row says;
 * pictures and record go. Nothing happens where that is done. Ends the
 * program where the disk fails. */
void	erase_files(struct arena *, str root, const struct reg *,
	    const struct row *);

#endif
