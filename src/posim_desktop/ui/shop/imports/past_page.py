"""Where an import begins, and the imports there were, each with its Undo.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.queries.shop.file_imports import ImportRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.shop.imports.words import kind_name
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.table_dialog import rows_table

_FILE = 1
_LEAST_ROWS = 4


class PastPage(QWidget):
    """Where an import begins, and where one is taken back.

    Signals:
        file_wanted: The person wants to choose a file.
        undo_wanted(ImportRow): The person wants this import undone.
    """

    file_wanted = Signal()
    undo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        told = QLabel(
            self.tr(
                "A file of another till, web shop, bookkeeping program or spreadsheet: CSV or XLSX, with a row for "
                "each item, customer, vendor, department or tax code, or with stock counts or prices. Nothing is "
                "written before you have seen what will happen, and an import can be undone."
            )
        )
        told.setWordWrap(True)
        mark(told, role="muted")
        rows.addWidget(told)
        self.choose_button = named_button("choose_button", self.tr("&Choose a File…"), "upload")
        rows.addLayout(_at_left(self.choose_button))
        self.caption = QLabel()
        mark(self.caption, role="section")
        rows.addWidget(self.caption)
        columns: tuple[TableColumn[ImportRow], ...] = (
            TableColumn(self.tr("Imported"), lambda row: formatting.date_time(row.at)),
            TableColumn(self.tr("File"), lambda row: row.file_name),
            TableColumn(self.tr("Holds"), lambda row: kind_name(row.kind)),
            TableColumn(self.tr("Employee"), lambda row: row.employee or ""),
            TableColumn(self.tr("New"), lambda row: formatting.count(row.made), numeric=True),
            TableColumn(self.tr("Changed"), lambda row: formatting.count(row.changed), numeric=True),
            TableColumn(self.tr("Refused"), lambda row: formatting.count(row.refused), numeric=True),
            TableColumn(self.tr("Undone"), lambda row: formatting.date_time(row.undone_at) if row.undone_at else ""),
        )
        self.past_rows: FixedRows[ImportRow] = FixedRows(columns, self)
        self.past_table = rows_table(self.past_rows, self.tr("Imports So Far"), _FILE)
        self.past_table.setObjectName("past_table")
        self.past_table.setMinimumHeight(_LEAST_ROWS * ROW_HEIGHT)
        rows.addWidget(self.past_table, 1)
        self.undo_button = named_button("undo_button", self.tr("&Undo This Import…"), "undo-2")
        self.undo_button.setAutoDefault(False)
        rows.addLayout(_at_left(self.undo_button))
        rows.addStretch()
        self.choose_button.clicked.connect(self.file_wanted)
        self.undo_button.clicked.connect(self._on_undo_button_clicked)
        self.past_table.selectionModel().currentRowChanged.connect(self._update_undo)

    def show_past(self, imports: Sequence[ImportRow]) -> None:
        """Show the imports there were, the newest first."""
        at = max(0, self.past_table.currentIndex().row())
        self.past_rows.show_rows(imports)
        self.past_table.setVisible(bool(imports))
        self.undo_button.setVisible(bool(imports))
        self.caption.setText(self.tr("Imports So Far") if imports else self.tr("Nothing was imported yet."))
        self.past_table.selectRow(min(at, len(imports) - 1))
        self._update_undo()

    def chosen(self) -> ImportRow | None:
        """Return the import that one is at."""
        row = self.past_table.currentIndex().row()
        return self.past_rows.row_at(row) if 0 <= row < self.past_rows.rowCount() else None

    def _update_undo(self) -> None:
        chosen = self.chosen()
        self.undo_button.setEnabled(chosen is not None and chosen.undone_at is None)

    def _on_undo_button_clicked(self) -> None:
        self.undo_wanted.emit(self.chosen())


def _at_left(widget: QWidget) -> QHBoxLayout:
    columns = QHBoxLayout()
    columns.addWidget(widget)
    columns.addStretch(1)
    return columns
