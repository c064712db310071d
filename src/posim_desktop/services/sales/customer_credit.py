"""Putting a customer's credit on a backorder. Serves the guide's page "Deposits and credit"."""

from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.sales import deposits
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import backorder_rows, customer_money_rows
from posim_desktop.services.records.customer_money_rows import Movement
from posim_desktop.services.session import Session, Stamp


def put_on_backorder(session: Session, stamp: Stamp, *, customer_id: int, backorder_id: int, amount: Decimal) -> Done:
    """Put some of a customer's credit on one of their backorders, where it is a deposit from then on.

    Args:
        session: The transaction.
        stamp: When and where.
        customer_id: Whose credit.
        backorder_id: For what the money is held afterwards.
        amount: How much.

    Raises:
        RefusedError: Names the field ``amount`` or ``backorder``.
    """
    backorder = backorder_rows.lock(session, [backorder_id]).get(backorder_id)
    if backorder is None:
        raise refuse(Why.NO_SUCH_BACKORDER, Field("backorder"))
    if backorder.customer_id != customer_id:
        raise refuse(Why.BACKORDER_OF_ANOTHER_CUSTOMER, Field("backorder"), number=backorder.number)
    customer_money_rows.lock(session, [customer_id])
    credit = customer_money_rows.credit(session, customer_id)
    units = backorder.figures.outstanding + backorder.figures.waiting
    require(deposits.put_refusal(amount, credit, units))
    leaves = Movement(customer_id, MoneyKind.MOVED, -amount)
    customer_money_rows.move(session, stamp, leaves, to_customer=customer_id, to_backorder=backorder_id)
    entry = AuditEntry(
        AuditAction.PUT_CREDIT,
        Record.CUSTOMER,
        customer_id,
        {"credit": credit},
        {"credit": credit - amount, "amount": amount, "backorder": backorder_id},
    )
    append(session, stamp, [entry])
    return done(customer_id, Change(Record.CUSTOMER, customer_id), Change(Record.BACKORDER, backorder_id))
