"""A person names an account and exports the journal; follows "The journal"."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from posim_desktop.domain.people.permissions import Role
from posim_desktop.tour import hands
from posim_desktop.ui import formatting
from posim_desktop.ui.shop.journal import JournalDialog
from posim_desktop.ui.shop.preferences import PreferencesDialog
from workflows.drivers.shop import Shop


def names_the_account_of_sales(shop: Shop, name: str) -> PreferencesDialog:
    """Type into the first row of the accounts and press OK."""
    shop.sales_client.to_front()
    hands.menu(shop.sales_client.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.show_page("Accounts")
    dialog.accounts_page.edits["sales"].setFocus()
    dialog.accounts_page.edits["sales"].selectAll()
    hands.keys(name)
    hands.press(dialog, "OK")
    return dialog


def opens_the_journal(shop: Shop) -> JournalDialog:
    hands.menu(shop.sales_client.client, "File", "Export Journal")
    dialog = hands.dialog("Export Journal")
    assert isinstance(dialog, JournalDialog)
    return dialog


def test_a_month_is_exported_on_the_accounts_of_the_shop(shop: Shop, tmp_path: Path) -> None:
    refused = names_the_account_of_sales(shop, "=4000")
    assert refused.trouble_label.text() == "Row 1: An account begins with a letter or a digit."
    hands.press(refused, "Cancel")
    names_the_account_of_sales(shop, "4000 Sales")
    shop.has_item("KETTLE", on_hand="3")
    shop.sold("KETTLE")
    today = formatting.store_day(shop.operations.now())

    dialog = opens_the_journal(shop)
    hands.press(dialog, "Save As…")
    assert dialog.trouble_label.text() == "Neither money nor goods moved in these days."
    dialog.last_edit.setText(dialog.first_edit.text())
    dialog.first_edit.set_value(today)
    hands.press(dialog, "Save As…")
    assert dialog.trouble_label.text() == "The last day is before the first."
    dialog.last_edit.set_value(today)
    hands.press(dialog, "Save As…")
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "journal.csv"))
    written = (tmp_path / "journal.csv").read_text("utf-8-sig")
    assert "4000 Sales" in written
    assert "Assets:Cash" in written


def test_who_may_not_is_told(shop: Shop) -> None:
    shop.has_employee("Cas", Role.CASHIER)
    shop.is_worked_by("Cas")
    assert not shop.sales_client.client.journal_action.isEnabled()
