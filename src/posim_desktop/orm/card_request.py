"""What card terminals were asked to take."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.card_requests import RequestState
from posim_desktop.orm.base import Base, Column, HasId, check, column, one_of, table
from posim_desktop.orm.types import Money


class CardRequest(HasId, Base):
    """A payment that a card terminal was asked for: stored before it is asked, ended once it is known what came of it.

    ``key`` is the terminal's name of it, the same however often it is asked. ``settled_by`` said what came of it where
    the terminal did not.
    """

    __tablename__ = "card_requests"
    __table_args__ = table(
        one_of("state", RequestState),
        check("amount_range", "amount BETWEEN 1 AND 9999999999"),
        check("ended_when_known", "(state IN ('asked', 'unknown')) = (ended_at IS NULL)"),
        check("reference_of_approved", "reference = '' OR state = 'approved'"),
    )

    key: Column[str] = column(sa.String(text.SHORT), unique=True)
    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"), index=True)
    type_id: Column[int] = column(sa.ForeignKey("tender_types.id"))
    amount: Column[Decimal] = column(Money())
    terminal: Column[str] = column(sa.String(text.NAME))
    state: Column[str] = column(sa.String(text.CODE))
    reference: Column[str] = column(sa.String(text.SHORT))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    asked_at: Column[datetime]
    ended_at: Column[datetime | None]
    settled_by: Column[int | None] = column(sa.ForeignKey("employees.id"))
