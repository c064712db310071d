"""Guide: "Purchase orders" and "Allocate an order's goods": posting, allocating, closing short, canceling meanwhile."""

from datetime import date
from decimal import Decimal
from functools import partial
from uuid import uuid4

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
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Cell, Field, Refusal
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.orm import AllocationEvent, BackorderEvent, Vendor
from posim_desktop.queries.purchasing import allocations as read
from posim_desktop.queries.purchasing import orders as read_orders
from posim_desktop.services.backorders import backorders
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.records import vendor_term_rows
from races import race
from refusals import english
from seeding import Till

D = Decimal
RACES = 5


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


def proposal(till: Till, order_id: int) -> read.AllocationProposal:
    with till.engine.connect() as connection:
        found = read.proposal(connection, order_id)
    assert found is not None
    return found


def shrunk(till: Till, *order_ids: int, backorder_id: int | None = None) -> list[tuple[int, Decimal, Decimal]]:
    with till.engine.connect() as connection:
        rows = read.shrunk(connection, order_ids, backorder_id=backorder_id)
    return [(row.backorder_id, row.before, row.after) for row in rows]


def history(till: Till) -> list[tuple[object, ...]]:
    """Read backorder, kind, quantity before and after, and what happened to the backorder before."""
    rows = sa.select(
        AllocationEvent.backorder_id,
        AllocationEvent.kind,
        AllocationEvent.before,
        AllocationEvent.after,
        AllocationEvent.after_event_id,
    )
    with till.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(rows.order_by(AllocationEvent.id))]


def canceled_events(till: Till) -> list[int]:
    with till.engine.connect() as connection:
        chosen = sa.select(BackorderEvent.id).where(BackorderEvent.kind == str(EventKind.CANCEL))
        return list(connection.scalars(chosen.order_by(BackorderEvent.id)))


def cancel(till: Till, backorder_id: int, quantity: str) -> Done:
    return till.run(
        backorders.cancel,
        backorder_id=backorder_id,
        quantity=D(quantity),
        employee_id=till.employee_id,
        reason="Wants fewer",
    )


def test_posting_numbers_the_order_and_puts_its_goods_on_order(till: Till, vendor: int, lee: int) -> None:
    owed = owes(till, "kettle", "3", lee)
    order_id = orders(till, vendor, ("kettle", "5"), ("lamp", "2"))
    kettle = line_of(till, order_id, "kettle").id
    done = till.run(order_posting.post, purchase_order_id=order_id, allocations=((kettle, owed, D(3)),))

    order = order_of(till, order_id)
    assert (order.status, order.number) == (OrderStatus.PROCESSED, 1)
    assert (item_of(till, "kettle").on_order, item_of(till, "lamp").on_order) == (D(5), D(2))
    assert item_of(till, "kettle").on_hand == item_of(till, "kettle").committed == 0
    assert stored_allocations(till) == {(kettle, owed): D(3)}
    assert done.changes == {
        Change(Record.PURCHASE_ORDER, order_id),
        Change(Record.BACKORDER, owed),
        Change(Record.ITEM, till.items["kettle"]),
        Change(Record.ITEM, till.items["lamp"]),
    }
    assert_sound(till)
    second = orders(till, vendor, ("kettle", "1"))
    sends(till, second)
    assert order_of(till, second).number == 2
    assert item_of(till, "kettle").on_order == D(6)
    assert_sound(till)


