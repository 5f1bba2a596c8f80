/* SPDX-License-Identifier: ISC */
#include "base/digest.h"

#include <endian.h>
#include <nettle/sha2.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"

struct digest
digest_of(str s)
{
	struct sha256_ctx context;
	struct digest d;

	sha256_init(&context);
	if (s.len != 0)
		sha256_update(&context, s.len, (const uint8_t *)s.p);
	sha256_digest(&context, sizeof(d.bytes), d.bytes);
	return d;
}

void
digest_of_prefixes(str s, const size_t *ends, size_t num,
    struct digest *digests)
{
	struct sha256_ctx context, copy;
	size_t i, done = 0;

	sha256_init(&context);
	for (i = 0; i < num; i++) {
		if (ends[i] != done)
			sha256_update(&context, ends[i] - done,
			    (const uint8_t *)s.p + done);
		done = ends[i];
		copy = context;
		sha256_digest(&copy, sizeof(digests[i].bytes),
		    digests[i].bytes);
	}
}

static void
take(void *context, str piece)
{
	sha256_update(context, piece.len, (const uint8_t *)piece.p);
}

bool
digest_file(const char *path, struct digest *d)
{
	struct sha256_ctx context;

	sha256_init(&context);
	if (!file_pieces(path, take, &context))
		return false;
	sha256_digest(&context, sizeof(d->bytes), d->bytes);
	return true;
}

static void
put_hex(char *hex, struct digest d)
{
	static const char digits[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < DIGEST_SIZE; i++) {
		hex[2 * i] = digits[d.bytes[i] >> 4];
		hex[2 * i + 1] = digits[d.bytes[i] & 15];
	}
}

str
digest_hex(struct arena *a, struct digest d)
{
	char *hex = arena_alloc(a, 2 * DIGEST_SIZE + 1);

	put_hex(hex, d);
	return (str){ hex, 2 * (size_t)DIGEST_SIZE };
}

bool
digest_is_hex(struct digest d, str text)
{
	char hex[2 * DIGEST_SIZE];

	put_hex(hex, d);
	return str_eq(text, (str){ hex, sizeof(hex) });
}

static uint64_t
fold(uint64_t x, uint64_t y)
{
	unsigned __int128 n = (unsigned __int128)x * y;

	return (uint64_t)n ^ (uint64_t)(n >> 64);
}

/* Eight bytes as a number, the lowest first on every machine; 0 beyond the
 * end. */
static uint64_t
word(str s, size_t at)
{
	uint64_t n = 0;
	size_t i;

	if (at + sizeof(n) <= s.len) {
		memcpy(&n, s.p + at, sizeof(n));
		return le64toh(n);
	}
	for (i = s.len; i-- > at; )
		n = n << 8 | (unsigned char)s.p[i];
	return n;
}

/* Two sums, each of which mixes every pair of words with other odd numbers. */
struct digest_fingerprint
digest_fingerprint(str s)
{
	uint64_t a = 0x9E3779B97F4A7C15U ^ s.len;
	uint64_t b = 0xD1B54A32D192ED03U, x, y;
	size_t at;

	for (at = 0; at < s.len; at += 16) {
		x = word(s, at);
		y = word(s, at + 8);
		a = fold(a ^ x, 0xA0761D6478BD642FU ^ y);
		b = fold(b ^ y, 0xE7037ED1A0B428DBU ^ x) + x;
	}
	return (struct digest_fingerprint){ { fold(a, 0x8EBC6AF09C88C6E3U),
	    fold(b ^ s.len, 0x589965CC75374CC3U) } };
}

bool
digest_fingerprint_eq(struct digest_fingerprint x, struct digest_fingerprint y)
{
	return x.parts[0] == y.parts[0] && x.parts[1] == y.parts[1];
}
