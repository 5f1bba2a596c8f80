/* SPDX-License-Identifier: ISC */
#include "serve/serve.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/folder.h"
#include "base/root.h"
#include "base/share.h"
#include "base/sink.h"
#include "base/temp.h"
#include "base/tree.h"
#include "build/options.h"
#include "build/site_lang.h"
#include "serve/builder.h"
#include "serve/frame.h"
#include "serve/http.h"
#include "serve/watch.h"
#include "source/content_tree.h"

/*
 * One loop
 * --------
 * A single thread waits for all at once: requests (http.h), saved files
 * (watch.h), the end of a build (builder.h), a signal. Nothing in the loop
 * waits for anything else. Builds are processes of their own.
 */

struct serve {
	struct arena		*arena;
	struct gate	 gate;
	struct http		*http;
	struct watch		*watch;
	struct builder		*builder;
	int			 signals;	/* a descriptor */
	struct sink		 event;
};

enum { WAIT_SIGNAL, WAIT_HTTP, WAIT_WATCH, WAIT_BUILD, WAITS =
	WAIT_BUILD + BUILDER_FDS };

static void
make_token(char token[GATE_TOKEN + 1])
{
	unsigned char bytes[GATE_TOKEN / 2];
	size_t i;

	if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
		die_errno(DIAG_READ, "getrandom");
	for (i = 0; i < sizeof(bytes); i++)
		snprintf(token + 2 * i, 3, "%02x", bytes[i]);
}

/* Signals become something to wait for. */
static int
catch_signals(void)
{
	sigset_t set;
	int fd;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (fd < 0)
		die_errno(DIAG_READ, "signalfd");
	return fd;
}

/* --- The loop */

static void
tell(struct serve *s)
{
	struct builder_state state = builder_state(s->builder);

	sink_reset(&s->event);
	frame_event(&s->event, &state);
	http_tell(s->http, sink_str(&s->event));
}

static int
least(int a, int b)
{
	return a < 0 ? b : b < 0 || a < b ? a : b;
}

/* Waits until there is something to do; returns whether to go on. */
static bool
wait_for_work(const struct serve *s)
{
	struct pollfd fds[WAITS];
	int builds[BUILDER_FDS], timeout;
	size_t i;

	builder_descriptors(s->builder, builds);
	for (i = 0; i < WAITS; i++)
		fds[i] = (struct pollfd){ .events = POLLIN };
	fds[WAIT_SIGNAL].fd = s->signals;
	fds[WAIT_HTTP].fd = http_descriptor(s->http);
	fds[WAIT_WATCH].fd = watch_descriptor(s->watch);
	for (i = 0; i < BUILDER_FDS; i++)
		fds[WAIT_BUILD + i].fd = builds[i];
	timeout = least(http_patience(s->http), least(
	    watch_patience(s->watch), builder_patience(s->builder)));
	if (poll(fds, WAITS, timeout) < 0 && errno != EINTR)
		die_errno(DIAG_READ, "poll");
	return fds[WAIT_SIGNAL].revents == 0;
}

static void
work(struct serve *s)
{
	struct watch_changes changes = { 0 };
	struct arena *a = arena_new();

	watch_take(s->watch, a, &changes);
	builder_change(s->builder, &changes);
	arena_free(a);
	if (builder_step(s->builder))
		tell(s);
	http_run(s->http);
}

/* --- Begin and end */

static void
print_address(const struct serve *s)
{
	printf("http://127.0.0.1:%u/%s/\n", s->gate.port, s->gate.token);
	if (fflush(stdout) != 0)
		die_errno(DIAG_WRITE, "stdout");
}

static char *
make_folder(struct arena *a)
{
	char *folder = temp_make(a);

	if (folder == NULL)
		die_errno(DIAG_WRITE, "/tmp");
	return folder;
}

static void
begin(struct serve *s, const struct options *o, int listening,
    const char *folder)
{
	struct http_source source = { .gate = &s->gate };
	struct sink frame = { 0 };

	site_lang_speak(o);
	make_token(s->gate.token);
	s->builder = builder_open(o, folder);
	s->watch = watch_open(o->content, o->templates);
	frame_put(&frame);
	source.frame = sink_take(&frame, s->arena);
	source.own = str_of(share_templates());
	source.templates = str_of(o->templates);
	source.first = builder_first(s->builder);
	source.second = builder_second(s->builder);
	s->http = http_open(listening, &source);
	print_address(s);
}

static void
end(struct serve *s, const char *folder)
{
	http_close(s->http);
	builder_close(s->builder);
	watch_close(s->watch);
	close(s->signals);
	sink_free(&s->event);
	root_forget();
	tree_remove(folder);
	arena_free(s->arena);
}

int
serve_run(const struct options *o)
{
	struct serve s = { .arena = arena_new() };
	char *folder;
	int listening;

	if (!folder_is_there(o->content))
		die_system(DIAG_NO_CONTENT, o->content,
		    content_tree_above(s.arena, o->content));
	/* What may fail comes before the folder, which would be left. */
	s.gate.port = o->port;
	listening = http_listen(&s.gate.port);
	s.signals = catch_signals();
	folder = make_folder(s.arena);
	begin(&s, o, listening, folder);
	do
		work(&s);
	while (wait_for_work(&s));
	end(&s, folder);
	return EXIT_DONE;
}
