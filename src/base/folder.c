/* SPDX-License-Identifier: ISC */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/root.h"

bool
folder_is_there(const char *path)
{
	int fd = root_open(path, O_PATH | O_DIRECTORY, 0);

	root_let_go(fd);
	return fd >= 0;
}

/* --- What is in a folder */

static int
cmp_entry(const void *a, const void *b)
{
	const struct folder_entry *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

static enum file_kind
kind_of_entry(int folder, const struct dirent *d)
{
	switch (d->d_type) {
	case DT_REG:
		return FILE_PLAIN;
	case DT_DIR:
		return FILE_FOLDER;
	case DT_LNK:
		return FILE_LINK;
	case DT_UNKNOWN:
		return file_kind_at(folder, d->d_name);
	default:
		return FILE_SPECIAL;
	}
}

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static DIR *
open_folder(const char *path)
{
	int fd = root_open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK, 0);

	return fd >= 0 ? fdopendir(fd) : NULL;
}

bool
folder_list(struct arena *a, const char *path, struct folder_list *list)
{
	DIR *dir = open_folder(path);
	struct folder_entry *entries = NULL;
	const struct dirent *d;
	size_t num = 0, cap = 0;
	int e;

	if (dir == NULL)
		return false;
	while (errno = 0, (d = readdir(dir)) != NULL) {
		if (is_dots(d->d_name))
			continue;
		if (num == cap) {
			cap = cap != 0 ? cap * 2 : 32;
			entries = mem_realloc(entries, cap * sizeof(*entries));
		}
		entries[num++] = (struct folder_entry){
		    str_copy(a, str_of(d->d_name)),
		    kind_of_entry(dirfd(dir), d) };
	}
	e = errno;
	closedir(dir);
	if (e != 0) {
		mem_free(entries);
		errno = e;
		return false;
	}
	list->num = num;
	list->entries = arena_array(a, struct folder_entry, num);
	if (num != 0) {
		qsort(entries, num, sizeof(*entries), cmp_entry);
		memcpy(list->entries, entries, num * sizeof(*entries));
	}
	mem_free(entries);
	return true;
}

/* --- Making folders */

void
folder_give_access(const char *folder, const struct access *access)
{
	int fd = root_open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);

	if (fd >= 0)
		access_give(access, fd);
	root_let_go(fd);
}

static bool
make(const char *path)
{
	struct root_place p;
	bool done;

	if (!root_enter(&p, path))
		return false;
	done = mkdirat(p.folder, p.name, 0777) == 0;
	root_leave(&p);
	return done;
}

bool
folder_make_as(const char *path, const struct access *access)
{
	bool made = make(path);

	if (made && access != NULL)
		folder_give_access(path, access);
	return made;
}

/* What is there already keeps its modes. */
static bool
make_one(const char *path, const struct access *access)
{
	return folder_make_as(path, access) || errno == EEXIST;
}

bool
folder_make_all_as(const char *path, const struct access *access)
{
	char *part = mem_strdup(path), *slash;
	bool done = true;

	for (slash = strchr(part + (*part != '\0'), '/'); done && slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		done = make_one(part, access);
		*slash = '/';
	}
	mem_free(part);
	return done;
}

bool
folder_make_all(const char *path)
{
	return folder_make_all_as(path, NULL);
}
