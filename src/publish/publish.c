/* SPDX-License-Identifier: ISC */
#include "publish/publish.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/program.h"
#include "base/sink.h"
#include "build/day.h"
#include "build/options.h"
#include "build/store.h"
#include "model/ident.h"
#include "publish/destination.h"
#include "publish/mirror_plan.h"
#include "publish/mirror_send.h"
#include "publish/site_files.h"
#include "register/published.h"

/* Of a digest, in a message. */
enum { DIGITS_SHOWN = 12 };

struct publish {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	struct reg		 reg;
	struct published	 published;
	struct site_files	 site_files;
	struct remote		*remote;
	struct mirror		*mirror;
	struct listing		 listing;
	str			 destination;	/* as .published names it */
};

static const struct pos none;

/* --- What we have */

/* The first edition that the build made: an example for the way on. */
static str
some_edition(struct publish *p)
{
	struct ident id;
	size_t i, num;
	str base, *made = store_made(p->arena, p->site_files.out, &num);

	for (i = 0; i < num; i++) {
		base = str_upto(made[i], made[i].len - 5);
		if (str_ends(made[i], S(".html")) &&
		    ident_read(&id, base, NULL, S("")))
			return base;
	}
	return S("frm");
}

/* The build must have seen the register as it is. */
static void
check_out(struct publish *p)
{
	char *name = str_c(p->arena, str_join(p->arena, p->site_files.out,
	    S("/register.tsv")));

	if (file_compare(name, p->reg.bytes) != FILE_SAME)
		diag(p->diags, DIAG_PUBLISH_STALE, none, p->site_files.out);
}

static void
read_ours(struct publish *p)
{
	const struct options *o = p->options;
	str content = str_of(o->content);

	if (file_kind(o->content) == FILE_FOLDER && !o->dry_run &&
	    !durable_lock(o->content))
		die_system(DIAG_REGISTER_LOCKED, o->content, "");
	register_read(&p->reg, p->arena, content, p->diags);
	published_read(&p->published, p->arena, content, p->diags);
	site_files_make(&p->site_files, p->arena, &p->reg, content,
	    str_of(o->out), p->diags);
	if (!p->reg.exists)
		diag(p->diags, DIAG_PUBLISH_UNCONTROLLED, none, p->reg.path,
		    some_edition(p));
	else if (diags_errors(p->diags) == 0)
		check_out(p);
}

/* --- What is there */

static str
tell_row(struct publish *p, const struct row *row)
{
	return str_join3(p->arena, str_of(register_event_word(row->event)),
	    S(" "), row->edition);
}

/* A column of a row, where it is not that of the other. */
static void
put_column(struct sink *k, const char *name, str value, str other)
{
	if (str_eq(value, other))
		return;
	sink_puts(k, ", ");
	sink_puts(k, name);
	sink_puts(k, ": ");
	sink_put(k, value);
}

/* What row has that other has not; of digests the beginning. */
static str
tell_difference(struct publish *p, const struct row *row,
    const struct row *other)
{
	bool turkish = message_language() == LANG_TR;
	struct sink k = { 0 };
	str told;

	sink_put(&k, tell_row(p, row));
	if (str_eq(tell_row(p, row), tell_row(p, other))) {
		put_column(&k, turkish ? "tarih" : "date", date_dotted(
		    p->arena, row->date), date_dotted(p->arena, other->date));
		put_column(&k, turkish ? "kimin adına" : "by", row->by,
		    other->by);
		put_column(&k, turkish ? "açıklama" : "note", row->note,
		    other->note);
		put_column(&k, turkish ? "kaynağın özeti" : "digest of the "
		    "source", str_upto(row->source, DIGITS_SHOWN),
		    str_upto(other->source, DIGITS_SHOWN));
		put_column(&k, turkish ? "PDF nüshasının özeti" :
		    "digest of the record", str_upto(row->record,
		    DIGITS_SHOWN), str_upto(other->record, DIGITS_SHOWN));
		put_column(&k, turkish ? "baskı" : "press", row->press,
		    other->press);
	}
	told = str_copy(p->arena, sink_str(&k));
	sink_free(&k);
	return told;
}

/* The register there must be a beginning of ours. */
static void
compare_registers(struct publish *p, const struct reg *theirs)
{
	const struct reg *ours = &p->reg;
	struct pos pos = { 0, 0 };
	size_t i;

	for (i = 0; i < theirs->num && i < ours->num; i++)
		if (!str_eq(theirs->rows[i].line, ours->rows[i].line))
			break;
	pos.line = (unsigned)i + 2;
	if (i == theirs->num)
		return;
	if (i == ours->num)
		diag(p->diags, DIAG_PUBLISH_BEHIND, pos, theirs->path,
		    tell_row(p, &theirs->rows[i]), p->destination);
	else
		diag(p->diags, DIAG_PUBLISH_ROW, pos, theirs->path,
		    tell_difference(p, &theirs->rows[i], &ours->rows[i]),
		    tell_difference(p, &ours->rows[i], &theirs->rows[i]),
		    p->destination);
}

