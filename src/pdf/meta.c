/* SPDX-License-Identifier: ISC */
#include "pdf/meta.h"

#include "pdf/object.h"
#include "pdf/token.h"

str
pdf_meta_keywords(struct arena *a, const struct pdf_meta *m)
{
	str all = S("");
	size_t i;

	for (i = 0; i < m->num_keywords; i++)
		all = str_join(a, all, i > 0 ? S(", ") : S(""), m->keywords[i]);
	return all;
}

unsigned
pdf_meta_write_info(struct pdf *pdf, const struct pdf_meta *m)
{
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink *k = pdf_object_open(pdf->file, object);

	pdf_object_dict(pdf->file);
	pdf_token_put_text(k, "Title", m->title);
	pdf_token_put_text(k, "Author", m->author);
	pdf_token_put_text(k, "Subject", m->summary);
	pdf_token_put_text(k, "Keywords", pdf_meta_keywords(pdf->arena, m));
	pdf_token_put_text(k, "Creator", S(PDF_META_PRODUCER));
	pdf_token_put_text(k, "Producer", S(PDF_META_PRODUCER));
	pdf_token_put_date(k, "CreationDate", m->date);
	pdf_token_put_date(k, "ModDate", m->date);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	return object;
}
