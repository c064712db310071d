"""Names that are longer than their place, and rows that are more than their place."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.style import apply_style, mark
from posim_desktop.ui.widgets.elided import ElidedLabel, ElidedLink
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows

LONG = "Maximiliana Theodora von Hohenstein-Wittelsbach & Sons, Purveyors of Porcelain"


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_style(qapp, dark=False)


def _row_of(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    row = QWidget()
    columns = QHBoxLayout(row)
    for widget in widgets:
        columns.addWidget(widget)
    columns.addStretch(1)
    qtbot.addWidget(row)
    row.show()
    return row


def test_a_long_title_never_widens_its_window_and_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    title = ElidedLabel("Kim")
    row = _row_of(qtbot, title, QLabel("12 of 3,481"))
    row.resize(300, 40)
    hands.settle()
    assert (title.shown_text, title.toolTip()) == ("Kim", "")

    title.setText(LONG)
    hands.settle()

    assert row.width() == 300
    assert title.shown_text.endswith("…")
    assert LONG.startswith(title.shown_text.removesuffix("…"))
    assert (title.text(), title.toolTip()) == (LONG, LONG)


def test_a_link_shows_short_words_whole_and_long_ones_cut(qtbot: QtBot) -> None:
    links = [ElidedLink() for _ in range(4)]
    for link in links:
        mark(link, link=True)
    row = _row_of(qtbot, *links)
    words = ("231", "Invoice 28", "GIANT-CLOCK", "Lee & Sons")
    for link, said in zip(links, words, strict=True):
        link.show_words(said, "Open the card")
    row.resize(500, 40)
    hands.settle()
    assert [link.text() for link in links] == [said.replace("&", "&&") for said in words]
    assert {link.toolTip() for link in links} == {"Open the card"}

    links[0].show_words(LONG, "Open the card")
    hands.settle()
    assert row.width() == 500
    assert links[0].text().endswith("…")
    assert links[0].toolTip() == f"{LONG}\nOpen the card"

    links[0].show_words("231")
    hands.settle()
    assert (links[0].text(), links[0].toolTip()) == ("231", "")


def test_many_rows_scroll_instead_of_growing(qtbot: QtBot) -> None:
    place = ScrolledRows()
    qtbot.addWidget(place)
    for number in range(40):
        place.rows.addWidget(QLabel(f"Backorder {number}"))
    place.resize(200, 120)
    place.show()
    hands.settle()

    assert place.height() == 120
    assert place.verticalScrollBar().maximum() > 0
