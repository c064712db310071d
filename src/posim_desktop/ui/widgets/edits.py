"""Inputs for money, quantities, costs and short text, and how a refusal is shown at the one it is about."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionFrame,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark

_LONGEST_NUMBER = 24
_NARROW_HINT = 20 * SPACE
_WIDE_HINT = 80 * SPACE
_AROUND_TEXT = 5 * SPACE  # padding and border of a field
_QT_MARGIN = 2  # what Qt leaves at the sides of a line's text


class NumberEdit(QLineEdit):
    """A right-aligned input of one exact number; selects its text when it gets the focus.

    When the field is left, a valid value is reformatted the store's way; anything else stays.
    """

    def __init__(self, field: str, parent: QWidget | None = None, *, blank: bool = False) -> None:
        """Make an empty input.

        Args:
            field: Name of the input in refusals.
            parent: Owner.
            blank: Whether nothing typed is an answer (:meth:`value_or_none`).
        """
        super().__init__(parent)
        self._field = field
        self._blank = blank
        self._select_on_release = False
        self.setMaxLength(_LONGEST_NUMBER)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> Decimal:
        """Return the number that was typed.

        Raises:
            RefusedError: It cannot be used; the refusal names this input.
        """
        return self._parse(self.text())

    def value_or_none(self) -> Decimal | None:
        """Return the number, or None for an input left blank where that is an answer.

        Raises:
            RefusedError: It cannot be used; the refusal names this input.
        """
        if self._blank and not self.text().strip():
            return None
        return self.value()

    def set_value(self, number: Decimal | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if number is None else self._write(number))

    def _parse(self, text: str) -> Decimal:
        raise NotImplementedError

    def _write(self, number: Decimal) -> str:
        raise NotImplementedError

    def _on_editing_finished(self) -> None:
        try:
            number = self._parse(self.text())
        except RefusedError:
            return
        if self._write(number) != self.text():
            with QSignalBlocker(self):
                self.setText(self._write(number))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._select_on_release = event.reason() == Qt.FocusReason.MouseFocusReason
        self.selectAll()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False


class MoneyEdit(NumberEdit):
    """An amount of money with two places."""

    def __init__(
        self, field: str, parent: QWidget | None = None, *, blank: bool = False, negative: bool = False
    ) -> None:
        super().__init__(field, parent, blank=blank)
        self._negative = negative

    @override
    def _parse(self, text: str) -> Decimal:
        return formatting.parse_money(text, field=self._field, negative=self._negative)

    @override
    def _write(self, number: Decimal) -> str:
        return formatting.money_to_edit(number)


class CostEdit(NumberEdit):
    """A unit cost with up to four places."""

    @override
    def _parse(self, text: str) -> Decimal:
        return formatting.parse_cost(text, field=self._field)

    @override
    def _write(self, number: Decimal) -> str:
        return formatting.cost_to_edit(number)


class QuantityEdit(NumberEdit):
    """A quantity of an item with up to three places."""

    def __init__(
        self, field: str = "quantity", parent: QWidget | None = None, *, blank: bool = False, zero: bool = False
    ) -> None:
        super().__init__(field, parent, blank=blank)
        self._zero = zero

    @override
    def _parse(self, text: str) -> Decimal:
        return formatting.parse_quantity(text, field=self._field, zero=self._zero)

    @override
    def _write(self, number: Decimal) -> str:
        return formatting.quantity(number)


class TextEdit(QLineEdit):
    """A line of text no longer than its column; one that is wider than its field is whole in the tooltip."""

    def __init__(self, max_length: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(max_length)
        self.textChanged.connect(self._show_whole_in_tooltip)

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.text().strip()

    def set_value(self, text: str | None) -> None:
        """Show a text from its beginning."""
        self.setText(text or "")
        self.setCursorPosition(0)

    def _show_whole_in_tooltip(self) -> None:
        if self.property("invalid"):
            return  # the tooltip says what is wrong
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + _AROUND_TEXT
        self.setToolTip(self.text() if wanted > self.width() else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole_in_tooltip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Let what is only read end in dots; Qt's own cuts it anywhere."""
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        place = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, self)
        place = place.adjusted(_QT_MARGIN, 0, -_QT_MARGIN, 0)
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        if shown == self.text() or not self.isReadOnly() or self.hasSelectedText():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, frame, painter, self)
        top = place.top() + (place.height() - metrics.height() + 1) // 2
        painter.drawText(place.left(), top + metrics.ascent(), shown)
        painter.end()


