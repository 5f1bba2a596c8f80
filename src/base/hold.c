/* SPDX-License-Identifier: ISC */
#include "base/hold.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/program.h"
#include "base/root.h"

/* TRIES of PAUSE are 60 s. */
enum { TRIES = 600, PAUSE = 100000000 /* [ns] */, OWNER_LIMIT = 256 };

struct hold {
	char	*path;
	int	 fd;
};

/* The lock that die_system() must release. */
static struct hold *held;

static void
close_at_exit(void)
{
	hold_close(held);
}

/* A file that another user made can be locked even if this user may only read
 * it. A link, or a file with a second name, could be a file outside of out/: it
 * is refused. */
static int
open_file(const char *path)
{
	int flags = O_NOFOLLOW | O_NONBLOCK;
	int fd = root_open(path, O_RDWR | O_CREAT | flags, 0666);
	struct stat st;

	if (fd < 0 && errno == EACCES)
		fd = root_open(path, O_RDONLY | flags, 0);
	if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_nlink > 1))
		die_system(DIAG_OUT_FOREIGN, path, "");
	return fd;
}

/* Returns whether the file still has its name: the program that had the lock
 * removes the file, and a lock on a removed file excludes nobody. */
static bool
has_name(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_nlink != 0;
}

static str
read_owner(struct arena *a, int fd)
{
	char name[OWNER_LIMIT];
	ssize_t n = pread(fd, name, sizeof(name), 0);

	return n > 0 ? str_copy(a, str_trim((str){ name, (size_t)n })) :
	    S("–");
}

/* Writes the name of this program for programs that wait. A failure does no
 * harm, because only a message shows the name. */
static void
write_owner(struct arena *a, int fd)
{
	str self = program_self(a);

	if (ftruncate(fd, 0) != 0 || pwrite(fd, self.p, self.len, 0) < 0)
		return;
}

static void
pause_once(void)
{
	struct timespec t = { .tv_nsec = PAUSE };

	nanosleep(&t, NULL);
}

/* Waits for the next try. At the first, says which program has the lock; after
 * the last, ends this program. */
static void
wait_for(struct arena *a, const struct hold *h, const char *folder,
    unsigned tries)
{
	char *owner = str_c(a, read_owner(a, h->fd));

	if (tries == TRIES)
		die_system(DIAG_OUT_LOCKED, folder, owner);
	if (tries == 0)
		die_tell(DIAG_OUT_WAITING, folder, owner);
	close(h->fd);
	pause_once();
}

struct hold *
hold_open(struct arena *a, const char *folder, bool must)
{
	struct hold *h = arena_new_of(a, struct hold);
	unsigned tries = 0;

	h->path = str_c(a, str_join(a, str_of(folder), S("/.matbu.lock")));
	for (;;) {
		h->fd = open_file(h->path);
		if (h->fd < 0 && !must && (errno == EACCES || errno == EROFS))
			return NULL;
		if (h->fd < 0)
			die_errno(DIAG_WRITE, h->path);
		if (flock(h->fd, LOCK_EX | LOCK_NB) != 0) {
			if (errno != EWOULDBLOCK)
				break;	/* there are no locks */
			wait_for(a, h, folder, tries++);
		} else if (has_name(h->fd))
			break;
		else
			close(h->fd);
	}
	write_owner(a, h->fd);
	held = h;
	die_last(close_at_exit);
	return h;
}

void
hold_close(struct hold *h)
{
	if (h == NULL)
		return;
	held = NULL;
	file_remove(h->path);
	close(h->fd);
}