def test_the_cards_show_what_comes_and_when(till: Till, vendor: int, lee: int) -> None:
    owed = owes(till, "kettle", "3", lee)
    early, late = orders(till, vendor, ("kettle", "2")), orders(till, vendor, ("kettle", "4"))
    working = orders(till, vendor, ("kettle", "9"))
    for order_id, day in ((early, 1), (late, 24)):
        expected = date(2026, 12, day)
        till.run(purchase_orders.set_header, purchase_order_id=order_id, expected_on=expected, note="")
    sends(till, late, ("kettle", owed, "1"))
    sends(till, early, ("kettle", owed, "2"))

    with till.engine.connect() as connection:
        behind = read_orders.on_order(connection, till.items["kettle"])
        all_orders = read_orders.on_order(connection, till.items["kettle"], working=True)
        allocated = read_orders.for_backorder(connection, owed)
    assert [(row.purchase_order_id, row.still_open, row.allocated) for row in behind] == [
        (early, D(2), D(2)),
        (late, D(4), D(1)),
    ]
    assert [row.purchase_order_id for row in all_orders] == [early, late, working]
    assert sum(row.still_open for row in behind) == item_of(till, "kettle").on_order
    assert [(row.purchase_order_id, row.quantity, row.expected_on) for row in allocated] == [
        (early, D(2), date(2026, 12, 1)),
        (late, D(1), date(2026, 12, 24)),
    ]


def test_the_screen_proposes_the_oldest_first_and_keeps_what_is_planned(till: Till, vendor: int, lee: int) -> None:
    first, second, third = (owes(till, "kettle", quantity, lee) for quantity in ("3", "2", "4"))
    other = orders(till, vendor, ("kettle", "1"))
    sends(till, other, ("kettle", first, "1"))
    order_id = orders(till, vendor, ("lamp", "1"))
    till.run(purchase_orders.add_backorders, purchase_order_id=order_id, backorder_ids=(third,))
    line_id = line_of(till, order_id, "kettle").id
    more = purchase_orders.OrderLineEdit(quantity=D(7))
    till.run(purchase_orders.change_line, line_id=line_id, edit=more)

    (item,) = proposal(till, order_id).items
    assert (item.item, item.on_this_order, item.allocated, item.left) == ("kettle", D(7), D(7), D(0))
    assert [(row.backorder_id, row.elsewhere, row.existing, row.proposed, row.limit) for row in item.rows] == [
        (first, D(1), D(0), D(2), D(2)),
        (second, D(0), D(0), D(1), D(2)),
        (third, D(0), D(4), D(4), D(4)),
    ]
    proposed = tuple((line_id, row.backorder_id, row.proposed) for row in item.rows)
    till.run(order_posting.post, purchase_order_id=order_id, allocations=proposed)
    assert_sound(till)
    decided = proposal(till, order_id).items[0]
    assert [row.proposed for row in decided.rows] == [row.proposed for row in item.rows]


def test_an_order_nobody_waits_for_has_nothing_to_allocate(till: Till, vendor: int) -> None:
    assert proposal(till, orders(till, vendor, ("kettle", "7"))).items == ()


def test_what_the_screen_gives_replaces_what_was_planned(till: Till, vendor: int, lee: int) -> None:
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", lee)
    order_id = orders(till, vendor, ("lamp", "1"))
    till.run(purchase_orders.add_backorders, purchase_order_id=order_id)
    sends(till, order_id, ("kettle", first, "0"), ("kettle", second, "1.5"))
    assert stored_allocations(till) == {(line_of(till, order_id, "kettle").id, second): D("1.5")}
    assert_sound(till)


