/* SPDX-License-Identifier: ISC
 *
 * fuzz_picture: any bytes as a picture: its structure and size, whether the
 * check accepts it, and where it does, the PDF file that it makes; and the same
 * picture without its metadata.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/packer.h"
#include "base/pool.h"
#include "image/metadata.h"
#include "image/probe.h"
#include "pdf/catalogue.h"
#include "pdf/image_cache.h"
#include "pdf/page.h"

int	LLVMFuzzerInitialize(int *, char ***);
int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

static struct packer *packer;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	packer = packer_new(pool_open(1));
	return 0;
}

/* What the check has accepted can be embedded. */
static void
put_picture(struct pdf *pdf, const unsigned char *data, size_t size)
{
	int fd = memfd_create("picture", 0);
	enum image_fault fault;
	const struct pdf_image *image;
	struct pdf_tag *tag;
	char path[64];

	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	image = pdf_image_get(pdf->images, path, &fault);
	close(fd);
	if (image == NULL || image->width == 0 || image->height == 0)
		abort();
	tag = pdf_tag_add(pdf_tag_root(pdf->tags), PDF_TAG_FIGURE);
	pdf_tag_alt(tag, S("alt"));
	pdf_page_mark(pdf, pdf_tag_add(tag, PDF_TAG_CONTENT));
	pdf_page_image(pdf, image, 10, 10, 100, 100);
	pdf_page_box(pdf, tag, 10, 10, 100, 100);
}

static void
write_file(struct pdf_image_cache *cache, const unsigned char *data,
    size_t size)
{
	struct arena *a = arena_new();
	struct sink out = { 0 };
	struct pdf *pdf = pdf_page_start(a, packer, 0, cache, &out, S("tr"));

	pdf_page_begin(pdf, 200, 200);
	put_picture(pdf, data, size);
	pdf_page_end(pdf);
	pdf_catalogue_finish(pdf, &(struct pdf_meta){ .title = S("x"),
	    .lang = S("tr"), .date = { 2019, 1, 15 } });
	sink_free(&out);
	arena_free(a);
}

/* A clean file is the same picture, has nothing to be removed, and does not
 * change when it is cleaned again. */
static void
clean(str bytes)
{
	struct sink once = { 0 }, twice = { 0 };
	unsigned width, height, w, h;
	enum image_fault fault = image_probe(bytes, &width, &height);

	image_metadata_find(bytes);
	if (image_metadata_clean(bytes, &once) && fault == IMAGE_FINE)
		if (image_probe(sink_str(&once), &w, &h) != fault ||
		    w != width || h != height ||
		    image_metadata_find(sink_str(&once)) != 0 ||
		    !image_metadata_clean(sink_str(&once), &twice) ||
		    !str_eq(sink_str(&once), sink_str(&twice)))
			abort();
	sink_free(&once);
	sink_free(&twice);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct pdf_image_cache *cache = pdf_image_cache_new(packer);
	str bytes = { (const char *)data, size };

	clean(bytes);
	if (pdf_image_cache_check(cache, 0, bytes) == IMAGE_FINE)
		write_file(cache, data, size);
	pdf_image_cache_free(cache);
	return 0;
}
