"""The command `posim-desktop` as the shell and the launchers call it, and how it fails."""

import io
import sys
from collections.abc import Sequence

from posim_desktop.cli.chosen import chosen_settings, plain_call
from posim_desktop.cli.failures import told
from posim_desktop.cli.windows import has_screen, open_window
from posim_desktop.printing import pdf_decoder


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code: 0 done, 1 refused or in trouble, 2 wrongly used."""
    try:
        return _run(arguments)
    except Exception as error:
        code = told(error)
        if code is None:
            raise
        return code


def _run(arguments: Sequence[str]) -> int:
    if list(arguments) == [pdf_decoder.WORD]:  # no command for people: the program itself calls it
        return pdf_decoder.main()
    call = plain_call(arguments)
    if call is not None and (call.client or has_screen()):
        return open_window(chosen_settings(call.settings, call.database), call.client)
    from posim_desktop.cli.commands import run_command  # noqa: PLC0415 - see posim_desktop.cli.chosen

    return run_command(arguments)


def main() -> None:
    """Run the program as the shell called it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks a character shows ? for it
    sys.exit(run(sys.argv[1:]))