def test_wrong_allocations_name_their_cell_and_post_nothing(till: Till, vendor: int, lee: int) -> None:
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "3", lee)
    lamp = owes(till, "lamp", "3", lee)
    sends(till, other := orders(till, vendor, ("kettle", "2")), ("kettle", second, "2"))
    order_id = orders(till, vendor, ("kettle", "3"))
    line_id = line_of(till, order_id, "kettle").id
    foreign_line = line_of(till, other, "kettle").id

    def refused(*allocations: tuple[int, int, str]) -> Refusal:
        given = tuple((line, backorder, D(quantity)) for line, backorder, quantity in allocations)
        return till.refusal(order_posting.post, purchase_order_id=order_id, allocations=given)

    over_open = refused((line_id, first, "3"), (line_id, second, "0.001"))
    assert over_open == Refusal(Why.MORE_ALLOCATED_THAN_ORDERED, Cell("allocation", line_id, second), still_open=D(3))
    over_outstanding = refused((line_id, second, "1.001"))  # two of its three come with the other order
    assert over_outstanding == Refusal(Why.MORE_THAN_STILL_NEEDED, Cell("allocation", line_id, second), needed=D(1))
    other_item = refused((line_id, lamp, "1"))
    assert other_item.where == Cell("allocation", line_id, lamp)
    assert other_item.why is Why.ALLOCATED_TO_WRONG_BACKORDER
    for quantity in ("-1", "0.0001", "1e9"):
        assert refused((line_id, first, quantity)).where == Cell("allocation", line_id, first)
    assert refused((line_id, 999_999, "1")).where == Cell("allocation", line_id, 999999)
    assert refused((foreign_line, first, "1")).where == Cell("allocation", foreign_line, first)
    assert refused((line_id, first, "1"), (line_id, first, "1")).why is Why.BACKORDER_GIVEN_TWICE
    cancel(till, first, "3")
    assert refused((line_id, first, "1")).why is Why.ALLOCATED_TO_WRONG_BACKORDER
    assert order_of(till, order_id).status == OrderStatus.WORKING
    assert item_of(till, "kettle").on_order == D(2)
    assert_sound(till)


def test_an_order_changed_meanwhile_is_not_posted_unseen(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "3"))
    seen = proposal(till, order_id).version
    edit = purchase_orders.OrderLineEdit(quantity=D(4))
    till.run(purchase_orders.change_line, line_id=line_of(till, order_id, "kettle").id, edit=edit)
    refusal = till.refusal(order_posting.post, purchase_order_id=order_id, expected_version=seen)
    assert refusal.where == Field("version")
    fresh = proposal(till, order_id).version
    till.run(order_posting.post, purchase_order_id=order_id, expected_version=fresh)
    assert order_of(till, order_id).number == 1


def test_an_order_is_posted_once_and_not_to_an_archived_vendor(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "3"))
    with till.writing() as session:
        session.connection().execute(sa.update(Vendor).where(Vendor.id == vendor).values(archived=True))
    assert till.refusal(order_posting.post, purchase_order_id=order_id).where == Field("vendor")
    with till.writing() as session:
        session.connection().execute(sa.update(Vendor).where(Vendor.id == vendor).values(archived=False))
    verb = partial(order_posting.post, purchase_order_id=order_id)
    key = uuid4()
    assert till.do(verb, key) == till.do(verb, key)
    assert "processed" in english(till.refusal(order_posting.post, purchase_order_id=order_id))
    assert "does not exist" in english(till.refusal(order_posting.post, purchase_order_id=999_999))
    assert item_of(till, "kettle").on_order == D(3)


def test_allocations_of_a_processed_order_change(till: Till, vendor: int, lee: int) -> None:
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", lee)
    order_id = orders(till, vendor, ("kettle", "4"))
    line_id = line_of(till, order_id, "kettle").id
    early = till.refusal(allocations.change, purchase_order_id=order_id, allocations=())
    assert early.why is Why.ALLOCATED_BEFORE_POSTING
    sends(till, order_id, ("kettle", first, "3"))

    seen = proposal(till, order_id).version
    given = ((line_id, first, D(2)), (line_id, second, D(2)))
    done = till.run(allocations.change, purchase_order_id=order_id, allocations=given, expected_version=seen)
    assert stored_allocations(till) == {(line_id, first): D(2), (line_id, second): D(2)}
    assert Change(Record.BACKORDER, first) in done.changes
    assert item_of(till, "kettle").on_order == D(4)
    stale = till.refusal(allocations.change, purchase_order_id=order_id, allocations=(), expected_version=seen)
    assert stale.where == Field("version")
    over = ((line_id, first, D(3)), (line_id, second, D(2)))
    refusal = till.refusal(allocations.change, purchase_order_id=order_id, allocations=over)
    assert refusal.where == Cell("allocation", line_id, second)
    assert_sound(till)


