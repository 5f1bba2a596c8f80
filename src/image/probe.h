/* SPDX-License-Identifier: ISC
 *
 * image_probe: whether the structure of an image's file is sound, and its
 * width and height; not its pixels.
 */
#ifndef IMAGE_PROBE_H
#define IMAGE_PROBE_H

#include "base/str.h"
#include "image/image.h"

/* Sets width and height [pixel], for a truncated file too if its beginning
 * contains them; else sets them to 0. Returns the fault of the file. */
enum image_fault image_probe(str bytes, unsigned *width, unsigned *height);

#endif
