"""Goods in one piece are filled whole or not at all, unless somebody says why; their dye lot goes along."""

from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import assert_sound, orders, sends, stocks
from places import place
from posim_desktop.domain.errors import Field
from posim_desktop.domain.receiving.logs import Share, WaitingBackorder, propose
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, BackorderEvent, InvoiceLine, ReceivingLine
from posim_desktop.queries import deck
from posim_desktop.queries.backorders import fillable
from posim_desktop.queries.deck import Found
from posim_desktop.queries.receiving import deck as log_deck
from posim_desktop.queries.receiving import logs as read_logs
from posim_desktop.queries.sales import pickup
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting
from posim_desktop.services.sales import fills, invoices, special_orders
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.sales.invoices import LineEdit
from receiving_seed import Shop, open_shop
from seeding import Till, stored

D = Decimal


@pytest.fixture
def shop(till: Till) -> Shop:
    """It sells cloth, of which none is here."""
    shop = open_shop(till)
    stocks(till, "cloth", vendor_id=shop.vendor_id)
    return shop


def wants(shop: Shop, units: str, *, one_piece: bool = True, customer_id: int | None = None) -> int:
    """Back-order cloth in one piece and return the backorder."""
    till = shop.till
    invoice_id = till.rings_up(("cloth", units, TransCode.BACKORDER), customer_id=customer_id or shop.lee)
    line_id = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(one_piece=one_piece))
    till.posts(invoice_id)
    return int(stored(till.engine, Backorder, Backorder.source_line_id == line_id).id)


def comes(shop: Shop, units: str, lot: str = "") -> tuple[int, int]:
    """Begin to receive cloth; return the log and its line."""
    order_id = orders(shop.till, shop.vendor_id, ("cloth", units))
    sends(shop.till, order_id)
    log_id = shop.till.run(receiving.start, purchase_order_id=order_id).record_id
    line_id = stored(shop.till.engine, ReceivingLine, ReceivingLine.receiving_log_id == log_id).id
    shop.till.run(receiving.set_lot, line_id=line_id, lot=lot)
    return log_id, line_id


def test_a_lot_that_is_too_long_in_capitals_is_refused(shop: Shop) -> None:
    _log, line_id = comes(shop, "6")
    long = "\N{LATIN SMALL LETTER SHARP S}" * 40  # two letters each, in capitals
    refusal = shop.till.refusal(receiving.set_lot, line_id=line_id, lot=long)
    assert (refusal.why, refusal.where) == (Why.TEXT_TOO_LONG, Field("lot"))
    typed = SpecialLine(code=long[:30], description="Cloth")
    typing = shop.till.refusal(special_orders.add_new_item, special_order_id=None, line=typed)
    assert (typing.why, typing.where) == (Why.TEXT_TOO_LONG, Field("code"))


def test_a_delivery_too_small_for_one_piece_is_proposed_to_the_next(shop: Shop) -> None:
    wants(shop, "6")
    wants(shop, "3", one_piece=False, customer_id=shop.kim)
    log_id, _line = comes(shop, "4")
    with shop.till.engine.connect() as connection:
        (item,) = read_logs.set_backorders(connection, log_id)
    assert [(row.outstanding, row.one_piece, row.proposed) for row in item.rows] == [
        (D(6), True, D(0)),
        (D(3), False, D(3)),
    ]


@pytest.mark.parametrize(
    ("received", "allocated", "proposed"),
    [
        ("4", "4", {1: "0", 2: "3"}),
        ("6", "0", {1: "6", 2: "0"}),
        ("10", "2", {1: "6", 2: "3"}),
        ("0", "0", {1: "0", 2: "0"}),
    ],
)
def test_all_or_nothing_is_proposed(received: str, allocated: str, proposed: dict[int, str]) -> None:
    piece, rest = WaitingBackorder(1, D(6), D(allocated), one_piece=True), WaitingBackorder(2, D(3), D(0))
    assert propose(D(received), [piece, rest]) == {each: D(units) for each, units in proposed.items()}