def test_close_short_releases_what_was_allocated_and_tells_whom_it_hurts(till: Till, vendor: int, lee: int) -> None:
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", lee)
    order_id = orders(till, vendor, ("kettle", "4"), ("lamp", "1"))
    sends(till, order_id, ("kettle", first, "3"), ("kettle", second, "1"))
    line_id = line_of(till, order_id, "kettle").id
    with till.engine.connect() as connection:
        hurt = read.released_by_closing(connection, line_id)
    assert [(row.backorder_id, row.existing) for row in hurt] == [(first, D(3)), (second, D(1))]

    done = till.run(order_posting.close_short, line_id=line_id)
    line = line_of(till, order_id, "kettle")
    assert (line.quantity, line.closed_short, line.still_open) == (D(4), D(4), D(0))
    assert item_of(till, "kettle").on_order == 0
    assert sorted(shrunk(till, order_id)) == [(first, D(3), D(0)), (second, D(1), D(0))]
    assert {change for change in done.changes if change.record == Record.BACKORDER} == {
        Change(Record.BACKORDER, first),
        Change(Record.BACKORDER, second),
    }
    assert order_of(till, order_id).status == OrderStatus.PROCESSED
    assert_sound(till)
    assert till.refusal(order_posting.close_short, line_id=line_id).why is Why.NOTHING_LEFT_TO_CLOSE_SHORT

    till.run(order_posting.close_short, line_id=line_of(till, order_id, "lamp").id)
    assert order_of(till, order_id).status == OrderStatus.CLOSED
    assert_sound(till)


def test_close_short_is_for_processed_orders(till: Till, vendor: int) -> None:
    order_id = orders(till, vendor, ("kettle", "4"))
    line_id = line_of(till, order_id, "kettle").id
    assert "processed" in english(till.refusal(order_posting.close_short, line_id=line_id))
    assert till.refusal(order_posting.close_short, line_id=999_999).why is Why.LINE_OF_NO_ORDER


def test_canceling_a_backorder_takes_from_its_newest_orders(till: Till, vendor: int, lee: int) -> None:
    owed = owes(till, "kettle", "5", lee)
    older, newer = orders(till, vendor, ("kettle", "3")), orders(till, vendor, ("kettle", "3"))
    sends(till, older, ("kettle", owed, "3"))
    sends(till, newer, ("kettle", owed, "2"))
    old_line, new_line = line_of(till, older, "kettle").id, line_of(till, newer, "kettle").id

    done = cancel(till, owed, "1")
    assert stored_allocations(till) == {(old_line, owed): D(3), (new_line, owed): D(1)}
    assert Change(Record.PURCHASE_ORDER, newer) in done.changes
    assert Change(Record.PURCHASE_ORDER, older) not in done.changes
    assert shrunk(till, newer, backorder_id=owed) == [(owed, D(2), D(1))]
    assert shrunk(till, older) == []
    assert_sound(till)
    cancel(till, owed, "3")
    assert stored_allocations(till) == {(old_line, owed): D(1)}
    assert_sound(till)
    first, second = canceled_events(till)
    assert history(till) == [
        (owed, "allocated", D(0), D(3), None),
        (owed, "allocated", D(0), D(2), None),
        (owed, "canceled", D(2), D(1), first),
        (owed, "canceled", D(1), D(0), second),
        (owed, "canceled", D(3), D(1), second),
    ]


def test_the_history_of_allocations_begins_when_the_order_is_posted(till: Till, vendor: int, lee: int) -> None:
    first, second, third = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", lee), owes(till, "lamp", "2", lee)
    order_id = till.run(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor).record_id
    kettle, lamp = line_of(till, order_id, "kettle").id, line_of(till, order_id, "lamp").id
    till.run(purchase_orders.change_line, line_id=kettle, edit=OrderLineEdit(quantity=D(4)))
    cancel(till, third, "1")
    assert stored_allocations(till) == {(kettle, first): D(3), (kettle, second): D(1), (lamp, third): D(1)}
    assert history(till) == []
    assert shrunk(till, order_id) == []

    sends(till, order_id, ("kettle", first, "3"), ("lamp", third, "1"))
    (canceled,) = canceled_events(till)
    begun = [(first, "allocated", D(0), D(3), None), (third, "allocated", D(0), D(1), canceled)]
    assert history(till) == begun
    given = ((kettle, first, D(3)), (kettle, second, D(1)))
    till.run(allocations.change, purchase_order_id=order_id, allocations=given)
    changed = [(third, "changed", D(1), D(0), canceled), (second, "changed", D(0), D(1), None)]
    assert history(till) == begun + changed
    assert_sound(till)
    discarded = till.run(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor).record_id
    till.run(purchase_orders.discard, purchase_order_id=discarded)
    assert history(till) == begun + changed
    assert_sound(till)


