/* SPDX-License-Identifier: ISC */
#include "serve/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/root.h"
#include "serve/stream.h"

enum { CONNECTIONS = 48, HEADERS = 16 << 10 };

/* [s] How long a connection may take for a request, and for an answer. */
enum { REQUEST_TIME = 10, ANSWER_TIME = 60 };

/* A connection. libmicrohttpd's own limit ends only one that is silent: a byte
 * now and then would keep it for ever. */
struct wire {
	int			 fd;
	time_t			 deadline;	/* 0: none, a stream */
	struct wire		*next;
};

struct http {
	struct MHD_Daemon	*daemon;
	struct http_source	 source;
	struct arena		*arena;		/* of one request */
	struct wire		*wires;
	struct streams		*streams;
};

static time_t
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* --- Headers of answers */

static const char page_policy[] = "frame-ancestors 'self'";
static const char frame_policy[] = "default-src 'none'; script-src 'self'; "
    "style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

static const char *const headers[][2] = {
	{ MHD_HTTP_HEADER_CACHE_CONTROL, "no-store" },
	{ "Referrer-Policy", "no-referrer" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "X-Content-Type-Options", "nosniff" },
};

static void
add_headers(struct MHD_Response *r, const char *type, const char *policy)
{
	size_t i;

	for (i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
		MHD_add_response_header(r, headers[i][0], headers[i][1]);
	MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	MHD_add_response_header(r, "Content-Security-Policy", policy);
}

static enum MHD_Result
send_answer(struct MHD_Connection *c, unsigned status, struct MHD_Response *r)
{
	enum MHD_Result result = MHD_queue_response(c, status, r);

	MHD_destroy_response(r);
	return result;
}

static enum MHD_Result
send_text(struct MHD_Connection *c, str text, const char *type,
    const char *policy)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(text.len,
	    (void *)(uintptr_t)text.p, MHD_RESPMEM_MUST_COPY);

	add_headers(r, type, policy);
	return send_answer(c, MHD_HTTP_OK, r);
}

/* The connection is closed: what follows may be the body of this request. */
static enum MHD_Result
send_refusal(struct MHD_Connection *c, unsigned status)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%u\n", status);
	struct MHD_Response *r = MHD_create_response_from_buffer((size_t)len,
	    text, MHD_RESPMEM_MUST_COPY);

	add_headers(r, "text/plain; charset=utf-8", frame_policy);
	MHD_add_response_header(r, MHD_HTTP_HEADER_CONNECTION, "close");
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
		MHD_add_response_header(r, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
	return send_answer(c, status, r);
}

/* --- Files */

/* Returns false where the folder has no such file. */
static bool
send_file(struct http *h, struct MHD_Connection *c, str folder, str name,
    enum MHD_Result *result)
{
	int fd = root_open(path_name(h->arena, folder, name),
	    O_RDONLY | O_NONBLOCK, 0);
	struct MHD_Response *r;
	struct stat st;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(fd);
		return false;
	}
	r = MHD_create_response_from_fd((size_t)st.st_size, fd);
	add_headers(r, gate_type(name), page_policy);
	*result = send_answer(c, MHD_HTTP_OK, r);
	return true;
}

/* Whether a build copies the file from the templates as it is. Where the first
 * one fails there is no copy, and a page that is saved then would be bare. */
static bool
is_copied(str path)
{
	return str_find(path, '/') == path.len && !str_starts(path,
	    S("serve.")) && (str_ends(path, S(".css")) || str_ends(path,
	    S(".js")));
}

static enum MHD_Result
send_site(struct http *h, struct MHD_Connection *c, str path)
{
	enum MHD_Result result;

	if (send_file(h, c, h->source.first, path, &result) ||
	    send_file(h, c, h->source.second, path, &result) ||
	    (is_copied(path) && send_file(h, c, h->source.templates, path,
	    &result)))
		return result;
	return send_refusal(c, MHD_HTTP_NOT_FOUND);
}

static enum MHD_Result
send_own(struct http *h, struct MHD_Connection *c, str path)
{
	enum MHD_Result result;

	if (send_file(h, c, h->source.own, path, &result))
		return result;
	return send_refusal(c, MHD_HTTP_NOT_FOUND);
}

