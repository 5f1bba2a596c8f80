/* SPDX-License-Identifier: ISC
 *
 * mirror_send: carries out the planned steps of a mirror.
 */
#ifndef PUBLISH_MIRROR_SEND_H
#define PUBLISH_MIRROR_SEND_H

#include "publish/mirror.h"

/* Writes a listing of all files that the destination has or will have, with
 * “-” for the time of each that is to be sent, adopted or removed. A run that
 * is interrupted later leaves no file that the listing does not name. */
void	mirror_send_announce(struct mirror *);
/* These three carry out the planned steps, in this order, which are announced
 * where there is anything to send or remove: they send new and changed files
 * but the register; send the register; remove files and write the listing. */
void	mirror_send_files(struct mirror *);
void	mirror_send_register(struct mirror *);
void	mirror_send_end(struct mirror *);

#endif
