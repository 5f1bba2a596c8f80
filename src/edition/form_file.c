/* SPDX-License-Identifier: ISC */
#include "edition/form_file.h"

#include <errno.h>
#include <pthread.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/file.h"
#include "form/entries.h"
#include "form/pdf_value.h"
#include "register/appended.h"

enum { FILE_LIMIT = 256 << 20, HEAD = 1024 };	/* [byte] */

/* A record, read once. */
struct base {
	struct appended_base appended;
	struct entries	 entries;
	struct map	 names;		/* of its fields */
};

/* Of the bases of a reader, and of its arena. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

struct reading {
	struct form_reader *reader;
	struct arena	*kept, *scratch;
	str		 bytes;
	struct foreign_pdf pdf;
	struct entries	 entries;
	struct form_file file;
};

void
form_file_open(struct form_reader *r, const struct reg *reg)
{
	*r = (struct form_reader){ .arena = arena_new(), .reg = reg };
	r->releases = releases_map(r->arena, reg);
	r->bases = map_make(r->arena);
}

void
form_file_close(struct form_reader *r)
{
	arena_free(r->arena);
}

static struct base *
make_base(struct arena *a, str record)
{
	struct base *b = arena_new_of(a, struct base);
	size_t i;

	b->names = map_make(a);
	appended_base_read(&b->appended, a, str_copy(a, record));
	if (b->appended.read)
		entries_read(&b->entries, a, &b->appended.pdf, record);
	for (i = 0; i < b->entries.num; i++)
		map_slot(&b->names, b->entries.items[i].name);
	return b;
}

/* The record, which is only read from then on. */
static const struct base *
base_of(struct form_reader *r, const struct record_prefix *p)
{
	struct map_slot *slot;
	struct base *b;

	pthread_mutex_lock(&lock);
	slot = map_find(&r->bases, p->row->record);
	b = slot != NULL ? slot->value : NULL;
	if (b == NULL) {
		b = make_base(r->arena, p->record);
		map_slot(&r->bases, p->row->record)->value = b;
	}
	pthread_mutex_unlock(&lock);
	return b;
}

/* --- Values */

/* A signature that the record has no place for is counted, not listed. */
static bool
is_listed(const struct entry *e, const struct base *base)
{
	return e->kind != ENTRY_SIGNATURE || base == NULL ||
	    map_find(&base->names, e->name) != NULL;
}

static void
keep_values(struct reading *r, const struct base *base)
{
	const struct entries *all = &r->entries;
	struct form_value *values = arena_array(r->kept, struct form_value,
	    all->num);
	const struct entry *e;
	size_t i;

	for (i = 0; i < all->num; i++) {
		e = &all->items[i];
		if (!is_listed(e, base))
			continue;
		values[r->file.num++] = (struct form_value){
		    .name = str_copy(r->kept, e->name),
		    .value = str_copy(r->kept, e->value),
		    .is_mark = e->kind == ENTRY_BOX ||
		    e->kind == ENTRY_SIGNATURE, .on = e->on };
	}
	r->file.values = values;
	r->file.signatures = all->signatures;
}

/* Whatever can be read of it. */
static bool
read_any(struct reading *r, bool *password)
{
	if (!foreign_pdf_read_any(&r->pdf, r->scratch, r->bytes, password))
		return false;
	entries_read(&r->entries, r->scratch, &r->pdf, r->bytes);
	return true;
}

/* --- Verdicts */

static enum form_verdict
verdict_of(const struct appended *found)
{
	switch (found->verdict) {
	case APPENDED_FINE:
		return found->is_filled_in ? FORM_FILLED : FORM_APPENDED;
	case APPENDED_UNREAD:
	case APPENDED_NO_PROGRAM:
		return FORM_UNREAD;
	default:
		return FORM_OTHER;
	}
}

static void
read_update(struct reading *r, const struct record_prefix *p)
{
	const struct base *base = base_of(r->reader, p);
	struct appended found = { .verdict = APPENDED_FINE };
	bool password;

	if (p->appended.len == 0) {
		r->file.verdict = FORM_BLANK;
		r->entries = base->entries;
		keep_values(r, base);
		return;
	}
	found = appended_judge_from(r->scratch, &base->appended, p, &r->pdf);
	r->file.verdict = verdict_of(&found);
	if (r->file.verdict == FORM_UNREAD)
		read_any(r, &password);
	else
		entries_read(&r->entries, r->scratch, &r->pdf, r->bytes);
	keep_values(r, base);
}

/* The identity may stand in metadata that another program has packed. */
static str
identity_of(struct reading *r)
{
	const struct json *root, *meta;
	str said = releases_identity(r->bytes), bytes;

	root = foreign_pdf_value(&r->pdf, json_get(r->pdf.trailer,
	    S("/Root")));
	meta = json_get(root, S("/Metadata"));
	if (said.len == 0 && foreign_pdf_is_reference(meta) &&
	    foreign_pdf_stream_of_any(r->scratch, r->bytes, str_upto(
	    meta->text, str_find(meta->text, ' ')), &bytes))
		said = releases_identity(bytes);
	return said;
}

static bool
is_identity(struct arena *a, str said)
{
	struct ident ident;

	return said.len != 0 && ident_read(&ident, str_copy(a, said), NULL,
	    said);
}

/* A name that the file states: of a release, or such a name at least. */
static void
judge_stranger(struct reading *r)
{
	str said = identity_of(r);
	const struct row *row = register_release(r->reader->reg, said);

	if (row != NULL)
		r->file.edition = row->edition;
	else if (r->file.edition.len == 0 && is_identity(r->scratch, said))
		r->file.edition = str_copy(r->kept, said);
	row = register_release(r->reader->reg, r->file.edition);
	if (r->entries.num == 0)
		r->file.verdict = r->entries.has_xfa ? FORM_XFA :
		    FORM_NO_FIELDS;
	else if (row != NULL)
		r->file.verdict = FORM_ALTERED;
	else
		r->file.verdict = r->file.edition.len != 0 ?
		    FORM_UNREGISTERED : FORM_FOREIGN;
	keep_values(r, NULL);
}

static void
read_stranger(struct reading *r)
{
	const struct row *row = releases_stated(&r->reader->releases,
	    r->reader->reg, r->bytes, r->file.path);
	str head = str_upto(r->bytes, HEAD);
	bool password = false;

	r->file.verdict = FORM_BROKEN;
	if (row != NULL)
		r->file.edition = row->edition;
	if (str_search(head, S("%PDF-")) == head.len)
		return;
	if (read_any(r, &password))
		judge_stranger(r);
	else if (password)
		r->file.verdict = FORM_PASSWORD;
}

struct form_file
form_file_read(struct form_reader *reader, struct arena *kept,
    struct arena *scratch, const char *path)
{
	struct reading r = { .reader = reader, .kept = kept,
	    .scratch = scratch, .file = { .path = str_of(path) } };
	struct record_prefix p;

	if (!file_read(scratch, path, FILE_LIMIT, &r.bytes)) {
		r.file.verdict = FORM_MISSING;
		r.file.error = errno;
	} else if (r.bytes.len > FILE_LIMIT) {
		r.file.verdict = FORM_MISSING;
		r.file.error = EFBIG;
	} else if (record_prefix_find(&p, scratch, &reader->releases.records,
	    r.bytes)) {
		r.file.edition = p.row->edition;
		read_update(&r, &p);
	} else
		read_stranger(&r);
	return r.file;
}

bool
form_file_has_record(const struct form_file *f)
{
	return f->verdict <= FORM_UNREAD;
}
