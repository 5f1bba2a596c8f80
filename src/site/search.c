/* SPDX-License-Identifier: ISC */
#include "site/search.h"

#include "base/arena.h"
#include "base/path.h"
#include "html/description.h"
#include "html/status.h"
#include "model/dom.h"
#include "site/postings.h"
#include "site/script.h"

struct search {
	const struct collection	*c;
	const struct html_lists	*lists;
	enum search_set		 set;
	const struct card	**cards;
	size_t			 num;
	size_t			 num_old;	/* in the other set */
	struct map		 numbers;	/* edition -> number, from 1 */
	str			*summaries;
	struct terms		*terms;		/* of each worker */
	size_t			 num_workers;
	size_t			 num_shards;
	struct postings		 p;		/* after search_join() */
	size_t			*shards;	/* the first word of each */
};

/* --- Gathering */

/* About 24 KB for each shard. */
static size_t
count_shards(size_t documents)
{
	return documents <= 1000 ? documents / 25 + 1 :
	    41 + (documents - 1000) / 38;
}

/* Whether readers find the edition only by its own address. */
static bool
is_old(const struct collection *c, const struct card *card)
{
	return collection_at_address(c, card) != card &&
	    card->status.state != STATE_DRAFT && !card->status.erased;
}

static void
list_cards(struct search *s, struct arena *a)
{
	const struct collection *c = s->c;
	const struct card **old = arena_room(a, const struct card *,
	    c->num_cards);
	size_t i, num = 0;

	for (i = 0; i < c->num_cards; i++)
		if (is_old(c, &c->cards[i]))
			old[num++] = &c->cards[i];
	if (s->set == SEARCH_OLD) {
		s->cards = old;
		s->num = num;
	} else {
		s->cards = s->lists->folders[0].works;
		s->num = s->lists->folders[0].num;
		s->num_old = num;
	}
}

static void
open_workers(struct search *s, struct arena *a, size_t workers)
{
	size_t i;

	s->num_workers = workers;
	s->terms = arena_array(a, struct terms, workers);
	for (i = 0; i < workers; i++)
		terms_open(&s->terms[i]);
}

struct search *
search_open(struct arena *a, const struct collection *c,
    const struct html_lists *lists, enum search_set set, size_t workers)
{
	struct search *s = arena_new_of(a, struct search);
	size_t i;

	*s = (struct search){ .c = c, .lists = lists, .set = set,
	    .numbers = map_make(a) };
	list_cards(s, a);
	map_reserve(&s->numbers, s->num);
	for (i = 0; i < s->num; i++)
		map_slot(&s->numbers, s->cards[i]->ident->edition)->number =
		    i + 1;
	s->summaries = arena_array(a, str, s->num);
	s->num_shards = count_shards(s->num);
	s->shards = arena_array(a, size_t, s->num_shards + 1);
	open_workers(s, a, workers);
	return s;
}

void
search_close(struct search *s)
{
	size_t i;

	for (i = 0; i < s->num_workers; i++)
		terms_close(&s->terms[i]);
	postings_free(&s->p);
}

static void
add_text(struct terms *t, uint32_t number, const struct doc *doc)
{
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) == KIND_TEXT)
			terms_add(t, number, WEIGHT_TEXT, dom_text(n));
		else if (dom_kind(n) == KIND_HEADING)
			terms_add(t, number, WEIGHT_HEADING,
			    dom_words(doc->arena, n));
	}
}

bool
search_has(const struct search *s, const struct card *card)
{
	return map_find(&s->numbers, card->ident->edition) != NULL &&
	    !card->status.erased;
}

void
search_add(struct search *s, size_t worker, const struct card *card,
    const struct doc *doc)
{
	struct terms *t = &s->terms[worker];
	uint32_t n;
	size_t i;

	if (!search_has(s, card))
		return;
	n = (uint32_t)map_find(&s->numbers, card->ident->edition)->number - 1;
	s->summaries[n] = html_description(t->arena, doc);
	terms_add(t, n, WEIGHT_TITLE, card->title);
	terms_add(t, n, WEIGHT_TITLE, card->ident->edition);
	terms_add(t, n, WEIGHT_TITLE, collection_number(s->c,
	    card->declared, card->ident->subject).text);
	for (i = 0; i < doc->front_matter.keywords.num; i++)
		terms_add(t, n, WEIGHT_KEYWORD,
		    doc->front_matter.keywords.items[i]);
	terms_add(t, n, WEIGHT_HEADING, card->summary);
	add_text(t, n, doc);
}

