"""The guide's window shows its pages whole, however wide it is."""

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posim_desktop.ui.clients.guide import GuideText, guide_folder


@pytest.mark.parametrize("width", [480, 860, 1600])
def test_pictures_fit_the_window(qtbot: QtBot, width: int) -> None:
    folder = guide_folder()
    assert folder is not None
    text = GuideText()
    qtbot.addWidget(text)
    text.resize(860, 500)
    text.setSource(QUrl.fromLocalFile(str(folder / "sell.md")))
    text.show()
    text.resize(width, 500)
    QApplication.processEvents()
    assert text.horizontalScrollBar().maximum() == 0
    assert text.document().size().height() > text.viewport().height()  # there is something to read


def test_the_place_that_was_read_stays_in_sight(qtbot: QtBot) -> None:
    folder = guide_folder()
    assert folder is not None
    text = GuideText()
    qtbot.addWidget(text)
    text.resize(860, 500)
    text.setSource(QUrl.fromLocalFile(str(folder / "sell.md")))
    text.show()
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    read = text.cursorForPosition(QPoint(0, 0)).blockNumber()
    text.resize(600, 500)
    QApplication.processEvents()
    assert bar.value() > 0
    assert abs(text.cursorForPosition(QPoint(0, 0)).blockNumber() - read) <= 1
