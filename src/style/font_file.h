/* SPDX-License-Identifier: ISC
 *
 * font_file: finds the files that the style sheet names: faces and hyphenation
 * patterns. Their folders differ from one system to another.
 */
#ifndef STYLE_FONT_FILE_H
#define STYLE_FONT_FILE_H

#include "base/map.h"

/* The files of the system; arena is set, all else zero. The folders are listed
 * once, when a file is looked for there. */
struct font_files {
	struct arena	*arena;
	struct map	 folders;	/* a file's name -> value: str, the
					 * folder of the first such file */
};

/* Returns the path of a file: the name itself where it is absolute, else the
 * name in the folder of the style sheet (sheet is its path). Where that file is
 * missing: the first file with the last component of the name in a folder of
 * the system. Where no file is found, returns the name. In arena, with a NUL
 * after it. */
str	font_file_find(struct font_files *, str sheet, str name);
/* Returns the Debian package that contains the file, or NULL. */
const char *font_file_package(str name);

#endif
