"""Barcodes as they are stored: each leads to exactly one item, however its number is written."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards.barcodes import one_form
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


class _NewBarcode(NamedTuple):
    item_id: int
    barcode: str
    form: str | None


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
    sa.select(_barcodes.c.item_id, _barcodes.c.barcode)
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


def of_items(connection: sa.Connection, item_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Read the barcodes of items, in the order they were given."""
    found: dict[int, tuple[str, ...]] = {}
    for chunk in chunks(item_ids):
        for item_id, barcode in connection.execute(_OF_ITEMS, {"items": chunk}):
            found[item_id] = (*found.get(item_id, ()), barcode)
    return found


def insert(session: Session, barcodes: Mapping[int, Iterable[str]], twins: Container[str] = ()) -> None:
    """Write barcodes of items, by item; twins of other cards' have no form."""
    rows = [
        _NewBarcode(item_id, barcode, None if barcode in twins else one_form(barcode))
        for item_id, own in barcodes.items()
        for barcode in own
    ]
    insert_rows(session.connection(), _barcodes, rows)


def replace(session: Session, item_id: int, barcodes: tuple[str, ...]) -> tuple[str, ...]:
    """Make a locked item's barcodes these and return those it had."""
    before = of_items(session.connection(), [item_id]).get(item_id, ())
    if before != barcodes or session.connection().scalar(_TWIN, {"item": item_id}) is not None:
        session.connection().execute(_DELETE, {"item": item_id})
        taken = {row.form for row in held(session.connection(), barcodes)}
        insert(session, {item_id: barcodes}, {barcode for barcode in barcodes if one_form(barcode) in taken})
    return before
