"""Guide: "Receive" — what is usual is read from the last deliveries, and what other documents say."""

from collections.abc import Callable, Iterator

import pytest

from posim_desktop.domain.receiving.oddities import Odd
from posim_desktop.queries.receiving import oddities
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving.logs import Header
from receiving_seed import TODAY, D, Shop, open_shop
from seeding import open_till


@pytest.fixture
def shop(database_url: str) -> Iterator[Shop]:
    """A shop with kettles and lamps."""
    shop = open_shop(open_till(database_url))
    shop.till.stores("kettle", on_hand="0")
    shop.till.stores("lamp", on_hand="0")
    yield shop
    shop.till.engine.dispose()


def numbered(shop: Shop, log_id: int, number: str) -> int:
    header = Header(number, None, TODAY, shop.till.employee_id or 0)
    shop.till.run(receiving.set_header, receiving_log_id=log_id, header=header)
    return log_id


def looked_at(shop: Shop) -> Callable[[int], list[tuple[Odd, str, str]]]:
    def look(log_id: int) -> list[tuple[Odd, str, str]]:
        with shop.till.engine.connect() as connection:
            found = oddities.look_at(connection, log_id)
        return [
            (each.kind, f"{each.usual.normalize():f}", str(each.elsewhere.number if each.elsewhere else ""))
            for each in found
        ]

    return look


def test_the_last_deliveries_and_other_documents_are_looked_at(shop: Shop) -> None:
    look = looked_at(shop)
    for quantity in ("2", "3", "4"):
        shop.receives(numbered(shop, shop.unloads_freely(("kettle", quantity)), f"R-{quantity}"))
    mistyped = shop.unloads_freely(("kettle", "900"))
    shop.receives(mistyped)
    shop.corrects(mistyped, ("kettle", "900"))  # says nothing about what is usual

    assert look(shop.unloads(shop.orders(("kettle", "40")))) == []
    other = shop.unloads_freely(("kettle", "30"), ("lamp", "1"))
    assert look(other) == [
        (Odd.TEN_TIMES_QUANTITY, "3", ""),
        (Odd.ON_ANOTHER_ORDER, "40", "1"),
    ]
    assert look(numbered(shop, other, "r-3")) == [
        (Odd.INVOICE_USED, "0", "2"),
        (Odd.TEN_TIMES_QUANTITY, "3", ""),
        (Odd.ON_ANOTHER_ORDER, "40", "1"),
    ]
    # A delivery that was taken back whole may come again under its number.
    wrong = numbered(shop, shop.unloads_freely(("lamp", "2")), "R-9")
    shop.receives(wrong)
    again = numbered(shop, shop.unloads_freely(("lamp", "2")), "R-9")
    assert look(again) == [(Odd.INVOICE_USED, "0", "5")]
    shop.corrects(wrong, ("lamp", "2"))
    assert look(again) == []


def test_a_cost_is_held_against_the_card(shop: Shop) -> None:
    log = shop.unloads_freely(("kettle", "2"))
    shop.till.run(receiving.set_cost, line_id=shop.line(log, "kettle"), cost=D("8"))
    shop.receives(log)
    slip = shop.unloads_freely(("kettle", "2"))
    shop.till.run(receiving.set_cost, line_id=shop.line(slip, "kettle"), cost=D("80"))
    assert looked_at(shop)(slip) == [(Odd.TEN_TIMES_COST, "8", "")]
