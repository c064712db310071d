"""A form that is told its fields: label, input and place on a grid of two columns.

Every card's fields are laid out, read, shown and refused by this one module. An input is named like the attribute of
the card's dataclass in ``domain.cards``, so that a refusal finds it.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol, TypeVar, cast

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
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
from typing_extensions import override

from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse, require
from posim_desktop.domain.folding import fold, search_key
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.domain.tax import rate_refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.filing import Choice
from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import NumberEdit, clear_refusals, show_refusal, with_hint
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.folding_buttons import FoldingButtons
from posim_desktop.ui.widgets.folding_completer import FoldingCompleter
from posim_desktop.ui.widgets.scanner import TAKES_SCANS

_COLUMNS = 2
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
    """A titled part of a form: its fields from left to right, two in a row."""

    def __init__(self, title: str, form: "Form", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, card=True)
        self._form = form
        self._cells = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, SPACE)
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(2 * SPACE)
        for column in range(_COLUMNS):
            self._grid.setColumnMinimumWidth(3 * column, _LABEL_WIDTH)
            self._grid.setColumnStretch(3 * column + 1, 1)
        self._grid.setColumnMinimumWidth(2, 4 * SPACE)
        heading = QLabel(title)
        mark(heading, role="section")
        self._grid.addWidget(heading, 0, 0, 1, 3 * _COLUMNS)

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

    def show_text(self, label: str, name: str, *, beside: QWidget | None = None) -> QLabel:
        """Add a text that is only shown, with a button that belongs to it, and return it."""
        value = ElidedLabel()
        value.setObjectName(f"{name}_label")
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setMinimumHeight(8 * SPACE)
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
        strip.setSpacing(5 * SPACE)
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
        strip.addWidget(FoldingButtons(buttons))
        row = -(-self._cells // _COLUMNS)
        self._grid.addLayout(strip, row + 1, 0, 1, 3 * _COLUMNS)
        self._cells = _COLUMNS * (row + 1)
        return figures

    def _place(self, label: str, cell: QWidget, widget: QWidget, *, wide: bool) -> QLabel:
        if wide and self._cells % _COLUMNS:
            self._cells += 1
        row, side = divmod(self._cells, _COLUMNS)
        name = QLabel(label)
        name.setObjectName(f"{widget.objectName()}_name")
        name.setBuddy(widget)
        name.setMinimumHeight(8 * SPACE)
        mark(name, role="label")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, row + 1, 3 * side, top)
        self._grid.addWidget(cell, row + 1, 3 * side + 1, 1, 4 if wide else 1, top)
        self._cells += _COLUMNS if wide else 1
        return name


class Form:
    """The inputs of a card by the names of its fields."""

    def __init__(self) -> None:
        self.inputs: dict[str, QWidget] = {}
        self.places: dict[str, tuple[QWidget, QWidget]] = {}

    def section(self, title: str) -> Section:
        """Start a titled part."""
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
    if isinstance(widget, CodesEdit):
        widget.setProperty(TAKES_SCANS, not reading)
    if isinstance(widget, DateEdit):
        widget.calendar_action.setVisible(not reading)
    _show_place(widget, reading=reading)
    mark(widget, reading=reading)


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


class TickBox(QCheckBox):
    """Yes or no."""

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object, /) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))


class _Lines(QPlainTextEdit):
    """An input of a few lines; Tab leaves it."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 6 * SPACE)


