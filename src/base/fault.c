/* SPDX-License-Identifier: ISC */
#include "base/fault.h"

#include <errno.h>
#include <string.h>

#include "base/message.h"

/* strerror() returns English, because the program sets no locale. */
static const struct {
	int		 number;
	const char	*text[LANG_COUNT];	/* NULL: strerror() is clear */
} faults[] = {
	{ ENOENT, { "böyle bir dosya ya da klasör yok" } },
	{ EACCES, { "izin yok" } },
	{ EPERM, { "izin yok" } },
	{ EISDIR, { "bu bir klasör" } },
	{ ENOTDIR, { "yolun bir parçası klasör değil" } },
	{ ENOTEMPTY, { "klasör boş değil" } },
	{ EEXIST, { "zaten var" } },
	{ ENOSPC, { "diskte yer kalmadı" } },
	{ EDQUOT, { "disk kotası doldu" } },
	{ EROFS, { "disk yalnız okunabilir" } },
	{ EIO, { "disk hatası" } },
	{ ESTALE, { "ağ sürücüsüyle bağlantı koptu" } },
	{ EBUSY, { "başka bir program kullanıyor" } },
	{ ETXTBSY, { "başka bir program kullanıyor" } },
	{ EMFILE, { "çok fazla dosya açık" } },
	{ ENFILE, { "çok fazla dosya açık" } },
	{ EFBIG, { "dosya çok büyük" } },
	{ ENAMETOOLONG, { "ad çok uzun" } },
	{ ELOOP, { "yolunda sembolik bağ var, matbu bağları izlemez; bağı "
	    "kaldırın", "a symbolic link is part of the path, and matbu "
	    "does not follow links there; remove the link" } },
	{ EXDEV, { "başka bir diskte" } },
	{ ENOMEM, { "bellek yetmedi" } },
	{ EPIPE, { "okuyan program kapandı" } },
	{ ENXIO, { "dosya değil; boru, aygıt ya da soket",
	    "not a file but a pipe, a device or a socket" } },
	{ FAULT_CHANGED, { "dosya bu sırada değişti",
	    "the file changed meanwhile" } },
};

const char *
fault_text(int number)
{
	const char *text = NULL;
	size_t i;

	for (i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if (faults[i].number == number)
			text = faults[i].text[message_language()];
	return text != NULL ? text : strerror(number);
}
