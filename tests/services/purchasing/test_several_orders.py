"""Guide: the Reorder List over all vendors, the smallest order of a vendor, and working orders posted together."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ordering_seed import (
    assert_sound,
    customer_on_file,
    order_of,
    orders,
    owes,
    stocks,
    stored_allocations,
    vendor_on_file,
)
from posim_desktop.domain.cards.cards import VendorFields
from posim_desktop.domain.errors import Field
from posim_desktop.queries.cards import vendors as vendor_queries
from posim_desktop.queries.purchasing import auto_order as reading
from posim_desktop.queries.purchasing import looked_over
from posim_desktop.services.cards import vendors
from posim_desktop.services.purchasing import auto_backorder_po
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from seeding import OPENING_DAY, Till

D = Decimal
LATER = OPENING_DAY.replace(year=OPENING_DAY.year + 1)


@pytest.fixture
def acme(till: Till) -> int:
    """A vendor of kettles with a smallest order."""
    vendor_id = vendor_on_file(till, "acme")
    with till.engine.connect() as connection:
        card = vendor_queries.details(connection, vendor_id)
    assert card is not None
    fields = replace(card.fields, minimum_amount=D("5.00"), minimum_units=D(4))
    till.run(vendors.change, vendor_id=vendor_id, fields=fields, version=card.version)
    stocks(till, "kettle", vendor_id=vendor_id, max_stock="3")
    return vendor_id


@pytest.fixture
def bell(till: Till) -> int:
    """A vendor of lamps."""
    vendor_id = vendor_on_file(till, "bell")
    stocks(till, "lamp", vendor_id=vendor_id, on_hand="4", max_stock="4")
    stocks(till, "bulb", vendor_id=vendor_id, max_stock="2", pack="6")
    return vendor_id


def test_the_list_over_all_vendors_is_what_each_ones_auto_order_says(till: Till, acme: int, bell: int) -> None:
    stocks(till, "plate", vendor_id=vendor_on_file(till, "gone", archived=True), max_stock="3")
    stocks(till, "cup", max_stock="3")
    owes(till, "lamp", "1", customer_on_file(till))
    orders(till, acme, ("kettle", "1"))
    with till.engine.connect() as connection:
        whole = reading.proposal(connection, None, None, OPENING_DAY.date(), 30)
        each = tuple(
            row for vendor in (acme, bell) for row in reading.proposal(connection, vendor, None, OPENING_DAY.date(), 30)
        )
    assert whole == each
    assert [(row.vendor, row.item, row.proposal.order) for row in whole] == [
        ("Acme", "kettle", D(2)),
        ("Bell", "bulb", D(6)),
        ("Bell", "lamp", D(1)),
    ]


def test_an_order_says_how_far_it_is_to_the_smallest_one(till: Till, acme: int, bell: int) -> None:
    lee = customer_on_file(till, "lee")
    owes(till, "kettle", "3", lee)
    order_id = till.run(auto_backorder_po.create, before=LATER, vendor_ids=(acme,)).record_id
    orders(till, bell, ("lamp", "1"))
    with till.engine.connect() as connection:
        kettles, lamps = looked_over.orders_to_post(connection)
    assert (kettles.id, kettles.vendor) == (order_id, "Acme")
    assert kettles.customers == (("Lee", D(3)),)
    assert (kettles.smallest.amount, kettles.smallest.units) == (D("3.00"), D(3))
    assert not kettles.smallest.is_reached
    assert lamps.smallest.is_reached

    orders_line = purchase_orders.NewOrderLine(till.items["kettle"], D(2))
    till.run(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=None, lines=(orders_line,))
    with till.engine.connect() as connection:
        kettles, _lamps = looked_over.orders_to_post(connection)
    assert kettles.smallest.is_reached


def test_orders_are_posted_with_what_is_allocated_each_by_itself(till: Till, acme: int, bell: int) -> None:
    lee = customer_on_file(till, "lee")
    backorder_id = owes(till, "kettle", "3", lee)
    first = till.run(auto_backorder_po.create, before=LATER, vendor_ids=(acme,)).record_id
    second = orders(till, bell, ("lamp", "1"))
    before = stored_allocations(till)
    with till.engine.connect() as connection:
        seen = {order.id: order.version for order in looked_over.orders_to_post(connection)}
    orders_line = purchase_orders.NewOrderLine(till.items["lamp"], D(1))
    till.run(purchase_orders.add_lines, purchase_order_id=second, vendor_id=None, lines=(orders_line,))

    till.run(order_posting.post_as_written, purchase_order_id=first, expected_version=seen[first])
    refusal = till.refusal(order_posting.post_as_written, purchase_order_id=second, expected_version=seen[second])

    assert refusal.where == Field("version")
    assert order_of(till, first).status == "processed"
    assert order_of(till, second).status == "working"
    assert stored_allocations(till) == before
    assert [backorder for _line, backorder in before] == [backorder_id]
    with till.engine.connect() as connection:
        assert [order.id for order in looked_over.orders_to_post(connection)] == [second]
    assert_sound(till)


@pytest.mark.parametrize("wrong", [{"minimum_amount": D(-1)}, {"minimum_units": D("0.0001")}])
def test_a_smallest_order_out_of_range_is_refused_at_its_field(till: Till, wrong: dict[str, Decimal]) -> None:
    fields = replace(VendorFields(name="Acme"), **wrong)  # type: ignore[arg-type]
    assert till.refusal(vendors.add, fields=fields).where == Field(*wrong)
