/* SPDX-License-Identifier: ISC
 *
 * portable: names that a computer with Windows refuses. A collection that is
 * copied there would lose their files.
 */
#ifndef MODEL_PORTABLE_H
#define MODEL_PORTABLE_H

#include "base/str.h"

/* The maximum length of a path below content/ or out/ [byte]: Windows takes
 * 260, with the folders above. */
enum { PORTABLE_PATH_LIMIT = 200 };

/* The first part of the path that is the name of a device, such as “con” or
 * “aux.png”; or empty. */
str	portable_device(str path);

#endif
