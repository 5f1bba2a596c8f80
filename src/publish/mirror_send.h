/* SPDX-License-Identifier: ISC
 *
 * mirror_send: carries out the planned steps of a mirror.
 */
#ifndef PUBLISH_MIRROR_SEND_H
#define PUBLISH_MIRROR_SEND_H

#include "publish/mirror.h"

/* Writes the listing that the destination will have, with “-” for the time
 * of each file that is not sent yet. A run that is interrupted later leaves
 * no file that the listing does not name. */
void	mirror_send_announce(struct mirror *);
/* Carries out the planned and announced steps, and writes the listing. */
void	mirror_send(struct mirror *);
/* Sends new and changed files only; writes no listing and removes nothing. */
void	mirror_send_files(struct mirror *);

#endif
