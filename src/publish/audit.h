/* SPDX-License-Identifier: ISC
 *
 * audit: the auditor's folder: the documents that were in force on a day with
 * their records, and the lists of that day, as pages and as PDF.
 */
#ifndef PUBLISH_AUDIT_H
#define PUBLISH_AUDIT_H

struct options;

/* matbu list --on DAY --format html -o FOLDER: writes the folder, whole or not
 * at all. A record, source or picture of a released edition that is not as the
 * register says is a fault; then nothing is written. Returns an exit status.
 * Ends the program where an option does not fit, and where the disk fails. */
int	audit_write(const struct options *);

#endif
