/* SPDX-License-Identifier: ISC
 *
 * pdf_object: the objects of a PDF 1.7 file (ISO 32000-1, 7.3 and 7.5):
 * streams, object streams, the cross-reference stream and the trailer. What
 * stands in an object is written with pdf/token.h.
 *
 * An object is written between open and close, before the next one is opened;
 * a dictionary or array that is not closed is a fault of the program
 * (assert). The numbers of objects are reserved before the objects are
 * written, in the order of the calls, so that the same calls make the same
 * bytes.
 */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include "base/pool.h"
#include "base/sink.h"

struct arena;
struct packer;

/* One file that is being written. In arena; its bytes go to out. */
struct pdf_file;

/* All calls come from the worker. */
struct pdf_file	*pdf_object_start(struct arena *, struct packer *,
		    size_t worker, struct sink *out);
/* The worker that writes the file. */
struct pool_worker pdf_object_worker(const struct pdf_file *);
/* A number for an object that is written later. */
unsigned pdf_object_reserve(struct pdf_file *);

/* Begins the object, one at a time, and returns the sink to write it into.
 * The calls below open and close dictionaries and arrays. */
struct sink *pdf_object_open(struct pdf_file *, unsigned object);
void	 pdf_object_close(struct pdf_file *);
void	 pdf_object_dict(struct pdf_file *);
void	 pdf_object_dict_end(struct pdf_file *);
void	 pdf_object_array(struct pdf_file *);
void	 pdf_object_array_end(struct pdf_file *);

/* A stream: the first call begins it and returns the sink for the further
 * entries of its dictionary; the second ends it with its bytes. */
struct sink *pdf_object_stream(struct pdf_file *, unsigned object);
enum pdf_filter {
	PDF_PLAIN,			/* the bytes are written unchanged */
	PDF_PACK,			/* they are compressed here */
	PDF_PACKED			/* they are a zlib stream already */
};
void	 pdf_object_stream_end(struct pdf_file *, str bytes, enum pdf_filter);
/* Ends it with bytes that the caller appends to the sink, exactly len of them,
 * before it calls pdf_object_stream_close(). Compresses nothing. */
struct sink *pdf_object_stream_parts(struct pdf_file *, size_t len,
	    enum pdf_filter);
void	 pdf_object_stream_close(struct pdf_file *);

/* Writes cross references and trailer; then out has the whole file. The
 * fingerprint of the bytes is the /ID. */
void	 pdf_object_finish(struct pdf_file *, unsigned catalog, unsigned info);
/* Frees a file that is not finished. */
void	 pdf_object_drop(struct pdf_file *);

#endif
