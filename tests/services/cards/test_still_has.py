"""What a card still has before it is archived: goods, promises and open documents."""

import pytest

from ordering_seed import orders, stocks
from posim_desktop.queries.cards import still_has
from posim_desktop.queries.cards.still_has import StillHas
from receiving_seed import D, Shop, open_shop
from seeding import Till


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that owes Lee three kettles, has ordered four and has not posted everything yet."""
    shop = open_shop(till)
    stocks(till, "kettle", vendor_id=shop.vendor_id, on_hand="7")
    till.stores("mug", on_hand="1")
    first = shop.owes("kettle", "1", shop.lee)
    shop.owes("kettle", "3", shop.lee)
    log_id = shop.unloads(shop.orders(("kettle", "1"), allocations=(("kettle", first, "1"),)))
    shop.receives(log_id, *shop.proposal(log_id))  # one waits for Lee
    till.rings_up(("kettle", "1"))
    sent = shop.orders(("kettle", "4"))
    shop.unloads(sent)
    orders(till, shop.vendor_id, ("kettle", "2"))
    return shop


def told(found: tuple[StillHas, ...]) -> dict[str, int]:
    return {str(each.what): int(each.count) for each in found}


def test_each_kind_of_card_tells_what_is_not_over(shop: Shop) -> None:
    till = shop.till
    with till.engine.connect() as connection:
        assert told(still_has.of_item(connection, till.items["kettle"])) == {
            "on_hand": 8,
            "set_aside": 1,
            "on_order": 4,
            "backordered": 3,
            "working_invoices": 2,
            "working_orders": 1,
            "working_logs": 1,
        }
        assert told(still_has.of_customer(connection, shop.lee)) == {
            "still_to_come": 1,
            "ready": 1,
            "working_invoices": 1,
        }
        assert told(still_has.of_vendor(connection, shop.vendor_id)) == {
            "working_orders": 1,
            "open_orders": 1,
            "working_logs": 1,
            "items": 1,
        }
        assert still_has.of_customer(connection, shop.kim) == ()
        assert told(still_has.of_item(connection, till.items["mug"])) == {"on_hand": 1}


def test_goods_sold_below_zero_and_units_by_length_are_told_as_they_are(till: Till) -> None:
    till.stores("cloth", on_hand="-1.5")
    with till.engine.connect() as connection:
        (only,) = still_has.of_item(connection, till.items["cloth"])
    assert only.count == D("-1.5")
