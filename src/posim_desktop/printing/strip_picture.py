"""A strip as it looks on paper, for the screen."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from posim_desktop.printing.logo import logo_dots
from posim_desktop.printing.practice_mark import marked_strip
from posim_desktop.printing.raster import picture_of, spelled_out
from posim_desktop.printing.strip import Picture, RuleAcross, ScanCode, Strip, StripPaper, StripRow, Words
from posim_desktop.printing.symbology import barcode_image

_MARGIN = 24
_RULE_HEIGHT = 24
_CODE_HEIGHT = 90
_CODE_EDGE = 10
_BAR = 2


def strip_picture(strip: Strip, paper: StripPaper) -> QImage:
    """Paint a strip with the margins of its paper."""
    parts = [_part(row, paper) for row in marked_strip(strip)]
    height = sum(part.height() for part in parts) + 2 * _MARGIN
    picture = QImage(paper.dots + 2 * _MARGIN, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(picture)
    top = _MARGIN
    for part in parts:
        painter.drawImage(_MARGIN, top, part)
        top += part.height()
    painter.end()
    return picture


def _part(row: StripRow, paper: StripPaper) -> QImage:
    match row:
        case Words():
            *above, last = spelled_out(row.words).split("\n")
            paragraphs = [*(replace(row, words=words, amount="") for words in above), replace(row, words=last)]
            return _stacked([picture_of(each, paper) for each in paragraphs], paper)
        case RuleAcross():
            return _drawn(paper, _RULE_HEIGHT, [(0, _RULE_HEIGHT // 2, paper.dots, 2)])
        case Picture(content):
            return logo_dots(content, paper.dots)
        case ScanCode(text):
            return _barcode(text, paper)


def _barcode(text: str, paper: StripPaper) -> QImage:
    """Paint a barcode in the middle, as wide as the printer makes it."""
    bars = barcode_image(text, module=_BAR, height=_CODE_HEIGHT - 2 * _CODE_EDGE)
    picture = _drawn(paper, _CODE_HEIGHT, [])
    painter = QPainter(picture)
    painter.drawImage((paper.dots - bars.width()) // 2, _CODE_EDGE, bars)
    painter.end()
    return picture


def _stacked(parts: list[QImage], paper: StripPaper) -> QImage:
    picture = QImage(paper.dots, sum(part.height() for part in parts), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    top = 0
    for part in parts:
        painter.drawImage(0, top, part)
        top += part.height()
    painter.end()
    return picture


def _drawn(paper: StripPaper, height: int, black: list[tuple[int, int, int, int]]) -> QImage:
    picture = QImage(paper.dots, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(picture)
    for left, top, width, tall in black:
        painter.fillRect(left, top, width, tall, QColor(Qt.GlobalColor.black))
    painter.end()
    return picture
