"""A list of what was sent and what waits, with what can be done about it. Serves "Print jobs" and "Mail an order"."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.nothing_here import nothing_over
from posim_desktop.ui.widgets.screen_size import resize_on_screen


class OutboxRow(Protocol):
    """What a row of such a list has."""

    @property
    def id(self) -> int:
        """The record's id."""
        ...


Row = TypeVar("Row", bound=OutboxRow)


class OutboxDialog(QDialog, Generic[Row]):
    """Lists what is not sent first; a kind of it says what its buttons do with the row that is chosen."""

    def __init__(
        self, operations: Operations, parent: QWidget, record: Record, listed: Callable[[Any], Sequence[Row]]
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._record = record
        self._listed = listed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def build(
        self,
        columns: Sequence[TableColumn[Row]],
        wide: int,
        nothing: str,
        buttons: Sequence[QPushButton],
        close_button: QPushButton,
    ) -> None:
        """Build the table and the buttons, and read the list.

        Args:
            columns: Of the table.
            wide: The column that takes the room.
            nothing: What an empty list says.
            buttons: What can be done with the chosen row.
            close_button: Closes the dialog.
        """
        self.rows: FixedRows[Row] = FixedRows(columns, self)
        self.table = ChoiceTable(self.rows, self.windowTitle(), wide=wide)
        self.nothing_label: QLabel = nothing_over(self.table, nothing)
        self.why_label = QLabel()
        self.why_label.setObjectName("why_label")
        self.why_label.setWordWrap(True)
        mark(self.why_label, role="muted")
        mark(close_button, primary=True)
        close_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(2 * SPACE)
        for button in buttons:
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close_button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        inside.setSpacing(3 * SPACE)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.why_label)
        inside.addLayout(foot)
        resize_on_screen(self, 230 * SPACE, 110 * SPACE)
        self._buttons = buttons
        close_button.clicked.connect(self.reject)
        self.table.selectionModel().currentRowChanged.connect(self._show_what_can_be_done)
        self._operations.bus.changed.connect(self._on_bus_changed)
        self.look_up()

    def why(self, row: Row) -> str:
        """Say why something is not sent, and what there is to do."""
        raise NotImplementedError

    def refusals(self, row: Row) -> Mapping[QPushButton, Refusal | None]:
        """Return of each button why it can do nothing with a row, or None."""
        raise NotImplementedError

    def look_up(self) -> None:
        """Read the list again; the row that was chosen stays chosen."""
        chosen = self.chosen
        try:
            found = self._operations.read(self._listed)
        except TroubleError:
            return  # the status bar says so; what is listed stays
        self.rows.show_rows(found)
        self.nothing_label.setVisible(not found)
        if found:
            ids = [row.id for row in found]
            self.table.selectRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        self._show_what_can_be_done()

    @property
    def chosen(self) -> Row | None:
        """The row on which the buttons work."""
        index = self.table.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() and index.row() < self.rows.rowCount() else None

    def _show_what_can_be_done(self, *_: object) -> None:
        row = self.chosen
        self.why_label.setText("" if row is None else self.why(row))
        refusals = {} if row is None else self.refusals(row)
        for button in self._buttons:
            refusal = refusals.get(button)
            button.setEnabled(row is not None and refusal is None)
            button.setToolTip(words_of(refusal))

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record is self._record for change in changes):
            self.look_up()
