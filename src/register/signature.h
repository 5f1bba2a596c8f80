/* SPDX-License-Identifier: ISC
 *
 * signature: signs checkpoints with the keys of ssh, and checks such
 * signatures. The program ssh-keygen does the work, and a person can do the
 * same with it alone.
 */
#ifndef REGISTER_SIGNATURE_H
#define REGISTER_SIGNATURE_H

#include "base/str.h"

struct arena;

/* What a signature is for: a signature for something else is no signature of
 * a checkpoint. */
#define SIGNATURE_PURPOSE	"matbu-checkpoint"

enum { SIGNATURE_LIMIT = 64 << 10 };	/* [byte] */

/* Signs the text with the key: a file, or the public part of a key that an
 * agent has. May ask for a passphrase. Returns the signature in arena; false
 * with what ssh-keygen said. */
bool	signature_make(struct arena *, const char *key, str text,
	    str *signature, str *said);
/* Whether the file holds a signature of the text by one of the allowed
 * signers. *who is his name there, in arena; where not, what ssh-keygen
 * said. */
bool	signature_check(struct arena *, const char *file, const char *allowed,
	    str text, str *who);
/* Whether bytes look like a signature that ssh-keygen made. */
bool	signature_is(str bytes);

#endif
