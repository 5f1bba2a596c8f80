/* SPDX-License-Identifier: ISC */
#include "links/hosts.h"

#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/pool.h"

static const struct {
	const char	*key;
	enum phrase	 words;
} reasons[LINK_REASONS] = {
#define X(id, key) { key, PHRASE_LINK_##id },
#include "links/reasons.def"
#undef X
};

/* The addresses of one host. */
struct host {
	struct hosts_asked **asked;
	size_t		 num;
	struct arena	*arena;		/* what stays */
	size_t		 slow;
	size_t		 refused;
};

struct asking {
	struct host	*hosts;
	size_t		 num;
	size_t		 turn;
	str		 language;
};

/* --- One host */

static void
pause_before(void *context)
{
	struct timespec t = { 0, HOSTS_PAUSE * 1000000L };

	(void)context;
	while (nanosleep(&t, &t) != 0)
		;
}

static str
why_of(struct arena *a, const struct ask_answer *answer,
    enum link_reason reason)
{
	return reason == LINK_STATUS ? str_uint(a, answer->status) :
	    str_of(reasons[reason].key);
}

static bool
has_phrase(const struct hosts_asked *x)
{
	return x->wanted[x->num - 1].phrase.len != 0;
}

/* Sets what each text that has the address wants to know. */
static void
settle(struct arena *a, struct arena *page, struct hosts_asked *x)
{
	enum link_reason reason;
	struct wanted *w;
	size_t i;

	for (i = 0; i < x->num; i++) {
		w = &x->wanted[i];
		reason = x->answer.reason;
		w->result = w->phrase.len == 0 ? x->answer.result :
		    ask_says(page, &x->answer, w->phrase, &reason);
		w->why = why_of(a, &x->answer, reason);
	}
}

static void
ask_one(const struct asking *asking, struct host *h, struct hosts_asked *x,
    struct arena *page)
{
	struct curl_request r = { x->wanted->address, asking->language,
	    has_phrase(x) };

	if (h->slow >= HOSTS_SLOW || h->refused >= HOSTS_REFUSED)
		x->answer = (struct ask_answer){ .result = ASK_UNSURE,
		    .reason = LINK_SKIPPED };
	else {
		pause_before(NULL);
		x->answer = ask(page, &r, pause_before, NULL);
	}
	settle(h->arena, page, x);
	h->slow = x->answer.reason == LINK_TIME && x->answer.status == 0 ?
	    h->slow + 1 : x->answer.reason == LINK_SKIPPED ? h->slow : 0;
	h->refused += x->answer.status == 429;
	x->answer.final = str_copy(h->arena, x->answer.final);
	x->answer.text = (struct page_text){ S(""), false };
}

static void
ask_host(void *context, size_t worker, size_t index)
{
	struct asking *asking = context;
	struct host *h = &asking->hosts[index];
	struct arena *page = arena_new();
	size_t i;

	(void)worker;
	for (i = 0; i < h->num; i++) {
		ask_one(asking, h, h->asked[(i + asking->turn) % h->num], page);
		arena_reset(page);
	}
	arena_free(page);
}

/* --- All of them */

/* “https://www.example.org:80”, without what follows. */
static str
host_of(str address)
{
	size_t i = str_search(address, S("://")) + 3;

	while (i < address.len && address.p[i] != '/' &&
	    address.p[i] != '?' && address.p[i] != '#')
		i++;
	return str_upto(address, i);
}

/* Each address stands together in the list, which is sorted. */
static void
find_addresses(struct hosts *hosts, struct arena *a, struct wanted_list *l)
{
	size_t i;

	hosts->asked = arena_array(a, struct hosts_asked, l->num);
	for (i = 0; i < l->num; i++) {
		if (i == 0 || !str_eq(l->items[i].address,
		    l->items[i - 1].address))
			hosts->asked[hosts->num++].wanted = &l->items[i];
		hosts->asked[hosts->num - 1].num++;
	}
}

static void
find_hosts(struct asking *asking, struct arena *a, struct hosts *hosts)
{
	struct map names = map_make(a);
	struct host **of = arena_array(a, struct host *, hosts->num);
	struct map_slot *slot;
	size_t i;

	asking->hosts = arena_array(a, struct host, hosts->num);
	for (i = 0; i < hosts->num; i++) {
		slot = map_slot(&names, host_of(
		    hosts->asked[i].wanted->address));
		if (slot->value == NULL)
			slot->value = &asking->hosts[asking->num++];
		of[i] = slot->value;
		of[i]->num++;
	}
	for (i = 0; i < hosts->num; i++) {
		if (of[i]->asked == NULL) {
			of[i]->asked = arena_array(a, struct hosts_asked *,
			    of[i]->num);
			of[i]->num = 0;
			of[i]->arena = arena_new();
		}
		of[i]->asked[of[i]->num++] = &hosts->asked[i];
	}
}

/* Moves what the hosts keep to the arena of all, and counts. */
static void
gather(struct asking *asking, struct arena *a, struct hosts *hosts)
{
	struct hosts_asked *x;
	size_t i, j;

	for (i = 0; i < hosts->num; i++) {
		x = &hosts->asked[i];
		x->answer.final = str_copy(a, x->answer.final);
		for (j = 0; j < x->num; j++)
			x->wanted[j].why = str_copy(a, x->wanted[j].why);
		hosts->answers += x->answer.status != 0;
		hosts->failures += x->answer.status == 0 &&
		    x->answer.result == ASK_FAILS;
	}
	for (i = 0; i < asking->num; i++)
		arena_free(asking->hosts[i].arena);
}

void
hosts_ask(struct hosts *hosts, struct arena *a, struct wanted_list *l,
    size_t turn, str language)
{
	struct asking asking = { .turn = turn, .language = language };
	struct pool *pool;

	*hosts = (struct hosts){ 0 };
	find_addresses(hosts, a, l);
	find_hosts(&asking, a, hosts);
	pool = pool_open(HOSTS_AT_ONCE);
	pool_each(pool, asking.num, ask_host, &asking);
	pool_close(pool);
	gather(&asking, a, hosts);
}

str
hosts_reason(enum lang lang, str why)
{
	size_t i;

	for (i = 0; i < LINK_REASONS; i++)
		if (str_eq(why, str_of(reasons[i].key)))
			return phrase_in(lang, reasons[i].words);
	return why;
}
