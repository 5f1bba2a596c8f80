/* SPDX-License-Identifier: ISC
 *
 * remote_rclone: a store, “rclone:remote:path”: what rclone reaches (SFTP,
 * WebDAV, S3). A store has no lock, and not each has times that can be set, a
 * rename, or digests. So:
 *
 * - The files of the destination are listed once (rclone lsjson -R), with
 *   their sizes; names that no collection has are foreign and ignored. A file
 *   is the one that was sent where it has the size that the listing of the
 *   site says. remote_compare() reads the bytes (rclone check --download).
 * - Files are sent by rclone copy, one run for each call and local folder. A
 *   run sends some files at the same time, in no order. The files of an
 *   edition, and registers under their own name, go with --immutable: rclone
 *   fails where another file has the name.
 * - Where the service writes a file in place (SFTP, some WebDAV servers), a
 *   run that is killed leaves a file that is cut off, and readers may see a
 *   file before it is whole. The next run replaces it.
 * - remote_lock() takes no lock. publish/heads.h says how no row is lost.
 * - Modes of files and links are the service's own affair; folders that become
 *   empty stay.
 */
#ifndef PUBLISH_REMOTE_RCLONE_H
#define PUBLISH_REMOTE_RCLONE_H

#include "publish/remote_ops.h"

extern const struct remote_ops remote_rclone;

#endif