static void
read_listing(struct publish *p)
{
	str bytes = S("");
	unsigned line;

	remote_read(p->remote, S(LISTING_NAME), &bytes);
	if (!listing_read(&p->listing, p->arena, bytes, &line))
		diag(p->diags, DIAG_PUBLISH_LISTING, ((struct pos){ line, 0 }),
		    remote_name(p->remote, S(LISTING_NAME)));
}

/* The register comes last: a first publish that was cut off left a list
 * where it is still about to be. */
static bool
is_begun(const struct publish *p)
{
	const struct listing_row *row = listing_find(&p->listing,
	    S("register.tsv"));

	return row != NULL && row->facts.kind == FILE_NONE;
}

static void
read_theirs(struct publish *p)
{
	struct reg theirs;
	str bytes, path = remote_name(p->remote, S("register.tsv"));

	if (!remote_read(p->remote, S("register.tsv"), &bytes)) {
		if (published_rows(&p->published, p->destination) != 0 &&
		    !p->options->anew && !is_begun(p))
			diag(p->diags, DIAG_PUBLISH_EMPTY, none, path);
		return;
	}
	if (register_parse(&theirs, p->arena, bytes, path, p->diags))
		compare_registers(p, &theirs);
}

/* For a destination that cannot be read: what was handed over before. With
 * --anew nothing of that counts as being there, but what is no more part of
 * the site may be. */
static void
recall_listing(struct publish *p)
{
	bool anew = p->options->anew;
	size_t i, num;
	struct published_file *files = published_files(&p->published, p->arena,
	    p->destination, anew, &num);
	struct listing *l = &p->listing;

	*l = (struct listing){ .num = num, .paths = map_make(p->arena) };
	l->rows = arena_array(p->arena, struct listing_row, num);
	for (i = 0; i < num; i++) {
		l->rows[i].path = files[i].path;
		l->rows[i].digest = files[i].digest;
		if (!anew)
			map_slot(&l->paths, files[i].path)->value = &l->rows[i];
	}
}

static void
check_place(struct publish *p)
{
	if (remote_find(p->remote) == REMOTE_ORPHAN)
		die_usage(DIAG_PUBLISH_PARENT, str_c(p->arena,
		    remote_name(p->remote, S(""))), "");
}

static void
lock(struct publish *p)
{
	str self = program_self(p->arena), holder;

	if (p->options->unlock)
		remote_break_lock(p->remote);
	if (remote_lock(p->remote, self, &holder))
		return;
	die_system(program_is_gone(p->arena, holder) ? DIAG_PUBLISH_LOCK_STALE :
	    DIAG_PUBLISH_LOCKED, str_c(p->arena, remote_name(p->remote, S(""))),
	    holder.len != 0 ? str_c(p->arena, str_trim(holder)) : "–");
}

/* --- What is to be done */

static bool
plan(struct publish *p)
{
	bool some;
	enum mirror_trust trust = p->options->changed != NULL ? MIRROR_BLIND :
	    p->options->verify ? MIRROR_BY_BYTES : MIRROR_BY_TIME;

	p->mirror = mirror_new(p->arena, p->remote, p->diags, p->options->jobs);
	site_files_want(&p->site_files, p->mirror);
	some = mirror_plan(p->mirror, &p->listing, trust);
	site_files_check(&p->site_files, p->mirror);
	return some;
}

/* A destination that cannot be read needs the files in the note. */
static void
note(struct publish *p)
{
	struct mirror_count count = mirror_counted(p->mirror);
	struct published_entry n = { .day = day_of(p->options), .destination =
	    p->destination, .rows = p->reg.num, .chain =
	    register_chain(&p->reg), .added = count.acts[MIRROR_ADD], .changed =
	    count.acts[MIRROR_CHANGE], .removed = count.acts[MIRROR_REMOVE] };
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(p->mirror, &num);
	struct published_file *files = arena_array(p->arena,
	    struct published_file, num);
	str *gone = arena_array(p->arena, str, num);

	for (i = 0; p->options->changed != NULL && i < num; i++)
		if (steps[i].act == MIRROR_REMOVE)
			gone[n.num_gone++] = steps[i].file.path;
		else if (steps[i].act != MIRROR_KEEP)
			files[n.num_files++] = (struct published_file){
			    steps[i].file.path, steps[i].digest };
	n.files = files;
	n.gone = gone;
	published_add(&p->published, p->arena, &n);
}

