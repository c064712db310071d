"""What is printed below goods: that they are one piece, of which dye lot, and from which day they are on sale."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QCoreApplication


class Promised(Protocol):
    """A line that may be wanted in one piece, of goods that may not be on sale yet."""

    @property
    def one_piece(self) -> bool:
        """Whether it is wanted in one piece."""
        ...

    @property
    def on_sale_on(self) -> date | None:
        """The day from which it may be handed out, None where that had come."""
        ...


class Piece(Promised, Protocol):
    """The same, of a lot."""

    @property
    def lot(self) -> str:
        """The lots, blank for none."""
        ...


def piece_words(line: Piece, day: Callable[[date], str]) -> str:
    """Say that goods are one piece, their lot, and from which day they are on sale; nothing of others.

    Args:
        line: The line.
        day: How the store writes a day.
    """
    lot = _tr("lot {lot}").format(lot=line.lot) if line.lot else ""
    return ", ".join(words for words in (_in_one_piece(line), lot, _on_sale(line, day)) if words)


def promise_words(line: Promised, day: Callable[[date], str]) -> str:
    """Say as :func:`piece_words` what is known before there are any goods."""
    return ", ".join(words for words in (_in_one_piece(line), _on_sale(line, day)) if words)


def _in_one_piece(line: Promised) -> str:
    return _tr("in one piece") if line.one_piece else ""


def _on_sale(line: Promised, day: Callable[[date], str]) -> str:
    return "" if line.on_sale_on is None else _tr("on sale from {day}").format(day=day(line.on_sale_on))


def _tr(words: str) -> str:
    return QCoreApplication.translate("pieces", words)
