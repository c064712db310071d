"""Guide: "Backups": by hand and by itself, what is warned of, and a shop restored in the real windows."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from posim_desktop.domain.exchange.backups import Occasion
from posim_desktop.domain.getting_ready import ReadyStep
from posim_desktop.queries.people import log_in
from posim_desktop.queries.shop import backups as queries
from posim_desktop.queries.shop import getting_ready
from posim_desktop.queries.verify import verify
from posim_desktop.services.exchange.backups import Backups
from posim_desktop.services.exchange.restoring import Restoring
from posim_desktop.settings import Settings
from posim_desktop.start import Start
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.operations import LoggedIn
from posim_desktop.ui.people.log_in import LogInDialog
from workflows.drivers.till import TillShop, till_of


@pytest.fixture
def start(sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    """Start the program on a shop with five kettles, and let its owner in."""
    del qtbot
    made = TillShop(sqlite_url, tmp_path)
    made.has_item("KETTLE", "Enamel kettle", on_hand="5")
    made.close()
    start = Start(Settings(sqlite_url, tmp_path, "Till 1"), ("sales",))
    start.ask()
    hands.wait_for(lambda: start.shop is not None, "the shop")
    lets_in(start)
    yield start
    for window in (*start.clients, start.door):
        if isinstance(window, QWidget):
            window.hide()
    start.close()
    put_windows_away()


def lets_in(start: Start) -> None:
    assert start.shop is not None
    (owner, *_) = start.shop.operations.read(log_in.employees)
    start.shop.operations.log_in(LoggedIn(owner.id, owner.name, owner.role, owner.rights))


def client_of(start: Start) -> Client:
    (client,) = start.clients
    client.activateWindow()
    return client


def words_at_door(start: Start) -> list[str]:
    assert start.door is not None
    return hands.words_on(start.door)


def sells_kettle(start: Start) -> None:
    till = till_of(client_of(start))
    till.enter("kettle")
    till.press("Pay")
    till.tender("Cash")
    till.press("Post")
    till.press("New Sale")


def invoices(start: Start) -> list[int]:
    assert start.shop is not None
    return start.shop.operations.read(
        lambda connection: list(
            connection.exec_driver_sql("SELECT number FROM invoices WHERE number IS NOT NULL ORDER BY number").scalars()
        )
    )


def backs_up(start: Start) -> Path:
    hands.menu(client_of(start), "File", "Back Up Now")
    dialog = hands.dialog("Back Up Now")
    hands.press(dialog, "Back Up")
    hands.wait_for(lambda: "its records agree" in " ".join(hands.words_on(dialog)), "the backup")
    hands.press(dialog, "Close")
    assert start.shop is not None
    newest = start.shop.operations.read(queries.safety).newest
    assert newest is not None
    return Path(newest.folder) / newest.file


def test_a_backup_is_made_and_the_shop_restored_from_it(start: Start, sqlite_url: str) -> None:
    sells_kettle(start)
    file = backs_up(start)
    assert start.shop is not None
    assert ReadyStep.BACKUP in start.shop.operations.read(getting_ready.readiness).done
    sells_kettle(start)

    hands.menu(client_of(start), "File", "Restore")
    dialog = hands.dialog("Restore")
    dialog.look_through(file)  # type: ignore[attr-defined] # what the system's own dialog gives
    hands.wait_for(dialog.accept_button.isEnabled, "what the backup holds")  # type: ignore[attr-defined]
    hands.press(dialog, "Restore")
    hands.wait_for(lambda: isinstance(start.door, LogInDialog) and start.shop is not None, "the restored shop")
    assert any("The shop is restored" in words for words in words_at_door(start))
    assert start.shop is not None
    assert start.shop.operations.read(verify) == ()
    lets_in(start)
    sells_kettle(start)
    assert invoices(start) == [1, 3]
    assert sqlite_url


def test_a_damaged_backup_is_told(start: Start) -> None:
    file = backs_up(start)
    file.write_bytes(file.read_bytes()[:-100])
    hands.menu(client_of(start), "File", "Restore")
    dialog = hands.dialog("Restore")
    hands.fill(dialog, "Backup", str(file))
    dialog.file_edit.editingFinished.emit()  # type: ignore[attr-defined]
    hands.wait_for(lambda: any("is damaged" in words for words in hands.words_on(dialog)), "the damage")
    assert not dialog.accept_button.isEnabled()  # type: ignore[attr-defined]
    hands.press(dialog, "Cancel")


def test_another_workstation_asks_who_works_there(start: Start, sqlite_url: str) -> None:
    assert start.shop is not None
    backups = start.shop.backup_worker.backups
    made = backups.make(Occasion.BY_HAND)
    assert made is not None
    start.shop.operations.look_for_changes()
    hands.settle()
    restoring = Restoring(sqlite_url, Path(made.folder) / made.file, "Office")
    with restoring.prepared() as prepared:
        restoring.replace(prepared, prepared.contents.given)
    start.shop.operations.look_for_changes()
    hands.wait_for(lambda: isinstance(start.door, LogInDialog) and start.shop is not None, "the log-in")
    hands.wait_for(lambda: "restored from a backup meanwhile" in " ".join(words_at_door(start)), "the words")
    assert not start.clients


def test_a_backup_is_made_when_the_last_window_is_closed(start: Start) -> None:
    assert start.shop is not None
    start.back_up_at_closing()
    newest = start.shop.operations.read(queries.safety).newest
    assert newest is not None
    assert newest.occasion is Occasion.CLOSING
    start.back_up_at_closing()
    again = start.shop.operations.read(queries.safety).newest
    assert again == newest


def test_a_shop_without_a_backup_is_warned(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(start)
    operations = client.operations
    later = operations.now() + timedelta(days=4)
    monkeypatch.setattr(operations, "now", lambda: later)
    client.backup_banner.look()
    hands.wait_for(client.backup_banner.isVisible, "the warning")
    assert "There is no backup of this shop." in client.backup_banner.message_label.text()
    hands.press(client.backup_banner, "Back Up Now")
    hands.press(hands.dialog("Back Up Now"), "Cancel")
    assert isinstance(start.shop and start.shop.backup_worker.backups, Backups)
