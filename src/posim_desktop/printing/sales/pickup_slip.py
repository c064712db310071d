"""The pick-up slip that is put with goods set aside. Serves the guide's page "Pick up".

Its barcode is Code 128, which every shop's scanner reads; scanned in the Sales Client it opens the invoice.
"""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

from barcode.codex import Code128  # type: ignore[import-untyped]
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.printing.layout import Head, broken, lay_out, row, table
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import InvoiceWriting, serial_words
from posim_desktop.queries.sales.pickup import PickupSlip, SlipLine

_MODULE = 6
_QUIET_MODULES = 10
_HEIGHT = 240
_POINTS_PER_MODULE = 1.5
_BAR_POINTS = 48

_STYLE = """
  .customer { font-size: 26px; font-weight: 700; }
  .store { font-size: 13px; font-weight: 400; }
  td { padding: 4px 8px 4px 0; }
  .quantity { font-size: 14px; font-weight: 700; }
"""


def pickup_slips(slips: Sequence[PickupSlip], shop: ShopPreferences, writing: InvoiceWriting) -> Pages:
    """Lay pick-up slips out on the paper of the store's country, each on a page of its own."""
    title = _tr("Pick-up Slip") if len(slips) == 1 else _tr("Pick-up Slips")
    html = "".join(_slip(slip, shop, writing, first=slip is slips[0]) for slip in slips)
    parts = (title, slips[0].customer if len(slips) == 1 else shop.store_name)
    return lay_out(title, html, shop, style=_STYLE, foot=" · ".join(part for part in parts if part))


def barcode_image(code: str) -> QImage:
    """Paint a Code 128 barcode with its quiet zones, 6 pixels to a module."""
    (modules,) = Code128(code).build()
    picture = QImage((len(modules) + 2 * _QUIET_MODULES) * _MODULE, _HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(picture)
    for place, module in enumerate(modules, _QUIET_MODULES):
        if module == "1":
            painter.fillRect(place * _MODULE, 0, _MODULE, _HEIGHT, QColor(Qt.GlobalColor.black))
    painter.end()
    return picture


def _slip(slip: PickupSlip, shop: ShopPreferences, writing: InvoiceWriting, *, first: bool) -> str:
    return _head(slip, shop, writing, first=first) + _lines(slip, writing) + _foot(slip, writing)


def _head(slip: PickupSlip, shop: ShopPreferences, writing: InvoiceWriting, *, first: bool) -> str:
    own_page = "" if first else ' style="page-break-before: always"'
    who = escape(slip.customer) if slip.customer else _tr("No customer")
    contact = " · ".join(escape(part) for part in (slip.company, slip.phone) if part)
    since = ""
    if slip.since is not None:
        since = f"<p>{escape(_tr('Goods set aside since {moment}').format(moment=writing.date_time(slip.since)))}</p>"
    return (
        f'<table width="100%"{own_page}><tr><td><h1>{escape(_tr("Pick-up Slip"))}</h1></td>'
        f'<td align="right" class="store">{escape(shop.store_name)}</td></tr></table>'
        f'<p><span class="customer">{who}</span><br>{contact}</p>{since}'
    )


def _heads() -> tuple[Head, ...]:
    return (
        Head(_tr("Qty"), "right", 12),
        Head(_tr("Item ID"), "left", 20),
        Head(_tr("Description"), "left", 40),
        Head(_tr("Backorder"), "right", 13),
        Head(_tr("Extended"), "right", 15),
    )


def _lines(slip: PickupSlip, writing: InvoiceWriting) -> str:
    return "<p></p>" + table(_heads(), (_line(line, writing) for line in slip.lines))


def _line(line: SlipLine, writing: InvoiceWriting) -> str:
    description = broken(line.description)
    if line.serials:
        description += f'<br><span class="quiet">{escape(serial_words(line.serials))}</span>'
    cells = (
        f'<span class="quantity">{writing.quantity(line.quantity)}</span>',
        escape(line.item),
        description,
        "" if line.backorder_number is None else str(line.backorder_number),
        writing.money(line.extension),
    )
    return row(_heads(), cells)


def _foot(slip: PickupSlip, writing: InvoiceWriting) -> str:
    code = invoice_code(slip.invoice_id)
    picture = barcode_image(code)
    width = round(picture.width() / _MODULE * _POINTS_PER_MODULE)
    note = f"<p>{broken(slip.note)}</p>" if slip.note else ""
    due = escape(_tr("Due at pick-up: {amount}").format(amount=writing.amount(slip.total)))
    return (
        f'<p class="quantity">{due}</p>{note}<p></p>'
        f'<p><img src="data:image/png;base64,{_png(picture)}" width="{width}" height="{_BAR_POINTS}"><br>'
        f'<span class="quiet">{escape(code)} · {escape(_tr("Scan in the Sales Client to open the invoice"))}</span></p>'
    )


def _png(picture: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # In black and white it is packed forty times as fast as in color.
    QImageWriter(buffer, QByteArray(b"png")).write(picture.convertedTo(QImage.Format.Format_Mono))
    return b64encode(bytes(buffer.data().data())).decode()


def _tr(words: str) -> str:
    return QCoreApplication.translate("pickup_slip", words)