def test_part_of_one_piece_is_set_aside_only_with_a_word(shop: Shop) -> None:
    piece = wants(shop, "6")
    log_id, line_id = comes(shop, "4", "a12")
    share = partial(Share, line_id, piece, D(4), D(0))
    refusal = shop.till.refusal(posting.post, receiving_log_id=log_id, shares=(share(),))
    assert (refusal.why, place(refusal)) == (Why.PART_OF_ONE_PIECE, f"reason:{line_id}:{piece}")
    shop.till.run(posting.post, receiving_log_id=log_id, shares=(share("Takes two pieces"),))
    event = stored(shop.till.engine, BackorderEvent, BackorderEvent.backorder_id == piece)
    assert (event.quantity, event.reason) == (D(4), "Takes two pieces")
    fill = stored(shop.till.engine, InvoiceLine, InvoiceLine.fills_backorder_id == piece)
    assert (fill.one_piece, fill.lot) == (True, "A12")
    assert_sound(shop.till)


def test_two_lots_are_not_mixed_for_one_piece_unasked(shop: Shop) -> None:
    piece = wants(shop, "6")
    first, first_line = comes(shop, "3", "A12")
    shop.till.run(
        posting.post, receiving_log_id=first, shares=(Share(first_line, piece, D(3), D(0), "Lot does not matter"),)
    )
    second, second_line = comes(shop, "3", "B7")
    shop.till.run(posting.post, receiving_log_id=second, shares=(Share(second_line, piece, D(3), D(0)),))
    with shop.till.engine.connect() as connection:
        slips = pickup.on_hold(connection)
        found = [
            row.id
            for lot in ("a12", "b7", "c1")
            for row in deck.page(connection, log_deck.DECK, Found(text=lot), log_deck.DECK.first_order).rows
        ]
    assert [line.lot for slip in slips for line in slip.goods] == ["A12", "B7"]
    assert found == [first, second]
    assert_sound(shop.till)


def test_the_shelf_fills_one_piece_whole(shop: Shop) -> None:
    piece = wants(shop, "6")
    invoice_id = stored(shop.till.engine, InvoiceLine).invoice_id
    log_id, _line = comes(shop, "4")
    shop.till.run(posting.post, receiving_log_id=log_id)
    with shop.till.engine.connect() as connection:
        assert fillable.rows(connection) == ()
        (row,) = fillable.of_invoice(connection, invoice_id)
    assert row.most == 0
    wanted = (Fill(piece, D(4)),)
    refusal = shop.till.refusal(fills.fill_backorders, invoice_id=invoice_id, fills=wanted)
    assert (refusal.why, place(refusal)) == (Why.PART_OF_ONE_PIECE, f"quantity:{piece}")
    shop.till.run(fills.fill_backorders, invoice_id=invoice_id, fills=(Fill(piece, D(4), "Begins with it"),))
    assert_sound(shop.till)


def test_one_piece_is_not_split_at_the_till(shop: Shop) -> None:
    invoice_id = shop.till.rings_up(("cloth", "6"), customer_id=shop.lee)
    line_id = stored(shop.till.engine, InvoiceLine, InvoiceLine.invoice_id == invoice_id).id
    shop.till.run(invoices.change_line, line_id=line_id, edit=LineEdit(one_piece=True))
    assert shop.till.refusal(invoices.split_line, line_id=line_id, sell=D(2)).why is Why.ONE_PIECE_NOT_SPLIT
    shop.till.run(invoices.add_items, invoice_id=invoice_id, lines=(invoices.NewLine(_item_of(shop), D(1)),))
    quantities = [D(6), D(1)]  # what is scanned next is not added to the piece
    with shop.till.engine.connect() as connection:
        assert list(connection.scalars(sa.select(InvoiceLine.quantity).order_by(InvoiceLine.id))) == quantities
    shop.till.run(
        invoices.change_line, line_id=line_id, edit=LineEdit(trans_code=TransCode.RETURN, return_reason="Flaw")
    )
    assert not stored(shop.till.engine, InvoiceLine, InvoiceLine.id == line_id).one_piece


def _item_of(shop: Shop) -> int:
    return int(stored(shop.till.engine, InvoiceLine).item_id)