static void
print_steps(struct publish *p)
{
	static const char *const words[LANG_COUNT][3] = {
	    { "yeni    ", "değişen ", "silinen " },
	    { "new     ", "changed ", "removed " } };
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(p->mirror, &num);

	for (i = 0; i < num; i++)
		if (steps[i].act >= MIRROR_ADD)
			printf("%s%.*s\n", words[message_language()]
			    [steps[i].act - MIRROR_ADD],
			    STR_FMT(steps[i].file.path));
}

/* Where what was sent is now. */
static void
tell_place(struct publish *p)
{
	bool turkish = message_language() == LANG_TR;

	if (p->options->dry_run)
		printf(turkish ? "(yalnız gösterildi)\n" : "(shown only)\n");
	else if (p->options->changed != NULL)
		printf(turkish ? "%s klasöründe; siteye yükleyin\n" :
		    "in the folder %s; upload them to the site\n",
		    p->options->changed);
	else
		printf(turkish ? "defterin %zu satırı yayında\n" :
		    "%zu rows of the register are out\n", p->reg.num);
}

static void
tell(struct publish *p, bool some)
{
	struct mirror_count c = mirror_counted(p->mirror);
	bool turkish = message_language() == LANG_TR;

	if (p->options->quiet)
		return;
	if (!some && p->options->changed != NULL) {
		printf(turkish ? "yeni bir şey yok; son klasör yüklenmeden "
		    "kaybolduysa --anew ile her şeyi yeniden alın\n" :
		    "nothing new; where the last folder was lost before it "
		    "was uploaded, --anew gives everything again\n");
		return;
	}
	printf(turkish ? "%zu dosya: %zu yeni, %zu değişen, %zu silinen; " :
	    "%zu files: %zu new, %zu changed, %zu removed; ", c.files,
	    c.acts[MIRROR_ADD], c.acts[MIRROR_CHANGE], c.acts[MIRROR_REMOVE]);
	tell_place(p);
}

/* --- A run */

/* The list there, then the note here, then the files. */
static void
send(struct publish *p)
{
	bool some = plan(p);

	if (diags_errors(p->diags) != 0)
		return;
	if (p->options->dry_run)
		print_steps(p);
	else if (mirror_is_stale(p->mirror)) {
		if (some) {
			mirror_send_announce(p->mirror);
			note(p);
		}
		mirror_send(p->mirror);
	}
	tell(p, some);
}

static void
publish_there(struct publish *p)
{
	p->remote = destination_open(p->arena, p->options,
	    p->options->paths[0]);
	read_ours(p);
	if (diags_errors(p->diags) == 0) {
		check_place(p);
		if (!p->options->dry_run)
			lock(p);
		read_listing(p);
		read_theirs(p);
	}
	if (diags_errors(p->diags) == 0)
		send(p);
	remote_close(p->remote);
}

static void
write_gone(struct publish *p)
{
	const char *name = message_language() == LANG_TR ? "silinecekler.txt" :
	    "to-delete.txt";
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(p->mirror, &num);
	struct sink k = { 0 };

	for (i = 0; i < num; i++)
		if (steps[i].act == MIRROR_REMOVE) {
			sink_put(&k, steps[i].file.path);
			sink_char(&k, '\n');
		}
	if (k.len != 0)
		remote_write(p->remote, str_of(name), sink_str(&k));
	sink_free(&k);
}

/* Into a folder for somebody to upload by hand. It must be empty: what lies
 * there from the last time may not be up yet. */
static void
publish_changed(struct publish *p)
{
	struct file_list there = { 0 };
	const char *folder = p->options->changed;
	bool some;

	p->remote = destination_open(p->arena, p->options, folder);
	check_place(p);
	read_ours(p);
	file_list(p->arena, folder, &there);
	if (there.num != 0)
		diag(p->diags, DIAG_PUBLISH_FULL, none, str_of(folder));
	if (diags_errors(p->diags) != 0)
		return;
	recall_listing(p);
	some = plan(p);
	if (diags_errors(p->diags) != 0)
		return;
	if (some && !p->options->dry_run) {
		lock(p);
		mirror_send_files(p->mirror);
		write_gone(p);
		note(p);
		remote_close(p->remote);
	}
	if (p->options->dry_run)
		print_steps(p);
	tell(p, some);
}

int
publish(const struct options *o)
{
	struct publish p = { .options = o, .arena = arena_new(),
	    .diags = diags_new() };
	int status;

	if (o->num_paths != 1 && (o->changed == NULL || o->num_paths > 1))
		die_usage(DIAG_PUBLISH_DEST, "", "");
	p.destination = o->num_paths != 0 ?
	    file_bare(str_of(o->paths[0])) : S("–");
	if (o->changed != NULL)
		publish_changed(&p);
	else
		publish_there(&p);
	status = diags_errors(p.diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	diags_print(p.diags, stderr, message_language(), false);
	diags_free(p.diags);
	arena_free(p.arena);
	return status;
}
