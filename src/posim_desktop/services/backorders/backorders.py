"""Canceling part or all of a backorder. Serves the guide's page "Cancel part of a backorder"."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import EventKind, Figures
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Field, RefusedError, Where, refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.backorders import freed_money
from posim_desktop.services.backorders.freed_money import Freed
from posim_desktop.services.people.permissions import require_name
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.records import backorder_rows, signatures
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.records.signatures import Signature
from posim_desktop.services.session import Session, Stamp


def cancel(
    session: Session, stamp: Stamp, *, backorder_id: int, quantity: Decimal, employee_id: int, reason: str
) -> Done:
    """Cancel part or all of what a backorder still has outstanding.

    Orders that have more allocated to it than is left have their newest allocations shrunk; the orders are among the
    changes, and ``queries.allocations.shrunk`` tells by how much. A deposit stays with the rest; with no rest left it
    becomes the customer's credit.

    Args:
        session: The transaction.
        stamp: When and where.
        backorder_id: The card.
        quantity: How many units are no longer wanted.
        employee_id: Who cancels: the name on the Manual Backorder Cancel screen.
        reason: Why, in words.

    Raises:
        RefusedError: Names the field ``quantity``, ``name`` or ``reason``.
    """
    made = begin(session, stamp, backorder_id=backorder_id, quantity=quantity, employee_id=employee_id, reason=reason)
    append(session, stamp, [made.entry])
    return Done(backorder_id, made.changes)


class Cancellation(NamedTuple):
    """A cancellation that is written, but for the audit: what that says, what was freed, and what changed."""

    row: StoredBackorder
    freed: Freed | None
    entry: AuditEntry
    changes: frozenset[Change]


def begin(
    session: Session,
    stamp: Stamp,
    *,
    backorder_id: int,
    quantity: Decimal,
    employee_id: int,
    reason: str,
    disposition: Disposition | None = None,
) -> Cancellation:
    """Cancel and let the money that it frees go; whoever calls pays a refund back, and appends to the audit last.

    Raises:
        RefusedError: As :func:`cancel`; or at ``fee``, ``refund`` or ``credit``: the money cannot go there.
    """
    backorder = backorder_rows.lock(session, [backorder_id]).get(backorder_id)
    if backorder is None:
        raise refuse(Why.NO_SUCH_BACKORDER)
    figures = backorder_rules.cancel(backorder.figures, quantity)
    signed = replace(signatures.sign(session, employee_id), reason=clean_reason(reason, Field("reason")))
    require_name(session, stamp, employee_id, Permission.CANCEL_BACKORDER, Field("name"))
    event = backorder_rows.event(stamp, EventKind.CANCEL, backorder_id, quantity, signed)
    backorder_rows.write(session, {backorder_id: figures}, [event])
    shrunk = allocations.trim_backorders(session, stamp, AllocationKind.CANCELED, {backorder_id: figures.outstanding})
    one = freed_money.Canceled(backorder, backorder.figures, quantity, signed.reason)
    wishes = {} if disposition is None else {backorder_id: disposition}
    freed = freed_money.dispose(session, stamp, {backorder_id: one}, wishes).get(backorder_id)
    touched = {
        Change(Record.BACKORDER, backorder_id),
        Change(Record.ITEM, backorder.item_id),
        Change(Record.CUSTOMER, backorder.customer_id),
        *allocations.changed_by(shrunk),
    }
    entry = canceled(backorder, figures, signed, freed)
    return Cancellation(backorder, freed, entry, frozenset(touched))


def clean_reason(typed: str, where: Where) -> str:
    """Clean why somebody cancels.

    Raises:
        RefusedError: At the place: there is none.
    """
    try:
        return text.clean(typed, field="reason", limit=text.REASON, label=text.Label.REASON, blank=False)
    except RefusedError as refused:
        raise RefusedError(refused.refusal.at(where)) from refused


def canceled(before: StoredBackorder, after: Figures, signed: Signature, freed: Freed | None = None) -> AuditEntry:
    """Account for a cancellation, and for the money that it freed."""
    told = {} if freed is None else freed.told
    return AuditEntry(
        AuditAction.CANCEL_BACKORDER,
        Record.BACKORDER,
        before.id,
        {"outstanding": before.outstanding},
        {"outstanding": after.outstanding, "canceled_by": signed.employee_id, **told},
        signed.reason,
    )
