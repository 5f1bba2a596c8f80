/* SPDX-License-Identifier: ISC */
#include "base/diags.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/phrase.h"
#include "base/sink.h"

enum { PRINTED = 1 << 16 };		/* [byte] at once */

struct entry {
	struct diags_fault fault;
	enum severity	severity;
};

struct diags {
	pthread_mutex_t	 lock;
	struct arena	*arena;
	struct entry	*entries;
	size_t		 num;
	size_t		 cap;
	size_t		 errors;
	size_t		 warnings;
};

struct diags *
diags_new(void)
{
	struct diags *ds = mem_alloc(sizeof(*ds));

	pthread_mutex_init(&ds->lock, NULL);
	ds->arena = arena_new();
	return ds;
}

void
diags_free(struct diags *ds)
{
	if (ds == NULL)
		return;
	pthread_mutex_destroy(&ds->lock);
	arena_free(ds->arena);
	mem_free(ds->entries);
	mem_free(ds);
}

static void
count(struct diags *ds, const struct entry *e)
{
	if (e->severity == SEVERITY_ERROR)
		ds->errors++;
	else
		ds->warnings++;
}

struct pos
diags_pos(struct pos start, str text, size_t at)
{
	size_t i;

	if (start.line == 0)
		return start;
	for (i = 0; i < at; i++) {
		start.col++;
		if (text.p[i] == '\n') {
			start.line++;
			start.col = 1;
		}
	}
	return start;
}

/* Adds a copy of the fault. */
static void
add(struct diags *ds, const struct diags_fault *fault, enum severity severity)
{
	struct entry *e;
	size_t i;

	pthread_mutex_lock(&ds->lock);
	if (ds->num == ds->cap) {
		ds->cap = ds->cap != 0 ? ds->cap * 2 : 16;
		ds->entries = mem_realloc(ds->entries,
		    ds->cap * sizeof(*ds->entries));
	}
	e = &ds->entries[ds->num++];
	*e = (struct entry){ *fault, severity };
	e->fault.path = str_copy(ds->arena, fault->path);
	for (i = 0; i < DIAG_VALUES; i++)
		e->fault.values[i] = str_copy(ds->arena, fault->values[i]);
	count(ds, e);
	pthread_mutex_unlock(&ds->lock);
}

void
diags_add(struct diags *ds, enum diag id, struct pos pos,
    const str path_and_values[1 + DIAG_VALUES])
{
	struct diags_fault fault = { id, pos, path_and_values[0], { { 0 } } };

	memcpy(fault.values, path_and_values + 1, sizeof(fault.values));
	if (ds != NULL)
		add(ds, &fault, message_severity(id));
}

void
diags_warn(struct diags *ds, const struct diags_fault *fault)
{
	add(ds, fault, SEVERITY_WARNING);
}

void
diags_each_warning(struct diags *ds, void (*take)(void *,
    const struct diags_fault *), void *context)
{
	size_t i;

	pthread_mutex_lock(&ds->lock);
	for (i = 0; i < ds->num; i++)
		if (ds->entries[i].severity == SEVERITY_WARNING)
			take(context, &ds->entries[i].fault);
	pthread_mutex_unlock(&ds->lock);
}

size_t
diags_errors(struct diags *ds)
{
	size_t errors;

	pthread_mutex_lock(&ds->lock);
	errors = ds->errors;
	pthread_mutex_unlock(&ds->lock);
	return errors;
}

void
diags_keep(struct diags *ds, bool (*keep)(const void *, str, enum diag),
    const void *context)
{
	size_t i, num = 0;

	pthread_mutex_lock(&ds->lock);
	ds->errors = ds->warnings = 0;
	for (i = 0; i < ds->num; i++) {
		if (!keep(context, ds->entries[i].fault.path,
		    ds->entries[i].fault.id))
			continue;
		ds->entries[num++] = ds->entries[i];
		count(ds, &ds->entries[i]);
	}
	ds->num = num;
	pthread_mutex_unlock(&ds->lock);
}

