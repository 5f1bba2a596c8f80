/* SPDX-License-Identifier: ISC
 *
 * digest: SHA-256 (FIPS 180-4), which identifies bytes; and a fast fingerprint
 * for use inside the program. The only file that uses nettle (GNU's
 * cryptography for GnuTLS: it uses the processor's instructions for SHA-256,
 * seven times as fast as libmd, and loads in a fifth of a millisecond).
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/str.h"

enum { DIGEST_SIZE = 32 };		/* [byte] */

struct digest {
	unsigned char	bytes[DIGEST_SIZE];
};

struct digest	digest_of(str);
/* Of the first ends[i] bytes, for ends that do not decrease; reads the bytes
 * once. */
void		digest_of_prefixes(str, const size_t *ends, size_t num,
		    struct digest *digests);
/* Of a file, read through one small buffer. False: errno has the reason. */
bool		digest_file(const char *path, struct digest *);
/* 64 digits of 0-9 a-f, as sha256sum prints; in arena. */
str		digest_hex(struct arena *, struct digest);
/* Returns whether the text is what digest_hex() returns. */
bool		digest_is_hex(struct digest, str);

/* 128 bits that distinguish contents, many times as fast; the same on every
 * machine. Not safe against a person who looks for a collision. */
struct digest_fingerprint {
	uint64_t	parts[2];
};
struct digest_fingerprint digest_fingerprint(str);
bool	digest_fingerprint_eq(struct digest_fingerprint,
	    struct digest_fingerprint);

#endif
