/* SPDX-License-Identifier: ISC
 *
 * fuzz_state: any bytes as a file that matbu keeps of a collection and that
 * another person or machine may have written: the first byte says which. What
 * is accepted must be what matbu writes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "base/sink.h"
#include "build/state_text.h"
#include "model/site_path.h"
#include "publish/listing.h"
#include "register/checkpoint.h"
#include "register/published.h"
#include "register/record_prefix.h"

int	LLVMFuzzerInitialize(int *, char ***);
int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

static char folder[] = "/tmp/matbu-fuzz-XXXXXX";

static void
remove_folder(void)
{
	char path[sizeof(folder) + sizeof("/.published")];

	snprintf(path, sizeof(path), "%s/.published", folder);
	unlink(path);
	rmdir(folder);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	if (mkdtemp(folder) == NULL)
		abort();
	atexit(remove_folder);
	return 0;
}

static void
demand(bool good)
{
	if (!good)
		abort();
}

static void
read_register(struct arena *a, str bytes, struct diags *ds)
{
	struct reg reg;
	struct checkpoint c;
	bool valid = register_parse(&reg, a, bytes, S("register.tsv"), ds);
	size_t i;

	demand(valid || diags_errors(ds) != 0);
	for (i = 0; i < reg.num; i++)
		demand(row_is_chained(reg.rows[i].line, i == 0 ? S("chain") :
		    reg.rows[i - 1].chain));
	if (reg.num == 0)
		return;
	c = checkpoint_of(a, &reg, S("x"));
	demand(checkpoint_fits(&c, &reg));
	demand(checkpoint_first_other(&reg, &reg) == reg.num + 1);
}

static void
read_listing(struct arena *a, str bytes)
{
	struct sink first = { 0 }, second = { 0 };
	struct listing l, again;
	unsigned line;
	size_t i;

	if (!listing_read(&l, a, bytes, &line))
		return;
	for (i = 0; i < l.num; i++)
		demand(site_path_is_site(l.rows[i].path));
	listing_write(l.rows, l.num, &first);
	demand(listing_read(&again, a, sink_str(&first), &line));
	listing_write(again.rows, again.num, &second);
	demand(again.num == l.num);
	sink_free(&first);
	sink_free(&second);
}

static void
read_published(struct arena *a, str bytes, struct diags *ds)
{
	char *name = str_c(a, str_join(a, str_of(folder), S("/.published")));
	struct published p;
	size_t num;

	unlink(name);
	demand(file_create(name, bytes));
	published_read(&p, a, str_of(folder), ds);
	published_rows(&p, S("site"));
	published_files(&p, a, S("site"), true, &num);
	published_files(&p, a, S("site"), false, &num);
}

static void
read_checkpoint(struct arena *a, str bytes)
{
	struct checkpoint c;

	if (checkpoint_read(&c, bytes))
		demand(str_eq(checkpoint_text(a, &c), bytes));
}

/* The record ends after the first “%%EOF”. */
static void
read_chain(str bytes)
{
	size_t end = str_search(bytes, S("%%EOF"));
	struct record_prefix p = { .record = str_upto(bytes, end + 5),
	    .appended = str_from(bytes, end + 5) };

	record_prefix_is_chained(&p);
}

/* The bytes get the digest that they need to be read at all. What is accepted
 * is what would be written. */
static void
read_state(struct arena *a, str bytes)
{
	struct sink sealed = { 0 }, again = { 0 };
	struct state_text t;

	state_text_read(&t, a, bytes);
	sink_put(&sealed, bytes);
	state_text_seal(&sealed);
	if (state_text_read(&t, a, sink_str(&sealed))) {
		state_text_put(&t, &again);
		demand(str_eq(sink_str(&sealed), sink_str(&again)));
	}
	sink_free(&sealed);
	sink_free(&again);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena *a;
	struct diags *ds;
	str bytes;

	if (size == 0)
		return 0;
	a = arena_new();
	ds = diags_new();
	bytes = str_copy(a, (str){ (const char *)data + 1, size - 1 });
	switch (data[0]) {
	case 'r':
		read_register(a, bytes, ds);
		break;
	case 'l':
		read_listing(a, bytes);
		break;
	case 'p':
		read_published(a, bytes, ds);
		break;
	case 'c':
		read_checkpoint(a, bytes);
		break;
	case 'u':
		read_chain(bytes);
		break;
	case 's':
		read_state(a, bytes);
		break;
	case 'j':
		json_read(a, bytes);
	}
	diags_free(ds);
	arena_free(a);
	return 0;
}
