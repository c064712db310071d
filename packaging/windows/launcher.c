/* Starts Python, which is beside this program, with the arguments in POSIM_ARGUMENTS and then those it was given.
 *
 * Compiled once for each program that is installed. What stands on the computer's PATH or in its environment does not
 * matter: python311.dll is loaded by its whole name, and the python311._pth beside it keeps Python to this folder.
 */

#include <windows.h>

#define LONGEST_PATH 32768

typedef int (*python_main)(int, wchar_t **);

static int trouble(const wchar_t *words)
{
    MessageBoxW(NULL, words, POSIM_NAME, MB_OK | MB_ICONERROR);
    return 1;
}

static int start(int count, wchar_t **given)
{
    static wchar_t own[LONGEST_PATH], library[LONGEST_PATH];
    static wchar_t *fixed[] = {L"-B", L"-m", POSIM_ARGUMENTS};
    const int fixed_count = sizeof fixed / sizeof *fixed;
    DWORD length = GetModuleFileNameW(NULL, own, LONGEST_PATH);
    wchar_t *end, **arguments;
    HMODULE python;
    python_main run;
    int i, used = 0;

    if (length == 0 || length >= LONGEST_PATH - 16)
        return trouble(L"The path to the program's folder is too long. Install it in another folder.");
    lstrcpyW(library, own);
    for (end = library + length; end > library && end[-1] != L'\\'; end--)
        ;
    lstrcpyW(end, L"python311.dll");
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    arguments = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (count + fixed_count + 1) * sizeof *arguments);
    if (run == NULL || arguments == NULL)
        return trouble(L"Part of the program is missing or damaged. Install it again.");
    arguments[used++] = own;
    for (i = 0; i < fixed_count; i++)
        arguments[used++] = fixed[i];
    for (i = 1; i < count; i++)
        arguments[used++] = given[i];
    return run(used, arguments);
}

#ifdef POSIM_CONSOLE
int wmain(int count, wchar_t **given)
{
    return start(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    (void)instance;
    (void)previous;
    (void)line;
    (void)show;
    return start(__argc, __wargv);
}
#endif
