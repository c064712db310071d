"""Guide: "Purchase orders": goods of a sent order whose customers canceled are nobody's until somebody decides."""

from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import item_of, line_of, orders, owes, sends, stocks, stored_allocations
from posim_desktop.domain.errors import Cell, Field, RefusedError
from posim_desktop.domain.purchasing.freed_goods import FreedFigures
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import InvoiceLine, OrderChange
from posim_desktop.queries.purchasing import auto_backorder_po as proposals
from posim_desktop.queries.purchasing import freed_goods as reading
from posim_desktop.queries.purchasing import orders as order_queries
from posim_desktop.services.backorders import backorders
from posim_desktop.services.purchasing import allocations, freed_goods
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.sales import awaited_orders
from receiving_seed import D, Shop, open_shop
from seeding import Till, stored


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop whose vendor sells kettles."""
    shop = open_shop(till)
    stocks(till, "kettle", vendor_id=shop.vendor_id)
    return shop


def canceled(shop: Shop, quantity: str = "5") -> tuple[int, int]:
    """Send an order of 8 kettles, 5 of them for Lee, who cancels; return the order and its line."""
    owed = shop.owes("kettle", "5", shop.lee)
    order_id = shop.orders(("kettle", "8"), allocations=(("kettle", owed, "5"),))
    cancels(shop, owed, quantity)
    return order_id, line_of(shop.till, order_id, "kettle").id


def cancels(shop: Shop, backorder_id: int, quantity: str) -> None:
    who = shop.till.employee_id
    cancel = partial(backorders.cancel, backorder_id=backorder_id, employee_id=who, reason="Found one")
    shop.till.run(cancel, quantity=D(quantity))


def figures(shop: Shop, order_id: int) -> FreedFigures:
    with shop.till.engine.connect() as connection:
        (found,) = reading.figures(connection, order_id).values()
    return found


def nobodys(shop: Shop, order_id: int) -> tuple[object, object]:
    found = figures(shop, order_id)
    return found.asked, found.undecided


def requests(shop: Shop, order_id: int) -> list[int]:
    with shop.till.engine.connect() as connection:
        return [each.id for each in reading.requests(connection, order_id)]


def test_what_a_customer_cancels_is_nobodys_and_what_the_shelf_ordered_is_not(shop: Shop) -> None:
    order_id, line_id = canceled(shop, "2")
    assert nobodys(shop, order_id) == (0, D(2))
    shop.till.run(freed_goods.keep_for_shelf, line_id=line_id, quantity=D("1.5"))
    assert nobodys(shop, order_id) == (0, D("0.5"))
    refusal = shop.till.refusal(freed_goods.keep_for_shelf, line_id=line_id, quantity=D(1))
    assert (refusal.why, refusal.where) == (Why.NOT_SO_MUCH_IS_NOBODYS, Field("quantity"))
    working = orders(shop.till, shop.vendor_id, ("kettle", "1"))
    unsent = line_of(shop.till, working, "kettle").id
    assert shop.till.refusal(freed_goods.ask_to_drop, line_id=unsent, quantity=D(1)).why is Why.ALLOCATED_BEFORE_POSTING
    shop.holds()


@pytest.mark.parametrize("kept", [("1", "2"), ("3",)])
def test_what_came_before_anybody_decided_is_not_asked_about_again(shop: Shop, kept: tuple[str, ...]) -> None:
    owed = shop.owes("kettle", "5", shop.lee)
    order_id = shop.orders(("kettle", "5"), allocations=(("kettle", owed, "5"),))
    cancels(shop, owed, "5")
    line_id = line_of(shop.till, order_id, "kettle").id
    shop.till.run(order_posting.close_short, line_id=line_id, quantity=D(2))
    left = D(3)
    for quantity in map(D, kept):
        assert nobodys(shop, order_id) == (0, left)
        shop.till.run(freed_goods.keep_for_shelf, line_id=line_id, quantity=quantity)
        left -= quantity
    assert nobodys(shop, order_id) == (0, 0)
    shop.holds()


def test_the_vendor_drops_a_part_and_the_order_gets_smaller(shop: Shop) -> None:
    order_id, line_id = canceled(shop)
    shop.till.run(freed_goods.ask_to_drop, line_id=line_id, quantity=D(4), note="Spoke to Ann")
    assert nobodys(shop, order_id) == (D(4), D(1))
    (request,) = requests(shop, order_id)
    too_much = partial(freed_goods.answer, request_id=request)
    assert shop.till.refusal(too_much, reason="Canceled", agreed=D(5)).why is Why.MORE_DROPPED_THAN_ASKED
    shop.till.run(freed_goods.answer, request_id=request, reason="Canceled", agreed=D(3))
    line = line_of(shop.till, order_id, "kettle")
    assert (line.quantity, line.changed, line.still_open, item_of(shop.till, "kettle").on_order) == (8, -3, 5, 5)
    assert nobodys(shop, order_id) == (0, D(2))
    with shop.till.engine.connect() as connection:
        assert connection.scalars(sa.select(OrderChange.sheet)).all() == [1]
    assert shop.till.refusal(too_much, reason="Canceled", agreed=D(0)).why is Why.REQUEST_ANSWERED
    shop.holds()


def test_the_vendor_drops_everything_that_was_open(shop: Shop) -> None:
    owed = shop.owes("kettle", "5", shop.lee)
    order_id = shop.orders(("kettle", "5"), allocations=(("kettle", owed, "5"),))
    cancels(shop, owed, "5")
    line_id = line_of(shop.till, order_id, "kettle").id
    shop.till.run(freed_goods.ask_to_drop, line_id=line_id, quantity=D(5))
    shop.till.run(freed_goods.answer, request_id=requests(shop, order_id)[0], reason="Canceled", agreed=D(5))
    assert line_of(shop.till, order_id, "kettle").still_open == 0
    shop.holds()


def test_who_answers_a_request_that_somebody_answered_hears_that_though_the_order_is_closed(shop: Shop) -> None:
    order_id, line_id = canceled(shop)
    shop.till.run(freed_goods.ask_to_drop, line_id=line_id, quantity=D(5))
    (request,) = requests(shop, order_id)
    shop.receives(shop.unloads(order_id))
    answer = partial(freed_goods.answer, request_id=request, reason="Canceled", agreed=D(5))
    assert shop.till.refusal(answer).why is Why.REQUEST_ANSWERED


@pytest.mark.parametrize("withdrawn", [True, False])
def test_what_is_not_dropped_comes_and_is_nobodys_again(shop: Shop, *, withdrawn: bool) -> None:
    order_id, line_id = canceled(shop)
    shop.till.run(freed_goods.ask_to_drop, line_id=line_id, quantity=D(5))
    (request,) = requests(shop, order_id)
    shop.till.run(freed_goods.answer, request_id=request, reason="Canceled", agreed=D(0), withdrawn=withdrawn)
    assert nobodys(shop, order_id) == (0, D(5))
    assert requests(shop, order_id) == []
    shop.holds()


def test_what_the_vendor_was_asked_to_drop_is_for_nobody_and_not_bought_again(shop: Shop) -> None:
    order_id, line_id = canceled(shop)
    shop.till.run(freed_goods.ask_to_drop, line_id=line_id, quantity=D(5))
    kim = shop.owes("kettle", "4", shop.kim)
    refusal = shop.till.refusal(
        allocations.change, purchase_order_id=order_id, allocations=((line_id, kim, D("3.001")),)
    )
    assert (refusal.why, refusal.where) == (Why.MORE_ALLOCATED_THAN_ORDERED, Cell("allocation", line_id, kim))
    with shop.till.engine.connect() as connection:
        (vendor,) = proposals.overview(connection, shop.till.transactor.now()).vendors
    assert vendor.to_order == 0
    shop.till.run(allocations.change, purchase_order_id=order_id, allocations=((line_id, kim, D(3)),))
    assert nobodys(shop, order_id) == (D(5), 0)
    shop.holds()


def test_nobody_at_the_till_or_at_the_desk_is_offered_what_the_vendor_was_asked_to_drop(shop: Shop) -> None:
    till = shop.till
    order_id, line_id = canceled(shop)
    shop.owes("kettle", "9", shop.kim)
    invoice_id = till.rings_up(("kettle", "6", TransCode.BACKORDER), customer_id=shop.lee)
    invoice_line = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id
    till.run(awaited_orders.wait_for, line_id=invoice_line, order_line_id=line_id)
    till.run(freed_goods.ask_to_drop, line_id=line_id, quantity=D(4))
    assert offered(shop) == (D(4), D(4))
    with pytest.raises(RefusedError) as refused:
        till.posts(invoice_id)
    assert refused.value.refusal.why is Why.LESS_FREE_ON_ORDER
    till.run(awaited_orders.wait_for, line_id=invoice_line, order_line_id=line_id)
    till.posts(invoice_id)
    assert nobodys(shop, order_id) == (D(4), 0)
    assert offered(shop) == (None, None)
    (request,) = requests(shop, order_id)
    till.run(freed_goods.answer, request_id=request, reason="Comes", agreed=D(0))
    assert offered(shop) == (D(4), D(4))
    assert figures(shop, order_id).decided == 1  # what the line at the till took was nobody's first
    shop.holds()


def offered(shop: Shop) -> tuple[object, object]:
    """Say how many kettles the till and the proposal of the desk offer."""
    with shop.till.engine.connect() as connection:
        under_way = [row.free for row in order_queries.under_way(connection, shop.till.items["kettle"])]
        offers = [each.free for each in proposals.offers(connection, shop.till.transactor.now())]
        counted = proposals.overview(connection, shop.till.transactor.now()).vendors
    assert sum(each.free for each in counted) == sum(offers)  # the list of vendors says the same
    return next(iter(under_way), None), next(iter(offers), None)


def test_the_next_customers_get_what_is_nobodys_by_place(shop: Shop) -> None:
    order_id, line_id = canceled(shop)
    first, second = shop.owes("kettle", "2", shop.kim), shop.owes("kettle", "9", shop.lee)
    with shop.till.engine.connect() as connection:
        seen = tuple((each.backorder_id, each.quantity) for each in reading.next_ones(connection, line_id, D(4)))
    assert seen == ((first, D(2)), (second, D(2)))
    give = partial(freed_goods.give_next, line_id=line_id, quantity=D(4))
    cancels(shop, first, "1")
    assert shop.till.refusal(give, seen=seen).why is Why.OTHERS_ARE_NEXT
    shop.till.run(give, seen=((first, D(1)), (second, D(3))))
    assert stored_allocations(shop.till) == {(line_id, first): D(1), (line_id, second): D(3)}
    assert nobodys(shop, order_id) == (0, D(1))
    cancels(shop, second, "8")
    shop.till.run(allocations.change, purchase_order_id=order_id, allocations=((line_id, first, D(1)),))
    assert shop.till.refusal(give, seen=()).why is Why.NOT_SO_MUCH_IS_NOBODYS
    shop.holds()


def test_nobody_is_next_where_nobody_waits(shop: Shop) -> None:
    _order_id, line_id = canceled(shop)
    refusal = shop.till.refusal(freed_goods.give_next, line_id=line_id, quantity=D(1), seen=())
    assert refusal.why is Why.NOBODY_IS_NEXT


def test_who_is_allocated_goods_by_hand_takes_those_that_are_nobodys(shop: Shop) -> None:
    order_id, line_id = canceled(shop)
    kim = shop.owes("kettle", "4", shop.kim)
    shop.till.run(allocations.change, purchase_order_id=order_id, allocations=((line_id, kim, D(4)),))
    assert nobodys(shop, order_id) == (0, D(1))
    shop.holds()


def test_goods_that_came_or_are_closed_short_are_asked_about_no_longer(shop: Shop) -> None:
    order_id, line_id = canceled(shop)
    shop.till.run(freed_goods.ask_to_drop, line_id=line_id, quantity=D(5))
    shop.receives(shop.unloads(order_id, {"kettle": "6"}))
    assert nobodys(shop, order_id) == (D(2), 0)
    (request,) = requests(shop, order_id)
    shop.till.run(order_posting.close_short, line_id=line_id, quantity=D(2))
    assert requests(shop, order_id) == []
    late = shop.till.refusal(freed_goods.answer, request_id=request, reason="Comes", agreed=D(0))
    assert late.why is Why.REQUEST_ANSWERED  # the order that this closed is not what the person asked about
    shop.holds()


def test_what_is_canceled_while_goods_are_received_is_nobodys_on_the_other_order(shop: Shop) -> None:
    owed = shop.owes("kettle", "6", shop.lee)
    order_id = shop.orders(("kettle", "6"), allocations=(("kettle", owed, "6"),))
    log_id = shop.unloads_freely(("kettle", "2"))
    shop.receives(log_id, shop.share(log_id, "kettle", owed, rcv="2", canc="3", reason="Wants fewer"))
    assert nobodys(shop, order_id) == (0, D(3))


def test_of_other_items_nothing_is_nobodys(shop: Shop) -> None:
    stocks(shop.till, "lamp", vendor_id=shop.vendor_id)
    owed = shop.owes("kettle", "2", shop.lee)
    order_id = orders(shop.till, shop.vendor_id, ("kettle", "2"), ("lamp", "3"))
    sends(shop.till, order_id, ("kettle", owed, "2"))
    cancels(shop, owed, "2")
    lamp = owes(shop.till, "lamp", "1", shop.kim)
    cancels(shop, lamp, "1")
    with shop.till.engine.connect() as connection:
        found = reading.figures(connection, order_id)
    assert [found[line_of(shop.till, order_id, code).id].undecided for code in ("kettle", "lamp")] == [2, 0]
