"""Guide: "Currencies" — a shop in yen and a shop in dinars, from the first start to the receipt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from pin_of import PIN
from posim_desktop.app import OpenShop, open_client, open_shop
from posim_desktop.printing.sales.receipt import receipt
from posim_desktop.printing.strip import StripPaper
from posim_desktop.queries.sales.processed_invoices import processed
from posim_desktop.queries.shop import preferences as stored
from posim_desktop.queries.verify import verify
from posim_desktop.services.cards import preferences
from posim_desktop.services.database import snapshot
from posim_desktop.settings import Settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.widgets.paper_writing import WRITING
from printing.receipt_paper import Printer
from workflows.drivers.shop import ClientDriver
from workflows.drivers.till import till_of

D = Decimal


@dataclass(frozen=True)
class Money:
    """A currency, and how the same sale is written in it."""

    code: str
    choice: str
    decimals: int
    sample: str
    price: str
    cost: str
    finer: str
    refused: str
    line: tuple[str, ...]
    due: str
    handed_over: str
    paid: tuple[Decimal, Decimal, Decimal, Decimal]
    receipt: tuple[str, ...]


YEN = Money(
    code="JPY",
    choice="JPY  ¥",
    decimals=0,
    sample="¥1,234",
    price="1,555",
    cost="812.25",
    finer="1555.5",
    refused="Amounts have no decimal places in this shop.",
    line=("3", "1,555", "10%", "4,198"),  # 10 % of 4,665 is 466.5
    due="¥4,618",  # tax of 10 % is 419.8
    handed_over="5000",
    paid=(D(4618), D(2), D(5000), D(380)),
    receipt=(
        "3 × 1,555 - 467 4,198",
        "Tax SALES TAX 10% 420",
        "Total ¥4,618",
        "Cash Rounding 2",
        "Change 380",
    ),
)
DINARS = Money(
    code="KWD",
    choice="KWD",
    decimals=3,
    sample="KWD\u00a01,234.000",
    price="1.555",
    cost="0.81225",
    finer="1.5555",
    refused="An amount can have at most 3 decimal places.",
    line=("3", "1.555", "10%", "4.198"),
    due="KWD\u00a04.618",
    handed_over="5",
    paid=(D("4.618"), D("0.002"), D(5), D("0.380")),
    receipt=(
        "3 × 1.555 - 0.467 4.198",
        "Tax SALES TAX 10% 0.420",
        "Total KWD 4.618",
        "Cash Rounding 0.002",
        "Change 0.380",
    ),
)


@pytest.fixture
def empty_shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    opened = open_shop(Settings(database_url, tmp_path / "data", "Till 1"))
    yield opened
    put_windows_away()
    opened.close()


def set_up(opened: OpenShop, money: Money) -> Client:
    """Answer the first start: the currency is chosen, its decimals are proposed."""
    client = open_client(opened, "inventory")
    hands.wait_for(client.isVisible, "the client")
    dialog = hands.dialog("Welcome")
    for label, typed in (
        ("Store Name", "Corner Shop"),
        ("Your Name", "Kim"),
        ("Region", "English (United States)"),
        ("Currency", money.choice),
        ("Tax Rate in Percent", "10"),
        ("Your PIN", PIN),
        ("Your PIN Again", PIN),
    ):
        hands.fill(dialog, label, typed)
    amounts = hands.field(dialog, "Amounts")
    assert isinstance(amounts, QComboBox)
    assert amounts.currentText() == money.sample
    hands.press(dialog, "Start")
    return client


def write_card(client: Client, money: Money) -> None:
    """Put goods on file; a price finer than the money is refused first."""
    deck = ClientDriver(client).open("Lists", "Items")
    deck.press("Add")
    for label, typed in {"Description": "Tea", "Item ID": "TEA", "Price": money.finer, "On Hand Now": "9"}.items():
        hands.fill(deck.deck, label, typed)
    hands.fill(deck.deck, "Cost", money.cost)
    deck.press("Save")
    assert money.refused in hands.words_on(deck.deck)
    hands.fill(deck.deck, "Price", money.price)
    deck.press("Save")
    assert hands.field(deck.deck, "Cost").property("text") == money.cost


def written_on(opened: OpenShop, invoice_id: int) -> list[str]:
    """Print a receipt and read what stands on it."""
    details = opened.operations.read(processed, invoice_id)
    assert details is not None
    shop = opened.operations.read(stored.load)
    paper = Printer().take(receipt(details, shop, WRITING, StripPaper()).content).paper
    return [" ".join(row.split()) for row in paper.splitlines()]


@pytest.mark.parametrize("money", [YEN, DINARS], ids=["yen", "dinars"])
def test_goods_are_priced_sold_and_paid_in_the_currency_of_the_shop(empty_shop: OpenShop, money: Money) -> None:
    client = set_up(empty_shop, money)
    shop = empty_shop.operations.read(stored.load)
    assert (shop.currency, shop.decimals) == (money.code, money.decimals)
    empty_shop.operations.do(partial(preferences.change, preferences=replace(shop, cash_rounding=10)))

    write_card(client, money)
    sales = open_client(empty_shop, "sales")
    sales.activateWindow()
    hands.wait_for(sales.isActiveWindow, "the Sales Client")
    till = till_of(sales)
    till.enter("3*TEA")
    till.write(0, "Discount", "10%")
    assert till.lines("Qty", "Price", "Discount", "Extended") == [money.line]
    assert till.amount_due == money.due
    till.press("Pay")
    till.tender("Cash", money.handed_over)
    till.press("Post")

    posted = empty_shop.operations.read(processed, 1)
    assert posted is not None
    (tender,) = posted.tenders
    assert (posted.total, posted.rounding, tender.amount, tender.change) == money.paid
    rows = written_on(empty_shop, 1)
    assert [row for row in money.receipt if row not in rows] == [], "\n".join(rows)
    with snapshot(empty_shop.engine) as connection:
        assert verify(connection) == ()


def test_the_region_proposes_its_currency_until_somebody_chooses_one(empty_shop: OpenShop) -> None:
    open_client(empty_shop, "sales")
    dialog = hands.dialog("Welcome")
    currency, amounts = hands.field(dialog, "Currency"), hands.field(dialog, "Amounts")
    assert isinstance(currency, QComboBox)
    assert isinstance(amounts, QComboBox)

    seen = []
    for region in ("English (United States)", "Deutsch (Deutschland)", "Español (Chile)"):
        hands.fill(dialog, "Region", region)
        seen.append((currency.currentData(), amounts.currentData()))
    assert seen == [("USD", 2), ("EUR", 2), ("CLP", 0)]

    hands.fill(dialog, "Currency", "HUF")
    hands.fill(dialog, "Region", "Deutsch (Deutschland)")
    assert (currency.currentData(), amounts.currentData()) == ("HUF", 2)


def test_the_currency_can_be_chosen_again_and_the_decimals_stay(empty_shop: OpenShop) -> None:
    client = set_up(empty_shop, YEN)
    client.open_preferences()
    dialog = hands.dialog("Preferences")
    hands.fill(dialog, "Currency", "KRW  ₩")
    hands.press(dialog, "OK")

    shop = empty_shop.operations.read(stored.load)
    assert (shop.currency, shop.decimals) == ("KRW", 0)
    assert WRITING.amount(D(1500)) == "₩1,500"
