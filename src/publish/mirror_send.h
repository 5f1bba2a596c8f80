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
/* Carries out the planned steps, which are announced where there is anything
 * to send or remove, and writes the listing. */
void	mirror_send(struct mirror *);
/* Sends new and changed files only; writes no listing and removes nothing. */
void	mirror_send_files(struct mirror *);

#endif
