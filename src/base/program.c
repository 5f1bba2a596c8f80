/* SPDX-License-Identifier: ISC */
#include "base/program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/arena.h"

enum { SAID_LIMIT = 1 << 16 };		/* [byte] of standard error */

/* Makes a file without a name that contains the bytes. With a pipe both
 * programs could wait for each other for ever. */
static int
file_of(str bytes)
{
	int fd = memfd_create("input", MFD_CLOEXEC);
	ssize_t n;

	while (fd >= 0 && bytes.len != 0) {
		n = write(fd, bytes.p, bytes.len);
		if (n < 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		bytes = str_from(bytes, n > 0 ? (size_t)n : 0);
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static void
set_limit(int resource, uint64_t value)
{
	struct rlimit limit = { (rlim_t)value, (rlim_t)value };

	if (setrlimit((__rlimit_resource_t)resource, &limit) != 0)
		_exit(PROGRAM_FAILED);
}

/* execvp() keeps the limits, and the alarm too. */
static void
keep_within(const struct program_limits *l)
{
	set_limit(RLIMIT_CPU, l->seconds);
	set_limit(RLIMIT_AS, l->memory);
	set_limit(RLIMIT_FSIZE, l->output);
	set_limit(RLIMIT_CORE, 0);
	alarm(4 * l->seconds);
}

static _Noreturn void
become(const char *const argv[], int in, int out, int said,
    const struct program_limits *limits)
{
	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(said, STDERR_FILENO) < 0)
		_exit(PROGRAM_FAILED);
	setenv("TZ", "UTC0", 1);
	setenv("LC_ALL", "C", 1);
	/* Last: this process may have more memory than the limit. */
	if (limits != NULL)
		keep_within(limits);
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(PROGRAM_FAILED);
}

/* Returns false where there is more than limit [byte]. */
static bool
read_output(int fd, struct sink *output, size_t limit)
{
	char piece[16384];
	size_t total = 0;
	ssize_t n;

	while (total <= limit) {
		n = read(fd, piece, sizeof(piece));
		if (n == 0 || (n < 0 && errno != EINTR))
			return true;
		if (n > 0 && output != NULL)
			sink_put(output, (str){ piece, (size_t)n });
		total += n > 0 ? (size_t)n : 0;
	}
	return false;
}

static int
status_of(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return PROGRAM_FAILED;
	return WIFEXITED(status) ? WEXITSTATUS(status) : PROGRAM_FAILED;
}

static int
run(const char *const argv[], int in, struct sink *output, int said,
    const struct program_limits *limits)
{
	size_t limit = limits != NULL ? limits->output : SIZE_MAX;
	int ends[2], status = PROGRAM_FAILED;
	bool whole;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return PROGRAM_FAILED;
	child = fork();
	if (child == 0)
		become(argv, in, ends[1], said, limits);
	close(ends[1]);
	if (child > 0) {
		whole = read_output(ends[0], output, limit);
		if (!whole)
			kill(child, SIGKILL);
		status = status_of(child);
	}
	close(ends[0]);
	return status;
}

/* Standard error goes to a file: a process that the program leaves running (a
 * shared connection) may keep a pipe open for a long time. */
int
program_run_within(const char *const argv[], str input, struct sink *output,
    struct sink *said, const struct program_limits *limits)
{
	int in = file_of(input), err = file_of(S(""));
	int status = PROGRAM_FAILED;

	if (in >= 0 && err >= 0) {
		status = run(argv, in, output, err, limits);
		lseek(err, 0, SEEK_SET);
		read_output(err, said, SAID_LIMIT);
	}
	if (in >= 0)
		close(in);
	if (err >= 0)
		close(err);
	return status;
}

int
program_run(const char *const argv[], str input, struct sink *output,
    struct sink *said)
{
	return program_run_within(argv, input, output, said, NULL);
}

/* “user@machine:” */
static str
whereabouts(struct arena *a)
{
	const char *user = getenv("USER");
	struct utsname name;
	str who = user != NULL ? str_of(user) : S("");

	if (uname(&name) != 0)
		name.nodename[0] = '\0';
	return str_join(a, who, S("@"), str_of(name.nodename), S(":"));
}

str
program_self(struct arena *a)
{
	return str_join(a, whereabouts(a), str_uint(a, (uintmax_t)getpid()),
	    S("\n"));
}

bool
program_is_gone(struct arena *a, str self)
{
	str us = whereabouts(a), number;
	long pid;

	self = str_trim(self);
	number = str_from(self, str_rfind(self, ':') + 1);
	us = str_from(us, str_find(us, '@'));
	if (str_search(self, us) == self.len)
		return false;
	pid = strtol(str_c(a, number), NULL, 10);
	return pid > 0 && kill((pid_t)pid, 0) != 0 && errno == ESRCH;
}
