"""Guide: "Customers": two cards of one customer are merged on the Customer card."""

import pytest
import sqlalchemy as sa

from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission
from posim_desktop.orm import Customer
from posim_desktop.orm.base import table_of
from posim_desktop.services.database import for_writing
from posim_desktop.tour import hands
from seeding import stored
from workflows.drivers.decks import DeckDriver
from workflows.drivers.shop import Shop

TITLE = "Merge Customers"


@pytest.fixture
def twice(shop: Shop) -> Shop:
    """Give a shop that has Lee Harper on file twice, and owes the second one goods."""
    shop.has_item("KETTLE", on_hand="9", price="24.00")
    shop.has_customer("Lee Harper", phone="555-0142")
    shop.has_customer("LEE HARPER", phone="555-0177")
    shop.has_customer("Kim Ode")
    shop.sold("KETTLE", to="LEE HARPER")
    shop.sold("KETTLE", quantity="2", trans_code="B", to="LEE HARPER")
    return shop


def _card(shop: Shop, phone: str) -> DeckDriver:
    return shop.sales_client.open("Lists", "Customers").find(phone)


def test_two_cards_become_one_and_the_other_leads_to_it(twice: Shop) -> None:
    deck = _card(twice, "555-0177")
    deck.press("Merge")
    asked = hands.dialog(TITLE)
    assert hands.rows(hands.table(asked, "Cards Found"), "Name", "Phone") == [("Lee Harper", "555-0142")]
    compared = hands.rows(hands.table(asked, "Side by Side"), "This Card", "Other Card")
    assert ("LEE HARPER", "Lee Harper") in compared
    assert ("$24.00", "$0.00") in compared
    said = "\n".join(hands.words_on(asked))
    assert "What goes to C00001 – working invoices: 0, backorders: 1." in said
    hands.press(asked, "Merge")

    assert deck.title == "Lee Harper"
    assert deck.words_under("Bought") == "$24.00"
    assert deck.words_under("Still to Come") == "1"
    deck.press("Bought")
    assert len(twice.sales_client.deck("Processed Invoices").listed("Number")) == 2


def test_it_is_said_which_tax_exemption_stays(twice: Shop) -> None:
    card = table_of(Customer)
    exempt = sa.update(card).where(card.c.phone == "555-0177").values(exempt_number="X-2", exempt_reason="School")
    with for_writing(twice.opened.engine).begin() as connection:
        connection.execute(exempt)
    deck = _card(twice, "555-0142")
    deck.press("Merge")
    asked = hands.dialog(TITLE)
    assert ("", "X-2, School") in hands.rows(hands.table(asked, "Side by Side"), "This Card", "Other Card")
    assert "C00001 pays no tax from now on." in "\n".join(hands.words_on(asked))
    hands.press(asked, "Merge")
    assert stored(twice.opened.engine, Customer, card.c.code == "C00001").exempt_number == "X-2"


def test_the_card_that_was_merged_is_only_read(twice: Shop) -> None:
    deck = _card(twice, "555-0142")
    deck.press("Merge")
    hands.press(hands.dialog(TITLE), "Merge")
    assert deck.title == "Lee Harper"
    deck.client.activateWindow()
    deck.deck.open_record(twice.customers["LEE HARPER"])
    hands.settle()
    assert deck.says("This card was merged into C00001 Lee Harper.")
    assert not deck.is_enabled("Edit")
    assert not any(map(deck.has_button, ("Archive", "Bring Back", "Delete", "Merge")))
    deck.press("Open the Card Used Now")
    assert deck.title == "Lee Harper"


def test_another_card_is_looked_for_and_may_stay(twice: Shop) -> None:
    deck = _card(twice, "555-0142")
    deck.press("Merge")
    asked = hands.dialog(TITLE)
    hands.fill(asked, "Other Card", "kim")
    hands.wait_for(lambda: hands.rows(hands.table(asked, "Cards Found"), "Name") == [("Kim Ode",)], "the search")
    hands.press(asked, "C00003 Kim Ode stays")
    assert "What goes to C00003 – working invoices: 0" in "\n".join(hands.words_on(asked))
    hands.press(asked, "Cancel")
    assert deck.title == "Lee Harper"


def test_who_may_not_merge_sees_it_first(twice: Shop) -> None:
    twice.has_employee("Ann", Role.CASHIER)
    twice.is_worked_by("Ann")
    assert twice.operations.lacking(Permission.MERGE_CUSTOMERS) is not None
    deck = _card(twice, "555-0142")
    assert not deck.is_enabled("Merge")
