"""The inputs of a form: ticks, lines, codes, percentages, and choices among cards or a few values."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QStringListModel, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.cards.barcodes import Pack
from posim_desktop.domain.errors import Field, RefusedError, refuse, require
from posim_desktop.domain.folding import fold, search_key
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.domain.sales.item_entry import TIMES
from posim_desktop.domain.tax import rate_refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.filing import Choice
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import NumberEdit
from posim_desktop.ui.widgets.folding_completer import FoldingCompleter

_MARGIN = 2  # of a line edit too: what is written stands at the same height in both
_AROUND = 15  # pixels above and below the lines, which make one line as tall as a line edit


class TickBox(QCheckBox):
    """Yes or no."""

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object, /) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))


class Lines(QPlainTextEdit):
    """An input of a few lines, as tall as what is written in it; Tab leaves it."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None, *, most: int = 0) -> None:
        """Make an empty input.

        Args:
            lines: How many lines it has room for.
            parent: Owner.
            most: How many lines it grows to as they are written; it scrolls to see more.
        """
        super().__init__(parent)
        self._fewest, self._most = lines, max(lines, most)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        written = round(self.document().size().height())  # which a plain text counts in lines, wrapped ones too
        lines = min(max(written, self._fewest), self._most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _AROUND)

    def wear_style(self) -> None:
        """Take over the padding of the style after it changed, which Qt does for no text of several lines."""
        for kind in (QEvent.Type.StyleChange, QEvent.Type.LayoutRequest):
            QCoreApplication.sendEvent(self, QEvent(kind))
        self._fit()

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.FontChange:
            self._fit()


class LinesEdit(Lines):
    """A few lines of text."""

    def value(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def set_value(self, value: str, /) -> None:
        """Show a text."""
        self.setPlainText(value)


class _ScannedLines(Lines):
    """Lines that a scanner types."""

    def _written(self) -> tuple[str, ...]:
        """Return what is written from top to bottom, without blank lines."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter here: a scanner ends every code with it, and it must press no default button."""
        super().keyPressEvent(event)
        event.accept()


class CodesEdit(_ScannedLines):
    """Codes one below the other, each scanned or typed and ended with Enter."""

    def value(self) -> tuple[str, ...]:
        """Return the codes."""
        return self._written()

    def set_value(self, value: Sequence[str], /) -> None:
        """Show codes."""
        self.setPlainText("\n".join(value))


class PacksEdit(_ScannedLines):
    """Codes of packs one below the other, each behind its quantity: ``12*CODE``."""

    def __init__(self, field: str, lines: int, parent: QWidget | None = None, *, most: int = 0) -> None:
        super().__init__(lines, parent, most=most)
        self._field = field

    def value(self) -> tuple[Pack, ...]:
        """Return the packs.

        Raises:
            RefusedError: A line is no pack, or its quantity cannot be read.
        """
        return tuple(self._pack(line) for line in self._written())

    def set_value(self, value: Sequence[Pack], /) -> None:
        """Show packs, their quantities as the shop writes them."""
        self.setPlainText("\n".join(f"{formatting.quantity(pack.quantity)}{TIMES}{pack.barcode}" for pack in value))

    def _pack(self, line: str) -> Pack:
        typed, star, barcode = line.partition(TIMES)
        if not (star and barcode.strip()):
            raise refuse(Why.PACK_NOT_READ, Field(self._field), typed=line)
        return Pack(barcode.strip(), formatting.parse_quantity(typed, field=self._field))


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
