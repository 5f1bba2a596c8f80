/* SPDX-License-Identifier: ISC
 *
 * image_exif: whether the metadata of a picture asks for it to be turned
 * (Exif 2.32, 4.6.4, tag 0x0112).
 */
#ifndef IMAGE_EXIF_H
#define IMAGE_EXIF_H

#include "base/str.h"

/* tiff: from its “II” or “MM” on. False where it cannot be read. */
bool	image_exif_is_turned(str tiff);

#endif