static struct wire *
wire_of(struct MHD_Connection *c)
{
	return MHD_get_connection_info(c,
	    MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static enum MHD_Result
send_events(struct http *h, struct MHD_Connection *c, bool head)
{
	static const char type[] = "text/event-stream";
	struct MHD_Response *r;

	if (head)
		return send_text(c, S(""), type, frame_policy);
	r = stream_answer(h->streams, c);
	if (r == NULL)
		return send_refusal(c, MHD_HTTP_SERVICE_UNAVAILABLE);
	wire_of(c)->deadline = 0;
	add_headers(r, type, frame_policy);
	return send_answer(c, MHD_HTTP_OK, r);
}

/* --- Requests */

/* Takes one header of the request. */
static enum MHD_Result
take_header(void *context, enum MHD_ValueKind kind, const char *name,
    const char *value)
{
	struct gate_request *r = context;
	str *member = NULL;

	(void)kind;
	if (strcasecmp(name, MHD_HTTP_HEADER_HOST) == 0)
		member = &r->host;
	else if (strcasecmp(name, MHD_HTTP_HEADER_ORIGIN) == 0)
		member = &r->origin;
	else if (strcasecmp(name, "Sec-Fetch-Site") == 0)
		member = &r->site;
	else if (strcasecmp(name, MHD_HTTP_HEADER_CONTENT_LENGTH) == 0 ||
	    strcasecmp(name, MHD_HTTP_HEADER_TRANSFER_ENCODING) == 0)
		r->odd = true;
	if (member == NULL)
		return MHD_YES;
	if (member->p != NULL)
		r->odd = true;
	*member = value != NULL ? str_of(value) : S("");
	return MHD_YES;
}

static enum MHD_Result
on_request(void *context, struct MHD_Connection *c, const char *url,
    const char *method, const char *version, const char *body,
    size_t *len,	/* NOLINT(readability-non-const-parameter) */
    void **kept)
{
	struct http *h = context;
	struct gate_request r = { .method = str_of(method),
	    .path = str_of(url) };
	struct gate_answer a;

	(void)version;
	(void)body;
	(void)len;
	(void)kept;
	wire_of(c)->deadline = seconds() + ANSWER_TIME;
	MHD_get_connection_values(c, MHD_HEADER_KIND, take_header, &r);
	arena_reset(h->arena);
	a = gate_decide(h->source.gate, h->arena, &r);
	switch (a.kind) {
	case GATE_FRAME:
		return send_text(c, h->source.frame, gate_type(S(".html")),
		    frame_policy);
	case GATE_EVENTS:
		return send_events(h, c, str_eq(r.method, S("HEAD")));
	case GATE_OWN:
		return send_own(h, c, a.path);
	case GATE_FILE:
		return send_site(h, c, a.path);
	case GATE_REFUSAL:
		break;
	}
	return send_refusal(c, a.status);
}

/* Paths are compared as they were sent. */
static size_t
keep_encoded(void *context, struct MHD_Connection *c, char *text)
{
	(void)context;
	(void)c;
	return strlen(text);
}

/* --- Connections */

static void
on_connection(void *context, struct MHD_Connection *c, void **kept,
    enum MHD_ConnectionNotificationCode code)
{
	struct http *h = context;
	struct wire *w = *kept, **at = &h->wires;

	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		w = mem_alloc(sizeof(*w));
		w->fd = MHD_get_connection_info(c,
		    MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
		w->deadline = seconds() + REQUEST_TIME;
		w->next = h->wires;
		h->wires = w;
		*kept = w;
		return;
	}
	while (*at != w)
		at = &(*at)->next;
	*at = w->next;
	mem_free(w);
}

/* The connection may bring another request. */
static void
on_answered(void *context, struct MHD_Connection *c, void **kept,
    enum MHD_RequestTerminationCode code)
{
	(void)context;
	(void)kept;
	(void)code;
	wire_of(c)->deadline = seconds() + REQUEST_TIME;
}

static void
end_late(struct http *h)
{
	time_t now = seconds();
	struct wire *w;

	for (w = h->wires; w != NULL; w = w->next)
		if (w->deadline != 0 && now >= w->deadline)
			shutdown(w->fd, SHUT_RDWR);
}

/* --- The server */

int
http_listen(unsigned *port)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
	    .sin_port = htons((uint16_t)*port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int on = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC |
	    SOCK_NONBLOCK, 0);
	char name[16];

	snprintf(name, sizeof(name), "%u", *port);
	/* A port whose last server has just ended can be used again. */
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on,
	    sizeof(on)) != 0 ||
	    bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 ||
	    listen(fd, CONNECTIONS) != 0 ||
	    getsockname(fd, (struct sockaddr *)&address, &len) != 0)
		die_system(DIAG_SERVE_PORT, name, fault_text(errno));
	*port = ntohs(address.sin_port);
	return fd;
}

struct http *
http_open(int listening, const struct http_source *source)
{
	struct http *h = mem_alloc(sizeof(*h));

	h->source = *source;
	h->arena = arena_new();
	h->streams = stream_open();
	h->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME,
	    0, NULL, NULL, on_request, h,
	    MHD_OPTION_LISTEN_SOCKET, listening,
	    MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADERS,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)ANSWER_TIME,
	    MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded, NULL,
	    MHD_OPTION_NOTIFY_CONNECTION, on_connection, h,
	    MHD_OPTION_NOTIFY_COMPLETED, on_answered, h, MHD_OPTION_END);
	if (h->daemon == NULL)
		die_system(DIAG_SERVE_PORT, "127.0.0.1", fault_text(errno));
	return h;
}

void
http_close(struct http *h)
{
	stream_end(h->streams);
	MHD_run(h->daemon);
	MHD_stop_daemon(h->daemon);
	stream_close(h->streams);
	arena_free(h->arena);
	mem_free(h);
}

int
http_descriptor(const struct http *h)
{
	return MHD_get_daemon_info(h->daemon,
	    MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

int
http_patience(const struct http *h)
{
	MHD_UNSIGNED_LONG_LONG most;

	if (MHD_get_timeout(h->daemon, &most) != MHD_YES || most > 1000)
		return h->wires != NULL ? 1000 : -1;
	return (int)most;
}

void
http_run(struct http *h)
{
	stream_wake(h->streams);
	end_late(h);
	MHD_run(h->daemon);
}

void
http_tell(struct http *h, str event)
{
	stream_tell(h->streams, event);
}
