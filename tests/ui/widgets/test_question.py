"""The question before an act that cannot be undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.widgets.question import Question


class _Window(QWidget):
    """Asks whether to discard, and notes the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[str] = []

    def ask(self) -> None:
        question = Question(self, "Discard", "Discard this order?", act="Discard", give_up="Keep", destructive=True)
        question.accepted.connect(lambda: self.answers.append("discard"))
        question.rejected.connect(lambda: self.answers.append("keep"))
        question.open()
        hands.settle()


@pytest.fixture
def window(qtbot: QtBot) -> _Window:
    window = _Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    hands.settle()
    window.ask()
    return window


def _enter_on(label: str) -> None:
    hands.button(hands.dialog("Discard"), label).setFocus()
    hands.key(Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("answer", "heard"),
    [
        (lambda: hands.key(Qt.Key.Key_Return), "keep"),  # in haste, before a word was read
        (lambda: hands.key(Qt.Key.Key_Escape), "keep"),
        (lambda: hands.press(hands.dialog("Discard"), "Keep"), "keep"),
        (lambda: hands.press(hands.dialog("Discard"), "Discard"), "discard"),
        (lambda: _enter_on("Discard"), "discard"),
    ],
)
def test_only_the_act_itself_goes_on(window: _Window, answer: Callable[[], None], heard: str) -> None:
    answer()
    assert window.answers == [heard]
    assert window.isActiveWindow()
    assert not hands.is_asked("Discard")


def test_a_note_makes_room_for_itself(window: _Window) -> None:
    question = hands.dialog("Discard")
    assert isinstance(question, Question)
    before = question.height()
    question.show_note("Scans waiting for your answer: 3")
    hands.settle()
    assert hands.words_on(question) == ["Discard this order?", "Scans waiting for your answer: 3"]
    assert question.height() > before
    assert window.answers == []
