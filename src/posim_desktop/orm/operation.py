"""Operations (each action, recorded once) and the audit trail."""

from datetime import datetime

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, column, table


class Operation(HasId, Base):
    """One completed verb: its key, the fingerprint of its content, its result and what it changed.

    Other workstations read new rows to refresh their screens. The database takes a row only from a program of its own
    ``revision``: a program that was open while the shop was upgraded writes nothing any more.
    """

    __tablename__ = "operations"
    __table_args__ = table()

    key: Column[str] = column(sa.String(36), unique=True)
    fingerprint: Column[str] = column(sa.String(64))
    employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    result: Column[int | None]
    changes: Column[str]
    at: Column[datetime]
    revision: Column[str | None] = column(sa.String(32))


class AuditEvent(HasId, Base):
    """Something that must be accounted for. ``id`` runs without a gap; each ``digest`` covers the one before it."""

    __tablename__ = "audit_events"
    __table_args__ = table(sa.Index("ix_audit_events_record_kind_record_id", "record_kind", "record_id"))

    at: Column[datetime]
    workstation: Column[str] = column(sa.String(text.NAME))
    employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    action: Column[str] = column(sa.String(text.SHORT))
    record_kind: Column[str] = column(sa.String(text.SHORT))
    record_id: Column[int | None]
    before: Column[str]
    after: Column[str]
    reason: Column[str] = column(sa.String(text.REASON))
    digest: Column[str] = column(sa.String(64))
