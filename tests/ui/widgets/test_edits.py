"""Inputs read exactly what a person typed, and a refusal stands where the mistake is."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionFrame,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.tour import hands
from posim_desktop.ui import formatting
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.edits import (
    CostEdit,
    FieldHint,
    MoneyEdit,
    NumberEdit,
    QuantityEdit,
    TextEdit,
    clear_refusals,
    place_refusal,
    show_refusal,
    with_hint,
)
from posim_desktop.ui.widgets.form_dialog import FormDialog

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture(autouse=True)
def _store(qapp: QApplication) -> Iterator[None]:
    apply_style(qapp, dark=False)
    formatting.use_store_format("en_US", "UTC")
    yield
    formatting.use_store_format("en_US", "UTC")


def _open(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until it can have the focus."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def _hint(widget: QWidget) -> FieldHint:
    return next(hint for hint in widget.window().findChildren(FieldHint) if hint.field_widget is widget)


def test_money_is_typed_read_and_rewritten_on_leaving(qtbot: QtBot) -> None:
    price = MoneyEdit("price")
    qtbot.addWidget(price)
    QTest.keyClicks(price, "12.5")
    assert price.value() == Decimal("12.50")
    QTest.keyClick(price, Qt.Key.Key_Return)
    assert price.text() == "12.50"
    price.set_value(Decimal(-3))
    with pytest.raises(RefusedError) as refused:
        price.value()
    assert refused.value.refusal.where == Field("price")
    assert MoneyEdit("change", negative=True)._parse("-3") == Decimal("-3.00")


def test_a_decimal_comma_is_typed_where_the_shop_writes_one(qtbot: QtBot) -> None:
    formatting.use_store_format("de_DE", "Europe/Berlin")
    price = MoneyEdit("price")
    qtbot.addWidget(price)
    QTest.keyClicks(price, "1234,5")
    QTest.keyClick(price, Qt.Key.Key_Return)
    assert price.text() == "1234,50"
    assert price.value() == Decimal("1234.50")


@pytest.mark.parametrize(
    ("edit", "typed", "number", "text"),
    [
        (QuantityEdit, "1.250", "1.25", "1.25"),
        (QuantityEdit, "3", "3", "3"),
        (CostEdit, "0.12345", None, "0.12345"),
        (CostEdit, "0.1234", "0.1234", "0.1234"),
        (QuantityEdit, "0", None, "0"),
    ],
)
def test_quantities_and_costs(qtbot: QtBot, edit: type[NumberEdit], typed: str, number: str | None, text: str) -> None:
    widget = edit("some_field")
    qtbot.addWidget(widget)
    QTest.keyClicks(widget, typed)
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert widget.text() == text
    if number is None:
        with pytest.raises(RefusedError):
            widget.value()
    else:
        assert widget.value() == Decimal(number)


def test_blank_is_an_answer_only_where_it_may_be(qtbot: QtBot) -> None:
    limit, quantity = MoneyEdit("limit", blank=True), QuantityEdit(zero=True)
    qtbot.addWidget(limit)
    qtbot.addWidget(quantity)
    assert limit.value_or_none() is None
    limit.set_value(Decimal(5))
    assert limit.value_or_none() == Decimal("5.00")
    limit.set_value(None)
    assert limit.text() == ""
    with pytest.raises(RefusedError, match=Why.NUMBER_MISSING):
        quantity.value_or_none()
    quantity.set_value(Decimal("0.000"))
    assert quantity.value() == 0


def test_all_is_selected_when_the_focus_comes_by_key_or_mouse(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    rows = QVBoxLayout(form)
    first, second = MoneyEdit("first"), MoneyEdit("second")
    for edit in (first, second):
        edit.set_value(Decimal("12.50"))
        rows.addWidget(edit)
    _open(qtbot, form)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert first.selectedText() == "12.50"
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert second.selectedText() == "12.50"
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert second.selectedText() == ""


def test_a_text_is_stripped_and_bounded(qtbot: QtBot) -> None:
    reason = TextEdit(10)
    qtbot.addWidget(reason)
    QTest.keyClicks(reason, "  Wants only one")
    assert reason.value() == "Wants on"
    reason.set_value(None)
    assert reason.value() == ""


def test_a_refusal_stands_under_its_input_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    rows = QFormLayout(form)
    quantity, reason = QuantityEdit(), TextEdit(80)
    rows.addRow("Qty", with_hint(quantity))
    rows.addRow("Reason", with_hint(reason))
    _open(qtbot, form)
    QTest.keyClicks(quantity, "9")
    widgets: dict[str, QWidget] = {"quantity": quantity, "reason": reason}
    assert show_refusal(widgets, Refusal(Why.MORE_THAN_OUTSTANDING, Field("quantity"), outstanding=Decimal(3)))
    assert quantity.text() == "9"
    assert quantity.hasFocus()
    assert quantity.property("invalid") is True
    assert quantity.accessibleDescription() == "Only 3 of this backorder is outstanding."
    assert _hint(quantity).isVisible()
    assert _hint(quantity).text() == "Only 3 of this backorder is outstanding."
    assert not _hint(reason).isVisible()
    QTest.keyClicks(quantity, "3")
    assert not _hint(quantity).isVisible()
    assert quantity.property("invalid") is False


def test_a_refusal_below_what_is_in_sight_is_scrolled_to(qtbot: QtBot) -> None:
    inside = QWidget()
    rows = QVBoxLayout(inside)
    fields = [TextEdit(10) for _ in range(20)]
    for field in fields:
        rows.addWidget(with_hint(field))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.resize(300, 200)
    _open(qtbot, area)

    place_refusal(fields[-1], Refusal(Why.RATE_OUT_OF_RANGE, Field("rate")))
    hands.settle()

    for shown in (fields[-1], _hint(fields[-1])):
        assert shown.visibleRegion().boundingRect().height() == shown.height()


def test_a_refusal_of_the_whole_action_is_left_to_the_caller(qtbot: QtBot) -> None:
    quantity = QuantityEdit()
    qtbot.addWidget(quantity)
    assert not show_refusal({"quantity": quantity}, Refusal(Why.NO_SUCH_BACKORDER))


def test_an_input_without_a_hint_gets_one_in_its_place(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    rows = QVBoxLayout(form)
    columns = QHBoxLayout()
    rows.addLayout(columns)
    first, name, last = QLineEdit(), QLineEdit("Sam"), QLineEdit()
    for widget in (first, name, last):
        columns.addWidget(widget)
    _open(qtbot, form)
    assert show_refusal({"name": name}, Refusal(Why.NO_CANCELING_EMPLOYEE, Field("name")))
    assert _hint(name).isVisible()
    assert name.text() == "Sam"
    QTest.keyClick(name, Qt.Key.Key_Tab)
    assert last.hasFocus()
    clear_refusals([name])
    assert not _hint(name).isVisible()


def test_an_input_outside_any_layout_is_marked_all_the_same(qtbot: QtBot) -> None:
    count = QSpinBox()
    qtbot.addWidget(count)
    assert show_refusal({"count": count}, Refusal(Why.QUANTITY_ZERO, Field("count")))
    assert count.property("invalid") is True
    assert count.toolTip() == "The quantity must be more than 0."
    clear_refusals([count])
    assert count.property("invalid") is False


def test_the_tab_of_the_refused_input_comes_to_the_front(qtbot: QtBot) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    for name in ("one", "two"):
        page = QWidget()
        edit = QLineEdit()
        edit.setObjectName(name)
        QVBoxLayout(page).addWidget(edit)
        tabs.addTab(page, name)
    _open(qtbot, tabs)
    hidden = tabs.findChild(QLineEdit, "two")
    assert isinstance(hidden, QLineEdit)
    assert show_refusal({"two": hidden}, Refusal(Why.NUMBER_MISSING, Field("two")))
    assert tabs.currentIndex() == 1
    assert hidden.hasFocus()


def test_choosing_or_writing_anew_takes_a_refusal_away(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    rows = QVBoxLayout(form)
    vendor, note = QComboBox(), QPlainTextEdit()
    vendor.addItems(["", "Acme"])
    rows.addWidget(with_hint(vendor))
    rows.addWidget(with_hint(note))
    _open(qtbot, form)
    widgets: dict[str, QWidget] = {"vendor": vendor, "note": note}
    show_refusal(widgets, Refusal(Why.ORDER_NEEDS_VENDOR, Field("vendor")))
    vendor.setCurrentIndex(1)
    assert not vendor.property("invalid")
    show_refusal(widgets, Refusal(Why.CANCEL_NEEDS_REASON, Field("note")))
    note.setPlainText("Because.")
    assert not note.property("invalid")


def test_a_long_refusal_under_a_narrow_input_is_shown_whole(qtbot: QtBot) -> None:
    dialog = FormDialog(None, "Fill", accept="OK", cancel="Cancel")
    qtbot.addWidget(dialog)
    edit = QuantityEdit()
    dialog.add_input("quantity", "Backorder 13: 22607, outstanding 1, available 3", edit)
    with qtbot.waitExposed(dialog):
        dialog.show()

    dialog.show_refusal(Refusal(Why.MORE_CANCELED_THAN_OUTSTANDING, Field("quantity"), outstanding=Decimal(1)))
    hands.settle()

    hint = dialog.findChild(FieldHint)
    assert hint is not None
    assert hint.height() >= hint.heightForWidth(hint.width()) > 1.5 * hint.fontMetrics().height()
    assert hint.y() > edit.geometry().bottom()


def test_a_text_wider_than_its_field_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    field = TextEdit(80)
    qtbot.addWidget(field)
    field.resize(160, 32)
    field.show()
    field.set_value("Lee Okafor")
    assert field.toolTip() == ""
    field.set_value("Freifrau von Hohenlohe-Waldenburg-Schillingsfürst")
    assert field.toolTip() == "Freifrau von Hohenlohe-Waldenburg-Schillingsfürst"
    field.resize(600, 32)
    assert field.toolTip() == ""


def test_what_is_only_read_ends_in_dots(qtbot: QtBot) -> None:
    long = "Freifrau von Hohenlohe-Waldenburg-Schillingsfürst, Innenausstattung und Gaststättenbedarf"
    field = TextEdit(200)
    qtbot.addWidget(field)
    field.resize(220, 32)
    field.setReadOnly(True)
    field.set_value(long)
    shown = field.grab().toImage()

    room = next(end for end in range(len(long), 0, -1) if _fits(field, long[:end] + "…"))
    field.set_value(long[:room].rstrip() + "…")
    assert shown == field.grab().toImage()
    field.setReadOnly(False)
    field.set_value(long)
    assert shown != field.grab().toImage()


def _fits(field: TextEdit, text: str) -> bool:
    frame = QStyleOptionFrame()
    field.initStyleOption(frame)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, field)
    return field.fontMetrics().horizontalAdvance(text) <= inside.width() - 4
