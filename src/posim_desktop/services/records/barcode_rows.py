"""Barcodes as they are stored: each leads to exactly one item, however its number is written."""

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards.barcodes import Pack, one_form
from posim_desktop.domain.quantity import ONE
from posim_desktop.orm import Barcode, Item
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.session import Session


class StoredBarcode(NamedTuple):
    """A barcode and the item it leads to; ``form`` is None for the twin of another card's."""

    barcode: str
    form: str | None
    item_id: int
    code: str
    description: str


class Barcodes(NamedTuple):
    """The barcodes of an item: of one unit, and of packs of several; each in the order in which they were given."""

    barcodes: tuple[str, ...] = ()
    packs: tuple[Pack, ...] = ()

    @property
    def rows(self) -> tuple[Pack, ...]:
        """All of them with their quantities."""
        return (*(Pack(barcode, ONE) for barcode in self.barcodes), *self.packs)


NO_BARCODES = Barcodes()


class _NewBarcode(NamedTuple):
    item_id: int
    barcode: str
    form: str | None
    quantity: Decimal


_barcodes = table_of(Barcode)
_items = table_of(Item)
_HELD = (
    sa.select(_barcodes.c.barcode, _barcodes.c.form, _barcodes.c.item_id, _items.c.code, _items.c.description)
    .join(_items, _items.c.id == _barcodes.c.item_id)
    .where(
        sa.or_(
            _barcodes.c.barcode.in_(sa.bindparam("barcodes", expanding=True)),
            _barcodes.c.form.in_(sa.bindparam("forms", expanding=True)),
        )
    )
)
_OF_ITEMS = (
    sa.select(_barcodes.c.item_id, _barcodes.c.barcode, _barcodes.c.quantity)
    .where(_barcodes.c.item_id.in_(sa.bindparam("items", expanding=True)))
    .order_by(_barcodes.c.id)
)
_TWIN = (
    sa.select(_barcodes.c.id).where(_barcodes.c.item_id == sa.bindparam("item"), _barcodes.c.form.is_(None)).limit(1)
)
_DELETE = sa.delete(_barcodes).where(_barcodes.c.item_id == sa.bindparam("item"))


def held(connection: sa.Connection, barcodes: Sequence[str]) -> list[StoredBarcode]:
    """Find those of many codes that lead to an item already, however they are written."""
    return [
        StoredBarcode._make(row)
        for chunk in chunks(barcodes)
        for row in connection.execute(_HELD, {"barcodes": chunk, "forms": [one_form(code) for code in chunk]})
    ]


def of_items(connection: sa.Connection, item_ids: Sequence[int]) -> dict[int, Barcodes]:
    """Read the barcodes of items."""
    found: dict[int, list[Pack]] = {}
    for chunk in chunks(item_ids):
        for item_id, barcode, quantity in connection.execute(_OF_ITEMS, {"items": chunk}):
            found.setdefault(item_id, []).append(Pack(barcode, quantity))
    return {
        item_id: Barcodes(
            tuple(row.barcode for row in rows if row.quantity == ONE),
            tuple(row for row in rows if row.quantity != ONE),
        )
        for item_id, rows in found.items()
    }


def insert(session: Session, barcodes: Mapping[int, Barcodes], twins: Container[str] = ()) -> None:
    """Write barcodes of items, by item; twins of other cards' have no form."""
    rows = [
        _NewBarcode(item_id, barcode, None if barcode in twins else one_form(barcode), quantity)
        for item_id, own in barcodes.items()
        for barcode, quantity in own.rows
    ]
    insert_rows(session.connection(), _barcodes, rows)


def replace(session: Session, item_id: int, barcodes: Barcodes) -> Barcodes:
    """Make a locked item's barcodes these and return those it had."""
    before = of_items(session.connection(), [item_id]).get(item_id, NO_BARCODES)
    if before != barcodes or session.connection().scalar(_TWIN, {"item": item_id}) is not None:
        session.connection().execute(_DELETE, {"item": item_id})
        written = [row.barcode for row in barcodes.rows]
        taken = {row.form for row in held(session.connection(), written)}
        insert(session, {item_id: barcodes}, {barcode for barcode in written if one_form(barcode) in taken})
    return before
