"""What the audit holds, the newest first. Serves the guide's page "The audit".

Nothing is worked out again: an event is shown as it was written, and names are those of the cards as they are now.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.audit_fields import APPROVED_BY, referred
from posim_desktop.domain.changes import Record
from posim_desktop.orm import (
    AuditEvent,
    Backorder,
    Customer,
    Department,
    Drawer,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingLog,
    TaxCode,
    TenderType,
    Vendor,
    VendorReturn,
)
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries import search
from posim_desktop.queries.deck import DeckQuery, Found, Order

_event = table_of(AuditEvent).c
_who = table_of(Employee).alias("who")

_NUMBERED: Mapping[Record, type[Base]] = {
    Record.INVOICE: Invoice,
    Record.BACKORDER: Backorder,
    Record.PURCHASE_ORDER: PurchaseOrder,
    Record.RECEIVING_LOG: ReceivingLog,
    Record.VENDOR_RETURN: VendorReturn,
}
_CODED: Mapping[Record, type[Base]] = {
    Record.ITEM: Item,
    Record.TAX_CODE: TaxCode,
    Record.DEPARTMENT: Department,
}
_NAMED: Mapping[Record, type[Base]] = {
    Record.CUSTOMER: Customer,
    Record.VENDOR: Vendor,
    Record.EMPLOYEE: Employee,
    Record.TENDER_TYPE: TenderType,
    Record.DRAWER: Drawer,
}
_SEARCHED: Mapping[Record, sa.ColumnElement[str]] = {
    Record.ITEM: Item.search_text,
    Record.CUSTOMER: Customer.search_text,
    Record.VENDOR: Vendor.search_text,
    Record.DEPARTMENT: Department.search_text,
    Record.TAX_CODE: TaxCode.search_text,
    Record.EMPLOYEE: Employee.search_text,
    Record.TENDER_TYPE: TenderType.search_text,
}
_LINES: Mapping[str, type[Base]] = {Record.INVOICE: InvoiceLine, Record.PURCHASE_ORDER: PurchaseOrderLine}


@dataclass(frozen=True, slots=True)
class AuditFound(Found):
    """The events that somebody looks for; ``text`` is the number, ID or name of a record.

    Attributes:
        employee_id: Only what this person did or approved.
        action: Only this.
        since: From this moment on.
        before: Until just before this moment.
    """

    employee_id: int | None = None
    action: str | None = None
    since: datetime | None = None
    before: datetime | None = None


class Known(NamedTuple):
    """What a record is called: a document by its number, a card by its code or name.

    A document that is not posted yet has neither, and of a card that was deleted there is no :class:`Known` at all.
    """

    number: int | None
    name: str


Names = Mapping[tuple[Record, int], Known]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An event in List All; ``employee`` is ``""`` where nobody was logged in."""

    id: int
    at: datetime
    employee: str
    approved_by: int | None
    action: str
    record_kind: str
    record_id: int | None
    known: Known
    workstation: str


@dataclass(frozen=True, slots=True)
class AuditDetails:
    """An event, read whole.

    Attributes:
        version: An event never changes.
        names: What the records are called that it refers to.
    """

    id: int
    at: datetime
    workstation: str
    employee_id: int | None
    action: str
    record_kind: str
    record_id: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    names: Names
    version: int = 0

    @property
    def approved_by(self) -> int | None:
        """Who else approved it."""
        return _approver(self.after)

    def name_of(self, employee_id: int | None) -> str:
        """Name somebody of the event; ``""`` for nobody, and for whoever has no card any more."""
        known = None if employee_id is None else self.names.get((Record.EMPLOYEE, employee_id))
        return "" if known is None else known.name


def _row(record_id: int, at: datetime, employee: str, after: str, *rest: Any) -> AuditRow:  # noqa: ANN401 - columns
    action, kind, about, number, name, workstation = rest
    approved_by = _approver(json.loads(after)) if APPROVED_BY in after else None
    return AuditRow(record_id, at, employee, approved_by, action, kind, about, Known(number, name), workstation)


def _approver(after: Mapping[str, Any]) -> int | None:
    return after.get(APPROVED_BY)


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests = [_is_about(dialect, word) for word in folding.words(found.text)]
    if isinstance(found, AuditFound):
        if found.employee_id is not None:
            approved = [_event.after.like(f'%"{APPROVED_BY}": {found.employee_id}{end}%') for end in (",", "}")]
            tests.append(sa.or_(_event.employee_id == found.employee_id, *approved))
        if found.action is not None:
            tests.append(_event.action == found.action)
        if found.since is not None:
            tests.append(_event.at >= found.since)
        if found.before is not None:
            tests.append(_event.at < found.before)
    return tests


