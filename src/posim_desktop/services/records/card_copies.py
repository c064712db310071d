"""The cards of one shop copied into another one, as they stand: with their ids, versions and what they are found by.

Amounts are copied as the whole numbers they are stored as, whatever money either shop counts in.
"""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.orm import (
    Barcode,
    Counter,
    Customer,
    Department,
    Employee,
    Item,
    ItemVendor,
    Pin,
    Preference,
    ShopRole,
    StockEntry,
    TaxCode,
    TenderType,
    Vendor,
)
from posim_desktop.orm.base import Base, table_of
from posim_desktop.orm.preference import PRACTICE
from posim_desktop.orm.types import Cost, Money, Percent, Quantity
from posim_desktop.services.session import Session, Stamp

_COPIED: tuple[type[Base], ...] = (
    *(Preference, TaxCode, Department, Vendor, TenderType, ShopRole, Employee, Pin),
    *(Item, ItemVendor, Barcode, Customer),
)
"""In an order in which each finds what it names."""
_SHIPPED: tuple[type[Base], ...] = (TenderType, ShopRole)
"""What a new shop begins with; the shop's own stand in their place."""
_CARD_COUNTERS = ("customer", "item", "vendor", "role", "tender_type")
_AT_ONCE = 2000
_SCALED = (Money, Cost, Percent, Quantity)
_EMPTY = {"committed": 0, "on_order": 0, "failures": 0, "not_before": None}
"""What no card brings along: what documents hold of it, and who typed a wrong PIN."""


def copy_cards(source: sa.Connection, session: Session, stamp: Stamp, reason: str) -> int:
    """Copy the cards of a shop into a new one that is marked for practice; return how many items there are.

    Documents stay behind, and so does money that is held. What is on hand opens the new stock ledger; goods that were
    sold below zero begin with none.

    Args:
        source: A snapshot of the shop.
        session: The transaction in the new shop.
        stamp: When, where and by whom.
        reason: Why something is on hand, as the stock ledger says it.
    """
    connection = session.connection()
    connection.execute(sa.insert(table_of(Preference)), {"name": PRACTICE, "value": json.dumps(stamp.at.isoformat())})
    for entity in _SHIPPED:
        connection.execute(sa.delete(table_of(entity)))
    for entity in _COPIED:
        _copy(source, connection, table_of(entity))
    _copy_counters(source, connection)
    return _open_stock(connection, stamp, reason)


def _copy(source: sa.Connection, target: sa.Connection, table: sa.Table) -> None:
    columns = [sa.type_coerce(each, _raw(each)).label(each.name) for each in table.columns]
    inserting = sa.insert(table).values(
        {each.name: sa.bindparam(each.name, type_=_raw(each)) for each in table.columns}
    )
    reading = sa.select(*columns).order_by(*table.primary_key).execution_options(yield_per=_AT_ONCE)
    for part in source.execute(reading).mappings().partitions():
        target.execute(inserting, [_emptied(dict(row)) for row in part])
    _merge_after(source, target, table)


def _raw(column: sa.Column[Any]) -> sa.types.TypeEngine[Any]:
    return sa.BigInteger() if isinstance(column.type, _SCALED) else column.type


def _emptied(row: dict[str, Any]) -> dict[str, Any]:
    row |= {name: value for name, value in _EMPTY.items() if name in row}
    if "on_hand" in row:
        row["on_hand"] = max(0, row["on_hand"])
    if "merged_into" in row:
        row["merged_into"] = None  # the other card may come later
    return row


def _merge_after(source: sa.Connection, target: sa.Connection, table: sa.Table) -> None:
    """Say of customers' cards into which they were merged, once all of them are there."""
    if "merged_into" not in table.c:
        return
    merged = source.execute(sa.select(table.c.id, table.c.merged_into).where(table.c.merged_into.is_not(None))).all()
    for card_id, merged_into in merged:
        target.execute(sa.update(table).where(table.c.id == card_id).values(merged_into=merged_into))


def _copy_counters(source: sa.Connection, target: sa.Connection) -> None:
    counters = table_of(Counter)
    for name, value in source.execute(sa.select(*counters.columns).where(counters.c.name.in_(_CARD_COUNTERS))):
        target.execute(sa.update(counters).where(counters.c.name == name).values(value=value))


def _open_stock(connection: sa.Connection, stamp: Stamp, reason: str) -> int:
    ledger = table_of(StockEntry)
    opened = sa.select(
        *(Item.id, sa.literal(str(LedgerKind.OPENING)), Item.on_hand, sa.literal(stamp.employee_id)),
        *(sa.literal(reason), sa.literal(stamp.at, ledger.c.at.type)),
    ).where(Item.on_hand > 0)
    names = ("item_id", "kind", "quantity", "employee_id", "reason", "at")
    connection.execute(sa.insert(ledger).from_select(names, opened))
    return connection.execute(sa.select(sa.func.count(Item.id))).scalar_one()


def who_has_pins(session: Session) -> Iterator[int]:
    """Name the employees who have a PIN."""
    yield from session.connection().scalars(sa.select(Pin.employee_id).order_by(Pin.employee_id))
