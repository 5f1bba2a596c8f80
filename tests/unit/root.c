/* SPDX-License-Identifier: ISC
 *
 * Below a root no link is followed, and no path leaves it.
 */
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/root.h"

static char top[] = "/tmp/matbu-root-XXXXXX";

static const struct {
	const char	*path;
	bool		 opens;
} rows[] = {
	{ "root/a/file", true },
	{ "root//a//file", true },
	{ "root/a/../a/file", true },
	{ "root/gone", false },
	{ "root/link", false },
	{ "root/up/secret", false },
	{ "root/a/up/secret", false },
	{ "root/../outside/secret", false },
	{ "root/a/../../outside/secret", false },
	{ "root/out/secret", true },
	{ "root/out/link", false },
	{ "rootless/secret", true },
	{ "rootless/link", true },
	{ "outside/secret", true }
};

static void
make_file(const char *name)
{
	int fd = open(name, O_CREAT | O_WRONLY, 0600);

	check(fd >= 0, "makes %s", name);
	close(fd);
}

static void
make_link(const char *to, const char *name)
{
	check(symlink(to, name) == 0, "links %s", name);
}

static void
make_tree(void)
{
	static const char *const folders[] = { "root", "root/a", "outside",
		"rootless" };
	size_t i;

	for (i = 0; i < LENGTH(folders); i++)
		check(mkdir(folders[i], 0700) == 0, "makes %s", folders[i]);
	make_file("root/a/file");
	make_file("outside/secret");
	make_file("rootless/secret");
	make_link("a/file", "root/link");
	make_link("../outside", "root/up");
	make_link("../../outside", "root/a/up");
	make_link("../outside", "root/out");
	make_link("secret", "rootless/link");
	make_link("secret", "outside/link");
}

int
main(void)
{
	size_t i;
	int fd;

	if (mkdtemp(top) == NULL || chdir(top) != 0)
		return 2;
	make_tree();
	/* A root itself may be a link. */
	root_add("root/");
	root_add("root/out");
	for (i = 0; i < LENGTH(rows); i++) {
		fd = root_open(rows[i].path, O_RDONLY, 0);
		check((fd >= 0) == rows[i].opens, "opens %s", rows[i].path);
		if (fd >= 0)
			close(fd);
	}
	fd = root_open("root/a/new", O_RDWR | O_CREAT, 0600);
	check(fd >= 0, "makes a file in a root");
	close(fd);
	fd = root_open("root/up/new", O_RDWR | O_CREAT, 0600);
	check(fd < 0 && access("outside/new", F_OK) != 0,
	    "makes none through a link");
	fflush(stdout);
	return execlp("rm", "rm", "-rf", top, (char *)NULL);
}
