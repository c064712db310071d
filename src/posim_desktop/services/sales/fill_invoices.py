"""The committed invoices on which goods wait for the customers they were promised to.

Made by a receipt and by filling from the shelf. Serves the guide's pages "Set backorders to customers" and
"Fill backorders".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.errors import require
from posim_desktop.domain.exemption import TAXED, Exemption
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import Origin, TransCode
from posim_desktop.domain.tax import UNTAXED, Taxes
from posim_desktop.queries.shop import preferences
from posim_desktop.services.records import approval_rows, invoice_rows, item_cards, partners
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.invoice_lines import LineContent
from posim_desktop.services.records.invoice_rows import FillInvoice
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class SetAside:
    """Goods for one backorder: as it was when it was locked, and how many units wait for its customer from now on."""

    backorder: StoredBackorder
    description: str
    quantity: Decimal
    unit: str = ""
    lot: str = ""


def make(session: Session, stamp: Stamp, origin: Origin, goods: Sequence[SetAside]) -> dict[int, int]:
    """Open one committed invoice per customer with an S line per backorder, at the backorder's price.

    Tax is due at the sale, so the line takes the taxes that its tax code has today. What was allowed on the line that
    promised the goods is allowed here, and no more: what is given off at the pick-up is off the card's price, too.

    Returns:
        The invoice of each customer, by customer id.

    Raises:
        RefusedError: One customer's goods come to more than an invoice can hold.
    """
    if not goods:
        return {}
    today = item_cards.taxes_today(session)
    inclusive = preferences.load(session.connection()).tax_inclusive
    lines: dict[int, list[LineContent]] = {}
    for each in goods:
        lines.setdefault(each.backorder.customer_id, []).append(_line(each, today))
    exempt = partners.exemptions(session, lines)
    invoices = [
        _invoice(customer_id, own, exempt.get(customer_id, TAXED), inclusive=inclusive)
        for customer_id, own in lines.items()
    ]
    made = invoice_rows.open_committed(session, stamp, origin, invoices, tax_inclusive=inclusive)
    bargained = any(each.backorder.discount or each.backorder.unit_price != each.backorder.list_price for each in goods)
    if bargained:
        approval_rows.inherit(session, list(made.values()))
    return made


def _line(goods: SetAside, today: Mapping[int, Taxes]) -> LineContent:
    row = goods.backorder
    discount = backorder_rules.discount_of_fill(row.figures, row.discount, row.unit_price, goods.quantity)
    return LineContent(
        TransCode.SALE,
        goods.description,
        goods.quantity,
        row.item_id,
        row.unit_price,
        row.list_price,
        discount,
        tax_code_id=row.tax_code_id,
        taxes=today[row.tax_code_id] if row.tax_code_id else UNTAXED,
        extension=invoice_rules.extension(TransCode.SALE, goods.quantity, row.unit_price, discount),
        fills_backorder_id=row.id,
        unit=goods.unit,
        one_piece=row.one_piece,
        lot=goods.lot,
    )


def _invoice(customer_id: int, lines: Sequence[LineContent], exemption: Exemption, *, inclusive: bool) -> FillInvoice:
    """Add a customer's lines up, as they are taxed today."""
    if exemption and inclusive:
        lines = [line._replace(extension=invoice_rules.extended(line.ruled, net=True)) for line in lines]
    sums = invoice_rules.totals([line.ruled for line in lines], tax_inclusive=inclusive, exempt=bool(exemption))
    require(invoice_rules.total_refusal(sums))
    return FillInvoice(customer_id, lines, sums, exemption)
