/* SPDX-License-Identifier: ISC */
#include "register/foreign_pdf.h"

#include "base/arena.h"
#include "base/program.h"

static const struct program_limits limits = { .seconds = 30,
    .memory = (size_t)2 << 30, .output = 256 << 20 };

/* Runs qpdf on the bytes; the output is in the arena. */
static bool
run(struct arena *a, const char *const argv[], str bytes, str *output)
{
	struct sink printed = { 0 }, said = { 0 };
	bool done = program_run_within(argv, bytes, &printed, &said,
	    &limits) == 0 && said.len == 0;

	*output = done ? str_copy(a, sink_str(&printed)) : S("");
	sink_free(&printed);
	sink_free(&said);
	return done;
}

/* The same; qpdf may have complained about what it could repair (3). */
static bool
run_any(struct arena *a, const char *const argv[], str bytes, str *output,
    bool *password)
{
	struct sink printed = { 0 }, said = { 0 };
	int status = program_run_within(argv, bytes, &printed, &said,
	    &limits);

	*output = str_copy(a, sink_str(&printed));
	*password = str_search(sink_str(&said), S("invalid password")) !=
	    said.len;
	sink_free(&printed);
	sink_free(&said);
	return status == 0 || status == 3;
}

bool
foreign_pdf_is_possible(void)
{
	const char *const argv[] = { "qpdf", "--version", NULL };
	struct arena *a = arena_new();
	str output;
	bool possible = run(a, argv, S(""), &output);

	arena_free(a);
	return possible;
}

/* A line: “12/0: uncompressed; offset = 15”. */
static bool
read_place(struct foreign_pdf *f, struct arena *a, str line)
{
	str number, generation, *place = arena_new_of(a, str);
	struct map_slot *slot;

	if (!str_cut(&line, '/', &number) || !str_cut(&line, ':', &generation))
		return false;
	*place = line;
	slot = map_slot(&f->places, str_join(a, number, S(" "), generation,
	    S(" R")));
	slot->value = place;
	f->names[f->num++] = slot->key;
	return true;
}

static bool
read_places(struct foreign_pdf *f, struct arena *a, str bytes)
{
	const char *const argv[] = { "qpdf", "--suppress-recovery",
	    "--show-xref", "/dev/stdin", NULL };
	str output, line;

	if (!run(a, argv, bytes, &output))
		return false;
	f->names = arena_array(a, str, str_count(output, '\n') + 1);
	while (str_line(&output, &line))
		if (!read_place(f, a, line))
			return false;
	return f->num != 0;
}

static bool
take_objects(struct foreign_pdf *f, struct arena *a, str output)
{
	const struct json *v;
	str prefix = S("obj:");

	v = json_get(json_read(a, output), S("qpdf"));
	if (v == NULL || v->kind != JSON_ARRAY || v->first == NULL ||
	    v->first->next == NULL)
		return false;
	f->list = v->first->next->first;
	for (v = f->list; v != NULL; v = v->next)
		if (str_starts(v->key, prefix))
			map_slot(&f->objects, str_from(v->key,
			    prefix.len))->value = (void *)(uintptr_t)v;
		else if (str_eq(v->key, S("trailer")))
			f->trailer = json_get(v, S("value"));
	return f->trailer != NULL;
}

static bool
read_objects(struct foreign_pdf *f, struct arena *a, str bytes)
{
	const char *const argv[] = { "qpdf", "--suppress-recovery", "--json=2",
	    "--json-key=qpdf", "--json-stream-data=none", "/dev/stdin", NULL };
	str output;

	return run(a, argv, bytes, &output) && take_objects(f, a, output);
}

bool
foreign_pdf_read_any(struct foreign_pdf *f, struct arena *a, str bytes,
    bool *password)
{
	const char *const argv[] = { "qpdf", "--json=2", "--json-key=qpdf",
	    "--json-stream-data=none", "/dev/stdin", NULL };
	str output;

	return run_any(a, argv, bytes, &output, password) &&
	    foreign_pdf_take(f, a, output);
}

bool
foreign_pdf_take(struct foreign_pdf *f, struct arena *a, str output)
{
	*f = (struct foreign_pdf){ .objects = map_make(a),
	    .places = map_make(a) };
	return take_objects(f, a, output);
}

bool
foreign_pdf_read(struct foreign_pdf *f, struct arena *a, str bytes)
{
	*f = (struct foreign_pdf){ .objects = map_make(a),
	    .places = map_make(a) };
	return read_places(f, a, bytes) && read_objects(f, a, bytes);
}

/* --- Looking up */

const struct json *
foreign_pdf_object(const struct foreign_pdf *f, str name)
{
	const struct map_slot *slot = map_find(&f->objects, name);

	return slot != NULL ? slot->value : NULL;
}

bool
foreign_pdf_is_reference(const struct json *v)
{
	return v != NULL && v->kind == JSON_STRING && v->text.len > 4 &&
	    char_is_digit(v->text.p[0]) && str_ends(v->text, S(" R"));
}

const struct json *
foreign_pdf_value(const struct foreign_pdf *f, const struct json *v)
{
	if (!foreign_pdf_is_reference(v))
		return v;
	return json_get(foreign_pdf_object(f, v->text), S("value"));
}

str
foreign_pdf_place(const struct foreign_pdf *f, str name)
{
	const struct map_slot *slot = map_find(&f->places, name);

	return slot != NULL ? *(const str *)slot->value : S("");
}

bool
foreign_pdf_stream(struct arena *a, str file, str number, str *bytes)
{
	str object = str_join(a, S("--show-object="), number);
	const char *const argv[] = { "qpdf", "--suppress-recovery",
	    str_c(a, object), "--filtered-stream-data", "/dev/stdin", NULL };

	return run(a, argv, file, bytes);
}

bool
foreign_pdf_stream_of_any(struct arena *a, str file, str number, str *bytes)
{
	str object = str_join(a, S("--show-object="), number);
	const char *const argv[] = { "qpdf", str_c(a, object),
	    "--filtered-stream-data", "/dev/stdin", NULL };
	bool password;

	return run_any(a, argv, file, bytes, &password);
}

bool
foreign_pdf_same_place(const struct foreign_pdf *f,
    const struct foreign_pdf *g, str name)
{
	str place = foreign_pdf_place(f, name);

	return place.len != 0 && str_eq(place, foreign_pdf_place(g, name));
}
