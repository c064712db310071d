"""Cards from a file, laid beside those on file and then written in one transaction.

A plan reads and writes nothing; it is what a dry run shows. The verb writes a plan whole or not at all: a card that
somebody changed in between refuses it. Serves the guide's page "Import items and customers".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from posim_desktop.domain.cards.barcodes import one_form, spellings
from posim_desktop.domain.cards.cards import CustomerFields, ItemFields, clean_item, preferring
from posim_desktop.domain.cards.look_alikes import Alike, keys
from posim_desktop.domain.changes import Change, Done, Record, some_new
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.exchange.import_cards import ImportedCustomer, ImportedItem, RowRefusal, field_of
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.orm import Customer, Department, Employee, Item, TaxCode, Vendor
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.cards import look_alikes
from posim_desktop.queries.shop import preferences
from posim_desktop.services.cards import cards, customers, items
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import barcode_rows, card_rows, signatures, vendor_term_rows
from posim_desktop.services.records.barcode_rows import NO_BARCODES
from posim_desktop.services.records.card_rows import StoredCard
from posim_desktop.services.session import Session, Stamp

_employees = table_of(Employee)
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


class AlikeRows(StrEnum):
    """What happens to a row that looks like a customer on file whose ID is another."""

    LEAVE = "leave"
    ADD = "add"


New = TypeVar("New", NewItem, CustomerFields)
Fields = TypeVar("Fields", ItemFields, CustomerFields)
Card = TypeVar("Card", ImportedItem, ImportedCustomer)


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
        notes: Rows that are written although something about them should be known.
    """

    new: tuple[New, ...]
    rewrites: tuple[Rewrite[Fields], ...]
    unchanged: int
    skipped: int
    refusals: tuple[RowRefusal, ...]
    notes: tuple[RowRefusal, ...] = ()


def plan_items(
    connection: sa.Connection, drawn: Sequence[ImportedItem], existing: Existing
) -> Plan[NewItem, ItemFields]:
    """Lay Item cards from a file beside those on file."""
    choices = {name: card_rows.usable(connection, table_of(entity)) for name, (entity, _) in _LOOKED_UP.items()}
    default_tax = preferences.load(connection).default_tax_code_id
    stored = _stored(connection, Item, [card.fields.code for card in drawn])
    on_file = _barcodes_on_file(connection, drawn)
    own = barcode_rows.of_items(connection, [row.id for row in stored.values()])
    bought = vendor_term_rows.of_items(connection, [row.id for row in stored.values()])

    def parts(row: StoredCard) -> dict[str, Any]:
        preferred: Any = row.fields["preferred_vendor_id"]
        terms = vendor_term_rows.on_card(bought.get(row.id, ()), preferred)
        return own.get(row.id, NO_BARCODES)._asdict() | terms._asdict()

    def new(card: ImportedItem) -> NewItem:
        ready = _with_choices(card, choices)
        _require_free(ready.fields, on_file, None)
        if "tax_code" not in card.given:
            ready = replace(ready, fields=replace(ready.fields, tax_code_id=default_tax))
        return NewItem(ready.fields, card.on_hand)

    def merged(card: ImportedItem, row: StoredCard) -> ItemFields:
        ready = _with_choices(card, choices)
        before = _fields_of(ItemFields, row, **parts(row))
        given = _given_values(ready.fields, _given_items(card))
        if given.get("preferred_vendor_id") is not None:  # who sold it so far stays on the card
            before = preferring(before, given["preferred_vendor_id"])
        after = clean_item(replace(before, **given))
        _require_free(after, on_file, row.code)
        return after

    def before(row: StoredCard) -> ItemFields:
        return _fields_of(ItemFields, row, **parts(row))

    return _plan(drawn, stored, existing, new, merged, before)


def plan_customers(
    connection: sa.Connection,
    drawn: Sequence[ImportedCustomer],
    existing: Existing,
    alike: AlikeRows = AlikeRows.LEAVE,
) -> Plan[CustomerFields, CustomerFields]:
    """Lay Customer cards from a file beside those on file; who seems to be on file already is not added unasked."""
    stored = _stored(connection, Customer, [card.fields.code for card in drawn])
    has_new = any(card.fields.code not in stored for card in drawn)
    on_file = _compared(look_alikes.everybody(connection)) if has_new else {}
    in_file: dict[tuple[Alike, str], CustomerFields] = {}
    notes: list[RowRefusal] = []

    def new(card: ImportedCustomer) -> CustomerFields:
        twin = _seems_on_file(card, on_file)
        if twin is not None and alike is AlikeRows.LEAVE:
            raise RefusedError(twin)
        twin = twin or _seems_twice_in_file(card, in_file)
        if twin is not None:
            notes.append(RowRefusal(card.line, _value(card, field_of(twin)), twin))
        in_file.update({key: card.fields for key in keys(card.fields) if key not in in_file})
        return card.fields

    def before(row: StoredCard) -> CustomerFields:
        return _fields_of(CustomerFields, row)

    def merged(card: ImportedCustomer, row: StoredCard) -> CustomerFields:
        return replace(before(row), **_given_values(card.fields, card.given - {"code"}))

    return replace(_plan(drawn, stored, existing, new, merged, before), notes=tuple(notes))


