/* SPDX-License-Identifier: ISC
 *
 * released: whether the files of a released edition are as the register says
 * (released.c explains what a release freezes). Computes the digest of a source
 * and its pictures, and finds what was changed. Here a picture is also a file
 * to hand out that the text names. Functions end the program only where memory
 * runs out.
 */
#ifndef REGISTER_RELEASED_H
#define REGISTER_RELEASED_H

#include "model/card.h"
#include "register/register.h"

/* The files of one edition. */
struct released_files {
	str		 root;		/* “content”, or a copy of it */
	const struct ident *ident;
	str		 text;		/* of the source: LF, no BOM */
	const struct strings *pictures;	/* that it refers to, sorted */
};

/* Returns the digest of a text and of its pictures on disk: SHA-256 over the
 * lines that sha256sum prints for them in their folder, the source first. 64
 * hex digits in arena; empty where a picture cannot be read. */
str		released_digest(struct arena *, const struct released_files *);
/* Returns the path of the edition's record, “content/frm/…_1.pdf”, in arena. */
str		released_record_path(struct arena *, str root, str edition);
/* Returns whether a PDF has a beginning and an end, and between them what its
 * end points to (ISO 32000-1, 7.5). A truncated file has no end. */
bool		released_is_whole_pdf(str pdf);
/* Reads the record of a released edition, in arena. Returns whether it is
 * there and its digest is card->status.record; else errno has the reason, a
 * FAULT_CHANGED for another digest. */
bool		released_record(struct arena *, str root, const struct card *,
	    str *record);
/* Reads the text of a released edition from its record, in arena. Returns
 * false where the record is missing, altered or contains no text. */
bool		released_text(struct arena *, str root, const struct card *,
	    str *text);
/* Returns the pictures of the edition that a text names, sorted, in arena. */
struct strings	released_pictures(struct arena *, const struct ident *,
	    str text);
/* Returns whether source, pictures and record have the digests of
 * card->status. */
bool		released_is_intact(struct arena *,
	    const struct released_files *, const struct card *);
/* Reports what differs in an edition that the register has a release of: its
 * source and its pictures at path (a comparison with those in out finds the
 * picture), its record. */
void		released_check(struct arena *, const struct released_files *,
	    const struct reg *, const char *out, struct diags *, str path);

#endif
