/* SPDX-License-Identifier: ISC
 *
 * font_file: finds the files that the style sheet names: faces, patterns of
 * hyphenation. Their folders differ from one system to another.
 */
#ifndef STYLE_FONT_FILE_H
#define STYLE_FONT_FILE_H

#include "base/str.h"

struct arena;

/* Returns the path of a file: in the folder of the style sheet (its path is
 * sheet), at the name itself where that is absolute, else in a folder of the
 * system that holds such files: the first one that has the file's name. Where
 * no file is found, returns the name. In arena, with a NUL after it. */
str	font_file_find(struct arena *, str sheet, str name);
/* Returns the Debian package that brings the file, or NULL. */
const char *font_file_package(str name);

#endif
