/* SPDX-License-Identifier: ISC
 *
 * release_need: the rules of approval that a collection sets: what a release
 * needs beside a text without faults.
 */
#ifndef MODEL_RELEASE_NEED_H
#define MODEL_RELEASE_NEED_H

#include "base/str.h"

enum release_need {
#define N_(id, en, tr) NEED_##id,
#include "model/release_needs.def"
#undef N_
	NEED_UNKNOWN			/* a rule that nobody knows */
};

/* Adds the rule of that name to the set, a bit (1u << enum release_need) for
 * each; NEED_UNKNOWN, and returns false, where no rule has the name. */
bool	release_need_read(str name, unsigned *needs);
bool	release_need_has(unsigned needs, enum release_need);

#endif
