/* SPDX-License-Identifier: ISC
 *
 * fuzz_answers: what the first byte says: “f” any output of qpdf as a form,
 * “c” any bytes as a table, “s” as a string of a PDF.
 */
#include <assert.h>

#include "base/arena.h"
#include "base/sink.h"
#include "form/csv.h"
#include "form/entries.h"
#include "form/pdf_value.h"

int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

static void
read_form(struct arena *a, str bytes)
{
	struct foreign_pdf pdf;
	struct entries all;
	struct sink k = { 0 };
	size_t i;

	if (!foreign_pdf_take(&pdf, a, bytes))
		return;
	entries_read(&all, a, &pdf, S(""));
	for (i = 0; i < all.num; i++) {
		assert(str_utf8_fault(all.items[i].value) ==
		    all.items[i].value.len);
		pdf_value_write(&k, a, all.items[i].field);
	}
	sink_free(&k);
}

static void
read_table(struct arena *a, str bytes)
{
	struct csv csv;
	size_t row, i, j;

	if (csv_read(&csv, a, bytes, &row) != CSV_FINE)
		return;
	for (i = 0; i < csv.num; i++)
		for (j = 0; j < csv.rows[i].num; j++)
			assert(str_utf8_fault(csv.rows[i].cells[j]) ==
			    csv.rows[i].cells[j].len);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena *a = arena_new();
	str bytes = { (const char *)data, size }, text;

	if (size != 0 && data[0] == 'f')
		read_form(a, str_from(bytes, 1));
	else if (size != 0 && data[0] == 'c')
		read_table(a, str_from(bytes, 1));
	else if (size != 0) {
		text = pdf_value_bytes(a, str_from(bytes, 1));
		assert(str_utf8_fault(text) == text.len);
	}
	arena_free(a);
	return 0;
}
