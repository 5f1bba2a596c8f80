/* SPDX-License-Identifier: ISC
 *
 * pdf_reader: what the files that read a sheet share: its elements and
 * properties from tables, values from text, faults with their place. For
 * pdf_sheet, pdf_style and pdf_region alone.
 */
#ifndef STYLE_READER_H
#define STYLE_READER_H

#include "model/dom.h"
#include "style/style_sheet.h"

enum { PDF_READER_FACES = 64, PDF_READER_FAMILIES = 16,
	PDF_READER_CHAINS = PDF_READER_FAMILIES * PDF_VARIANTS };

struct pdf_family {
	str			 name;
	const struct pdf_face	*faces[PDF_VARIANTS];
};

/* A sheet that is being read. */
struct pdf_reader {
	struct arena		*arena;
	struct diags		*diags;
	str			 path;
	struct pdf_sheet	*sheet;
	size_t			 faults;
	str			 face_paths[PDF_READER_FACES];
	struct pdf_family	 families[PDF_READER_FAMILIES];
	size_t			 num_families;
	const struct pdf_face	*fallbacks[PDF_CHAIN_FACES];
	size_t			 num_fallbacks;
	struct pdf_chain	*chains[PDF_READER_CHAINS];
	size_t			 num_chains;
};

/* An element that may stand somewhere. */
struct pdf_element {
	const char	*name;			/* NULL: the table's end */
	void		(*read)(struct pdf_reader *, const node *);
};

enum pdf_type {
	PDF_TYPE_LENGTH, PDF_TYPE_COLOUR, PDF_TYPE_BACKGROUND, PDF_TYPE_SIZE,
	PDF_TYPE_ALIGN, PDF_TYPE_FLAG, PDF_TYPE_WEIGHT, PDF_TYPE_SLOPE,
	PDF_TYPE_FAMILY, PDF_TYPE_NAME
};

/* What an attribute may be and where it goes. */
struct pdf_property {
	const char	*name;			/* NULL: the table's end */
	enum pdf_type	 type;
	size_t		 at;			/* offset of the field */
};

extern const char *const pdf_reader_weights[];	/* normal, bold */
extern const char *const pdf_reader_slopes[];	/* normal, italic */

#define pdf_reader_tell(r, id, pos, ...) \
	((r)->faults++, diag((r)->diags, (id), (pos), (r)->path, __VA_ARGS__))
void	 pdf_reader_tell_value(struct pdf_reader *, const struct dom_attr *,
	    str wanted);

/* Values; false: it is none. */
bool	 pdf_reader_number(str *, double *);
bool	 pdf_reader_length(str, double *);
bool	 pdf_reader_colour(str, unsigned *);

/* The attribute, or NULL. In arena. */
const struct dom_attr *pdf_reader_attr(struct pdf_reader *, const node *,
	    const char *name);
/* The row of the attribute; NULL and told where there is none. */
const struct pdf_property *pdf_reader_property(struct pdf_reader *,
	    const struct pdf_property *, const struct dom_attr *);
/* The index of the word, of which NULL is the last; else told. */
bool	 pdf_reader_keyword(struct pdf_reader *, const struct dom_attr *,
	    const char *const *words, unsigned *index);
/* The same for names of a kind: the nearest is offered. */
bool	 pdf_reader_name(struct pdf_reader *, const struct dom_attr *,
	    const char *const *names, str kind, unsigned *index);
/* Lengths and colours of the element into the fields of a struct; other
 * properties are only looked up. */
void	 pdf_reader_fields(struct pdf_reader *, const node *,
	    const struct pdf_property *, void *to);
/* Each kid by its row of the table. */
void	 pdf_reader_kids(struct pdf_reader *, const node *,
	    const struct pdf_element *);
/* Whether there is nothing to read: white space, a comment. */
bool	 pdf_reader_is_blank(const node *);
/* “nothing is named so here”; the candidates have been offered. */
struct nearest;
void	 pdf_reader_tell_element(struct pdf_reader *, const node *,
	    const struct nearest *);

/* <style>, and what a style has that the sheet does not name. */
void	 pdf_style_read(struct pdf_reader *, const node *);
void	 pdf_style_inherit(struct pdf_style *, const struct pdf_style *from);
/* The number of a style's name. */
bool	 pdf_style_name(struct pdf_reader *, const struct dom_attr *,
	    enum pdf_look *);
/* <letterhead>, <header>, <footer> */
void	 pdf_region_read(struct pdf_reader *, const node *,
	    struct pdf_region *);

#endif
