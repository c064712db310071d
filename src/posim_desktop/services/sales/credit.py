"""A customer's credit: paid back at once, or put on one of their backorders. Serves the guide's page on deposits."""

from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.sales import customer_money as money_rules
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import backorder_rows, customer_money_rows
from posim_desktop.services.records.customer_money_rows import Movement
from posim_desktop.services.sales import refunds
from posim_desktop.services.sales.lines import require_seller
from posim_desktop.services.sales.refunds import PaidBack
from posim_desktop.services.session import Session, Stamp


def pay_back(
    session: Session,
    stamp: Stamp,
    *,
    customer_id: int,
    amount: Decimal,
    refund_by: Tender,
    wish: PrintWish | None = None,
) -> Done:
    """Pay a customer's credit back, with an invoice that is posted at once.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        customer_id: Whose credit.
        amount: How much of it.
        refund_by: By what it is paid back.
        wish: What the workstation wants printed.

    Raises:
        RefusedError: At ``refund``: no amount, more than the credit, or more than the role may pay out.
    """
    require_seller(stamp)
    _require_amount(amount, "refund")
    customer_money_rows.lock(session, [customer_id])
    back = [PaidBack(amount)]
    entries, touched = refunds.pay_back(session, stamp, customer_id, back, refund_by, wish)
    append(session, stamp, entries)
    return Done(customer_id, frozenset(touched))


def put_on(session: Session, stamp: Stamp, *, backorder_id: int, amount: Decimal) -> Done:
    """Put some of a customer's credit on one of their backorders, as a deposit.

    Raises:
        RefusedError: At ``deposit``: no amount, more than the credit, or the backorder is closed.
    """
    require_seller(stamp)
    _require_amount(amount, "deposit")
    row = backorder_rows.lock(session, [backorder_id]).get(backorder_id)
    if row is None:
        raise refuse(Why.NO_SUCH_BACKORDER)
    require(money_rules.take_refusal(amount, row.outstanding + row.waiting))
    customer_money_rows.lock(session, [row.customer_id])
    refusal = money_rules.holding_refusal(amount, customer_money_rows.credit(session, row.customer_id))
    require(refusal and refusal.at(Field("deposit")))
    leaves = Movement(row.customer_id, MoneyKind.MOVED, -amount)
    customer_money_rows.move(session, stamp, leaves, to_customer=row.customer_id, to_backorder=backorder_id)
    append(session, stamp, [AuditEntry(AuditAction.PUT_CREDIT, Record.BACKORDER, backorder_id, {}, {"amount": amount})])
    return done(backorder_id, Change(Record.BACKORDER, backorder_id), Change(Record.CUSTOMER, row.customer_id))


def _require_amount(amount: Decimal, field: str) -> None:
    refusal = money_rules.take_refusal(amount, None)
    require(refusal and refusal.at(Field(field)))
    if amount < 0:
        raise refuse(Why.AMOUNT_BELOW_ZERO, Field(field))
