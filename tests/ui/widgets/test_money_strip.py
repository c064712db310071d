"""Guide: "Deposits and credit": the strip says what became of the money, and each figure leads to its rows."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.queries.money_held import MoneyFigures, MoneyTerm
from posim_desktop.ui.widgets.money_strip import MoneyStrip

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

D = Decimal
amounts = st.integers(0, 99_999).map(lambda cents: D(cents).scaleb(-2))


@pytest.fixture
def strip(qtbot: QtBot) -> MoneyStrip:
    shown = MoneyStrip()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_what_is_zero_is_left_out_and_the_rest_is_a_sum(strip: MoneyStrip) -> None:
    strip.show_figures(MoneyFigures(taken=D("20.00"), on_deposit=D("12.00"), used=D("6.00"), fees=D("2.00")))
    assert strip.accessibleName() == "Taken 20.00 = On Deposit 12.00 + Used 6.00 + Fees 2.00"
    seen = [term for term in MoneyTerm if strip.links[term].isVisible()]
    assert seen == [MoneyTerm.TAKEN, MoneyTerm.ON_DEPOSIT, MoneyTerm.USED, MoneyTerm.FEES]
    assert not strip.trouble_label.isVisible()


def test_all_of_it_and_nothing_held(strip: MoneyStrip) -> None:
    everything = MoneyFigures(D(30), D(6), D("0.00"), D(9), D(9), D(9), D(9))
    strip.show_figures(everything)
    said = "Taken 30.00 + From Credit 6.00 = Used 9.00 + Refunded 9.00 + To Credit 9.00 + Fees 9.00"
    assert strip.accessibleName() == said
    strip.show_figures(MoneyFigures(from_credit=D(6), on_deposit=D(6)))
    assert strip.accessibleName() == "From Credit 6.00 = On Deposit 6.00"


def test_what_does_not_fit_on_a_line_goes_on_the_next(qtbot: QtBot) -> None:
    card, strip = QWidget(), MoneyStrip()
    qtbot.addWidget(card)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(strip)
    strip.show_figures(MoneyFigures(D(30000), D(6000), D(4000), D(8000), D(8000), D(8000), D(8000)))
    card.resize(1200, 300)
    card.show()
    QApplication.processEvents()
    assert len({place.y() for place, _wide in places(strip)}) == 1
    card.resize(600, 300)
    QApplication.processEvents()
    rows = [place.y() for place, _wide in places(strip)]
    assert rows == sorted(rows)
    assert len(set(rows)) == 2
    assert max(place.x() + wide for place, wide in places(strip)) <= 600


def places(strip: MoneyStrip) -> list[tuple[QPoint, int]]:
    """Say where the figures are, and how wide."""
    return [(link.mapTo(strip, QPoint(0, 0)), link.width()) for link in strip.links.values()]


def test_figures_that_do_not_add_up_are_said_to(strip: MoneyStrip) -> None:
    strip.show_figures(MoneyFigures(taken=D(20), on_deposit=D(21)))
    assert strip.trouble_label.isVisible()


def test_a_figure_is_chosen_by_mouse_and_by_key(strip: MoneyStrip) -> None:
    strip.show_figures(MoneyFigures(taken=D(20), on_deposit=D(20)))
    chosen: list[MoneyTerm] = []
    strip.chosen.connect(chosen.append)
    QTest.mouseClick(strip.links[MoneyTerm.TAKEN], Qt.MouseButton.LeftButton)
    QTest.keyClick(strip.links[MoneyTerm.ON_DEPOSIT], Qt.Key.Key_Space)
    assert chosen == [MoneyTerm.TAKEN, MoneyTerm.ON_DEPOSIT]


@given(st.tuples(amounts, amounts, amounts, amounts, amounts), amounts)
def test_they_add_up_exactly_when_nothing_is_lost(left: tuple[D, ...], from_credit: D) -> None:
    taken = sum(left, D(0)) - from_credit
    assert MoneyFigures(taken, from_credit, *left).add_up
    assert not MoneyFigures(taken + D("0.01"), from_credit, *left).add_up
