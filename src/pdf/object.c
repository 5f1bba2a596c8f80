/* SPDX-License-Identifier: ISC */
#include "pdf/object.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/mem.h"
#include "base/packer.h"
#include "pdf/token.h"

enum {
	DEPTH_MAX = 32,			/* of dictionaries and arrays */
	OBJECTS_MAX = 1024,		/* [object] in one object stream */
	NUMBER_MAX = 8388607		/* [object]; 19005-3, 6.1.13 */
};

/* The position of an object: an offset, or an object stream and an index. */
struct entry {
	unsigned	stream;			/* 0: at the offset */
	bool		is_begun;
	size_t		at;			/* [byte], or index in it */
};

struct pdf_file {
	struct pool_worker	 worker;
	struct packer		*packer;
	struct sink		*out;
	struct entry		*entries;	/* entries[0] is free */
	size_t			 num;
	size_t			 cap;
	struct sink		 object;	/* the open one */
	unsigned		 open;		/* its number, or 0 */
	bool			 is_stream;
	size_t			 stream_end;	/* in out */
	size_t			 depth;
	char			 ends[DEPTH_MAX];
	unsigned		 object_stream;	/* being filled */
	size_t			 num_objects;	/* in it */
	struct sink		 index;
	struct sink		 body;
};

/* --- Objects (7.3.10) --- */

/* 7.5.2; the comment marks the file as binary (19005-3, 6.1.2). */
struct pdf_file *
pdf_object_start(struct arena *a, struct packer *packer, size_t worker,
    struct sink *out)
{
	struct pdf_file *f = arena_new_of(a, struct pdf_file);

