"""The audit: append-only, numbered without a gap, each row's digest covering the row before it (D4)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.audit_chain import NO_DIGEST, chain_digest
from posim_desktop.domain.changes import Record
from posim_desktop.domain.tax import Tax, written
from posim_desktop.orm import AuditEvent, Employee
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.session import Session, Stamp


class _Row(NamedTuple):
    id: int
    at: datetime
    workstation: str
    employee_id: int | None
    action: str
    record_kind: str
    record_id: int | None
    before: str
    after: str
    reason: str
    digest: str = ""


_events = table_of(AuditEvent)
_employees = table_of(Employee)
_LAST = (
    sa.select(_employees.c.name, _events.c.workstation)
    .select_from(_events)
    .outerjoin(_employees, _employees.c.id == _events.c.employee_id)
    .where(_events.c.record_kind == sa.bindparam("kind"), _events.c.record_id == sa.bindparam("record"))
    .order_by(_events.c.id.desc())
    .limit(1)
)
_DIGEST = sa.select(_events.c.digest).where(_events.c.id == sa.bindparam("number"))


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An audit entry; ``before`` and ``after`` hold the fields that matter, as plain values."""

    action: AuditAction
    record: Record
    record_id: int | None
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)
    reason: str = ""


class LastEvent(NamedTuple):
    """Who last did something to a record, and where; an employee may be unknown."""

    name: str | None
    workstation: str


def last_event(session: Session, record: Record, record_id: int) -> LastEvent | None:
    """Find the newest entry about a record."""
    row = session.connection().execute(_LAST, {"kind": str(record), "record": record_id}).one_or_none()
    return None if row is None else LastEvent._make(row)


def append(session: Session, stamp: Stamp, entries: Sequence[AuditEntry]) -> None:
    """Append entries to the chain; do this last, because it locks the chain."""
    if not entries:
        return
    first = take_numbers(session, "audit", len(entries))
    digest = session.connection().scalar(_DIGEST, {"number": first - 1}) or NO_DIGEST
    rows = []
    for number, entry in enumerate(entries, first):
        row = _Row(
            number,
            stamp.at,
            stamp.workstation,
            stamp.employee_id,
            str(entry.action),
            str(entry.record),
            entry.record_id,
            _write(entry.before),
            _write(entry.after if session.approved_by is None else {**entry.after, "approved_by": session.approved_by}),
            entry.reason,
        )
        digest = chain_digest(digest, row._asdict())
        rows.append(row._replace(digest=digest))
    insert_rows(session.connection(), _events, rows)
    session.audited = rows[-1].id


def _write(values: Mapping[str, object]) -> str:
    return json.dumps(dict(values), sort_keys=True, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Tax):
        return written((value,))
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no place in the audit")
