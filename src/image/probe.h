/* SPDX-License-Identifier: ISC
 *
 * image_probe: whether the structure of an image's file is sound, and its
 * width and height; not its pixels.
 */
#ifndef IMAGE_PROBE_H
#define IMAGE_PROBE_H

#include "base/str.h"
#include "image/image.h"

/* Sizes in pixels; those of a truncated file are set where its beginning has
 * them, else 0. */
enum image_fault image_probe(str bytes, unsigned *width, unsigned *height);

#endif
