/* SPDX-License-Identifier: ISC */
#include "publish/audit_cover.h"

#include "base/arena.h"
#include "publish/audit_folder.h"
#include "register/checkpoint.h"

static str
word(const struct audit_doc *d, enum word w)
{
	return lang_word(d->doc.lang, w);
}

/* On a page each list leads to its page and to its PDF, on paper to that. */
static void
put_lists(const size_t *counts, struct audit_doc *d)
{
	const enum word heads[] = { WORD_AUDIT_LIST, WORD_AUDIT_NUM,
	    WORD_AUDIT_FILE };
	size_t i;

	audit_doc_heading(d, word(d, WORD_AUDIT_LISTS));
	audit_doc_table(d, heads, sizeof(heads) / sizeof(heads[0]));
	for (i = 0; i < AUDIT_LISTS; i++) {
		str file = audit_lists_file((enum audit_list)i);
		str pdf = str_join(d->doc.arena, file, S(".pdf"));

		audit_doc_row(d);
		audit_doc_link(d, audit_lists_title((enum audit_list)i,
		    d->doc.lang), d->paper != NULL ? pdf :
		    str_join(d->doc.arena, file, S(".html")));
		audit_doc_cell(d, str_uint(d->doc.arena, counts[i]));
		audit_doc_link(d, pdf, pdf);
	}
}

static void
put_file(struct audit_doc *d, const char *name, enum word holds)
{
	audit_doc_row(d);
	audit_doc_literal(d, str_of(name));
	audit_doc_cell(d, word(d, holds));
}

/* The edition that is the example in commands, or NULL. */
static const struct card *
example_of(const struct audit_state *s)
{
	const struct collection *c = &s->ws->in.collection;
	size_t i;

	for (i = 0; i < c->num_cards; i++)
		if (s->inside[i] && c->cards[i].status.record.len != 0)
			return &c->cards[i];
	return NULL;
}

static void
put_files(const struct audit_state *s, struct audit_doc *d)
{
	const enum word heads[] = { WORD_AUDIT_FILE, WORD_AUDIT_HOLDS };
	const struct card *example = example_of(s);

	audit_doc_heading(d, word(d, WORD_AUDIT_FILES));
	audit_doc_table(d, heads, sizeof(heads) / sizeof(heads[0]));
	if (example != NULL)
		put_file(d, str_c(d->doc.arena, str_join(d->doc.arena,
		    example->ident->edition, S(".pdf"))),
		    WORD_AUDIT_HOLDS_EDITIONS);
	put_file(d, "register.tsv, " CHECKPOINT_NAME,
	    WORD_AUDIT_HOLDS_REGISTER);
	put_file(d, AUDIT_FOLDER_SUMS, WORD_AUDIT_HOLDS_SUMS);
}

static void
put_check(const struct audit_state *s, struct audit_doc *d)
{
	const struct card *example = example_of(s);
	struct arena *a = d->doc.arena;

	audit_doc_heading(d, word(d, WORD_AUDIT_CHECK));
	audit_doc_paragraph(d, word(d, WORD_AUDIT_CHECK_SUMS));
	audit_doc_code(d, S("sha256sum -c --quiet " AUDIT_FOLDER_SUMS "\n"));
	if (example != NULL) {
		str edition = example->ident->edition;

		audit_doc_paragraph(d, word(d, WORD_AUDIT_CHECK_RECORD));
		audit_doc_code(d, str_join(a, S("sha256sum "), edition,
		    S(".pdf\ngrep release."), edition,
		    S(" register.tsv | cut -f6\n")));
	}
	audit_doc_paragraph(d, word(d, WORD_AUDIT_CHECK_REGISTER));
	audit_doc_code(d, S("matbu verify --since " CHECKPOINT_NAME "\n"));
}

void
audit_cover_put(const struct audit_state *s, const size_t *counts,
    struct audit_doc *d)
{
	audit_doc_paragraph(d, audit_doc_phrase(d, WORD_AUDIT_INTRO,
	    date_dotted(d->doc.arena, s->day), S("")));
	audit_doc_fact(d, word(d, WORD_AUDIT_CHAIN),
	    s->ws->in.reg.rows[s->rows - 1].chain);
	put_lists(counts, d);
	put_files(s, d);
	put_check(s, d);
}
