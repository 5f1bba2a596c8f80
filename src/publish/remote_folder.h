/* SPDX-License-Identifier: ISC
 *
 * remote_folder: a destination that is a folder of this machine or a mounted
 * share.
 */
#ifndef PUBLISH_REMOTE_FOLDER_H
#define PUBLISH_REMOTE_FOLDER_H

#include "publish/remote_ops.h"

extern const struct remote_ops remote_folder;

#endif
