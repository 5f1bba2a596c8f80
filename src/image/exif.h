/* SPDX-License-Identifier: ISC
 *
 * image_exif: whether the metadata of a picture asks to rotate or mirror it
 * (Exif 2.32, 4.6.4, tag 0x0112).
 */
#ifndef IMAGE_EXIF_H
#define IMAGE_EXIF_H

#include "base/str.h"

/* Reads a TIFF structure, which begins with “II” or “MM”. Returns false where
 * it cannot be read. */
bool	image_exif_is_turned(str tiff);

#endif
