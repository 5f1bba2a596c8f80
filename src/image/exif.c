/* SPDX-License-Identifier: ISC */
#include "image/exif.h"

enum tag {
	ORIENTATION = 0x0112, DENSITY_ACROSS = 0x011A, DENSITY_DOWN = 0x011B,
	DENSITY_UNIT = 0x0128, EXIF_TAGS = 0x8769, GPS_TAGS = 0x8825
};

enum { ENTRY_SIZE = 12, TYPE_SHORT = 3, TYPE_RATIO = 5 };

struct tiff {
	str			 bytes;
	bool			 big_endian;
	struct image_exif	*exif;
};

struct entry {
	unsigned	tag;
	str		value;		/* empty where it lies outside */
};

/* What tells more than how the picture was taken. */
static const struct {
	unsigned	tag;
	unsigned	found;
} telling[] = {
	{ 0x010D, IMAGE_COMMENT },	/* DocumentName */
	{ 0x010E, IMAGE_COMMENT },	/* ImageDescription */
	{ 0x011D, IMAGE_COMMENT },	/* PageName */
	{ 0x013B, IMAGE_AUTHOR },	/* Artist */
	{ 0x013C, IMAGE_AUTHOR },	/* HostComputer: “Ali's phone” */
	{ 0x014A, IMAGE_THUMBNAIL },	/* SubIFDs */
	{ 0x02BC, IMAGE_OTHER },	/* XMP */
	{ 0x8298, IMAGE_AUTHOR },	/* Copyright */
	{ 0x83BB, IMAGE_OTHER },	/* IPTC */
	{ 0x8649, IMAGE_OTHER },	/* Photoshop */
	{ 0x927C, IMAGE_OTHER },	/* MakerNote */
	{ 0x9286, IMAGE_COMMENT },	/* UserComment */
	{ 0x9C9B, IMAGE_COMMENT },	/* XPTitle */
	{ 0x9C9C, IMAGE_COMMENT },	/* XPComment */
	{ 0x9C9D, IMAGE_AUTHOR },	/* XPAuthor */
	{ 0x9C9E, IMAGE_COMMENT },	/* XPKeywords */
	{ 0x9C9F, IMAGE_COMMENT },	/* XPSubject */
	{ 0xA430, IMAGE_AUTHOR },	/* CameraOwnerName */
	{ 0xA431, IMAGE_AUTHOR },	/* BodySerialNumber */
	{ 0xA435, IMAGE_AUTHOR },	/* LensSerialNumber */
	{ 0xA436, IMAGE_COMMENT },	/* ImageTitle */
	{ 0xA437, IMAGE_AUTHOR },	/* Photographer */
	{ 0xA438, IMAGE_AUTHOR },	/* ImageEditor */
};

static uint32_t
read(const struct tiff *t, str s, size_t at, size_t len)
{
	uint32_t n = 0;
	size_t i;

	if (at > s.len || s.len - at < len)
		return 0;
	for (i = 0; i < len; i++)
		n = n << 8 | (unsigned char)
		    s.p[at + (t->big_endian ? i : len - 1 - i)];
	return n;
}

/* TIFF 6.0, section 2: a value of at most 4 bytes stands in the entry. */
static struct entry
read_entry(const struct tiff *t, size_t at)
{
	static const unsigned char sizes[] = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8,
		4, 8 };
	str entry = str_upto(str_from(t->bytes, at), ENTRY_SIZE);
	uint32_t type = read(t, entry, 2, 2), num = read(t, entry, 4, 4);
	uint64_t size = type < sizeof(sizes) ? (uint64_t)sizes[type] * num : 0;
	struct entry e = { .tag = read(t, entry, 0, 2) };

	if (size <= 4)
		e.value = str_upto(str_from(entry, 8), (size_t)size);
	else
		e.value = str_from(t->bytes, read(t, entry, 8, 4));
	if (e.value.len < size || size == 0)
		t->exif->found |= IMAGE_OTHER;
	e.value = str_upto(e.value, (size_t)size);
	return e;
}

/* Cameras fill what nobody has entered with blanks. A comment begins with the
 * name of its encoding (4.6.5, UserComment). */
static bool
is_blank(struct entry e)
{
	size_t i = 0;

	if (e.tag == 0x9286 && (str_starts(e.value, S("ASCII\0\0\0")) ||
	    str_starts(e.value, S("UNICODE\0")) ||
	    str_starts(e.value, S("JIS\0\0\0\0\0"))))
		i = 8;
	while (i < e.value.len && (e.value.p[i] == '\0' || e.value.p[i] == ' '))
		i++;
	return i == e.value.len;
}

