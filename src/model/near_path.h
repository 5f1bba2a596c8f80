/* SPDX-License-Identifier: ISC
 *
 * near_path: the existing path of a list item that was probably meant: one
 * with a level more or less, “madde-3/1/b” for “madde-3/b”; a similar one; else
 * the place above, “madde-3” for “madde-3/9”.
 */
#ifndef MODEL_NEAR_PATH_H
#define MODEL_NEAR_PATH_H

#include "base/nearest.h"

struct near_path {
	struct nearest	similar;
	str		level;		/* borrowed, as all; may be empty */
	str		above;
};

struct near_path near_path_to(str wanted);
/* Offers a path, or the id of a heading. */
void	near_path_offer(struct near_path *, str candidate);
/* The best candidate, or empty. The order of the offers does not matter where
 * a level is more or less. */
str	near_path_best(const struct near_path *);

#endif
