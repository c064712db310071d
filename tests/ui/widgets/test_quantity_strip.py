"""Guide: "Look at a backorder": the strip says where every unit is."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.quantity_strip import QuantityStrip, StripFigures

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

FIGURES = StripFigures(
    ordered=Decimal(10),
    outstanding=Decimal(4),
    on_order=Decimal(3),
    received=Decimal(5),
    waiting=Decimal("2.000"),
    filled=Decimal(3),
    canceled=Decimal(1),
)
UNITS = st.decimals(0, 999999, places=3)


@pytest.fixture(autouse=True)
def _style(qapp: QApplication) -> None:
    apply_style(qapp, dark=False)


def test_the_sum_is_told_in_figures_and_in_one_sentence(qtbot: QtBot) -> None:
    strip = QuantityStrip()
    qtbot.addWidget(strip)
    strip.show_figures(FIGURES)
    assert strip.ordered_cell.figure_label.text() == "10"
    assert strip.on_order_line.text_label.text() == "3 on order"
    assert strip.waiting_line.text_label.text() == "2 waiting for pick-up"
    assert strip.accessibleName() == (
        "Ordered 10 = Outstanding 4 (3 on order) + Received 5 (2 waiting for pick-up, 3 filled) + Canceled 1"
    )
    assert strip.trouble_label.isHidden()


def test_figures_that_do_not_add_up_are_called_so(qtbot: QtBot) -> None:
    strip = QuantityStrip()
    qtbot.addWidget(strip)
    strip.show_figures(replace(FIGURES, canceled=Decimal(2)))
    assert not strip.trouble_label.isHidden()
    assert not replace(FIGURES, filled=Decimal(4)).add_up


@pytest.mark.parametrize("width", [600, 1200])
def test_nothing_is_clipped(qtbot: QtBot, width: int) -> None:
    strip = QuantityStrip()
    qtbot.addWidget(strip)
    strip.show_figures(
        StripFigures(
            ordered=Decimal("1200.5"),
            outstanding=Decimal("600.25"),
            on_order=Decimal("600.25"),
            received=Decimal("600.25"),
            waiting=Decimal("600.25"),
        )
    )
    strip.resize(width, strip.sizeHint().height())
    strip.grab()
    assert strip.minimumSizeHint().width() <= 600
    for label in strip.findChildren(QLabel):
        if label.isVisibleTo(strip):
            assert label.width() >= label.sizeHint().width(), label.text()


@given(on_order=UNITS, waiting=UNITS, filled=UNITS, canceled=UNITS)
def test_segments_fill_the_bar_and_none_vanishes(
    qapp: QApplication, on_order: Decimal, waiting: Decimal, filled: Decimal, canceled: Decimal
) -> None:
    assert qapp is not None
    strip = QuantityStrip()
    received = waiting + filled
    strip.show_figures(
        StripFigures(on_order + received + canceled, on_order, on_order, received, waiting, filled, canceled)
    )
    widths = strip.bar.widths(600)
    assert len(widths) == sum(units > 0 for units in (on_order, waiting, filled, canceled))
    assert all(width >= 8 for width in widths)
    assert not widths or abs(sum(widths) - 600) < 0.01
