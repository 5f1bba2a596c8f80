/* SPDX-License-Identifier: ISC */
#include "import/document.h"

#include "base/arena.h"
#include "import/blanks.h"
#include "import/captions.h"
#include "import/contents.h"
#include "import/field_names.h"
#include "import/grid.h"
#include "import/headings.h"
#include "import/proof.h"
#include "import/typed_lists.h"
#include "import/writer.h"

/* The most paragraphs of a file. */
enum { PARAGRAPHS = 50000 };

/* --- Reading */

static const struct element *
tree_of(struct reading *r, const char *type)
{
	str part = parts_target(r->parts, r->part, type, S(""));

	return part.len != 0 ? parts_tree(r->parts, part) : NULL;
}

static size_t
count(const struct element *n, enum element_name name)
{
	size_t num = n->name == name;

	for (n = n->first; n != NULL; n = n->next)
		num += count(n, name);
	return num;
}

/* Reports tracked changes and comments, unless it was said what becomes of
 * them. */
static void
check_changes(struct reading *r, const struct element *root)
{
	static const enum element_name names[] = { ELEMENT_INSERTED,
		ELEMENT_DELETED, ELEMENT_MOVED_FROM, ELEMENT_MOVED_TO,
		ELEMENT_SETTINGS_CHANGE, ELEMENT_CELL_INSERTED,
		ELEMENT_CELL_DELETED, ELEMENT_CELL_MERGED };
	size_t i, changes = 0, comments = count(root, ELEMENT_COMMENT);

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		changes += count(root, names[i]);
	if (changes + comments == 0)
		return;
	if (r->changes == CHANGES_NONE) {
		diag(r->diags, DIAG_IMPORT_CHANGES, POS_NONE, r->path,
		    str_uint(r->arena, changes), str_uint(r->arena, comments));
		return;
	}
	if (comments != 0)
		losses_add(&r->losses, PHRASE_LOSS_COMMENTS, str_uint(r->arena,
		    comments), S(""));
	if (changes != 0 && r->changes == CHANGES_REJECT &&
	    count(root, ELEMENT_SETTINGS_CHANGE) != 0)
		losses_add(&r->losses, PHRASE_LOSS_REJECTED, S(""), S(""));
}

static void
read_note_list(struct document *d, size_t i, const char *type)
{
	struct reading *r = d->reading;
	const struct element *root = tree_of(r, type), *n;

	d->note_roots[i] = root;
	r->notes[i] = map_make(r->arena);
	for (n = root != NULL ? root->first : NULL; n != NULL; n = n->next)
		if (n->name == ELEMENT_FOOTNOTE || n->name == ELEMENT_ENDNOTE)
			map_slot(&r->notes[i], element_attr(n, "id"))->value =
			    (void *)(uintptr_t)n;
}

static void
read_notes(struct document *d, str body)
{
	struct reading *r = d->reading;
	size_t i;

	d->notes = arena_array(r->arena, struct blocks, READING_NOTES);
	/* A note may mention another one. */
	for (i = 0; i < r->num_notes; i++) {
		r->part = parts_target(r->parts, body, r->at_end[i] ?
		    "endnotes" : "footnotes", S(""));
		contents_read(r, r->mentioned[i], &d->notes[i]);
	}
	r->part = body;
}

/* A note that nothing mentions is not printed by Word either. */
static void
leave_notes(struct document *d, size_t which)
{
	struct reading *r = d->reading;
	const struct element *root = d->note_roots[which], *n;
	struct map mentioned = map_make(r->arena);
	size_t i;
	str words;

	for (i = 0; i < r->num_notes; i++)
		if (r->at_end[i] == (which != 0))
			map_slot(&mentioned, element_attr(r->mentioned[i],
			    "id"));
	for (n = root != NULL ? root->first : NULL; n != NULL; n = n->next) {
		if (map_find(&mentioned, element_attr(n, "id")) != NULL)
			continue;
		words = element_words(r->arena, n);
		losses_moved(&r->losses, words);
		if (words.len != 0)
			losses_add(&r->losses, PHRASE_LOSS_NOTE, words, S(""));
	}
}

static void
read_body(struct document *d)
{
	struct reading *r = d->reading;
	const struct element *root;

	r->part = parts_target(r->parts, S(""), "officeDocument", S(""));
	root = parts_tree(r->parts, r->part);
	if (root == NULL || element_find(root, ELEMENT_BODY) == NULL) {
		if (parts_are_fine(r->parts))
			reading_fail(r, DIAG_IMPORT_KIND, S(""));
		return;
	}
	check_changes(r, root);
	if (count(root, ELEMENT_PARAGRAPH) > PARAGRAPHS)
		reading_fail(r, DIAG_IMPORT_LARGE, r->part);
	if (diags_errors(r->diags) != d->errors)
		return;
	r->styles = styles_make(r->arena, tree_of(r, "styles"));
	r->numbers = numbers_make(r->arena, tree_of(r, "numbering"));
	read_note_list(d, 0, "footnotes");
	read_note_list(d, 1, "endnotes");
	contents_read(r, element_find(root, ELEMENT_BODY), &d->blocks);
	read_notes(d, r->part);
}

