/* SPDX-License-Identifier: ISC
 *
 * digest: SHA-256 (FIPS 180-4), what bytes are known by; and a fast mark for
 * inside the house. The only file that knows nettle (GNU's cryptography for
 * GnuTLS: it uses the processor's instructions for SHA-256, seven times as
 * fast as libmd, and loads in a fifth of a millisecond).
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/str.h"

enum { DIGEST_SIZE = 32 };		/* [byte] */

struct digest {
	unsigned char	bytes[DIGEST_SIZE];
};

struct digest	digest_of(str);
/* Of first and second, one after the other. */
struct digest	digest_of_two(str first, str second);
/* Of a file, read through one small buffer. False: errno tells why. */
bool		digest_file(const char *path, struct digest *);
/* 64 digits of 0-9 a-f, as sha256sum prints; in arena. */
str		digest_hex(struct arena *, struct digest);
bool		digest_eq(struct digest, struct digest);

/* 128 bits that tell contents apart, many times as fast; the same on every
 * machine. Not against somebody who seeks two contents that meet. */
struct digest_fingerprint {
	uint64_t	parts[2];
};
struct digest_fingerprint digest_fingerprint(str);

#endif
