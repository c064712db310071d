"""Guide: "Purchase orders": writing an order, and what it refuses."""

from datetime import date
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest

from ordering_seed import (
    assert_sound,
    customer_on_file,
    item_of,
    line_of,
    order_of,
    orders,
    owes,
    sends,
    stocks,
    stored_allocations,
    vendor_on_file,
)
from places import place
from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Field
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.queries.purchasing import orders as read
from posim_desktop.services.cards import items
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.orders import NewOrderLine, OrderLineEdit
from refusals import english
from seeding import Till

D = Decimal


@pytest.fixture
def vendor(till: Till) -> int:
    """The vendor of kettles and lamps."""
    vendor_id = vendor_on_file(till)
    stocks(till, "kettle", vendor_id=vendor_id)
    stocks(till, "lamp", vendor_id=vendor_id)
    return vendor_id


def details(till: Till, order_id: int) -> read.PurchaseOrderDetails:
    with till.engine.connect() as connection:
        found = read.details(connection, order_id)
    assert found is not None
    return found


def test_an_order_begins_with_its_first_line_which_takes_from_the_item_card(till: Till, vendor: int) -> None:
    order = details(till, orders(till, vendor, ("kettle", "4")))

    assert (order.status, order.number, order.vendor_id, order.created_by) == (
        OrderStatus.WORKING,
        None,
        vendor,
        "Sam",
    )
    (line,) = order.lines
    assert (line.item, line.description, line.vendor_item_number) == ("kettle", "Kettle", "v-kettle")
    assert (line.quantity, line.still_open, line.received, line.cost) == (D(4), D(4), D(0), D("1.0000"))
    assert order.total == D("4.00")
    assert item_of(till, "kettle").on_order == 0
    assert_sound(till)


def test_an_item_added_again_raises_its_line(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"), ("lamp", "1"), ("kettle", "2"))
    more = (NewOrderLine(till.items["kettle"], D("0.5"), D("1.2345")),)
    till.run(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=None, lines=more)

    kettle, lamp = details(till, order_id).lines
    assert (kettle.item, kettle.quantity, kettle.still_open, kettle.cost) == (
        "kettle",
        D("6.5"),
        D("6.5"),
        D("1.2345"),
    )
    assert (lamp.item, lamp.position) == ("lamp", 2)
    assert_sound(till)


def test_the_same_click_sent_twice_orders_once(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))
    more = (NewOrderLine(till.items["kettle"], D(1)),)
    verb = partial(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=vendor, lines=more)
    key = uuid4()
    first = till.do(verb, key)
    assert till.do(verb, key) == first
    assert first.changes == {Change(Record.PURCHASE_ORDER, order_id)}
    assert line_of(till, order_id, "kettle").quantity == D(5)


def test_a_line_changes_and_goes(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"), ("lamp", "1"))
    kettle = line_of(till, order_id, "kettle").id
    edit = OrderLineEdit(quantity=D(3), cost=D("2.5"), vendor_item_number=" K-3 ")
    till.run(purchase_orders.change_line, line_id=kettle, edit=edit)

    line = details(till, order_id).lines[0]
    assert (line.quantity, line.still_open, line.cost, line.vendor_item_number, line.extension) == (
        D(3),
        D(3),
        D("2.5"),
        "K-3",
        D("7.50"),
    )
    till.run(purchase_orders.remove_line, line_id=kettle)
    assert [line.item for line in details(till, order_id).lines] == ["lamp"]
    assert english(till.refusal(purchase_orders.remove_line, line_id=kettle)).startswith("This line is no longer")
    assert_sound(till)


def test_an_order_without_lines_is_not_kept(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))
    till.run(purchase_orders.remove_line, line_id=line_of(till, order_id, "kettle").id)
    assert order_of(till, order_id).status == OrderStatus.DISCARDED
    assert_sound(till)


