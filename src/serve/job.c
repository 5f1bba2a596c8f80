/* SPDX-License-Identifier: ISC */
#include "serve/job.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/root.h"
#include "build/build.h"
#include "build/options.h"

void
job_let_go(int input, int said)
{
	int null = open("/dev/null", O_RDWR);
	pid_t parent = getppid();
	sigset_t none;

	root_forget();
	if (null < 0 || dup2(input < 0 ? null : input, STDIN_FILENO) < 0 ||
	    dup2(null, STDOUT_FILENO) < 0 || dup2(said, STDERR_FILENO) < 0)
		_exit(EXIT_SYSTEM);
	close_range(STDERR_FILENO + 1, UINT_MAX, 0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(EXIT_SYSTEM);
}

/* Leaves the processors to whatever else wants them. */
static void
stand_back(void)
{
	static const struct sched_param none = { 0 };

	sched_setscheduler(0, SCHED_BATCH, &none);
	setpriority(PRIO_PROCESS, 0, JOB_NICE);
}

static _Noreturn void
build(const struct options *o, const char *out, const struct strings *paths,
    unsigned renderers)
{
	struct arena *a = arena_new();
	struct options own = *o;
	struct build_result result;
	size_t i;

	own.out = out;
	own.renderers = renderers;
	own.paths = arena_array(a, char *, paths->num + 1);
	own.num_paths = paths->num;
	for (i = 0; i < paths->num; i++)
		own.paths[i] = str_c(a, paths->items[i]);
	i = (size_t)(paths->num == 0 && renderers == (RENDER_HTML |
	    RENDER_PDF) ? build_again : build_site)(&own, &result);
	fflush(NULL);
	_exit((int)i);
}

bool
job_start(struct job *j, const struct options *o, const char *out,
    const struct strings *paths, unsigned renderers, enum job_haste haste)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
		return false;
	fflush(NULL);
	sink_reset(&j->said);
	j->pid = fork();
	if (j->pid == 0) {
		/* A message waits for its reader. */
		fcntl(ends[1], F_SETFL, 0);
		job_let_go(-1, ends[1]);
		if (haste == JOB_BEHIND)
			stand_back();
		build(o, out, paths, renderers);
	}
	close(ends[1]);
	j->fd = ends[0];
	if (j->pid > 0)
		return true;
	close(j->fd);
	j->pid = 0;
	return false;
}

static int
end(struct job *j)
{
	int status = 0;

	while (waitpid(j->pid, &status, 0) < 0 && errno == EINTR)
		;
	close(j->fd);
	j->pid = 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_SYSTEM;
}

bool
job_read(int fd, struct sink *said)
{
	char piece[4096];
	ssize_t n;

	while ((n = read(fd, piece, sizeof(piece))) > 0)
		sink_put(said, (str){ piece, (size_t)n });
	return n == 0 || (errno != EAGAIN && errno != EINTR);
}

bool
job_is_done(struct job *j, int *status)
{
	if (!job_read(j->fd, &j->said))
		return false;
	*status = end(j);
	return true;
}

void
job_stop(struct job *j)
{
	if (j->pid == 0)
		return;
	kill(j->pid, SIGKILL);
	close(j->fd);
	j->stopped = j->pid;
	j->pid = 0;
	sink_reset(&j->said);
}

bool
job_has_gone(struct job *j, bool wait)
{
	if (j->stopped != 0 && waitpid(j->stopped, NULL,
	    wait ? 0 : WNOHANG) != 0)
		j->stopped = 0;
	return j->stopped == 0;
}
