/* SPDX-License-Identifier: ISC */
#include "diff/flat_words.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/path.h"

static void
add_word(struct flat_words *m, struct flat_word w)
{
	struct flat *f = m->flat;
	struct flat_word *old = f->words;

	if (f->num_words == m->cap_words) {
		m->cap_words = m->cap_words != 0 ? 2 * m->cap_words : 256;
		f->words = arena_room(f->arena, struct flat_word, m->cap_words);
		if (f->num_words != 0)
			memcpy(f->words, old, f->num_words * sizeof(*old));
	}
	w.hash = flat_word_hash(flat_word_hash(0, w.text), w.note);
	f->words[f->num_words++] = w;
}

void
flat_words_end(struct flat_words *m)
{
	struct flat_word w = m->word;

	if (m->letters.len != 0) {
		w.text = str_copy(m->flat->arena, sink_str(&m->letters));
		w.kinds |= flat_word_kinds(w.text);
		if (str_search(w.text, S("“")) != w.text.len)
			m->quoted = true;
		if (m->quoted)
			w.kinds |= WORD_IS_SETTING;
		if (str_search(w.text, S("”")) != w.text.len)
			m->quoted = false;
		add_word(m, w);
		sink_reset(&m->letters);
	}
	m->word = (struct flat_word){ .kinds = 0 };
}

void
flat_words_text(struct flat_words *m, str s, unsigned kinds)
{
	size_t space, i;

	while (s.len != 0) {
		space = flat_word_space(s);
		if (space != 0) {
			flat_words_end(m);
			s = str_from(s, space);
			continue;
		}
		for (i = 1; i < s.len && flat_word_space(str_from(s, i)) == 0;
		     i++)
			;
		sink_put(&m->letters, str_upto(s, i));
		m->word.kinds |= kinds;
		s = str_from(s, i);
	}
}

/* The digest of a picture, so that another file of the same name differs. */
static str
picture_digest(struct flat_words *m, const struct item *i)
{
	struct map_slot *slot = map_slot(&m->digests, i->picture.src);
	struct arena *a = m->flat->arena;
	struct digest d;
	str path = i->picture.src;

	if (slot->value != NULL || !i->picture.is_there)
		return slot->value != NULL ? *(str *)slot->value : S("");
	if (str_starts(path, S("./")))
		path = str_from(path, 2);
	slot->value = arena_new_of(a, str);
	if (digest_file(path_name(a, m->folder, path), &d))
		*(str *)slot->value = digest_hex(a, d);
	return *(str *)slot->value;
}

void
flat_words_picture(struct flat_words *m, const struct item *i)
{
	flat_words_end(m);
	add_word(m,
	    (struct flat_word){
		.text = str_copy(m->flat->arena, i->picture.alt),
		.note = picture_digest(m, i),
		.kinds = WORD_IS_PICTURE,
		.picture = i });
}

/* A blank or a box: its kind and what it asks for. */
static void
add_field(struct flat_words *m, const struct field *f)
{
	struct sink k = { 0 };
	size_t i;

	flat_words_end(m);
	sink_puts(&k, "____");
	if (f->required)
		sink_char(&k, '*');
	m->word.text = sink_take(&k, m->flat->arena);
	sink_puts(&k, field_type_name(f->type));
	sink_char(&k, ' ');
	sink_uint(&k, f->length);
	for (i = 0; i < f->num_choices; i++) {
		sink_puts(&k, " / ");
		sink_put(&k, f->choices[i]);
	}
	m->word.note = sink_take(&k, m->flat->arena);
	m->word.kinds = WORD_IS_FIELD;
	add_word(m, m->word);
	m->word = (struct flat_word){ .kinds = 0 };
}

static unsigned
kinds_of(enum kind kind)
{
	switch ((int)kind) {
	case KIND_STRONG:
	case KIND_LITERAL:
	case KIND_KEYSTROKE:
		return WORD_IS_SETTING;
	case KIND_REFERENCE:
		return WORD_IS_COMPUTED;
	default:
		return 0;
	}
}

static void add_inline(struct flat_words *, const node *, unsigned kinds);

void
flat_words_inlines(struct flat_words *m, const node *n, unsigned kinds)
{
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		add_inline(m, n, kinds);
}

/* The last word of a link has its address. */
static void
add_link(struct flat_words *m, const node *n, unsigned kinds)
{
	const struct item *i = dom_item(n);
	str words = dom_words(m->flat->arena, n);

	flat_words_inlines(m, n, kinds);
	if (m->letters.len != 0 && !str_eq(words, i->link.href))
		m->word.note = i->link.href;
}

static void
add_inline(struct flat_words *m, const node *n, unsigned kinds)
{
	const struct item *i = dom_item(n);

	switch ((int)i->kind) {
	case KIND_TEXT:
		flat_words_text(m, dom_text(n), kinds);
		break;
	case KIND_SOFT_BREAK:
	case KIND_HARD_BREAK:
		flat_words_end(m);
		break;
	case KIND_PICTURE:
		flat_words_picture(m, i);
		break;
	case KIND_FIELD:
		add_field(m, i->field.facts);
		break;
	case KIND_LINK:
		add_link(m, n, kinds);
		break;
	default:
		flat_words_inlines(m, n, kinds | kinds_of(i->kind));
	}
}
