/* SPDX-License-Identifier: ISC
 *
 * heads: what keeps the rows of two who publish to a store at the same time. A
 * store has no lock (publish/remote_rclone.h), so each may overwrite the
 * register, indexes and listing of the other. Two files that nobody else
 * writes stand beside them, CHAIN being the last chain of a register:
 *
 *   register/CHAIN.tsv     that register; never overwritten, never removed
 *   register/CHAIN.site    the listing of its publisher (publish/listing.h)
 *
 * A publish
 *
 *   1. stops where a register/….tsv has a row that ours does not have;
 *   2. writes CHAIN.site: what it is going to send;
 *   3. sends files, then CHAIN.tsv, then register.tsv;
 *   4. reads register.tsv back and lists register/ again: it stops where the
 *      first is not ours, or as in 1;
 *   5. removes files, writes .matbu-site and CHAIN.site, and removes the .site
 *      of registers that ours contains.
 *
 * Each writes its CHAIN.tsv before it lists register/. So of two at the same
 * time at least one sees the other's in step 4 and stops before it removes
 * anything, and both registers are there whichever register.tsv is. A pull
 * joins them: whoever stopped pulls and publishes again. CHAIN.tsv follows the
 * files that it names, as register.tsv does. Both promises need a store that
 * shows a file as soon as it is written, as S3, SFTP and WebDAV do.
 *
 * The listing of somebody whose rows we lack says that a file is matbu's, so it
 * may be replaced, but not that we may remove it. An interrupted publish may
 * leave a file that is cut off: of a register the rows before the cut count.
 */
#ifndef PUBLISH_HEADS_H
#define PUBLISH_HEADS_H

#include "base/diags.h"
#include "base/strings.h"
#include "publish/listing.h"
#include "publish/remote.h"
#include "register/register.h"

struct heads {
	struct arena	*arena;
	struct remote	*remote;
	struct map	 chains;	/* of the register that was given; and,
					 * number 1, of each CHAIN.tsv there */
	struct strings	 sites;		/* paths of each CHAIN.site there */
	str		 site;		/* the path of that register's */
	bool		 has_site;	/* it is there, and whole */
	struct reg	*regs;		/* CHAIN.tsv whose CHAIN is none of
					 * that register's, sorted by path */
	size_t		 num;
};

/* Reads what the store has beside the register that is given, borrowed.
 * Nothing for another destination. */
void	heads_find(struct heads *, struct arena *, struct remote *,
	    const struct reg *);
/* Joins the listings there into the listing. */
void	heads_listings(struct heads *, struct listing *);
/* Reports the first row there that the register which was given to
 * heads_find() does not have, and returns false. destination: as the user
 * names it. */
bool	heads_check(const struct heads *, const struct reg *, str destination,
	    struct diags *);

/* Of a publish: writes CHAIN.tsv, unless it is there; reports, in step 4, that
 * somebody else has published, and returns false; removes the listings that
 * ours replaces. */
void	heads_enter(const struct heads *, const struct reg *);
bool	heads_read_back(const struct heads *, const struct reg *,
	    str destination, struct diags *);
void	heads_clear(const struct heads *);

/* Of a pull: makes the register at the destination, whose bytes are given and
 * have the damage, complete: from the CHAIN.tsv that it is the beginning of,
 * where it is damaged or missing; and with the rows of all others, of which a
 * release is left out where it has another one of the same edition or
 * revision. Sets *damage. */
void	heads_join(const struct heads *, struct reg *, str bytes,
	    enum register_damage *damage);

#endif
