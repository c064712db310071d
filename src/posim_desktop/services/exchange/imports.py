"""Cards from a file, laid beside those on file and then written in one transaction.

A plan reads and writes nothing; it is what a dry run shows. The verb writes a plan whole or not at all: a card that
somebody changed in between refuses it. Serves the guide's page "Import items and customers".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.cards.cards import CustomerFields, ItemFields, clean_item
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.exchange.import_cards import CustomerCard, ItemCard, RowRefusal, field_of
from posim_desktop.orm import Barcode, Customer, Department, Employee, Item, TaxCode, Vendor
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.shop import preferences
from posim_desktop.services.cards import customers, items
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.transaction import Stamp

_barcodes = table_of(Barcode)
_employees = table_of(Employee)
_CHUNK = 500
_LOOKED_UP: Mapping[str, tuple[type[Base], str]] = {
    "department": (Department, "department_id"),
    "tax_code": (TaxCode, "tax_code_id"),
    "vendor": (Vendor, "preferred_vendor_id"),
}


class Existing(StrEnum):
    """What happens to a row whose card is on file already."""

    SKIP = "skip"
    UPDATE = "update"
    REFUSE = "refuse"


New = TypeVar("New", NewItem, CustomerFields)
Fields = TypeVar("Fields", ItemFields, CustomerFields)
Card = TypeVar("Card", ItemCard, CustomerCard)


@dataclass(frozen=True, slots=True)
class Rewrite(Generic[Fields]):
    """A card on file that gets other fields; refused if its version is another by then."""

    id: int
    version: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class Plan(Generic[New, Fields]):
    """What an import will do.

    Attributes:
        new: Cards to add.
        rewrites: Cards on file to change.
        unchanged: How many cards on file the rows say nothing new about.
        skipped: How many rows are left out because their card is on file.
        refusals: Rows that cannot be written, by line.
    """

    new: tuple[New, ...]
    rewrites: tuple[Rewrite[Fields], ...]
    unchanged: int
    skipped: int
    refusals: tuple[RowRefusal, ...]


def plan_items(connection: sa.Connection, drawn: Sequence[ItemCard], existing: Existing) -> Plan[NewItem, ItemFields]:
    """Lay Item cards from a file beside those on file."""
    choices = {name: _by_code(connection, entity) for name, (entity, _) in _LOOKED_UP.items()}
    default_tax = preferences.load(connection).default_tax_code_id
    stored = _stored(connection, Item, [card.fields.code for card in drawn])
    on_file = _barcodes_on_file(connection, drawn)
    own = _barcodes_of(connection, [row.id for row in stored.values()])

    def new(card: ItemCard) -> NewItem:
        ready = _with_choices(card, choices)
        _require_free(ready.fields, on_file, None)
        if "tax_code" not in card.given:
            ready = replace(ready, fields=replace(ready.fields, tax_code_id=default_tax))
        return NewItem(ready.fields, card.on_hand)

    def merged(card: ItemCard, row: sa.Row[Any]) -> ItemFields:
        ready = _with_choices(card, choices)
        before = _fields_of(ItemFields, row, barcodes=own.get(row.id, ()))
        after = clean_item(replace(before, **_given_values(ready.fields, _given_items(card))))
        _require_free(after, on_file, row.code)
        return after

    def before(row: sa.Row[Any]) -> ItemFields:
        return _fields_of(ItemFields, row, barcodes=own.get(row.id, ()))

    return _plan(drawn, stored, existing, new, merged, before)


def plan_customers(
    connection: sa.Connection, drawn: Sequence[CustomerCard], existing: Existing
) -> Plan[CustomerFields, CustomerFields]:
    """Lay Customer cards from a file beside those on file."""
    stored = _stored(connection, Customer, [card.fields.code for card in drawn])

    def new(card: CustomerCard) -> CustomerFields:
        return card.fields

    def before(row: sa.Row[Any]) -> CustomerFields:
        return _fields_of(CustomerFields, row)

    def merged(card: CustomerCard, row: sa.Row[Any]) -> CustomerFields:
        return replace(before(row), **_given_values(card.fields, card.given - {"code"}))

    return _plan(drawn, stored, existing, new, merged, before)


def write_items(
    session: Session, stamp: Stamp, *, new: tuple[NewItem, ...], rewrites: tuple[Rewrite[ItemFields], ...]
) -> Done:
    """Write a plan of Item cards, all of it or nothing; ``record_id`` is 0.

    Raises:
        RefusedError: A permission is missing, or somebody wrote one of these cards since the plan was made.
    """
    if new:
        items.add_many(session, stamp, items=new)
    for card in rewrites:
        items.change(session, stamp, item_id=card.id, fields=card.fields, version=card.version)
    return _imported(Record.ITEM, rewrites)


def write_customers(
    session: Session, stamp: Stamp, *, new: tuple[CustomerFields, ...], rewrites: tuple[Rewrite[CustomerFields], ...]
) -> Done:
    """Write a plan of Customer cards, all of it or nothing; ``record_id`` is 0.

    Raises:
        RefusedError: Somebody wrote one of these cards since the plan was made.
    """
    if new:
        customers.add_many(session, stamp, customers=new)
    for card in rewrites:
        customers.change(session, stamp, customer_id=card.id, fields=card.fields, version=card.version)
    return _imported(Record.CUSTOMER, rewrites)


def employee_id(connection: sa.Connection, code: str | None) -> int | None:
    """Find who imports; None only while the shop has no employees.

    Raises:
        RefusedError: Nobody of that name, or nobody was named in a shop that has employees.
    """
    if code is None:
        if connection.scalar(sa.select(sa.func.count()).select_from(_employees)):
            raise refuse("Say who imports: give the login name of an employee.", "employee")
        return None
    named = sa.select(_employees.c.id).where(_employees.c.code == code.strip().upper(), ~_employees.c.archived)
    found: int | None = connection.scalar(named)
    if found is None:
        raise refuse(f"No employee logs in as {code}.", "employee")
    return found


def _plan(
    drawn: Sequence[Card],
    stored: Mapping[str, sa.Row[Any]],
    existing: Existing,
    new: Callable[[Card], New],
    merged: Callable[[Card, sa.Row[Any]], Fields],
    before: Callable[[sa.Row[Any]], Fields],
) -> Plan[New, Fields]:
    added: list[New] = []
    rewrites: list[Rewrite[Fields]] = []
    refusals: list[RowRefusal] = []
    unchanged = skipped = 0
    for card in drawn:
        row = stored.get(card.fields.code)
        try:
            if row is None:
                added.append(new(card))
            elif existing is Existing.SKIP:
                skipped += 1
            else:
                _require_changeable(row, existing)
                after = merged(card, row)
                if after == before(row):
                    unchanged += 1
                else:
                    rewrites.append(Rewrite(row.id, row.version, after))
        except RefusedError as error:
            refusals.append(RowRefusal(card.line, _value(card, field_of(error.refusal)), error.refusal))
    return Plan(tuple(added), tuple(rewrites), unchanged, skipped, tuple(refusals))


def _require_changeable(row: sa.Row[Any], existing: Existing) -> None:
    if existing is Existing.REFUSE:
        raise refuse("This ID is on file already.", "code")
    if row.archived:
        raise refuse("This card is archived; bring it back before changing it.", "code")


def _value(card: ItemCard | CustomerCard, field: str) -> str:
    held = getattr(card, field, None) or getattr(card.fields, field, "")
    return ", ".join(held) if isinstance(held, tuple) else str(held)


def _imported(record: Record, rewrites: Iterable[Rewrite[Fields]]) -> Done:
    return Done(0, frozenset({Change(record, 0)} | {Change(record, card.id) for card in rewrites}))


def _stored(connection: sa.Connection, entity: type[Base], codes: Sequence[str]) -> dict[str, sa.Row[Any]]:
    table = table_of(entity)
    return {row.code: row for row in _matching(connection, table.c.code, [code for code in codes if code])}


def _matching(connection: sa.Connection, column: sa.Column[Any], values: Sequence[object]) -> Iterable[sa.Row[Any]]:
    chosen = sa.select(column.table)
    for start in range(0, len(values), _CHUNK):
        yield from connection.execute(chosen.where(column.in_(values[start : start + _CHUNK])))


def _by_code(connection: sa.Connection, entity: type[Base]) -> dict[str, int]:
    table = table_of(entity)
    return {
        row.code: row.id for row in connection.execute(sa.select(table.c.code, table.c.id).where(~table.c.archived))
    }


def _barcodes_of(connection: sa.Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for row in sorted(_matching(connection, _barcodes.c.item_id, ids), key=lambda row: row.id):
        found.setdefault(row.item_id, []).append(row.barcode)
    return {item: tuple(barcodes) for item, barcodes in found.items()}


def _barcodes_on_file(connection: sa.Connection, drawn: Sequence[ItemCard]) -> dict[str, str]:
    """Map what a scan finds already, barcodes and item ids, to the item's code."""
    scanned = sorted({barcode for card in drawn for barcode in card.fields.barcodes} | {c.fields.code for c in drawn})
    items_table = table_of(Item)
    codes = {row.code: row.code for row in _matching(connection, items_table.c.code, scanned)}
    held = list(_matching(connection, _barcodes.c.barcode, scanned))
    owners = {row.id: row.code for row in _matching(connection, items_table.c.id, [row.item_id for row in held])}
    return codes | {row.barcode: owners[row.item_id] for row in held}


