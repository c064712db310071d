"""What the tour does not show: the other dialogs, new and empty cards, messages, and the largest figures."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from posim_desktop.domain.money import of_cents
from posim_desktop.domain.periods import Period
from posim_desktop.domain.tax import MAX_TAXES
from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, GONE, PLENTY
from posim_desktop.tour.play import Act
from posim_desktop.tour.stage import Stage
from posim_desktop.ui import formatting
from posim_desktop.ui.crash import CrashDialog
from posim_desktop.ui.operations import say
from posim_desktop.ui.people.first_start import FirstStartDialog
from posim_desktop.ui.reports.all_reports import REPORT_GROUPS
from posim_desktop.ui.reports.screen import ReportsScreen
from tour.at_the_door import AT_THE_DOOR
from tour.beyond_orders import ORDERS

NUMBERED = "99001"  # the item of the demo shop that has serial numbers
UNIT = "RPR-20417"  # one of them
_PAGES = 15  # of the preferences
_SCANS = 2  # the place of its page among the preferences
NOBODY = "nobody of this name"
MANY = "an"  # is in many names
LONG_REASON = "Bestellung wurde telefonisch widerrufen, Ware inzwischen anderweitig beschafft"


def _sell(stage: Stage) -> None:
    _sell_for_millions(stage)
    _take_back(stage)
    _ask_at_the_till(stage)
    _look_at_set_up(stage)
    _look_around(stage)


def _sell_for_millions(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, f"900*{PLENTY}")
    if hands.is_asked("Out of Stock"):
        hands.press(hands.dialog("Out of Stock"), "Sell Anyway")
    lines = hands.table(till, "Lines")
    hands.write_cell(lines, 0, "Price", formatting.money_to_edit(of_cents(9_999_999)))
    hands.fill(till, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(till, "Customer"), Qt.Key.Key_Return)
    stage.step("Nearly a hundred million.", "millions")
    hands.press(till, "Pay")
    stage.step("To be paid.", "millions-pay")
    hands.press(till, "Card")
    hands.press(till, "Post")
    stage.step("Posted.", "millions-posted")
    hands.press(till, "New Sale")
    stage.go("P.Invoices")
    stage.step("Its paper.", "millions-processed")


def _take_back(stage: Stage) -> None:
    hands.press(stage.go("P.Invoices"), "Return Items")
    asking = next(window for window in QApplication.topLevelWidgets() if window.objectName() == "return_items")
    hands.press(asking, "Return All")
    hands.press(asking, "OK")
    stage.step("Why it comes back was not said.", "return-items")
    hands.press(asking, "Cancel")
    till = stage.go("Invoice")
    stage.enter(till, f"-1*{PLENTY}")
    hands.menu(stage.client, "Invoice", "Goods Brought Back", "Take Goods Back")
    stage.step("Goods come back without a receipt.", "take-goods-back")
    hands.press(till, "Sell Again")
    hands.press(till, "Pay")
    stage.step("Why they do is asked.", "return-reason")
    hands.press(hands.dialog("Return without a Receipt"), "Cancel")
    hands.press(till, "Delete Line")


def _ask_at_the_till(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, PLENTY)
    if hands.is_asked("Out of Stock"):
        hands.press(hands.dialog("Out of Stock"), "Sell Anyway")
    stage.enter(till, MANY)
    stage.step("Many items to choose from.", "many-items")
    hands.key(Qt.Key.Key_Escape)
    hands.fill(till, "Customer", MANY)
    hands.key(Qt.Key.Key_Return)
    stage.step("Many customers to choose from.", "many-customers")
    if not hands.is_there(till, "Customer"):  # the list was there before Enter, which took its first
        hands.press(till, "Remove Customer")
    hands.fill(till, "Customer", "")
    hands.press(till, "New Customer")
    dialog = hands.dialog("New Customer")
    hands.press(dialog, "Add")
    stage.step("A new customer without a name is refused.", "new-customer")
    hands.press(dialog, "Cancel")
    _ask_for_serial_numbers(stage)
    hands.press(till, "Discard")
    stage.step("Discard asks.", "discard")
    hands.press(hands.dialog("Discard Invoice"), "Keep")


def _ask_for_serial_numbers(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, f"2*{NUMBERED}")
    dialog = hands.dialog("Serial Numbers")
    hands.fill(dialog, "Serial Numbers", UNIT)
    hands.press(dialog, "OK")
    stage.step("A serial number is missing.", "serial-missing")
    hands.menu(stage.client, "Invoice", "Serial Numbers")
    dialog = hands.dialog("Serial Numbers")
    hands.fill(dialog, "Serial Numbers", f"{UNIT},{UNIT}")
    hands.press(dialog, "OK")
    stage.step("A serial number is entered twice.", "serial-twice")
    hands.press(dialog, "Cancel")


def _look_at_set_up(stage: Stage) -> None:
    hands.menu(stage.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    pages = hands.field(dialog, "Pages")
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Home)
    for place in range(_PAGES):
        hands.settle()
        if place == _SCANS:
            hands.press(dialog, "Add Row")
        stage.step("A page of the preferences.", f"preferences-{place}")
        pages.setFocus()
        QTest.keyClick(pages, Qt.Key.Key_Down)
    hands.press(dialog, "Cancel")
    hands.menu(stage.client, "Help", "About")
    stage.step("Help > About.", "about")
    hands.press(hands.dialog("About"), "Close")
    hands.menu(stage.client, "Help", "Guide")
    stage.step("The guide.", "guide")
    hands.dialog("Guide").close()
    first = FirstStartDialog(stage.client, stage.client.operations)
    first.open()
    hands.press(first, "Start")
    stage.step("The first start of a shop, and what it refuses.", "first-start")
    first.hide()
    first.deleteLater()


def _look_around(stage: Stage) -> None:
    message = say(stage.client, f"{LONG_REASON}. {LONG_REASON}.")
    stage.step("A message.", "message")
    message.close()
    crash = CrashDialog("Traceback (most recent call last):\n" * 30, Path("/var/lib/posim-desktop/shop/posim.jsonl"))
    crash.open()
    stage.step("A mistake of the program.", "crash")
    crash.close()
    stage.client.activateWindow()
    hands.settle()
    _look_at_customers(stage)
    customers = stage.choose("Lists", "Customers")
    hands.fill(customers, "Find", NOBODY)
    hands.key(Qt.Key.Key_Return)
    stage.step("Nothing found.", "nothing-found")
    stage.client.clock_banner.tell(timedelta(hours=-5))
    stage.step("This computer's clock is wrong.", "wrong-clock")
    hands.press(stage.client.clock_banner, "OK")
    hands.press(stage.client, "New Window")
    stage.step("Its screen is in a window of its own.", "own-window", customers.window())
    customers.window().close()


def _look_at_customers(stage: Stage) -> None:
    customers = stage.choose("Lists", "Customers")
    hands.press(customers, "Add")
    stage.step("A new card.", "new-customer-card")
    _give_up(stage)
    stage.find_card(CUSTOMER)
    hands.press(customers, "Merge")
    dialog = hands.dialog("Merge Customers")
    hands.fill(dialog, "Other Card", MANY)
    hands.key(Qt.Key.Key_Return)
    stage.step("Two cards of one customer.", "merge-many")
    hands.press(dialog, "Cancel")
    hands.press(customers, "Statement")
    stage.step("A statement of account, from one day to another.", "statement")
    hands.press(hands.dialog("Statement of Account"), "Cancel")
    hands.press(customers, "Credit")
    stage.step("What the credit is made of: nothing yet.", "credit-rows")
    hands.press(hands.dialog("Credit"), "Close")
    hands.press(customers, "Archive")
    stage.step("What an archived customer still has.", "still-has")
    hands.key(Qt.Key.Key_Escape)
    reports = stage.choose("Reports", "Reports")
    assert isinstance(reports, ReportsScreen)
    for report in (each for _group, some in REPORT_GROUPS for each in some):
        reports.choose(report.name, Period.ALWAYS)
        hands.wait_for(lambda: not reports.is_working, report.name)
        stage.step("A report.", f"report-{report.name}")
    hands.menu(stage.client, "Misc", "Print Jobs")
    stage.step("What waits for a printer.", "print-jobs")
    hands.dialog("Print Jobs").close()
    stage.client.activateWindow()
    hands.settle()


def _give_up(stage: Stage) -> None:
    stage.client.activateWindow()
    hands.settle()
    hands.key(Qt.Key.Key_Escape)


def _keep_stock(stage: Stage) -> None:
    items = stage.choose("Lists", "Items")
    stage.find_card(GONE)
    hands.press(items, "Adjust Stock")
    dialog = hands.dialog("Adjust Stock")
    hands.fill(dialog, "Counted", "-1")
    hands.fill(dialog, "Reason", LONG_REASON)
    hands.press(dialog, "OK")
    stage.step("Adjust Stock refuses less than nothing.", "adjust-stock")
    hands.press(dialog, "Cancel")
    hands.press(items, "Add")
    stage.step("A new item.", "new-item-card")
    _give_up(stage)
    codes = stage.choose("Setup", "Tax Codes")
    hands.press(codes, "Add")
    for number, name in enumerate(("State", "County", "City", "District, the longest of all"), 1):
        hands.fill(codes, f"Name of Tax {number}", name)
        hands.fill(codes, f"Rate % of Tax {number}", "5.125" if number < MAX_TAXES else "101")
    hands.press(codes, "Save")
    stage.step("Four taxes, and a rate that is none.", "four-taxes")
    _give_up(stage)
    stage.go("Vendors")
    stage.step("A vendor.", "vendor")
    stage.go("Receiving")
    hands.press(stage.front(), "Add")
    stage.step("Add asks what arrived.", "new-receiving-log")
    hands.press(hands.dialog("New Receiving Log"), "Cancel")


BEYOND: tuple[Act, ...] = (*ORDERS, ("sales", 0, _sell), ("inventory", 0, _keep_stock), AT_THE_DOOR)
