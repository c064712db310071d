"""What an import will do, laid beside what is on file: read only, and what a dry run shows.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

import sqlalchemy as sa

from posim_desktop.domain.cards.barcodes import one_form, spellings
from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    ItemFields,
    TaxCodeFields,
    VendorFields,
    clean_item,
    preferring,
)
from posim_desktop.domain.cards.look_alikes import Alike, keys
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.exchange.import_cards import (
    Imported,
    ImportedCustomer,
    ImportedDepartment,
    ImportedFigures,
    ImportedItem,
    ImportedTaxCode,
    ImportedVendor,
    RowRefusal,
    field_of,
)
from posim_desktop.domain.exchange.import_questions import Asking, ImportQuestion
from posim_desktop.domain.folding import fold
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.orm import Customer, Department, Item, TaxCode, Vendor
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.cards import look_alikes
from posim_desktop.queries.shop import preferences
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.exchange.import_choices import MadeOnTheWay, NamedCards
from posim_desktop.services.exchange.import_files import AlikeRows, Existing
from posim_desktop.services.records import barcode_rows, card_rows, stock, vendor_term_rows
from posim_desktop.services.records.barcode_rows import NO_BARCODES
from posim_desktop.services.records.card_rows import StoredCard

_CHOSEN: Mapping[str, str] = {
    "department": "department_id",
    "tax_code": "tax_code_id",
    "vendor": "preferred_vendor_id",
}
New = TypeVar("New")
Fields = TypeVar("Fields", ItemFields, CustomerFields, VendorFields, DepartmentFields, TaxCodeFields)
Card = TypeVar("Card", bound=Imported)


class FieldChange(NamedTuple):
    """A field of a card that changes."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Rewrite(Generic[Fields]):
    """A card on file that gets other fields; refused if its version is another by then.

    Attributes:
        line: The row.
        id: The card.
        version: Its version when the plan was made.
        before: What is on it.
        fields: What will be on it.
    """

    line: int
    id: int
    version: int
    before: Fields
    fields: Fields

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """What changes, field by field."""
        return tuple(
            FieldChange(each.name, getattr(self.before, each.name), getattr(self.fields, each.name))
            for each in fields(self.fields)
            if getattr(self.before, each.name) != getattr(self.fields, each.name)
        )


