"""The tour's sales half: from the warning preference to a canceled backorder, in the real windows.

Each step says what a person does and is photographed; the guide's pages show these pictures.
"""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget

from posim_desktop.tour import hands
from posim_desktop.tour.recorder import Recorder
from posim_desktop.ui.widgets.screen import Screen
from posim_desktop.ui.windows.client import Client

GONE = "21781"
SCARCE = "20768"
PLENTY = "10133"
CUSTOMER = "Lee Okafor"


def play_sales(client: Client, recorder: Recorder) -> None:
    """Play the sales steps in the Sales Client, on a fresh demo shop."""
    _switch_the_warning_on(client, recorder)
    _sell_and_back_order(client, recorder)
    _pay_and_post(client, recorder)
    _park_an_invoice(client, recorder)
    _look_at_backorders(client, recorder)
    _cancel_part(client, recorder)
    _look_at_the_paper(client, recorder)
    _fill_and_hand_over(client, recorder)
    _show_the_cards(client, recorder, ("Items", "item-card"), ("Employees", "employee-card"))


def play_inventory(client: Client, recorder: Recorder) -> None:
    """Find the same deck in the Inventory Client, and the cards that are kept there."""
    hands.menu(client, "Lists", "Backorders")
    recorder.step("The same Backorders deck opens in the Inventory Client.", client, "inventory-backorders")
    _show_the_cards(
        client,
        recorder,
        ("Vendors", "vendor-card"),
        ("Departments", "department-card"),
        ("Tax Codes", "tax-code-card"),
    )


def _switch_the_warning_on(client: Client, recorder: Recorder) -> None:
    hands.menu(client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    pages = hands.field(dialog, "Pages")
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Down)
    box = hands.button(dialog, "Warn when an item is out of stock")
    if isinstance(box, QCheckBox) and not box.isChecked():
        hands.press(dialog, "Warn when an item is out of stock")
    recorder.step("File > Preferences > Invoice > Warnings: warn when an item is out of stock.", client, "preferences")
    hands.press(dialog, "OK")


def _sell_and_back_order(client: Client, recorder: Recorder) -> None:
    till = _go(client, "Invoice")
    recorder.step("A new Working Invoice waits for the first scan.", client, "new-invoice")
    _enter(till, f"2*{PLENTY}")
    hands.fill(till, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(till, "Customer"), Qt.Key.Key_Return)
    _enter(till, GONE)
    recorder.step("An item with nothing on hand: the warning offers Back Order.", client, "out-of-stock-warning")
    hands.press(hands.dialog("Out of stock"), "Back Order")
    _enter(till, SCARCE)
    hands.write_cell(hands.table(till, "Lines"), 2, "Trans Code", "B")
    recorder.step(
        "Both lines became backorders (Trans Code B); their Extended is 0.00 and only the pencils are due.",
        client,
        "working-invoice",
    )


def _pay_and_post(client: Client, recorder: Recorder) -> None:
    till = _go(client, "Invoice")
    hands.press(till, "Pay")
    hands.fill(till, "Amount", "20")
    hands.press(till, "Cash")
    recorder.step("Pay: twenty in cash, the change is worked out.", client, "pay")
    hands.press(till, "Post")
    recorder.step("Post: the invoice has its number and each B line its Backorder card.", client, "posted")
    hands.press(till, "New sale")


def _park_an_invoice(client: Client, recorder: Recorder) -> None:
    till = _go(client, "Invoice")
    _enter(till, "journal")
    if _dialog_is_open("Out of stock"):
        hands.press(hands.dialog("Out of stock"), "Sell Anyway")
    hands.keys("+")
    hands.key(Qt.Key.Key_Return)
    hands.press(till, "Parked")
    recorder.step("+ parks an invoice; Parked lists those that wait and recalls one.", client, "parked-invoices")
    hands.press(hands.dialog("Parked invoices"), "Cancel")


def _look_at_backorders(client: Client, recorder: Recorder) -> None:
    hands.menu(client, "Lists", "Backorders")
    deck = _front(client)
    hands.press(deck, "Last")
    recorder.step("Lists > Backorders: the arrows lead to the newest card.", client, "backorder-card")
    hands.press(deck, "View")
    recorder.step("View turns the deck into List All.", client, "list-all")
    hands.fill(deck, "Find", CUSTOMER)
    hands.key(Qt.Key.Key_Return)
    recorder.step(f"Find {CUSTOMER}: the found set is what the arrows walk now.", client, "found-set")
    hands.menu(client, "Lists", "Customers")
    customers = _front(client)
    hands.fill(customers, "Find", CUSTOMER)
    hands.key(Qt.Key.Key_Return)
    recorder.step("The Customer card counts the customer's backorders.", client, "customer-card")
    hands.press(customers, "Backorders")
    recorder.step("Its Backorders button shows just these.", client, "customer-backorders")


def _cancel_part(client: Client, recorder: Recorder) -> None:
    deck = _front(client)
    listed = hands.table(deck, "List All")
    listed.setFocus()
    listed.selectRow(1)
    hands.key(Qt.Key.Key_Return)
    hands.press(deck, "Cancel")
    dialog = hands.dialog("Manual Backorder Cancel")
    hands.fill(dialog, "Qty", "1")
    hands.fill(dialog, "Reason", "Found one elsewhere")
    recorder.step("Manual Backorder Cancel: Qty, Name and Reason.", client, "manual-backorder-cancel")
    hands.press(dialog, "OK")
    recorder.step("OK: the Canceled table has a new row and the strip still adds up.", client, "backorder-canceled")


def _look_at_the_paper(client: Client, recorder: Recorder) -> None:
    deck = _go(client, "P.Invoices")
    hands.press(deck, "Last")
    recorder.step("P.Invoices: the posted invoice, never changed again.", client, "processed-invoice")
    hands.press(deck, "Print")
    recorder.step("Print shows it on paper first; Save PDF keeps it.", client, "print-preview")
    hands.key(Qt.Key.Key_Escape)


def _fill_and_hand_over(client: Client, recorder: Recorder) -> None:
    hands.menu(client, "Invoice", "Fill Backorders")
    recorder.step("Invoice > Fill Backorders: what is on the shelf for who waits.", client, "fill-backorders")
    hands.press(hands.dialog("Fill Backorders"), "OK")
    recorder.step("A new Open Invoice holds the goods set aside for the customer.", client, "committed-invoice")
    till = _front(client)
    hands.press(till, "Uncommit & Process")
    hands.press(till, "Card")
    hands.press(till, "Post")
    recorder.step("Uncommit & Process, paid and posted: the goods are handed over.", client, "picked-up")
    hands.press(till, "New sale")


def _show_the_cards(client: Client, recorder: Recorder, *cards: tuple[str, str]) -> None:
    for name, picture in cards:
        hands.menu(client, "Lists", name)
        recorder.step(f"Lists > {name}.", client, picture)


def _enter(till: QWidget, typed: str) -> None:
    hands.fill(till, "Item", typed)
    QTest.keyClick(hands.field(till, "Item"), Qt.Key.Key_Return)
    hands.settle()


def _dialog_is_open(title: str) -> bool:
    try:
        hands.dialog(title)
    except hands.NotOnScreenError:
        return False
    return True


def _go(client: Client, button: str) -> Screen:
    hands.press(client, button)
    return _front(client)


def _front(client: Client) -> Screen:
    screen = client.tabs.screen_named(client.tabs.front_name())
    if screen is None:
        raise hands.NotOnScreenError("no tab is in front")
    return screen
