"""The labels of goods and of their shelves. Serves the guide's page "Labels".

A label on the goods is small; one for the shelf says the price large. They come on rolls of labels, one label a page,
or on receipt paper, cut one from the other.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPageSize

from posim_desktop.printing.pages import Pages
from posim_desktop.printing.strip import ScanCode, Strip, Words
from posim_desktop.printing.symbology import barcode_html
from posim_desktop.queries.cards.item_labels import ItemLabel

Money = Callable[[Decimal], str]


class LabelKind(StrEnum):
    """Where a label goes."""

    GOODS = "goods"
    SHELF = "shelf"


_SIZES = {LabelKind.GOODS: QSizeF(57, 32), LabelKind.SHELF: QSizeF(100, 62)}
"""Millimetres, of the rolls that are sold everywhere."""
_MARGINS = {LabelKind.GOODS: 6, LabelKind.SHELF: 14}
_BARS = {LabelKind.GOODS: 26, LabelKind.SHELF: 36}
_WIDEST = {LabelKind.GOODS: 148, LabelKind.SHELF: 250}
"""Points that a barcode may take, with its quiet zones."""
_MOST_POINTS_PER_MODULE = 1.25
_LEAST_POINTS_PER_MODULE = 0.5
_MODULES_PER_LETTER = 11
_OTHER_MODULES = 55  # start, check and stop, and the quiet zones
_LETTERS = {LabelKind.GOODS: 44, LabelKind.SHELF: 60}
_STYLES = {
    LabelKind.GOODS: """
  p { margin-top: 0; margin-bottom: 1px; }
  .name { font-size: 8px; }
  .price { font-size: 13px; font-weight: 700; }
  .quiet { font-size: 6px; color: #444444; }
""",
    LabelKind.SHELF: """
  p { margin-top: 0; margin-bottom: 3px; }
  .name { font-size: 14px; }
  .price { font-size: 34px; font-weight: 700; }
  .quiet { font-size: 9px; color: #444444; }
""",
}


def item_labels(labels: Sequence[ItemLabel], kind: LabelKind, money: Money) -> Pages:
    """Lay labels out, each on a page of the label's size, as often as it is wanted."""
    each = (label for label in labels for _copy in range(label.copies))
    html = "".join(_label(label, kind, money, is_first=not place) for place, label in enumerate(each))
    paper = QPageSize(_SIZES[kind], QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    style = f"<style>{_STYLES[kind]}</style>"
    return Pages(_tr("Labels"), f"{style}{html}", paper, page_words="", margin=_MARGINS[kind])


def item_label_strips(labels: Sequence[ItemLabel], money: Money) -> Iterator[Strip]:
    """Lay labels out for receipt paper."""
    for label in labels:
        for _copy in range(label.copies):
            yield (
                Words(_cut(label.description, LabelKind.SHELF)),
                Words(money(label.price), is_tall=True),
                ScanCode(label.barcode),
            )


def _label(label: ItemLabel, kind: LabelKind, money: Money, *, is_first: bool) -> str:
    own_page = "" if is_first else ' style="page-break-before: always"'
    fitting = _WIDEST[kind] / (_MODULES_PER_LETTER * len(label.barcode) + _OTHER_MODULES)
    width = min(_MOST_POINTS_PER_MODULE, fitting)
    # Bars that no scanner can tell apart only take the room of what people can read.
    bars = ""
    if width >= _LEAST_POINTS_PER_MODULE:
        bars = f"{barcode_html(label.barcode, points_per_module=width, height=_BARS[kind])}<br>"
    return (
        f'<p{own_page}><span class="name">{escape(_cut(label.description, kind))}</span></p>'
        f'<p class="price">{escape(money(label.price))}</p>'
        f'<p>{bars}<span class="quiet">{escape(label.barcode)}</span></p>'
    )


def _cut(words: str, kind: LabelKind) -> str:
    most = _LETTERS[kind]
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _tr(words: str) -> str:
    return QCoreApplication.translate("item_label", words)