class Move(NamedTuple):
    """How the stock of an item on file changes; ``is_opening`` where it never had any.

    ``by`` is what the file counted less what was on hand when the plan was made: what is sold meanwhile stays sold.
    """

    line: int
    item_id: int
    code: str
    before: Decimal
    by: Decimal
    is_opening: bool


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
        lines: The line of each new card.
        made: The cards that are made on the way because items name them.
        moves: How the stock of items on file changes.
        questions: What the shop leaves open.
    """

    new: tuple[New, ...]
    rewrites: tuple[Rewrite[Fields], ...]
    unchanged: int
    skipped: int
    refusals: tuple[RowRefusal, ...]
    notes: tuple[RowRefusal, ...] = ()
    lines: tuple[int, ...] = ()
    made: MadeOnTheWay = field(default_factory=MadeOnTheWay)
    moves: tuple[Move, ...] = ()
    questions: tuple[ImportQuestion, ...] = ()


def plan_items(
    connection: sa.Connection,
    drawn: Sequence[ImportedItem],
    existing: Existing,
    asking: Asking | None = None,
    *,
    without_price: int | None = None,
) -> Plan[NewItem, ItemFields]:
    """Lay Item cards from a file beside those on file.

    Args:
        connection: The database.
        drawn: The cards of the file.
        existing: What happens to those whose id is on file.
        asking: Gives the answers, and collects the questions.
        without_price: The line of the header, where no column says what things cost.
    """
    asked = asking or Asking()
    default_tax = preferences.load(connection).default_tax_code_id
    choices = NamedCards(connection, asked, default_tax)
    stored = _stored(connection, Item, [card.fields.code for card in drawn])
    on_file = _barcodes_on_file(connection, drawn)
    before_cards = item_fields(connection, list(stored.values()))
    notes: list[RowRefusal] = []

    def new(card: ImportedItem) -> NewItem:
        ready = _with_choices(card, choices, notes)
        _require_free_code(ready.fields, on_file)
        chosen = _without_taken(ready, ready.fields, on_file, None, notes)
        if default_tax is not None and "tax_code" not in ready.given:
            chosen = replace(chosen, tax_code_id=default_tax)
        if without_price is None and not chosen.price:
            notes.append(RowRefusal(card.line, chosen.code, Refusal(Why.PRICE_OF_ZERO, Field("price"))))
        return NewItem(chosen, card.on_hand)

    def merged(card: ImportedItem, row: StoredCard) -> ItemFields:
        ready = _with_choices(card, choices, notes)
        before = before_cards[row.id]
        given = _given_values(ready.fields, _given_items(ready))
        if given.get("preferred_vendor_id") is not None:  # who sold it so far stays on the card
            before = preferring(before, given["preferred_vendor_id"])
        if card.fills_up and before.max_stock >= given.get("min_stock", before.min_stock):
            given.pop("max_stock", None)  # the card knows how much to fill up to
        after = clean_item(replace(before, **given))
        return _without_taken(ready, after, on_file, row.code, notes)

    planned = _plan(drawn, stored, existing, new, merged, lambda row: before_cards[row.id])
    if without_price is not None and planned.new:
        notes.append(RowRefusal(without_price, "", Refusal(Why.NO_PRICE_IN_FILE, Field("price"))))
    return replace(planned, notes=tuple(notes), made=choices.made, questions=asked.questions())


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
        return fields_of(CustomerFields, row)

    def merged(card: ImportedCustomer, row: StoredCard) -> CustomerFields:
        return replace(before(row), **_given_values(card.fields, card.given - {"code"}))

    return replace(_plan(drawn, stored, existing, new, merged, before), notes=tuple(notes))


def plan_vendors(
    connection: sa.Connection, drawn: Sequence[ImportedVendor], existing: Existing
) -> Plan[VendorFields, VendorFields]:
    """Lay Vendor cards from a file beside those on file; one without an id is known by its name."""
    return _plan_named(connection, Vendor, VendorFields, drawn, existing)


def plan_departments(
    connection: sa.Connection, drawn: Sequence[ImportedDepartment], existing: Existing
) -> Plan[DepartmentFields, DepartmentFields]:
    """Lay Department cards from a file beside those on file."""
    return _plan_named(connection, Department, DepartmentFields, drawn, existing)


def plan_tax_codes(
    connection: sa.Connection, drawn: Sequence[ImportedTaxCode], existing: Existing
) -> Plan[TaxCodeFields, TaxCodeFields]:
    """Lay Tax Code cards from a file beside those on file."""
    return _plan_named(connection, TaxCode, TaxCodeFields, drawn, existing)


def plan_figures(connection: sa.Connection, drawn: Sequence[ImportedFigures]) -> Plan[NewItem, ItemFields]:
    """Lay counts or prices from a file beside the items on file; an item that is not on file is refused."""
    found = _items_by_code(connection, drawn)
    before_cards = item_fields(connection, list({row.id: row for row in found.values()}.values()))
    counted = [found[card.code].id for card in drawn if card.on_hand is not None and card.code in found]
    moved = stock.ever_moved(connection, counted)
    rewrites, moves, refusals, seen = list[Rewrite[ItemFields]](), list[Move](), list[RowRefusal](), set[int]()
    unchanged = 0
    for card in drawn:
        row = found.get(card.code)
        try:
            if row is None:
                raise refuse(Why.ITEM_OF_ROW_UNKNOWN, Field("code"))
            if row.archived:
                raise refuse(Why.IMPORTED_CARD_ARCHIVED, Field("code"))
            if row.id in seen:
                raise refuse(Why.ID_REPEATED_IN_FILE, Field("code"))
            seen.add(row.id)
            before = before_cards[row.id]
            figures = {"price": card.price, "cost": card.cost}
            given: dict[str, Any] = {name: each for name, each in figures.items() if each is not None}
            after = clean_item(replace(before, **given)) if given else before
            by = _count(card, row)
        except RefusedError as error:
            refusals.append(RowRefusal(card.line, card.code, error.refusal))
            continue
        if by:
            on_hand = Decimal(str(row.fields["on_hand"]))
            moves.append(Move(card.line, row.id, row.code, on_hand, by, row.id not in moved))
        if after != before:
            rewrites.append(Rewrite(card.line, row.id, row.version, before, after))
        unchanged += not by and after == before
    return Plan((), tuple(rewrites), unchanged, 0, tuple(refusals), moves=tuple(moves))


def _count(card: ImportedFigures, row: StoredCard) -> Decimal:
    if card.on_hand is None:
        return NO_UNITS
    if not row.fields["stocked"]:
        raise refuse(Why.NOT_STOCKED_NO_STOCK, Field("on_hand"))
    return card.on_hand - Decimal(str(row.fields["on_hand"]))


def _plan_named(
    connection: sa.Connection,
    entity: type[Base],
    kind: type[Fields],
    drawn: Sequence[Any],
    existing: Existing,
) -> Plan[Fields, Fields]:
    """Lay cards that have names beside those on file: by their ids, and where they have none by their names."""
    names: dict[str, list[str]] = {}
    if any(not card.fields.code for card in drawn):
        for card in card_rows.named(connection, table_of(entity)):
            names.setdefault(fold(card.name), []).append(card.code)

    def coded(card: Any) -> Any:  # noqa: ANN401 - any of the three kinds
        same = [] if card.fields.code else names.get(fold(card.fields.name), [])
        return replace(card, fields=replace(card.fields, code=same[0])) if len(same) == 1 else card

    cards = [coded(card) for card in drawn]
    stored = _stored(connection, entity, [card.fields.code for card in cards])

    def before(row: StoredCard) -> Fields:
        return fields_of(kind, row)

    def merged(card: Any, row: StoredCard) -> Fields:  # noqa: ANN401 - as above
        return replace(before(row), **_given_values(card.fields, card.given - {"code"}))

    def new(card: Any) -> Fields:  # noqa: ANN401 - as above
        made: Fields = card.fields
        return made

    return _plan(cards, stored, existing, new, merged, before)


def _plan(
    drawn: Sequence[Any],
    stored: Mapping[str, StoredCard],
    existing: Existing,
    new: Callable[[Any], New],
    merged: Callable[[Any, StoredCard], Fields],
    before: Callable[[StoredCard], Fields],
) -> Plan[New, Fields]:
    added: list[New] = []
    lines: list[int] = []
    rewrites: list[Rewrite[Fields]] = []
    refusals: list[RowRefusal] = []
    unchanged = skipped = 0
    for card in drawn:
        row = stored.get(card.fields.code)
        try:
            if row is None:
                added.append(new(card))
                lines.append(card.line)
            elif existing is Existing.SKIP:
                skipped += 1
            else:
                _require_changeable(row, existing)
                was = before(row)
                after = merged(card, row)
                if after == was:
                    unchanged += 1
                else:
                    rewrites.append(Rewrite(card.line, row.id, row.version, was, after))
        except RefusedError as error:
            refusals.append(RowRefusal(card.line, _value(card, field_of(error.refusal)), error.refusal))
    return Plan(tuple(added), tuple(rewrites), unchanged, skipped, tuple(refusals), lines=tuple(lines))


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


def _value(card: Any, field: str) -> str:  # noqa: ANN401 - any kind of card
    held = getattr(card, field, None) or getattr(card.fields, field, "")
    return ", ".join(held) if isinstance(held, tuple) else str(held)


def _stored(connection: sa.Connection, entity: type[Base], codes: Sequence[str]) -> dict[str, StoredCard]:
    table = table_of(entity)
    found = card_rows.holding(connection, table.c.code, [code for code in codes if code])
    return {card.code: card for card in found}


def item_fields(connection: sa.Connection, rows: Sequence[StoredCard]) -> dict[int, ItemFields]:
    """Read what is on Item cards, with their barcodes and the terms of their vendors, by id."""
    ids = [row.id for row in rows]
    own = barcode_rows.of_items(connection, ids)
    bought = vendor_term_rows.of_items(connection, ids)

    def read(row: StoredCard) -> ItemFields:
        preferred: Any = row.fields["preferred_vendor_id"]
        terms = vendor_term_rows.on_card(bought.get(row.id, ()), preferred)
        return fields_of(ItemFields, row, **own.get(row.id, NO_BARCODES)._asdict(), **terms._asdict())

    return {row.id: read(row) for row in rows}


def _items_by_code(connection: sa.Connection, drawn: Sequence[ImportedFigures]) -> dict[str, StoredCard]:
    """Find the items that rows name, by their ids or any of their barcodes."""
    codes = sorted({card.code for card in drawn})
    found = {card.code: card for card in card_rows.holding(connection, table_of(Item).c.code, codes)}
    rest = [code for code in codes if code not in found]
    forms = {one_form(row.barcode): row.item_id for row in barcode_rows.held(connection, rest)}
    items = {card.id: card for card in card_rows.holding(connection, table_of(Item).c.id, sorted(set(forms.values())))}
    return found | {code: items[forms[one_form(code)]] for code in rest if one_form(code) in forms}


def _barcodes_on_file(connection: sa.Connection, drawn: Sequence[ImportedItem]) -> dict[str, str]:
    """Map what a scan finds already, barcodes and item ids in their one form, to the item's code."""
    scanned = {barcode for card in drawn for barcode in card.fields.barcodes} | {c.fields.code for c in drawn}
    ids = sorted({spelled for code in scanned for spelled in (code, *spellings(one_form(code)))})
    codes = {one_form(card.code): card.code for card in card_rows.holding(connection, table_of(Item).c.code, ids)}
    return codes | {one_form(row.barcode): row.code for row in barcode_rows.held(connection, sorted(scanned))}