/* --- Shards */

/* About as many bytes for each shard; some may have no word. */
static void
cut_shards(struct search *s)
{
	size_t i, shard = 1, done = 0, total = s->p.num_words * 8 +
	    2 * s->p.starts[s->p.num_words];

	for (i = 0; i < s->p.num_words; i++) {
		while (shard < s->num_shards &&
		    done >= total / s->num_shards * shard)
			s->shards[shard++] = i;
		done += 8 + 2 * (s->p.starts[i + 1] - s->p.starts[i]);
	}
	while (shard <= s->num_shards)
		s->shards[shard++] = s->p.num_words;
}

void
search_join(struct search *s)
{
	postings_join(&s->p, s->terms, s->num_workers);
	cut_shards(s);
}

/* --- Files */

static size_t
count_blocks(const struct search *s)
{
	return (s->num + SEARCH_BLOCK - 1) / SEARCH_BLOCK;
}

size_t
search_num_files(const struct search *s)
{
	return s->set == SEARCH_OLD && s->num == 0 ? 0 :
	    2 + s->num_shards + count_blocks(s);
}

static str
name_of(const struct search *s, struct arena *a, size_t i)
{
	str folder = s->set == SEARCH_OLD ? S("eski/") : S("");

	if (i < 2)
		return str_join(a, folder, i == 0 ? S("dizin") : S("sozluk"));
	i -= 2;
	return i < s->num_shards ?
	    str_join(a, folder, S("t"), str_uint(a, i)) :
	    str_join(a, folder, S("d"), str_uint(a, i - s->num_shards));
}

str
search_file(const struct search *s, struct arena *a, size_t i)
{
	return str_join(a, S("ara/"), name_of(s, a, i), S(".js"));
}

static void
put_weight(const struct search *s, size_t word, uint32_t weight,
    struct sink *k)
{
	size_t i;
	uint32_t number, before = 0;
	bool first = true;

	for (i = s->p.starts[word]; i < s->p.starts[word + 1]; i++) {
		if ((s->p.postings[i] & 3) != weight)
			continue;
		number = s->p.postings[i] >> 2;
		if (!first)
			sink_char(k, ',');
		script_base36(k, number - before);
		before = number;
		first = false;
	}
}

static void
put_shard(const struct search *s, size_t shard, struct sink *k)
{
	size_t i;
	uint32_t weight;

	sink_char(k, '"');
	for (i = s->shards[shard]; i < s->shards[shard + 1]; i++) {
		sink_put(k, s->p.words[i]);
		for (weight = WEIGHTS; weight-- != 0;) {
			sink_char(k, weight == WEIGHTS - 1 ? ' ' : '|');
			put_weight(s, i, weight, k);
		}
		sink_puts(k, "\\n");
	}
	sink_char(k, '"');
}

static void
put_names(const struct search *s, struct sink *k)
{
	const struct folder_card *f = s->c->folders;
	const struct html_list *u = s->lists->units;
	size_t i;

	script_string(k, S(""));
	sink_puts(k, ":\"\"");
	for (i = 0; i < s->c->num_folders; i++)
		if (f[i].depth == 1 && s->lists->folders[i].num != 0)
			script_pair(k, f[i].path, f[i].title);
	sink_puts(k, "},\"units\":{\"\":\"\"");
	for (i = 0; i < s->lists->num_units; i++)
		script_pair(k, path_last(str_upto(u[i].path, u[i].path.len -
		    5)), u[i].title);
}

static bool
has_lang(const struct search *s, enum lang lang)
{
	size_t i;

	for (i = 0; i < s->num; i++)
		if (s->cards[i]->lang == lang)
			return true;
	return false;
}

static void
put_lang(const struct search *s, enum lang lang, struct sink *k)
{
	size_t i, before = 0;
	bool first = true;

	sink_puts(k, ",\"");
	for (i = 0; i < s->num; i++) {
		if (s->cards[i]->lang != lang)
			continue;
		if (!first)
			sink_char(k, ',');
		script_base36(k, (uint32_t)(i - before));
		before = i;
		first = false;
	}
	sink_puts(k, "\"]");
}

/* The languages of documents, each with its name in its own words; that of the
 * site first, whose documents are all others. */
