"""What posting an invoice does to the customer's money: D lines, Deposit and Credit tenders, what is left of a deposit.

Serves the guide's page on deposits.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import customer_money as money_rules
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import OF_CUSTOMER, Tender, TenderKind, of_customer
from posim_desktop.domain.why import Why
from posim_desktop.services.records import backorder_rows, customer_money_rows, partners, tender_rows
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.customer_money_rows import Movement
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.session import Session, Stamp


def lock(session: Session, invoice: StoredInvoice, lines: Sequence[StoredLine], tenders: Sequence[Tender]) -> bool:
    """Lock what an invoice does anything to: first all its backorders, before any is changed, then the money.

    Returns:
        Whether any money of its customer moves.
    """
    named = {line.fills_backorder_id for line in lines} | {line.deposit_backorder_id for line in lines}
    named |= {tender.backorder_id for tender in tenders}
    ids = {each for each in named if each is not None}
    if ids:
        backorder_rows.lock(session, ids)
    if invoice.customer_id is None:
        return False
    moves = any(tender.kind in OF_CUSTOMER for tender in tenders) or any(
        line.trans_code is TransCode.DEPOSIT for line in lines
    )
    # Whoever takes a deposit for a backorder holds its lock: what is read of those filled here is so.
    if not moves and not customer_money_rows.deposits(session, _filled(lines)):
        return False
    customer_money_rows.lock(session, [invoice.customer_id])
    return True


def _filled(lines: Iterable[StoredLine]) -> set[int]:
    return {line.fills_backorder_id for line in lines if line.fills_backorder_id is not None}


def use_refusal(tenders: Sequence[Tender], goods: Decimal, *, has_customer: bool) -> Refusal | None:
    """Return why the customer's money cannot pay an invoice that comes to so much without its deposits, or None."""
    if not any(tender.kind in OF_CUSTOMER for tender in tenders):
        return None
    if not has_customer:
        return Refusal(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer"))
    return money_rules.use_refusal(of_customer(tenders), goods)


def settle(session: Session, stamp: Stamp, invoice: StoredInvoice, lines: Sequence[StoredLine]) -> set[Change]:
    """Write what an invoice does to its customer's money, which is locked; its backorders and tenders are written.

    What is used is taken off first, then what is paid back, and what is taken comes last: an invoice uses no money
    that it takes. What is left of a deposit when its backorder closes becomes credit.

    Returns:
        The customer and the backorders whose money moved.

    Raises:
        RefusedError: At ``tenders``: more than is held, or a deposit of goods that are not on the invoice; or at
            ``deposit``: it is for a backorder that is closed or another customer's.
    """
    if invoice.customer_id is None:
        raise refuse(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer"))
    own = [tender for tender in tender_rows.of_invoice(session, invoice.id) if tender.kind in OF_CUSTOMER]
    deposit_lines = [line for line in lines if line.trans_code is TransCode.DEPOSIT]
    filled = _filled(lines)
    made = backorder_rows.made_of(session, [line.deposit_line_id for line in deposit_lines if line.deposit_line_id])
    for_line = {line.id: line.deposit_backorder_id or made.get(line.deposit_line_id or 0) for line in deposit_lines}
    named = filled | {each for each in for_line.values() if each is not None}
    rows = backorder_rows.lock(session, named - set(made.values()))
    held = _Held(session, invoice.customer_id, named)
    _require_own(invoice, rows)
    movements = [_of_tender(held, tender.ruled, filled)._replace(tender_id=tender.id) for tender in own]
    out_first = sorted(deposit_lines, key=lambda line: line.extension > 0)
    movements += [_of_line(held, line, for_line[line.id], rows) for line in out_first]
    customer_money_rows.insert(session, stamp, movements)
    for row in rows.values():
        left = held.deposits.get(row.id, ZERO)
        if row.outstanding + row.waiting == 0 and left > 0:
            leaves = Movement(invoice.customer_id, MoneyKind.MOVED, -left, row.id)
            customer_money_rows.move(session, stamp, leaves, to_customer=invoice.customer_id, to_backorder=None)
    return {Change(Record.CUSTOMER, invoice.customer_id), *(Change(Record.BACKORDER, each) for each in named)}


def require_usable(
    session: Session, invoice: StoredInvoice, lines: Sequence[StoredLine], tenders: Sequence[Tender]
) -> None:
    """See, before an invoice is posted, that its customer has what these tenders use; posting sees to it again.

    Raises:
        RefusedError: As :func:`settle`.
    """
    if invoice.customer_id is None or not any(tender.kind in OF_CUSTOMER for tender in tenders):
        return
    filled = _filled(lines)
    held = _Held(session, invoice.customer_id, filled)
    for tender in tenders:
        if tender.kind in OF_CUSTOMER:
            _of_tender(held, tender, filled)


def is_named(session: Session, invoice_id: int, lines: Iterable[StoredLine]) -> bool:
    """Tell whether a working invoice names money of its customer: a deposit for a backorder, or a tender of theirs."""
    if any(line.deposit_backorder_id is not None for line in lines):
        return True
    return any(tender.kind in OF_CUSTOMER for tender in tender_rows.of_invoice(session, invoice_id))


class _Held:
    """What is held for a customer whose money is locked, as an invoice goes through it."""

    def __init__(self, session: Session, customer_id: int, backorder_ids: Iterable[int]) -> None:
        self.customer_id = customer_id
        self.deposits = customer_money_rows.deposits(session, backorder_ids)
        self.credit = customer_money_rows.credit(session, customer_id)
        self.limit = partners.customer(session, customer_id).credit_limit

    def add(self, kind: MoneyKind, amount: Decimal, backorder_id: int | None) -> Movement:
        """Let money come, or below zero leave."""
        if backorder_id is None:
            self.credit += amount
        else:
            self.deposits[backorder_id] = self.deposits.get(backorder_id, ZERO) + amount
        return Movement(self.customer_id, kind, amount, backorder_id)


def _require_own(invoice: StoredInvoice, rows: Mapping[int, StoredBackorder]) -> None:
    other = next((row for row in rows.values() if row.customer_id != invoice.customer_id), None)
    if other is not None:
        raise refuse(Why.BACKORDER_OF_ANOTHER_CUSTOMER, Field("customer"), number=other.number)


def _of_tender(held: _Held, tender: Tender, filled: set[int]) -> Movement:
    if tender.kind is TenderKind.DEPOSIT:
        if tender.backorder_id not in filled:
            raise refuse(Why.DEPOSIT_OF_OTHER_GOODS, Field("tenders"))
        require(money_rules.holding_refusal(tender.amount, held.deposits.get(tender.backorder_id, ZERO)))
    else:
        require(money_rules.holding_refusal(tender.amount, held.credit, held.limit))
    kind = MoneyKind.APPLIED if tender.amount > 0 else MoneyKind.CREDITED
    return held.add(kind, -tender.amount, tender.backorder_id)


def _of_line(held: _Held, line: StoredLine, backorder_id: int | None, rows: Mapping[int, StoredBackorder]) -> Movement:
    if line.deposit_line_id is not None and backorder_id is None:
        raise refuse(Why.NOTHING_TO_DEPOSIT_FOR, Field("deposit"))
    row = None if backorder_id is None else rows.get(backorder_id)
    if line.extension > 0:
        require(money_rules.take_refusal(line.extension, None if row is None else row.outstanding + row.waiting))
        kind = MoneyKind.TAKEN
    else:
        left = held.credit if backorder_id is None else held.deposits.get(backorder_id, ZERO)
        refusal = money_rules.holding_refusal(-line.extension, left)
        require(refusal and refusal.at(Field("deposit")))
        kind = MoneyKind.REFUNDED
    return held.add(kind, line.extension, backorder_id)._replace(line_id=line.id)
