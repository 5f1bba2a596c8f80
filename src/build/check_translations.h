/* SPDX-License-Identifier: ISC
 *
 * check_translations: what translations say of their originals.
 */
#ifndef BUILD_CHECK_TRANSLATIONS_H
#define BUILD_CHECK_TRANSLATIONS_H

#include "build/input.h"

/* Reports an original that is missing, the work itself, itself a translation or
 * in the same language; a work with two translations into one language; a draft
 * of an old edition. Needs the cards with their states and originals. */
void	check_translations(struct input *);

#endif
