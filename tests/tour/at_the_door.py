"""The log-in from all its sides: the names, the PIN, a wrong one, a new one, and the switch over a dimmed screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from posim_desktop.tour import hands
from posim_desktop.tour.door import answer
from posim_desktop.tour.play import Act
from posim_desktop.tour.stage import Stage

_WRONG_PIN = "9731"
_SOMEBODY = "ana"


def _try_the_door(stage: Stage) -> None:
    _switch(stage)
    _lock(stage)
    _make_a_pin(stage)
    _log_out(stage)


def _switch(stage: Stage) -> None:
    hands.menu(stage.client, "File", "Switch Employee")
    asking = hands.dialog("Switch Employee")
    stage.step("Who goes on here?", "switch")
    _enter(asking, "Name", _SOMEBODY)
    stage.step("The PIN of who goes on.", "switch-pin")
    _enter(asking, "PIN", _WRONG_PIN)
    stage.step("It is the wrong one.", "switch-wrong-pin")
    hands.press(asking, "Back")
    hands.press(asking, "Cancel")


def _lock(stage: Stage) -> None:
    hands.menu(stage.client, "File", "Lock")
    answer(hands.dialog("Locked"), _SOMEBODY)


def _make_a_pin(stage: Stage) -> None:
    cards = stage.choose("Setup", "Employees")
    hands.press(cards, "Set PIN")
    asking = [found for found in stage.client.findChildren(QDialog) if found.isVisible()][-1]
    stage.step("A new PIN.", "new-pin")
    hands.press(asking, "Set PIN")
    stage.step("A PIN that is none is refused.", "new-pin-refused")
    hands.press(asking, "Cancel")


def _log_out(stage: Stage) -> None:
    stage.client.log_out()
    asking = hands.dialog("Log In")
    stage.step("Who works here?", "door")
    _enter(asking, "Name", _SOMEBODY)
    for _failure in range(6):
        _enter(asking, "PIN", _WRONG_PIN)
    stage.step("Too many wrong ones.", "door-locked")
    hands.press(asking, "Back")


def _enter(asking: QDialog, label: str, words: str) -> None:
    hands.fill(asking, label, words)
    QTest.keyClick(hands.field(asking, label), Qt.Key.Key_Return)
    hands.settle()


AT_THE_DOOR: Act = ("inventory", 0, _try_the_door)