def test_two_clerks_post_the_same_order(till: Till, vendor: int) -> None:
    for number in range(1, RACES + 1):
        order_id = orders(till, vendor, ("kettle", "1"), ("lamp", "2"))
        verb = partial(till.run, order_posting.post, purchase_order_id=order_id)
        outcomes = race(verb, verb)
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Done", "Refusal"]
        assert item_of(till, "kettle").on_order == D(number)
        assert order_of(till, order_id).number == number
    assert_sound(till)


def test_an_order_is_posted_for_a_backorder_that_is_canceled(till: Till, vendor: int, lee: int) -> None:
    for _ in range(RACES):
        owed = owes(till, "kettle", "3", lee)
        order_id = orders(till, vendor, ("kettle", "3"))
        line_id = line_of(till, order_id, "kettle").id
        posting = partial(
            till.run, order_posting.post, purchase_order_id=order_id, allocations=((line_id, owed, D(3)),)
        )
        posted, canceled = race(posting, partial(cancel, till, owed, "2"))
        assert isinstance(canceled, Done)
        if isinstance(posted, Refusal):
            assert posted.where == Cell("allocation", line_id, owed)
        else:
            assert stored_allocations(till)[line_id, owed] == D(1)
        assert_sound(till)


def test_two_orders_want_to_serve_the_same_backorder(till: Till, vendor: int, lee: int) -> None:
    for _ in range(RACES):
        owed = owes(till, "kettle", "3", lee)
        verbs = []
        for _ in range(2):
            order_id = orders(till, vendor, ("kettle", "3"))
            given = ((line_of(till, order_id, "kettle").id, owed, D(3)),)
            verbs.append(partial(till.run, order_posting.post, purchase_order_id=order_id, allocations=given))
        outcomes = race(*verbs)
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Done", "Refusal"]
        assert_sound(till)


@pytest.mark.parametrize(("typed", "expected"), [(None, date(2026, 11, 9)), (date(2026, 12, 24), date(2026, 12, 24))])
def test_an_order_is_expected_when_the_last_of_its_goods_usually_come(
    till: Till, vendor: int, typed: date | None, expected: date
) -> None:
    other = vendor_on_file(till, "bell")
    with till.writing() as session:
        for code, vendor_id, days in (("kettle", vendor, 2), ("lamp", vendor, 7), ("kettle", other, 30)):
            before = vendor_term_rows.of_items(session.connection(), [till.items[code]])[till.items[code]]
            own = next((each for each in before if each.vendor_id == vendor_id), VendorTerms(vendor_id))
            terms = [each for each in before if each != own] + [own._replace(usual_days=days)]
            vendor_term_rows.replace(session, till.items[code], before, terms)
    order_id = orders(till, vendor, ("kettle", "1"), ("lamp", "1"))
    if typed is not None:
        till.run(purchase_orders.set_header, purchase_order_id=order_id, expected_on=typed, note="")
    till.run(order_posting.post, purchase_order_id=order_id)
    assert order_of(till, order_id).expected_on == expected
    other_id = orders(till, vendor_on_file(till, "cole"), ("kettle", "1"))  # nobody knows how long Cole takes
    till.run(order_posting.post, purchase_order_id=other_id)
    assert order_of(till, other_id).expected_on is None
    assert_sound(till)
