"""D lines: a deposit is taken, or paid back, with an invoice. Serves the guide's page on deposits.

Nothing is held before the invoice is posted, see :mod:`posim_desktop.services.sales.held_money`.
"""

from collections.abc import Sequence
from decimal import Decimal

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.sales import customer_money as money_rules
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.tax import UNTAXED
from posim_desktop.domain.why import Why
from posim_desktop.services.records import backorder_rows, customer_money_rows, invoice_lines, item_cards
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.invoice_lines import LineContent, StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.sales.lines import append_line, lock, restate
from posim_desktop.services.session import Session, Stamp


def add(
    session: Session,
    stamp: Stamp,
    *,
    invoice_id: int,
    amount: Decimal,
    line_id: int | None = None,
    backorder_id: int | None = None,
    knowingly: bool = False,
) -> Done:
    """Put a deposit on a working invoice: for one of its B lines, for an open backorder, or as the customer's credit.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        invoice_id: The invoice, which has a customer.
        amount: What is taken; below zero it is paid back.
        line_id: The B line of the invoice that it is for.
        backorder_id: The customer's backorder that it is for; with neither it is credit.
        knowingly: The person was told that it is more than the goods cost, and takes it.

    Raises:
        RefusedError: At ``customer``: there is none, or the backorder is another's; or at ``deposit``: no amount, more
            than the goods still cost, or more than is held.
    """
    invoice = lock(session, invoice_id)
    if invoice.customer_id is None:
        raise refuse(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer"))
    lines = invoice_lines.of_invoice(session, invoice_id)
    description, units, cost, held = _what_for(session, invoice, lines, line_id, backorder_id)
    require(money_rules.take_refusal(amount, units))
    if amount < 0:
        if line_id is not None:
            raise refuse(Why.NOTHING_TO_PAY_BACK, Field("deposit"))
        refusal = money_rules.holding_refusal(-amount, held)
        require(refusal and refusal.at(Field("deposit")))
    elif cost is not None and not knowingly:
        require(money_rules.above_cost_refusal(amount, cost, held))
    append_line(
        session,
        invoice_id,
        LineContent(
            TransCode.DEPOSIT,
            description,
            ONE,
            unit_price=amount,
            extension=invoice_rules.extension(TransCode.DEPOSIT, ONE, amount, ZERO),
            deposit_line_id=line_id,
            deposit_backorder_id=backorder_id,
        ),
    )
    restate(session, stamp, invoice)
    return done(invoice_id, Change(Record.INVOICE, invoice_id))


def require_none_on(lines: Sequence[StoredLine], line_id: int) -> None:
    """See that no deposit hangs on a B line that is about to go or to become something else.

    Raises:
        RefusedError: At ``trans_code``: one does.
    """
    if any(line.deposit_line_id == line_id for line in lines):
        raise refuse(Why.LINE_HAS_DEPOSIT, Field("trans_code"))


_WhatFor = tuple[str, Decimal | None, Decimal | None, Decimal]
"""What a deposit is for: the goods, how many units are left, what they still cost, and what is held already."""


def _what_for(
    session: Session,
    invoice: StoredInvoice,
    lines: Sequence[StoredLine],
    line_id: int | None,
    backorder_id: int | None,
) -> _WhatFor:
    taken = sum(
        (
            line.extension
            for line in lines
            if line.trans_code is TransCode.DEPOSIT
            and (line.deposit_line_id, line.deposit_backorder_id) == (line_id, backorder_id)
        ),
        ZERO,
    )
    if line_id is not None:
        line = invoice_lines.find(lines, line_id)
        if line.trans_code is not TransCode.BACKORDER or backorder_id is not None:
            raise refuse(Why.NOTHING_TO_DEPOSIT_FOR, Field("deposit"))
        sold = line._replace(trans_code=TransCode.SALE).ruled
        return line.description, line.quantity, invoice.totals([sold]).total, taken
    if backorder_id is not None:
        row = _of_customer(session, invoice, backorder_id)
        units = row.outstanding + row.waiting
        description = item_cards.sold_item(session, row.item_id).description
        held = customer_money_rows.deposit(session, backorder_id) + taken
        return description, units, _still_costs(session, invoice, row, units), held
    return "", None, None, customer_money_rows.credit(session, invoice.customer_id or 0) + min(ZERO, taken)


def _of_customer(session: Session, invoice: StoredInvoice, backorder_id: int) -> StoredBackorder:
    row = backorder_rows.lock(session, [backorder_id]).get(backorder_id)
    if row is None:
        raise refuse(Why.NO_SUCH_BACKORDER)
    if row.customer_id != invoice.customer_id:
        raise refuse(Why.BACKORDER_OF_ANOTHER_CUSTOMER, Field("customer"), number=row.number)
    return row


def _still_costs(session: Session, invoice: StoredInvoice, row: StoredBackorder, units: Decimal) -> Decimal:
    """Work out what is left to be picked up costs, with the taxes of today."""
    if units <= 0:
        return ZERO
    discount = invoice_rules.discount_for(row.discount, row.ordered, units, row.unit_price)
    taxes = item_cards.taxes_today(session)[row.tax_code_id] if row.tax_code_id else UNTAXED
    line = invoice_rules.Line(TransCode.SALE, units, row.unit_price, discount, row.tax_code_id, taxes)
    return invoice.totals([line]).total
