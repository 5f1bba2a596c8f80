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
	const char	*english;	/* NULL: strerror() is clear */
} faults[] = {
	{ ENOENT, "böyle bir dosya ya da klasör yok", NULL },
	{ EACCES, "izin yok", NULL },
	{ EPERM, "izin yok", NULL },
	{ EISDIR, "bu bir klasör", NULL },
	{ ENOTDIR, "yolun bir parçası klasör değil", NULL },
	{ ENOTEMPTY, "klasör boş değil", NULL },
	{ EEXIST, "zaten var", NULL },
	{ ENOSPC, "diskte yer kalmadı", NULL },
	{ EDQUOT, "disk kotası doldu", NULL },
	{ EROFS, "disk yalnız okunabilir", NULL },
	{ EIO, "disk hatası", NULL },
	{ ESTALE, "ağ sürücüsüyle bağlantı koptu", NULL },
	{ EBUSY, "başka bir program kullanıyor", NULL },
	{ ETXTBSY, "başka bir program kullanıyor", NULL },
	{ EMFILE, "çok fazla dosya açık", NULL },
	{ ENFILE, "çok fazla dosya açık", NULL },
	{ EFBIG, "dosya çok büyük", NULL },
	{ ENAMETOOLONG, "ad çok uzun", NULL },
	{ ELOOP, "yolunda sembolik bağ var, matbu bağları izlemez; bağı "
	    "kaldırın", "a symbolic link stands in its path, and matbu "
	    "follows none there; remove the link" },
	{ EXDEV, "başka bir diskte", NULL },
	{ ENOMEM, "bellek yetmedi", NULL },
	{ EPIPE, "okuyan program kapandı", NULL },
	{ ENXIO, "dosya değil; boru, aygıt ya da soket",
	    "not a file but a pipe, a device or a socket" },
	{ FAULT_CHANGED, "dosya bu sırada değişti",
	    "the file changed meanwhile" },
};

const char *
fault_text(int number)
{
	const char *text = NULL;
	size_t i;

	for (i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if (faults[i].number == number)
			text = message_language() == LANG_TR ?
			    faults[i].turkish : faults[i].english;
	return text != NULL ? text : strerror(number);
}
