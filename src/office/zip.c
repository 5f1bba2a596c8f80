/* SPDX-License-Identifier: ISC */
#include "office/zip.h"

#include <minizip/unzip.h>

#include "base/arena.h"
#include "base/mem.h"

enum { PIECE = 64 << 10, NAME_LIMIT = 1024, ENCRYPTED = 1 };

struct zip {
	str		bytes;
	uint64_t	at;		/* where minizip reads */
	unzFile		file;
	size_t		parts;		/* that were seen */
	size_t		*size;		/* that was decompressed [byte] */
	enum zip_fault	fault;
	char		piece[PIECE];
};

/* --- The file of minizip is the bytes */

static void *
open_bytes(void *opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong
read_bytes(void *opaque, void *stream, void *to, uLong size)
{
	struct zip *z = opaque;
	str rest = str_from(z->bytes, z->at < z->bytes.len ? (size_t)z->at :
	    z->bytes.len);

	(void)stream;
	rest = str_upto(rest, size);
	if (rest.len != 0)
		memcpy(to, rest.p, rest.len);
	z->at += rest.len;
	return rest.len;
}

static ZPOS64_T
tell_bytes(void *opaque, void *stream)
{
	struct zip *z = opaque;

	(void)stream;
	return z->at;
}

static long
seek_bytes(void *opaque, void *stream, ZPOS64_T offset, int origin)
{
	struct zip *z = opaque;
	uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR ? z->at :
	    origin == ZLIB_FILEFUNC_SEEK_END ? z->bytes.len : 0;

	(void)stream;
	if (offset > z->bytes.len || from + offset > z->bytes.len)
		return -1;
	z->at = from + offset;
	return 0;
}

static int
do_nothing(void *opaque, void *stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

struct zip *
zip_open(str bytes, size_t *size)
{
	struct zip *z = mem_alloc(sizeof(*z));
	zlib_filefunc64_def memory = { .zopen64_file = open_bytes,
	    .zread_file = read_bytes, .ztell64_file = tell_bytes,
	    .zseek64_file = seek_bytes, .zclose_file = do_nothing,
	    .zerror_file = do_nothing, .opaque = z };

	z->bytes = bytes;
	z->size = size;
	z->file = unzOpen2_64("", &memory);
	if (z->file != NULL)
		return z;
	mem_free(z);
	return NULL;
}

void
zip_close(struct zip *z)
{
	unzClose(z->file);
	mem_free(z);
}

enum zip_fault
zip_fault(const struct zip *z)
{
	return z->fault;
}

/* --- Parts */

bool
zip_next(struct zip *z, struct arena *a, str *name)
{
	unz_file_info64 info;
	char text[NAME_LIMIT];
	int status = z->parts == 0 ? unzGoToFirstFile(z->file) :
	    unzGoToNextFile(z->file);

	if (status == UNZ_END_OF_LIST_OF_FILE || z->fault != ZIP_FINE)
		return false;
	if (status != UNZ_OK || unzGetCurrentFileInfo64(z->file, &info, text,
	    sizeof(text), NULL, 0, NULL, 0) != UNZ_OK ||
	    info.size_filename >= sizeof(text))
		z->fault = ZIP_BROKEN;
	else if ((info.flag & ENCRYPTED) != 0)
		z->fault = ZIP_PASSWORD;
	else if (++z->parts > ZIP_PARTS)
		z->fault = ZIP_LARGE;
	else
		*name = str_copy(a, (str){ text, info.size_filename });
	return z->fault == ZIP_FINE;
}

bool
zip_place(struct zip *z, struct zip_place *place)
{
	unz64_file_pos pos;

	if (unzGetFilePos64(z->file, &pos) != UNZ_OK)
		z->fault = ZIP_BROKEN;
	else
		*place = (struct zip_place){ pos.pos_in_zip_directory,
		    pos.num_of_file };
	return z->fault == ZIP_FINE;
}

bool
zip_go(struct zip *z, const struct zip_place *place)
{
	unz64_file_pos pos = { place->at, place->number };

	if (z->fault == ZIP_FINE && unzGoToFilePos64(z->file, &pos) != UNZ_OK)
		z->fault = ZIP_BROKEN;
	return z->fault == ZIP_FINE;
}

void
zip_read(struct zip *z, bool (*take)(void *, str), void *context)
{
	int num = 0;
	bool more = unzOpenCurrentFile(z->file) == UNZ_OK;

	if (!more)
		z->fault = ZIP_BROKEN;
	while (more) {
		num = unzReadCurrentFile(z->file, z->piece, PIECE);
		*z->size += num > 0 ? (size_t)num : 0;
		if (num < 0)
			z->fault = ZIP_BROKEN;
		else if (*z->size > ZIP_SIZE)
			z->fault = ZIP_LARGE;
		more = num > 0 && z->fault == ZIP_FINE &&
		    take(context, (str){ z->piece, (size_t)num });
	}
	/* Only here minizip compares the checksum. */
	if (unzCloseCurrentFile(z->file) == UNZ_CRCERROR &&
	    z->fault == ZIP_FINE)
		z->fault = ZIP_BROKEN;
}
