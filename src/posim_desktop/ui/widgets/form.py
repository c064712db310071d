"""A form that is told its fields: label, input and place on a grid of two columns.

Every card's fields are laid out, read, shown and refused by this one module. An input is named like the attribute of
the card's dataclass in ``domain.cards``, so that a refusal finds it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.edits import NumberEdit, clear_refusals, show_refusal, with_hint
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.folding_buttons import FoldingButtons
from posim_desktop.ui.widgets.inputs import CodesEdit, Lines, PacksEdit, TickBox
from posim_desktop.ui.widgets.scanner import TAKES_SCANS

_COLUMNS = 2
_ROW = 8 * SPACE
_LABEL_WIDTH = 32 * SPACE
_INPUT_WIDTH = 38 * SPACE  # two columns of a card fit a window of 911 pixels


class Input(Protocol):
    """What every input of a form can do."""

    def value(self) -> object:
        """Return what was entered; raises RefusedError when it cannot be used."""
        ...

    def set_value(self, value: object, /) -> None:
        """Show a value."""
        ...


InputWidget = TypeVar("InputWidget", bound=QWidget)


class Section(QFrame):
    """A part of a form, with a title or without: its fields from left to right, two in a row."""

    def __init__(self, title: str, form: "Form", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, card=True)
        self._form = form
        self._cells = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, SPACE)
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(3 * SPACE // 2)
        for column in range(_COLUMNS):
            self._grid.setColumnMinimumWidth(3 * column, _LABEL_WIDTH)
            self._grid.setColumnStretch(3 * column + 1, 1)
        self._grid.setColumnMinimumWidth(2, 4 * SPACE)
        if title:
            heading = QLabel(title)
            mark(heading, role="section")
            self._grid.addWidget(heading, 0, 0, 1, 3 * _COLUMNS - 1)

    def add(
        self, field: str, label: str, widget: InputWidget, *, wide: bool = False, beside: QWidget | None = None
    ) -> InputWidget:
        """Add an input under its label.

        Args:
            field: Name of the dataclass's attribute.
            label: What the person calls it; also the accessible name.
            widget: An :class:`Input`.
            wide: Whether it takes a row of its own.
            beside: A button that belongs to it.
        """
        if not widget.objectName():
            widget.setObjectName(f"{field}_edit")
        widget.setAccessibleName(label)
        widget.setMinimumWidth(_INPUT_WIDTH)
        self._form.inputs[field] = widget
        cell = _beside(with_hint(widget), beside)
        self._form.places[field] = (self._place(label, cell, widget, wide=wide), cell)
        return widget

    def add_pair(self, label: str, *pair: tuple[str, str, QWidget]) -> None:
        """Add two short inputs that share a place and the label before it.

        Args:
            label: Names both, as they stand.
            pair: Of each the name of the dataclass's attribute, what the person calls it, and an :class:`Input`.
        """
        both = QWidget()
        columns = QHBoxLayout(both)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE)
        for field, name, widget in pair:
            widget.setObjectName(f"{field}_edit")
            widget.setAccessibleName(name)
            widget.setMinimumWidth((_INPUT_WIDTH - 6 * SPACE) // 2)
            if columns.count():
                between = QLabel("/")
                mark(between, role="label")
                between.setMinimumHeight(_ROW)
                columns.addWidget(between, 0, Qt.AlignmentFlag.AlignTop)
            columns.addWidget(with_hint(widget), 1, Qt.AlignmentFlag.AlignTop)
            self._form.inputs[field] = widget
            self._form.places[field] = (widget, widget)
        self._place(label, both, pair[0][2], wide=False)

    def show_text(self, label: str, name: str, *, beside: QWidget | None = None) -> QLabel:
        """Add a text that is only shown, with a button that belongs to it, and return it."""
        value = ElidedLabel()
        value.setObjectName(f"{name}_label")
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setMinimumHeight(_ROW)
        mark(value, role="value")
        self._place(label, _beside(value, beside), value, wide=False)
        return value

    def show_link(self, label: str, name: str) -> QPushButton:
        """Add a text that can be pressed, and return it."""
        value = QPushButton()
        value.setObjectName(f"{name}_link")
        value.setAccessibleName(label)
        value.setAutoDefault(False)
        value.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        mark(value, link=True)
        self._place(label, value, value, wide=False)
        return value

    def link_figures(self, labels: Mapping[str, str], *buttons: QPushButton) -> dict[str, QPushButton]:
        """Add a row of figures that can be pressed, each under its name, with buttons at its end.

        Returns:
            The figures by their keys.
        """
        figures = {name: QPushButton() for name in labels}
        strip = QHBoxLayout()
        strip.setSpacing(5 * SPACE // 2)
        for name, label in labels.items():
            figure = figures[name]
            figure.setObjectName(f"{name}_link")
            figure.setAccessibleName(label)
            figure.setAutoDefault(False)
            figure.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            mark(figure, link=True, role="title")
            caption = QLabel(label)
            mark(caption, role="label")
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(caption)
            pair.addWidget(figure)
            strip.addLayout(pair)
        strip.addStretch(1)
        if buttons:
            strip.addWidget(FoldingButtons(buttons))
        row = -(-self._cells // _COLUMNS)
        self._grid.addLayout(strip, row + 1, 0, 1, 3 * _COLUMNS - 1)
        self._cells = _COLUMNS * (row + 1)
        return figures

    def show_wide(self, widget: QWidget) -> None:
        """Add something that takes a row of its own and has no label."""
        row = -(-self._cells // _COLUMNS)
        self._grid.addWidget(widget, row + 1, 0, 1, 3 * _COLUMNS)
        self._cells = _COLUMNS * (row + 1)

    def _place(self, label: str, cell: QWidget, widget: QWidget, *, wide: bool) -> QLabel:
        if wide and self._cells % _COLUMNS:
            self._cells += 1
        row, side = divmod(self._cells, _COLUMNS)
        name = QLabel(label)
        name.setObjectName(f"{widget.objectName()}_name")
        name.setBuddy(widget)
        name.setMinimumHeight(_ROW)
        mark(name, role="label")
        top = Qt.AlignmentFlag.AlignTop
        if isinstance(cell, QPushButton):
            top |= Qt.AlignmentFlag.AlignLeft  # no wider than its words, and its column as wide as the others
        self._grid.addWidget(name, row + 1, 3 * side, top)
        self._grid.addWidget(cell, row + 1, 3 * side + 1, 1, 4 if wide else 1, top)
        self._cells += _COLUMNS if wide else 1
        return name


class Form:
    """The inputs of a card by the names of its fields."""

    def __init__(self) -> None:
        self.inputs: dict[str, QWidget] = {}
        self.places: dict[str, tuple[QWidget, QWidget]] = {}

    def section(self, title: str = "") -> Section:
        """Start a part; one that says what the whole card is about needs no title, for the card has one."""
        return Section(title, self)

    def values(self, names: Iterable[str]) -> dict[str, Any]:
        """Read some inputs.

        Raises:
            RefusedError: What was typed somewhere cannot be used.
        """
        return {name: _entered(self.inputs[name]) for name in names}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values in the inputs of the same names."""
        for name, value in values.items():
            cast("Input", self.inputs[name]).set_value(value)

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say what is wrong at the input it is about; False when it is about none of them."""
        return show_refusal(self.inputs, refusal)

    def clear_refusals(self) -> None:
        """Take all marks and messages away."""
        clear_refusals(self.inputs.values())

    def let_be_read(self, *, reading: bool) -> None:
        """Let the inputs look like text and take nothing, or be edited."""
        for widget in self.inputs.values():
            let_be_read(widget, reading=reading)


def _entered(widget: QWidget) -> object:
    return widget.value_or_none() if isinstance(widget, NumberEdit) else cast("Input", widget).value()


def let_be_read(widget: QWidget, *, reading: bool) -> None:
    """Let an input look like text and take nothing, or be edited."""
    if isinstance(widget, QComboBox | TickBox):
        widget.setEnabled(not reading)
    else:
        widget.setProperty("readOnly", reading)
    if isinstance(widget, NumberEdit):
        side = Qt.AlignmentFlag.AlignLeft if reading else Qt.AlignmentFlag.AlignRight
        widget.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    if isinstance(widget, CodesEdit | PacksEdit):
        widget.setProperty(TAKES_SCANS, not reading)
    if isinstance(widget, DateEdit):
        widget.calendar_action.setVisible(not reading)
    _show_place(widget, reading=reading)
    mark(widget, reading=reading)
    if isinstance(widget, Lines):
        widget.wear_style()


def _show_place(widget: QWidget, *, reading: bool) -> None:
    """Put a dash where nothing is written, for what looks like text shows no place to click on otherwise."""
    field = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        return
    if reading and field.property("hint") is None:
        field.setProperty("hint", field.placeholderText())
        field.setPlaceholderText("–")
    elif not reading and field.property("hint") is not None:
        field.setPlaceholderText(str(field.property("hint")))
        field.setProperty("hint", None)


def _beside(cell: QWidget, button: QWidget | None) -> QWidget:
    if button is None:
        return cell
    both = QWidget()
    columns = QHBoxLayout(both)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(SPACE)
    columns.addWidget(cell, 1)
    button.setMaximumHeight(_ROW)  # no row is higher than the others
    columns.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return both
