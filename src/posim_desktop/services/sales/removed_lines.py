"""Undoing the removal of a line. Serves the guide's page "Sell"."""

from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain import text
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import invoice as rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Item, TaxCode
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.sales import lines as invoice_lines
from posim_desktop.services.transaction import Stamp


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line as it was when it was taken off; money in the store's currency."""

    trans_code: TransCode
    item_id: int | None
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    sell_anyway: bool


def put_back(session: Session, stamp: Stamp, *, invoice_id: int, line: RemovedLine) -> Done:
    """Put a line that was just taken off back on its invoice, as the last one; the audit remembers it.

    Raises:
        RefusedError: Not a working invoice, or the line breaks a rule.
    """
    invoice_lines.lock(session, invoice_id)
    tax_code_id, rate = _tax_of(session, line.item_id)
    if (line.trans_code is TransCode.COMMENT) != (line.item_id is None):
        raise refuse("A comment line has no item.", "trans_code")
    ruled = rules.Line(line.trans_code, line.quantity, line.unit_price, line.discount, tax_code_id, rate)
    require(rules.line_refusal(ruled))
    extension = rules.extension(line.trans_code, line.quantity, line.unit_price, line.discount)
    values: dict[str, object] = {
        "trans_code": line.trans_code,
        "item_id": line.item_id,
        "description": text.clean(
            line.description, field="description", limit=text.NOTE, label="The description", blank=False
        ),
        "quantity": line.quantity,
        "unit_price": line.unit_price,
        "discount": line.discount,
        "discount_percent": line.discount_percent,
        "tax_code_id": tax_code_id,
        "tax_rate": rate,
        "extension": extension,
        "sell_anyway": line.sell_anyway,
    }
    invoice_lines.insert_line(session, invoice_id, values)
    invoice_lines.restate(session, invoice_id)
    back = {"item_id": line.item_id, "quantity": line.quantity, "extension": extension}
    append(session, stamp, [Entry("put back line", Record.INVOICE, invoice_id, after=back)])
    return done(invoice_id, Change(Record.INVOICE, invoice_id))


def _tax_of(session: Session, item_id: int | None) -> tuple[int | None, Decimal]:
    if item_id is None:
        return None, ZERO
    chosen = (
        sa.select(Item.tax_code_id, TaxCode.rate)
        .outerjoin(TaxCode, TaxCode.id == Item.tax_code_id)
        .where(Item.id == item_id)
    )
    found = session.execute(chosen).one_or_none()
    if found is None:
        raise refuse("This item is not on file.", "item")
    return found.tax_code_id, found.rate or ZERO
