"""Pages of which one is shown need the room of that one only."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from posim_desktop.ui.widgets.one_at_a_time import OneAtATime


def test_it_is_as_large_as_the_page_that_is_shown(qtbot: QtBot) -> None:
    pages = OneAtATime()
    qtbot.addWidget(pages)
    low, high, told = QLabel("one line"), QLabel("three\nlines\nof text"), QLabel("many words that wrap " * 9)
    told.setWordWrap(True)
    for page in (low, high, told):
        pages.addWidget(page)

    for page in (low, high):
        pages.setCurrentWidget(page)
        assert pages.sizeHint() == page.sizeHint()
        assert pages.minimumSizeHint() == page.minimumSizeHint()
        assert not pages.hasHeightForWidth()

    pages.setCurrentWidget(told)
    assert pages.hasHeightForWidth()
    assert pages.heightForWidth(200) == told.heightForWidth(200)


def test_without_pages_it_needs_none(qtbot: QtBot) -> None:
    pages = OneAtATime()
    qtbot.addWidget(pages)
    assert not pages.hasHeightForWidth()
    assert pages.sizeHint().height() <= 0
    assert pages.minimumSizeHint().height() <= 0
