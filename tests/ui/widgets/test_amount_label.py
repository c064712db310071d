"""The large amount of the till is written smaller rather than cut."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.amount_label import AmountLabel


@pytest.fixture
def label(qapp: QApplication, qtbot: QtBot) -> AmountLabel:
    apply_style(qapp, dark=False)
    label = AmountLabel()
    qtbot.addWidget(label)
    label.resize(246, label.height())
    label.show()
    return label


def test_an_amount_of_millions_is_written_smaller_and_is_whole(label: AmountLabel) -> None:
    label.setText("$25.27")
    large = label.fontMetrics().height()
    for long in ("$99,169,990.08", "KWD\N{NO-BREAK SPACE}9,584,999.042"):
        label.setText(long)
        assert label.fontMetrics().height() < large
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.contentsRect().width()


def test_it_is_large_again_where_it_has_room(label: AmountLabel) -> None:
    label.setText("$99,169,990.08")
    small = label.fontMetrics().height()
    label.resize(400, label.height())
    assert label.fontMetrics().height() > small