def test_the_header_of_an_order(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))
    other = vendor_on_file(till, "zenith")
    till.run(purchase_orders.set_vendor, purchase_order_id=order_id, vendor_id=other)
    day, note = date(2026, 12, 1), "Ring before noon\nRamp"
    till.run(purchase_orders.set_header, purchase_order_id=order_id, expected_on=day, note=note)

    order = details(till, order_id)
    assert (order.vendor, order.expected_on, order.note) == ("Zenith", day, note)
    with till.engine.connect() as connection:
        assert [row.id for row in read.rows(connection, OrderStatus.WORKING)] == [order_id]
        assert read.working_of_vendor(connection, vendor) == ()
        assert read.working_of_vendor(connection, other)[0].ordered == D(4)


def test_what_an_order_refuses(till: Till, vendor: int) -> None:
    def refused(vendor_id: int | None, *lines: NewOrderLine, order_id: int | None = None) -> str:
        return place(
            till.refusal(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=vendor_id, lines=lines)
        )

    kettle = till.items["kettle"]
    gone = vendor_on_file(till, "gone", archived=True)
    good = NewOrderLine(kettle, D(1))
    assert refused(vendor) == "item"  # a blank order
    assert refused(None, good) == "vendor"
    assert refused(999_999, good) == "vendor"
    assert refused(gone, good) == "vendor"
    for quantity in ("0", "-1", "0.0001", "1e9", "NaN"):
        assert refused(vendor, NewOrderLine(kettle, D(quantity))) == "quantity"
    assert refused(vendor, NewOrderLine(kettle, D(999_999)), NewOrderLine(kettle, D(1))) == "quantity"
    for cost in ("-1", "0.00001", "1e9"):
        assert refused(vendor, NewOrderLine(kettle, D(1), D(cost))) == "cost"
    assert refused(vendor, NewOrderLine(999_999, D(1))) == "item"
    till.run(items.archive, item_id=till.items["lamp"], version=item_of(till, "lamp").version)
    assert refused(vendor, NewOrderLine(till.items["lamp"], D(1))) == "item"
    order_id = orders(till, vendor, ("kettle", "1"))
    assert refused(vendor_on_file(till, "zenith"), good, order_id=order_id) == "vendor"
    assert refused(vendor, good, order_id=999_999) == ""
    with till.engine.connect() as connection:
        assert [row.id for row in read.rows(connection, *OrderStatus)] == [order_id]


def test_what_a_line_and_a_header_refuse(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))
    line_id = line_of(till, order_id, "kettle").id
    for edit, field in (
        (OrderLineEdit(quantity=D(0)), "quantity"),
        (OrderLineEdit(quantity=D("1e9")), "quantity"),
        (OrderLineEdit(cost=D("-0.01")), "cost"),
        (OrderLineEdit(vendor_item_number="x" * 41), "vendor_item_number"),
    ):
        assert till.refusal(purchase_orders.change_line, line_id=line_id, edit=edit).where == Field(field)
    gone = vendor_on_file(till, "gone", archived=True)
    for vendor_id in (None, gone):
        refusal = till.refusal(purchase_orders.set_vendor, purchase_order_id=order_id, vendor_id=vendor_id)
        assert refusal.where == Field("vendor")
    long = "x" * 2001
    refusal = till.refusal(purchase_orders.set_header, purchase_order_id=order_id, expected_on=None, note=long)
    assert refusal.where == Field("note")
    assert details(till, order_id).lines[0].quantity == D(4)


def test_a_processed_order_keeps_its_lines_but_not_its_date(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))
    line_id = line_of(till, order_id, "kettle").id
    sends(till, order_id)

    new = (NewOrderLine(till.items["kettle"], D(1)),)
    for refusal in (
        till.refusal(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=None, lines=new),
        till.refusal(purchase_orders.change_line, line_id=line_id, edit=OrderLineEdit(quantity=D(1))),
        till.refusal(purchase_orders.remove_line, line_id=line_id),
        till.refusal(purchase_orders.set_vendor, purchase_order_id=order_id, vendor_id=vendor),
        till.refusal(purchase_orders.discard, purchase_order_id=order_id),
        till.refusal(purchase_orders.add_backorders, purchase_order_id=order_id),
    ):
        assert "processed" in english(refusal)
    arrives = date(2026, 12, 24)
    till.run(purchase_orders.set_header, purchase_order_id=order_id, expected_on=arrives, note="")
    assert order_of(till, order_id).expected_on == arrives
    assert_sound(till)


