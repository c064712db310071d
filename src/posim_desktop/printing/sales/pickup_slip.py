"""The pick-up slip that is put with goods set aside. Serves the guide's page "Pick up".

Scanned in the Sales Client its barcode shows what waits for the customer. It comes on the paper of the store's country
or of a receipt printer.
"""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import with_unit
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.printing.attached import noted_html, noted_words
from posim_desktop.printing.layout import Head, broken, lay_out, row, table
from posim_desktop.printing.letters import figures
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import InvoiceWriting, serial_words
from posim_desktop.printing.sales.order_words import order_words
from posim_desktop.printing.sales.pieces import piece_words
from posim_desktop.printing.sales.reach_words import reached
from posim_desktop.printing.strip import RuleAcross, ScanCode, Strip, StripPaper, StripRow, Words
from posim_desktop.printing.symbology import barcode_html
from posim_desktop.queries.sales.pickup import PickupSlip, SlipLine

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


def pickup_strip(slip: PickupSlip, writing: InvoiceWriting, paper: StripPaper) -> Strip:
    """Lay a pick-up slip out on a strip of receipt paper."""
    return tuple(_strip_rows(slip, writing, paper))


def _strip_rows(slip: PickupSlip, writing: InvoiceWriting, paper: StripPaper) -> Iterator[StripRow]:
    yield Words(_tr("Pick-up Slip"), is_centred=True)
    yield Words(slip.customer or _tr("No customer"), is_tall=True)
    yield from (Words(part) for part in contact_lines(slip))
    yield from (Words(part) for part in order_lines(slip))
    if slip.since is not None:
        yield Words(_tr("Goods set aside since {moment}").format(moment=writing.date_time(slip.since)))
    yield RuleAcross()
    for line in slip.lines:
        counted = figures(f"{with_unit(writing.quantity(line.quantity), line.unit)} ×", paper.table)
        words = f"{counted} {line.item} {line.description}".replace("\n", " ")
        yield Words(words, figures(writing.money(line.extension), paper.table))
        if line.serials:
            yield Words(serial_words(line.serials), indent=2)
        if piece_words(line, writing.date):
            yield Words(piece_words(line, writing.date), indent=2)
        yield from (Words(words, indent=2) for words in noted_words(line.answers, (line.also,)))
    yield RuleAcross()
    if slip.place:
        yield Words(_tr("Lies at {place}").format(place=slip.place), is_tall=True)
    yield Words(_tr("Due at pick-up: {amount}").format(amount=figures(writing.amount(slip.total), paper.table)))
    if slip.note:
        yield Words(slip.note)
    yield ScanCode(invoice_code(slip.invoice_id))


def contact_lines(slip: PickupSlip) -> list[str]:
    """Say who it is besides the name, and how the customer likes to be reached."""
    way = reached(slip.reach_by, slip.reach_hours, phone2=slip.phone2, email=slip.email)
    return [part for part in (slip.company, slip.phone, way) if part]


def order_lines(slip: PickupSlip) -> list[str]:
    """Say under which numbers of the customer's own the goods were ordered, and for which jobs."""
    return order_words((each.customer_order for each in slip.lines), (each.job_tag for each in slip.lines))


def _slip(slip: PickupSlip, shop: ShopPreferences, writing: InvoiceWriting, *, first: bool) -> str:
    return _head(slip, shop, writing, first=first) + _lines(slip, writing) + _foot(slip, writing)


def _head(slip: PickupSlip, shop: ShopPreferences, writing: InvoiceWriting, *, first: bool) -> str:
    own_page = "" if first else ' style="page-break-before: always"'
    who = escape(slip.customer) if slip.customer else _tr("No customer")
    contact = " · ".join(escape(part) for part in contact_lines(slip))
    order = "".join(f"<br>{escape(part)}" for part in order_lines(slip))
    since = ""
    if slip.since is not None:
        since = f"<p>{escape(_tr('Goods set aside since {moment}').format(moment=writing.date_time(slip.since)))}</p>"
    return (
        f'<table width="100%"{own_page}><tr><td><h1>{escape(_tr("Pick-up Slip"))}</h1></td>'
        f'<td align="right" class="store">{escape(shop.store_name)}</td></tr></table>'
        f'<p><span class="customer">{who}</span><br>{contact}{order}</p>{since}'
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
    if piece_words(line, writing.date):
        description += f'<br><span class="quiet">{escape(piece_words(line, writing.date))}</span>'
    description += noted_html(line.answers, (line.also,))
    cells = (
        f'<span class="quantity">{with_unit(writing.quantity(line.quantity), line.unit)}</span>',
        escape(line.item),
        description,
        "" if line.backorder_number is None else str(line.backorder_number),
        writing.money(line.extension),
    )
    return row(_heads(), cells)


def _foot(slip: PickupSlip, writing: InvoiceWriting) -> str:
    code = invoice_code(slip.invoice_id)
    bars = barcode_html(code, points_per_module=_POINTS_PER_MODULE, height=_BAR_POINTS)
    note = f"<p>{broken(slip.note)}</p>" if slip.note else ""
    place = f'<p class="customer">{escape(_tr("Lies at {place}").format(place=slip.place))}</p>' if slip.place else ""
    due = escape(_tr("Due at pick-up: {amount}").format(amount=writing.amount(slip.total)))
    return (
        f'{place}<p class="quantity">{due}</p>{note}<p></p>'
        f"<p>{bars}<br>"
        f'<span class="quiet">{escape(code)} · {escape(_tr("Scan in the Sales Client to open the invoice"))}</span></p>'
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("pickup_slip", words)
