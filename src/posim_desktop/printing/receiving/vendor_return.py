"""A return to a vendor on paper, as it goes with the goods. Serves the guide's page "Return to vendor"."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.layout import Head, broken, lay_out, letter_head, row, sum_row, sums, table
from posim_desktop.printing.letters import figures
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.purchasing.order import OrderWriting
from posim_desktop.printing.strip import RuleAcross, Strip, StripPaper, StripRow, Words
from posim_desktop.queries.receiving.vendor_returns import VendorReturnDetails, VendorReturnLineRow


def vendor_return_pages(
    found: VendorReturnDetails, shop: ShopPreferences, writing: OrderWriting, *, costs: bool = True
) -> Pages:
    """Lay a return out on the paper of the store's country; one not posted yet says that it is a draft."""
    title = _title(found)
    heads = _heads(costs=costs)
    rows = (row(heads, _line(line, writing)[: len(heads)]) for line in found.lines if line.quantity > 0)
    html = _head(found, shop, writing, title) + table(heads, rows) + "<p></p>"
    if costs:
        html += sums([sum_row(_tr("Credit Expected"), writing.amount(found.expected), is_total=True)])
    if found.note:
        html += f"<p>{broken(found.note)}</p>"
    return lay_out(title, html, shop)


def vendor_return_strip(
    found: VendorReturnDetails, shop: ShopPreferences, writing: OrderWriting, paper: StripPaper, *, costs: bool = True
) -> Strip:
    """Lay a return out on a strip of receipt paper; one not posted yet says that it is a draft."""
    return tuple(_strip_rows(found, shop, writing, paper, costs=costs))


def _strip_rows(
    found: VendorReturnDetails, shop: ShopPreferences, writing: OrderWriting, paper: StripPaper, *, costs: bool
) -> Iterator[StripRow]:
    yield Words(shop.store_name, is_centred=True)
    yield Words(_title(found), is_tall=True)
    yield Words(found.vendor, is_tall=True)
    yield from (Words(name, figures(fact, paper.table)) for name, fact in _facts(found, writing) if fact)
    yield RuleAcross()
    for line in found.lines:
        if line.quantity > 0:
            words = f"{figures(writing.quantity(line.quantity), paper.table)} × {line.item} {line.description}"
            amount = figures(writing.money(line.extension), paper.table) if costs else ""
            yield Words(words.replace("\n", " "), amount)
            told = (line.vendor_item_number and f"{_tr('Your Item No.')} {line.vendor_item_number}", line.reason)
            yield from (Words(part, indent=2) for part in (*told, _serials(line)) if part)
    yield RuleAcross()
    if costs:
        yield Words(_tr("Credit Expected"), figures(writing.amount(found.expected), paper.table))
    if found.note:
        yield Words(found.note)


def _title(found: VendorReturnDetails) -> str:
    if found.number is None:
        return _tr("Draft Return to Vendor")
    return _tr("Return to Vendor {number}").format(number=found.number)


def _facts(found: VendorReturnDetails, writing: OrderWriting) -> tuple[tuple[str, str], ...]:
    return (
        (_tr("Date"), writing.day_of(found.posted_at or found.created_at)),
        (_tr("Return Authorization"), found.rma_number),
        (_tr("Account"), found.account_number),
        (_tr("Your Invoice"), found.vendor_invoice),
        (_tr("Sent By"), found.by),
    )


def _head(found: VendorReturnDetails, shop: ShopPreferences, writing: OrderWriting, title: str) -> str:
    vendor = "<br>".join(broken(part) for part in (found.vendor, found.vendor_address) if part)
    told = "".join(
        f'<tr><td class="quiet" align="right">{escape(name)}</td><td align="right">{escape(fact)}</td></tr>'
        for name, fact in _facts(found, writing)
        if fact
    )
    return (
        f"{letter_head(shop, f'<h1>{escape(title)}</h1>')}"
        f'<table width="100%"><tr><td><span class="quiet">{_tr("To")}</span><br>{vendor}</td>'
        f'<td align="right"><table cellspacing="0">{told}</table></td></tr></table><p></p>'
    )


def _heads(*, costs: bool) -> tuple[Head, ...]:
    goods = (
        Head(_tr("Your Item No."), "left", 15),
        Head(_tr("Our Item ID"), "left", 13),
        Head(_tr("Description"), "left", 22 if costs else 35),
        Head(_tr("Qty"), "right", 8),
        Head(_tr("Reason"), "left", 17 if costs else 29),
    )
    return (*goods, Head(_tr("Cost"), "right", 12), Head(_tr("Extended"), "right", 13)) if costs else goods


def _line(line: VendorReturnLineRow, writing: OrderWriting) -> tuple[str, ...]:
    return (
        escape(line.vendor_item_number),
        escape(line.item),
        "<br>".join(broken(part) for part in (line.description, _serials(line)) if part),
        writing.quantity(line.quantity),
        broken(line.reason),
        f'<span style="white-space: pre">{writing.cost(line.cost)}</span>',
        writing.money(line.extension),
    )


def _serials(line: VendorReturnLineRow) -> str:
    if not line.serials:
        return ""
    return _tr("Serial No. {numbers}").format(numbers=", ".join(line.serials))


def _tr(words: str) -> str:
    return QCoreApplication.translate("vendor_return_paper", words)
