/* SPDX-License-Identifier: ISC
 *
 * site_checkpoint: the checkpoint at a destination, which each publish renews
 * after the register, and its signature. They are not in the listing of the
 * site's files.
 */
#ifndef PUBLISH_SITE_CHECKPOINT_H
#define PUBLISH_SITE_CHECKPOINT_H

#include "base/diags.h"
#include "publish/remote.h"
#include "register/register.h"

struct options;

struct site_checkpoint {
	struct remote	*remote;
	str		 text;		/* the new checkpoint */
	str		 signature;	/* of it; empty: --sign is not given */
	str		 there;		/* the present one; may be empty */
	str		 signature_there;	/* may be empty */
	bool		 renew;		/* what is right, too: its mode may
					 * be another */
};

/* Makes the checkpoint of the register and, with --sign, its signature.
 * Ends the program where that fails. */
void	site_checkpoint_make(struct site_checkpoint *, struct arena *,
	    const struct options *,
	    const struct reg *, struct remote *);
/* Reads the files at the destination. Reports one that is not matbu's, and
 * warns of a checkpoint that the register does not fit. */
void	site_checkpoint_read(struct site_checkpoint *, struct arena *,
	    const struct reg *,
	    struct diags *);
/* Whether site_checkpoint_send() would write something. */
bool	site_checkpoint_is_stale(const struct site_checkpoint *);
/* Writes what differs. Removes a signature of another checkpoint first: the
 * destination never has a signature beside a text that it does not sign. */
void	site_checkpoint_send(const struct site_checkpoint *);

#endif
