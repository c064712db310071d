"""The tour's first act, in the Sales Client: from the warning preference to goods filled from the shelf.

Each step says what a person does and is photographed; the guide's pages show these pictures.
"""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from posim_desktop.domain.money import of_cents
from posim_desktop.tour import hands
from posim_desktop.tour.stage import Stage
from posim_desktop.ui import formatting
from posim_desktop.ui.people.audit_deck import AuditDeck

GONE = "21781"
SCARCE = "20768"
PLENTY = "10133"
CUSTOMER = "Lee Okafor"


def sell_and_back_order(stage: Stage) -> None:
    """Play the sales steps in the Sales Client, on a fresh demo shop."""
    _switch_the_warning_on(stage)
    _sell(stage)
    _pay_and_post(stage)
    _park_an_invoice(stage)
    _look_at_backorders(stage)
    _cancel_part(stage)
    _look_at_the_paper(stage)
    _fill_and_hand_over(stage)
    stage.choose("Setup", "Employees")
    stage.step("Setup > Employees.", "employee-card")
    _read_a_role(stage)
    _read_the_audit(stage)


def _read_a_role(stage: Stage) -> None:
    roles = stage.choose("Setup", "Roles")
    hands.press(roles, "Customize")
    stage.step("Setup > Roles: what a cashier may do, how far, and who is one.", "role-card")
    hands.press(roles, "Customize")


def _read_the_audit(stage: Stage) -> None:
    audit = stage.choose("Setup", "Audit")
    hands.wait_for(lambda: not isinstance(audit, AuditDeck) or audit.check.is_done, "the chain")
    stage.step("Setup > Audit: what was done, by whom, the newest first; its chain is unbroken.", "audit")
    hands.fill(audit, "What", "Backorder canceled")
    stage.open_row(0)
    stage.step("An event: the record as a link, and what was there before and after.", "audit-event")


def _switch_the_warning_on(stage: Stage) -> None:
    hands.menu(stage.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    pages = hands.field(dialog, "Pages")
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Down)
    box = hands.button(dialog, "Warn when an item is out of stock")
    if isinstance(box, QCheckBox) and not box.isChecked():
        hands.press(dialog, "Warn when an item is out of stock")
    stage.step("File > Preferences > Invoice > Warnings: warn when an item is out of stock.", "preferences")
    hands.press(dialog, "OK")


def _sell(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.step("A new Working Invoice waits for the first scan.", "new-invoice")
    stage.enter(till, f"2*{PLENTY}")
    hands.fill(till, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(till, "Customer"), Qt.Key.Key_Return)
    stage.enter(till, f"3*{GONE}")
    stage.step("Three of an item with nothing on hand: the warning offers Back Order.", "out-of-stock-warning")
    hands.press(hands.dialog("Out of Stock"), "Back Order")
    stage.enter(till, SCARCE)
    hands.write_cell(hands.table(till, "Lines"), 2, "Trans Code", "B")
    stage.step(
        "Both lines became backorders (Trans Code B); their Extended is 0.00 and only the pencils are due.",
        "working-invoice",
    )


def _pay_and_post(stage: Stage) -> None:
    till = stage.go("Invoice")
    hands.press(till, "Pay")
    hands.fill(till, "Amount", formatting.money_to_edit(of_cents(2000)))
    hands.press(till, "Cash")
    stage.step("Pay: twenty in cash, the change is worked out.", "pay")
    hands.press(till, "Post")
    stage.step("Post: the invoice has its number and each B line its Backorder card.", "posted")
    hands.press(till, "New Sale")


def _park_an_invoice(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, "journal")
    if hands.is_asked("Out of Stock"):
        hands.press(hands.dialog("Out of Stock"), "Sell Anyway")
    hands.keys("+")
    hands.key(Qt.Key.Key_Return)
    hands.press(till, "Parked")
    stage.step("+ parks an invoice; Parked lists those that wait and recalls one.", "parked-invoices")
    hands.press(hands.dialog("Parked Invoices"), "Cancel")


def _look_at_backorders(stage: Stage) -> None:
    deck = stage.choose("Lists", "Backorders")
    hands.tab(deck, "All")
    hands.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    stage.step("Lists > Backorders: on the tab All the arrows lead to the newest card.", "backorder-card")
    hands.press(deck, "View")
    stage.step("View turns the deck into List All.", "list-all")
    hands.fill(deck, "Find", CUSTOMER)
    hands.key(Qt.Key.Key_Return)
    stage.step(f"Find {CUSTOMER}: the found set is what the arrows walk now.", "found-set")
    customers = stage.choose("Lists", "Customers")
    hands.fill(customers, "Find", CUSTOMER)
    hands.key(Qt.Key.Key_Return)
    stage.step("The Customer card counts the customer's backorders.", "customer-card")
    hands.press(customers, "Backorders")
    stage.step("Its Backorders button shows just these.", "customer-backorders")


def _cancel_part(stage: Stage) -> None:
    deck = stage.front()
    listed = hands.rows(hands.table(deck, "List All"), "Item ID")
    stage.open_row(listed.index((GONE,)))
    hands.press(deck, "Cancel")
    dialog = hands.dialog("Manual Backorder Cancel")
    hands.fill(dialog, "Qty", "1")
    hands.fill(dialog, "Reason", "Found one elsewhere")
    stage.step("Manual Backorder Cancel: one of the three, the Name and the Reason.", "manual-backorder-cancel")
    hands.press(dialog, "OK")
    stage.step("OK: the Canceled table has a new row and the strip still adds up.", "backorder-canceled")


def _look_at_the_paper(stage: Stage) -> None:
    deck = stage.go("P.Invoices")
    stage.step("P.Invoices: the posted invoice, never changed again.", "processed-invoice")
    hands.press(deck, "Print")
    stage.step("Print shows it on paper first; Save PDF keeps it.", "print-preview")
    hands.key(Qt.Key.Key_Escape)


def _fill_and_hand_over(stage: Stage) -> None:
    hands.menu(stage.client, "Invoice", "Fill Backorders")
    stage.step("Invoice > Fill Backorders: the journal is on the shelf, the cutlery boxes are not.", "fill-backorders")
    hands.press(hands.dialog("Fill Backorders"), "OK")
    stage.step("A new Open Invoice holds the journal set aside for the customer.", "committed-invoice")
    till = stage.front()
    hands.press(till, "Uncommit & Process")
    hands.press(till, "Card")
    hands.press(till, "Post")
    stage.step("Uncommit & Process, paid and posted: the journal is handed over.", "picked-up")
    hands.press(till, "New Sale")
