"""Canceling backorders for which money is held. Serves the guide's pages on canceling and on deposits."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.changes import Change, Done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.backorders import backorders, freed_money
from posim_desktop.services.records import backorder_rows
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
    unwanted = Unwanted(backorder_id, quantity, disposition)
    entries, changes = begin(session, stamp, [unwanted], employee_id, reason, refund_by, wish)
    append(session, stamp, entries)
    return Done(backorder_id, changes)


class Unwanted(NamedTuple):
    """So many units of a backorder that are no longer wanted, and where the money goes that they free."""

    backorder_id: int
    quantity: Decimal
    disposition: Disposition | None = None


def begin(
    session: Session,
    stamp: Stamp,
    unwanted: Sequence[Unwanted],
    employee_id: int,
    reason: str,
    refund_by: Tender | None,
    wish: PrintWish | None,
) -> tuple[list[AuditEntry], frozenset[Change]]:
    """Cancel units of one customer's backorders, with one refund for all of them; whoever calls appends to the audit.

    Raises:
        RefusedError: As :func:`cancel`.
    """
    backorder_rows.lock(session, [each.backorder_id for each in unwanted])
    made = [
        backorders.begin(
            session,
            stamp,
            backorder_id=each.backorder_id,
            quantity=each.quantity,
            employee_id=employee_id,
            reason=reason,
            disposition=each.disposition,
        )
        for each in unwanted
    ]
    freed_money.require_fees(session, stamp, [each.freed for each in made if each.freed is not None])
    entries = [each.entry for each in made]
    changes = frozenset[Change]().union(*(each.changes for each in made))
    refunded = [
        (each.row, refunds.of_cancellation(session, each.row, each.freed, each.entry.reason))
        for each in made
        if each.freed is not None and each.freed.wish.refund
    ]
    if refunded:
        if refund_by is None:
            raise refuse(Why.NO_TENDER, Field("refund"))
        customer_id, amounts = refunded[0][0].customer_id, [paid for _row, paid in refunded]
        told, touched = refunds.pay_back(session, stamp, customer_id, amounts, refund_by, wish)
        entries += told
        changes |= touched
    return entries, changes