/* --- Tables */

/* A frame drawn by a table of one cell is no table. */
static void
open_frame(struct document *d, struct block *b)
{
	struct blocks inner = b->table->first->first->blocks;
	struct block *next = b->next;

	losses_add(&d->reading->losses, PHRASE_LOSS_FRAME, S(""),
	    str_join(d->reading->arena, S("¶"), str_uint(d->reading->arena,
	    b->number)));
	if (inner.first == NULL) {
		*b = (struct block){ .next = next };
		return;
	}
	*b = *inner.first;
	if (inner.first == inner.last)
		inner.last = b;
	inner.last->next = next;
	if (next == NULL)
		d->blocks.last = inner.last;
}

static void
shape_tables(struct document *d, struct blocks *blocks, bool inner)
{
	struct reading *r = d->reading;
	struct block *b;
	struct table_row *row;
	struct cell *c;

	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->table == NULL)
			continue;
		if (!grid_make(r->arena, b->table, &r->losses, str_join(
		    r->arena, S("¶"), str_uint(r->arena, b->number))))
			reading_fail(r, DIAG_IMPORT_LARGE, r->part);
		for (row = b->table->first; row != NULL; row = row->next)
			for (c = row->first; c != NULL; c = c->next)
				shape_tables(d, &c->blocks, true);
		if (!inner && b->table->columns == 1 &&
		    b->table->first != NULL && b->table->first->next == NULL)
			open_frame(d, b);
	}
}

bool
document_open(struct document *d, struct arena *a, str bytes,
    enum changes changes, struct diags *diags, str path)
{
	struct reading *r = arena_new_of(a, struct reading);

	*d = (struct document){ .reading = r, .errors = diags_errors(diags) };
	r->arena = a;
	r->diags = diags;
	r->path = path;
	r->changes = changes;
	r->losses.arena = a;
	r->pictures = map_make(a);
	r->parts = parts_open(a, bytes, diags, path);
	if (r->parts != NULL)
		read_body(d);
	shape_tables(d, &d->blocks, false);
	return diags_errors(diags) == d->errors;
}

void
document_close(struct document *d)
{
	size_t i;

	for (i = 0; i < READING_FIELDS; i++)
		sink_free(&d->reading->fields[i].code);
	losses_free(&d->reading->losses);
	if (d->reading->parts != NULL)
		parts_close(d->reading->parts);
}

void
document_shape(struct document *d, str title, str other)
{
	struct reading *r = d->reading;

	captions_attach(r->arena, &d->blocks, &r->losses);
	d->numbered = headings_find(r->arena, &d->blocks, title, other,
	    &r->losses);
	typed_lists_find(r->arena, &d->blocks, &r->losses);
	blanks_find(r->arena, &d->blocks, &r->losses);
	captions_refer(r->arena, &d->blocks, &r->losses);
	leave_notes(d, 0);
	leave_notes(d, 1);
}

/* --- Writing */

static void
put_all(struct document *d, struct sink *to, str folder, unsigned without)
{
	struct reading *r = d->reading;
	size_t i;

	writer_put(to, &d->blocks, &r->losses, folder, without);
	for (i = 0; i < r->num_notes; i++)
		writer_note(to, &d->notes[i], i + 1, &r->losses, folder,
		    without);
	field_names_put(to);
}

static bool
prove(struct document *d, str markdown, bool tell)
{
	struct reading *r = d->reading;
	str parts[3] = { r->part };
	size_t num = 1;

	parts[num] = parts_target(r->parts, r->part, "footnotes", S(""));
	num += parts[num].len != 0;
	parts[num] = parts_target(r->parts, r->part, "endnotes", S(""));
	num += parts[num].len != 0;
	return proof_check(r, parts, num, markdown, tell);
}

bool
document_write(struct document *d, struct sink *to, str folder)
{
	struct losses *l = &d->reading->losses;
	size_t start = to->len, added = l->added.len;

	put_all(d, to, folder, 0);
	if (prove(d, sink_str(to), false))
		return true;
	to->len = start;
	l->added.len = added;
	losses_add(l, PHRASE_LOSS_LOOKS, S(""), S(""));
	put_all(d, to, folder, LOOK_BOLD | LOOK_ITALIC | LOOK_STRIKE |
	    LOOK_UNDERLINE | LOOK_SUB | LOOK_SUPER);
	return prove(d, sink_str(to), true);
}
