"""How a command says that it failed: one line on the error stream and an exit code, never a traceback."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posim_desktop.domain.errors import Refusal

REFUSED = 1
WRONG_USE = 2


class WrongUseError(Exception):
    """The command was called in a way that cannot work; the message says how to call it."""


def told(error: Exception) -> int | None:
    """Say what a command failed of and return its exit code; None for an error that nobody foresaw."""
    from posim_desktop.domain.errors import RefusedError, TroubleError  # noqa: PLC0415 - most commands do not fail

    if isinstance(error, RefusedError):
        return tell(plain_words(error.refusal), REFUSED)
    if isinstance(error, TroubleError):
        return tell(str(error), REFUSED)
    if isinstance(error, WrongUseError):
        return tell(str(error), WRONG_USE)
    if isinstance(error, OSError):
        return tell(f"{error.filename or 'The computer'}: {error.strerror or error}", REFUSED)
    return None


def tell(message: str, code: int) -> int:
    """Write one line on the error stream and return the exit code."""
    line = " ".join(printable(message).split())
    sys.stderr.write(f"posim-desktop: {line}\n")
    return code


def printable(words: str) -> str:
    """Replace what would move a terminal's cursor or change its colors; a file is not to be trusted."""
    return "".join(character if character.isprintable() else " " for character in words)


def plain_words(refusal: "Refusal") -> str:
    """Say why something was refused, with plain numbers: a console has no shop's format."""
    from posim_desktop.domain.money import plain_money  # noqa: PLC0415 - as below
    from posim_desktop.domain.quantity import plain  # noqa: PLC0415 - as below
    from posim_desktop.ui.refusals import FigureFormats, words_of  # noqa: PLC0415 - Qt is loaded only to say why not

    return words_of(refusal, FigureFormats(money=plain_money, quantity=plain, limit=plain, count=str, day=str))
