"""What is printed below goods by length: that they are one piece, and of which dye lot they are."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication


class Piece(Protocol):
    """A line that may be one piece, of a lot."""

    @property
    def one_piece(self) -> bool:
        """Whether it is wanted in one piece."""
        ...

    @property
    def lot(self) -> str:
        """The lots, blank for none."""
        ...


def piece_words(line: Piece) -> str:
    """Say that goods are one piece, and their lot; nothing of others."""
    words = [_tr("in one piece")] if line.one_piece else []
    if line.lot:
        words.append(_tr("lot {lot}").format(lot=line.lot))
    return ", ".join(words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("pieces", words)
