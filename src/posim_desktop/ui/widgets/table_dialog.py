"""What the dialogs of ordering have in common: a table, news about it, OK and Cancel."""

from collections.abc import Collection
from functools import partial
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QTableView, QWidget

from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import Cell, Field, Refusal, TroubleError
from posim_desktop.ui.models.entry_rows import EntryRows
from posim_desktop.ui.models.fixed_rows import FixedRows
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark, prepare_table
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.entry_table import EntryTable
from posim_desktop.ui.widgets.form_dialog import FormDialog

_FEWEST_ROWS, _MOST_ROWS = 2, 4


class TableDialog(FormDialog):
    """A dialog around tables, which take all the room there is.

    Attributes:
        operations: Runs verbs and queries.
        news_banner: Says that somebody changed the figures meanwhile; the subclass puts it into the body.
        reload_when: Records whose changes are news here.
    """

    def __init__(
        self, parent: QWidget, operations: Operations, name: str, *, width: int, reload_when: Collection[Record]
    ) -> None:
        super().__init__(parent, "", accept="", cancel="", width=width)
        self.operations = operations
        self.reload_when = reload_when
        self._writing = False
        self.setObjectName(name)
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.news_banner = Banner()
        self.news_banner.setObjectName("news_banner")
        self._rows.setStretchFactor(self.body, 1)
        self._rows.takeAt(self._rows.count() - 1)  # the stretch that pushes short forms up
        self.operations.bus.changed.connect(self._on_bus_changed)

    # ---- building ----

    def add_section(self, title: str) -> QLabel:
        """Put a heading into the body."""
        heading = QLabel(title)
        mark(heading, role="section")
        self.body.addWidget(heading)
        return heading

    def add_buttons(self, *labels: str) -> tuple[QPushButton, ...]:
        """Put small buttons in a row into the body, at the left."""
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        buttons = tuple(small_button(label) for label in labels)
        for button in buttons:
            columns.addWidget(button)
        columns.addStretch(1)
        self.body.addLayout(columns)
        return buttons

    # ---- news ----

    def reload(self) -> bool:
        """Read the figures again and show them; tell whether they are others than those shown before."""
        raise NotImplementedError

    def reload_on_change(self) -> bool:
        """Show what somebody changed meanwhile and say so; tell whether anything did."""
        try:
            changed = self.reload()
        except TroubleError as trouble:
            self.say_trouble(words_of_trouble(trouble))
            return False
        if changed:
            words = self.tr("Somebody just changed these figures. They are up to date now; what you typed is kept.")
            self.news_banner.show_message("attention", words)
        return changed

    def say_trouble(self, message: str) -> None:
        """Say above the buttons what is wrong; ``""`` for nothing."""
        self.trouble_label.setText(message)
        self.trouble_label.setVisible(bool(message))

    def _on_bus_changed(self, changes: Changes) -> None:
        if not self._writing and any(change.record in self.reload_when for change in changes):
            self.reload_on_change()


class EntryDialog(TableDialog):
    """A dialog around rows to fill in; nothing is written while one of them is refused.

    What was typed stays through refusals and through other people's changes, which are shown as they come in.

    Attributes:
        table: The rows to fill in.
    """

    table: EntryTable

    def __init__(
        self, parent: QWidget, operations: Operations, name: str, *, width: int, reload_when: Collection[Record]
    ) -> None:
        super().__init__(parent, operations, name, width=width, reload_when=reload_when)
        self._attempt = Attempt(one_action=True)
        self._entries: EntryRows[Any] | None = None

    def add_entries(self, entries: EntryRows[Any], name: str, stretch: int) -> None:
        """Put the rows to fill in into the body; one of their columns takes the room that is left."""
        self._entries = entries
        self.table = EntryTable(entries, name, stretch)
        self.table.setObjectName("table")
        self.first_focus = self.table
        self.body.addWidget(self.table, 1)
        entries.entered.connect(self.look_at_entries)
        self.table.selectionModel().currentChanged.connect(self.look_at_entries)
        self.table.passed_last.connect(self.accept_button.setFocus)

    def look_at_entries(self) -> None:
        """Say what is wrong in the cell that one is at, or else in the first that is."""
        if self._entries is not None:
            refused = list(self._entries.refusals())
            here = self._entries.key_at(self.table.currentIndex().row())
            at_fault = [key for key in refused if key == here] or refused
            self.say_trouble(self._entries.sentence(at_fault[0]) if at_fault else "")

    def write(self, verb: partial[Done], cell: str) -> Done | None:
        """Run the verb of OK, unless a row is refused: then go there.

        Args:
            verb: The verb with its content.
            cell: How the fields of refusals begin that are about one row; they end with ``:`` and its key.
        """
        if self._entries is not None and self._entries.refusals():
            self.table.go_to(self._entries.cell_of(next(iter(self._entries.refusals()))))
            return None
        self._writing = True
        outcome = self.operations.run(self, verb, self._attempt, partial(self._on_refusal, cell))
        self._writing = False
        return outcome if isinstance(outcome, Done) else None

    def _on_refusal(self, cell: str, refusal: Refusal) -> bool:
        changed = self.reload_on_change()
        where = refusal.where
        if isinstance(where, Cell) and where.column == cell and self._entries is not None:
            key = where.line if where.backorder is None else where.backorder
            # Fresh figures say themselves what does not fit them any more.
            if changed or self._entries.refuse(key, refusal):
                self.table.go_to(self._entries.cell_of(next(iter(self._entries.refusals()), key)))
                return True
        if not (changed and refusal.where == Field("version")):
            self.say_trouble(words_of(refusal))
        return True


def rows_table(rows: FixedRows[Any], name: str, stretch: int, table: QTableView | None = None) -> QTableView:
    """Make a table that is not filled in; one of its columns takes the room that is left."""
    table = table or QTableView()
    table.setAccessibleName(name)
    table.setModel(rows)
    prepare_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.horizontalHeader().setSectionsClickable(False)
    ColumnFit(table, stretch)
    return table


def fit_height(table: QTableView) -> None:
    """Make a short table as high as its rows: a few where there is room, two where there is little."""
    rows, header = table.model().rowCount(), table.horizontalHeader().sizeHint().height()
    table.setMinimumHeight(header + ROW_HEIGHT * min(rows, _FEWEST_ROWS) + 2)
    table.setMaximumHeight(header + ROW_HEIGHT * min(rows, _MOST_ROWS) + 2)


def small_button(label: str) -> QPushButton:
    """Make a button beside a table; Enter presses it while it has the focus."""
    button = QPushButton(label)
    button.setAccessibleName(label.replace("&", ""))
    return button
