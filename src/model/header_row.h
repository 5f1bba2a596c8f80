/* SPDX-License-Identifier: ISC
 *
 * header_row: the rows of the header table, which every controlled document
 * has: their names, labels and order. A collection may declare rows whose
 * values its documents give (model/declared.h).
 */
#ifndef MODEL_HEADER_ROW_H
#define MODEL_HEADER_ROW_H

#include "base/diags.h"
#include "base/lang.h"
#include "base/map.h"

enum header_row {
#define X(id, en, tr, word) HEADER_ROW_##id,
#include "model/header_rows.def"
#undef X
};

/* No member of the enum, so that a switch over it is complete. */
enum {
	HEADER_ROW_COUNT = 0
#define X(id, name, turkish, word) + 1
#include "model/header_rows.def"
#undef X
};

/* A row as a collection has it. */
struct header_row_setting {
	size_t		row;		/* enum header_row; HEADER_ROW_COUNT:
					 * a row that matbu does not know */
	str		names[LANG_COUNT];	/* both may be the same */
	struct sourced	labels[LANG_COUNT];	/* empty: matbu's */
	bool		declared;	/* its values stand in front matter */
	bool		unique;		/* no two works have the same value */
};

/* The settings of a collection for the table; zeroed: matbu's defaults. */
struct header_rows {
	struct header_row_setting *rows;	/* in their order, in arena */
	size_t		num;			/* 0: matbu's rows */
	struct map	names;			/* number: that of the row + 1 */
	bool		stated;			/* by the key “rows” */
	struct sourced	labels[HEADER_ROW_COUNT];	/* empty: default */
};

/* Finds the row of that name among those that matbu fills in. False if there
 * is none: *nearest is the most similar name. */
bool		header_row_read(str name, enum header_row *, str *nearest);
/* A row that matbu fills in. */
struct header_row_setting header_row_known(enum header_row);
/* Makes a row of that name which a document fills in, with matbu's labels
 * where matbu knows it; else the labels are empty. It is unique if it is the
 * document number. */
struct header_row_setting header_row_declare(str name);
/* The name for programs: the English one where there are two. */
str		header_row_key(const struct header_row_setting *);
/* Whether matbu knows the name of such a row. */
bool		header_row_is_usual(str name);

/* Whether the row has a label in each language; where it has one in a language
 * and matbu knows none, that one serves for all. */
bool		header_row_has_labels(struct header_row_setting *);

/* Appends a row, whose names are in the arena. False if one has its name. */
bool		header_row_add(struct header_rows *, struct arena *,
		    const struct header_row_setting *);
/* Whether a table has that row. */
bool		header_row_has(const struct header_rows *, enum header_row);
/* Finds the declared row of that name. */
bool		header_row_find(const struct header_rows *, str name,
		    size_t *i);

/* The number of rows, the i-th of them, and its label. */
size_t		header_row_num(const struct header_rows *);
struct header_row_setting header_row_at(const struct header_rows *, size_t i);
struct sourced	header_row_label(const struct header_rows *, size_t i,
		    enum lang);

#endif
