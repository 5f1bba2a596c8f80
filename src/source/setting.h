/* SPDX-License-Identifier: ISC
 *
 * setting: values of front matter that are one of a few words, or a number of
 * a certain form. Part of front_matter.
 */
#ifndef SOURCE_SETTING_H
#define SOURCE_SETTING_H

#include "source/scan.h"

/* Each reads the current value as that of the key name, and reports another
 * one. Who fills in “::: kurum”; the rules of approval; the time zone. */
void	setting_office(struct doc *, struct scan *, str name, enum answer *);
void	setting_needs(struct doc *, struct scan *, str name,
	    struct front_matter *);
void	setting_offset(struct doc *, struct scan *, str name,
	    struct front_matter *);

#endif
