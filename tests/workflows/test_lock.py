"""Guide: "Log in", Lock: nothing is seen and nothing is lost, whatever is open, through the real windows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QWidget
from shiboken6 import delete

from pin_of import OTHER_PIN, PIN
from posim_desktop.app import open_client
from posim_desktop.domain.preferences import LogInAsked
from posim_desktop.orm import AuditEvent, Invoice
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.services.cards import employees, preferences
from posim_desktop.tour import hands
from posim_desktop.tour.door import answer
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.operations import say
from posim_desktop.ui.people.cover import Cover
from posim_desktop.ui.people.screen_lock import screen_lock
from workflows.drivers.shop import Shop
from workflows.drivers.till import Till, till_of
from workflows.test_log_in import KIM_S_BADGE, employs_kim, said, types, who_works
from workflows.test_roles import elsewhere

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kim(shop: Shop) -> int:
    """Employ Kim, so that two work here."""
    return employs_kim(shop)


@pytest.fixture
def till(shop: Shop) -> Till:
    """Have a kettle on the invoice."""
    shop.has_item("kettle", on_hand="5", price="24.00")
    client = open_client(shop.opened, "sales")
    in_front(client)
    till = till_of(client)
    till.enter("kettle")
    return till


def in_front(client: Client) -> None:
    """Give a client the keyboard."""
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")


def client_of(shop: Shop, name: str) -> Client:
    """Open a client at its first screen."""
    client = open_client(shop.opened, name)
    client.open_first()
    in_front(client)
    return client


def lock(shop: Shop) -> QDialog:
    """Press the keys that lock, where the keyboard is."""
    window = QApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_F9, SHIFT)
    hands.wait_for(lambda: screen_lock(shop.operations).is_locked, "the lock")
    return locked()


def locked() -> QDialog:
    """Return the log-in before a locked program, once it lists who works here."""
    dialog = hands.dialog("Locked")
    hands.wait_for(lambda: hands.button(dialog, "Log In").isEnabled(), "the names")
    assert not is_hidden(dialog)
    return dialog


def is_hidden(window: QWidget) -> bool:
    """Return whether nothing of a window is seen: it is one colour all over."""
    picture = window.grab().toImage()
    across = range(0, picture.width(), 7)
    return len({picture.pixel(x, y) for x in across for y in range(0, picture.height(), 7)}) == 1


def prefers(shop: Shop, *, minutes: int = 10, asked: LogInAsked = LogInAsked.ONCE) -> None:
    """Decide when the program locks and when it asks."""
    before = shop.operations.read(stored_preferences.load)
    chosen = replace(before, lock_minutes=minutes, log_in_asked=asked)
    shop.operations.do(partial(preferences.change, preferences=chosen))


def idle(shop: Shop) -> QTimer:
    """Return what waits for a key or a click."""
    return screen_lock(shop.operations).idle_timer


def told(shop: Shop) -> list[str]:
    """Read from the audit what was done at the door."""
    with shop.opened.engine.connect() as connection:
        events = sa.select(AuditEvent.action).where(AuditEvent.action.in_(("lock", "log in", "switch employee")))
        return list(connection.scalars(events.order_by(AuditEvent.id)))


@pytest.mark.usefixtures("kim")
def test_a_locked_program_shows_nothing_and_one_pin_brings_everything_back(shop: Shop) -> None:
    sales, inventory = client_of(shop, "sales"), client_of(shop, "inventory")
    dialog = lock(shop)
    assert is_hidden(sales)
    assert is_hidden(inventory)

    types(dialog, "Name", "")
    types(dialog, "PIN", OTHER_PIN)
    assert "This is not the PIN." in hands.words_on(dialog)
    types(dialog, "PIN", PIN)
    assert who_works(shop) == "Sam"
    hands.settle()
    assert not hands.is_asked("Locked")
    assert not is_hidden(sales)
    assert not is_hidden(inventory)
    assert told(shop) == ["lock", "log in"]


def test_somebody_else_unlocks_by_switching(shop: Shop, till: Till, kim: int) -> None:
    dialog = lock(shop)
    answer(dialog, "kim", OTHER_PIN)
    assert who_works(shop) == "Kim Novak"
    assert till.lines("Qty") == [("1",)]
    assert told(shop) == ["lock", "switch employee"]
    with shop.opened.engine.connect() as connection:
        assert connection.scalar(sa.select(AuditEvent.employee_id).where(AuditEvent.action == "switch employee")) == kim


@pytest.mark.usefixtures("kim")
def test_nothing_leads_out_of_a_lock_but_a_pin(shop: Shop) -> None:
    client = client_of(shop, "sales")
    dialog = lock(shop)
    hands.key(Qt.Key.Key_Escape)
    dialog.close()
    buttons = [hands.label_of(each.text()) for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    assert buttons == ["Clear", "Log In"]
    types(dialog, "Name", "sam")
    hands.press(dialog, "Back")
    hands.key(Qt.Key.Key_Escape)
    hands.settle()
    assert dialog.isVisible()
    assert is_hidden(client)
    answer(dialog, "sam", PIN)
    assert not is_hidden(client)


@pytest.mark.usefixtures("kim")
def test_what_is_half_typed_stays_half_typed(shop: Shop, till: Till) -> None:
    entry = till.screen.frame.lines.entry.entry_field
    QTest.keyClicks(entry, "ket")
    dialog = lock(shop)
    answer(dialog, "sam", PIN)
    assert entry.text() == "ket"
    assert entry.hasFocus()
    assert till.lines("Qty") == [("1",)]

    entry.clear()
    till.screen.frame.lines_table.setFocus()
    hands.key(Qt.Key.Key_F6)
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    hands.keys("3")
    answer(lock(shop), "sam", PIN)
    assert QApplication.focusWidget() is cell
    assert cell.text() == "3"


@pytest.mark.usefixtures("kim")
def test_an_open_dialog_stays_open_and_hidden(shop: Shop) -> None:
    client = client_of(shop, "sales")
    client.open_preferences()
    asked = hands.dialog("Preferences")
    asked.activateWindow()
    hands.fill(asked, "Store Name", "Half a Na")
    dialog = lock(shop)
    assert is_hidden(asked)
    answer(dialog, "sam", PIN)
    assert asked.isVisible()
    hands.settle()
    assert not is_hidden(asked)
    assert hands.field(asked, "Store Name").property("text") == "Half a Na"
    assert QApplication.activeWindow() is asked


@pytest.mark.both_databases
@pytest.mark.usefixtures("kim")
def test_what_opens_meanwhile_is_hidden_and_lets_the_log_in_be_used(shop: Shop) -> None:
    client = client_of(shop, "sales")
    dialog = lock(shop)
    box = say(client, "Lee owes 24.00.")
    hands.settle()
    assert is_hidden(box)
    assert QApplication.activeModalWidget() is dialog
    answer(dialog, "sam", PIN)
    assert box.isVisible()
    hands.settle()
    assert not is_hidden(box)


def called(window: QWidget) -> str:
    """Return what the window system calls a window."""
    handle = window.windowHandle()
    assert handle is not None
    return handle.title()


@pytest.mark.usefixtures("kim")
def test_a_locked_window_is_called_like_its_client(shop: Shop) -> None:
    sales, inventory = client_of(shop, "sales"), client_of(shop, "inventory")
    inventory.open_preferences()
    asked = hands.dialog("Preferences")
    asked.activateWindow()
    names = [sales.windowTitle(), inventory.windowTitle()]
    later = QDialog(sales)
    later.setWindowTitle("Statement of Lee Ames")
    dialog = lock(shop)
    later.show()
    asked.setWindowTitle("Preferences of Lee Ames")
    assert called(asked) == inventory.windowTitle()
    asked.hide()
    asked.show()
    hands.settle()
    assert [called(later), called(asked)] == names
    assert [called(sales), called(inventory)] == names
    assert not [window for window in QGuiApplication.topLevelWindows() if "Ames" in window.title()]

    answer(dialog, "sam", PIN)
    assert called(asked) == "Preferences of Lee Ames"
    assert called(later) == "Statement of Lee Ames"
    asked.setWindowTitle("Preferences")
    assert called(asked) == "Preferences"


@pytest.mark.usefixtures("kim")
def test_a_window_comes_back_by_the_last_title_that_it_was_given(shop: Shop) -> None:
    client = client_of(shop, "sales")
    first, like_the_client = QDialog(client), QDialog(client)
    for window in (first, like_the_client):
        window.setWindowTitle("Statement of Lee Ames")
        window.show()
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")
    dialog = lock(shop)
    first.hide()
    first.setWindowTitle("Statement of Kim")
    first.show()
    first.setWindowTitle("Statement of nobody")
    like_the_client.setWindowTitle(client.windowTitle())
    hands.settle()
    assert len(first.findChildren(Cover)) == 1
    answer(dialog, "sam", PIN)
    assert (first.windowTitle(), called(first)) == ("Statement of nobody", "Statement of nobody")
    assert called(like_the_client) == like_the_client.windowTitle() == client.windowTitle()


@pytest.mark.usefixtures("kim")
def test_a_screen_in_its_own_window_is_called_like_a_client_while_locked(shop: Shop) -> None:
    client = client_of(shop, "sales")
    hands.press(client, "New Window")
    (own,) = [window for window in QApplication.topLevelWidgets() if window.objectName() == "own_window"]
    name = own.windowTitle()
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")
    dialog = lock(shop)
    assert called(own) == client.windowTitle()
    answer(dialog, "sam", PIN)
    assert called(own) == name


@pytest.mark.both_databases
@pytest.mark.usefixtures("kim")
def test_a_window_that_comes_to_the_front_meanwhile_leaves_the_keyboard_to_the_log_in(shop: Shop) -> None:
    client = client_of(shop, "sales")
    there = QDialog(client)
    there.show()
    client.activateWindow()
    dialog = lock(shop)
    new = QWidget()
    for window in (new, there):
        window.show()
        window.activateWindow()
        hands.wait_for(dialog.isActiveWindow, "the log-in")
        assert is_hidden(window)
    answer(dialog, "sam", PIN)
    assert not hands.is_asked("Locked")
    new.close()


@pytest.mark.usefixtures("kim")
def test_it_stays_locked_when_the_client_with_the_log_in_is_no_more(shop: Shop) -> None:
    sales, inventory = client_of(shop, "sales"), client_of(shop, "inventory")
    lock(shop)
    delete(inventory)
    hands.settle()
    assert screen_lock(shop.operations).is_locked
    assert is_hidden(sales)
    answer(locked(), "sam", PIN)
    assert not screen_lock(shop.operations).is_locked
    hands.settle()
    assert not is_hidden(sales)


@pytest.mark.usefixtures("kim")
def test_nothing_is_locked_when_the_last_client_is_no_more(shop: Shop) -> None:
    client = client_of(shop, "sales")
    lock(shop)
    other = QWidget()
    other.show()
    hands.settle()
    assert is_hidden(other)
    delete(client)
    assert not screen_lock(shop.operations).is_locked
    hands.settle()
    assert not [cover for cover in other.findChildren(Cover) if cover.isVisible()]
    other.close()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.usefixtures("kim")
def test_a_list_that_hangs_down_is_closed(shop: Shop) -> None:
    client = client_of(shop, "sales")
    client.open_preferences()
    asked = hands.dialog("Preferences")
    box = hands.field(asked, "Region")
    assert isinstance(box, QComboBox)
    box.showPopup()
    assert box.view().isVisible()
    screen_lock(shop.operations).lock()
    assert not box.view().isVisible()
    answer(locked(), "sam", PIN)


@pytest.mark.usefixtures("kim")
def test_a_scan_while_locked_goes_nowhere(shop: Shop, till: Till) -> None:
    dialog = lock(shop)
    for start_ms in (100_000, 200_000):
        till.scan("kettle", hands.field(dialog, "Name"), start_ms=start_ms)
    assert hands.field(dialog, "Name").property("text") == "kettle"
    types(dialog, "Name", "sam")
    for start_ms in (300_000, 400_000):
        till.scan("4006381333931", hands.field(dialog, "PIN"), start_ms=start_ms)
    assert not {"This is not the PIN."} & set(hands.words_on(dialog))
    till.scan(KIM_S_BADGE, hands.field(dialog, "PIN"), start_ms=500_000)
    assert "Kim Novak" in hands.words_on(dialog)
    types(dialog, "PIN", OTHER_PIN)
    assert till.lines("Qty") == [("1",)]


@pytest.mark.usefixtures("kim")
def test_a_question_who_goes_on_gives_way_to_the_lock(shop: Shop) -> None:
    client_of(shop, "sales")
    hands.key(Qt.Key.Key_F9)
    assert hands.is_asked("Switch Employee")
    dialog = lock(shop)
    assert not hands.is_asked("Switch Employee")
    answer(dialog, "sam", PIN)
    assert who_works(shop) == "Sam"


@pytest.mark.usefixtures("kim")
def test_a_key_or_a_click_is_waited_for_and_then_it_locks(shop: Shop) -> None:
    client = client_of(shop, "sales")
    waiting = idle(shop)
    assert waiting.interval() == 10 * 60_000
    prefers(shop, minutes=3)
    hands.wait_for(lambda: waiting.interval() == 3 * 60_000, "what the shop decided")
    window = client.windowHandle()
    assert isinstance(window, QWindow)
    waiting.start(1_000_000)
    QTest.keyClick(window, Qt.Key.Key_Shift)
    assert waiting.interval() == 3 * 60_000
    waiting.start(1_000_000)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=client.statusBar().geometry().center())
    assert waiting.interval() == 3 * 60_000
    waiting.start(1)
    hands.wait_for(lambda: hands.is_asked("Locked"), "the lock")
    assert not waiting.isActive()
    answer(locked(), "sam", PIN)
    assert waiting.isActive()


@pytest.mark.usefixtures("kim")
def test_a_shop_may_never_lock(shop: Shop) -> None:
    client_of(shop, "sales")
    ended = QSignalSpy(idle(shop).timeout)
    prefers(shop, minutes=0)
    hands.wait_for(lambda: not idle(shop).isActive(), "what the shop decided")
    hands.key(Qt.Key.Key_Shift)
    assert not idle(shop).isActive()
    assert ended.count() == 0


@contextmanager
def cut_off(shop: Shop) -> Iterator[None]:
    """Let no statement reach the database."""

    def cut(*_given: object) -> None:
        raise sa.exc.OperationalError("", {}, OSError("the line is cut"))

    sa.event.listen(shop.opened.engine, "before_cursor_execute", cut)
    try:
        yield
    finally:
        sa.event.remove(shop.opened.engine, "before_cursor_execute", cut)


@pytest.mark.usefixtures("kim")
def test_a_till_that_is_cut_off_locks_all_the_same(shop: Shop) -> None:
    client = client_of(shop, "sales")
    with cut_off(shop):
        idle(shop).start(1)
        hands.wait_for(lambda: hands.is_asked("Locked"), "the lock")
        dialog = hands.dialog("Locked")
        hands.wait_for(lambda: said(dialog, "cannot be read"), "what is wrong")
    assert is_hidden(client)
    hands.press(dialog, "Try Again")
    answer(locked(), "sam", PIN)
    assert not is_hidden(client)


def test_a_one_person_shop_is_locked_only_by_hand(shop: Shop) -> None:
    client = client_of(shop, "sales")
    idle(shop).start(1)
    hands.wait_for(lambda: idle(shop).interval() > 1, "the next while")
    assert not hands.is_asked("Locked")

    hands.menu(client, "File", "Lock")
    hands.wait_for(lambda: hands.is_there(hands.dialog("Locked"), "PIN"), "the question for the PIN")
    types(hands.dialog("Locked"), "PIN", PIN)
    assert not hands.is_asked("Locked")


def pays(till: Till) -> None:
    """Take the money, so that Post is next."""
    till.press("Pay")
    till.tender("Cash", "30")


def posted_by(shop: Shop) -> list[int | None]:
    """Return who posted each invoice."""
    with shop.opened.engine.connect() as connection:
        posted = sa.select(Invoice.employee_id).where(Invoice.number.is_not(None)).order_by(Invoice.number)
        return list(connection.scalars(posted))


def test_who_types_the_pin_before_a_post_is_who_posts(shop: Shop, till: Till, kim: int) -> None:
    prefers(shop, asked=LogInAsked.BEFORE_POST)
    hands.settle()
    pays(till)
    till.press("Post")
    dialog = hands.dialog("Who Posts?")
    assert "Sam" in hands.words_on(dialog)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)
    assert not hands.is_asked("Who Posts?")
    assert posted_by(shop) == []
    assert till.lines("Qty") == [("1",)]

    till.press("Post")
    dialog = hands.dialog("Who Posts?")
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    types(dialog, "PIN", OTHER_PIN)
    assert posted_by(shop) == [kim]
    assert who_works(shop) == "Kim Novak"
    assert till.has_button("New Sale")


def test_who_is_proposed_types_nothing_but_the_pin(shop: Shop, till: Till, kim: int) -> None:
    prefers(shop, asked=LogInAsked.BEFORE_POST)
    hands.settle()
    pays(till)
    till.press("Post")
    types(hands.dialog("Who Posts?"), "PIN", OTHER_PIN)
    assert posted_by(shop) == []
    types(hands.dialog("Who Posts?"), "PIN", PIN)
    assert kim not in posted_by(shop)
    assert len(posted_by(shop)) == 1


def test_after_a_post_nobody_goes_on_without_a_pin(shop: Shop, till: Till, kim: int) -> None:
    prefers(shop, asked=LogInAsked.AFTER_POST)
    hands.settle()
    pays(till)
    till.press("Post")
    assert len(posted_by(shop)) == 1
    assert till.screen.frame.posted_panel.change_label.text() == "$6.00"
    dialog = hands.dialog("Who Goes On?")
    for _ in range(2):
        hands.key(Qt.Key.Key_Escape)
    dialog.close()
    hands.settle()
    assert dialog.isVisible()
    till.scan(KIM_S_BADGE, hands.field(dialog, "Name"))
    types(dialog, "PIN", OTHER_PIN)
    assert who_works(shop) == "Kim Novak"
    assert not hands.is_asked("Who Goes On?")

    till.enter("kettle")
    pays(till)
    till.press("Post")
    assert posted_by(shop)[1] == kim


@pytest.mark.usefixtures("kim")
def test_the_question_who_posts_gives_way_to_the_lock(shop: Shop, till: Till) -> None:
    prefers(shop, asked=LogInAsked.BEFORE_POST)
    hands.settle()
    pays(till)
    till.press("Post")
    answer(lock(shop), "sam", PIN)
    assert posted_by(shop) == []
    assert not hands.is_asked("Who Posts?")
    assert till.lines("Qty") == [("1",)]


def test_who_is_archived_while_it_is_locked_leaves_it_locked(shop: Shop, kim: int) -> None:
    shop.is_worked_by("Kim Novak")
    client = client_of(shop, "sales")
    lock(shop)
    elsewhere(shop, partial(employees.archive, employee_id=kim, version=1))
    assert screen_lock(shop.operations).is_locked
    assert is_hidden(client)
    answer(locked(), "sam", PIN)
    assert who_works(shop) == "Sam"
    assert not is_hidden(client)
    assert not hands.is_asked("Log In")