class LinesEdit(_Lines):
    """A few lines of text."""

    def value(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def set_value(self, value: str, /) -> None:
        """Show a text."""
        self.setPlainText(value)


class CodesEdit(_Lines):
    """Codes one below the other, each scanned or typed and ended with Enter."""

    def value(self) -> tuple[str, ...]:
        """Return the codes from top to bottom, without blank lines."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def set_value(self, value: Sequence[str], /) -> None:
        """Show codes."""
        self.setPlainText("\n".join(value))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter here: a scanner ends every code with it, and it must press no default button."""
        super().keyPressEvent(event)
        event.accept()


class RateEdit(NumberEdit):
    """A percentage with up to four places."""

    @override
    def _parse(self, text: str) -> Decimal:
        rate = parse_decimal(text, field=self._field, decimal_point=formatting.store_format().decimal_point)
        require(rate_refusal(rate, field=self._field))
        return rate

    @override
    def _write(self, number: Decimal) -> str:
        return formatting.quantity(number)


class ChoiceBox(DropDown):
    """Another card, chosen from a list or by typing its id or a part of its name that no other has; empty for none.

    On leaving, or with Enter, what was typed is written out as the card that it names.

    Signals:
        entered: Enter was pressed in the input.
    """

    entered = Signal()

    def __init__(self, field: str, noun: str, parent: QWidget | None = None) -> None:
        """Make an empty chooser.

        Args:
            field: Name of the input in refusals.
            noun: What is chosen, in a sentence: ``"vendor"``.
            parent: Owner.
        """
        super().__init__(parent)
        self._field = field
        self._noun = noun
        self._choices: tuple[Choice, ...] = ()
        self._names = QStringListModel(self)
        self.setEditable(True)
        self.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        self.setModel(self._names)
        self._completer = FoldingCompleter(self)
        self.setCompleter(self._completer)
        edit = self.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(self._write_out)
            edit.returnPressed.connect(self.entered)

    def offer(self, choices: Sequence[Choice], none: str) -> None:
        """Offer cards to choose from and keep the one that is chosen.

        Args:
            choices: The cards.
            none: What choosing none of them is called.
        """
        names = [none, *(_written(choice) for choice in choices)]
        if names == self._names.stringList():
            self._choices = tuple(choices)
            return
        chosen = self.chosen_id()
        self._choices = tuple(choices)
        with QSignalBlocker(self):  # it is empty only in between
            self._names.setStringList(names)
            self._completer.offer(names)
        self.set_value(chosen)

    def value(self) -> int | None:
        """Return the id of the chosen card, None for none.

        Raises:
            RefusedError: What was typed names no card, or more than one.
        """
        typed = self.currentText().strip()
        if not typed or typed == self.itemText(0):
            return None
        for written in (_written, _code_of, _name_of):
            for alike in (str.casefold, fold):
                found = [choice for choice in self._choices if alike(written(choice)) == alike(typed)]
                if len(found) == 1:
                    return found[0].id
        fitting = [choice for choice in self._choices if fold(typed) in search_key(_written(choice))]
        if len(fitting) == 1:
            return fitting[0].id
        if fitting:
            raise refuse(Why.MORE_THAN_ONE_MATCH, Field(self._field), noun=self._noun, typed=typed)
        raise refuse(Why.NO_MATCH, Field(self._field), noun=self._noun, typed=typed)

    def set_value(self, value: int | None, /) -> None:
        """Show the card with an id, or none."""
        place = next((n for n, choice in enumerate(self._choices, 1) if choice.id == value), 0)
        self.setCurrentIndex(place)
        self.setEditText(self.itemText(place))
        edit = self.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)

    def chosen_id(self) -> int | None:
        """Return the chosen card, None for none or for what cannot be understood."""
        try:
            return self.value()
        except RefusedError:
            return None

    def _write_out(self) -> None:
        chosen = self.chosen_id()
        typed = self.currentText()
        if chosen is None:
            return
        self.set_value(chosen)
        if self.currentText() != typed:
            self.activated.emit(self.currentIndex())


class OptionBox(DropDown):
    """One of a few values."""

    def __init__(self, options: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[object, ...] = ()
        self.offer(options)

    def offer(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other values and keep the one that is chosen, if it is among them."""
        chosen = self.value() if self.currentIndex() >= 0 else None
        self._values = tuple(value for value, _ in options)
        with QSignalBlocker(self):  # it is empty only in between
            self.clear()
            self.addItems([label for _, label in options])
            if chosen in self._values:
                self.set_value(chosen)

    def value(self) -> object:
        """Return the chosen value."""
        return self._values[self.currentIndex()]

    def set_value(self, value: object, /) -> None:
        """Choose a value."""
        self.setCurrentIndex(self._values.index(value))


def _written(choice: Choice) -> str:
    return f"{choice.name} ({choice.code})"


def _code_of(choice: Choice) -> str:
    return choice.code


def _name_of(choice: Choice) -> str:
    return choice.name


def _beside(cell: QWidget, button: QWidget | None) -> QWidget:
    if button is None:
        return cell
    both = QWidget()
    columns = QHBoxLayout(both)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(SPACE)
    columns.addWidget(cell, 1)
    columns.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return both
