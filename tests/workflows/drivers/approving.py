"""Somebody who stands by at the till and answers when Approve is asked.

Approve is waited for where it is asked, so it is answered from a timer, which only drives and writes down; a test looks
at what was written down afterwards.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from pin_of import PIN
from posim_desktop.tour import hands
from posim_desktop.ui.people.approve import ApproveDialog

Answer = Callable[[ApproveDialog], None]
_LOOKS_EVERY_MS = 5


def approve(name: str = "Sam", pin: str = PIN) -> Answer:
    """Answer with a name and a PIN, by the keyboard alone."""

    def answer(dialog: ApproveDialog) -> None:
        if dialog.pin_panel is None:
            QTest.keyClicks(dialog.name_edit, name)
            QTest.keyClick(dialog.name_edit, Qt.Key.Key_Return)
        if dialog.pin_panel is not None:
            QTest.keyClicks(dialog.pin_panel.pin_edit, pin)
            QTest.keyClick(dialog.pin_panel.pin_edit, Qt.Key.Key_Return)

    return answer


def scan_badge(badge: str, pin: str = PIN) -> Answer:
    """Answer with a badge and a PIN."""
    return approve(badge, pin)


def turn_down(dialog: ApproveDialog) -> None:
    """Press Esc: back to the names, if there was a choice, and then away."""
    for _ in range(2):
        if isValid(dialog) and dialog.isVisible():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)


class Asked:
    """What Approve said each time before it was answered, and for whom it could be chosen.

    Attributes:
        words: The words on it.
        names: Who was listed.
        errors: What went wrong while it was answered.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.names: list[list[str]] = []
        self.errors: list[BaseException] = []

    @property
    def times(self) -> int:
        """How often it was answered."""
        return len(self.words)


@contextmanager
def approving(*answers: Answer) -> Iterator[Asked]:
    """Answer Approve whenever it is asked meanwhile, each time with the next answer; beyond the last one with Esc."""
    asked, left = Asked(), list(answers)
    timer = QTimer()
    timer.setInterval(_LOOKS_EVERY_MS)

    def look() -> None:
        dialog = next((found for found in _opened() if found.accept_button.isVisible()), None)
        if dialog is None:
            return
        timer.stop()
        try:
            asked.words.append(" | ".join(hands.words_on(dialog)))
            asked.names.append(
                [dialog.employee_list.item(row).toolTip() for row in range(dialog.employee_list.count())]
            )
            (left.pop(0) if left else turn_down)(dialog)
            hands.settle()  # what was typed while a PIN was looked at is held back until then
        except BaseException as error:  # noqa: BLE001 - raised again below
            asked.errors.append(error)
            dialog.done(ApproveDialog.DialogCode.Rejected)
        timer.start()

    timer.timeout.connect(look)
    timer.start()
    try:
        yield asked
    finally:
        timer.stop()
        timer.deleteLater()
    if asked.errors:
        raise asked.errors[0]


def _opened() -> list[ApproveDialog]:
    """Find what is asked; what is approved stays in sight for a moment and is asked no more."""
    dialogs = [found for found in QApplication.topLevelWidgets() if isinstance(found, ApproveDialog)]
    return [found for found in dialogs if found.isVisible() and not found.is_approved]