def _require_free(card: ItemFields, on_file: Mapping[str, str], own_code: str | None) -> None:
    for barcode in card.barcodes:
        owner = on_file.get(barcode)
        if owner is not None and owner != own_code:
            raise refuse("This barcode leads to another item already.", "barcodes")
    owner = on_file.get(card.code)
    if owner is not None and owner != card.code:
        raise refuse("This ID is a barcode of another item.", "code")


def _with_choices(card: ItemCard, choices: Mapping[str, Mapping[str, int]]) -> ItemCard:
    chosen: dict[str, int | None] = {}
    for name, (_, column) in _LOOKED_UP.items():
        code = getattr(card, name)
        if code and code not in choices[name]:
            raise refuse(f"There is no {name.replace('_', ' ')} with this ID. Add it first.", name)
        chosen[column] = choices[name][code] if code else None
    return replace(card, fields=_replaced(card.fields, chosen))


def _replaced(card: ItemFields, values: Mapping[str, Any]) -> ItemFields:
    return replace(card, **values)


def _given_items(card: ItemCard) -> frozenset[str]:
    columns = {_LOOKED_UP[name][1] if name in _LOOKED_UP else name for name in card.given}
    return frozenset(columns - {"code"})


def _given_values(card: ItemFields | CustomerFields, given: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(card, name) for name in given}


def _fields_of(kind: type[Fields], row: sa.Row[Any], **parts: Any) -> Fields:  # noqa: ANN401 - fields of any type
    names = {field.name for field in fields(kind)} - parts.keys()
    return kind(**{name: getattr(row, name) for name in names}, **parts)
