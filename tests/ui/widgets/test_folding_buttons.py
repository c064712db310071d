"""Buttons that a narrow window has no room for are in a menu, and work there as they did beside the others."""

import pytest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.widgets.folding_buttons import FoldingButtons

LABELS = ("&Discard", "Delete &Line", "Auto &Order", "&Post")


class Bar:
    """Two buttons at the left, two at the right."""

    def __init__(self, qtbot: QtBot) -> None:
        self.buttons = [QPushButton(label) for label in LABELS]
        self.pressed: list[str] = []
        for button in self.buttons:
            button.clicked.connect(lambda _checked=False, button=button: self.pressed.append(button.text()))
        self.row = FoldingButtons(self.buttons[:2], self.buttons[2:])
        qtbot.addWidget(self.row)
        self.row.show()

    def becomes(self, width: int) -> None:
        self.row.resize(width, self.row.sizeHint().height())
        hands.settle()

    def folded(self) -> list[str]:
        return [button.text() for button in self.row.folded()]

    def menu(self) -> QMenu:
        menu = self.row.more_button.menu()
        menu.aboutToShow.emit()
        return menu


@pytest.fixture
def bar(qtbot: QtBot) -> Bar:
    return Bar(qtbot)


def test_nothing_is_folded_where_everything_fits(bar: Bar) -> None:
    bar.becomes(bar.row.sizeHint().width())
    assert bar.folded() == []
    assert bar.row.more_button.isHidden()


def test_the_button_that_matters_most_stays_to_the_end(bar: Bar) -> None:
    bar.becomes(bar.row.sizeHint().width() - 1)
    assert bar.folded() == ["Delete &Line"]
    bar.becomes(bar.row.minimumSizeHint().width())
    assert bar.folded() == ["&Discard", "Delete &Line", "Auto &Order"]
    assert bar.row.rect().contains(bar.buttons[-1].geometry())
    assert bar.row.rect().contains(bar.row.more_button.geometry())


def test_the_menu_presses_the_button(bar: Bar) -> None:
    bar.becomes(bar.row.minimumSizeHint().width())
    bar.menu().actions()[1].trigger()
    assert bar.pressed == ["Delete &Line"]


def test_the_menu_says_why_a_button_is_grey(bar: Bar) -> None:
    bar.becomes(bar.row.minimumSizeHint().width())
    bar.buttons[0].setEnabled(False)
    bar.buttons[0].setToolTip("There are no lines.")
    entry = bar.menu().actions()[0]
    assert not entry.isEnabled()
    assert entry.toolTip() == "There are no lines."


def test_a_button_that_the_screen_hides_makes_room_and_is_not_in_the_menu(bar: Bar) -> None:
    bar.becomes(bar.row.sizeHint().width() - 1)
    bar.buttons[0].hide()
    hands.settle()
    assert bar.folded() == []
    assert bar.row.rect().contains(bar.buttons[1].geometry())


def test_a_folded_button_is_not_reached_by_tab_until_it_is_back(bar: Bar) -> None:
    policy = bar.buttons[1].focusPolicy()
    bar.becomes(bar.row.minimumSizeHint().width())
    assert bar.buttons[1].focusPolicy() != policy
    bar.becomes(bar.row.sizeHint().width())
    assert bar.buttons[1].focusPolicy() == policy
