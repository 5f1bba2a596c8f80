/* SPDX-License-Identifier: ISC
 *
 * image_metadata: what the file of a picture tells beside the picture. A site
 * serves the file as it is: then everybody can read where a photograph was
 * taken, who made it, and what was cut away.
 *
 * The colour profile, the density, how the picture is to be turned, and facts
 * about the camera and its settings are nothing to be removed.
 */
#ifndef IMAGE_METADATA_H
#define IMAGE_METADATA_H

#include "base/sink.h"
#include "image/image.h"

/* Returns enum image_metadata, or-ed. 0 for bytes that are neither PNG nor
 * JPEG; of a broken file, what stands before the fault. */
unsigned image_metadata_find(str bytes);
/* Appends the file without its metadata: pixels, colour profile, density and
 * orientation stay, byte for byte or in the shortest form. False where the file
 * is broken. image_metadata_find() finds nothing in the result. */
bool	 image_metadata_clean(str bytes, struct sink *);

#endif
