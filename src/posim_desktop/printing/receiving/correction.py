"""A correction of a receiving log on paper, for the file or the vendor. Serves the guide's page on corrections."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.layout import Head, broken, lay_out, letter_head, row, table
from posim_desktop.printing.pages import Pages
from posim_desktop.queries.receiving.corrections import CorrectedLine, CorrectionDetails


@dataclass(frozen=True, slots=True)
class CorrectionWriting:
    """How the store writes quantities, and a moment."""

    quantity: Callable[[Decimal], str]
    date_time: Callable[[datetime], str]


def correction_pages(
    correction: CorrectionDetails, shop: ShopPreferences, writing: CorrectionWriting, *, is_copy: bool = False
) -> Pages:
    """Lay a correction out on the paper of the store's country: what was received, and what of it did not come."""
    title = _tr("Receiving Correction {number}").format(number=correction.number)
    html = _head(correction, shop, writing, title) + _lines(correction, writing) + _customers(correction, writing)
    return lay_out(title, html, shop, is_copy=is_copy)


def _head(correction: CorrectionDetails, shop: ShopPreferences, writing: CorrectionWriting, title: str) -> str:
    order = correction.purchase_order_number
    facts = [
        (_tr("Date"), writing.date_time(correction.at)),
        (_tr("Corrected By"), correction.by),
        (_tr("Receiving Log"), str(correction.receiving_log_number)),
        (_tr("Purchase Order"), "" if order is None else str(order)),
        (_tr("Vendor Invoice"), correction.vendor_invoice),
    ]
    told = "".join(
        f'<tr><td class="quiet" align="right">{escape(name)}</td><td align="right">{escape(fact)}</td></tr>'
        for name, fact in facts
        if fact
    )
    vendor = f'<span class="quiet">{_tr("Vendor")}</span><br>{broken(correction.vendor)}'
    reason = f'<p><span class="quiet">{_tr("Reason")}</span><br>{broken(correction.reason)}</p>'
    return (
        f"{letter_head(shop, f'<h1>{escape(title)}</h1>')}"
        f'<table width="100%"><tr><td>{vendor}</td>'
        f'<td align="right"><table cellspacing="0">{told}</table></td></tr></table>{reason}'
    )


def _lines(correction: CorrectionDetails, writing: CorrectionWriting) -> str:
    heads = (
        Head(_tr("Item ID"), "left", 16),
        Head(_tr("Description"), "left", 40),
        Head(_tr("Received"), "right", 12),
        Head(_tr("Taken Back"), "right", 12),
        Head(_tr("Still to Come"), "left", 20),
    )
    rows = (row(heads, _line(line, writing)) for line in correction.lines)
    return table(heads, rows) + "<p></p>"


def _line(line: CorrectedLine, writing: CorrectionWriting) -> tuple[str, ...]:
    numbers = _tr("Serial No. {numbers}").format(numbers=", ".join(line.serials)) if line.serials else ""
    return (
        escape(line.item),
        broken(line.description) + (f'<br><span class="quiet">{escape(numbers)}</span>' if numbers else ""),
        writing.quantity(line.received),
        writing.quantity(line.quantity),
        _tr("yes") if line.coming else _tr("no"),
    )


def _customers(correction: CorrectionDetails, writing: CorrectionWriting) -> str:
    if not correction.customers:
        return ""
    heads = (
        Head(_tr("Customer"), "left", 36),
        Head(_tr("Backorder"), "right", 12),
        Head(_tr("Item ID"), "left", 20),
        Head(_tr("Owed Again"), "right", 16),
        Head(_tr("On Order"), "right", 16),
    )
    rows = (
        row(
            heads,
            (
                broken(each.customer),
                str(each.backorder_number),
                escape(each.item),
                writing.quantity(each.quantity),
                writing.quantity(each.planned) if each.planned else "",
            ),
        )
        for each in correction.customers
    )
    return table(heads, rows)


def _tr(words: str) -> str:
    return QCoreApplication.translate("receiving_correction", words)
