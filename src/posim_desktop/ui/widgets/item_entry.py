"""Item entry: a scan, an item id, ``3*CODE``, ``6cs*CODE`` or part of a description.

A scan is a code and nothing else: it is looked up whole and never as a part of what a card says. Whatever cannot be
taken of it goes to :class:`~posim_desktop.ui.widgets.scans_not_taken.ScansNotTaken`, and the field stays empty.

Serves the guide's pages "Sell", "Purchase orders" and "Receive".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

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
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.sales.item_entry import TIMES, is_words, split_entry
from posim_desktop.domain.sales.scan_codes import invoice_of
from posim_desktop.domain.scanned import PLAIN, portion
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import packs
from posim_desktop.queries.sales import till
from posim_desktop.queries.sales.till import ItemMatch
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.formatting import Times
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark, prepare_table
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.edits import clear_refusals, place_refusal, with_hint
from posim_desktop.ui.widgets.scans_not_taken import Scan
from posim_desktop.ui.widgets.sign import add_sign

_LONGEST = 80
_MOST_ROWS, _LEAST_ROWS = 8, 2
_PARK = "+"
_LESS = frozenset("-−")
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
    Qt.Key.Key_PageDown: _MOST_ROWS,
}


@dataclass(frozen=True, slots=True)
class NamedGoods:
    """Goods that were named, how many units of them, and how: what was typed, or the scan.

    ``serials`` are the numbers of the units, where such a number or a code with one named them. The code may say what
    a unit costs; otherwise the card does. ``is_back`` says that a person typed ``-1*``: they come back.
    """

    item: ItemMatch
    quantity: Decimal
    typed: str
    scan: Scan | None = None
    serials: tuple[str, ...] = ()
    unit_price: Decimal | None = None
    is_back: bool = False

    @property
    def attempt(self) -> Attempt | None:
        """The attempt whose key puts them on a document; None for typed goods: each entry is another action."""
        return None if self.scan is None else self.scan.attempt


class _Choice(NamedTuple):
    """A choice that typing interrupted: perhaps a person's, perhaps the letters of a scan."""

    text: str
    scan: Scan | None
    times: Times | None
    matches: tuple[ItemMatch, ...]
    row: int


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
        wanted(NamedGoods): Goods were named; the entry is cleared.
        not_taken(Scan, Refusal): A scan could not be taken.
        settled: The lookup is over or the list is closed, so nothing is waiting to be chosen.
        park_requested: ``+`` and Enter: park this invoice and begin another.
        slip_scanned(int): The pick-up slip of a working invoice was scanned.
        lines_requested: The person goes down to the lines.
    """

    wanted = Signal(object)
    not_taken = Signal(object, object)
    settled = Signal()
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
        packing_of: Callable[[int], Packing] | None = None,
    ) -> None:
        """Make an empty entry.

        Args:
            operations: Where goods are looked up.
            add: What the button does with them.
            most_choices: How many of the goods that fit are in sight at once.
            no_item: What is said of a ``+`` and of a slip where they mean nothing; without it they are signals.
            packing_of: Tells the pack of an item that is counted in packs; without it the Item card does.
        """
        super().__init__()
        self.operations = operations
        self._most_choices = most_choices
        self._no_item = no_item
        self._packing_of = packing_of or (lambda item_id: operations.read(packs.packing_of, item_id))
        self._times: Times | None = None
        self._is_back = False
        self._scan: Scan | None = None
        self._serials: tuple[str, ...] = ()
        self._matches: tuple[ItemMatch, ...] = ()
        self._left_off: _Choice | None = None
        self._chosen_from = ""
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

    def typed_times(self) -> str | None:
        """Return how many were typed for the next scan, or None."""
        typed = self.entry_field.text().strip()
        return typed.removesuffix(TIMES).strip() if typed.endswith(TIMES) else None

    def take(self, scan: Scan) -> None:
        """Take a scan, wherever it came in."""
        self.clear()
        invoice_id = invoice_of(scan.code)
        if invoice_id is None:
            self._take_code(scan)
        elif self._no_item is not None:
            self.not_taken.emit(scan, self._no_item)
        else:
            self.slip_scanned.emit(invoice_id)

    def _take_code(self, scan: Scan) -> None:
        try:
            times = self._how_many(scan.times)
            matches = self.operations.read(till.find_scanned, scan.code) or self._find_by_serial(scan.code)
        except RefusedError as refused:
            self.not_taken.emit(scan, refused.refusal)
        except TroubleError:
            self.not_taken.emit(scan, Refusal(Why.NOT_STORED))  # the status bar says what is the matter
        else:
            self._times, self._scan = times, scan
            if not matches:
                self._give_up_scan(Refusal(Why.NO_ITEM_HAS_CODE))
            elif len(matches) == 1:
                self._take(matches[0])
            else:
                self._offer(matches)

    def _find_by_serial(self, code: str) -> tuple[ItemMatch, ...]:
        """Find goods by the serial number of a unit, where goods are sold; the number goes along with them."""
        found = self.operations.read(till.find_by_serial, code) if self._no_item is None else ()
        self._serials = (code.strip(),) if found else ()
        return found

    def _give_up_scan(self, refusal: Refusal) -> None:
        scan, self._scan = self._scan, None
        if scan is not None:
            self.not_taken.emit(scan, refusal)

    def find_goods(self, scan: Scan) -> None:
        """Look up a scan that was not taken: by its code once more, then by parts of it, for the person to choose."""
        self.clear()
        self.entry_field.setFocus(Qt.FocusReason.OtherFocusReason)
        try:
            by_code = self._found_again(scan.code)
            by_words = by_code or self.operations.read(till.find_by_words, scan.code)
            self._times = self._how_many(scan.times)
        except RefusedError as refused:
            self.refuse(refused.refusal)
        except TroubleError:
            self.not_taken.emit(scan, Refusal(Why.NOT_STORED))
        else:
            self._scan = scan
            if len(by_code) == 1:
                self._take(by_code[0])
            elif by_words:
                self._offer(by_words)
            else:
                self._scan = None
                self.entry_field.setText("" if scan.times is None else scan.times + TIMES)
                place_refusal(self.entry_field, Refusal(Why.NO_ITEM_LIKE_SCAN, Field("item")))

    def _found_again(self, code: str) -> tuple[ItemMatch, ...]:
        """Look a scan up by its code; one that says more than can be read is looked for by hand."""
        try:
            return self.operations.read(till.find_scanned, code)
        except RefusedError:
            return ()

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
        self._give_up_choice()
        self._scan, self._serials = None, ()
        self.entry_field.clear()
        clear_refusals([self.entry_field])

    def commit(self) -> None:
        """Look up what was typed: one match is taken, several open the list."""
        if self.is_choosing:
            self._choose(self.choices_table.currentRow())
            return
        typed = self.entry_field.text().strip()
        if typed:
            self._take_typed(typed)
        if not self.is_choosing:
            self.settled.emit()

    def _take_typed(self, typed: str) -> None:
        self._give_up_choice()
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
        self._times, self._scan, self._serials = self._how_many(entry.times), None, ()
        if not entry.wanted:
            self.refuse(Refusal(Why.ITEM_MISSING_AFTER_TIMES, Field("item")))
            return
        by_code = self.operations.read(till.find_scanned, entry.wanted)
        matches = by_code or self.operations.read(till.find_items, entry.wanted)
        by_serial = () if matches else self._find_by_serial(entry.wanted)
        if len(by_serial) == 1:
            self._take(by_serial[0])
        elif by_serial:
            self._offer(by_serial)
        elif not matches:
            self.refuse(Refusal(Why.NO_ITEM_MATCHES, Field("item"), typed=entry.wanted))
        elif len(matches) == 1 and (is_words(entry.wanted) or by_code):
            self._take(matches[0])
        else:
            self._offer(matches)
            self.entry_field.selectAll()

    def _take(self, item: ItemMatch) -> None:
        try:
            times = None if self._times is None else self._times.number
            quantity, unit_price = portion(item.reading, self._units_of(item), item.price, times)
        except RefusedError as refused:
            if self._scan is None:
                self.refuse(refused.refusal)
            else:
                self._give_up_scan(refused.refusal)
            return
        serials = self._serials or ((item.reading.serial,) if item.reading.serial else ())
        typed = self.entry_field.text()
        goods = NamedGoods(item, quantity, typed, self._scan, serials, unit_price, self._is_back)
        self.clear()
        self.wanted.emit(goods)

    def _units_of(self, item: ItemMatch) -> Decimal:
        """Return how many units each of what was typed or scanned is; the code of a pack is one already.

        Raises:
            RefusedError: The word behind the number is none of the item's.
        """
        if self._times is None or not self._times.word or item.units != ONE or item.reading != PLAIN:
            return item.units
        return formatting.units_each(self._times, self._packing_of(item.id), field="item", item=item.code)

    def _how_many(self, typed: str | None) -> Times | None:
        """Read how many were typed before a code; where goods are sold, less than none come back.

        Raises:
            RefusedError: It is no quantity.
        """
        self._is_back = self._no_item is None and typed is not None and typed.strip()[:1] in _LESS
        if typed is None:
            return None
        plain = typed.strip()[1:] if self._is_back else typed
        return formatting.parse_times(plain, field="quantity")

    def _offer(self, matches: Sequence[ItemMatch]) -> None:
        sounds.play(Sound.ATTENTION)
        self._list(matches, 0)

    def _list(self, matches: Sequence[ItemMatch], chosen: int) -> None:
        self._matches, self._chosen_from = tuple(matches), self.entry_field.text()
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
        self.choices_table.selectRow(chosen)

    def close_choices(self) -> None:
        """Close the list; a scan for which nothing was chosen counts as not taken."""
        was_choosing = self.is_choosing
        self.choices_table.hide()
        self._matches = ()
        if was_choosing:
            self._give_up_scan(Refusal(Why.NOTHING_CHOSEN))

    def _give_up_choice(self) -> None:
        """Give up a choice that typing interrupted."""
        left, self._left_off = self._left_off, None
        if left is not None and left.scan is not None:
            self.not_taken.emit(left.scan, Refusal(Why.NOTHING_CHOSEN))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._matches):
            item = self._matches[row]
            self.choices_table.hide()
            self._take(item)
            self.settled.emit()

    def go_on_choosing(self) -> None:
        """Open the list again if it was a scan that closed it; a person's typing leaves it closed."""
        left, self._left_off = self._left_off, None
        if left is None:
            return
        self._scan, self._times = left.scan, left.times
        if left.text == self.entry_field.text():
            self._list(left.matches, left.row)
        else:
            self._give_up_scan(Refusal(Why.NOTHING_CHOSEN))

    def _on_entry_field_edited(self) -> None:
        if self.is_choosing:
            row = self.choices_table.currentRow()
            self._left_off = _Choice(self._chosen_from, self._scan, self._times, self._matches, row)
            self._scan = None
            self.close_choices()

    def _put_choices_away(self) -> None:
        self.close_choices()
        self.settled.emit()

    def _on_choices_table_activated(self, row: int) -> None:
        self._choose(row)
        self.entry_field.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_choosing and event.key() == Qt.Key.Key_Escape:
            self.entry_field.setFocus()
            self._put_choices_away()
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
                self._put_choices_away()
                return True
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not self.is_choosing:
                self.lines_requested.emit()
                return True
        return super().eventFilter(watched, event)


def _height_of(rows: int) -> int:
    return (rows + 1) * ROW_HEIGHT + 2
