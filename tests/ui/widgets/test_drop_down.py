"""A box to choose from is as wide as its place, however long a text somebody once typed into the shop."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from left_open import put_windows_away
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.text import REASON, Label
from posim_desktop.domain.why import Why
from posim_desktop.tour import hands
from posim_desktop.ui.sales.discount_reason import DiscountReasonDialog
from posim_desktop.ui.sales.release_goods import ReleaseGoodsDialog
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.drop_down import DropDown
from tour.misfits import misfits
from workflows.drivers.shop import Shop, new_shop

LONG = "The customer telephoned and no longer wants it ".ljust(REASON, "x")
SCREENS = [QSize(911, 512), QSize(1366, 768)]
PACKAGE = Path(__file__).resolve().parents[3] / "src" / "posim_desktop"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of a list that drops down


@pytest.fixture
def shop(qapp: QApplication, sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Shop]:
    """A shop that was given the longest reason once."""
    apply_style(qapp, dark=False)
    shop = new_shop(sqlite_url, tmp_path / "data", qtbot)
    shop.has_item("KETTLE", on_hand="1", price="24.00")
    shop.sold("KETTLE", quantity="3", trans_code="B", to="Lee")
    shop.sales_client.open_backorders().cancel(quantity="1", reason=LONG)
    yield shop
    put_windows_away()
    shop.opened.close()


def _discount(shop: Shop) -> QDialog:
    refusal = Refusal(Why.TEXT_MISSING, Field("discount_reason"), label=Label.REASON)
    return DiscountReasonDialog(shop.sales_client.client, refusal, [LONG], lambda _reason: None)


def _release(shop: Shop) -> QDialog:
    dialog = ReleaseGoodsDialog(
        shop.sales_client.client,
        shop.operations,
        title="Release",
        what="A kettle",
        accept="Release",
        goods={},
        release=lambda _canceling, _try: None,
    )
    dialog.canceled_radio.click()
    return dialog


@pytest.mark.parametrize("make", [_discount, _release])
@pytest.mark.parametrize("screen", SCREENS, ids=["small", "usual"])
def test_the_longest_reason_breaks_no_dialog(shop: Shop, make: Callable[[Shop], QDialog], screen: QSize) -> None:
    _look(make(shop), screen)


@pytest.mark.parametrize("screen", SCREENS, ids=["small", "usual"])
def test_the_longest_reason_does_not_break_manual_backorder_cancel(shop: Shop, screen: QSize) -> None:
    dialog = shop.sales_client.open_backorders().start_cancel(quantity="1")
    _look(dialog, screen)


def _look(dialog: QDialog, screen: QSize) -> None:
    dialog.show()
    dialog.resize(dialog.size().boundedTo(screen))
    hands.settle()
    assert dialog.width() < screen.width()
    assert list(misfits(dialog)) == []
    reasons = hands.field(dialog, "Reason")
    assert isinstance(reasons, DropDown)
    assert reasons.findText(LONG) >= 0
    reasons.showPopup()
    assert reasons.view().window().width() == reasons.width()


@pytest.fixture(params=[True, False], ids=["typed", "chosen"])
def box(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> DropDown:
    apply_style(qapp, dark=False)
    box = DropDown()
    qtbot.addWidget(box)
    box.setEditable(bool(request.param))
    box.addItems(["Short", LONG])
    box.resize(240, box.sizeHint().height())
    box.show()
    return box


def test_a_long_entry_makes_neither_the_box_nor_its_list_wider(box: DropDown) -> None:
    width = box.sizeHint().width()
    box.removeItem(1)
    assert box.sizeHint().width() == width
    box.addItem(LONG)
    box.showPopup()
    assert box.view().window().width() == box.width()
    assert box.view().horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("row", "told"), [(0, ""), (1, LONG)], ids=["whole", "cut"])
def test_resting_the_mouse_on_the_box_shows_the_whole_of_what_is_cut(box: DropDown, row: int, told: str) -> None:
    box.setCurrentIndex(row)
    assert _told_at(box, box.rect().center()) == told


@pytest.mark.parametrize(("row", "told"), [(0, ""), (1, LONG)], ids=["whole", "cut"])
def test_resting_the_mouse_on_an_entry_shows_the_whole_of_what_is_cut(box: DropDown, row: int, told: str) -> None:
    box.showPopup()
    view = box.view()
    assert _told_at(view.viewport(), view.visualRect(view.model().index(row, 0)).center()) == told


def _told_at(widget: QWidget, place: QPoint) -> str:
    _forget_tips()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


def _forget_tips() -> None:
    """Put the tip of the test before away, which Qt leaves on the screen for a while."""
    for window in QApplication.topLevelWidgets():
        if window.inherits("QTipLabel"):
            window.close()
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_long_text_that_was_chosen_is_shown_from_its_beginning(box: DropDown) -> None:
    box.setCurrentIndex(1)
    box.activated.emit(1)
    line = box.lineEdit()
    assert line is None or line.cursorPosition() == 0


def test_only_fixed_words_are_in_other_boxes() -> None:
    """The preferences choose among words of the program; a text of the shop may be as long as it likes."""
    pages = ("backup_page", "journal", "preferences", "printing_page", "scans_page")
    own = {PACKAGE / "ui" / "shop" / f"{page}.py" for page in pages}
    makers = {file for file in (PACKAGE / "ui").rglob("*.py") if _makes_plain_boxes(ast.parse(file.read_text("utf-8")))}
    assert makers == own


def _makes_plain_boxes(module: ast.AST) -> bool:
    calls = [node.func for node in ast.walk(module) if isinstance(node, ast.Call)]
    return any(isinstance(called, ast.Name) and called.id == "QComboBox" for called in calls)
