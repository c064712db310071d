"""Look at These: one list of what is odd about a delivery, before it is posted. Serves the guide's page "Receive"."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Record
from posim_desktop.domain.receiving.oddities import Odd, Oddity
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.document_lines import QUANTITY
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 205 * SPACE, 85 * SPACE
_WHAT = 1
_COSTS = frozenset({Odd.TEN_TIMES_COST, Odd.TENTH_OF_COST})


class LookAtTheseDialog(QDialog):
    """Lists what is odd; each row is opened or accepted, and the delivery is posted once all are accepted.

    Signals:
        link(Record, int): The person wants to see another document.
        cell_requested(int, str): The person wants to put a cell of the log right: line and column.
    """

    link = Signal(object, int)
    cell_requested = Signal(int, str)

    def __init__(self, parent: QWidget, oddities: Sequence[Oddity], *, costs: bool) -> None:
        """Show what is odd.

        Args:
            parent: The window that asks.
            oddities: At least one.
            costs: Whether the person may see what goods cost.
        """
        super().__init__(parent)
        self._oddities = tuple(oddities)
        self._costs = costs
        self._accepted: set[int] = set()
        self.setObjectName("look_at_these")
        self.setWindowTitle(self.tr("Look at These"))
        told = QLabel(self.tr("This delivery is unusual. Open a row to put it right, or accept it as it is."))
        told.setWordWrap(True)
        mark(told, role="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(told)
        layout.addWidget(self._build_table(), 1)
        layout.addLayout(self._build_buttons())
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self.table.selectRow(0)
        self.table.setFocus()
        self._show_state()

    def _build_table(self) -> ChoiceTable:
        columns: tuple[TableColumn[Oddity], ...] = (
            TableColumn(self.tr("Item"), lambda row: row.item),
            TableColumn(self.tr("What Is Odd"), self.words_of),
            TableColumn(
                self.tr("Answer"),
                lambda row: self.tr("accepted") if self._oddities.index(row) in self._accepted else "",
            ),
        )
        self.rows: FixedRows[Oddity] = FixedRows(columns, self)
        self.rows.show_rows(self._oddities)
        self.table = ChoiceTable(self.rows, self.tr("What Is Odd"), wide=_WHAT)
        self.table.setObjectName("table")
        self.table.chosen.connect(self._accept_row)
        self.table.selectionModel().currentRowChanged.connect(self._show_state)
        return self.table

    def _build_buttons(self) -> QHBoxLayout:
        self.open_button = named_button("open_button", self.tr("&Open"))
        self.accept_button = named_button("accept_button", self.tr("&Accept"))
        self.cancel_button = named_button("cancel_button", self.tr("&Cancel"))
        self.post_button = named_button("post_button", self.tr("&Post"))
        mark(self.post_button, primary=True)
        self.open_button.clicked.connect(lambda: self._open(self._current()))
        self.accept_button.clicked.connect(lambda: self._accept_row(self._current()))
        self.cancel_button.clicked.connect(self.reject)
        self.post_button.clicked.connect(self.accept)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        for button in (self.open_button, self.accept_button):
            columns.addWidget(button)
        columns.addStretch(1)
        for button in (self.cancel_button, self.post_button):
            columns.addWidget(button)
        return columns

    def words_of(self, odd: Oddity) -> str:
        """Say in which way something is odd, and what is usual."""
        number = odd.elsewhere.number if odd.elsewhere is not None else None
        words = {
            Odd.MORE_THAN_ORDERED: self.tr("{found} counted, {usual} open on the order"),
            Odd.TEN_TIMES_QUANTITY: self.tr("{found} counted, usually {usual} come"),
            Odd.TEN_TIMES_COST: self.tr("costs {found}, usually {usual}"),
            Odd.TENTH_OF_COST: self.tr("costs only {found}, usually {usual}"),
            Odd.NOT_ORDERED: self.tr("{found} counted, nobody ordered it"),
            Odd.ON_ANOTHER_ORDER: self.tr("{found} counted, purchase order {number} of this vendor brings {usual}"),
            Odd.INVOICE_USED: self.tr("The vendor's invoice number stands on receiving log {number}, too"),
        }[odd.kind]
        if odd.kind is Odd.INVOICE_USED and number is None:
            words = self.tr("The vendor's invoice number stands on another receiving log that is not posted yet")
        if odd.kind in _COSTS and not self._costs:
            words = self.tr("The cost is unusual; somebody who may see costs should look at it")
        write = formatting.amount if odd.kind in _COSTS else formatting.quantity
        return words.format(found=write(odd.found), usual=write(odd.usual), number=number)

    # ---- what is done with a row ----

    def _current(self) -> int:
        return max(0, self.table.currentIndex().row())

    def _accept_row(self, row: int) -> None:
        """Accept a row and go on to the next that is open, at last to Post."""
        self._accepted.add(row)
        self.rows.show_rows(self._oddities)
        left = [each for each in range(len(self._oddities)) if each not in self._accepted]
        following = next((each for each in left if each > row), left[0] if left else row)
        self.table.selectRow(following)
        self._show_state()
        if not left:
            self.post_button.setDefault(True)
            self.post_button.setFocus()

    def _open(self, row: int) -> None:
        """Go to the cell, or to the other document, and post nothing."""
        odd = self._oddities[row]
        self.reject()
        if odd.kind is Odd.INVOICE_USED and odd.elsewhere is not None:
            self.link.emit(Record.RECEIVING_LOG, odd.elsewhere.id)
        elif odd.kind is Odd.ON_ANOTHER_ORDER and odd.elsewhere is not None:
            self.link.emit(Record.PURCHASE_ORDER, odd.elsewhere.id)
        elif odd.line_id is not None:
            self.cell_requested.emit(odd.line_id, "cost" if odd.kind in _COSTS else QUANTITY)

    def _show_state(self, *_: object) -> None:
        left = len(self._oddities) - len(self._accepted)
        self.post_button.setEnabled(not left)
        self.post_button.setToolTip(self.tr("%n rows are still to be accepted", "", left) if left else "F12")
        self.accept_button.setEnabled(self._current() not in self._accepted)
