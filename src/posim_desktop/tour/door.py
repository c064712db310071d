"""The door of the demo shop: somebody logs in at a client, by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from posim_desktop.tour import hands

PIN = "2580"


def log_in(name: str, pin: str = PIN) -> None:
    """Type a name and the PIN, each with Enter, into the log-in dialog that is open.

    Raises:
        NotOnScreenError: There is no such dialog, or it lets nobody in.
    """
    answer(hands.dialog("Log In"), name, pin)


def answer(dialog: QWidget, name: str, pin: str) -> None:
    """Type a name and the PIN, each with Enter, where it is asked who works here.

    Raises:
        NotOnScreenError: They are not let in.
    """
    for label, words in (("Name", name), ("PIN", pin)):
        field = hands.field(dialog, label)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        hands.settle()
    hands.wait_for(lambda: not dialog.isVisible(), f"{name} to be let in")
