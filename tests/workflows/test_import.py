"""A person brings in a file, changes how it is read, and takes it back; follows "Bring your shop over"."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from posim_desktop.domain.people.permissions import Role
from posim_desktop.services.exchange.imports import ImportCanceledError
from posim_desktop.tour import hands
from posim_desktop.ui.shop.imports.dialog import ImportDialog
from posim_desktop.ui.shop.imports.watching import WindowWatch
from workflows.drivers.shop import Shop

_FILE = """Artikelnr;Bezeichnung;Verkaufspreis;Lagerbestand;Farbe;Regal
T-1;Teekanne;12,50;3;blau;A 1
T-2;Tasse;-4,00;2;;A 2
T-3;Unterteller;3,00;viele;rot;B 7
"""


@pytest.fixture
def price_list(tmp_path: Path) -> Path:
    """Give the list of a German till."""
    file = tmp_path / "preisliste.csv"
    file.write_text(_FILE, "utf-8")
    return file


def begins(shop: Shop, file: Path) -> ImportDialog:
    """File › Import, Choose a File, and the file."""
    shop.sales_client.to_front()
    hands.menu(shop.sales_client.client, "File", "Import")
    dialog = hands.dialog("Import")
    assert isinstance(dialog, ImportDialog)
    hands.press(dialog, "Choose a File")
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(file))
    asked.close()
    hands.settle()
    return dialog


def goes_on(dialog: ImportDialog, label: str) -> None:
    """Press the primary button and wait for what it does."""
    hands.press(dialog, label)
    hands.wait_for(lambda: not dialog.plan_page.progress_bar.isVisible(), label)


def test_a_list_is_looked_at_imported_and_taken_back(shop: Shop, price_list: Path) -> None:
    dialog = begins(shop, price_list)
    page = dialog.reading_page
    assert page.kind_box.currentText() == "Items"
    assert page.sign_box.currentText().startswith("Comma")
    assert page.columns_box.unused_label.text() == "Columns that nothing is taken from: Farbe, Regal"
    assert hands.rows(page.preview_table, "Line", "Becomes", "ID", "Price", "On Hand")[0] == (
        "2",
        "New card",
        "T-1",
        "12.50",
        "3",
    )
    for title in ("Farbe", "Regal"):
        hands.fill(dialog, f"{title}: taken for", "Notes")
    assert page.columns_box.unused_label.text() == "Every column is used."
    assert hands.rows(page.preview_table, "Notes")[0] == ("blau A 1",)

    goes_on(dialog, "Next")
    assert "New cards" in dialog.plan_page.summary_label.text()
    known = hands.rows(dialog.plan_page.findings_table, "Line", "Outcome", "Field")
    assert ("4", "Note", "On Hand") in known
    goes_on(dialog, "Import")
    assert dialog.report_banner.message_label.text().startswith("Imported.")
    hands.press(dialog, "Undo This Import")
    asked = hands.dialog("Undo Import")
    assert "archived" in "".join(hands.words_on(asked))
    hands.press(asked, "Undo the Import")
    ((undone, name),) = hands.rows(dialog.past_page.past_table, "Undone", "File")
    assert name == "preisliste.csv"
    assert undone
    assert not dialog.past_page.undo_button.isEnabled()
    hands.press(dialog, "Close")


def test_back_leads_to_another_file(shop: Shop, price_list: Path) -> None:
    dialog = begins(shop, price_list)
    goes_on(dialog, "Next")
    hands.press(dialog, "Back")
    hands.press(dialog, "Back")
    assert dialog.past_page.chosen() is None
    hands.press(dialog, "Close")


def test_cancel_ends_what_is_under_way(shop: Shop) -> None:
    watch = WindowWatch(shop.sales_client.client)
    watch(1000, 3000)
    watch.cancel()
    with pytest.raises(ImportCanceledError):
        watch(2000, 3000)


def test_columns_that_nobody_knows_are_named_by_hand(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("a,b,c\nX-1,Kettle,9.50\n", "utf-8")
    dialog = begins(shop, file)
    assert not dialog.accept_button.isEnabled()
    for title, field in (("a", "ID"), ("b", "Description"), ("c", "Price")):
        hands.fill(dialog, f"{title}: taken for", field)
    assert hands.rows(dialog.reading_page.preview_table, "ID", "Description", "Price") == [("X-1", "Kettle", "9.50")]
    hands.press(dialog, "Cancel")


def test_who_may_not_is_told(shop: Shop) -> None:
    shop.has_employee("Cas", Role.CASHIER)
    shop.is_worked_by("Cas")
    assert not shop.sales_client.client.import_action.isEnabled()
