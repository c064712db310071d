"""Guide: "Reports" and "Today": figures, the way to their documents, and files for a spreadsheet."""

import csv
import io
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.periods import Period
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.reports.screen import ReportsScreen
from posim_desktop.ui.reports.today import TodayScreen
from posim_desktop.ui.widgets import sheet_saving
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.list_saving import ListSaving
from workflows.drivers.shop import Shop


def rows_of(screen: ReportsScreen) -> list[list[str]]:
    """Read the table of a report, what is hidden left out."""
    model = screen.rows
    shown = [place for place in range(model.columnCount()) if not screen.table.isColumnHidden(place)]
    return [[model.index(row, place).data() for place in shown] for row in range(model.rowCount())]


def works_out(shop: Shop, screen: ReportsScreen, name: str) -> list[list[str]]:
    """Choose a report of this month and wait until it is there."""
    screen.choose(name, Period.THIS_MONTH)
    shop.qtbot.waitUntil(lambda: not screen.is_working)
    return rows_of(screen)


def read_csv(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))


def sells(shop: Shop) -> None:
    shop.has_item("KETTLE", price="24.00", on_hand="9", description="=Enamel kettle")
    shop.has_item("CUP", price="4.00", on_hand="9")
    shop.sold("KETTLE", quantity="2", to="Lee")
    shop.sold("CUP", quantity="3")


def test_a_report_is_narrowed_sorted_followed_and_saved(shop: Shop, tmp_path: Path) -> None:
    sells(shop)
    client = shop.sales_client.client
    hands.menu(client, "Reports", "Reports")
    screen = client.tabs.screen_at(Place.REPORTS)
    assert isinstance(screen, ReportsScreen)
    assert works_out(shop, screen, "sales_by_item") == [
        ["KETTLE", "=Enamel kettle", "2", "0", "48.00", "0.00", "48.00", "0.00"],
        ["CUP", "Cup", "3", "0", "12.00", "0.00", "12.00", "0.00"],
        ["Total", "", "5", "0", "60.00", "0.00", "60.00", "0.00"],
    ]
    screen.table.horizontalHeader().sectionClicked.emit(2)
    assert [row[0] for row in rows_of(screen)] == ["CUP", "KETTLE", "Total"]

    file = tmp_path / "items.csv"
    assert sheet_saving.save(screen, file, screen.sheet())
    assert read_csv(file)[1:] == [
        ["CUP", "Cup", "3.000", "0.000", "12.00", "0.00", "12.00", "0.00"],
        ["KETTLE", "'=Enamel kettle", "2.000", "0.000", "48.00", "0.00", "48.00", "0.00"],
    ]
    assert sheet_saving.save(screen, tmp_path / "items.xlsx", screen.sheet())
    hands.press(screen, "Print")
    hands.press(hands.dialog("Print Preview – Sales by Item"), "Close")

    works_out(shop, screen, "sales_by_customer")
    screen.table.selectRow(0)
    hands.press(screen, "Show Documents")
    deck = client.tabs.screen_at(Place.PROCESSED_INVOICES)
    assert isinstance(deck, Deck)
    assert client.tabs.front() is Place.PROCESSED_INVOICES
    assert deck.card.record_id == 1

    deck.find_everything()
    deck.show_list()
    saving = ListSaving(shop.operations, "P", deck.spec.query, deck.spec.columns, deck.found, deck.order, client)
    saving.save_to(tmp_path / "invoices.csv")
    shop.qtbot.waitUntil((tmp_path / "invoices.csv").exists)
    assert [row[0] for row in read_csv(tmp_path / "invoices.csv")] == ["Number", "2", "1"]
    assert read_csv(tmp_path / "invoices.csv")[1][1].startswith("2026-11-02 ")


def test_what_is_typed_as_no_day_is_refused_at_its_field(shop: Shop) -> None:
    client = shop.inventory_client.client
    screen = client.open(Place.REPORTS)
    assert isinstance(screen, ReportsScreen)
    hands.fill(screen, "From", "11/31/2026")
    screen.work_out()
    assert any("11/31/2026" in words for words in hands.words_on(screen))
    assert screen.filter.first_edit.text() == "11/31/2026"


def test_wrong_days_leave_no_figures_of_other_ones(shop: Shop) -> None:
    sells(shop)
    client = shop.sales_client.client
    hands.menu(client, "Reports", "Reports")
    screen = client.tabs.screen_at(Place.REPORTS)
    assert isinstance(screen, ReportsScreen)
    assert works_out(shop, screen, "sales_by_item")
    hands.fill(screen, "From", "12/31/2099")
    QTest.keyClick(hands.field(screen, "From"), Qt.Key.Key_Return)
    hands.settle()
    assert rows_of(screen) == []
    assert "Correct the days above." in hands.words_on(screen)
    screen.choose("stock_value")
    shop.qtbot.waitUntil(lambda: not screen.is_working)
    assert [row[0] for row in rows_of(screen)] == ["KETTLE", "CUP", "Total"]
    client.activateWindow()
    screen.table.setFocus()
    shop.qtbot.waitUntil(screen.table.hasFocus)
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert [row[0] for row in rows_of(screen)] == ["CUP", "KETTLE", "Total"]


def test_today_leads_to_its_figures_and_needs_a_permission(shop: Shop) -> None:
    sells(shop)
    shop.sold("CUP", quantity="2", trans_code="B", to="Lee")
    client = shop.sales_client.client
    hands.press(client, "Today")
    screen = client.tabs.screen_at(Place.TODAY)
    assert isinstance(screen, TodayScreen)
    shop.qtbot.waitUntil(lambda: screen.sales_button.figure_label.text() == "$60.00")
    assert screen.paid_button.note_label.text() == "Cash 60.00"
    assert screen.order_button.figure_label.text() == "1"
    shop.qtbot.waitUntil(lambda: len(screen.blocks[0].chart.points) > 0)
    screen.order_button.click()
    assert client.tabs.front() is Place.BACKORDERS
    screen.sales_button.click()
    assert client.tabs.front() is Place.REPORTS

    shop.has_employee("Kim Cashier", Role.CASHIER)
    shop.is_worked_by("Kim Cashier")
    assert client.tabs.screen_at(Place.REPORTS) is None
    assert not hands.is_there(client, "Today")
    assert client.open(Place.TODAY) is None