static void
read_density(const struct tiff *t, str value, uint32_t density[2])
{
	density[0] = read(t, value, 0, 4);
	density[1] = read(t, value, 4, 4);
}

static void	read_directory(const struct tiff *, size_t at, unsigned parent);

static void
take(const struct tiff *t, struct entry e, unsigned parent)
{
	size_t i;

	if (parent == GPS_TAGS && e.tag != 0 && !is_blank(e))
		t->exif->found |= IMAGE_LOCATION;
	if (parent == GPS_TAGS)
		return;
	if (parent == 0 && (e.tag == EXIF_TAGS || e.tag == GPS_TAGS))
		read_directory(t, read(t, e.value, 0, 4), e.tag);
	if (parent == 0 && e.tag == ORIENTATION && e.value.len >= 2)
		t->exif->orientation = read(t, e.value, 0, 2);
	if (parent == 0 && e.tag == DENSITY_ACROSS)
		read_density(t, e.value, t->exif->density[0]);
	if (parent == 0 && e.tag == DENSITY_DOWN)
		read_density(t, e.value, t->exif->density[1]);
	if (parent == 0 && e.tag == DENSITY_UNIT)
		t->exif->unit = read(t, e.value, 0, 2);
	for (i = 0; i < sizeof(telling) / sizeof(*telling); i++)
		if (telling[i].tag == e.tag && !is_blank(e))
			t->exif->found |= telling[i].found;
}

/* The directory of the picture (parent 0) has those of Exif and GPS in it, and
 * that of a thumbnail after it; no other is followed. */
static void
read_directory(const struct tiff *t, size_t at, unsigned parent)
{
	size_t num = read(t, t->bytes, at, 2), i, end = at + 2 + num *
	    ENTRY_SIZE, next;

	if (at < 8 || end > t->bytes.len) {
		t->exif->found |= IMAGE_OTHER;
		return;
	}
	for (i = 0; i < num; i++)
		take(t, read_entry(t, at + 2 + i * ENTRY_SIZE), parent);
	next = read(t, t->bytes, end, 4);
	if (parent == 0 && next != 0 && read(t, t->bytes, next, 2) != 0)
		t->exif->found |= IMAGE_THUMBNAIL;
}

void
image_exif_read(str tiff, struct image_exif *exif)
{
	struct tiff t = { .bytes = tiff, .exif = exif,
	    .big_endian = str_starts(tiff, S("MM")) };

	*exif = (struct image_exif){ 0 };
	if (!t.big_endian && !str_starts(tiff, S("II")))
		exif->found = IMAGE_OTHER;
	else
		read_directory(&t, read(&t, tiff, 4, 4), 0);
	if (exif->orientation > 8)
		exif->orientation = 0;
	if (exif->density[0][1] == 0 || exif->density[1][1] == 0)
		exif->unit = 0;
}

bool
image_exif_is_turned(str tiff)
{
	struct image_exif exif;

	image_exif_read(tiff, &exif);
	return exif.orientation >= 2;
}

/* --- Writing, in big-endian order */

static void
put(struct sink *to, uint32_t n, int len)
{
	while (len-- > 0)
		sink_char(to, (char)(n >> 8 * len));
}

static void
put_entry(struct sink *to, enum tag tag, unsigned type, uint32_t value)
{
	put(to, tag, 2);
	put(to, type, 2);
	put(to, 1, 4);
	put(to, type == TYPE_SHORT ? value << 16 : value, 4);
}

void
image_exif_write(const struct image_exif *e, struct sink *to)
{
	bool turned = e->orientation >= 2, dense = e->unit != 0;
	uint32_t num = turned + 3u * dense, after = 8 + 2 + num * ENTRY_SIZE +
	    4;
	int i;

	if (num == 0)
		return;
	sink_put(to, S("MM\0*\0\0\0\10"));
	put(to, num, 2);
	if (turned)
		put_entry(to, ORIENTATION, TYPE_SHORT, e->orientation);
	if (dense) {
		put_entry(to, DENSITY_ACROSS, TYPE_RATIO, after);
		put_entry(to, DENSITY_DOWN, TYPE_RATIO, after + 8);
		put_entry(to, DENSITY_UNIT, TYPE_SHORT, e->unit);
	}
	put(to, 0, 4);
	for (i = 0; dense && i < 4; i++)
		put(to, e->density[i / 2][i % 2], 4);
}
