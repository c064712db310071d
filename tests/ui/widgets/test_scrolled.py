"""A part of a window uses all the room there is, shrinks to what it needs, and only then scrolls."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.ui.widgets.scrolled import Scrolled

NEEDED, WANTED = 200, 400


@pytest.fixture
def scrolled(qtbot: QtBot) -> Scrolled:
    """A text that wraps above a place that wants more height than it needs."""
    inside, place = QWidget(), QWidget()
    text = QLabel("This order was posted. " * 10)
    text.setWordWrap(True)
    place.setMinimumHeight(NEEDED)
    rows = QVBoxLayout(inside)
    rows.addWidget(text)
    rows.addWidget(place, 1)
    made = Scrolled(inside)
    qtbot.addWidget(made)
    made.resize(500, WANTED)
    made.show()
    QApplication.processEvents()
    return made


def _inside(scrolled: Scrolled) -> QWidget:
    inside = scrolled.widget()
    assert inside is not None
    return inside


def test_what_has_room_fills_it(scrolled: Scrolled) -> None:
    assert _inside(scrolled).size() == scrolled.viewport().size()
    assert scrolled.verticalScrollBar().maximum() == 0


def test_what_has_too_little_scrolls_by_what_is_missing(scrolled: Scrolled) -> None:
    scrolled.resize(500, 100)
    QApplication.processEvents()
    assert _inside(scrolled).height() >= NEEDED
    assert scrolled.verticalScrollBar().maximum() == _inside(scrolled).height() - scrolled.viewport().height()
    assert scrolled.horizontalScrollBar().maximum() == 0


def test_it_grows_with_what_is_said_in_it(scrolled: Scrolled) -> None:
    scrolled.resize(500, 100)
    QApplication.processEvents()
    before = _inside(scrolled).height()
    text = scrolled.findChild(QLabel)
    assert text is not None
    text.setText(text.text() * 3)
    QApplication.processEvents()
    assert _inside(scrolled).height() > before
