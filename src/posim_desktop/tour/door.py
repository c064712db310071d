"""The door of the demo shop: somebody logs in at a client, goes on at it, or unlocks it, by the keyboard."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client

PIN = "2580"
_LOOKS_EVERY_MS = 5


def log_in(name: str, pin: str = PIN) -> None:
    """Type a name and the PIN, each with Enter, into the log-in dialog that is open.

    Raises:
        NotOnScreenError: There is no such dialog, or it lets nobody in.
    """
    answer(hands.dialog("Log In"), name, pin)


def answer(dialog: QWidget, name: str, pin: str = PIN) -> None:
    """Type a name and the PIN, each with Enter, where it is asked who works here.

    Raises:
        NotOnScreenError: They are not let in.
    """
    for label, words in (("Name", name), ("PIN", pin)):
        hands.wait_for(partial(hands.is_there, dialog, label), label)
        field = hands.field(dialog, label)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        hands.settle()
    hands.wait_for(lambda: not dialog.isVisible(), f"{name} to be let in")


def switch(client: Client, name: str) -> None:
    """Press F9, and somebody else goes on here."""
    hands.key(Qt.Key.Key_F9)
    answer(hands.dialog("Switch Employee"), name)
    hands.wait_for(client.isActiveWindow, "the client")


def lock(client: Client) -> QDialog:
    """Press Shift+F9 and return what unlocks the screen."""
    client.activateWindow()
    hands.wait_for(client.isActiveWindow, "the client")
    hands.key(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    asking = hands.dialog("Locked")
    hands.wait_for(lambda: hands.button(asking, "Log In").isEnabled(), "the names")
    return asking


@contextmanager
def answering(title: str, answer_it: Callable[[], None]) -> Iterator[None]:
    """Answer a dialog that is waited for where it is asked, when it is asked meanwhile.

    Raises:
        NotOnScreenError: It was not asked.
    """
    timer = QTimer()
    came_of_it: list[Exception | None] = []

    def look() -> None:
        if not hands.is_asked(title):
            return
        timer.stop()
        try:
            answer_it()
            came_of_it.append(None)
        except Exception as error:  # noqa: BLE001 - raised again below
            came_of_it.append(error)
            if hands.is_asked(title):
                hands.dialog(title).done(QDialog.DialogCode.Rejected)

    timer.timeout.connect(look)
    timer.start(_LOOKS_EVERY_MS)
    try:
        yield
    finally:
        timer.stop()
    if not came_of_it:
        raise hands.NotOnScreenError(f"{title!r} was not asked")
    if came_of_it[0] is not None:
        raise came_of_it[0]
