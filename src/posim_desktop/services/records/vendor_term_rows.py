"""From whom items are bought and how, as it is stored: a row for each vendor of an item, the preferred one too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.orm import Item, ItemVendor
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.session import Session


class CardTerms(NamedTuple):
    """What the rows of an item add to its card, by the names of the card's fields."""

    vendor_cost: Decimal | None
    minimum_quantity: Decimal
    usual_days: int | None
    other_vendors: tuple[VendorTerms, ...]


class _NewTerms(NamedTuple):
    item_id: int
    vendor_id: int
    vendor_item_number: str
    cost: Decimal | None
    pack_quantity: Decimal
    minimum_quantity: Decimal
    usual_days: int | None


_rows = table_of(ItemVendor)
_items = table_of(Item)
_OF_ITEMS = (
    sa.select(_rows.c.item_id, *(_rows.c[name] for name in VendorTerms._fields))
    .where(_rows.c.item_id.in_(sa.bindparam("items", expanding=True)))
    .order_by(_rows.c.id)
)
_DELETE = sa.delete(_rows).where(_rows.c.item_id == sa.bindparam("item"))
_last_cost = sa.select(_items.c.cost).where(_items.c.id == _rows.c.item_id).scalar_subquery()
_KEEP_COSTS = (
    sa.update(_rows)
    .where(
        _rows.c.item_id.in_(sa.bindparam("items", expanding=True)),
        _rows.c.vendor_id != sa.bindparam("vendor"),
        _rows.c.cost.is_(None),
    )
    .values(cost=_last_cost)
)
_OWN_COSTS = sa.select(_rows.c.id, _rows.c.item_id, _rows.c.cost).where(
    _rows.c.item_id.in_(sa.bindparam("items", expanding=True)),
    _rows.c.vendor_id == sa.bindparam("vendor"),
    _rows.c.cost.is_not(None),
)
_WRITE_COST = (
    sa.update(_rows)
    .where(_rows.c.id == sa.bindparam("row"))
    .values(cost=sa.bindparam("new_cost", type_=_rows.c.cost.type))
)


def of_items(connection: sa.Connection, item_ids: Sequence[int]) -> dict[int, tuple[VendorTerms, ...]]:
    """Read how items are bought from their vendors, in the order in which they were written."""
    found: dict[int, list[VendorTerms]] = {}
    for chunk in chunks(item_ids):
        for item_id, *terms in connection.execute(_OF_ITEMS, {"items": chunk}):
            found.setdefault(item_id, []).append(VendorTerms(*terms))
    return {item_id: tuple(terms) for item_id, terms in found.items()}


def on_card(terms: Iterable[VendorTerms], preferred_vendor_id: int | None) -> CardTerms:
    """Sort an item's terms as its card shows them: the preferred vendor's, and the others'."""
    preferred = VendorTerms(0)
    others = []
    for each in terms:
        if each.vendor_id == preferred_vendor_id:
            preferred = each
        else:
            others.append(each)
    return CardTerms(preferred.cost, preferred.minimum_quantity, preferred.usual_days, tuple(others))


def insert(session: Session, terms: Mapping[int, Iterable[VendorTerms]]) -> None:
    """Write the terms of new items, by item."""
    rows = [_NewTerms(item_id, *each) for item_id, of_item in terms.items() for each in of_item]
    insert_rows(session.connection(), _rows, rows)


def replace(session: Session, item_id: int, before: Sequence[VendorTerms], terms: Sequence[VendorTerms]) -> None:
    """Make a locked item's terms these."""
    if sorted(before) != sorted(terms):
        session.connection().execute(_DELETE, {"item": item_id})
        insert(session, {item_id: terms})


def write_costs(
    session: Session, vendor_id: int | None, costs: Mapping[int, Decimal], last_costs: Mapping[int, Decimal]
) -> set[int]:
    """Keep what each vendor's goods cost apart, before the cards of locked items get the costs of a delivery.

    What costs as the card says at another vendor keeps that cost; a cost on the row of the delivery's vendor changes.

    Args:
        session: The transaction; it holds the items' locks.
        vendor_id: From whom the goods came, or None when nobody knows.
        costs: What a unit cost, by item.
        last_costs: What the items' cards say so far.

    Returns:
        The items whose cards say something else by that than their own cost.
    """
    changed = {item_id for item_id, cost in costs.items() if cost != last_costs[item_id]}
    for chunk in chunks(sorted(changed)):
        session.connection().execute(_KEEP_COSTS, {"items": chunk, "vendor": vendor_id or 0})
    return (set() if vendor_id is None else _write(session, vendor_id, costs)) - changed


def own_costs(session: Session, vendor_id: int, item_ids: Iterable[int]) -> dict[int, Decimal]:
    """Read what a vendor's goods cost, of the locked items that have a cost of their own there."""
    return {row.item_id: row.cost for row in _own(session, vendor_id, item_ids)}


def recount_costs(session: Session, vendor_id: int, costs: Mapping[int, Decimal]) -> set[int]:
    """Let rows of a vendor say what its goods cost without a delivery, by item; return the items that changed."""
    return _write(session, vendor_id, costs)


def _own(session: Session, vendor_id: int, item_ids: Iterable[int]) -> Iterator[sa.Row[int, int, Decimal]]:
    for chunk in chunks(sorted(item_ids)):
        yield from session.connection().execute(_OWN_COSTS, {"items": chunk, "vendor": vendor_id})


def _write(session: Session, vendor_id: int, costs: Mapping[int, Decimal]) -> set[int]:
    """Write costs on rows of a vendor that have a cost of their own; return the items of those that changed."""
    connection = session.connection()
    rows = [row for row in _own(session, vendor_id, costs) if row.cost != costs[row.item_id]]
    if rows:
        connection.execute(_WRITE_COST, [{"row": row.id, "new_cost": costs[row.item_id]} for row in rows])
    return {row.item_id for row in rows}
