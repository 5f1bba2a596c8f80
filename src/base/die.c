/* SPDX-License-Identifier: ISC */
#include "base/die.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/progress.h"
#include "base/shown.h"

/* Threads that write a file share the lock; the thread that ends the program
 * takes it alone and keeps it. */
static pthread_rwlock_t writing = PTHREAD_RWLOCK_INITIALIZER;

void
die_hold(void)
{
	pthread_rwlock_rdlock(&writing);
}

void
die_release(void)
{
	pthread_rwlock_unlock(&writing);
}

/* Without memory of its own: it may be what is missing. */
static void
put(str text, const str *values)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		if (text.p[i] == '{' && i + 2 < text.len &&
		    (text.p[i + 1] == '1' || text.p[i + 1] == '2')) {
			fputs(SHOWN(values[text.p[i + 1] - '1']), stderr);
			i += 2;
		} else
			fputc(text.p[i], stderr);
	}
}

static void
print(enum diag id, const char *value1, const char *value2)
{
	const str values[DIAG_VALUES] = { str_of(value1), str_of(value2) };
	enum lang lang = message_language();
	str fix = message_fix(id, lang, values);

	progress_hide();
	fputs("matbu: ", stderr);
	put(message_text(id, lang), values);
	if (fix.len != 0)
		fputs("; ", stderr);
	put(fix, values);
	fprintf(stderr, " [%s]\n", message_name(id));
}

/* At most two: for the lock of out/ and for that of a destination. */
static void (*last_acts[2])(void);
static size_t num_acts;

void
die_last(void (*act)(void))
{
	size_t i;

	for (i = 0; i < num_acts; i++)
		if (last_acts[i] == act)
			return;
	assert(num_acts < sizeof(last_acts) / sizeof(*last_acts));
	last_acts[num_acts++] = act;
}

_Noreturn void
die_system(enum diag id, const char *value1, const char *value2)
{
	void (*act)(void);

	progress_end();
	print(id, value1, value2);
	/* Never unlocked: no other thread may begin to write a file. */
	pthread_rwlock_wrlock(&writing);
	/* An act may call die_system() again: it must not run twice. */
	while (num_acts != 0) {
		act = last_acts[--num_acts];
		act();
	}
	_exit(EXIT_SYSTEM);
}

_Noreturn void
die_errno(enum diag id, const char *path)
{
	die_system(id, path, fault_text(errno));
}

void
die_tell(enum diag id, const char *value1, const char *value2)
{
	print(id, value1, value2);
}

_Noreturn void
die_usage(enum diag id, const char *value1, const char *value2)
{
	print(id, value1, value2);
	_exit(EXIT_USAGE);
}
