/* SPDX-License-Identifier: ISC */
#include "base/fault.h"

#include <errno.h>
#include <string.h>

#include "base/message.h"

/* strerror() returns Turkish only where libc's catalogues are installed and
 * the program has a locale: neither is the case. */
static const struct {
	int		 number;
	const char	*turkish;
} faults[] = {
	{ ENOENT, "böyle bir dosya ya da klasör yok" },
	{ EACCES, "izin yok" },
	{ EPERM, "izin yok" },
	{ EISDIR, "bu bir klasör" },
	{ ENOTDIR, "yolun bir parçası klasör değil" },
	{ ENOTEMPTY, "klasör boş değil" },
	{ EEXIST, "zaten var" },
	{ ENOSPC, "diskte yer kalmadı" },
	{ EDQUOT, "disk kotası doldu" },
	{ EROFS, "disk yalnız okunabilir" },
	{ EIO, "disk hatası" },
	{ ESTALE, "ağ sürücüsüyle bağlantı koptu" },
	{ EBUSY, "başka bir program kullanıyor" },
	{ ETXTBSY, "başka bir program kullanıyor" },
	{ EMFILE, "çok fazla dosya açık" },
	{ ENFILE, "çok fazla dosya açık" },
	{ EFBIG, "dosya çok büyük" },
	{ ENAMETOOLONG, "ad çok uzun" },
	{ ELOOP, "yolunda sembolik bağ var, matbu bağları izlemez; bağı "
	    "kaldırın" },
	{ EXDEV, "başka bir diskte" },
	{ ENOMEM, "bellek yetmedi" },
	{ EPIPE, "okuyan program kapandı" },
};

const char *
fault_text(int number)
{
	size_t i;

	if (number == FAULT_CHANGED)
		return message_language() == LANG_TR ?
		    "dosya bu sırada değişti" : "the file changed meanwhile";
	if (message_language() == LANG_TR)
		for (i = 0; i < sizeof(faults) / sizeof(*faults); i++)
			if (faults[i].number == number)
				return faults[i].turkish;
	return number == ELOOP ? "a symbolic link stands in its path, and "
	    "matbu follows none there; remove the link" : strerror(number);
}
