"""PINs: what is left of one after it was hashed, and the wrong ones that were typed."""

from datetime import datetime

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, check, column, table


class Pin(HasId, Base):
    """An employee's PIN; in a table of its own, so that no reading of a card brings it along.

    ``failures`` counts the wrong ones in a row. From the fifth on, nobody is let in before ``not_before``.
    """

    __tablename__ = "pins"
    __table_args__ = table(
        check("failures_count", "failures >= 0"),
        check("lock_follows_failures", "(failures >= 5) = (not_before IS NOT NULL)"),
    )

    employee_id: Column[int] = column(sa.ForeignKey("employees.id"), unique=True)
    pin_hash: Column[str] = column(sa.String(text.REASON))
    failures: Column[int]
    not_before: Column[datetime | None]
