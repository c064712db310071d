"""Item cards as they stand. Serves the guide's page on items."""

from dataclasses import dataclass, fields
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.cards.stock import Stock
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Backorder, Barcode, Item
from posim_desktop.orm.base import table_of
from posim_desktop.queries import filing

_barcodes = table_of(Barcode)
_NAMES = tuple(field.name for field in fields(ItemFields) if field.name != "barcodes")
_BARCODES = sa.select(_barcodes.c.barcode).where(_barcodes.c.item_id == sa.bindparam("item")).order_by(_barcodes.c.id)
_BACKORDERS = sa.select(sa.func.count(), sa.func.sum(Backorder.outstanding)).where(
    Backorder.item_id == sa.bindparam("item")
)


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
    """

    id: int
    version: int
    archived: bool
    fields: ItemFields
    stock: Stock
    backorders: int
    backordered: Decimal


DECK = filing.deck(
    Item,
    ItemRow,
    orders=("code", "description", "price", "on_hand", "on_order"),
    first_order="code",
    condition=filing.by_search_text(Item.search_text),
)


def details(connection: sa.Connection, item_id: int) -> ItemDetails | None:
    """Read a card, or None when there is no such item."""
    card = filing.card(connection, Item, item_id)
    if card is None:
        return None
    chosen = {"item": item_id}
    barcodes = tuple(connection.scalars(_BARCODES, chosen))
    backorders, outstanding = connection.execute(_BACKORDERS, chosen).one()
    return ItemDetails(
        id=item_id,
        version=card["version"],
        archived=card["archived"],
        fields=ItemFields(barcodes=barcodes, **{name: card[name] for name in _NAMES}),
        stock=Stock(card["on_hand"], card["committed"], card["on_order"]),
        backorders=backorders,
        backordered=outstanding or NO_UNITS,
    )