def _is_about(dialect: str, word: str) -> sa.ColumnElement[bool]:
    """Say that an event is about a record with this number, ID or name."""
    number = search.number(word)
    chosen: dict[Record, sa.Select[Any]] = {}
    if number is not None:
        chosen |= {
            kind: sa.select(table_of(each).c.id).where(table_of(each).c.number == number)
            for kind, each in _NUMBERED.items()
        }
    chosen |= {kind: search.ids_with(dialect, column, word) for kind, column in _SEARCHED.items()}
    return sa.or_(
        *(sa.and_(_event.record_kind == str(kind), _event.record_id.in_(ids)) for kind, ids in chosen.items())
    )


def _joined() -> tuple[sa.FromClause, sa.ColumnElement[Any], sa.ColumnElement[Any]]:
    """Join every kind of record to its events; return also the number and the name of whichever it is."""
    source: sa.FromClause = table_of(AuditEvent).outerjoin(_who, _who.c.id == _event.employee_id)
    numbers: list[sa.ColumnElement[Any]] = []
    names: list[sa.ColumnElement[Any]] = []
    for kind, entity in {**_NUMBERED, **_CODED, **_NAMED}.items():
        table = table_of(entity).alias(f"about_{kind}")
        source = source.outerjoin(table, sa.and_(_event.record_kind == str(kind), table.c.id == _event.record_id))
        if kind in _NUMBERED:
            numbers.append(table.c.number)
        else:
            names.append(table.c.code if kind in _CODED else table.c.name)
    return source, sa.func.coalesce(*numbers), sa.func.coalesce(*names, "")


_SOURCE, _NUMBER, _NAME = _joined()

DECK: DeckQuery[AuditRow] = DeckQuery(
    source=_SOURCE,
    id=_event.id,
    columns=(
        _event.id,
        _event.at,
        sa.func.coalesce(_who.c.name, ""),
        _event.after,
        _event.action,
        _event.record_kind,
        _event.record_id,
        _NUMBER,
        _NAME,
        _event.workstation,
    ),
    row=_row,
    orders={"time": _event.id},  # numbered as it happened
    first_order=Order("time", descending=True),
    condition=_condition,
    stands_alone=True,
)

_DETAILS = sa.select(table_of(AuditEvent)).where(_event.id == sa.bindparam("event"))
_PEOPLE = sa.select(Employee.id, Employee.name).order_by(Employee.name, Employee.id)


def people(connection: sa.Connection) -> dict[int, str]:
    """List everybody who works or worked here, by name."""
    return {row.id: row.name for row in connection.execute(_PEOPLE)}


def details(connection: sa.Connection, event_id: int) -> AuditDetails | None:
    """Read an event with the names of all it refers to, or None when there is none."""
    row = connection.execute(_DETAILS, {"event": event_id}).one_or_none()
    if row is None:
        return None
    before, after = (_with_item(connection, row.record_kind, json.loads(side)) for side in (row.before, row.after))
    about = {pair for side in (before, after) for field, value in side.items() for pair in referred(field, value)}
    if row.employee_id is not None:
        about.add((Record.EMPLOYEE, row.employee_id))
    if row.record_id is not None and row.record_kind in set(Record):
        about.add((Record(row.record_kind), row.record_id))
    return AuditDetails(
        row.id,
        row.at,
        row.workstation,
        row.employee_id,
        row.action,
        row.record_kind,
        row.record_id,
        before,
        after,
        row.reason,
        _names(connection, about),
    )


def _with_item(connection: sa.Connection, kind: str, side: dict[str, Any]) -> dict[str, Any]:
    """Say the item of a line instead of the line, which nobody knows by its id, where the line is still there."""
    line, lines = side.get("line"), _LINES.get(kind)
    if line is None or lines is None:
        return side
    table = table_of(lines)
    item_id = side.get("item_id") or connection.scalar(sa.select(table.c.item_id).where(table.c.id == line))
    if item_id is None:
        return side
    return {"item_id": item_id} | {name: value for name, value in side.items() if name != "line"}


def _names(connection: sa.Connection, about: Iterable[tuple[Record, int]]) -> Names:
    """Look up what records are called, with one statement for each kind."""
    by_kind: dict[Record, list[int]] = {}
    for kind, record_id in about:
        by_kind.setdefault(kind, []).append(record_id)
    found: dict[tuple[Record, int], Known] = {}
    for kind, ids in by_kind.items():
        entity = {**_NUMBERED, **_CODED, **_NAMED}.get(kind)
        if entity is None:
            continue
        table = table_of(entity)
        called = table.c.number if kind in _NUMBERED else table.c.code if kind in _CODED else table.c.name
        for record_id, word in connection.execute(sa.select(table.c.id, called).where(table.c.id.in_(ids))):
            found[kind, record_id] = Known(word, "") if kind in _NUMBERED else Known(None, word)
    return found