def write_items(
    session: Session, stamp: Stamp, *, new: tuple[NewItem, ...], rewrites: tuple[Rewrite[ItemFields], ...]
) -> Done:
    """Write a plan of Item cards, all of it or nothing; ``record_id`` is 0.

    Raises:
        RefusedError: A permission is missing, or somebody wrote one of these cards since the plan was made.
    """
    require_permission(session, stamp, Permission.IMPORT)
    cards.lock_all(session, items.KIND, (card.id for card in rewrites))
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
    require_permission(session, stamp, Permission.IMPORT)
    cards.lock_all(session, customers.KIND, (card.id for card in rewrites))
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
        if signatures.has_employees(connection):
            raise refuse(Why.IMPORT_UNSIGNED, Field("employee"))
        return None
    named = sa.select(_employees.c.id).where(_employees.c.code == code.strip().upper(), ~_employees.c.archived)
    found: int | None = connection.scalar(named)
    if found is None:
        raise refuse(Why.NO_SUCH_EMPLOYEE, Field("employee"), code=code)
    return found


def _plan(
    drawn: Sequence[Card],
    stored: Mapping[str, StoredCard],
    existing: Existing,
    new: Callable[[Card], New],
    merged: Callable[[Card, StoredCard], Fields],
    before: Callable[[StoredCard], Fields],
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


def _compared(cards: Iterable[CustomerFields]) -> dict[tuple[Alike, str], CustomerFields]:
    """Find customers by each thing that new ones are compared by; of those who share it, the first."""
    found: dict[tuple[Alike, str], CustomerFields] = {}
    for card in cards:
        for key in keys(card):
            found.setdefault(key, card)
    return found


def _twin(
    card: ImportedCustomer, others: Mapping[tuple[Alike, str], CustomerFields]
) -> tuple[Field, CustomerFields] | None:
    """Find who else has the name, a phone number or the email address of a new customer, and which of it."""
    shared = ((Field(field), others[key]) for key, field in reversed(keys(card.fields).items()) if key in others)
    return next(shared, None)


def _seems_on_file(card: ImportedCustomer, on_file: Mapping[tuple[Alike, str], CustomerFields]) -> Refusal | None:
    found = _twin(card, on_file)
    if found is None:
        return None
    where, other = found
    return Refusal(Why.CUSTOMER_SEEMS_ON_FILE, where, code=other.code, name=other.name)


def _seems_twice_in_file(card: ImportedCustomer, in_file: Mapping[tuple[Alike, str], CustomerFields]) -> Refusal | None:
    found = _twin(card, in_file)
    if found is None:
        return None
    where, other = found
    return Refusal(Why.CUSTOMER_TWICE_IN_FILE, where, code=other.code, name=other.name)


def _require_changeable(row: StoredCard, existing: Existing) -> None:
    if existing is Existing.REFUSE:
        raise refuse(Why.ID_ON_FILE, Field("code"))
    if row.archived:
        raise refuse(Why.IMPORTED_CARD_ARCHIVED, Field("code"))


def _value(card: ImportedItem | ImportedCustomer, field: str) -> str:
    held = getattr(card, field, None) or getattr(card.fields, field, "")
    return ", ".join(held) if isinstance(held, tuple) else str(held)


def _imported(record: Record, rewrites: Iterable[Rewrite[Fields]]) -> Done:
    return Done(0, frozenset({some_new(record)} | {Change(record, card.id) for card in rewrites}))


def _stored(connection: sa.Connection, entity: type[Base], codes: Sequence[str]) -> dict[str, StoredCard]:
    table = table_of(entity)
    found = card_rows.holding(connection, table.c.code, [code for code in codes if code])
    return {card.code: card for card in found}


def _barcodes_on_file(connection: sa.Connection, drawn: Sequence[ImportedItem]) -> dict[str, str]:
    """Map what a scan finds already, barcodes and item ids in their one form, to the item's code."""
    scanned = {barcode for card in drawn for barcode in card.fields.barcodes} | {c.fields.code for c in drawn}
    ids = sorted({spelled for code in scanned for spelled in (code, *spellings(one_form(code)))})
    codes = {one_form(card.code): card.code for card in card_rows.holding(connection, table_of(Item).c.code, ids)}
    return codes | {one_form(row.barcode): row.code for row in barcode_rows.held(connection, sorted(scanned))}


def _require_free(card: ItemFields, on_file: Mapping[str, str], own_code: str | None) -> None:
    for barcode in card.codes:
        owner = on_file.get(one_form(barcode))
        if owner is not None and owner != own_code:
            raise refuse(Why.BARCODE_OF_ANOTHER_ITEM, Field("barcodes"), item=owner)
    owner = on_file.get(one_form(card.code))
    if owner is not None and owner != card.code:
        raise refuse(Why.ID_IS_BARCODE_OF_ANOTHER, Field("code"), item=owner)


def _with_choices(card: ImportedItem, choices: Mapping[str, Mapping[str, int]]) -> ImportedItem:
    chosen: dict[str, int | None] = {}
    for name, (_, column) in _LOOKED_UP.items():
        code = getattr(card, name)
        if code and code not in choices[name]:
            raise refuse(Why.NO_SUCH_CARD_ID, Field(name), card=Record(name))
        chosen[column] = choices[name][code] if code else None
    return replace(card, fields=_replaced(card.fields, chosen))


def _replaced(card: ItemFields, values: Mapping[str, Any]) -> ItemFields:
    return replace(card, **values)


def _given_items(card: ImportedItem) -> frozenset[str]:
    columns = {_LOOKED_UP[name][1] if name in _LOOKED_UP else name for name in card.given}
    return frozenset(columns - {"code"})


def _given_values(card: ItemFields | CustomerFields, given: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(card, name) for name in given}


def _fields_of(kind: type[Fields], card: StoredCard, **parts: object) -> Fields:
    values: dict[str, Any] = {**card.fields, **parts}
    return kind(**{field.name: values[field.name] for field in fields(kind)})
