"""Guide: "Goods that are not stocked" — a service is sold and taken back without a stock, and never owed or ordered."""

from collections.abc import Callable
from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import orders
from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import InvoiceLine, Item, StockEntry
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.purchasing import auto_order
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.queries.sales import till as lookups
from posim_desktop.services.cards import items
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.sales import commitments, fills, invoices, removed_lines
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from receiving_seed import TODAY, D, Shop, open_shop
from seeding import Till


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that sells kettles, and wraps them."""
    shop = open_shop(till)
    till.stores("kettle", on_hand="5")
    till.stores("wrap", price="3.00", stocked=False)
    return shop


def line_of(shop: Shop, invoice_id: int, code: str) -> int:
    chosen = sa.select(InvoiceLine.id).where(
        InvoiceLine.invoice_id == invoice_id, InvoiceLine.item_id == shop.till.items[code]
    )
    return shop.read(chosen)


def moved(shop: Shop, code: str) -> int:
    counted = sa.select(sa.func.count()).select_from(StockEntry)
    return shop.read(counted.where(StockEntry.item_id == shop.till.items[code]))


def rewrite(shop: Shop, code: str, *, stocked: bool) -> partial[Done]:
    """Bind the saving of a card with another tick."""
    with shop.till.engine.connect() as connection:
        card = item_queries.details(connection, shop.till.items[code])
    assert card is not None
    values = {name: getattr(card.fields, name) for name in ItemFields.__dataclass_fields__} | {"stocked": stocked}
    return partial(items.change, item_id=card.id, fields=ItemFields(**values), version=card.version)


@pytest.mark.parametrize(("code", "quantity"), [("S", "1"), ("S", "2.5"), ("R", "1")])
def test_a_service_is_sold_and_taken_back_without_a_stock(shop: Shop, code: str, quantity: str) -> None:
    sold = shop.till.rings_up(("kettle", "1"), ("wrap", quantity, TransCode(code)))
    with shop.till.engine.connect() as connection:
        details = invoice_queries.working(connection, sold)
        assert lookups.warning(connection, shop.till.items["wrap"], sold, D(100)) is None
    assert details is not None
    assert [line.must_be_asked for line in details.lines] == [False, False]
    shop.till.posts(sold)
    shop.holds()
    assert (shop.stock("wrap"), moved(shop, "wrap")) == (("0", "0", "0"), 0)
    assert shop.stock("kettle") == ("4", "0", "0")


def test_a_service_line_goes_along_with_a_committed_invoice(shop: Shop) -> None:
    sold = shop.till.rings_up(("kettle", "2"), ("wrap", "7"), customer_id=shop.lee)
    shop.till.run(commitments.commit, invoice_id=sold)
    shop.holds()
    assert (shop.stock("kettle"), shop.stock("wrap")) == (("5", "2", "0"), ("0", "0", "0"))
    shop.till.run(commitments.uncommit, invoice_id=sold)
    shop.holds()
    shop.till.run(commitments.commit, invoice_id=sold)
    shop.picks_up(sold)
    assert (shop.stock("kettle"), shop.stock("wrap")) == (("3", "0", "0"), ("0", "0", "0"))


def test_nothing_but_services_cannot_be_set_aside(shop: Shop) -> None:
    sold = shop.till.rings_up(("wrap", "1"), customer_id=shop.lee)
    assert shop.till.refusal(commitments.commit, invoice_id=sold).why is Why.NOTHING_TO_SET_ASIDE


def test_a_fill_invoice_with_a_service_is_discarded(shop: Shop) -> None:
    _backorder, waiting = shop.fill_invoice("kettle", "1", shop.lee)
    shop.till.run(commitments.uncommit, invoice_id=waiting)
    shop.till.run(invoices.add_items, invoice_id=waiting, lines=(NewLine(shop.till.items["wrap"], D(2)),))
    shop.till.run(commitments.commit, invoice_id=waiting)
    shop.till.run(fills.discard, invoice_id=waiting)
    shop.holds()
    assert shop.stock("wrap") == ("0", "0", "0")


NEVER_OWED: dict[str, Callable[[Shop, int], partial[Done]]] = {
    "a new line": lambda shop, invoice: partial(
        invoices.add_items,
        invoice_id=invoice,
        lines=(NewLine(shop.till.items["wrap"], D(1), TransCode.BACKORDER),),
    ),
    "another trans code": lambda shop, invoice: partial(
        invoices.change_line, line_id=line_of(shop, invoice, "wrap"), edit=LineEdit(trans_code=TransCode.BACKORDER)
    ),
    "part of a line": lambda shop, invoice: partial(
        invoices.split_line, line_id=line_of(shop, invoice, "wrap"), sell=D(1)
    ),
    "a line put back": lambda shop, invoice: partial(
        removed_lines.put_back,
        invoice_id=invoice,
        line=RemovedLine(
            TransCode.BACKORDER, shop.till.items["wrap"], "Wrap", D(1), D(3), D(0), None, sell_anyway=False
        ),
    ),
}


@pytest.mark.parametrize("how", NEVER_OWED)
def test_a_service_is_never_back_ordered(shop: Shop, how: str) -> None:
    invoice_id = shop.till.rings_up(("wrap", "2"), customer_id=shop.lee)
    verb = NEVER_OWED[how](shop, invoice_id)
    refused = shop.till.refusal(verb.func, **verb.keywords)
    assert (refused.why, refused.where) == (Why.NOT_STOCKED_NOT_BACKORDERED, Field("trans_code"))


def test_a_service_is_neither_ordered_nor_received_nor_counted(shop: Shop) -> None:
    till, wrap = shop.till, shop.till.items["wrap"]
    with till.writing() as session:
        card = {"preferred_vendor_id": shop.vendor_id, "max_stock": D(9)}
        session.connection().execute(sa.update(Item).where(Item.id == wrap).values(card))
    with till.engine.connect() as connection:
        assert auto_order.proposal(connection, shop.vendor_id, None, TODAY, 30) == ()
    log_id = shop.unloads_freely(("kettle", "1"))
    order_id = orders(till, shop.vendor_id, ("kettle", "1"))
    line = NewOrderLine(wrap, D(1))
    for refused in (
        till.refusal(purchase_orders.add_lines, purchase_order_id=order_id, vendor_id=None, lines=(line,)),
        till.refusal(receiving.add_item, receiving_log_id=log_id, item_id=wrap, quantity=D(1)),
    ):
        assert refused.why is Why.NOT_STOCKED_NOT_ORDERED
    assert till.refusal(items.adjust_stock, item_id=wrap, reason="count", counted=D(4)).why is Why.NOT_STOCKED_NO_STOCK
    new = ItemFields(code="LABOR", description="Labor", stocked=False)
    assert till.refusal(items.add, fields=new, opening=D(1)).where == Field("opening")


KEEPS: dict[str, Callable[[Shop], object]] = {
    "on hand": lambda _shop: None,
    "taken back": lambda shop: shop.till.posts(shop.till.rings_up(("lamp", "2", TransCode.RETURN))),
    "owed": lambda shop: shop.owes("lamp", "2", shop.lee),
    "on order": lambda shop: shop.orders(("lamp", "2")),
    "being ordered": lambda shop: orders(shop.till, shop.vendor_id, ("lamp", "2")),
    "on an invoice": lambda shop: shop.till.rings_up(("lamp", "2")),
    "on a log": lambda shop: shop.unloads_freely(("lamp", "2")),
}


@pytest.mark.parametrize("kept", KEEPS)
def test_what_has_a_stock_stays_stocked(shop: Shop, kept: str) -> None:
    shop.till.stores("lamp")
    KEEPS[kept](shop)
    verb = rewrite(shop, "kettle" if kept == "on hand" else "lamp", stocked=False)
    refused = shop.till.refusal(verb.func, **verb.keywords)
    assert (refused.why, refused.where) == (Why.STOCKED_STAYS, Field("stocked"))


def test_a_card_that_has_nothing_left_is_no_longer_stocked_and_back_again(shop: Shop) -> None:
    shop.till.stores("labor", on_hand="1")
    shop.till.posts(shop.till.rings_up(("labor", "1")))
    shop.till.do(rewrite(shop, "labor", stocked=False))
    shop.holds()
    shop.till.posts(shop.till.rings_up(("labor", "3")))
    shop.holds()
    assert moved(shop, "labor") == 2
    shop.till.do(rewrite(shop, "labor", stocked=True))
    shop.holds()


def test_a_line_made_while_the_card_was_rewritten_does_as_the_card_says(shop: Shop) -> None:
    shop.till.stores("labor")
    sold = shop.till.rings_up(("labor", "1"))
    with shop.till.writing() as session:
        session.connection().execute(sa.update(Item).where(Item.code == "labor").values(stocked=False))
    shop.till.posts(sold)
    shop.holds()
    assert (shop.stock("labor"), moved(shop, "labor")) == (("0", "0", "0"), 0)