def _without_taken(
    card: ImportedItem,
    on_card: ItemFields,
    on_file: Mapping[str, str],
    own_code: str | None,
    notes: list[RowRefusal],
) -> ItemFields:
    """Set the barcodes aside that lead to another item already, and say so; the card comes in without them."""
    taken = [each for each in on_card.barcodes if on_file.get(one_form(each), own_code) != own_code]
    for each in taken:
        refusal = Refusal(Why.BARCODE_OF_ANOTHER_ITEM, Field("barcodes"), item=on_file[one_form(each)])
        notes.append(RowRefusal(card.line, each, refusal))
    kept = tuple(each for each in on_card.barcodes if each not in taken)
    return replace(on_card, barcodes=kept) if taken else on_card


def _require_free_code(card: ItemFields, on_file: Mapping[str, str]) -> None:
    owner = on_file.get(one_form(card.code))
    if card.code and owner is not None and owner != card.code:
        raise refuse(Why.ID_IS_BARCODE_OF_ANOTHER, Field("code"), item=owner)


def _with_choices(card: ImportedItem, choices: NamedCards, notes: list[RowRefusal]) -> ImportedItem:
    """Find what the card names; what is not found is left blank, and said."""
    if not (card.department or card.tax_code or card.vendor):
        return card
    chosen: dict[str, int | None] = {}
    left: set[str] = set()
    finders: Mapping[str, Callable[[str], int | None]] = {
        "department": choices.department,
        "tax_code": choices.tax_code,
        "vendor": choices.vendor,
    }
    for name, column in _CHOSEN.items():
        written: str = getattr(card, name)
        try:
            chosen[column] = finders[name](written) if written else None
        except RefusedError as error:
            notes.append(RowRefusal(card.line, written, error.refusal))
            left.add(name)
    return replace(card, fields=_replaced(card.fields, chosen), given=card.given - left)


def _replaced(card: ItemFields, values: Mapping[str, Any]) -> ItemFields:
    return replace(card, **values)


def _given_items(card: ImportedItem) -> frozenset[str]:
    columns = {_CHOSEN.get(name, name) for name in card.given}
    return frozenset(columns - {"code"})


def _given_values(card: Any, given: Iterable[str]) -> dict[str, Any]:  # noqa: ANN401 - any kind of card
    return {name: getattr(card, name) for name in given}


def fields_of(kind: type[Fields], card: StoredCard, **parts: object) -> Fields:
    """Tell what is written on a card; ``parts`` are the fields that are kept in rows of their own."""
    values: dict[str, Any] = {**card.fields, **parts}
    return kind(**{field.name: values[field.name] for field in fields(kind)})