void
diags_regrade(struct diags *ds, enum severity (*grade)(const void *, str,
    enum diag, enum severity), const void *context)
{
	struct entry *e;
	size_t i, num = 0;

	pthread_mutex_lock(&ds->lock);
	ds->errors = ds->warnings = 0;
	for (i = 0; i < ds->num; i++) {
		e = &ds->entries[i];
		e->severity = grade(context, e->fault.path, e->fault.id,
		    e->severity);
		if (e->severity == SEVERITY_NONE)
			continue;
		count(ds, e);
		ds->entries[num++] = *e;
	}
	ds->num = num;
	pthread_mutex_unlock(&ds->lock);
}

static int
cmp_uint(unsigned a, unsigned b)
{
	return (a > b) - (a < b);
}

static int
cmp_entry(const void *a, const void *b)
{
	const struct diags_fault *x = &((const struct entry *)a)->fault;
	const struct diags_fault *y = &((const struct entry *)b)->fault;
	int i, c = str_cmp(x->path, y->path);

	if (c == 0)
		c = cmp_uint(x->pos.line, y->pos.line);
	if (c == 0)
		c = cmp_uint(x->pos.col, y->pos.col);
	if (c == 0)
		c = cmp_uint(x->id, y->id);
	for (i = 0; c == 0 && i < DIAG_VALUES; i++)
		c = str_cmp(x->values[i], y->values[i]);
	return c;
}

static void
put_message(struct sink *k, enum diag id, enum lang lang, const str *values)
{
	str fix = message_fix(id, lang, values);

	phrase_put(k, message_text(id, lang), values);
	if (fix.len != 0) {
		sink_puts(k, "; ");
		phrase_put(k, fix, values);
	}
}

static void
put_position(struct sink *k, const struct diags_fault *e)
{
	phrase_put_value(k, e->path);
	if (e->pos.line != 0) {
		sink_char(k, ':');
		sink_uint(k, e->pos.line);
	}
	if (e->pos.line != 0 && e->pos.col != 0) {
		sink_char(k, ':');
		sink_uint(k, e->pos.col);
	}
}

static void
put_severity(struct sink *k, enum severity severity, enum lang lang,
    bool colour)
{
	bool error = severity != SEVERITY_WARNING;

	if (colour)
		sink_puts(k, error ? "\033[1;31m" : "\033[1;33m");
	sink_put(k, phrase_in(lang, error ? PHRASE_ERROR : PHRASE_WARNING));
	if (colour)
		sink_puts(k, "\033[0m");
}

static void
put_entry(struct sink *k, const struct entry *e, enum lang lang, bool colour)
{
	put_position(k, &e->fault);
	sink_puts(k, ": ");
	put_severity(k, e->severity, lang, colour);
	sink_puts(k, ": ");
	put_message(k, e->fault.id, lang, e->fault.values);
	sink_puts(k, " [");
	sink_puts(k, message_name(e->fault.id));
	sink_puts(k, "]\n");
}

static void
write_out(struct sink *k, FILE *to)
{
	fwrite(k->p != NULL ? k->p : "", 1, k->len, to);
	sink_reset(k);
}

void
diags_print(struct diags *ds, FILE *to, enum lang lang, bool colour)
{
	struct sink k = { 0 };
	size_t i;

	if (ds->num != 0)
		qsort(ds->entries, ds->num, sizeof(*ds->entries), cmp_entry);
	/* A fault that two rules find is printed once. */
	for (i = 0; i < ds->num; i++) {
		if (i == 0 || cmp_entry(&ds->entries[i - 1],
		    &ds->entries[i]) != 0)
			put_entry(&k, &ds->entries[i], lang, colour);
		if (k.len >= PRINTED)
			write_out(&k, to);
	}
	write_out(&k, to);
	sink_free(&k);
	ds->num = 0;
}