	f->worker = (struct pool_worker){ packer_pool(packer), worker };
	f->packer = packer;
	f->out = out;
	f->num = 1;
	sink_puts(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
	return f;
}

struct pool_worker
pdf_object_worker(const struct pdf_file *f)
{
	return f->worker;
}

unsigned
pdf_object_reserve(struct pdf_file *f)
{
	if (f->num >= f->cap) {
		f->cap = f->cap != 0 ? f->cap * 2 : 128;
		f->entries = mem_realloc(f->entries,
		    f->cap * sizeof(*f->entries));
	}
	assert(f->num <= NUMBER_MAX);
	f->entries[f->num] = (struct entry){ 0 };
	return (unsigned)f->num++;
}

static void
begin(struct pdf_file *f, unsigned object, bool is_stream)
{
	assert(f->open == 0 && object != 0 && object < f->num);
	assert(!f->entries[object].is_begun);
	f->entries[object].is_begun = true;
	f->open = object;
	f->is_stream = is_stream;
	sink_reset(&f->object);
}

struct sink *
pdf_object_open(struct pdf_file *f, unsigned object)
{
	begin(f, object, /*is_stream*/false);
	return &f->object;
}

static void
push(struct pdf_file *f, const char *begins, char ends)
{
	assert(f->open != 0 && f->depth < DEPTH_MAX);
	sink_puts(&f->object, begins);
	f->ends[f->depth++] = ends;
}

static void
pop(struct pdf_file *f, const char *end)
{
	assert(f->depth > 0 && f->ends[f->depth - 1] == *end);
	f->depth--;
	sink_puts(&f->object, end);
}

void
pdf_object_dict(struct pdf_file *f)
{
	push(f, "<<", '>');
}

void
pdf_object_dict_end(struct pdf_file *f)
{
	pop(f, ">>");
}

void
pdf_object_array(struct pdf_file *f)
{
	push(f, "[", ']');
}

void
pdf_object_array_end(struct pdf_file *f)
{
	pop(f, "]");
}

/* --- Streams (7.3.8) --- */

/* Streams are appended to out in the order of the calls. */
struct sink *
pdf_object_stream_parts(struct pdf_file *f, size_t len, enum pdf_filter filter)
{
	struct sink *k = f->out;

	assert(f->is_stream && f->open != 0 && f->depth == 1);
	if (filter != PDF_PLAIN)
		sink_puts(&f->object, "/Filter/FlateDecode");
	f->entries[f->open].at = k->len;
	sink_uint(k, f->open);
	sink_puts(k, " 0 obj\n");
	sink_put(k, sink_str(&f->object));
	pdf_token_put_int(k, "Length", (long long)len);
	sink_puts(k, ">>stream\n");
	sink_room(k, len);
	f->stream_end = k->len + len;
	return k;
}

void
pdf_object_stream_close(struct pdf_file *f)
{
	assert(f->out->len == f->stream_end);
	sink_puts(f->out, "\nendstream\nendobj\n");
	f->open = 0;
	f->depth = 0;
}

struct sink *
pdf_object_stream(struct pdf_file *f, unsigned object)
{
	begin(f, object, /*is_stream*/true);
	pdf_object_dict(f);
	return &f->object;
}

void
pdf_object_stream_end(struct pdf_file *f, str bytes, enum pdf_filter filter)
{
	struct sink packed = { 0 };

	if (filter == PDF_PACK) {
		packer_compress(f->packer, f->worker.worker, bytes, &packed);
		bytes = sink_str(&packed);
	}
	sink_put(pdf_object_stream_parts(f, bytes.len, filter), bytes);
	pdf_object_stream_close(f);
	sink_free(&packed);
}

/* --- Object streams (7.5.7) --- */

static void
write_objects(struct pdf_file *f)
{
	struct sink *k;
	size_t first = f->index.len + 1;

	if (f->num_objects == 0)
		return;
	sink_char(&f->index, '\n');
	sink_put(&f->index, sink_str(&f->body));
	k = pdf_object_stream(f, f->object_stream);
	sink_puts(k, "/Type/ObjStm/N");
	pdf_token_int(k, (long long)f->num_objects);
	pdf_token_put_int(k, "First", (long long)first);
	pdf_object_stream_end(f, sink_str(&f->index), PDF_PACK);
	sink_reset(&f->index);
	sink_reset(&f->body);
	f->num_objects = 0;
}

void
pdf_object_close(struct pdf_file *f)
{
	struct entry *e = &f->entries[f->open];
	unsigned object = f->open;

	assert(f->open != 0 && !f->is_stream && f->depth == 0);
	f->open = 0;
	if (f->num_objects == 0) {
		f->object_stream = pdf_object_reserve(f);
		e = &f->entries[object];
	}
	e->stream = f->object_stream;
	e->at = f->num_objects++;
	pdf_token_int(&f->index, object);
	pdf_token_int(&f->index, (long long)f->body.len);
	sink_put(&f->body, sink_str(&f->object));
	sink_char(&f->body, '\n');
	if (f->num_objects == OBJECTS_MAX)
		write_objects(f);
}

/* --- The end of the file (7.5.5, 7.5.8) --- */

enum { ROW_MAX = 1 + 1 + 4 + 2 };

/* A row of the table: type, offset or stream, index; big-endian. */
static void
make_row(unsigned char *row, const struct entry *e, size_t wide)
{
	size_t second = e->stream != 0 ? e->stream : e->at;
	size_t third = e->stream != 0 ? e->at : 0;
	size_t i;

	row[0] = e->stream != 0 ? 2 : 1;
	for (i = 0; i < wide; i++)
		row[1 + i] = (unsigned char)(second >> 8 * (wide - 1 - i));
	row[1 + wide] = (unsigned char)(third >> 8);
	row[2 + wide] = (unsigned char)third;
}

/* Rows with PNG's filter Up, because they differ little from each other. */
static void
put_rows(struct pdf_file *f, size_t wide, struct sink *k)
{
	unsigned char last[ROW_MAX] = { 0 }, row[ROW_MAX] = { 0 };
	size_t object, i, len = 3 + wide;

	for (object = 0; object < f->num; object++) {
		if (object == 0)
			memset(row, 0, sizeof(row));	/* 7.5.4: free */
		else
			make_row(row, &f->entries[object], wide);
		sink_char(k, 2);
		for (i = 0; i < len; i++)
			sink_char(k, (char)(unsigned char)(row[i] - last[i]));
		memcpy(last, row, len);
	}
}

static void
put_trailer(struct pdf_file *f, struct sink *k, unsigned catalog, unsigned info)
{
	struct digest_fingerprint fingerprint =
	    digest_fingerprint(sink_str(f->out));
	char id[16];
	size_t i;

	for (i = 0; i < sizeof(id); i++)
		id[i] = (char)(fingerprint.parts[i / 8] >> 8 * (i % 8) & 0xFF);
	sink_puts(k, "/Type/XRef/Size");
	pdf_token_int(k, (long long)f->num);
	pdf_token_put_ref(k, "Root", catalog);
	pdf_token_put_ref(k, "Info", info);
	pdf_token_name(k, "ID");
	pdf_object_array(f);
	pdf_token_hex(k, (str){ id, sizeof(id) });
	pdf_token_hex(k, (str){ id, sizeof(id) });
	pdf_object_array_end(f);
}

static void
check_written(const struct pdf_file *f, unsigned table)
{
	size_t i;

	for (i = 1; i < f->num; i++)
		assert(i == table || f->entries[i].stream != 0 ||
		    f->entries[i].at != 0);
}

static void
free_parts(struct pdf_file *f)
{
	sink_free(&f->object);
	sink_free(&f->index);
	sink_free(&f->body);
	mem_free(f->entries);
	f->entries = NULL;
}

void
pdf_object_drop(struct pdf_file *f)
{
	free_parts(f);
}

void
pdf_object_finish(struct pdf_file *f, unsigned catalog, unsigned info)
{
	struct sink rows = { 0 }, *k;
	unsigned table;
	size_t start, wide;

	write_objects(f);
	table = pdf_object_reserve(f);
	check_written(f, table);
	start = f->out->len;
	f->entries[table].at = start;
	for (wide = 2; wide < 4 && start >> 8 * wide != 0; wide++)
		;
	put_rows(f, wide, &rows);
	f->entries[table].at = 0;
	k = pdf_object_stream(f, table);
	put_trailer(f, k, catalog, info);
	sink_puts(k, "/W[1");
	pdf_token_int(k, (long long)wide);
	sink_puts(k, " 2]/DecodeParms<</Predictor 12/Columns");
	pdf_token_int(k, 3 + (long long)wide);
	sink_puts(k, ">>");
	pdf_object_stream_end(f, sink_str(&rows), PDF_PACK);
	sink_puts(f->out, "startxref\n");
	sink_uint(f->out, start);
	sink_puts(f->out, "\n%%EOF\n");
	sink_free(&rows);
	free_parts(f);
}
