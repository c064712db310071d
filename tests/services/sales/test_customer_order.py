"""Guide: "Sell" — the customer's own order number and job follow the goods from the promise to slip and invoice."""

import pytest
import sqlalchemy as sa

from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.orm import Invoice, InvoiceLine
from posim_desktop.queries import deck
from posim_desktop.queries.deck import DeckQuery, DeckRow, Found
from posim_desktop.queries.sales import customer_pickup, pickup, processed_invoices
from posim_desktop.queries.sales.decks import PROCESSED, WORKING
from posim_desktop.services.sales import fills, invoices, picking, posting
from posim_desktop.services.sales.fills import Fill
from receiving_seed import D, Shop, open_shop
from seeding import CASH, Till


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that owes Lee two kettles, ordered as PO-17 for the kitchen; one is set aside from the shelf."""
    shop = open_shop(till)
    till.stores("kettle")
    till.stores("cup", on_hand="9")
    return shop


def _promised(shop: Shop) -> int:
    sale = shop.till.rings_up(("kettle", "2", TransCode.BACKORDER), customer_id=shop.lee)
    shop.till.run(invoices.set_reference, invoice_id=sale, customer_order=" PO-17 ", job_tag="Kitchen")
    shop.till.posts(sale)
    return sale


def _held(shop: Shop) -> int:
    sale = _promised(shop)
    with shop.till.engine.connect() as connection:
        ((backorder_id, *_),) = ((row.id, row) for row in processed_invoices.backorders_of(connection, sale))
    log_id = shop.unloads(shop.orders(("kettle", "2")))
    shop.receives(log_id)
    fill = (Fill(backorder_id, D(2)),)
    return shop.till.run(fills.fill_backorders, invoice_id=sale, fills=fill).record_id


def test_it_is_found_by_them_while_it_is_open(shop: Shop) -> None:
    sale = shop.till.rings_up(("cup", "1"), customer_id=shop.lee)
    shop.till.run(invoices.set_reference, invoice_id=sale, customer_order="PO-17", job_tag="Küche")
    shop.till.run(invoices.set_note, invoice_id=sale, note="Ring twice")
    shop.holds()
    with shop.till.engine.connect() as connection:
        for typed in ("po-17", "kueche", "twice"):
            page = deck.page(connection, WORKING, Found(typed), WORKING.first_order, limit=9)
            assert [row.id for row in page.rows] == [sale]


def test_they_follow_what_was_promised(shop: Shop) -> None:
    held = _held(shop)
    shop.holds()
    with shop.till.engine.connect() as connection:
        (slip,) = pickup.slips(connection, [held])
        shown = customer_pickup.of_customer(connection, shop.lee)
    assert [(line.customer_order, line.job_tag) for line in slip.lines] == [("PO-17", "Kitchen")]
    assert shown is not None
    assert [(line.customer_order, line.job_tag) for line in shown.ready] == [("PO-17", "Kitchen")]


def test_the_invoice_of_a_pick_up_names_all_of_them(shop: Shop) -> None:
    held = _held(shop)
    own = shop.till.rings_up(("cup", "1"), customer_id=shop.lee)
    shop.till.run(invoices.set_reference, invoice_id=own, customer_order="PO-18", job_tag="Kitchen")
    line_id = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == held))
    shop.till.run(picking.pick, line_ids=(line_id,), invoice_id=own)
    with shop.till.engine.connect() as connection:
        shown = customer_pickup.of_customer(connection, shop.lee)
    assert shown is not None
    total = shown.due(frozenset({line_id})).total + shop.read(sa.select(Invoice.total).where(Invoice.id == own))
    shop.till.run(posting.post, invoice_id=own, tenders=(Tender(CASH, total),), expected_total=total)
    shop.holds()
    with shop.till.engine.connect() as connection:
        invoice = processed_invoices.processed(connection, own)
    assert invoice is not None
    assert (invoice.orders, invoice.jobs) == (("PO-18", "PO-17"), ("Kitchen",))


def _found(shop: Shop, cards: DeckQuery[DeckRow], typed: str) -> set[int]:
    with shop.till.engine.connect() as connection:
        return {row.id for row in deck.page(connection, cards, Found(typed), cards.first_order, limit=9).rows}


def test_what_was_promised_under_them_is_found_by_them_open_and_processed(shop: Shop) -> None:
    held = _held(shop)
    sale = shop.read(sa.select(Invoice.id).where(Invoice.customer_order == "PO-17"))
    other = shop.till.rings_up(("cup", "1"), customer_id=shop.lee)
    shop.till.posts(other)
    for typed in ("po-17", "KITCHEN", "lee po-17"):
        assert (_found(shop, WORKING, typed), _found(shop, PROCESSED, typed)) == ({held}, {sale}), typed
    shop.picks_up(held)
    assert _found(shop, PROCESSED, "po-17 kitchen") == {sale, held}
    assert _found(shop, WORKING, "po-17") == set()
    assert _found(shop, PROCESSED, "po-18") == set()
    shop.holds()


def test_what_is_too_long_or_not_to_be_changed_is_refused(shop: Shop) -> None:
    sale = shop.till.rings_up(("cup", "1"), customer_id=shop.lee)
    for field in ("customer_order", "job_tag"):
        typed = {"customer_order": "", "job_tag": "", field: "x" * 41}
        refusal = shop.till.refusal(invoices.set_reference, invoice_id=sale, **typed)
        assert refusal.where == Field(field)
    shop.till.posts(sale)
    refusal = shop.till.refusal(invoices.set_reference, invoice_id=sale, customer_order="PO-1", job_tag="")
    assert refusal.why is Why.INVOICE_PROCESSED
