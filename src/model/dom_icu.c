/* SPDX-License-Identifier: ISC
 *
 * dom_icu: the functions of ICU that the archive of libxml2 calls: converters
 * of character sets. These versions always fail, so that the program needs
 * neither ICU nor libstdc++, whose loading takes longer than the rendering of
 * a sheet. libxml2 reads XML in UTF-8, or in what iconv knows, as before; it
 * refuses and reports anything else. If ICU's header is missing, libxml2 does
 * not call ICU.
 */
#if __has_include(<unicode/ucnv.h>)
#include <unicode/ucnv.h>

#pragma GCC diagnostic ignored "-Wunused-parameter"

UConverter *
ucnv_open(const char *name, UErrorCode *error)
{
	*error = U_UNSUPPORTED_ERROR;
	return NULL;
}

/* The functions below need a converter, which does not exist. */

void
ucnv_close(UConverter *converter)
{
}

void
ucnv_setToUCallBack(UConverter *converter, UConverterToUCallback act,
    const void *context, UConverterToUCallback *old_act,
    const void **old_context, UErrorCode *error)
{
	*error = U_UNSUPPORTED_ERROR;
}

void
ucnv_setFromUCallBack(UConverter *converter, UConverterFromUCallback act,
    const void *context, UConverterFromUCallback *old_act,
    const void **old_context, UErrorCode *error)
{
	*error = U_UNSUPPORTED_ERROR;
}

void
ucnv_convertEx(UConverter *target, UConverter *source, char **to,
    const char *to_end, const char **from, const char *from_end,
    UChar *pivot_start, UChar **pivot_from, UChar **pivot_to,
    const UChar *pivot_end, UBool reset, UBool flush, UErrorCode *error)
{
	*error = U_UNSUPPORTED_ERROR;
}

void
UCNV_TO_U_CALLBACK_STOP(const void *context, UConverterToUnicodeArgs *args,
    const char *units, int32_t len, UConverterCallbackReason reason,
    UErrorCode *error)
{
}

void
UCNV_FROM_U_CALLBACK_STOP(const void *context,
    UConverterFromUnicodeArgs *args, const UChar *units, int32_t len,
    UChar32 rune, UConverterCallbackReason reason, UErrorCode *error)
{
}
#endif
