/* SPDX-License-Identifier: ISC */
#include "base/share.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/folder.h"

#ifndef MATBU_SHARE
#define MATBU_SHARE "/usr/local/share/matbu"
#endif

/* The folder of the program's own file; false where /proc says nothing. */
static bool
find_self(char *path, size_t size)
{
	ssize_t len = readlink("/proc/self/exe", path, size);
	char *slash;

	if (len <= 0 || (size_t)len >= size)
		return false;
	path[len] = '\0';
	slash = strrchr(path, '/');
	if (slash == NULL)
		return false;
	*slash = '\0';
	return true;
}

const char *
share_templates(void)
{
	static const char *const places[] = { "../share/matbu/templates",
	    "../templates" };
	static char path[4096 + sizeof("/../share/matbu/templates")];
	char self[4096];
	size_t i;

	if (!find_self(self, sizeof(self)))
		return MATBU_SHARE "/templates";
	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", self, places[i]);
		if (folder_is_there(path))
			return path;
	}
	return MATBU_SHARE "/templates";
}

const char *
share_program(const char *name)
{
	static char path[4096 + 64];
	char self[4096];

	if (!find_self(self, sizeof(self)))
		return name;
	snprintf(path, sizeof(path), "%s/%s", self, name);
	return path;
}

void
share_missing(const char *folder, const char *file)
{
	if (errno != ENOENT)
		die_errno(DIAG_READ, file);
	if (!folder_is_there(folder))
		die_system(DIAG_NO_TEMPLATES, folder, "");
	die_system(DIAG_NO_TEMPLATE, file, "");
}
