"""The labels on the boxes that wait for a customer. Serves the guide's page "Pick up".

One for each box: the name, the customer's order and job, "2 of 3", the place, and the barcode of the slip. They come on
labels of their own or on receipt paper, cut one from the other.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPageSize

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.pickup_slip import order_lines
from posim_desktop.printing.strip import ScanCode, Strip, Words
from posim_desktop.printing.symbology import barcode_html
from posim_desktop.queries.sales.pickup import PickupSlip

MOST_BOXES = 99
_LABEL = QSizeF(100, 62)  # millimetres, of the rolls that are sold everywhere
_MARGIN = 14
_POINTS_PER_MODULE = 1.25
_BAR_POINTS = 36
_LONG = 40  # letters: a longer name would take more than two lines, and a longer order more than one
_STYLE = """
  p { margin-top: 0; margin-bottom: 4px; }
  .customer { font-size: 20px; font-weight: 700; }
  .long { font-size: 12px; font-weight: 700; }
  .box { font-size: 16px; font-weight: 600; }
  .quiet { font-size: 9px; color: #444444; }
"""


def box_labels(slips: Sequence[PickupSlip], boxes: int) -> Pages:
    """Lay the labels of so many boxes of each customer out, each on a label of its own."""
    each = ((slip, number) for slip in slips for number in range(1, boxes + 1))
    html = "".join(_label(slip, number, boxes, is_first=not place) for place, (slip, number) in enumerate(each))
    paper = QPageSize(_LABEL, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return Pages(_tr("Box Labels"), f"<style>{_STYLE}</style>{html}", paper, page_words="", margin=_MARGIN)


def label_strips(slip: PickupSlip, boxes: int) -> tuple[Strip, ...]:
    """Lay the labels out for receipt paper."""
    return tuple(_strip(slip, number, boxes) for number in range(1, boxes + 1))


def _label(slip: PickupSlip, number: int, boxes: int, *, is_first: bool) -> str:
    own_page = "" if is_first else ' style="page-break-before: always"'
    is_long = len(_who(slip)) > _LONG
    # A long name leaves no room for the company beside it.
    told = ("" if is_long else slip.company, *order_lines(slip), _lots(slip))
    lines = "".join(f"<br>{escape(_cut(part))}" for part in told if part)
    size = "long" if is_long else "customer"
    place = f" · {escape(slip.place)}" if slip.place else ""
    code = invoice_code(slip.invoice_id)
    bars = barcode_html(code, points_per_module=_POINTS_PER_MODULE, height=_BAR_POINTS)
    below = "" if is_long else f'<br><span class="quiet">{escape(code)}</span>'
    return (
        f'<p{own_page}><span class="{size}">{escape(_who(slip))}</span>{lines}</p>'
        f'<p class="{"long" if is_long else "box"}">{escape(_box(number, boxes))}{place}</p>'
        f"<p>{bars}{below}</p>"
    )


def _strip(slip: PickupSlip, number: int, boxes: int) -> Strip:
    words = [Words(part) for part in (slip.company, *order_lines(slip), _lots(slip), slip.place) if part]
    box = Words(_box(number, boxes), is_tall=True)
    return (Words(_who(slip), is_tall=True), *words, box, ScanCode(invoice_code(slip.invoice_id)))


def _lots(slip: PickupSlip) -> str:
    """Name the dye lots in the boxes, nothing for goods without any."""
    lots = ", ".join(dict.fromkeys(line.lot for line in slip.lines if line.lot))
    return _tr("Lot {lots}").format(lots=lots) if lots else ""


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"


def _who(slip: PickupSlip) -> str:
    return slip.customer or _tr("No customer")


def _box(number: int, boxes: int) -> str:
    return _tr("Box {number} of {boxes}").format(number=number, boxes=boxes)


def _tr(words: str) -> str:
    return QCoreApplication.translate("box_label", words)
