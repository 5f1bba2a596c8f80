/* SPDX-License-Identifier: ISC */
#include "serve/standby.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "build/options.h"
#include "build/warm.h"
#include "serve/job.h"

/*
 * What the two say to each other
 * ------------------------------
 * A request is two lines, the saved and the changed editions, with a space
 * after each. What comes back are messages, then a NUL, which no message has,
 * and a byte: the exit status, or PAGES before that, as soon as the pages are
 * out. The first answer has no request: the standby is ready. Each build is
 * done by a fork of it.
 */

/* No exit status. */
enum { PAGES = 255 };

/* --- The process */

static void
answer(int status)
{
	char bytes[2] = { '\0', (char)status };

	if (write(STDERR_FILENO, bytes, sizeof(bytes)) != sizeof(bytes))
		_exit(EXIT_SYSTEM);
}

static void
say_pages(void)
{
	answer(PAGES);
}

/* Reads one line; its editions in the arena. */
static struct strings
read_line(struct arena *a)
{
	struct strings list = { NULL, 0 };
	struct sink k = { 0 };
	str rest, edition;
	int c;

	while ((c = getchar()) != '\n') {
		if (c == EOF)
			_exit(EXIT_DONE);
		sink_char(&k, (char)c);
	}
	rest = sink_take(&k, a);
	while (str_cut(&rest, ' ', &edition))
		if (edition.len != 0)
			strings_add(&list, a, edition);
	return list;
}

static int
build(struct warm *warm, const char *out, const struct strings *saved,
    const struct strings *changed)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		job_let_go(-1, STDERR_FILENO);
		status = warm_finish(warm, out, saved, changed, say_pages);
		fflush(NULL);
		_exit(status);
	}
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return pid > 0 && WIFEXITED(status) ? WEXITSTATUS(status) :
	    EXIT_SYSTEM;
}

static _Noreturn void
stand_by(const struct options *o, const char *out)
{
	struct warm *warm = warm_open(o);
	struct arena *a = arena_new();
	struct strings saved, changed;

	answer(EXIT_DONE);
	for (;;) {
		saved = read_line(a);
		changed = read_line(a);
		answer(build(warm, out, &saved, &changed));
		arena_reset(a);
	}
}

/* --- The server */

void
standby_start(struct standby *s, const struct options *o, const char *out)
{
	int in[2], from[2];

	if (pipe2(in, O_CLOEXEC) != 0)
		return;
	if (pipe2(from, O_CLOEXEC) != 0) {
		close(in[0]);
		close(in[1]);
		return;
	}
	fflush(NULL);
	s->pid = fork();
	if (s->pid == 0) {
		setpgid(0, 0);
		job_let_go(in[0], from[1]);
		stand_by(o, out);
	}
	/* Whichever of the two comes first: its builds are in its group. */
	if (s->pid > 0)
		setpgid(s->pid, s->pid);
	close(in[0]);
	close(from[1]);
	fcntl(from[0], F_SETFL, O_NONBLOCK);
	s->requests = in[1];
	s->fd = from[0];
	s->ready = s->busy = false;
	sink_reset(&s->said);
	if (s->pid > 0)
		return;
	close(s->requests);
	close(s->fd);
	s->pid = 0;
}

/* A build that was forked may still write: it has gone when nobody holds the
 * other end. */
static void
wait_for_builds(int fd)
{
	char piece[4096];
	ssize_t n;

	fcntl(fd, F_SETFL, 0);
	do
		n = read(fd, piece, sizeof(piece));
	while (n > 0 || (n < 0 && errno == EINTR));
}

void
standby_stop(struct standby *s)
{
	if (s->pid == 0)
		return;
	kill(-s->pid, SIGKILL);
	while (waitpid(s->pid, NULL, 0) < 0 && errno == EINTR)
		;
	wait_for_builds(s->fd);
	close(s->requests);
	close(s->fd);
	s->pid = 0;
	s->ready = s->busy = false;
}

static void
put_line(struct sink *k, const struct strings *list)
{
	size_t i;

	for (i = 0; i < list->num; i++) {
		sink_put(k, list->items[i]);
		sink_char(k, ' ');
	}
	sink_char(k, '\n');
}

/* Where it has ended meanwhile, standby_step() says so. */
void
standby_build(struct standby *s, const struct strings *saved,
    const struct strings *changed)
{
	struct sink k = { 0 };
	size_t at;
	ssize_t n;

	put_line(&k, saved);
	put_line(&k, changed);
	for (at = 0; at < k.len; at += (size_t)n) {
		n = write(s->requests, k.p + at, k.len - at);
		if (n < 0 && errno == EINTR)
			n = 0;
		else if (n < 0)
			break;
	}
	sink_free(&k);
	sink_reset(&s->said);
	s->busy = true;
}

/* Whether it says that pages are out, and has not ended since; takes that out
 * of what it says. */
static bool
take_pages(struct standby *s)
{
	str said = sink_str(&s->said);
	size_t end = str_find(said, '\0');

	if (end + 1 >= said.len || (unsigned char)said.p[end + 1] != PAGES)
		return false;
	said = str_from(said, end + 2);
	memmove(s->said.p, said.p, said.len);
	s->said.len = said.len;
	return str_find(said, '\0') == said.len;
}

enum standby_answer
standby_step(struct standby *s, int *status)
{
	bool ended = job_read(s->fd, &s->said);
	bool pages = take_pages(s);
	str said = sink_str(&s->said);
	size_t end = str_find(said, '\0');

	if (end + 1 < said.len) {
		*status = (unsigned char)said.p[end + 1];
		s->said.len = end;
		if (s->busy) {
			s->busy = false;
			return STANDBY_DONE;
		}
		s->ready = true;
		sink_reset(&s->said);
	}
	return ended ? STANDBY_DIED : pages ? STANDBY_PAGES : STANDBY_NOTHING;
}
