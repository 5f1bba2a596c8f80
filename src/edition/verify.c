/* SPDX-License-Identifier: ISC */
#include "edition/verify.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "base/witness.h"
#include "build/check_erased.h"
#include "build/check_pass.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "build/peek_titles.h"
#include "build/press.h"
#include "build/records.h"
#include "build/release_record.h"
#include "edition/master_list.h"
#include "edition/releases.h"
#include "edition/verdict.h"
#include "model/dom.h"
#include "register/press_entry.h"
#include "register/released.h"

enum { RECORD_LIMIT = 256 << 20, HEX = 2 * DIGEST_SIZE };

struct verify {
	struct workspace	 ws;
	size_t			 rendered;	/* records, again */
	size_t			 imported;	/* with a PDF of their own */
	struct map		 renderers;	/* subject -> str: today's */
	struct map		 others;	/* why not the same -> how many */
	struct strings		 reasons;	/* its keys, in order */
};

static bool
keep_nothing(const void *context, str path, enum diag id)
{
	(void)context;
	(void)id;
	(void)path;
	return false;
}

static bool
keep_register(const void *context, str path, enum diag id)
{
	(void)context;
	(void)id;
	return str_ends(path, S("/register.tsv"));
}

/* --- One file */

/* Reports that the state of an edition is not known, because its source or a
 * folder above it cannot be read. */
static bool
report_unread(const struct workspace *ws, str edition)
{
	struct arena *a = ws->in.arena;
	str path = path_file(a, ws->in.tree.root, edition, S(".md"));
	int error = witness_error(str_c(a, path));

	while (error == 0 && path.len > ws->in.tree.root.len) {
		path = str_upto(path, str_rfind(path, '/'));
		error = witness_error(str_c(a, path));
	}
	if (error != 0)
		diag(ws->in.diags, DIAG_FILE_READ, POS_NONE, path,
		    str_of(fault_text(error)));
	return error != 0;
}

/* The edition in force that readers of this one should have instead, or
 * NULL. */
static const struct card *
current_of(const struct collection *c, const struct card *card)
{
	const struct card *now = card->successor;

	if (now == NULL && card->status.state == STATE_SUPERSEDED)
		now = collection_at_address(c, card);
	return now != NULL && now->status.state == STATE_IN_FORCE ? now : NULL;
}

/* In words; with the edition that is in force instead. */
static str
state_of(const struct workspace *ws, const struct row *row)
{
	struct arena *a = ws->in.arena;
	const struct card *now, *card = collection_card(&ws->in.collection,
	    row->edition);
	struct sink k = { 0 };

	if (report_unread(ws, row->edition) || card == NULL)
		return S("–");
	sink_put(&k, master_list_state(a, &card->status));
	now = current_of(&ws->in.collection, card);
	if (now != NULL)
		phrase_put(&k, phrase_text(PHRASE_CURRENT),
		    (str[]){ now->ident->edition });
	return sink_take(&k, a);
}

static void
verify_bytes(struct workspace *ws, const struct releases *r, str path,
    str bytes)
{
	const struct row *row;
	struct record_prefix p;

	if (record_prefix_find(&p, ws->in.arena, &r->records, bytes)) {
		verdict_tell(ws, path, &p, state_of(ws, p.row));
		return;
	}
	row = releases_stated(r, &ws->in.reg, bytes, path);
	if (!released_is_whole_pdf(bytes))
		diag(ws->in.diags, DIAG_VERIFY_FORM, POS_NONE, path);
	else if (row != NULL)
		diag(ws->in.diags, DIAG_VERIFY_ALTERED, POS_NONE, path,
		    row->edition, state_of(ws, row));
	else
		diag(ws->in.diags, DIAG_VERIFY_UNKNOWN, POS_NONE, path);
}

/* Returns whether the file could be read: the others get their verdicts in any
 * case. */
static bool
verify_file(struct workspace *ws, const struct releases *r, const char *name)
{
	struct arena *a = arena_new();
	bool done;
	str bytes;

	done = file_read(a, name, RECORD_LIMIT, &bytes);
	if (done)
		verify_bytes(ws, r, str_of(name), bytes);
	else
		diag(ws->in.diags, DIAG_FILE_READ, POS_NONE, str_of(name),
		    str_of(fault_text(errno)));
	arena_free(a);
	return done;
}

int
verify_files(const struct options *o)
{
	struct options own = *o;
	struct workspace ws;
	struct releases r;
	bool done = true;
	int status;
	size_t i;

	own.num_paths = 0;
	workspace_open(&ws, &own);
	check_pass(&ws);
	diags_keep(ws.in.diags, ws.in.reg.exists && ws.in.reg.valid ?
	    keep_nothing : keep_register, NULL);
	if (!ws.in.reg.exists)
		diag(ws.in.diags, DIAG_VERIFY_NOTHING, POS_NONE,
		    ws.in.reg.path);
	r = releases_map(ws.in.arena, &ws.in.reg);
	for (i = 0; ws.in.reg.exists && ws.in.reg.valid && i < o->num_paths;
	    i++)
		done = verify_file(&ws, &r, o->paths[i]) && done;
	status = workspace_close(&ws);
	return done ? status : EXIT_SYSTEM;
}

/* --- Everything that was released */

/* Returns today's column press for an edition: the same for all of a
 * subject. */
