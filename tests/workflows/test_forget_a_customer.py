"""Guide: "Customers": what is kept about somebody is handed over on the Customer card, and forgotten there."""

import zipfile
from pathlib import Path

from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import Customer
from posim_desktop.queries.cards.kept_of_customer import COLUMNS
from posim_desktop.tour import hands
from posim_desktop.ui.cards import personal_data_words
from posim_desktop.ui.cards.personal_data import hand_over
from seeding import stored
from workflows.drivers.shop import Shop

TITLE = "Forget This Customer"


def test_a_customer_gets_the_data_and_is_forgotten(shop: Shop, tmp_path: Path) -> None:
    shop.has_item("KETTLE", on_hand="9", price="24.00")
    shop.has_customer("Lee Harper", phone="555-0142")
    shop.sold("KETTLE", to="Lee Harper")
    deck = shop.sales_client.open("Lists", "Customers").find("555-0142")
    file = tmp_path / "lee.zip"
    customer_id = stored(shop.opened.engine, Customer).id
    assert hand_over(deck.client, shop.operations, customer_id, file)
    with zipfile.ZipFile(file) as whole:
        assert "Invoices.csv" in whole.namelist()
        assert "Lee Harper,,555-0142" in whole.read("Card.csv").decode("utf-8-sig")

    deck.press("Forget")
    asked = hands.dialog(TITLE)
    hands.press(asked, "Forget")
    assert "Type the customer's ID, C00001, to go on." in "\n".join(hands.words_on(asked))
    hands.fill(asked, "To forget Lee Harper, type C00001", "c00001")
    hands.press(asked, "Forget")

    row = stored(shop.opened.engine, Customer)
    assert (row.name, row.code, row.phone) == ("C00002", "C00002", "")
    assert deck.title == "C00002"
    assert deck.says("This customer asked to be forgotten.")
    assert not deck.is_enabled("Edit")
    assert not any(map(deck.has_button, ("Archive", "Bring Back", "Delete", "Merge", "Forget", "Hand Over Data")))


def test_who_may_not_sees_why(shop: Shop) -> None:
    shop.has_customer("Lee Harper", phone="555-0142")
    shop.has_employee("Ann", Role.CASHIER)
    shop.is_worked_by("Ann")
    deck = shop.sales_client.open("Lists", "Customers").find("555-0142")
    assert not deck.is_enabled("Forget")
    assert not deck.is_enabled("Hand Over Data")


def test_each_column_that_is_handed_over_has_a_head() -> None:
    assert [each for each in COLUMNS if not personal_data_words.heading(each)] == []
