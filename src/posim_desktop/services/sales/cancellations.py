"""Canceling part of a backorder for which money is held. Serves the guide's pages on canceling and on deposits."""

from decimal import Decimal

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import append
from posim_desktop.services.backorders import backorders, freed_money
from posim_desktop.services.sales import refunds
from posim_desktop.services.session import Session, Stamp


def cancel(
    session: Session,
    stamp: Stamp,
    *,
    backorder_id: int,
    quantity: Decimal,
    employee_id: int,
    reason: str,
    disposition: Disposition | None = None,
    refund_by: Tender | None = None,
    wish: PrintWish | None = None,
) -> Done:
    """Cancel part or all of what a backorder has outstanding, and say what becomes of the money that it frees.

    A refund is paid by an invoice of its own, posted in the same transaction.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        backorder_id: The card.
        quantity: How many units are no longer wanted.
        employee_id: Who cancels: the name on the Manual Backorder Cancel screen.
        reason: Why, in words.
        disposition: Where the money goes; None where nobody was asked.
        refund_by: By what a refund is paid back.
        wish: What the workstation wants printed of the refund.

    Raises:
        RefusedError: Names ``quantity``, ``name``, ``reason``, ``fee``, ``refund`` or ``credit``.
    """
    made = backorders.begin(
        session,
        stamp,
        backorder_id=backorder_id,
        quantity=quantity,
        employee_id=employee_id,
        reason=reason,
        disposition=disposition,
    )
    entries, changes = [made.entry], made.changes
    if made.freed is not None:
        freed_money.require_fees(session, stamp, [made.freed])
    if made.freed is not None and made.freed.wish.refund:
        if refund_by is None:
            raise refuse(Why.NO_TENDER, Field("refund"))
        paid = refunds.of_cancellation(session, made.row, made.freed, made.entry.reason)
        told, touched = refunds.pay_back(session, stamp, made.row.customer_id, [paid], refund_by, wish)
        entries += told
        changes |= touched
    append(session, stamp, entries)
    return Done(backorder_id, changes)
