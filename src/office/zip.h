/* SPDX-License-Identifier: ISC
 *
 * zip: the parts of a zip file from an unknown source, read one after the
 * other from memory; nothing is written, so their names may be anything. The
 * only file that uses minizip. (libzip would load OpenSSL, which takes longer
 * than most runs.)
 */
#ifndef OFFICE_ZIP_H
#define OFFICE_ZIP_H

#include "base/str.h"

struct arena;
struct zip;

enum zip_fault { ZIP_FINE, ZIP_BROKEN, ZIP_PASSWORD, ZIP_LARGE };

/* The most parts of a file, and the most bytes of all parts that are read. */
enum { ZIP_PARTS = 20000, ZIP_SIZE = 64 << 20 };

/* Borrows the bytes. size: the caller's counter of decompressed bytes; nested
 * files share one. NULL where the bytes are no zip file.
 * zip_close() it. */
struct zip	*zip_open(str bytes, size_t *size);
void		 zip_close(struct zip *);
/* Goes to the first part, or to the next. Sets its name, in arena. False after
 * the last part, and where there is a fault. */
bool		 zip_next(struct zip *, struct arena *, str *name);
/* Where the current part is; and goes back there, false where there is a
 * fault. */
struct zip_place { uint64_t at, number; };
bool		 zip_place(struct zip *, struct zip_place *);
bool		 zip_go(struct zip *, const struct zip_place *);
/* Decompresses the part and calls take() with each piece; ends where that
 * returns false. */
void		 zip_read(struct zip *, bool (*take)(void *, str piece),
		    void *context);
/* The first fault. */
enum zip_fault	 zip_fault(const struct zip *);

#endif
