"""Item cards as they stand. Serves the guide's page on items."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.cards.barcodes import Pack, forms, one_form
from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.cards.stock import Stock
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.quantity import NO_UNITS, ONE
from posim_desktop.orm import Backorder, Barcode, Department, Item, ItemVendor, TaxCode, Vendor
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.queries import filing, search, serials
from posim_desktop.queries.deck import DeckPart, Found
from posim_desktop.queries.filing import Choice

_barcodes = table_of(Barcode)
_NUMBER = re.compile(r"[0-9]{14}")  # the one form of a number that is printed on goods
_terms = table_of(ItemVendor)
_IN_ROWS = {"barcodes", "packs", "vendor_cost", "minimum_quantity", "usual_days", "other_vendors"}
_NAMES = tuple(field.name for field in fields(ItemFields) if field.name not in _IN_ROWS)
_TERMS = (
    sa.select(*(_terms.c[name] for name in VendorTerms._fields), Vendor.name)
    .join(Vendor, Vendor.id == _terms.c.vendor_id)
    .where(_terms.c.item_id == sa.bindparam("item"))
    .order_by(_terms.c.id)
)
_BARCODES = (
    sa.select(_barcodes.c.barcode, _barcodes.c.quantity)
    .where(_barcodes.c.item_id == sa.bindparam("item"))
    .order_by(_barcodes.c.id)
)
_BACKORDERS = sa.select(sa.func.count(), sa.func.sum(Backorder.outstanding)).where(
    Backorder.item_id == sa.bindparam("item")
)
_POINTS_AT = tuple(table_of(kind) for kind in (Department, TaxCode, Vendor))
_CHOSEN = (
    sa.select(*(table.c[field.name] for table in _POINTS_AT for field in fields(Choice)))
    .select_from(Item)
    .outerjoin(Department, Item.department_id == Department.id)
    .outerjoin(TaxCode, Item.tax_code_id == TaxCode.id)
    .outerjoin(Vendor, Item.preferred_vendor_id == Vendor.id)
    .where(Item.id == sa.bindparam("item"))
)


class ItemChoices(NamedTuple):
    """Cards that an item can point at."""

    departments: tuple[Choice, ...]
    tax_codes: tuple[Choice, ...]
    vendors: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in List All; price in the store's currency, quantities in its units."""

    id: int
    code: str
    description: str
    price: Decimal
    on_hand: Decimal
    committed: Decimal
    on_order: Decimal
    stocked: bool
    archived: bool

    @property
    def available(self) -> Decimal:
        """What anybody may have."""
        return Stock(self.on_hand, self.committed).available


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """Everything an Item card shows.

    Attributes:
        id: The record.
        version: How often the card was changed; corrections and sales do not count.
        archived: Whether it is archived.
        fields: What is written on it.
        stock: On hand, committed and on order, in its units.
        backorders: How many backorders of it there are, closed ones too.
        backordered: Their outstanding quantity.
        chosen: The cards that it points at.
        vendor_names: What the vendors on it are called.
        book_departments: The departments that keep books.
        twins: Its barcodes that are the number of another card's too.
    """

    id: int
    version: int
    archived: bool
    fields: ItemFields
    stock: Stock
    backorders: int
    backordered: Decimal
    chosen: ItemChoices
    vendor_names: Mapping[int, str]
    twins: tuple["Twin", ...]
    book_departments: frozenset[int] = frozenset()


class Twin(NamedTuple):
    """A barcode whose number is on another card too, as an upgrade found it."""

    item_id: int
    code: str
    description: str
    barcode: str
    other: str


def _with_number(typed: str) -> sa.ColumnElement[bool]:
    """Say that a barcode of an item has this number, however it is written: an ISBN of 10 digits or of 13."""
    return Item.id.in_(sa.select(_barcodes.c.item_id).where(_barcodes.c.form.in_(forms(typed))))


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests = filing.unarchived(Item.__table__, found)
    whole = folding.words(found.text)
    if len(whole) > 1 and _NUMBER.fullmatch(forms(found.text)[0]):  # an ISBN is printed with blanks, too
        tests.append(_with_number(found.text))
        whole = ()
    for word in whole:
        by_card = Item.id.in_(search.ids_with(dialect, Item.search_text, word))
        tests.append(sa.or_(by_card, serials.cards_with(word), _with_number(word)))
    if found.part is DeckPart.TWINS:
        tests.append(Item.id.in_(sa.select(_barcodes.c.item_id).where(_barcodes.c.form.is_(None))))
    if found.part is DeckPart.NOT_STOCKED:
        tests.append(~Item.stocked)
    return tests


