"""What a document's new line takes from an Item card. The stock of the items is kept in :mod:`stock`."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards import stock as stock_rules
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, RefusedError, refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.why import Why
from posim_desktop.orm import Item, TaxCode
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.services.session import Session


class SoldItem(NamedTuple):
    """What an invoice line takes from a card; ``rate`` is what the card's tax code charges today, in percent."""

    id: int
    code: str
    description: str
    price: Decimal
    archived: bool
    cost: Decimal
    on_hand: Decimal
    committed: Decimal
    stocked: bool
    serials: str
    tax_code_id: int | None
    rate: Decimal


class BoughtItem(NamedTuple):
    """What a purchase order line or a receiving line takes from a card."""

    id: int
    code: str
    description: str
    vendor_item_number: str
    cost: Decimal
    pack_quantity: Decimal
    archived: bool
    stocked: bool
    serials: str


_items = table_of(Item)
_tax_codes = table_of(TaxCode)
_SOLD = (
    sa.select(*(_items.c[name] for name in SoldItem._fields[:-1]), _tax_codes.c.rate)
    .outerjoin(_tax_codes, _tax_codes.c.id == _items.c.tax_code_id)
    .where(_items.c.id == sa.bindparam("item"))
)
_RATES = sa.select(_tax_codes.c.id, _tax_codes.c.rate)
_BOUGHT = (
    sa.select(*(_items.c[name] for name in BoughtItem._fields))
    .where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_items.c.id)
)


def sold_item(session: Session, item_id: int) -> SoldItem:
    """Read what an invoice line takes from a card, archived or not.

    Raises:
        RefusedError: The item is not on file.
    """
    row = session.connection().execute(_SOLD, {"item": item_id}).one_or_none()
    if row is None:
        raise _unknown()
    return SoldItem._make((*row[:-1], row.rate or ZERO))


def bought_items(session: Session, item_ids: Iterable[int]) -> dict[int, BoughtItem]:
    """Read what lines take from cards.

    Raises:
        RefusedError: An item is not on file, archived or not stocked.
    """
    wanted = sorted(set(item_ids))
    rows = [
        BoughtItem._make(row)
        for chunk in chunks(wanted)
        for row in session.connection().execute(_BOUGHT, {"ids": chunk})
    ]
    if len(rows) < len(wanted):
        raise _unknown()
    for card in rows:
        require_not_archived(card)
        require(stock_rules.order_refusal(card.code, stocked=card.stocked))
    return {card.id: card for card in rows}


def tax_rates(session: Session) -> dict[int, Decimal]:
    """Read what the tax codes charge today, in percent."""
    return dict(session.connection().execute(_RATES).all())


def require_not_archived(card: SoldItem | BoughtItem) -> None:
    """See that an item may be put on new lines.

    Raises:
        RefusedError: At ``item``.
    """
    if card.archived:
        require(archived_refusal(Record.ITEM, card.code))


def _unknown() -> RefusedError:
    return refuse(Why.ITEM_NOT_ON_FILE, Field("item"))
