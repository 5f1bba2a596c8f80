/* SPDX-License-Identifier: ISC */
#include "publish/store_names.h"

#include "base/arena.h"
#include "base/json.h"
#include "base/path.h"
#include "model/site_path.h"
#include "publish/listing.h"

/* A number such as “1.5” or “-1”, which stands for an unknown size, is none. */
static bool
read_size(const struct json *value, uint64_t *size)
{
	size_t i;

	*size = 0;
	if (value == NULL || value->kind != JSON_OTHER || value->text.len == 0)
		return false;
	for (i = 0; i < value->text.len; i++) {
		if (!char_is_digit(value->text.p[i]) ||
		    *size > UINT64_MAX / 10 - 1)
			return false;
		*size = *size * 10 + (uint64_t)(value->text.p[i] - '0');
	}
	return true;
}

static bool
may_be_there(str path)
{
	return site_path_is_site(path) || site_path_is_head(path, NULL) ||
	    str_eq(path, S(LISTING_NAME));
}

/* Names that matbu gives to its own files there (build/store_list.h,
 * register/published.h), and that no destination has. */
static bool
is_of_workshop(str path)
{
	return str_eq(path, S(".matbu")) || str_eq(path, S(".published"));
}

static size_t
count(const struct json *list)
{
	const struct json *one;
	size_t num = 0;

	for (one = list->first; one != NULL; one = one->next)
		num++;
	return num;
}

/* Reads one file; false where it is not described as rclone does. */
static bool
read_one(struct store_names *n, struct arena *a, str folder,
    const struct json *one)
{
	const struct json *path = json_get(one, S("Path"));
	struct store_name *name = &n->names[n->num];
	str plain;

	if (one->kind != JSON_OBJECT || path == NULL ||
	    path->kind != JSON_STRING)
		return false;
	plain = path->text;
	if (folder.len != 0)
		plain = path_join(a, folder, plain);
	if (folder.len == 0 && is_of_workshop(plain))
		n->is_workshop = true;
	if (!may_be_there(plain))
		return true;
	name->path = str_copy(a, plain);
	n->num++;
	return read_size(json_get(one, S("Size")), &name->size);
}

/* A name with an escape is not decoded: no collection has one. */
bool
store_names_read(struct store_names *n, struct arena *a, str folder, str bytes)
{
	struct arena *own = arena_new();
	const struct json *list = json_read(own, bytes), *one;
	bool good = list != NULL && list->kind == JSON_ARRAY;

	*n = (struct store_names){ 0 };
	if (good)
		n->names = arena_array(a, struct store_name, count(list) + 1);
	for (one = good ? list->first : NULL; good && one != NULL;
	    one = one->next)
		good = read_one(n, a, folder, one);
	arena_free(own);
	return good;
}
