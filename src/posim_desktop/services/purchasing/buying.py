"""What has to be bought for customers who wait: nothing that is on the shelf or on its way to nobody in particular.

Auto Backorder PO and Add Backorders go by this one rule. Serves the guide's page on Auto Backorder PO.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain.purchasing.allocation import Need, unserved
from posim_desktop.domain.purchasing.orders import to_order
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.purchasing import auto_backorder_po
from posim_desktop.services.records import item_cards
from posim_desktop.services.records.item_cards import BoughtItem
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class ToBuy:
    """What has to be bought: how much of each item in whole packs, by which terms, and for whom, the oldest first.

    ``needs`` are also what an order that was begun brings for nobody yet.
    """

    quantities: Mapping[int, Decimal]
    needs: Mapping[int, Sequence[Need]]
    cards: Mapping[int, BoughtItem]


def to_buy(
    session: Session,
    needs: Mapping[int, Sequence[Need]],
    shelf: Mapping[int, ItemStock],
    vendor_id: int | None,
    *,
    begun: int | None = None,
    chosen: Collection[int] | None = None,
) -> ToBuy:
    """Work out what has to be bought of items.

    What is on the shelf and what open orders bring unallocated goes to the oldest backorders; the rest is bought.

    Args:
        session: The transaction; it holds the locks of the items and of the backorders.
        needs: Everybody who waits for the items, the oldest first.
        shelf: The locked items.
        vendor_id: From whom; None for each item's preferred vendor.
        begun: The working order it goes on, if there is one: what that brings for nobody yet is for them, too.
        chosen: Buy only for these backorders; None for all.

    Raises:
        RefusedError: An item that would have to be bought is archived or not stocked.
    """
    connection = session.connection()
    free = auto_backorder_po.free_by_item(connection)
    lacking = _lacking(needs, shelf, free, chosen)
    for_order = lacking
    if begun is not None:
        for_order = _lacking(needs, shelf, auto_backorder_po.free_by_item(connection, begun), chosen)
    cards = item_cards.bought_items(session, lacking, vendor_id) if lacking else {}
    quantities = {
        item_id: to_order(
            sum((each.unallocated for each in left), NO_UNITS),
            cards[item_id].pack_quantity,
            cards[item_id].minimum_quantity,
        )
        for item_id, left in lacking.items()
    }
    return ToBuy(quantities, for_order, cards)


def _lacking(
    needs: Mapping[int, Sequence[Need]],
    shelf: Mapping[int, ItemStock],
    free: Mapping[int, Decimal],
    chosen: Collection[int] | None,
) -> dict[int, list[Need]]:
    """Say, by item, what neither the shelf nor what comes for nobody in particular leaves to whom."""
    lacking = {}
    for item_id, queue in needs.items():
        left = unserved(max(NO_UNITS, shelf[item_id].available) + free.get(item_id, NO_UNITS), queue)
        mine = left if chosen is None else [each for each in left if each.backorder_id in chosen]
        if mine:
            lacking[item_id] = mine
    return lacking
