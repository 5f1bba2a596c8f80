/* SPDX-License-Identifier: ISC */
#include "serve/stream.h"

#include <microhttpd.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/sink.h"

enum { STREAMS = 12, PIECE = 4096 };

/* [s] A stream that says nothing is written to so often: that shows whether it
 * has ended. */
enum { BEAT = 15 };

struct stream {
	struct streams		*all;
	struct MHD_Connection	*connection;
	bool			 waits;		/* is suspended */
	uint64_t		 seen;		/* the event that was sent */
	time_t			 beat;		/* when it was written to */
	struct sink		 rest;		/* what is to be sent */
	size_t			 sent;		/* of rest [byte] */
	struct stream		*next;
};

struct streams {
	struct stream	*first;
	size_t		 num;
	struct sink	 event;
	uint64_t	 number;		/* of the event */
	bool		 ending;
};

static time_t
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

struct streams *
stream_open(void)
{
	return mem_alloc(sizeof(struct streams));
}

void
stream_close(struct streams *all)
{
	sink_free(&all->event);
	mem_free(all);
}

static bool
has_event(const struct stream *s)
{
	return s->seen != s->all->number || seconds() >= s->beat + BEAT;
}

/* A line that begins with a colon says nothing. */
static void
take_event(struct stream *s)
{
	bool is_new = s->seen != s->all->number;

	sink_reset(&s->rest);
	sink_puts(&s->rest, is_new ? "data: " : ":");
	if (is_new)
		sink_put(&s->rest, sink_str(&s->all->event));
	sink_puts(&s->rest, "\n\n");
	s->sent = 0;
	s->seen = s->all->number;
	s->beat = seconds();
}

/* Called by libmicrohttpd when the connection takes bytes. */
static ssize_t
read_stream(void *context, uint64_t at, char *to, size_t most)
{
	struct stream *s = context;
	str rest;

	(void)at;
	if (s->all->ending)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (s->sent == s->rest.len && has_event(s))
		take_event(s);
	rest = str_upto(str_from(sink_str(&s->rest), s->sent), most);
	if (rest.len == 0) {
		s->waits = true;
		MHD_suspend_connection(s->connection);
		return 0;
	}
	memcpy(to, rest.p, rest.len);
	s->sent += rest.len;
	return (ssize_t)rest.len;
}

static void
forget(void *context)
{
	struct stream *s = context, **at = &s->all->first;

	while (*at != s)
		at = &(*at)->next;
	*at = s->next;
	s->all->num--;
	sink_free(&s->rest);
	mem_free(s);
}

struct MHD_Response *
stream_answer(struct streams *all, struct MHD_Connection *connection)
{
	struct stream *s;

	if (all->num == STREAMS)
		return NULL;
	s = mem_alloc(sizeof(*s));
	*s = (struct stream){ .all = all, .connection = connection,
	    .beat = seconds(), .next = all->first };
	all->first = s;
	all->num++;
	return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, PIECE,
	    read_stream, s, forget);
}

void
stream_tell(struct streams *all, str event)
{
	sink_reset(&all->event);
	sink_put(&all->event, event);
	all->number++;
}

static void
wake(struct stream *s)
{
	if (!s->waits)
		return;
	s->waits = false;
	MHD_resume_connection(s->connection);
}

void
stream_wake(struct streams *all)
{
	struct stream *s;

	for (s = all->first; s != NULL; s = s->next)
		if (has_event(s))
			wake(s);
}

void
stream_end(struct streams *all)
{
	struct stream *s;

	all->ending = true;
	for (s = all->first; s != NULL; s = s->next)
		wake(s);
}