class FieldHint(QLabel):
    """Says under an input what is wrong with it; takes no room while nothing is."""

    def __init__(self, field_widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field_widget = field_widget
        self.setProperty("role", "field-error")
        self.setWordWrap(True)
        self.hide()
        self._connect()

    def _connect(self) -> None:
        match self.field_widget:
            case QLineEdit():
                self.field_widget.textEdited.connect(self._on_field_widget_edited)
            case QComboBox():
                self.field_widget.currentTextChanged.connect(self._on_field_widget_edited)
            case QPlainTextEdit() | QTextEdit():
                self.field_widget.textChanged.connect(self._on_field_widget_edited)
            case _:
                pass

    def show_message(self, message: str) -> None:
        """Say what is wrong and mark the input."""
        self.setMinimumHeight(0)
        self.setText(message)
        self.show()
        self.field_widget.setAccessibleDescription(message)
        mark(self.field_widget, invalid=True)

    def come_into_sight(self) -> None:
        """Scroll to the message and its input, where they are on something that scrolls."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self)
            around.ensureWidgetVisible(self.field_widget)

    def clear_message(self) -> None:
        """Take the message and the mark away."""
        if not self.isHidden() or self.field_widget.property("invalid"):
            self.clear()
            self.hide()
            self.field_widget.setAccessibleDescription("")
            mark(self.field_widget, invalid=False)

    def _on_field_widget_edited(self) -> None:
        self.clear_message()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # The input that it stands under does not grow, so a layout gives no more than this for a second line.
        super().resizeEvent(event)
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))  # -1: no words, no height

    @override
    def sizeHint(self) -> QSize:
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + SPACE, _WIDE_HINT)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW_HINT, self.fontMetrics().height())


def with_hint(field_widget: QWidget) -> QWidget:
    """Wrap an input so that its :class:`FieldHint` appears right under it; put the wrapper into the layout."""
    wrapper = QWidget()
    _fill_wrapper(wrapper, field_widget)
    return wrapper


def show_refusal(widget_by_field: Mapping[str, QWidget], refusal: Refusal, *, moves_keyboard: bool = True) -> bool:
    """Mark the input that a refusal is about, say why under it and put the focus there; what was typed stays.

    An input that was not wrapped by :func:`with_hint` is wrapped now, in its place.

    Args:
        widget_by_field: The form's inputs by the field names of its refusals.
        refusal: What the verb's guard said.
        moves_keyboard: As in :func:`place_refusal`.

    Returns:
        False if no input here is the one; the caller then shows the message for the whole action.
    """
    clear_refusals(widget_by_field.values())
    field_widget = widget_by_field.get(refusal.where.name) if isinstance(refusal.where, Field) else None
    if field_widget is None:
        return False
    place_refusal(field_widget, refusal, moves_keyboard=moves_keyboard)
    return True


def place_refusal(field_widget: QWidget, refusal: Refusal, *, moves_keyboard: bool = True) -> None:
    """Mark an input, say under it why something was refused and put the focus there; what was typed stays.

    Args:
        field_widget: The input.
        refusal: Why.
        moves_keyboard: Whether the focus goes there; it does not when the person has gone elsewhere meanwhile.
    """
    clear_refusals([field_widget])
    _bring_to_front(field_widget)
    hint = _hint_of(field_widget) or _add_hint(field_widget)
    if hint is None:
        field_widget.setAccessibleDescription(words_of(refusal))
        field_widget.setToolTip(words_of(refusal))
        mark(field_widget, invalid=True)
    else:
        hint.show_message(words_of(refusal))
    if moves_keyboard:
        field_widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if hint is not None:
            QTimer.singleShot(0, hint, hint.come_into_sight)  # once it has its place


def clear_refusals(field_widgets: Iterable[QWidget]) -> None:
    """Take every mark and message away, before the next attempt."""
    for field_widget in field_widgets:
        if not field_widget.property("invalid"):
            continue  # each turn of a card asks, and looking for the hint takes its time
        hint = _hint_of(field_widget)
        if hint is not None:
            hint.clear_message()
        else:
            field_widget.setAccessibleDescription("")
            field_widget.setToolTip("")
            mark(field_widget, invalid=False)


def _fill_wrapper(wrapper: QWidget, field_widget: QWidget) -> FieldHint:
    rows = QVBoxLayout(wrapper)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(SPACE)
    wrapper.setSizePolicy(field_widget.sizePolicy())
    hint = FieldHint(field_widget, wrapper)
    rows.addWidget(field_widget)
    rows.addWidget(hint)
    return hint


def _hint_of(field_widget: QWidget) -> FieldHint | None:
    hints = field_widget.window().findChildren(FieldHint)
    return next((hint for hint in hints if hint.field_widget is field_widget), None)


def _add_hint(field_widget: QWidget) -> FieldHint | None:
    parent = field_widget.parentWidget()
    layout = parent.layout() if parent is not None else None
    if layout is None:
        return None
    wrapper = QWidget(parent)
    if layout.replaceWidget(field_widget, wrapper) is None:
        wrapper.deleteLater()
        return None
    hint = _fill_wrapper(wrapper, field_widget)
    wrapper.show()
    return hint


def _bring_to_front(field_widget: QWidget) -> None:
    """Turn to the tab that the input is on."""
    page, above = field_widget, field_widget.parentWidget()
    while above is not None:
        if isinstance(above, QStackedWidget):
            holder = above.parentWidget()
            switcher = holder if isinstance(holder, QTabWidget) else above
            switcher.setCurrentWidget(page)
        page, above = above, above.parentWidget()
