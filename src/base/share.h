/* SPDX-License-Identifier: ISC
 *
 * share: the folder of the templates that come with the program, wherever it
 * was installed: a collection needs none of its own.
 */
#ifndef BASE_SHARE_H
#define BASE_SHARE_H

/* The folder share/matbu/templates beside the bin/ of this program, or
 * templates/ beside its build/ where it was not installed, else the one that
 * it was compiled for, which may be missing. Static. */
const char	*share_templates(void);
/* The path of another program of matbu, beside this one. Static. */
const char	*share_program(const char *name);
/* Ends the program, because a file of the folder cannot be opened: says how to
 * get it. errno has the reason. */
_Noreturn void	share_missing(const char *folder, const char *file);

#endif
