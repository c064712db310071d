"""The tour's act of goods that come back, and of money that the shop holds for a customer, in the Sales Client."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from posim_desktop.domain.money import of_cents
from posim_desktop.domain.periods import Period
from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER, GONE, PLENTY
from posim_desktop.tour.stage import Stage
from posim_desktop.ui import formatting
from posim_desktop.ui.reports.screen import ReportsScreen
from posim_desktop.ui.reports.today import TodayScreen

_WHY = "Does not work"


def bring_back(stage: Stage) -> None:
    """Play a sale of which a part comes back damaged, and a deposit for what is still to come."""
    _sell(stage)
    _return_a_part(stage)
    _take_a_deposit(stage)
    _look_where_the_money_is(stage)


def _sell(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, f"3*{PLENTY}")
    hands.press(till, "Pay")
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


def _return_a_part(stage: Stage) -> None:
    deck = stage.go("P.Invoices")
    hands.press(deck, "Return Items")
    asked = _return_items(stage)
    hands.fill(asked, f"Return of {PLENTY}", "1")
    hands.fill(asked, f"Reason for {PLENTY}", _WHY)
    hands.fill(asked, f"Where {PLENTY} goes", "Damaged")
    stage.step("Return Items: one comes back damaged; it gives back what was paid for it.", "return-items")
    hands.press(asked, "OK")
    till = stage.front()
    hands.press(till, "Pay")
    stage.step("The money goes back the way it came: the sale was paid in cash.", "return-pay")
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


def _return_items(stage: Stage) -> QDialog:
    """Find the dialog, whose title has the number of the invoice."""
    asked = stage.client.findChild(QDialog, "return_items")
    if not isinstance(asked, QDialog) or not asked.isVisible():
        raise hands.NotOnScreenError("nobody asks what comes back")
    return asked


def _take_a_deposit(stage: Stage) -> None:
    till = stage.go("Invoice")
    hands.fill(till, "Customer", CUSTOMER)
    QTest.keyClick(hands.field(till, "Customer"), Qt.Key.Key_Return)
    stage.enter(till, f"2*{GONE}")
    hands.press(hands.dialog("Out of Stock"), "Back Order")
    hands.press(till, "Deposit")
    asked = hands.dialog("Deposit")
    hands.fill(asked, "Amount", formatting.money_to_edit(of_cents(1000)))
    stage.step("Shift+F12: a deposit for what was just back-ordered.", "take-a-deposit")
    hands.press(asked, "OK")
    stage.step("The deposit is a line with Trans Code D, and counts in the amount due.", "deposit-line")
    hands.press(till, "Pay")
    hands.press(till, "Cash")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


_REPORTS = (
    (
        "sales_by_item",
        "Reports > Reports: what sells, its chart, its sums, the way to the invoices.",
        "reports",
    ),
    ("on_deposit", "One of them: all that the shop holds, for whom and for what.", "on-deposit"),
)


def _look_where_the_money_is(stage: Stage) -> None:
    deck = stage.choose("Lists", "Backorders")
    hands.tab(deck, "All")
    stage.last_card()
    stage.step("The Backorder card: what was paid ahead, and what became of it.", "backorder-money")
    reports = stage.choose("Reports", "Reports")
    assert isinstance(reports, ReportsScreen)  # noqa: S101 - as the place says
    for name, words, picture in _REPORTS:
        reports.choose(name, Period.THIS_MONTH)
        hands.wait_for(lambda: not reports.is_working, name)
        stage.step(words, picture)
    today = stage.choose("Reports", "Today")
    assert isinstance(today, TodayScreen)  # noqa: S101 - as the place says
    hands.wait_for(lambda: today.has_figures, "Today")
    stage.step("Today: what the day came to so far, and what waits.", "today")