static void
put_langs(const struct search *s, struct sink *k)
{
	enum lang lang;

	sink_puts(k, ",\"langs\":[[");
	script_string(k, lang_tag(s->c->lang));
	sink_char(k, ',');
	script_string(k, lang_name(s->c->lang, s->c->lang));
	sink_char(k, ']');
	for (lang = 0; lang < LANG_COUNT; lang++) {
		if (lang == s->c->lang || !has_lang(s, lang))
			continue;
		sink_puts(k, ",[");
		script_string(k, lang_tag(lang));
		sink_char(k, ',');
		script_string(k, lang_name(lang, lang));
		put_lang(s, lang, k);
	}
	sink_char(k, ']');
}

static void
put_directory(const struct search *s, struct sink *k)
{
	size_t i;

	sink_puts(k, "{\"documents\":");
	sink_uint(k, s->num);
	sink_puts(k, ",\"old\":");
	sink_uint(k, s->num_old);
	sink_puts(k, ",\"block\":");
	sink_uint(k, SEARCH_BLOCK);
	sink_puts(k, ",\"first\":[");
	for (i = 0; i < s->num_shards; i++) {
		if (i != 0)
			sink_char(k, ',');
		script_string(k, s->shards[i] < s->p.num_words ?
		    s->p.words[s->shards[i]] : S("\xEF\xBF\xBF"));
	}
	sink_char(k, ']');
	put_langs(s, k);
	sink_puts(k, ",\"classes\":{");
	put_names(s, k);
	sink_puts(k, "}}");
}

static bool
is_important(const struct search *s, size_t word)
{
	size_t i;

	for (i = s->p.starts[word]; i < s->p.starts[word + 1]; i++)
		if ((s->p.postings[i] & 3) >= WEIGHT_KEYWORD)
			return true;
	return false;
}

static void
put_dictionary(const struct search *s, struct sink *k)
{
	size_t i;

	sink_char(k, '"');
	for (i = 0; i < s->p.num_words; i++)
		if (is_important(s, i)) {
			sink_put(k, s->p.words[i]);
			sink_char(k, ' ');
		}
	sink_char(k, '"');
}

/* What readers must see of the state at a glance. */
static str
mark_of(const struct search *s, const struct card *card)
{
	if (card->status.state == STATE_WITHDRAWN)
		return S("withdrawn");
	return s->set == SEARCH_OLD || card->status.num_warnings != 0 ?
	    S("marked") : S("");
}

/* Without a register, too, an old edition is named as such. */
static str
status_of_result(const struct search *s, const struct card *card)
{
	return s->set == SEARCH_OLD &&
	    card->status.state == STATE_UNCONTROLLED ?
	    lang_word(s->c->lang, WORD_SHORT_SUPERSEDED) :
	    html_status_short(card, s->c->lang);
}

static void
put_document(const struct search *s, size_t number, struct sink *k)
{
	const struct card *card = s->cards[number];
	struct arena *a = arena_new();
	str fields[] = { card->title, s->set == SEARCH_OLD ?
	    card->ident->edition : card->ident->work,
	    date_dotted(a, card->ident->date),
	    status_of_result(s, card), s->summaries[number],
	    card->lang != s->c->lang ? lang_tag(card->lang) : S(""),
	    mark_of(s, card) };
	size_t i;

	sink_char(k, '[');
	for (i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (i != 0)
			sink_char(k, ',');
		script_string(k, fields[i]);
	}
	sink_char(k, ']');
	arena_free(a);
}

static void
put_block(const struct search *s, size_t block, struct sink *k)
{
	size_t i, end = (block + 1) * SEARCH_BLOCK;

	if (end > s->num)
		end = s->num;
	for (i = block * SEARCH_BLOCK; i < end; i++) {
		sink_char(k, i == block * SEARCH_BLOCK ? '[' : ',');
		put_document(s, i, k);
	}
	sink_char(k, ']');
}

void
search_put(const struct search *s, size_t i, struct sink *k)
{
	struct arena *a = arena_new();

	sink_puts(k, "matbuAra(");
	script_string(k, name_of(s, a, i));
	arena_free(a);
	sink_char(k, ',');
	if (i == 0)
		put_directory(s, k);
	else if (i == 1)
		put_dictionary(s, k);
	else if (i < 2 + s->num_shards)
		put_shard(s, i - 2, k);
	else
		put_block(s, i - 2 - s->num_shards, k);
	sink_puts(k, ");\n");
}
