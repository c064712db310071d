/* What Windows has and wine 8 lacks, for the test prefix only; no part of the program.
 *
 * Compiled three times: as icuuc.dll (character converters) and mscms.dll (colour profiles), whose every function says
 * that it cannot, and as bcryptprimitives.dll, whose one function gives true random bytes.
 */

#define EXPORT __declspec(dllexport)

#ifdef ICUUC
#define NOTHING(name) EXPORT void *name(void) { return 0; }

EXPORT void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = 4; /* U_FILE_ACCESS_ERROR */
    return 0;
}

NOTHING(ucnv_close)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_reset)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getName)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_countAvailable)
NOTHING(ucnv_fromUnicode)
#endif

#ifdef MSCMS
#define NOTHING(name) EXPORT void *name(void) { return 0; }

NOTHING(OpenColorProfileW)
NOTHING(CloseColorProfile)
NOTHING(GetColorProfileFromHandle)
NOTHING(WcsCreateIccProfile)
#endif

#ifdef BCRYPTPRIMITIVES
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(void *buffer, ULONG length); /* RtlGenRandom, as advapi32 exports it */

EXPORT BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
#endif