def test_a_discarded_order_takes_nothing_any_more(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))
    till.run(purchase_orders.discard, purchase_order_id=order_id)
    refusal = till.refusal(purchase_orders.set_header, purchase_order_id=order_id, expected_on=None, note="")
    assert "discarded" in english(refusal)
    assert "discarded" in english(till.refusal(purchase_orders.discard, purchase_order_id=order_id))


def test_add_backorders_orders_what_is_owed_and_plans_it_oldest_first(till: Till, vendor: int) -> None:
    lee, kim = customer_on_file(till, "lee"), customer_on_file(till, "kim")
    first, second, lamp = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", kim), owes(till, "lamp", "1", lee)
    order_id = orders(till, vendor, ("kettle", "1"))
    till.run(purchase_orders.add_backorders, purchase_order_id=order_id)

    kettle_line, lamp_line = details(till, order_id).lines
    # The kettle that was on the order for nobody is theirs, too.
    assert (kettle_line.quantity, kettle_line.free) == (D(5), D(0))
    assert [(each.backorder_id, each.customer, each.quantity) for each in kettle_line.allocations] == [
        (first, "Lee", D(3)),
        (second, "Kim", D(2)),
    ]
    assert [(each.backorder_id, each.quantity) for each in lamp_line.allocations] == [(lamp, D(1))]
    assert_sound(till)

    again = till.refusal(purchase_orders.add_backorders, purchase_order_id=order_id)
    assert again.where == Field("backorder")
    assert details(till, order_id).lines[0].quantity == D(5)


def test_add_backorders_of_some_only(till: Till, vendor: int) -> None:
    lee = customer_on_file(till)
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", lee)
    order_id = orders(till, vendor, ("lamp", "1"))
    till.run(purchase_orders.add_backorders, purchase_order_id=order_id, backorder_ids=(second,))
    assert {backorder for _line, backorder in stored_allocations(till)} == {second}
    till.run(purchase_orders.add_backorders, purchase_order_id=order_id)

    line = line_of(till, order_id, "kettle")
    assert line.quantity == D(5)
    assert stored_allocations(till) == {(line.id, second): D(2), (line.id, first): D(3)}
    assert_sound(till)


def test_a_smaller_line_takes_from_the_newest_first_and_a_discarded_order_from_all(till: Till, vendor: int) -> None:
    lee = customer_on_file(till)
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", lee)
    order_id = orders(till, vendor, ("lamp", "1"))
    till.run(purchase_orders.add_backorders, purchase_order_id=order_id)
    line_id = line_of(till, order_id, "kettle").id
    changes = till.run(purchase_orders.change_line, line_id=line_id, edit=OrderLineEdit(quantity=D("3.5"))).changes

    assert stored_allocations(till) == {(line_id, first): D(3), (line_id, second): D("0.5")}
    assert changes == {Change(Record.PURCHASE_ORDER, order_id), Change(Record.BACKORDER, second)}
    assert_sound(till)
    till.run(purchase_orders.discard, purchase_order_id=order_id)
    assert stored_allocations(till) == {}
    assert_sound(till)


def test_a_removed_line_drops_its_allocations(till: Till, vendor: int) -> None:
    owes(till, "kettle", "3", customer_on_file(till))
    order_id = orders(till, vendor, ("lamp", "1"))
    till.run(purchase_orders.add_backorders, purchase_order_id=order_id)
    till.run(purchase_orders.remove_line, line_id=line_of(till, order_id, "kettle").id)
    assert stored_allocations(till) == {}
    assert_sound(till)


def test_add_backorders_begins_an_order_to_a_vendor(till: Till, vendor: int) -> None:
    none = till.refusal(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor)
    assert none.where == Field("backorder")
    assert till.refusal(purchase_orders.add_backorders, purchase_order_id=None).where == Field("vendor")
    lee = customer_on_file(till)
    first = owes(till, "kettle", "3", lee)
    order_id = till.run(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor).record_id

    assert [(line.item_id, line.quantity) for line in details(till, order_id).lines] == [(till.items["kettle"], D(3))]
    assert stored_allocations(till) == {(line_of(till, order_id, "kettle").id, first): D(3)}
    assert_sound(till)
