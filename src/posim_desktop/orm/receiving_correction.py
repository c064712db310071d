"""Corrections of posted receiving logs: documents of their own that take back part of what was received by mistake."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, check, column, quantity_range, table
from posim_desktop.orm.types import Quantity


class ReceivingCorrection(HasId, Base):
    """One correction; it is posted when it is made, so it always has a number, and never changes."""

    __tablename__ = "receiving_corrections"
    __table_args__ = table(check("reason_is_said", "length(trim(reason)) > 0"))

    number: Column[int] = column(unique=True)
    receiving_log_id: Column[int] = column(sa.ForeignKey("receiving_logs.id"), index=True)
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    reason: Column[str] = column(sa.String(text.REASON))
    at: Column[datetime]


class CorrectionLine(HasId, Base):
    """How much of a receiving line is taken back, and whether it is still to come on its order line.

    ``reopened`` is by how much what is open on the order line rose, ``given_up`` what was closed short instead of it.
    """

    __tablename__ = "receiving_correction_lines"
    __table_args__ = table(
        quantity_range("quantity"),
        quantity_range("reopened", zero=True),
        quantity_range("given_up", zero=True),
        check("open_or_given_up", "reopened = 0 OR given_up = 0"),
        check("within_quantity", "reopened + given_up <= quantity"),
        sa.UniqueConstraint("correction_id", "receiving_line_id"),
    )

    correction_id: Column[int] = column(sa.ForeignKey("receiving_corrections.id"))
    receiving_line_id: Column[int] = column(sa.ForeignKey("receiving_lines.id"), index=True)
    quantity: Column[Decimal] = column(Quantity())
    coming: Column[bool]
    reopened: Column[Decimal] = column(Quantity())
    given_up: Column[Decimal] = column(Quantity())


class CorrectionBack(HasId, Base):
    """What of it waited for a customer: taken off an invoice, so that the customer is owed it again.

    ``committed`` says whether the invoice held the goods back; ``planned`` is what of the order is allocated to the
    customer once more.
    """

    __tablename__ = "receiving_correction_backs"
    __table_args__ = table(
        quantity_range("quantity"),
        quantity_range("planned", zero=True),
        check("planned_within", "planned <= quantity"),
        sa.UniqueConstraint("line_id", "backorder_id", "invoice_id"),
    )

    line_id: Column[int] = column(sa.ForeignKey("receiving_correction_lines.id"))
    backorder_id: Column[int] = column(sa.ForeignKey("backorders.id"), index=True)
    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"), index=True)
    quantity: Column[Decimal] = column(Quantity())
    committed: Column[bool]
    planned: Column[Decimal] = column(Quantity())


class CorrectionSerial(HasId, Base):
    """The serial number of one unit that did not come after all; ``form`` is what is compared."""

    __tablename__ = "receiving_correction_serials"
    __table_args__ = table(sa.UniqueConstraint("line_id", "form"))

    line_id: Column[int] = column(sa.ForeignKey("receiving_correction_lines.id"))
    serial: Column[str] = column(sa.String(text.SHORT))
    form: Column[str] = column(sa.String(text.DESCRIPTION), index=True)
