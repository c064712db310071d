"""Backorders after their birth. Serves the guide's page "Cancel part of a backorder"."""

from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain import text
from posim_desktop.domain.backorders import backorder as rules
from posim_desktop.domain.backorders.backorder import EventKind, Figures
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse
from posim_desktop.orm import Backorder, BackorderEvent, Employee
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.transaction import Stamp


def cancel(
    session: Session, stamp: Stamp, *, backorder_id: int, quantity: Decimal, employee_id: int, reason: str
) -> Done:
    """Cancel part or all of what a backorder still has outstanding.

    Orders that are meant to bring more than is left have their newest allocations shrunk; the orders are among the
    changes, and ``queries.allocations.shrunk`` tells by how much.

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
    backorder = lock(session, backorder_id)
    figures = rules.cancel(figures_of(backorder), quantity)
    name = _name_of(session, employee_id)
    words = text.clean(reason, field="reason", limit=text.REASON, label="The reason", blank=False)
    changed = session.scalar(
        sa.update(Backorder)
        .where(Backorder.id == backorder_id, Backorder.outstanding >= quantity)
        .values(canceled=figures.canceled, outstanding=figures.outstanding, version=Backorder.version + 1)
        .returning(Backorder.id)
        .execution_options(synchronize_session=False)
    )
    if changed is None:
        raise refuse("Somebody else changed this backorder just now. Look at its figures again.", "quantity")
    event = {
        "backorder_id": backorder_id,
        "kind": EventKind.CANCEL,
        "quantity": quantity,
        "invoice_id": None,
        "employee_id": employee_id,
        "name": name,
        "reason": words,
        "at": stamp.at,
    }
    session.execute(sa.insert(BackorderEvent), [event])
    shrunk = allocations.trim_backorders(session, {backorder_id: figures.outstanding})
    entry = Entry(
        "cancel backorder",
        Record.BACKORDER,
        backorder_id,
        before={"outstanding": backorder.outstanding},
        after={"outstanding": figures.outstanding, "name": name},
        reason=words,
    )
    append(session, stamp, [entry, *allocations.trimmed(shrunk, "cancel backorder")])
    return done(
        backorder_id,
        Change(Record.BACKORDER, backorder_id),
        Change(Record.ITEM, backorder.item_id),
        Change(Record.CUSTOMER, backorder.customer_id),
        *allocations.changed_by(shrunk),
    )


def lock(session: Session, backorder_id: int) -> Backorder:
    """Lock a backorder and read it afresh.

    Raises:
        RefusedError: There is no such card.
    """
    chosen = sa.select(Backorder).where(Backorder.id == backorder_id).with_for_update()
    backorder = session.scalar(chosen.execution_options(populate_existing=True))
    if backorder is None:
        raise refuse("This backorder does not exist.")
    return backorder


def figures_of(backorder: Backorder) -> Figures:
    """Take the five figures of a stored backorder."""
    return Figures(
        ordered=backorder.ordered,
        received=backorder.received,
        canceled=backorder.canceled,
        filled=backorder.filled,
        waiting=backorder.waiting,
    )


def _name_of(session: Session, employee_id: int) -> str:
    name = session.scalar(sa.select(Employee.name).where(Employee.id == employee_id, ~Employee.archived))
    if name is None:
        raise refuse("Choose an employee who works here.", "name")
    return name
