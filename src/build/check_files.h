/* SPDX-License-Identifier: ISC
 *
 * check_files: checks the files that documents hand out, in tasks of a pool:
 * names, changes, comments, macros (office/traces.h, build/pdf_traces.h).
 */
#ifndef BUILD_CHECK_FILES_H
#define BUILD_CHECK_FILES_H

#include "build/input.h"

struct file_checks;
struct pool;

/* Borrows the pool, which may be closed before check_files_close(). */
struct file_checks	*check_files_open(struct pool *);
void		 check_files_close(struct file_checks *);
/* Adds the files to which the document links, each once. From any worker. */
void		 check_files_add(struct file_checks *, size_t worker,
		    const struct doc *);
/* Waits for all checks and reports what they found. Not a person's name: the
 * title of a folder of the collection, a role (of the document or of --by), the
 * value of a declared row. */
void		 check_files_report(struct file_checks *, struct input *);
/* Whether the fault is one that --with-properties accepts. */
bool		 check_files_may_accept(enum diag);
/* The names of the document's files with such faults, “a.docx, b.xlsx”; empty
 * where there are none. In arena. */
str		 check_files_accepted(const struct file_checks *,
		    struct arena *, str document);

#endif
