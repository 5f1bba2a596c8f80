/* SPDX-License-Identifier: ISC
 *
 * check_files: the files that documents hand out are read, by tasks of a pool:
 * what they tell beside their text (office/traces.h, build/pdf_traces.h).
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
/* Waits until all files that were added are checked, and reports what they
 * tell. A name that is the title of a folder of the collection, the role of
 * somebody in the document or of --by, or the value of a row that the
 * collection declares, is that of no person. */
void		 check_files_report(struct file_checks *, struct input *);
/* Whether the fault is one that --with-properties accepts. */
bool		 check_files_may_accept(enum diag);
/* The names of the document's files with such faults, “a.docx, b.xlsx”; empty
 * where there are none. In arena. */
str		 check_files_told(const struct file_checks *, struct arena *,
		    str document);

#endif
