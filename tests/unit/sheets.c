/* SPDX-License-Identifier: ISC
 *
 * How many sheets a record has, from bytes of any kind.
 */
#include <libdeflate.h>
#include <stdlib.h>

#include "test.h"

#include "register/sheet_count.h"

static char file[1 << 16];
static size_t len;

static void
put(const char *bytes, size_t size)
{
	memcpy(file + len, bytes, size);
	len += size;
}

/* An object stream, packed, that says where its first object begins. */
static void
put_stream(str content, size_t first)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	char packed[1 << 14], dict[160];
	size_t size = libdeflate_zlib_compress(c, content.p, content.len,
	    packed, sizeof(packed));
	int n = snprintf(dict, sizeof(dict), "7 0 obj\n<</Type/ObjStm/N 2/First "
	    "%zu/Filter/FlateDecode/Length %zu>>stream\n", first, size);

	put(dict, (size_t)n);
	put(packed, size);
	put("\nendstream\nendobj\n", 18);
	libdeflate_free_compressor(c);
}

static unsigned
count(void)
{
	/* On the heap: the sanitizer sees a read behind the end. */
	char *p = malloc(len != 0 ? len : 1);
	unsigned n;

	memcpy(p, file, len);
	n = sheet_count((str){ p, len });
	free(p);
	return n;
}

static unsigned
count_in(str content, size_t first)
{
	len = 0;
	put("%PDF-1.7\n", 9);
	put_stream(content, first);
	return count();
}

static void
check_form(void)
{
	check(count_in(S("1 0 2 8\n<</A 1>>\n<</Type/Pages/Kids[3 0 R]"
	    "/Count 1>>\n"), 8) == 0, "an object begins where it is said to");
	check(count_in(S("1 0 2 9\n<</A 1>>\n<</Type/Pages/Kids[3 0 R]"
	    "/Count 12>>\n"), 8) == 12, "a page tree");
	check(count_in(S("1 0 2 9\n(</A 1>)\n(</Type/Pages/Kids[3 0 R]"
	    "/Count 12>)\n"), 8) == 0, "a text is none");
	check(count_in(S("2 0\n<</Type/Pages/Kids[3 0 R]>>\n"), 4) == 0,
	    "no count");
	check(count_in(S("2 0\n<</Type/Pages/Kids[3 0 R]/Count 99999999999>>\n"),
	    4) == 0, "a count beyond belief");
	check(count_in(S("2 0\n<</Type/Pages/Kids[3 0 R\n]/Count 1>>\n"), 4) ==
	    0, "a line's end within");
	check(count_in(S("2 99999999999999999999999\n<<"), 24) == 0,
	    "an object beyond the end");
	check(count_in(S("2 0\n<<"), 99999999) == 0,
	    "objects beyond the end");
	check(count_in(S(""), 0) == 0, "an empty stream");
	len = 0;
	check(count() == 0, "an empty file");
}

static void
check_second_stream(void)
{
	len = 0;
	put_stream(S("1 0\n<</A 1>>\n"), 4);
	put_stream(S("2 0\n<</Type/Pages/Kids[3 0 R]/Count 3>>\n"), 4);
	check(count() == 3, "the second stream");
}

/* 12 MiB of blanks take 12 KiB. */
static void
check_bomb(void)
{
	size_t size = (size_t)12 << 20;
	char *p = malloc(size);

	memset(p, ' ', size);
	check(count_in((str){ p, size }, 4) == 0, "a bomb");
	free(p);
}

/* Any end, and any byte changed: a number or none, and no fault. */
static void
check_broken(void)
{
	size_t i, whole;
	unsigned most = 0;

	count_in(S("1 0 2 9\n<</A 1>>\n<</Type/Pages/Kids[3 0 R]/Count 12>>\n"),
	    8);
	whole = len;
	for (len = 0; len < whole - 18; len++)
		most |= count();
	check(most == 0, "cut off at every byte");
	len = whole;
	for (i = 0; i < whole; i++) {
		file[i] = (char)(file[i] ^ 0x55);
		count();
		file[i] = (char)(file[i] ^ 0x55);
	}
	check(count() == 12, "every byte changed");
}

int
main(void)
{
	check_form();
	check_second_stream();
	check_bomb();
	check_broken();
	return 0;
}
