/* SPDX-License-Identifier: ISC
 *
 * remote_ssh: a destination on another machine. rsync transfers and compares
 * files; ssh, as RSYNC_RSH names it, takes the lock and removes files there.
 */
#ifndef PUBLISH_REMOTE_SSH_H
#define PUBLISH_REMOTE_SSH_H

#include "publish/remote_ops.h"

extern const struct remote_ops remote_ssh;

#endif
