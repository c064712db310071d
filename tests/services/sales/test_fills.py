"""Guide: "Fill backorders" — from the shelf, back to the shelf, and one backorder through everything."""

from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import stored_allocations
from places import place
from posim_desktop.domain.errors import Cell, Field, RefusedError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Backorder, Invoice, InvoiceLine
from posim_desktop.queries.backorders import documents as backorder_documents
from posim_desktop.queries.backorders import fillable
from posim_desktop.queries.backorders.backorders import DECK
from posim_desktop.queries.cards import item_documents
from posim_desktop.queries.deck import DeckPart, Found, count
from posim_desktop.services.backorders import backorders
from posim_desktop.services.cards import items
from posim_desktop.services.sales import commitments, fills, invoices
from posim_desktop.services.sales.fills import Canceling, Fill
from posim_desktop.services.sales.invoices import LineEdit
from receiving_seed import D, Shop, open_shop, race
from refusals import english
from seeding import Till, add_employee


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop with five kettles on the shelf."""
    shop = open_shop(till)
    till.stores("kettle", on_hand="5")
    return shop


def source_of(shop: Shop, backorder_id: int) -> int:
    """Find the processed invoice that a backorder comes from."""
    chosen = (
        sa.select(InvoiceLine.invoice_id)
        .join(Backorder, Backorder.source_line_id == InvoiceLine.id)
        .where(Backorder.id == backorder_id)
    )
    return shop.read(chosen)


def fills_from_stock(shop: Shop, backorder_id: int, quantity: str) -> int:
    """Fill a backorder by hand; return the committed invoice."""
    fill = (Fill(backorder_id, D(quantity)),)
    made = shop.till.run(fills.fill_backorders, invoice_id=source_of(shop, backorder_id), fills=fill).record_id
    shop.holds()
    return made


def refused_fill(shop: Shop, backorder_id: int, quantity: str) -> tuple[str, str]:
    fill = (Fill(backorder_id, D(quantity)),)
    refusal = shop.till.refusal(fills.fill_backorders, invoice_id=source_of(shop, backorder_id), fills=fill)
    shop.holds()
    return place(refusal), english(refusal)


def reduces(shop: Shop, invoice_id: int, quantity: str, canceling: Canceling | None = None) -> None:
    line = shop.fill_line(invoice_id)
    shop.till.run(fills.reduce_line, line_id=line, quantity=D(quantity), canceling=canceling)
    shop.holds()


def test_goods_from_the_shelf_are_set_aside_on_an_open_invoice(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    made = fills_from_stock(shop, lee, "2")
    assert (shop.figures(lee), shop.stock("kettle")) == ("U1 R2 C0 W2 F0", ("5", "2", "0"))
    chosen = sa.select(Invoice.origin, Invoice.customer_id, Invoice.committed, Invoice.total).where(Invoice.id == made)
    with shop.till.engine.connect() as connection:
        assert tuple(connection.execute(chosen).one()) == ("fill_manual", shop.lee, True, D("48.00"))
        (row,) = backorder_documents.received(connection, lee)
        (waits,) = backorder_documents.waiting(connection, lee)
    assert (row.kind, str(row.quantity), row.invoice_id, row.receiving_log_id) == ("fill_stock", "2.000", made, None)
    assert (waits.invoice_id, str(waits.quantity), waits.committed) == (made, "2.000", True)
    shop.picks_up(made)
    with shop.till.engine.connect() as connection:
        (sold,) = backorder_documents.filled(connection, lee)
    assert (sold.invoice_id, str(sold.quantity)) == (made, "2.000")


@pytest.mark.parametrize(
    ("quantity", "says"),
    [
        ("4", "Only 3 of this backorder"),
        ("-1", "cannot be negative"),
        ("1E+9", "at most 999,999.999"),
        ("0.0001", "3 decimal places"),
        ("NaN", "Enter a quantity"),
    ],
)
def test_a_quantity_that_cannot_be_filled_is_refused(shop: Shop, quantity: str, says: str) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    field, message = refused_fill(shop, lee, quantity)
    assert (field, says in message) == (f"quantity:{lee}", True), message


def test_no_more_is_filled_than_is_available(shop: Shop) -> None:
    lee, kim = shop.owes("kettle", "4", shop.lee), shop.owes("kettle", "4", shop.kim)
    fills_from_stock(shop, lee, "4")
    assert refused_fill(shop, kim, "2") == (f"quantity:{kim}", "Only 1 of this item is available.")
    fills_from_stock(shop, kim, "1")


def test_two_backorders_of_one_invoice_share_what_is_available(shop: Shop) -> None:
    sale = shop.till.rings_up(("kettle", "4", TransCode.BACKORDER), customer_id=shop.lee)
    shop.till.stores("vase", on_hand="1")
    shop.till.run(invoices.add_comment, invoice_id=sale, comment="And two more")
    more = invoices.NewLine(shop.till.items["kettle"], D(2), TransCode.BACKORDER)
    shop.till.run(invoices.add_items, invoice_id=sale, lines=(more,))
    shop.till.posts(sale)
    first, second = shop.read_all(sa.select(Backorder.id).order_by(Backorder.id))
    too_many = (Fill(first, D(4)), Fill(second, D(2)))
    refusal = shop.till.refusal(fills.fill_backorders, invoice_id=sale, fills=too_many)
    assert (refusal.where, english(refusal)) == (Cell("quantity", second), "Only 1 of this item is available.")
    made = shop.till.run(
        fills.fill_backorders, invoice_id=sale, fills=(Fill(first, D(4)), Fill(second, D(1)))
    ).record_id
    shop.holds()
    assert (shop.stock("kettle"), shop.till.total_of(made)) == (("5", "5", "0"), D("120.00"))


def test_filling_needs_the_processed_invoice_and_a_quantity(shop: Shop) -> None:
    lee, kim = shop.owes("kettle", "3", shop.lee), shop.owes("kettle", "3", shop.kim)
    of_lee = source_of(shop, lee)
    for invoice_id, chosen, field in (
        (of_lee, (Fill(kim, D(1)),), f"quantity:{kim}"),
        (of_lee, (Fill(9999, D(1)),), "quantity:9999"),
        (of_lee, (), "quantity"),
        (of_lee, (Fill(lee, D(0)),), "quantity"),
        (of_lee, (Fill(lee, D(1)), Fill(lee, D(1))), "quantity"),
        (shop.till.rings_up(("kettle", "1")), (Fill(lee, D(1)),), ""),
    ):
        assert place(shop.till.refusal(fills.fill_backorders, invoice_id=invoice_id, fills=chosen)) == field
    shop.holds()


def test_filling_trims_the_allocations_of_orders(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    shop.orders(("kettle", "3"), allocations=(("kettle", lee, "3"),))
    fills_from_stock(shop, lee, "2")
    assert [str(quantity) for quantity in stored_allocations(shop.till).values()] == ["1.000"]


@pytest.mark.parametrize("committed", [True, False])
def test_a_fill_line_is_reduced_and_owed_again(shop: Shop, *, committed: bool) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    if not committed:
        shop.till.run(commitments.uncommit, invoice_id=invoice_id)
    reduces(shop, invoice_id, "1")
    assert (shop.figures(backorder_id), shop.till.total_of(invoice_id)) == ("U2 R1 C0 W1 F0", D("24.00"))
    assert shop.stock("kettle") == ("8", "1" if committed else "0", "0")


def test_a_fill_line_is_reduced_and_canceled_with_name_and_reason(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    reduces(shop, invoice_id, "1", Canceling(shop.till.employee_id, " Too heavy "))
    assert shop.figures(backorder_id) == "U0 R1 C2 W1 F0"
    reason = sa.text("SELECT reason FROM backorder_events WHERE kind = 'cancel'")
    with shop.till.engine.connect() as connection:
        assert connection.scalars(reason).all() == ["Too heavy"]


def test_taking_the_last_fill_line_off_puts_the_invoice_away(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    reduces(shop, invoice_id, "0")
    assert (shop.invoice(invoice_id), shop.figures(backorder_id)) == (("discarded", False), "U3 R0 C0 W0 F0")
    assert shop.stock("kettle") == ("8", "0", "0")
    with shop.till.engine.connect() as connection:
        kinds = [str(row.kind) for row in backorder_documents.received(connection, backorder_id)]
    assert kinds == ["receive", "release"]


@pytest.mark.parametrize(
    ("left", "becomes"),
    [("comment", ("discarded", False)), ("gift wrap", ("working", False)), ("cup", ("working", True))],
)
def test_an_invoice_without_goods_is_committed_no_longer(shop: Shop, left: str, becomes: tuple[str, bool]) -> None:
    till = shop.till
    for code, stocked in (("gift wrap", False), ("cup", True)):
        till.stores(code, stocked=stocked, on_hand="0" if not stocked else "1")
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    till.run(commitments.uncommit, invoice_id=invoice_id)
    if left == "comment":
        till.run(invoices.add_comment, invoice_id=invoice_id, comment="Rings at four")
    else:
        new = (invoices.NewLine(till.items[left], D(1)),)
        till.run(invoices.add_items, invoice_id=invoice_id, lines=new)
    till.run(commitments.commit, invoice_id=invoice_id)
    reduces(shop, invoice_id, "0")
    assert (shop.invoice(invoice_id), shop.figures(backorder_id)) == (becomes, "U3 R0 C0 W0 F0")
    assert shop.stock("kettle") == ("8", "0", "0")


@pytest.mark.parametrize(
    ("quantity", "reason", "field"),
    [("3", "x", "quantity"), ("-1", "x", "quantity"), ("NaN", "x", "quantity"), ("1", " ", "reason")],
)
def test_a_reduction_that_makes_no_sense_is_refused(shop: Shop, quantity: str, reason: str, field: str) -> None:
    _backorder, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    canceling = Canceling(shop.till.employee_id, reason)
    line = shop.fill_line(invoice_id)
    refusal = shop.till.refusal(fills.reduce_line, line_id=line, quantity=D(quantity), canceling=canceling)
    assert refusal.where == Field(field)
    shop.holds()


def test_who_left_cancels_nothing(shop: Shop) -> None:
    _backorder, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    with shop.till.writing() as session:
        left = Canceling(add_employee(session, "pat", archived=True), "Too heavy")
    line = shop.fill_line(invoice_id)
    assert shop.till.refusal(fills.reduce_line, line_id=line, quantity=D(1), canceling=left).where == Field("name")
    assert shop.till.refusal(fills.discard, invoice_id=invoice_id, canceling=left).where == Field("name")
    shop.holds()


@pytest.mark.parametrize("canceled", [True, False])
@pytest.mark.parametrize("committed", [True, False])
def test_a_discarded_fill_gives_everything_back(shop: Shop, *, committed: bool, canceled: bool) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    if not committed:
        shop.till.run(commitments.uncommit, invoice_id=invoice_id)
        more = invoices.NewLine(shop.till.items["kettle"], D(1))
        shop.till.run(invoices.add_items, invoice_id=invoice_id, lines=(more,))
    why = Canceling(shop.till.employee_id, "Moved away") if canceled else None
    shop.till.run(fills.discard, invoice_id=invoice_id, canceling=why)
    shop.holds()
    assert shop.figures(backorder_id) == ("U0 R0 C3 W0 F0" if canceled else "U3 R0 C0 W0 F0")
    assert (shop.stock("kettle"), shop.invoice(invoice_id)) == (("8", "0", "0"), ("discarded", False))


def test_a_fill_line_keeps_its_goods_but_not_its_price(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    shop.till.run(commitments.uncommit, invoice_id=invoice_id)
    line = shop.fill_line(invoice_id)
    for verb, field in (
        (partial(invoices.change_line, line_id=line, edit=LineEdit(quantity=D(2))), "quantity"),
        (partial(invoices.change_line, line_id=line, edit=LineEdit(trans_code=TransCode.BACKORDER)), "trans_code"),
        (partial(invoices.split_line, line_id=line, sell=D(1)), "quantity"),
        (partial(invoices.remove_line, line_id=line), "fills"),
        (partial(invoices.discard, invoice_id=invoice_id), "fills"),
        (partial(invoices.set_customer, invoice_id=invoice_id, customer_id=shop.kim), "customer"),
    ):
        with pytest.raises(RefusedError) as refused:
            shop.till.do(verb)
        assert refused.value.refusal.where == Field(field)
    shop.till.run(invoices.change_line, line_id=line, edit=LineEdit(quantity=D(3), unit_price=D("20.00")))
    shop.holds()
    shop.till.posts(invoice_id)
    shop.holds()
    assert (shop.figures(backorder_id), shop.till.total_of(invoice_id)) == ("U0 R3 C0 W0 F3", D("60.00"))


def test_a_plain_line_is_no_fill_line(shop: Shop) -> None:
    sale = shop.till.rings_up(("kettle", "2"))
    line = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == sale))
    refusal = shop.till.refusal(fills.reduce_line, line_id=line, quantity=D(1))
    assert "does not fill a backorder" in english(refusal)


def test_a_processed_fill_does_not_change(shop: Shop) -> None:
    _backorder, invoice_id = shop.fill_invoice("kettle", "3", shop.lee)
    line = shop.fill_line(invoice_id)
    shop.picks_up(invoice_id)
    assert "processed" in english(shop.till.refusal(fills.reduce_line, line_id=line, quantity=D(1)))
    assert "processed" in english(shop.till.refusal(fills.discard, invoice_id=invoice_id))
    shop.holds()


def test_goods_that_become_free_offer_themselves(shop: Shop) -> None:
    """Whatever the road: a return, a found box, a discarded fill, a canceled customer."""
    shop.till.stores("vase")
    lee, kim = shop.owes("vase", "2", shop.lee), shop.owes("vase", "1", shop.kim)

    def offered() -> list[int]:
        with shop.till.engine.connect() as connection:
            rows = fillable.rows(connection)
            assert fillable.count(connection) == len(rows)
            assert count(connection, DECK, Found(part=DeckPart.FILLABLE)) == len(rows)
        return [row.id for row in rows]

    assert offered() == []
    shop.till.run(items.adjust_stock, item_id=shop.till.items["vase"], by=D(1), reason="Found one")
    assert offered() == [lee, kim]
    made = fills_from_stock(shop, lee, "1")
    assert offered() == []
    shop.till.run(fills.discard, invoice_id=made)
    assert offered() == [lee, kim]
    with shop.till.engine.connect() as connection:
        (row,) = fillable.of_invoice(connection, source_of(shop, lee))
    assert (str(row.outstanding), str(row.available), str(row.most)) == ("2.000", "1.000", "1.000")
    why = {"employee_id": shop.till.employee_id, "reason": "Gone"}
    shop.till.run(backorders.cancel, backorder_id=lee, quantity=D(2), **why)  # type: ignore[arg-type]
    assert offered() == [kim]


def test_two_hands_filling_the_last_goods(shop: Shop) -> None:
    lee, kim = shop.owes("kettle", "4", shop.lee), shop.owes("kettle", "4", shop.kim)
    came = race(
        shop.till,
        *(
            partial(fills.fill_backorders, invoice_id=source_of(shop, each), fills=(Fill(each, D(4)),))
            for each in (lee, kim)
        ),
    )
    assert sum(isinstance(each, RefusedError) for each in came) == 1
    shop.holds()
    assert shop.stock("kettle") == ("5", "4", "0")


def test_filling_by_hand_while_a_delivery_is_posted(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads_freely(("kettle", "3"))
    came = race(
        shop.till,
        partial(fills.fill_backorders, invoice_id=source_of(shop, lee), fills=(Fill(lee, D(3)),)),
        shop.posting(log, shop.share(log, "kettle", lee, "3")),
    )
    assert sum(isinstance(each, RefusedError) for each in came) == 1
    shop.holds()
    assert shop.figures(lee) == "U0 R3 C0 W3 F0"


def _reads_the_cards(shop: Shop, lee: int) -> None:
    """Read what the Backorder card and the Item card say after the story below."""
    lamp = shop.till.items["lamp"]
    with shop.till.engine.connect() as connection:
        received = [(str(row.kind), str(row.quantity)) for row in backorder_documents.received(connection, lee)]
        filled = [str(row.quantity) for row in backorder_documents.filled(connection, lee)]
        card = item_documents.figures(connection, lamp)
        ledger = [(str(row.kind), str(row.quantity)) for row in item_documents.on_hand(connection, lamp)]
        assert item_documents.backordered(connection, lamp) == ()
        assert backorder_documents.waiting(connection, lee) == ()
    assert received == [("receive", "3.000"), ("fill_stock", "1.000"), ("release", "1.000"), ("receive", "4.000")]
    assert filled == ["2.000", "1.000", "4.000"]
    assert card == item_documents.ItemFigures(D("1.000"), D("0.000"), D("0.000"), D("0.000"))
    assert ledger == [
        ("sale", "-4.000"),
        ("receipt", "4.000"),
        ("sale", "-1.000"),
        ("sale", "-2.000"),
        ("receipt", "4.000"),
    ]


def test_one_backorder_through_everything(shop: Shop) -> None:  # noqa: PLR0915 - one story, told in order
    """Ordered 10; part received, part canceled, part filled by hand, picked up in two goes; every number is read."""
    shop.till.stores("lamp", price="10.00")
    lee = shop.owes("lamp", "10", shop.lee)
    order = shop.orders(("lamp", "8"), allocations=(("lamp", lee, "8"),))
    assert (shop.figures(lee), shop.stock("lamp")) == ("U10 R0 C0 W0 F0", ("0", "0", "8"))

    log = shop.unloads(order, {"lamp": "4"})
    shop.receives(log, shop.share(log, "lamp", lee, "3", "1", "Wants nine"))
    assert (shop.figures(lee), shop.stock("lamp")) == ("U6 R3 C1 W3 F0", ("4", "3", "4"))
    assert sum(stored_allocations(shop.till).values()) == D(4)
    (first,) = shop.invoices(log)

    by_hand = fills_from_stock(shop, lee, "1")
    assert (shop.figures(lee), shop.stock("lamp")) == ("U5 R4 C1 W4 F0", ("4", "4", "4"))

    shop.till.run(
        backorders.cancel, backorder_id=lee, quantity=D(2), employee_id=shop.till.employee_id, reason="Wants seven"
    )
    shop.holds()
    assert (shop.figures(lee), [str(each) for each in stored_allocations(shop.till).values()]) == (
        "U3 R4 C3 W4 F0",
        ["3.000"],
    )

    reduces(shop, first.invoice_id, "2")
    assert (shop.figures(lee), shop.stock("lamp")) == ("U4 R3 C3 W3 F0", ("4", "3", "4"))
    shop.picks_up(first.invoice_id)
    assert (shop.figures(lee), shop.stock("lamp")) == ("U4 R3 C3 W1 F2", ("2", "1", "4"))

    shop.till.run(commitments.uncommit, invoice_id=by_hand)
    shop.holds()
    assert (shop.figures(lee), shop.stock("lamp")) == ("U4 R3 C3 W1 F2", ("2", "0", "4"))
    shop.till.run(commitments.commit, invoice_id=by_hand)
    shop.picks_up(by_hand)
    assert (shop.figures(lee), shop.stock("lamp")) == ("U4 R3 C3 W0 F3", ("1", "0", "4"))

    last = shop.unloads(order)
    shop.receives(last, *shop.proposal(last))
    assert (shop.figures(lee), shop.stock("lamp")) == ("U0 R7 C3 W4 F3", ("5", "4", "0"))
    (rest,) = shop.invoices(last)
    shop.picks_up(rest.invoice_id)
    assert (shop.figures(lee), shop.stock("lamp")) == ("U0 R7 C3 W0 F7", ("1", "0", "0"))

    _reads_the_cards(shop, lee)