DECK = filing.deck(
    Item,
    ItemRow,
    orders=("code", "description", "price", "on_hand", "on_order"),
    first_order="code",
    condition=_condition,
)


def details(connection: sa.Connection, item_id: int) -> ItemDetails | None:
    """Read a card, or None when there is no such item."""
    card = filing.card(connection, Item, item_id)
    if card is None:
        return None
    chosen = {"item": item_id}
    rows = connection.execute(_TERMS, chosen).all()
    terms = [VendorTerms(*row[: len(VendorTerms._fields)]) for row in rows]
    preferred = next((each for each in terms if each.vendor_id == card["preferred_vendor_id"]), VendorTerms(0))
    codes = tuple(Pack._make(row) for row in connection.execute(_BARCODES, chosen))
    backorders, outstanding = connection.execute(_BACKORDERS, chosen).one()
    return ItemDetails(
        id=item_id,
        version=card["version"],
        archived=card["archived"],
        fields=ItemFields(
            barcodes=tuple(code.barcode for code in codes if code.quantity == ONE),
            packs=tuple(code for code in codes if code.quantity != ONE),
            vendor_cost=preferred.cost,
            minimum_quantity=preferred.minimum_quantity,
            usual_days=preferred.usual_days,
            other_vendors=tuple(each for each in terms if each is not preferred),
            **{name: card[name] for name in _NAMES},
        ),
        stock=Stock(card["on_hand"], card["committed"], card["on_order"]),
        backorders=backorders,
        backordered=outstanding or NO_UNITS,
        chosen=_chosen(connection, item_id),
        vendor_names={row.vendor_id: row.name for row in rows},
        twins=twins(connection, item_id),
        book_departments=book_departments(connection),
    )


def book_departments(connection: sa.Connection) -> frozenset[int]:
    """List the departments that keep books."""
    return frozenset(connection.scalars(sa.select(Department.id).where(Department.books)))


def choices(connection: sa.Connection, written: ItemFields) -> ItemChoices:
    """List what an item can point at, with what it points at now."""
    return ItemChoices(
        filing.choices(connection, Department, written.department_id),
        filing.choices(connection, TaxCode, written.tax_code_id),
        filing.choices(connection, Vendor, written.preferred_vendor_id),
    )


def _chosen(connection: sa.Connection, item_id: int) -> ItemChoices:
    row = connection.execute(_CHOSEN, {"item": item_id}).one()
    width = len(fields(Choice))
    of_kinds = [row[first : first + width] for first in range(0, len(row), width)]
    return ItemChoices(*(() if columns[0] is None else (Choice(*columns),) for columns in of_kinds))


def twins(connection: sa.Connection, item_id: int | None = None) -> tuple[Twin, ...]:
    """List the barcodes, of one item or all, that are the number of another card's too, until somebody decided."""
    on_cards = sa.select(Item.id, Item.code, Item.description, _barcodes.c.barcode, _barcodes.c.form).join(
        Item, Item.id == _barcodes.c.item_id
    )
    formless = on_cards.where(_barcodes.c.form.is_(None)).order_by(Item.code)
    alone = connection.execute(formless if item_id is None else formless.where(Item.id == item_id)).all()
    if not alone:
        return ()
    numbers = [one_form(row.barcode) for row in alone]
    owners = {
        row.form: row
        for chunk in chunks(numbers)
        for row in connection.execute(on_cards.where(_barcodes.c.form.in_(chunk)))
    }
    pairs = ((row, owners.get(number)) for row, number in zip(alone, numbers, strict=True))
    return tuple(
        Twin(row.id, row.code, row.description, row.barcode, owner.code)
        for row, owner in pairs
        if owner is not None and owner.id != row.id
    )
