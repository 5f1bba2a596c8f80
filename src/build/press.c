/* SPDX-License-Identifier: ISC */
#include "build/press.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/packer.h"
#include "base/path.h"
#include "base/version.h"
#include "base/witness.h"
#include "build/options.h"
#include "font/face.h"
#include "font/hyphen.h"
#include "image/png_decode.h"
#include "print/qr.h"
#include "model/collection.h"
#include "source/markdown.h"
#include "source/scan.h"
#include "style/font_file.h"

enum { FILE_LIMIT = 64 << 20, NAME_DIGITS = 16 };

/* --- The digest */

static void
put_line(struct sink *k, str s)
{
	sink_put(k, s);
	sink_char(k, '\n');
}

static void
put_file(struct sink *k, str path)
{
	struct arena *a = arena_new();
	str bytes;

	if (!witness_read(a, str_c(a, path), FILE_LIMIT, &bytes)) {
		if (errno != ENOENT)
			die_errno(DIAG_READ, str_c(a, path));
		bytes = S("");
	}
	put_line(k, digest_hex(a, digest_of(bytes)));
	arena_free(a);
}

static bool
is_file(str value)
{
	return str_ends(value, S(".ttf")) || str_ends(value, S(".otf")) ||
	    str_ends(value, S(".dic"));
}

/* The style sheet and the files that it names. */
static void
put_style_sheet(struct sink *k, struct workspace *ws)
{
	str path = str_join(ws->in.arena, str_of(ws->in.options->templates),
	    S("/sheet.xml")), text, value;
	struct font_files files = { .arena = ws->in.arena };

	put_file(k, path);
	if (!witness_read(ws->in.arena, str_c(ws->in.arena, path), FILE_LIMIT,
	    &text))
		die_errno(DIAG_READ, str_c(ws->in.arena, path));
	while (str_cut(&text, '"', &value))
		if (is_file(value))
			put_file(k, font_file_find(&files, path, value));
}

/* The digests of the style sheet and of all files that it names; computed
 * once a run. */
static str
style_digests(struct workspace *ws)
{
	struct sink k = { 0 };

	if (ws->style_digests.len == 0) {
		put_style_sheet(&k, ws);
		ws->style_digests = sink_take(&k, ws->in.arena);
	}
	return ws->style_digests;
}

/* What “rows” of the site says, and what folders say for the edition. */
static void
put_rows(struct sink *k, const struct collection *c, const struct ident *ident)
{
	const struct header_rows *h = &c->header_rows;
	enum lang lang;
	size_t i;

	for (i = 0; i < h->num; i++) {
		put_line(k, header_row_key(&h->rows[i]));
		for (lang = 0; lang < LANG_COUNT; lang++)
			put_line(k, header_row_label(h, i, lang).text);
		put_line(k, collection_declared(c, NULL, ident->subject, i).text);
	}
}

static void
put_settings(struct sink *k, struct workspace *ws, const struct ident *ident)
{
	const struct collection *c = &ws->in.collection;
	size_t i;

	put_line(k, lang_tag(c->lang));
	put_line(k, c->url);
	put_line(k, c->logo_alt);
	if (c->logo.len != 0)
		put_file(k, path_join(ws->in.arena, ws->in.tree.root,
		    c->logo));
	for (i = 0; i < header_row_num(&c->header_rows); i++)
		put_line(k, header_row_label(&c->header_rows, i,
		    c->lang).text);
	if (c->header_rows.stated)
		put_rows(k, c, ident);
	put_line(k, collection_folder(c, S(""))->title);
	put_line(k, collection_folder(c, ident->class)->title);
	put_line(k, collection_folder(c, ident->unit)->title);
	put_line(k, collection_folder(c, ident->subject)->title);
	put_line(k, collection_contact(c, ident->subject).text);
}

static str
digest_name(struct workspace *ws, const struct ident *ident)
{
	struct sink k = { 0 };
	str hex;

	sink_put(&k, style_digests(ws));
	put_settings(&k, ws, ident);
	hex = digest_hex(ws->in.arena, digest_of(sink_str(&k)));
	sink_free(&k);
	return str_upto(hex, NAME_DIGITS);
}

/* --- The libraries */

static void
put_pair(struct sink *k, const char *name, str version)
{
	sink_char(k, ' ');
	sink_puts(k, name);
	sink_char(k, ' ');
	sink_put(k, version);
}

/* Libraries whose results the standards fix to the byte are not here: nettle,
 * and libxml2, which only holds the tree. */
static void
put_libraries(struct sink *k, struct arena *a)
{
	put_pair(k, "cmark", str_of(markdown_library()));
	put_pair(k, "harfbuzz", str_of(face_library()));
	put_pair(k, "hyphen", hyphen_library(a));
	put_pair(k, "libdeflate", str_of(packer_library()));
	put_pair(k, "libpng", str_of(image_png_decode_library()));
	put_pair(k, "qrencode", str_of(print_qr_library()));
	put_pair(k, "yaml", str_of(scan_library()));
	put_pair(k, "zlib", str_of(packer_stream_library()));
}

str
press_make(struct workspace *ws, const struct ident *ident)
{
	struct arena *a = ws->in.arena;
	struct sink k = { 0 };

	sink_puts(&k, VERSION_NAME " ");
	sink_put(&k, digest_name(ws, ident));
	put_pair(&k, "dialect", str_uint(a, DOC_DIALECT));
	put_libraries(&k, a);
	return sink_take(&k, a);
}

str
press_imported(struct arena *a)
{
	return DOC_DIALECT == 1 ? S("") : str_join(a, S("dialect "),
	    str_uint(a, DOC_DIALECT));
}
