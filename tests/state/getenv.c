/* SPDX-License-Identifier: ISC
 *
 * Loaded before the C library: the names of the variables that the program or a
 * library asks for go to the file of GETENV_LOG, one a line.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static char *
find(const char *name)
{
	size_t len = strlen(name);
	char **e;

	for (e = environ; e != NULL && *e != NULL; e++)
		if (strncmp(*e, name, len) == 0 && (*e)[len] == '=')
			return *e + len + 1;
	return NULL;
}

char *
getenv(const char *name)
{
	const char *log = find("GETENV_LOG");
	int fd = log != NULL ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0666) :
	    -1;

	if (fd >= 0) {
		if (write(fd, name, strlen(name)) < 0 || write(fd, "\n", 1) < 0)
			abort();
		close(fd);
	}
	return find(name);
}

char *
secure_getenv(const char *name)
{
	return getenv(name);
}
