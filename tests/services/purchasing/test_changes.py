"""Guide: "Purchase orders": an order that the vendor has already changes by rows of its own."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

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
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Field, RefusedError
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.changes import LineChange
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.orm import OrderChange
from posim_desktop.queries.purchasing import allocations as read
from posim_desktop.services.purchasing import changes
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.receiving import logs
from posim_desktop.services.receiving import posting as receiving_posting
from receiving_seed import race
from seeding import Till

D = Decimal
CHRISTMAS = date(2026, 12, 24)


@pytest.fixture
def vendor(till: Till) -> int:
    """The vendor of kettles and lamps."""
    vendor_id = vendor_on_file(till)
    stocks(till, "kettle", vendor_id=vendor_id)
    stocks(till, "lamp", vendor_id=vendor_id)
    return vendor_id


@pytest.fixture
def lee(till: Till) -> int:
    """A customer."""
    return customer_on_file(till, "lee")


def sent(till: Till, vendor: int, *lines: tuple[str, str]) -> int:
    order_id = orders(till, vendor, *lines)
    sends(till, order_id)
    return order_id


def to(till: Till, order_id: int, code: str, ordered: str) -> LineChange:
    return LineChange(line_of(till, order_id, code).id, D(ordered))


def changes_to(till: Till, order_id: int, *lines: LineChange, reason: str = "Vendor is sold out") -> Done:
    return till.run(changes.change, purchase_order_id=order_id, lines=lines, reason=reason)


def rows(till: Till, order_id: int) -> list[tuple[object, ...]]:
    read_rows = sa.select(OrderChange.sheet, OrderChange.kind, OrderChange.quantity, OrderChange.reason)
    with till.engine.connect() as connection:
        found = connection.execute(read_rows.where(OrderChange.purchase_order_id == order_id).order_by(OrderChange.id))
        return [tuple(row) for row in found]


def test_a_line_gets_smaller_and_what_was_ordered_stays(till: Till, vendor: int, lee: int) -> None:
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "3", lee)
    order_id = orders(till, vendor, ("kettle", "8"), ("lamp", "1"))
    sends(till, order_id, ("kettle", first, "3"), ("kettle", second, "3"))
    line = line_of(till, order_id, "kettle")
    changes_to(till, order_id, to(till, order_id, "kettle", "5"))
    line = line_of(till, order_id, "kettle")
    assert (line.quantity, line.changed, line.still_open) == (D(8), D(-3), D(5))
    assert item_of(till, "kettle").on_order == D(5)
    assert stored_allocations(till) == {(line.id, first): D(3), (line.id, second): D(2)}
    with till.engine.connect() as connection:
        (lost,) = read.shrunk(connection, (order_id,))
    assert (lost.why, lost.backorder_id, lost.lost) == (AllocationKind.ORDERED_LESS, second, D(1))
    assert rows(till, order_id) == [(1, "less", D(-3), "Vendor is sold out")]
    assert_sound(till)


def test_one_sheet_tells_all_that_changes(till: Till, vendor: int) -> None:
    order_id = sent(till, vendor, ("kettle", "4"))
    line_id = line_of(till, order_id, "kettle").id
    both = (NewOrderLine(till.items["lamp"], D(2)), NewOrderLine(till.items["kettle"], D(1)))
    done = till.run(
        changes.change,
        purchase_order_id=order_id,
        lines=(LineChange(line_id, D(6), D("2.5")),),
        added=(*both, NewOrderLine(till.items["lamp"], D(1), D(7))),
        reason="More asked for",
    )
    assert done.record_id == order_id
    lamp, kettle = line_of(till, order_id, "lamp"), line_of(till, order_id, "kettle")
    assert (lamp.quantity, lamp.changed, lamp.still_open, lamp.cost) == (D(0), D(3), D(3), D(7))
    assert (kettle.quantity, kettle.changed, kettle.still_open, kettle.cost) == (D(4), D(3), D(7), D("2.5"))
    assert (item_of(till, "lamp").on_order, item_of(till, "kettle").on_order) == (D(3), D(7))
    assert [row[:3] for row in rows(till, order_id)] == [(1, "more", D(3)), (1, "cost", D(0)), (1, "added", D(3))]
    changes_to(till, order_id, to(till, order_id, "lamp", "0"))
    assert rows(till, order_id)[-1][:3] == (2, "less", D(-3))
    assert order_of(till, order_id).status == OrderStatus.PROCESSED
    assert_sound(till)


def test_an_order_is_closed_exactly_while_nothing_on_it_is_open(till: Till, vendor: int) -> None:
    order_id = sent(till, vendor, ("kettle", "4"))
    changes_to(till, order_id, to(till, order_id, "kettle", "0"))
    assert order_of(till, order_id).status == OrderStatus.CLOSED
    assert_sound(till)
    changes_to(till, order_id, to(till, order_id, "kettle", "2"))
    assert order_of(till, order_id).status == OrderStatus.PROCESSED
    assert item_of(till, "kettle").on_order == D(2)
    assert_sound(till)


def receives(till: Till, order_id: int, quantity: str) -> None:
    log_id = till.run(logs.start, purchase_order_id=order_id).record_id
    with till.engine.connect() as connection:
        line_id = connection.execute(
            sa.text("SELECT id FROM receiving_lines WHERE receiving_log_id = :log"), {"log": log_id}
        ).scalar_one()
    till.run(logs.set_quantity, line_id=line_id, quantity=D(quantity))
    till.run(receiving_posting.post, receiving_log_id=log_id)


def test_what_came_stays_ordered(till: Till, vendor: int) -> None:
    order_id = sent(till, vendor, ("kettle", "10"))
    line_id = line_of(till, order_id, "kettle").id
    receives(till, order_id, "3")
    till.run(order_posting.close_short, line_id=line_id, quantity=D(2))
    line = line_of(till, order_id, "kettle")
    assert (line.closed_short, line.still_open, item_of(till, "kettle").on_order) == (D(2), D(5), D(5))
    less = (LineChange(line_id, D("4.999")),)
    refusal = till.refusal(changes.change, purchase_order_id=order_id, reason="Too many", lines=less)
    assert (refusal.why, refusal.where) == (Why.LESS_THAN_CAME, Cell("ordered", line_id))
    changes_to(till, order_id, LineChange(line_id, D(5)))
    assert order_of(till, order_id).status == OrderStatus.CLOSED
    assert_sound(till)


def test_more_than_was_ordered_came_and_more_is_ordered(till: Till, vendor: int) -> None:
    order_id = sent(till, vendor, ("kettle", "4"), ("lamp", "1"))
    line_id = line_of(till, order_id, "kettle").id
    till.run(order_posting.close_short, line_id=line_of(till, order_id, "lamp").id)
    receives(till, order_id, "6")
    assert order_of(till, order_id).status == OrderStatus.CLOSED
    refusal = till.refusal(
        changes.change, purchase_order_id=order_id, lines=(LineChange(line_id, D(3)),), reason="Too many"
    )
    assert refusal.why is Why.LESS_THAN_CAME
    changes_to(till, order_id, LineChange(line_id, D(5)))  # what came is what was ordered, nearly
    assert (line_of(till, order_id, "kettle").still_open, order_of(till, order_id).status) == (D(0), "closed")
    changes_to(till, order_id, LineChange(line_id, D(9)))
    assert (line_of(till, order_id, "kettle").still_open, order_of(till, order_id).status) == (D(3), "processed")
    assert_sound(till)


def test_what_is_wrong_is_said_at_its_place_and_changes_nothing(till: Till, vendor: int) -> None:
    working = orders(till, vendor, ("lamp", "4"))
    order_id = sent(till, vendor, ("kettle", "4"))
    line_id, foreign = line_of(till, order_id, "kettle").id, line_of(till, working, "lamp").id
    seen = order_of(till, order_id).version
    kettle = till.items["kettle"]
    cases: tuple[tuple[dict[str, Any], object], ...] = (
        ({"lines": (LineChange(line_id, D(5)),), "reason": "  "}, Field("reason")),
        ({"lines": (LineChange(line_id, D(4), None),)}, Field("ordered")),
        ({}, Field("ordered")),
        ({"lines": (LineChange(line_id, D("1.0001")),)}, Cell("ordered", line_id)),
        ({"lines": (LineChange(line_id, D(-1)),)}, Cell("ordered", line_id)),
        ({"lines": (LineChange(line_id, D(1000000)),)}, Cell("ordered", line_id)),
        ({"lines": (LineChange(line_id, cost=D(-1)),)}, Cell("cost", line_id)),
        ({"lines": (LineChange(foreign, D(5)),)}, Cell("ordered", foreign)),
        ({"lines": (LineChange(line_id, D(5)), LineChange(line_id, D(6)))}, Cell("ordered", line_id)),
        ({"added": (NewOrderLine(kettle, D(0)),)}, Field("quantity")),
        ({"added": (NewOrderLine(kettle, D("999999.999")),)}, Field("quantity")),
        ({"added": (NewOrderLine(999_999, D(1)),)}, Field("item")),
        ({"lines": (LineChange(line_id, D(5)),), "expected_version": seen - 1}, Field("version")),
    )
    for wrong, where in cases:
        filled = {"reason": "Sold out", **wrong}
        assert till.refusal(changes.change, purchase_order_id=order_id, **filled).where == where, wrong
    refusal = till.refusal(
        changes.change, purchase_order_id=working, lines=(LineChange(foreign, D(5)),), reason="Sold out"
    )
    assert refusal.why is Why.CHANGED_BEFORE_POSTING
    assert rows(till, order_id) == []
    assert order_of(till, order_id).version == seen
    assert_sound(till)


def test_so_much_is_not_open_to_be_closed_short(till: Till, vendor: int) -> None:
    order_id = sent(till, vendor, ("kettle", "4"))
    line_id = line_of(till, order_id, "kettle").id
    for quantity, why in (("4.001", Why.MORE_CLOSED_SHORT_THAN_OPEN), ("0", Why.QUANTITY_ZERO)):
        refusal = till.refusal(order_posting.close_short, line_id=line_id, quantity=D(quantity))
        assert (refusal.why, refusal.where) == (why, Field("quantity"))
    till.run(order_posting.close_short, line_id=line_id, quantity=D(4))
    assert order_of(till, order_id).status == OrderStatus.CLOSED
    assert_sound(till)


def test_the_day_on_which_a_sent_order_is_expected_is_told_row_by_row(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))

    def expects(expected_on: date | None, note: str, reason: str = "") -> None:
        verb = partial(purchase_orders.set_header, purchase_order_id=order_id)
        till.run(verb, expected_on=expected_on, note=note, reason=reason)

    expects(expected_on=date(2026, 12, 1), note="")
    assert rows(till, order_id) == []
    sends(till, order_id)
    expects(expected_on=CHRISTMAS, note="", reason="Ship is late")
    expects(expected_on=CHRISTMAS, note="Call them")
    expects(expected_on=None, note="Call them")
    assert rows(till, order_id) == [(None, "expected", D(0), "Ship is late"), (None, "expected", D(0), "")]
    assert order_of(till, order_id).expected_on is None
    assert_sound(till)


def test_of_two_who_change_an_order_at_once_the_second_sees_what_the_first_did(till: Till, vendor: int) -> None:
    order_id = sent(till, vendor, ("kettle", "9"))
    line_id, seen = line_of(till, order_id, "kettle").id, order_of(till, order_id).version
    change = partial(changes.change, purchase_order_id=order_id, reason="Sold out", expected_version=seen)
    deeds = [partial(change, lines=(LineChange(line_id, D(left)),)) for left in (3, 5)]
    outcomes = race(till, *deeds)
    assert sorted(isinstance(each, RefusedError) for each in outcomes) == [False, True]
    assert [row[0] for row in rows(till, order_id)] == [1]
    assert_sound(till)
