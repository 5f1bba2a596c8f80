/* SPDX-License-Identifier: ISC */
#include "digest.h"

#include <sys/types.h>

#include <sha2.h>
#include <string.h>

#include "arena.h"

struct digest
digest_of(str s)
{
	return digest_of_two(s, S(""));
}

struct digest
digest_of_two(str first, str second)
{
	struct digest d;
	SHA2_CTX context;

	SHA256Init(&context);
	if (first.len != 0)
		SHA256Update(&context, (const uint8_t *)first.p, first.len);
	if (second.len != 0)
		SHA256Update(&context, (const uint8_t *)second.p, second.len);
	SHA256Final(d.bytes, &context);
	return d;
}

str
digest_hex(struct arena *a, struct digest d)
{
	static const char digits[] = "0123456789abcdef";
	char *hex = arena_alloc(a, 2 * DIGEST_SIZE + 1);
	size_t i;

	for (i = 0; i < DIGEST_SIZE; i++) {
		hex[2 * i] = digits[d.bytes[i] >> 4];
		hex[2 * i + 1] = digits[d.bytes[i] & 15];
	}
	return (str){ hex, 2 * DIGEST_SIZE };
}

bool
digest_eq(struct digest a, struct digest b)
{
	return memcmp(a.bytes, b.bytes, DIGEST_SIZE) == 0;
}
