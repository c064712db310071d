"""What the program's own launchers start: a client, from a link on the desktop, where there is no console.

What would be printed on a terminal is shown in a message box; otherwise it would be lost. With more arguments a
launcher does what `posim-desktop` does with them, for a script that reads the exit code and would wait forever at a
message.
"""

import io
import os
import sys
import traceback
from collections.abc import Sequence

from posim_desktop.cli.main import run
from posim_desktop.settings import APP_NAME

_ICON_ERROR = 0x10


def main() -> None:
    """Start the client that the first argument names."""
    name, *arguments = sys.argv[1:]
    sys.exit(launch(arguments) if arguments else launch([name], show_trouble=True))


def launch(arguments: Sequence[str], *, show_trouble: bool = False) -> int:
    """Run a command line, show its errors in a message box, and return its exit code."""
    if sys.stderr is not None:
        return run(arguments)
    said = io.StringIO()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a name, not a path
        sys.stdout, sys.stderr = nowhere, said
        try:
            code = run(arguments)
        except Exception:  # noqa: BLE001 - the last resort of a program without a console
            code = 1
            traceback.print_exc()
        finally:
            sys.stdout = sys.stderr = None  # as they were
    if code and show_trouble:
        show(said.getvalue().strip() or f"The program ended with the code {code}.")
    return code


def show(words: str) -> None:
    """Show a message without Qt, which may be what is broken."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        ctypes.windll.user32.MessageBoxW(None, words, APP_NAME, _ICON_ERROR)


if __name__ == "__main__":
    main()
