"""Goods by length: their unit stands on each line, and they are cut in the steps of their card."""

from decimal import Decimal
from functools import partial

import pytest

from ordering_seed import assert_sound, customer_on_file, line_of, orders, sends, stocks, vendor_on_file
from places import place
from posim_desktop.domain.errors import Cell
from posim_desktop.domain.purchasing.changes import LineChange
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import InvoiceLine, Item, ReceivingLine
from posim_desktop.queries.sales.processed_invoices import processed
from posim_desktop.services.purchasing import changes
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.receiving import logs
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.sales import invoices, special_orders
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.special_orders import WantedItem
from seeding import Till, rewrite, stored

D = Decimal


@pytest.fixture
def cloth(till: Till) -> int:
    """Sold by the yard, cut by the eighth."""
    item_id = stocks(till, "cloth", vendor_id=vendor_on_file(till), on_hand="20")
    with till.writing() as session:
        rewrite(session, Item, item_id, unit="yd", smallest_cut=D("0.125"))
    return item_id


def test_a_line_keeps_the_unit_that_it_was_written_with(till: Till, cloth: int) -> None:
    invoice_id = till.rings_up(
        ("cloth", "2.375"), ("cloth", "1", TransCode.BACKORDER), customer_id=customer_on_file(till)
    )
    till.posts(invoice_id)
    with till.writing() as session:
        rewrite(session, Item, cloth, unit="m")

    with till.engine.connect() as connection:
        posted = processed(connection, invoice_id)
    assert posted is not None
    assert [(line.quantity, line.unit) for line in posted.lines] == [(D("2.375"), "yd"), (D(1), "yd")]
    assert_sound(till)


@pytest.mark.parametrize("code", [TransCode.SALE, TransCode.BACKORDER])
def test_what_is_sold_or_promised_is_cut_in_the_steps_of_the_card(till: Till, cloth: int, code: TransCode) -> None:
    new = NewLine(cloth, D("2.3"), trans_code=code)
    refusal = till.refusal(invoices.add_items, invoice_id=None, lines=(new,))
    assert (refusal.why, place(refusal)) == (Why.QUANTITY_NOT_CUT, "quantity")

    invoice_id = till.rings_up(("cloth", "2.375", code))
    line_id = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id
    edit = LineEdit(quantity=D("0.1"))
    assert till.refusal(invoices.change_line, line_id=line_id, edit=edit).why is Why.QUANTITY_BELOW_CUT
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(quantity=D("2.5")))
    if code is TransCode.SALE:
        assert till.refusal(invoices.split_line, line_id=line_id, sell=D("2.3")).why is Why.QUANTITY_NOT_CUT


def test_a_line_that_was_written_before_the_card_changed_keeps_its_length(till: Till, cloth: int) -> None:
    invoice_id = till.rings_up(("cloth", "2.375"))
    with till.writing() as session:
        rewrite(session, Item, cloth, smallest_cut=D("0.25"))
    line_id = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D(3)))
    assert stored(till.engine, InvoiceLine, InvoiceLine.id == line_id).quantity == D("2.375")


def test_what_is_ordered_is_cut_in_the_steps_of_the_card(till: Till, cloth: int) -> None:
    del cloth
    vendor_id = stored(till.engine, Item, Item.code == "cloth").preferred_vendor_id
    line = purchase_orders.NewOrderLine(stored(till.engine, Item, Item.code == "cloth").id, D("2.3"))
    add = partial(purchase_orders.add_lines, purchase_order_id=None, vendor_id=vendor_id, lines=(line,))
    assert till.refusal(add).why is Why.QUANTITY_NOT_CUT
    order_id = orders(till, vendor_id, ("cloth", "2.5"))
    edit = OrderLineEdit(quantity=D("2.6"))
    line_id = line_of(till, order_id, "cloth").id
    assert till.refusal(purchase_orders.change_line, line_id=line_id, edit=edit).why is Why.QUANTITY_NOT_CUT


def test_what_is_ordered_of_a_sent_order_is_cut_in_the_steps_of_the_card(till: Till, cloth: int) -> None:
    vendor_id = stored(till.engine, Item, Item.id == cloth).preferred_vendor_id
    order_id = orders(till, vendor_id, ("cloth", "2.5"))
    sends(till, order_id)
    line_id = line_of(till, order_id, "cloth").id
    change = partial(changes.change, purchase_order_id=order_id, reason="Told us")
    for lines, added in (
        ((LineChange(line_id, D("2.6")),), ()),
        ((), (purchase_orders.NewOrderLine(cloth, D("0.1")),)),
    ):
        refusal = till.refusal(change, lines=lines, added=added)
        assert (refusal.why, refusal.where) == (Why.QUANTITY_NOT_CUT, Cell("ordered", line_id))
    till.run(change, lines=(LineChange(line_id, D("2.625")),))

    log_id = till.run(logs.start, purchase_order_id=order_id).record_id
    set_to(till, log_id, "1.3")
    till.run(receiving_posting.post, receiving_log_id=log_id)
    till.run(change, lines=(LineChange(line_id, D("1.3")),))  # the vendor cut it like that
    assert_sound(till)


def set_to(till: Till, log_id: int, quantity: str) -> None:
    line = stored(till.engine, ReceivingLine, ReceivingLine.receiving_log_id == log_id)
    till.run(logs.set_quantity, line_id=line.id, quantity=D(quantity))


def test_what_is_specially_ordered_is_cut_in_the_steps_of_the_card(till: Till, cloth: int) -> None:
    wanted = WantedItem(cloth, D("2.3"))
    add = partial(special_orders.add_items, special_order_id=None)
    assert till.refusal(add, items=(wanted,)).why is Why.QUANTITY_NOT_CUT
    till.run(add, items=(WantedItem(cloth, D("2.25")),))