static str
renderer_of(struct verify *v, const struct ident *ident)
{
	struct map_slot *slot = map_slot(&v->renderers, ident->subject);
	str *name = slot->value;

	if (name == NULL) {
		name = arena_new_of(v->ws.in.arena, str);
		*name = press_make(&v->ws, ident);
		slot->value = name;
	}
	return *name;
}

/* Returns why a record need not have the bytes that today's renderer makes. */
static str
reason_of(struct arena *a, enum press_entry_match match, str press, str today)
{
	switch (match) {
	case PRESS_ENTRY_UNKNOWN:
		return phrase_text(PHRASE_PRESS_UNKNOWN);
	case PRESS_ENTRY_LIBRARIES:
		return str_join(a, phrase_text(PHRASE_PRESS_LIBRARIES),
		    press_entry_libraries(a, press, today));
	default:
		return phrase_text(PHRASE_PRESS_OTHER);
	}
}

/* What does not need equal bytes: the record contains the source, whose digest
 * the check pass has compared. */
static void
check_attached(struct verify *v, size_t i, enum press_entry_match match)
{
	struct input *in = &v->ws.in;
	struct arena *a = arena_new();
	const struct card *card = &in->collection.cards[i];
	const str edition = card->ident->edition;
	str attached, reason = reason_of(in->arena, match,
	    register_release(&in->reg, edition)->press,
	    renderer_of(v, card->ident));
	struct map_slot *slot = map_slot(&v->others, reason);
	struct doc doc;

	if (slot->number++ == 0)
		strings_add(&v->reasons, in->arena, reason);
	input_has_title(in, a, &in->tree.editions[i], &doc);
	if (!released_text(a, in->tree.root, card, &attached) ||
	    !str_eq(attached, doc.text))
		diag(in->diags, DIAG_VERIFY_SOURCE, POS_NONE,
		    released_record_path(in->arena, in->tree.root, edition));
	arena_free(a);
}

static str
render(struct workspace *ws, size_t i, const struct row *row)
{
	struct doc doc = input_read_edition(&ws->in, ws->in.arena, NULL,
	    &ws->in.tree.editions[i]);
	str bytes = S("");

	if (!doc.unread)
		bytes = release_record(ws, i, &doc, row_text(row));
	dom_close(&doc);
	return bytes;
}

/* Rendering a record again must give the registered bytes, where the renderer
 * that made it is today's. */
static void
render_again(struct verify *v, size_t i)
{
	struct workspace *ws = &v->ws;
	const struct card *card = &ws->in.collection.cards[i];
	const struct row *row = register_release(&ws->in.reg,
	    card->ident->edition);
	enum press_entry_match match;
	bool same;

	if (row == NULL || card->status.erased || row->record.len != HEX)
		return;
	if (!press_entry_is_ours(row->press)) {
		v->imported++;
		return;
	}
	match = press_entry_compare(row->press, renderer_of(v, card->ident));
	same = match <= PRESS_ENTRY_UNKNOWN && str_eq(row->record,
	    digest_hex(ws->in.arena, digest_of(render(ws, i, row))));
	if (same || match == PRESS_ENTRY_SAME)
		v->rendered++;
	else
		check_attached(v, i, match);
	if (!same && match == PRESS_ENTRY_SAME)
		diag(ws->in.diags, DIAG_VERIFY_SET, POS_NONE, path_file(
		    ws->in.arena, ws->in.tree.root, row->edition, S(".pdf")));
}

static void
render_all(struct verify *v)
{
	size_t i, num = v->ws.in.collection.num_cards;

	progress_begin(phrase_text(PHRASE_PROGRESS_VERIFY), num);
	for (i = 0; i < num; i++) {
		render_again(v, i);
		progress_step();
	}
	progress_end();
}

static void
print_result(const struct verify *v)
{
	size_t i;

	if (v->ws.in.options->quiet)
		return;
	phrase_print(PHRASE_VERIFIED, PHRASE_UINT(v->ws.in.reg.num),
	    PHRASE_UINT(v->rendered));
	for (i = 0; i < v->reasons.num; i++)
		phrase_print(PHRASE_VERIFIED_OTHER, PHRASE_UINT(
		    map_find(&v->others, v->reasons.items[i])->number),
		    v->reasons.items[i]);
	if (v->imported != 0)
		phrase_print(PHRASE_VERIFIED_IMPORTED,
		    PHRASE_UINT(v->imported));
}

int
verify_all(const struct options *o)
{
	struct verify v = { .rendered = 0 };
	struct workspace *ws = &v.ws;
	struct peek_titles folders = { .ws = ws };

	workspace_open(ws, o);
	v.renderers = map_make(ws->in.arena);
	v.others = map_make(ws->in.arena);
	ws->records = records_open(&ws->in, ws->pool);
	check_pass_released(ws);
	peek_titles(&folders);
	filter_diags_released(&ws->in);
	witness_report(ws->in.diags, true);
	check_erased(&ws->in);
	if (!ws->in.reg.exists)
		diag(ws->in.diags, DIAG_VERIFY_NOTHING, POS_NONE,
		    ws->in.reg.path);
	if (diags_errors(ws->in.diags) == 0)
		render_all(&v);
	if (diags_errors(ws->in.diags) == 0)
		print_result(&v);
	return workspace_close(ws);
}
