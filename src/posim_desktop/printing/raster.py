"""Words as a picture in black and white, from whichever font of this computer has their letters."""

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPainter,
    QRawFont,
    QTextLayout,
    QTextOption,
)

from posim_desktop.printing.letters import visible
from posim_desktop.printing.pages import FAMILY, load_font
from posim_desktop.printing.strip import DOTS_PER_COLUMN, StripPaper, Words

_PIXELS, _TALL_PIXELS = 24, 36
_LEADING = 1.25
_GAP = DOTS_PER_COLUMN
_NARROWEST = 8 * DOTS_PER_COLUMN  # beside an amount; an amount that leaves less stands below the words
_FIRST_SELECTOR, _LAST_SELECTOR = "\ufe00", "\ufe0f"


@lru_cache(maxsize=4096)
def family_with(letter: str) -> str | None:
    """Find a font of this computer that has a letter; None when there is none. Our own comes first."""
    load_font()
    families = (FAMILY, *(family for family in QFontDatabase.families() if family != FAMILY))
    return next((family for family in families if _has(family, letter)), None)


def _has(family: str, letter: str) -> bool:
    font = QRawFont.fromFont(QFont(family))  # not kept: it is good in the thread that made it only
    return font.isValid() and font.supportsCharacter(ord(letter))


def missing_letters(words: str) -> tuple[str, ...]:
    """List the letters that no font of this computer has, each once."""
    return tuple(dict.fromkeys(each for each in visible(words) if _is_drawn(each) and family_with(each) is None))


def spelled_out(words: str) -> str:
    """Write the number of each letter that no font of this computer has in its place: ``[U+9F8D]``."""
    missing = {ord(each): f"[U+{ord(each):04X}]" for each in missing_letters(words)}
    return visible(words).translate(missing)


def _is_drawn(letter: str) -> bool:
    is_selector = _FIRST_SELECTOR <= letter <= _LAST_SELECTOR
    return not letter.isspace() and not is_selector and unicodedata.category(letter) != "Cf"


def picture_of(row: Words, paper: StripPaper) -> QImage:
    """Paint words and their amount as wide as the paper, from right to left where they are read so.

    Letters that no font has must be spelled out beforehand: Qt would print a box for each of them.
    """
    font = _font(row)
    line_height = QFontMetricsF(font).height() * _LEADING
    amount_width = QFontMetricsF(font).horizontalAdvance(row.amount) if row.amount else 0.0
    indent = row.indent * DOTS_PER_COLUMN
    beside = paper.dots - indent - amount_width - (_GAP if row.amount else 0)
    is_below = bool(row.amount) and beside < _NARROWEST
    laid_out = _laid_out(row, font, paper.dots - indent if is_below else beside, line_height)
    height = max(1, laid_out.lineCount()) * line_height + (line_height if is_below else 0)
    picture = QImage(paper.dots, max(1, round(height)), QImage.Format.Format_RGB32)
    picture.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(picture)
    painter.setPen(QColor(Qt.GlobalColor.black))
    laid_out.draw(painter, QPointF(indent, 0))
    if row.amount:
        painter.setFont(font)
        last = height - line_height + QFontMetricsF(font).ascent()
        painter.drawText(QPointF(paper.dots - amount_width, last), row.amount)
    painter.end()
    return black_and_white(picture)


def black_and_white(picture: QImage) -> QImage:
    """Turn a picture into dots: 1 is black, the first dot of a byte is its highest bit."""
    return picture.convertToFormat(
        QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.MonoOnly
    )


def _font(row: Words) -> QFont:
    needed = (family_with(each) for each in visible(row.words + row.amount) if _is_drawn(each))
    font = QFont()
    font.setFamilies(list(dict.fromkeys((FAMILY, *(family for family in needed if family is not None)))))
    font.setPixelSize(_TALL_PIXELS if row.is_tall else _PIXELS)
    font.setWeight(QFont.Weight.Medium)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
    return font


def _is_from_the_right(words: str) -> bool:
    """Return whether words are read from right to left, which their first letter with a direction decides."""
    directions = map(unicodedata.bidirectional, words)
    return next((each for each in directions if each in {"L", "R", "AL"}), "L") != "L"


def _laid_out(row: Words, font: QFont, width: float, line_height: float) -> QTextLayout:
    side = Qt.AlignmentFlag.AlignRight if _is_from_the_right(row.words) else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if row.is_centred else side)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid_out = QTextLayout(visible(row.words), font)
    laid_out.setTextOption(option)
    laid_out.beginLayout()
    top = 0.0
    while (line := laid_out.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line_height
    laid_out.endLayout()
    return laid_out
