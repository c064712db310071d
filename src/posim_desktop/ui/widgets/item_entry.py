"""Item entry: a scan, an item id, ``3*CODE`` or part of a description.

Serves the guide's pages "Sell", "Purchase orders" and "Receive".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.errors import Field, Refusal, RefusedError, TroubleError
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.sales.item_entry import TIMES, split_entry
from posim_desktop.domain.sales.scan_codes import invoice_of
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import till
from posim_desktop.queries.sales.till import ItemMatch
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark, prepare_table
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.edits import clear_refusals, place_refusal, with_hint
from posim_desktop.ui.widgets.sign import add_sign

_LONGEST = 80
_MOST_ROWS, _LEAST_ROWS = 8, 2
_PARK = "+"
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
    Qt.Key.Key_PageDown: _MOST_ROWS,
}


@dataclass(frozen=True, slots=True)
class NamedGoods:
    """Goods that were named, how many units of them, and what was typed to name them."""

    item: ItemMatch
    quantity: Decimal
    typed: str


class _Choices(QTableWidget):
    """Goods to choose from: as high as its rows, and on a small screen a few of them, which scroll."""

    def __init__(self) -> None:
        super().__init__(0, 4)
        prepare_table(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def make_room(self, rows: int) -> None:
        """Be as high as so many rows, where there is room."""
        self.setMinimumHeight(_height_of(min(rows, _LEAST_ROWS)))
        self.setMaximumHeight(_height_of(rows))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())


class ItemEntry(QWidget):
    """The field that takes scans and typed goods, with the list to choose from when several fit.

    Signals:
        wanted(Wanted): Goods were named; the entry is cleared.
        park_requested: ``+`` and Enter: park this invoice and begin another.
        slip_scanned(int): The pick-up slip of a working invoice was scanned.
        lines_requested: The person goes down to the lines.
    """

    wanted = Signal(object)
    park_requested = Signal()
    slip_scanned = Signal(int)
    lines_requested = Signal()

    def __init__(
        self,
        operations: Operations,
        *,
        add: str = "",
        most_choices: int = _MOST_ROWS,
        no_item: Refusal | None = None,
    ) -> None:
        """Make an empty entry.

        Args:
            operations: Where goods are looked up.
            add: What the button does with them.
            most_choices: How many of the goods that fit are in sight at once.
            no_item: What is said of a ``+`` and of a slip where they mean nothing; without it they are signals.
        """
        super().__init__()
        self._operations = operations
        self._most_choices = most_choices
        self._no_item = no_item
        self._quantity = ONE
        self._matches: tuple[ItemMatch, ...] = ()
        self._build(add or self.tr("Add"))
        self.entry_field.returnPressed.connect(self.commit)
        self.entry_field.textEdited.connect(self._on_entry_field_edited)
        self.entry_field.installEventFilter(self)
        self.add_button.clicked.connect(self.commit)
        self.choices_table.cellActivated.connect(self._on_choices_table_activated)
        self.choices_table.cellClicked.connect(self._on_choices_table_activated)

    def _build(self, add: str) -> None:
        self.entry_field = QLineEdit()
        self.entry_field.setObjectName("entry_field")
        self.entry_field.setAccessibleName(self.tr("Item"))
        self.entry_field.setMaxLength(_LONGEST)
        self.entry_field.setPlaceholderText(self.tr("Scan, item ID, 3*ID or part of a description"))
        add_sign(self.entry_field, "scan-barcode")
        mark(self.entry_field, till=True)
        self.add_button = QPushButton(add)
        self.add_button.setObjectName("add_button")
        self.add_button.setAccessibleName(self.add_button.text())
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        mark(self.add_button, tender=True)
        self.choices_table = self._build_choices()
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(with_hint(self.entry_field), 1)
        columns.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addLayout(columns)
        rows.addWidget(self.choices_table)
        self.setFocusProxy(self.entry_field)

    def _build_choices(self) -> _Choices:
        table = _Choices()
        table.setObjectName("choices_table")
        table.setAccessibleName(self.tr("Choose an item"))
        table.setHorizontalHeaderLabels(
            [self.tr("Item ID"), self.tr("Description"), self.tr("Available"), self.tr("Price")]
        )
        ColumnFit(table, 1)
        table.hide()
        return table

    @property
    def is_choosing(self) -> bool:
        """Whether several goods fit and the person is choosing."""
        return not self.choices_table.isHidden()

    def take(self, scanned: str) -> None:
        """Take a scan, wherever it came in; a multiplier that was typed before it counts."""
        self.close_choices()
        times = self.entry_field.text()
        self.entry_field.setText(f"{times}{scanned}" if times.rstrip().endswith(TIMES) else scanned)
        self.commit()

    def refuse(self, refusal: Refusal) -> None:
        """Say at the entry why something was not added; what was typed stays."""
        sounds.play(Sound.REFUSED)
        place_refusal(self.entry_field, refusal)
        self.entry_field.selectAll()

    def put_back(self, typed: str) -> None:
        """Show again what was typed, after the goods could not be added; Enter tries again, other goods replace it."""
        self.entry_field.setText(typed)
        self.entry_field.selectAll()

    def clear(self) -> None:
        """Make ready for the next goods."""
        self.close_choices()
        self.entry_field.clear()
        clear_refusals([self.entry_field])

    def commit(self) -> None:
        """Look up what was typed: one match is taken, several open the list."""
        if self.is_choosing:
            self._choose(self.choices_table.currentRow())
            return
        typed = self.entry_field.text().strip()
        if not typed:
            return
        invoice_id = invoice_of(typed)
        if typed != _PARK and invoice_id is None:
            self._look_up(typed)
        elif self._no_item is not None:
            self.refuse(self._no_item)
        elif invoice_id is None:
            self.clear()
            self.park_requested.emit()
        else:
            self.clear()
            self.slip_scanned.emit(invoice_id)

    def _look_up(self, typed: str) -> None:
        try:
            self._find(typed)
        except RefusedError as refused:
            self.refuse(refused.refusal)
        except TroubleError as trouble:
            sounds.play(Sound.REFUSED)
            self.entry_field.selectAll()  # Enter tries again, the next scan replaces it
            say(self, words_of_trouble(trouble))

    def _find(self, typed: str) -> None:
        entry = split_entry(typed)
        self._quantity = ONE
        if TIMES in typed:
            self._quantity = formatting.parse_quantity(entry.times, field="quantity")
        if not entry.wanted:
            self.refuse(Refusal(Why.ITEM_MISSING_AFTER_TIMES, Field("item")))
            return
        matches = self._operations.read(till.find_items, entry.wanted)
        if not matches:
            self.refuse(Refusal(Why.NO_ITEM_MATCHES, Field("item"), typed=entry.wanted))
        elif len(matches) == 1:
            self._take(matches[0])
        else:
            self._offer(matches)

    def _take(self, item: ItemMatch) -> None:
        quantity, typed = self._quantity, self.entry_field.text()
        self.clear()
        self.wanted.emit(NamedGoods(item, quantity, typed))

    def _offer(self, matches: Sequence[ItemMatch]) -> None:
        sounds.play(Sound.ATTENTION)
        self._matches = tuple(matches)
        self.choices_table.setRowCount(len(matches))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, item in enumerate(matches):
            available = formatting.quantity(item.available) if item.stocked else self.tr("Not stocked")
            cells = (item.code, item.description, available, formatting.money(item.price))
            for column, written in enumerate(cells):
                cell = QTableWidgetItem(written)
                cell.setToolTip(written)
                if column > 1:
                    cell.setTextAlignment(right)
                self.choices_table.setItem(row, column, cell)
        self.choices_table.make_room(min(len(matches), self._most_choices))
        self.choices_table.show()
        self.choices_table.selectRow(0)

    def close_choices(self) -> None:
        """Put the list away without choosing."""
        self.choices_table.hide()
        self._matches = ()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._matches):
            self._take(self._matches[row])

    def _on_entry_field_edited(self) -> None:
        self.close_choices()

    def _on_choices_table_activated(self, row: int) -> None:
        self._choose(row)
        self.entry_field.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_choosing and event.key() == Qt.Key.Key_Escape:
            self.close_choices()
            self.entry_field.setFocus()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.entry_field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if event.type() == QEvent.Type.ShortcutOverride and self.is_choosing and key in _MOVES:
            event.accept()  # on a deck the page keys lead to other cards, but not while somebody is choosing
            return True
        if event.type() == QEvent.Type.KeyPress:
            if self.is_choosing and key in _MOVES:
                row = self.choices_table.currentRow() + _MOVES[key]
                self.choices_table.selectRow(max(0, min(row, len(self._matches) - 1)))
                return True
            if self.is_choosing and key == Qt.Key.Key_Escape:
                self.close_choices()
                return True
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not self.is_choosing:
                self.lines_requested.emit()
                return True
        return super().eventFilter(watched, event)


def _height_of(rows: int) -> int:
    return (rows + 1) * ROW_HEIGHT + 2
