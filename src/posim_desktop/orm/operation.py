"""Operations (each action, recorded once) and the audit trail."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, HasId, table


class Operation(HasId, Base):
    """One completed verb: its key, the fingerprint of its content, its result and what it changed.

    Other workstations read new rows to refresh their screens. The database takes a row only from a program of its own
    ``revision``: a program that was open while the shop was upgraded writes nothing any more.
    """

    __tablename__ = "operations"
    __table_args__ = table()

    key: Mapped[str] = mapped_column(sa.String(36), unique=True)
    fingerprint: Mapped[str] = mapped_column(sa.String(64))
    employee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employees.id"))
    workstation: Mapped[str] = mapped_column(sa.String(text.NAME))
    result: Mapped[int | None]
    changes: Mapped[str]
    at: Mapped[datetime]
    revision: Mapped[str | None] = mapped_column(sa.String(32))


class AuditEvent(HasId, Base):
    """Something that must be accounted for. ``id`` runs without a gap; each ``digest`` covers the one before it."""

    __tablename__ = "audit_events"
    __table_args__ = table(sa.Index("ix_audit_events_record_kind_record_id", "record_kind", "record_id"))

    at: Mapped[datetime]
    workstation: Mapped[str] = mapped_column(sa.String(text.NAME))
    employee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("employees.id"))
    action: Mapped[str] = mapped_column(sa.String(text.SHORT))
    record_kind: Mapped[str] = mapped_column(sa.String(text.SHORT))
    record_id: Mapped[int | None]
    before: Mapped[str]
    after: Mapped[str]
    reason: Mapped[str] = mapped_column(sa.String(text.REASON))
    digest: Mapped[str] = mapped_column(sa.String(64))
