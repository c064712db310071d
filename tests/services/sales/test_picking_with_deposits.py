"""Guide: "Pick up" — what is on deposit for goods of several deliveries pays its part when they go out together."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
import sqlalchemy as sa

from money_seed import DEPOSIT, MoneyShop, money_shop
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.orm import Customer, InvoiceLine
from posim_desktop.queries.sales import customer_pickup
from posim_desktop.services.sales import picking, posting
from seeding import CASH, Till

D = Decimal


@pytest.fixture
def shop(till: Till) -> Iterator[MoneyShop]:
    yield from money_shop(till)


def _line(shop: MoneyShop, invoice_id: int) -> int:
    with shop.till.engine.connect() as connection:
        found: int = connection.execute(
            sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id)
        ).scalar_one()
    return found


def test_each_deposit_pays_its_share_and_the_rest_is_paid_today(shop: MoneyShop) -> None:
    kettles, more = shop.owes("3", "10.00"), shop.owes("1", "5.00")
    lines = tuple(_line(shop, shop.sets_aside(*owed)) for owed in ((kettles, "1"), (more, "1")))
    with shop.till.engine.connect() as connection:
        customer_id = connection.scalars(sa.select(Customer.id)).first()
        assert customer_id is not None
        shown = customer_pickup.of_customer(connection, customer_id)
    assert shown is not None
    chosen = frozenset(lines)
    assert shown.deposit_for(chosen) == D("8.33")  # a third of 10.00, and all of 5.00
    assert [held.balance for held in shown.money] == [D("10.00"), D("5.00")]
    total = shown.due(chosen).total
    pick_up = shop.till.run(picking.pick, line_ids=lines).record_id
    paid = (
        Tender(DEPOSIT, D("3.33"), backorder_id=kettles),
        Tender(DEPOSIT, D("5.00"), backorder_id=more),
        Tender(CASH, total - D("8.33")),
    )
    shop.till.run(posting.post, invoice_id=pick_up, tenders=paid, expected_total=total)
    assert (shop.held(kettles), shop.held(more)) == ("6.67", "0.00")
