"""The labels of goods and of their shelves. Serves the guide's page "Labels".

A label on the goods is small; one for the shelf says the price large. They come on rolls of labels, one label a page,
on sheets of many labels, of which the first may be used up, or on receipt paper, cut one from the other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPageSize

from posim_desktop.printing.label_sheet import LabelSheet, SheetFormat
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.strip import ScanCode, Strip, Words
from posim_desktop.printing.symbology import barcode_html
from posim_desktop.queries.cards.item_labels import ItemLabel

Money = Callable[[Decimal], str]


class LabelKind(StrEnum):
    """Where a label goes, and on what it is printed."""

    GOODS = "goods"
    SHELF = "shelf"
    GOODS_ON_A4 = "goods on a4"
    """Sheets of 3 × 8 labels without a margin, 70 × 37 mm each."""
    GOODS_ON_LETTER = "goods on letter"
    """Sheets of 3 × 10 labels, 2⅝ × 1 in each."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a label is laid out; lengths in points where nothing else is said.

    Attributes:
        size: The label, in millimetres.
        margin: What stays white around the content.
        bars: How high the barcode is.
        widest: How wide it may be, with its quiet zones.
        letters: How many letters of the description there is room for.
        style: The sizes of its words.
        sheet: The sheet that it is one of; None for a roll.
    """

    size: QSizeF
    margin: int
    bars: int
    widest: int
    letters: int
    style: str
    sheet: SheetFormat | None = None


_SMALL = """
  p { margin-top: 0; margin-bottom: 1px; }
  .name { font-size: 8px; }
  .price { font-size: 13px; font-weight: 700; }
  .quiet { font-size: 6px; color: #444444; }
"""
_LARGE = """
  p { margin-top: 0; margin-bottom: 3px; }
  .name { font-size: 14px; }
  .price { font-size: 34px; font-weight: 700; }
  .quiet { font-size: 9px; color: #444444; }
"""
_A4_SHEET = SheetFormat(QPageSize.PageSizeId.A4, columns=3, rows=8, pitch=QSizeF(70, 37), left=0, top=0.5)
_LETTER_SHEET = SheetFormat(
    QPageSize.PageSizeId.Letter, columns=3, rows=10, pitch=QSizeF(69.85, 25.4), left=4.763, top=12.7
)
_LOOKS: Mapping[LabelKind, _Look] = {
    # The rolls and sheets that are sold everywhere.
    LabelKind.GOODS: _Look(QSizeF(57, 32), 6, 26, 148, 44, _SMALL),
    LabelKind.SHELF: _Look(QSizeF(100, 62), 14, 36, 250, 60, _LARGE),
    # No printer reaches the edge of the paper.
    LabelKind.GOODS_ON_A4: _Look(QSizeF(70, 37), 15, 26, 168, 44, _SMALL, _A4_SHEET),
    LabelKind.GOODS_ON_LETTER: _Look(QSizeF(66.675, 25.4), 7, 18, 174, 36, _SMALL, _LETTER_SHEET),
}
_MOST_POINTS_PER_MODULE = 1.25
_LEAST_POINTS_PER_MODULE = 0.5
_MODULES_PER_LETTER = 11
_OTHER_MODULES = 55  # start, check and stop, and the quiet zones


def labels_a_sheet(kind: LabelKind) -> int | None:
    """Return how many labels a sheet has; None for labels on a roll."""
    sheet = _LOOKS[kind].sheet
    return None if sheet is None else sheet.columns * sheet.rows


def item_labels(labels: Sequence[ItemLabel], kind: LabelKind, money: Money, first: int = 1) -> Pages:
    """Lay labels out, as often as each is wanted: on pages of the label's size, or on sheets.

    Args:
        labels: What they say.
        kind: Which labels.
        money: Writes a price.
        first: The first free label of the first sheet, from 1, row by row.
    """
    look = _LOOKS[kind]
    each = (label for label in labels for _copy in range(label.copies))
    html = "".join(_label(label, look, money, is_first=not place) for place, label in enumerate(each))
    paper = QPageSize(look.size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    content = f"<style>{look.style}</style>{html}"
    if look.sheet is None:
        return Pages(_tr("Labels"), content, paper, page_words="", margin=look.margin)
    return LabelSheet(_tr("Labels"), content, paper, look.sheet, margin=look.margin, first=first)


def item_label_strips(labels: Sequence[ItemLabel], money: Money) -> Iterator[Strip]:
    """Lay labels out for receipt paper."""
    for label in labels:
        for _copy in range(label.copies):
            yield (
                Words(_cut(label.description, _LOOKS[LabelKind.SHELF])),
                Words(money(label.price), is_tall=True),
                ScanCode(label.barcode),
            )


def _label(label: ItemLabel, look: _Look, money: Money, *, is_first: bool) -> str:
    own_page = "" if is_first else ' style="page-break-before: always"'
    fitting = look.widest / (_MODULES_PER_LETTER * len(label.barcode) + _OTHER_MODULES)
    width = min(_MOST_POINTS_PER_MODULE, fitting)
    # Bars that no scanner can tell apart only take the room of what people can read.
    bars = ""
    if width >= _LEAST_POINTS_PER_MODULE:
        bars = f"{barcode_html(label.barcode, points_per_module=width, height=look.bars)}<br>"
    return (
        f'<p{own_page}><span class="name">{escape(_cut(label.description, look))}</span></p>'
        f'<p class="price">{escape(money(label.price))}</p>'
        f'<p>{bars}<span class="quiet">{escape(label.barcode)}</span></p>'
    )


def _cut(words: str, look: _Look) -> str:
    return words if len(words) <= look.letters else f"{words[: look.letters - 1]}…"


def _tr(words: str) -> str:
    return QCoreApplication.translate("item_label", words)
