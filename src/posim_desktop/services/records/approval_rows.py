"""Approvals as they are stored: given to one action of one person, used once; and what was allowed on a line."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.errors import refuse
from posim_desktop.domain.permits import Permission, Permit, covers
from posim_desktop.domain.why import Why
from posim_desktop.orm import Approval, Backorder, InvoiceLine, LineApproval
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Action, Session, Stamp

GOOD_FOR = timedelta(minutes=2)
"""How long an approval waits for the action that it was given to."""


class WaitingApproval(NamedTuple):
    """An approval that was not used yet."""

    id: int
    approver_id: int
    permission: Permission
    extent: Decimal | None
    quantity: Decimal | None

    def lets(self, need: Permit) -> bool:
        """Say whether this covers a need."""
        return covers(Permit(self.permission, self.extent, self.quantity), need)


class Allowed(NamedTuple):
    """What somebody allowed on a line of an invoice."""

    line_id: int
    employee_id: int
    need: Permit


class _NewApproval(NamedTuple):
    operation: str
    content: str
    permission: str
    extent: Decimal | None
    quantity: Decimal | None
    approver_id: int
    employee_id: int | None
    at: datetime
    used: bool


class _NewLineApproval(NamedTuple):
    invoice_id: int
    line_id: int
    permission: str
    extent: Decimal | None
    quantity: Decimal | None
    employee_id: int | None


_approvals, _of_lines = table_of(Approval), table_of(LineApproval)
_backorders, _lines = table_of(Backorder), table_of(InvoiceLine)
_WAITING = (
    sa.select(*(_approvals.c[name] for name in WaitingApproval._fields))
    .where(
        _approvals.c.operation == sa.bindparam("key"),
        _approvals.c.content == sa.bindparam("content"),
        _approvals.c.employee_id == sa.bindparam("employee"),
        _approvals.c.at >= sa.bindparam("since"),
        ~_approvals.c.used,
    )
    .order_by(_approvals.c.id)
)
_ON_INVOICE = sa.select(
    *(_of_lines.c[name] for name in ("line_id", "employee_id", "permission", "extent", "quantity"))
).where(_of_lines.c.invoice_id == sa.bindparam("invoice"))
_INHERITED = ("permission", "extent", "quantity", "employee_id")
_INHERIT = sa.insert(_of_lines).from_select(
    ("invoice_id", "line_id", *_INHERITED),
    sa.select(_lines.c.invoice_id, _lines.c.id, *(_of_lines.c[name] for name in _INHERITED))
    .join_from(_lines, _backorders, _backorders.c.id == _lines.c.fills_backorder_id)
    .join(_of_lines, _of_lines.c.line_id == _backorders.c.source_line_id)
    .where(
        _lines.c.invoice_id.in_(sa.bindparam("invoices", expanding=True)),
        _of_lines.c.permission.in_((Permission.DISCOUNT, Permission.CHANGE_PRICE, Permission.SELL_BELOW_COST)),
    ),
)
_MOVE = (
    sa.update(_of_lines)
    .where(_of_lines.c.line_id == sa.bindparam("line"))
    .values(invoice_id=sa.bindparam("to_invoice"))
)
_DROP = sa.delete(_of_lines).where(_of_lines.c.line_id == sa.bindparam("line"))


def give(session: Session, stamp: Stamp, approver_id: int, action: Action, needs: Iterable[Permit]) -> None:
    """Write down what an approver lets the acting employee do, for one action."""
    rows = [
        _NewApproval(
            action.key,
            action.content,
            str(need.permission),
            need.extent,
            need.quantity,
            approver_id,
            stamp.employee_id,
            stamp.at,
            used=False,
        )
        for need in needs
    ]
    insert_rows(session.connection(), _approvals, rows)


def waiting(session: Session, stamp: Stamp) -> list[WaitingApproval]:
    """Read the approvals that this action was given and that are not too old."""
    if stamp.action is None:
        return []
    asked = {**stamp.action._asdict(), "employee": stamp.employee_id, "since": stamp.at - GOOD_FOR}
    return [
        WaitingApproval(row.id, row.approver_id, Permission(row.permission), row.extent, row.quantity)
        for row in session.connection().execute(_WAITING, asked)
    ]


def use(session: Session, approvals: Sequence[WaitingApproval]) -> None:
    """Use approvals up.

    Raises:
        RefusedError: Somebody used one meanwhile.
    """
    ids = [approval.id for approval in approvals]
    using = sa.update(_approvals).where(_approvals.c.id.in_(ids), ~_approvals.c.used).values(used=True)
    if session.connection().execute(using).rowcount < len(ids):
        raise refuse(Why.APPROVAL_USED)


def on_invoice(session: Session, invoice_id: int) -> list[Allowed]:
    """Read what was allowed on the lines of a locked invoice."""
    rows = session.connection().execute(_ON_INVOICE, {"invoice": invoice_id})
    return [
        Allowed(row.line_id, row.employee_id, Permit(Permission(row.permission), row.extent, row.quantity))
        for row in rows
    ]


def allow(session: Session, invoice_id: int, line_id: int, employee_id: int | None, needs: Sequence[Permit]) -> None:
    """Write down who allowed what of a line of a locked invoice."""
    if not needs:
        return
    rows = [
        _NewLineApproval(invoice_id, line_id, str(need.permission), need.extent, need.quantity, employee_id)
        for need in needs
    ]
    insert_rows(session.connection(), _of_lines, rows)


def inherit(session: Session, invoice_ids: Sequence[int]) -> None:
    """Let what was allowed on lines that promised goods count for the lines that fill them, on new invoices."""
    session.connection().execute(_INHERIT, {"invoices": invoice_ids})


def drop(session: Session, line_id: int) -> None:
    """Forget what was allowed on a line that is taken off its invoice."""
    session.connection().execute(_DROP, {"line": line_id})


def move(session: Session, line_id: int, invoice_id: int) -> None:
    """Let what was allowed on a line go with it to another locked working invoice."""
    session.connection().execute(_MOVE, {"line": line_id, "to_invoice": invoice_id})
