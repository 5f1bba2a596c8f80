/* SPDX-License-Identifier: ISC */
#include "build/input.h"

#include "base/path.h"
#include "model/anchor.h"
#include "model/form.h"
#include "model/picture.h"
#include "model/xref.h"
#include "register/press_entry.h"
#include "source/body.h"
#include "source/peek_title.h"
#include "source/source.h"

size_t
input_num_documents(const struct input *in)
{
	return in->tree.num_folders + in->tree.num_editions;
}

size_t
input_num_editions(const struct input *in)
{
	size_t i, num = 0;

	for (i = 0; i < in->tree.num_editions; i++)
		num += limit_has_edition(&in->limit,
		    &in->tree.editions[i].ident);
	return num;
}

/* --- Reading one document */

static const struct strings no_pictures;

static struct doc
begin_doc(const struct input *in, struct arena *a, struct diags *ds,
    str path, str folder)
{
	struct doc doc = { .arena = a, .diags = ds, .folder = folder,
	    .pictures = &no_pictures, .names = &in->collection.names,
	    .header_rows = &in->collection.header_rows,
	    .lang = in->collection.lang, .dialect = DOC_DIALECT };

	doc.path = path_file(a, in->tree.root, path, S(".md"));
	doc.stem = path_last(path);
	return doc;
}

void
input_complete(struct doc *doc)
{
	form_make(doc);
	anchor_make(doc);
	picture_resolve(doc);
	xref_resolve(doc);
}

static struct doc
begin_index(const struct input *in, struct arena *a, struct diags *ds,
    const struct folder *f)
{
	struct doc doc = begin_doc(in, a, ds, f->path.len != 0 ? str_join(a,
	    f->path, S("/index")) : S("index"), f->path);

	doc.unit_title = unit_title(&in->collection.units, f->path);
	/* It stands in another file: this one has no place for it. */
	doc.unit_title.place.pos = POS_NONE;
	return doc;
}

static enum front_matter_kind
kind_of(const struct folder *f)
{
	return f->depth == 0 ? FRONT_MATTER_SITE : FRONT_MATTER_FOLDER;
}

struct doc
input_read_index(const struct input *in, struct arena *a,
    struct diags *ds, const struct folder *f)
{
	struct doc doc = begin_index(in, a, ds, f);

	if (f->has_index)
		source_read(&doc, kind_of(f));
	else
		body_read(&doc, 0);
	input_complete(&doc);
	return doc;
}

static struct doc
begin_edition(const struct input *in, struct arena *a, struct diags *ds,
    const struct edition *e)
{
	struct doc doc = begin_doc(in, a, ds, e->ident.edition,
	    e->ident.subject);
	const struct row *row = register_release(&in->reg, e->ident.edition);

	if (row != NULL)
		doc.dialect = press_entry_dialect(row->press);
	doc.ident = &e->ident;
	doc.pictures = &e->pictures;
	return doc;
}

struct doc
input_read_edition(const struct input *in, struct arena *a,
    struct diags *ds, const struct edition *e)
{
	struct doc doc = begin_edition(in, a, ds, e);

	source_read(&doc, FRONT_MATTER_DOCUMENT);
	input_complete(&doc);
	return doc;
}

/* --- Title and front matter alone */

bool
input_peek_index(const struct input *in, struct arena *a,
    const struct folder *f, struct doc *doc, str *title)
{
	*doc = begin_index(in, a, NULL, f);
	*title = doc->unit_title.text;
	if (!f->has_index && title->len != 0)
		return true;
	doc->unread = !f->has_index;
	return doc->unread || peek_title_read(doc, kind_of(f), title);
}

bool
input_peek_edition(const struct input *in, struct arena *a,
    const struct edition *e, struct doc *doc, str *title)
{
	*doc = begin_edition(in, a, NULL, e);
	return peek_title_read(doc, FRONT_MATTER_DOCUMENT, title);
}

bool
input_has_title(const struct input *in, struct arena *a,
    const struct edition *e, struct doc *doc)
{
	*doc = begin_edition(in, a, NULL, e);
	return peek_title_exists(doc);
}
