"""Entering the serial numbers of a line's units. Serves the guide's page "Serial numbers"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from posim_desktop.domain.cards.serials import FIELD, one_form
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.why import Why
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import ROW_HEIGHT, mark
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import CodesEdit
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.scanner import TAKES_SCANS

Enter = Callable[[tuple[str, ...], tuple[str, ...]], Refusal | None]
"""Stores all numbers of a line, some of them vouched for, and returns why not, or None."""

_WIDTH = 480
_FEWEST_LINES, _MOST_LINES = 3, 8
_MOST_ROWS = 4
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SEPARATORS = str.maketrans(dict.fromkeys(",;\t", "\n"))


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line as the dialog wants it: its goods, how many units, the numbers so far, and those known to be in stock."""

    item: str
    description: str
    units: Decimal
    serials: tuple[str, ...]
    in_stock: Sequence[str] = ()


class _SerialsEdit(CodesEdit):
    """Serial numbers one below the other; the Enter after the last one that is needed ends them.

    Signals:
        completed: Enter was pressed, and each unit has its number.
    """

    completed = Signal()

    def __init__(self, units: Decimal) -> None:
        super().__init__(min(max(int(units), _FEWEST_LINES), _MOST_LINES))
        self._units = units
        self.setProperty(TAKES_SCANS, True)

    @override
    def value(self) -> tuple[str, ...]:
        """Return the numbers; a pasted list may have commas, semicolons or tabs between them."""
        listed = self.toPlainText().translate(_SEPARATORS).splitlines()
        return tuple(serial.strip() for serial in listed if serial.strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and len(self.value()) >= self._units:
            event.accept()
            self.completed.emit()
            return
        super().keyPressEvent(event)


class SerialNumbersDialog(FormDialog):
    """Asks for one number for each unit of a line; what is missing may be entered later.

    Scans go into the list, whatever has the keyboard in the window behind it.
    """

    def __init__(self, parent: QWidget, line: NumberedLine, enter: Enter) -> None:
        """Make the dialog.

        Args:
            parent: The window that asks.
            line: The line.
            enter: Stores the numbers.
        """
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self._line = line
        self._enter = enter
        self._vouched: tuple[str, ...] = ()
        self.setObjectName("serial_numbers")
        self.setWindowTitle(self.tr("Serial Numbers"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self._show_count()
        self.serials_edit.textChanged.connect(self._on_serials_edit_changed)
        self.serials_edit.completed.connect(self.accept_button.click)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _build(self) -> None:
        self.say_first(f"{self._line.item}  {self._line.description}")
        self.count_label = QLabel()
        self.count_label.setObjectName("count_label")
        self.body.addWidget(self.count_label)
        self.serials_edit = _SerialsEdit(self._line.units)
        self.serials_edit.setPlaceholderText(self.tr("Scan or type, one per line"))
        self.serials_edit.set_value(self._line.serials)
        self.add_input(FIELD, self.tr("Serial Numbers"), self.serials_edit)
        self._go_to_end()
        if self._line.in_stock:
            self._build_stock()

    def _build_stock(self) -> None:
        label = self.tr("In Stock")
        rows: FixedRows[str] = FixedRows([TableColumn(label, str)], self)
        rows.show_rows(self._line.in_stock)
        self.stock_table = ChoiceTable(rows, label)
        self.stock_table.horizontalHeader().hide()
        self.stock_table.setToolTip(self.tr("Press Enter or double-click to take a number into the list"))
        self.stock_table.setFixedHeight(min(len(self._line.in_stock), _MOST_ROWS) * ROW_HEIGHT + 2)
        self.stock_table.chosen.connect(self._on_stock_table_chosen)
        self.add_input("in_stock", label, self.stock_table)

    def _go_to_end(self) -> None:
        """Let the next number begin on a line of its own."""
        if self._line.serials and len(self._line.serials) < self._line.units:
            self.serials_edit.appendPlainText("")
        cursor = self.serials_edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.serials_edit.setTextCursor(cursor)

    def _show_count(self) -> None:
        count = len(self.serials_edit.value())
        words = self.tr("{count} of {units} entered")
        self.count_label.setText(
            words.format(count=formatting.count(count), units=formatting.quantity(self._line.units))
        )
        mark(self.count_label, role="field-error" if count > self._line.units else "value")

    def _on_serials_edit_changed(self) -> None:
        self.clear_refusals()
        self._show_count()

    def _on_stock_table_chosen(self, row: int) -> None:
        before, chosen = self.serials_edit.value(), self._line.in_stock[row]
        if one_form(chosen) not in map(one_form, before):
            self.serials_edit.set_value((*before, chosen))

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        refusal = self._enter(self.serials_edit.value(), self._vouched)
        if refusal is None:
            self.accept()
        elif refusal.why is Why.SERIAL_NEVER_SOLD:
            self._ask_to_take_back(refusal)
        elif refusal.why is not Why.NOT_STORED:
            self.refuse(refusal)

    def refuse(self, refusal: Refusal) -> None:
        """Say at the list why a number cannot be taken."""
        sounds.play(Sound.REFUSED)
        self.show_refusal(refusal)
        self.serials_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_take_back(self, refusal: Refusal) -> None:
        """Ask about a unit that the shop knows nothing of: it may be from before its numbers were asked for."""
        words = self.tr("{why} Take the unit back all the same?").format(why=words_of(refusal))
        act, give_up = self.tr("Take It Back"), self.tr("Check the Number")
        asking = Question(self, self.tr("Not Sold Here"), words, act=act, give_up=give_up)

        def take_back() -> None:
            self._vouched = (*self._vouched, str(refusal.facts["serial"]))
            self._on_accept_button_clicked()

        asking.accepted.connect(take_back)
        asking.rejected.connect(lambda: self.serials_edit.setFocus(Qt.FocusReason.OtherFocusReason))
        asking.open()
