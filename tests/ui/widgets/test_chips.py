"""Signs say the same with a word, an icon and a color."""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.ui.style import apply_style, prepare_table
from posim_desktop.ui.tokens import LIGHT
from posim_desktop.ui.widgets.chips import Banner, FoundChip, Status, StatusPill, Tone, TransCodeDelegate

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture(autouse=True)
def _style(qapp: QApplication) -> None:
    apply_style(qapp, dark=False)


def _has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def _image(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize(
    ("letter", "paper"),
    [
        ("B", LIGHT.attention_surface),
        ("R", LIGHT.violet_surface),
        ("D", LIGHT.teal_surface),
        ("C", LIGHT.grey_surface),
    ],
)
def test_a_trans_code_is_a_chip_in_its_cell(qtbot: QtBot, letter: str, paper: str) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    model = QStandardItemModel(table)
    model.appendRow([QStandardItem(letter)])
    table.setModel(model)
    prepare_table(table)
    table.verticalHeader().hide()
    before = _image(table)
    table.setItemDelegate(TransCodeDelegate(table))
    assert not _has(before, paper)
    assert _has(_image(table), paper)
    assert table.sizeHintForRow(0) >= 22


def test_another_letter_is_painted_as_text(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    model = QStandardItemModel(table)
    model.appendRow([QStandardItem("?")])
    table.setModel(model)
    before = _image(table)
    table.setItemDelegate(TransCodeDelegate(table))
    assert _image(table) == before


@pytest.mark.parametrize("status", get_args(Status))
def test_a_status_has_word_icon_and_colour(qtbot: QtBot, status: Status) -> None:
    pill = StatusPill(status, "A word")
    qtbot.addWidget(pill)
    assert pill.text() == "A word"
    assert pill.accessibleName() == "A word"
    worded = pill.sizeHint().width()
    pill.show_status(status, "")
    assert worded > pill.sizeHint().width() >= 30
    inks = {"open": LIGHT.info, "partial": LIGHT.attention, "ready": LIGHT.good}
    inks |= {"working": LIGHT.attention, "processed": LIGHT.info}
    ink = inks.get(status, LIGHT.muted)
    assert _has(_image(pill), ink)


def test_the_found_chip_counts_and_gives_all_cards_back(qtbot: QtBot) -> None:
    chip = FoundChip()
    qtbot.addWidget(chip)
    assert chip.isHidden()
    chip.show_found(1027)
    assert chip.count_label.text() == "Found: 1,027"
    assert chip.clear_button.accessibleName() == "Back to All"
    with qtbot.waitSignal(chip.cleared):
        QTest.keyClick(chip.clear_button, Qt.Key.Key_Space)
    assert chip.isHidden()


@pytest.mark.parametrize("tone", get_args(Tone))
def test_a_banner_says_it_and_offers_a_way_on(qtbot: QtBot, tone: Tone) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_message(tone, "Waits for Lee.", "Uncommit & Process")
    assert banner.message_label.text() == "Waits for Lee."
    assert banner.action_button.text() == "Uncommit && Process"
    assert _has(_image(banner), getattr(LIGHT, tone))
    with qtbot.waitSignal(banner.action_requested):
        banner.action_button.click()
    banner.show_message(tone, "Waits for Lee.")
    assert banner.action_button.isHidden()
    banner.clear_message()
    assert banner.isHidden()
