/* SPDX-License-Identifier: ISC */
#include "edition/edition_files.h"

#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/witness.h"
#include "model/picture.h"
#include "source/source_text.h"

/* Whether the pictures could be listed; reports that they could not. */
static bool
has_pictures(struct transaction *t, str edition)
{
	str folder = transaction_path(t, edition, S(""));
	int error = witness_error(str_c(t->ws.in.arena, folder));

	if (error != 0)
		diag(t->ws.in.diags, DIAG_FILE_READ, POS_NONE, folder,
		    str_of(fault_text(error)));
	return error == 0;
}

bool
edition_files_read(struct transaction *t, const struct ident *ident, str *text)
{
	struct doc doc = { .arena = t->ws.in.arena, .diags = t->ws.in.diags,
	    .path = transaction_path(t, ident->edition, S(".md")) };

	if (!source_text_read(&doc) || !has_pictures(t, ident->edition)) {
		diag(t->ws.in.diags, DIAG_REVISE_UNREAD, POS_NONE, doc.path,
		    t->options.redate ? S("matbu revise --redate") :
		    S("matbu revise"), ident->work);
		return false;
	}
	*text = doc.text;
	return true;
}

static str
read_picture(struct transaction *t, str edition, str name)
{
	char *path = str_c(t->ws.in.arena, transaction_path(t, edition,
	    str_join(t->ws.in.arena, S("/"), name)));
	str bytes;

	if (!witness_read(t->ws.in.arena, path, PICTURE_LIMIT, &bytes))
		die_errno(DIAG_READ, path);
	return bytes;
}

static void
copy_picture(struct transaction *t, str from, str to, str name)
{
	struct arena *a = t->ws.in.arena;
	str into = transaction_path(t, to, str_join(a, S("/"), name));

	if (!folder_make_all(str_c(a, into)))
		die_errno(DIAG_WRITE, str_c(a, into));
	transaction_write(t, into, read_picture(t, from, name));
}

static const struct edition *
tree_edition(const struct transaction *t, const struct card *card)
{
	return &t->ws.in.tree.editions[card - t->ws.in.collection.cards];
}

/* Compares the edition's picture of the name with that of the card. */
static enum file_match
match_picture(struct transaction *t, const struct card *from, str edition,
    str name)
{
	str path = transaction_path(t, edition, str_join(t->ws.in.arena, S("/"),
	    name));

	return file_compare(str_c(t->ws.in.arena, path), read_picture(t,
	    from->ident->edition, name));
}

bool
edition_files_match(struct transaction *t, const struct card *from,
    str edition)
{
	const struct strings *pictures = &tree_edition(t, from)->pictures;
	size_t i;

	for (i = 0; i < pictures->num; i++)
		if (match_picture(t, from, edition, pictures->items[i]) !=
		    FILE_SAME)
			return false;
	return true;
}

bool
edition_files_check(struct transaction *t, const struct card *from, str edition)
{
	const struct strings *pictures = &tree_edition(t, from)->pictures;
	bool clear = true;
	size_t i;

	for (i = 0; i < pictures->num; i++) {
		if (match_picture(t, from, edition, pictures->items[i]) !=
		    FILE_DIFFERENT)
			continue;
		diag(t->ws.in.diags, DIAG_REVISE_EXISTS, POS_NONE,
		    transaction_path(t, edition, str_join(t->ws.in.arena,
		    S("/"), pictures->items[i])));
		clear = false;
	}
	return clear;
}

void
edition_files_write(struct transaction *t, const struct card *from,
    str edition, str text)
{
	const struct strings *pictures = &tree_edition(t, from)->pictures;
	size_t i;

	for (i = 0; i < pictures->num; i++)
		copy_picture(t, from->ident->edition, edition,
		    pictures->items[i]);
	transaction_write(t, transaction_path(t, edition, S(".md")), text);
}

void
edition_files_remove(struct transaction *t, const struct card *card)
{
	const struct strings *pictures = &tree_edition(t, card)->pictures;
	str edition = card->ident->edition;
	size_t i;

	for (i = 0; i < pictures->num; i++)
		transaction_remove(t, transaction_path(t, edition,
		    str_join(t->ws.in.arena, S("/"), pictures->items[i])));
	file_remove(str_c(t->ws.in.arena, transaction_path(t, edition,
	    S(""))));
	transaction_remove(t, transaction_path(t, edition, S(".md")));
}
