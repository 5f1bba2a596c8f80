/* SPDX-License-Identifier: ISC
 *
 * reader: what the files that read a sheet share: its elements and
 * properties from tables, values from text, faults with their place. For
 * style_sheet, read_style and read_region alone.
 */
#ifndef STYLE_READER_H
#define STYLE_READER_H

#include "model/dom.h"
#include "style/style_sheet.h"

enum { READER_FACES = 64, READER_FAMILIES = 16,
	READER_CHAINS = READER_FAMILIES * STYLE_VARIANTS };

struct reader_family {
	str			 name;
	const struct face	*faces[STYLE_VARIANTS];
};

/* A sheet that is being read. */
struct reader {
	struct arena		*arena;
	struct diags		*diags;
	str			 path;
	struct styles		*sheet;
	size_t			 faults;
	str			 face_paths[READER_FACES];
	struct reader_family	 families[READER_FAMILIES];
	size_t			 num_families;
	const struct face	*fallbacks[FONT_CHAIN_FACES];
	size_t			 num_fallbacks;
	struct font_chain	*chains[READER_CHAINS];
	size_t			 num_chains;
};

/* An element that may stand somewhere. */
struct reader_element {
	const char	*name;			/* NULL: the table's end */
	void		(*read)(struct reader *, const node *);
};

enum reader_type {
	READER_TYPE_LENGTH, READER_TYPE_COLOUR, READER_TYPE_BACKGROUND,
	    READER_TYPE_SIZE,
	READER_TYPE_ALIGN, READER_TYPE_FLAG, READER_TYPE_WEIGHT,
	    READER_TYPE_SLOPE,
	READER_TYPE_FAMILY, READER_TYPE_NAME
};

/* What an attribute may be and where it goes. */
struct reader_property {
	const char		*name;		/* NULL: the table's end */
	enum reader_type	 type;
	size_t			 at;		/* offset of the field */
};

extern const char *const reader_weights[];	/* normal, bold */
extern const char *const reader_slopes[];	/* normal, italic */

#define reader_report(r, id, pos, ...) \
	((r)->faults++, diag((r)->diags, (id), (pos), (r)->path, __VA_ARGS__))
void	 reader_report_value(struct reader *, const struct dom_attr *,
	    str wanted);

/* Values; false: it is none. */
bool	 reader_number(str *, double *);
bool	 reader_length(str, double *);
bool	 reader_colour(str, unsigned *);

/* The attribute, or NULL. In arena. */
const struct dom_attr *reader_attr(struct reader *, const node *,
	    const char *name);
/* The row of the attribute; NULL and told where there is none. */
const struct reader_property *reader_property(struct reader *,
	    const struct reader_property *, const struct dom_attr *);
/* The index of the word, of which NULL is the last; else told. */
bool	 reader_keyword(struct reader *, const struct dom_attr *,
	    const char *const *words, unsigned *index);
/* The same for names of a kind: the nearest is offered. */
bool	 reader_name(struct reader *, const struct dom_attr *,
	    const char *const *names, str kind, unsigned *index);
/* Lengths and colours of the element into the fields of a struct; other
 * properties are only looked up. */
void	 reader_fields(struct reader *, const node *,
	    const struct reader_property *, void *to);
/* Each kid by its row of the table. */
void	 reader_kids(struct reader *, const node *,
	    const struct reader_element *);
/* Whether there is nothing to read: white space, a comment. */
bool	 reader_is_blank(const node *);
/* “nothing is named so here”; the candidates have been offered. */
struct nearest;
void	 reader_report_element(struct reader *, const node *,
	    const struct nearest *);

/* <style>, and what a style has that the sheet does not name. */
void	 read_style(struct reader *, const node *);
void	 read_style_inherit(struct style *, const struct style *from);
/* The number of a style's name. */
bool	 read_style_name(struct reader *, const struct dom_attr *,
	    enum style_id *);
/* <letterhead>, <header>, <footer> */
void	 read_region(struct reader *, const node *, struct style_region *);

#endif
