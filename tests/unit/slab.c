/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/slab.h"

enum { OBJECTS = 4000 };

static size_t
size_of(size_t i)
{
	return i * 37 % 1201;
}

static bool
has_only(const unsigned char *p, size_t len, unsigned char c)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (p[i] != c)
			return false;
	return true;
}

/* Objects are zeroed and keep what is written, while others are dropped. */
static void
test_objects(struct slab *s)
{
	unsigned char *objects[OBJECTS];
	size_t i, dirty = 0, lost = 0;

	for (i = 0; i < OBJECTS; i++) {
		objects[i] = slab_calloc(s, 1, size_of(i));
		dirty += !has_only(objects[i], size_of(i), 0);
		memset(objects[i], (int)(i % 255), size_of(i));
		if (i % 3 == 2)
			slab_drop(s, objects[i - 1]);
	}
	for (i = 0; i < OBJECTS; i++)
		if (i % 3 != 1)
			lost += !has_only(objects[i], size_of(i),
			    (unsigned char)(i % 255));
	check(dirty == 0, "a slab's objects are zeroed");
	check(lost == 0, "a slab's objects stay when others are dropped");
	for (i = 0; i < OBJECTS; i++)
		if (i % 3 != 1)
			slab_drop(s, objects[i]);
	slab_drop(s, NULL);
	check(has_only(slab_calloc(s, 3, 7), 21, 0),
	    "an object after all were dropped");
}

static void
test_resize(struct slab *s)
{
	unsigned char *p = slab_resize(s, NULL, 10);

	memset(p, 7, 10);
	p = slab_resize(s, p, 100000);
	check(has_only(p, 10, 7) && has_only(p + 10, 99990, 0),
	    "an object grows, with zeroes behind it");
	p = slab_resize(s, p, 5);
	check(has_only(p, 5, 7), "an object shrinks");
}

int
main(void)
{
	struct slab *s = slab_new();

	test_objects(s);
	test_resize(s);
	slab_free(s);
	return 0;
}
