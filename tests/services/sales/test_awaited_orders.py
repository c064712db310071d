"""Guide: "Special orders" — a B line waits for goods on an order, and the posting allocates them."""

from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from agreement import disagreements
from ordering_seed import line_of, orders, stocks, vendor_on_file
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import Allocation, Backorder, InvoiceLine, PurchaseOrder
from posim_desktop.queries.purchasing import orders as order_queries
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.services.database import snapshot
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.sales import awaited_orders, invoices
from posim_desktop.services.sales.invoices import LineEdit
from seeding import Till, add_customer, stored, together

D = Decimal
B = TransCode.BACKORDER


def clean(till: Till) -> bool:
    with snapshot(till.engine) as connection:
        return disagreements(connection) == ()


def on_order(till: Till, quantity: str) -> tuple[int, int]:
    """Send an order of lamps; return it and its line."""
    stocks(till, "lamp")
    order_id = orders(till, vendor_on_file(till), ("lamp", quantity))
    till.run(order_posting.post, purchase_order_id=order_id)
    return order_id, line_of(till, order_id, "lamp").id


def owes(till: Till, quantity: str, code: str = "lee") -> tuple[int, int]:
    """Back-order lamps on an invoice that is not posted; return it and its line."""
    with till.writing() as session:
        customer = add_customer(session, code)
    invoice_id = till.rings_up(("lamp", quantity, B), customer_id=customer)
    return invoice_id, stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id


def allocated(till: Till) -> list[tuple[Any, ...]]:
    with till.engine.connect() as connection:
        chosen = sa.select(Allocation.purchase_order_line_id, Allocation.backorder_id, Allocation.quantity)
        return [tuple(row) for row in connection.execute(chosen.order_by(Allocation.id))]


def test_posting_allocates_what_the_line_waits_for(till: Till) -> None:
    order_id, order_line = on_order(till, "6")
    invoice_id, line_id = owes(till, "2")
    version = stored(till.engine, PurchaseOrder).version
    till.run(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line)
    assert allocated(till) == []  # nothing is reserved before
    with till.engine.connect() as connection:
        shown = invoice_queries.working(connection, invoice_id)
        (under_way,) = order_queries.under_way(connection, till.items["lamp"])
    assert shown is not None
    assert (shown.lines[0].awaits, under_way.still_open - under_way.allocated) == (1, D(6))
    till.posts(invoice_id)
    assert allocated(till) == [(order_line, stored(till.engine, Backorder).id, D(2))]
    assert stored(till.engine, PurchaseOrder, PurchaseOrder.id == order_id).version > version
    assert clean(till)


def test_a_line_waits_for_as_much_as_nobody_else_has(till: Till) -> None:
    _order, order_line = on_order(till, "3")
    invoice_id, line_id = owes(till, "5")
    till.run(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line)
    till.posts(invoice_id)
    assert [quantity for *_, quantity in allocated(till)] == [D(3)]
    assert clean(till)


def test_when_somebody_else_was_first_the_posting_says_what_is_left(till: Till) -> None:
    _order, order_line = on_order(till, "3")
    first, first_line = owes(till, "2")
    second, second_line = owes(till, "2", "kim")
    for line_id in (first_line, second_line):
        till.run(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line)
    till.posts(first)
    with pytest.raises(RefusedError) as refused:
        till.posts(second)
    refusal = refused.value.refusal
    assert (refusal.why, refusal.facts["free"], refusal.facts["wanted"]) == (Why.LESS_FREE_ON_ORDER, D(1), D(2))
    till.run(awaited_orders.wait_for, line_id=second_line, order_line_id=None)
    till.posts(second)
    assert len(allocated(till)) == 1
    assert clean(till)


def test_only_b_lines_wait_and_only_for_their_own_goods(till: Till) -> None:
    _order, order_line = on_order(till, "3")
    stocks(till, "mug", on_hand="5")
    sale = till.rings_up(("mug", "1"))
    sold = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == sale).id
    refusal = till.refusal(awaited_orders.wait_for, line_id=sold, order_line_id=order_line)
    assert refusal.why is Why.ONLY_BACKORDERS_WAIT
    till.run(invoices.change_line, line_id=sold, edit=LineEdit(trans_code=B))
    refusal = till.refusal(awaited_orders.wait_for, line_id=sold, order_line_id=order_line)
    assert refusal.why is Why.NOTHING_FREE_ON_ORDER


@pytest.mark.parametrize("becomes", ["working", "discarded"])
def test_an_order_that_was_not_sent_is_not_waited_for(till: Till, becomes: str) -> None:
    stocks(till, "lamp")
    order_id = orders(till, vendor_on_file(till), ("lamp", "3"))
    order_line = line_of(till, order_id, "lamp").id
    if becomes == "discarded":
        till.run(purchase_orders.discard, purchase_order_id=order_id)
    _invoice, line_id = owes(till, "1")
    refusal = till.refusal(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line)
    assert refusal.why is Why.NOTHING_FREE_ON_ORDER


def test_a_line_that_is_sold_or_taken_off_waits_no_more(till: Till) -> None:
    _order, order_line = on_order(till, "3")
    invoice_id, line_id = owes(till, "1")
    till.run(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line)
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(trans_code=TransCode.SALE, sell_anyway=True))
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(trans_code=B))
    till.run(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line)
    till.run(invoices.remove_line, line_id=line_id)
    till.run(invoices.discard, invoice_id=invoice_id)
    assert clean(till)


def test_of_two_tills_that_want_the_last_ones_one_gets_them(postgres_till: Till) -> None:
    till = postgres_till
    _order, order_line = on_order(till, "2")
    wishes = [owes(till, "2"), owes(till, "2", "kim")]
    for _invoice, line_id in wishes:
        till.run(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line)
    outcomes: list[str] = []

    def posts(invoice_id: int) -> None:
        try:
            till.posts(invoice_id)
            outcomes.append("posted")
        except RefusedError as refused:
            outcomes.append(str(refused.refusal.why))

    together(lambda: posts(wishes[0][0]), lambda: posts(wishes[1][0]))
    assert sorted(outcomes) == sorted(["posted", str(Why.LESS_FREE_ON_ORDER)])
    assert sum(quantity for *_, quantity in allocated(till)) == D(2)
    assert clean(till)
