"""Guide: "Customers": what a customer bought, paid, returned and waits for, and the notes at the till."""

from decimal import Decimal
from functools import partial

import pytest

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.queries.deck import DeckPart, Found
from posim_desktop.queries.sales import processed_invoices
from posim_desktop.services.cards import customers
from posim_desktop.services.sales import fills
from posim_desktop.services.sales.fills import Fill
from posim_desktop.tour import hands
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop
from workflows.drivers.till import till_of

FIGURES = ("Bought", "Returned", "Paid", "Still to Come", "Ready to Pick Up")


@pytest.fixture
def busy(shop: Shop) -> Shop:
    """Give a shop where Lee bought 4, returned 1 and waits for 2; Kim bought too."""
    shop.has_item("KETTLE", on_hand="9", price="24.00")
    shop.sold("KETTLE", quantity="4", to="Lee")
    shop.sold("KETTLE", quantity="1", trans_code="R", to="Lee")
    shop.sold("KETTLE", quantity="2", trans_code="B", to="Lee")
    shop.sold("KETTLE", quantity="1", to="Kim")
    return shop


def _lee(shop: Shop) -> DeckDriver:
    return shop.sales_client.open("Lists", "Customers").find("Lee")


def _figures(deck: DeckDriver) -> tuple[str, ...]:
    return tuple(deck.words_under(figure) for figure in FIGURES)


def _sets_one_aside(shop: Shop, invoice_id: int) -> int:
    (backorder,) = shop.operations.read(processed_invoices.backorders_of, invoice_id)
    fill = partial(fills.fill_backorders, invoice_id=invoice_id, fills=(Fill(backorder.id, Decimal(1)),))
    return shop.operations.do(fill).record_id


def test_the_card_tells_the_business_and_follows_it(busy: Shop) -> None:
    deck = _lee(busy)
    assert _figures(deck) == ("$96.00", "$24.00", "$72.00", "1", "0")

    _sets_one_aside(busy, 3)

    assert _figures(deck) == ("$96.00", "$24.00", "$72.00", "1", "1")


def test_figures_lead_to_the_documents_behind_them(busy: Shop) -> None:
    deck = _lee(busy)
    client = busy.sales_client

    deck.press("Bought")
    assert client.client.tabs.front() == "Processed Invoices"
    invoices = client.deck("Processed Invoices")
    assert sorted(invoices.listed("Number")) == [("1",), ("2",), ("3",)]
    assert invoices.deck.found.label == "Invoices of Lee"

    _lee(busy).press("Returned")
    assert invoices.deck.found.label == "Returns of Lee"
    assert invoices.title == "Processed Invoice 2"

    _lee(busy).press("Last Purchase")
    assert client.client.tabs.front() == "Processed Invoices"
    assert invoices.title == "Processed Invoice 3"

    _lee(busy).press("Still to Come")
    assert client.client.tabs.front() == "Backorders"
    assert client.deck("Backorders").title == "Backorder 1"
    assert client.deck("Backorders").deck.found == Found(customer_id=busy.customers["Lee"], part=DeckPart.WAITING)


def test_what_is_ready_leads_to_the_invoice_that_it_waits_on(busy: Shop) -> None:
    filled = _sets_one_aside(busy, 3)

    _lee(busy).press("Ready to Pick Up")

    tabs = busy.sales_client.client.tabs
    assert tabs.front() == "Working Invoices"
    screen = tabs.screen_at(tabs.front())
    assert screen is not None
    assert screen.current_id == filled


def test_what_is_ready_on_several_invoices_leads_to_the_pick_ups(busy: Shop) -> None:
    for _ in range(2):
        _sets_one_aside(busy, 3)

    _lee(busy).press("Ready to Pick Up")

    client = busy.sales_client.client
    assert client.tabs.front() == "Pick-up"
    assert len(hands.rows(hands.table(client, "Ready Now"), "Qty")) == 2


def test_a_new_customer_has_nothing_to_lead_to(shop: Shop) -> None:
    shop.has_customer("Lee")
    deck = _lee(shop)

    assert _figures(deck) == ("$0.00", "$0.00", "$0.00", "0", "0")
    assert deck.words_under("Last Purchase") == "never"
    assert not any(deck.is_enabled(figure) for figure in (*FIGURES, "Last Purchase"))


def test_the_notes_on_a_customer_stand_at_the_till(shop: Shop) -> None:
    notes = "Pays by invoice.\nAsk for the order number & <b>project</b>."
    shop.operations.do(partial(customers.add, fields=CustomerFields(name="Lee", notes=notes)))
    shop.operations.do(partial(customers.add, fields=CustomerFields(name="Kim")))
    till = till_of(shop.sales_client.client)

    till.choose_customer("Lee")
    assert "Pays by invoice. Ask for the order number & <b>project</b>." in till.words()

    till.press("Remove Customer")
    assert not any("Pays by invoice" in words for words in till.words())
    till.choose_customer("Kim")
    assert not any("Pays by invoice" in words for words in till.words())


def test_long_notes_are_whole_in_the_tip(shop: Shop) -> None:
    notes = "Rings the bell twice. " * 20
    shop.operations.do(partial(customers.add, fields=CustomerFields(name="Lee", notes=notes)))
    till = till_of(shop.sales_client.client)

    till.choose_customer("Lee")

    (shown,) = [words for words in till.words() if words.startswith("Rings the bell")]
    assert shown.endswith("…")
    assert len(shown) <= 161
    assert till.screen.frame.customer_notes.toolTip().count("Rings the bell") == 20
