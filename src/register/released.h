/* SPDX-License-Identifier: ISC
 *
 * released: what was released stays as it was. The digest that the register
 * keeps of a source and its pictures, and what is found to be changed.
 */
#ifndef REGISTER_RELEASED_H
#define REGISTER_RELEASED_H

#include "model/card.h"
#include "register/register.h"

/* The files of one edition. */
struct released_files {
	str		 root;		/* “content”, or another that mirrors it */
	const struct ident *ident;
	str		 text;		/* of the source: LF, no mark */
	const struct strings *pictures;	/* that it refers to, sorted */
};

/* The digest of a text and of its pictures on disk: SHA-256 over the lines
 * that sha256sum prints for them in their folder. A picture that cannot be
 * read counts as empty. 64 hex digits in arena. */
str		released_digest(struct arena *, const struct released_files *);
/* “content/frm/…_1.pdf”: where its record stands. In arena. */
str		released_record_path(struct arena *, str root, str edition);
/* Whether a PDF has a beginning and an end, and between them what its end
 * points to (ISO 32000-1, 7.5): a file cut off by the way has not. */
bool		released_is_whole_pdf(str pdf);
/* Reads the record of a released edition; true where its bytes are those of
 * the register. */
bool		released_record(struct arena *, str root, const struct card *,
	    str *record);
/* The text of a released edition, out of its record; false where that is
 * missing, altered or carries none. */
bool		released_text(struct arena *, str root, const struct card *,
	    str *text);
/* The pictures of the edition that a text names, sorted. In arena. */
struct strings	released_pictures(struct arena *, const struct ident *,
	    str text);
/* Whether source, pictures and record are what the register says. */
bool		released_is_intact(struct arena *,
	    const struct released_files *, const struct card *);
/* Tells what differs in an edition that the register says was released: its
 * source, its pictures (found out with the help of those in out), its
 * record. */
void		released_check(struct arena *, const struct released_files *,
	    const struct reg *, const char *out, struct diags *, str path);

#endif
