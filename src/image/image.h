/* SPDX-License-Identifier: ISC
 *
 * image: what the readers of PNG and JPEG files have in common.
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

enum image_fault {
	IMAGE_FINE,
	IMAGE_READ,			/* errno has the reason */
	IMAGE_TYPE,			/* neither PNG nor JPEG */
	IMAGE_LFS,			/* a pointer of Git LFS */
	IMAGE_AWAY,			/* a placeholder of a cloud drive */
	IMAGE_BROKEN,			/* damaged or truncated */
	IMAGE_SIZE,			/* over one of the limits below */
	IMAGE_CMYK,			/* JPEG of four colours */
	IMAGE_TURNED,			/* EXIF asks to rotate or mirror it */
	IMAGE_KIND			/* lossless, arithmetic, 12 bit JPEG */
};

/* What a picture's file tells beside the picture: bits. */
enum image_metadata {
	IMAGE_LOCATION = 1 << 0,
	IMAGE_AUTHOR = 1 << 1,		/* a name, a serial number */
	IMAGE_COMMENT = 1 << 2,
	IMAGE_THUMBNAIL = 1 << 3,	/* may show what was cut away */
	IMAGE_OTHER = 1 << 4,		/* of a program, or not readable */
	IMAGE_BEHIND = 1 << 5		/* bytes after the picture */
};

/* Decoded as RGB this is 120 MB: more than any sheet can show. */
enum { IMAGE_PIXEL_LIMIT = 40 * 1000 * 1000 };
/* The maximum size of an image's file [byte]. */
enum { IMAGE_FILE_LIMIT = 64 << 20 };

#endif
