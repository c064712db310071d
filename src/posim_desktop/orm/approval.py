"""Approvals: what one person let another do, once, and what was allowed on a line of an invoice."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, column, quantity_range, table
from posim_desktop.orm.types import Percent, Quantity


class Approval(HasId, Base):
    """A permission that the approver's PIN gave to one action of somebody else; only ``used`` changes, once.

    ``operation`` is the key of the action and ``content`` a fingerprint of what is done; None is of before revision
    0008. ``extent`` and ``quantity`` say how far it goes, see :class:`~posim_desktop.domain.permits.Permit`.
    """

    __tablename__ = "approvals"
    __table_args__ = table(quantity_range("quantity"))

    operation: Column[str] = column(sa.String(36), index=True)
    content: Column[str | None] = column(sa.String(64))
    permission: Column[str] = column(sa.String(text.SHORT))
    extent: Column[Decimal | None] = column(Percent())
    quantity: Column[Decimal | None] = column(Quantity())
    approver_id: Column[int] = column(sa.ForeignKey("employees.id"))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]
    used: Column[bool]


class LineApproval(HasId, Base):
    """Who allowed what of an invoice line: the person who wrote it, or whoever approved it; up to an extent."""

    __tablename__ = "line_approvals"
    __table_args__ = table(quantity_range("quantity"))

    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"), index=True)
    line_id: Column[int] = column(sa.ForeignKey("invoice_lines.id"), index=True)
    permission: Column[str] = column(sa.String(text.SHORT))
    extent: Column[Decimal | None] = column(Percent())
    quantity: Column[Decimal | None] = column(Quantity())
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
