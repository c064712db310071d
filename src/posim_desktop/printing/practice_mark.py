"""The mark on every paper of a practice shop, so that none can be taken for a real one. Serves the page "Practice".

Papers are made in many places and leave the program in two: as pages and as strips. There they are marked, whatever
they are, so that no paper that somebody adds later can be forgotten.
"""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from posim_desktop.printing.strip import Strip, Words

_GREY = QColor("#B4B4B4")
_FILLED = 0.8
_MEASURED = 100  # pixels; the size at which the word is measured
_TURNED = -30


class _Papers:
    """Whether the shop that is open is for practice; one program shows one shop."""

    are_marked = False


def mark_papers(*, marked: bool) -> None:
    """Mark every paper from now on, or none."""
    _Papers.are_marked = marked


def are_papers_marked() -> bool:
    """Tell whether every paper is marked."""
    return _Papers.are_marked


def marked_strip(strip: Strip) -> Strip:
    """Say PRACTICE at both ends of a strip in a practice shop; another one stays as it is."""
    if not _Papers.are_marked:
        return strip
    mark = Words(_word(), is_centred=True, is_tall=True)
    return (mark, *strip, mark)


def mark_page(painter: QPainter, sheet: QRectF, family: str) -> None:
    """Write PRACTICE across a page in a practice shop, below what stands on it."""
    if not _Papers.are_marked:
        return
    font = QFont(family)
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(_MEASURED)
    wide = QFontMetricsF(font).horizontalAdvance(_word())
    font.setPixelSize(max(1, round(_MEASURED * _FILLED * min(sheet.width(), 2 * sheet.height()) / wide)))
    painter.save()
    painter.setFont(font)
    painter.setPen(_GREY)
    painter.translate(sheet.center())
    painter.rotate(_TURNED)
    painter.drawText(
        sheet.translated(-sheet.center()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, _word()
    )
    painter.restore()


def _word() -> str:
    return QCoreApplication.translate("practice_mark", "PRACTICE")
