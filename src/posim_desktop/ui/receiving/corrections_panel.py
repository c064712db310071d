"""The corrections of a posted log, each of which can be printed. Serves the page "Correct a receiving log"."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QVBoxLayout, QWidget

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.receiving.correction import CorrectionWriting, correction_pages
from posim_desktop.queries.receiving import corrections
from posim_desktop.queries.receiving.corrections import CorrectionRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark, prepare_table
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, open_preview

_MOST = 3
_REASON = 3
_WRITING = CorrectionWriting(formatting.quantity, formatting.date_time)


class CorrectionsPanel(QWidget):
    """Lists the corrections of a log; hidden while there is none."""

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self.setObjectName("corrections_panel")
        self.rows = FixedRows(
            (
                TableColumn[CorrectionRow](self.tr("Correction"), lambda row: str(row.number), numeric=True),
                TableColumn[CorrectionRow](self.tr("Date"), lambda row: formatting.date_time(row.at)),
                TableColumn[CorrectionRow](self.tr("By"), lambda row: row.by),
                TableColumn[CorrectionRow](self.tr("Reason"), lambda row: row.reason),
                TableColumn[CorrectionRow](
                    self.tr("Taken Back"), lambda row: formatting.quantity(row.quantity), numeric=True
                ),
            ),
            self,
        )
        self.table = QTableView()
        self.table.setObjectName("corrections_table")
        title = self.tr("Corrections")
        self.table.setAccessibleName(title)
        self.table.setModel(self.rows)
        prepare_table(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setToolTip(self.tr("Press Enter or double-click to print the correction"))
        ColumnFit(self.table, _REASON)
        self.table.activated.connect(self._on_activated)
        caption = QLabel(title)
        caption.setBuddy(self.table)
        mark(caption, role="label")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(caption)
        rows.addWidget(self.table)
        self.hide()

    def show_log(self, receiving_log_id: int | None) -> None:
        """Show the corrections of a posted log; None for a log that is not posted.

        Raises:
            TroubleError: The database cannot be reached.
        """
        made = () if receiving_log_id is None else self._operations.read(corrections.corrections_of, receiving_log_id)
        self.rows.show_rows(made)
        self.setVisible(bool(made))
        self.table.setFixedHeight((min(len(made), _MOST) + 1) * ROW_HEIGHT + 2)

    def newest(self) -> CorrectionRow | None:
        """Return the last of the corrections that are shown."""
        count = self.rows.rowCount()
        return self.rows.row_at(count - 1) if count else None

    def preview(self, correction_id: int) -> PrintPreviewDialog | None:
        """Show a correction as it prints; None after saying that the shop cannot be read."""
        try:
            details = self._operations.read(corrections.details, correction_id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return None
        if details is None:
            return None

        def lay_out(shop: ShopPreferences) -> Pages:
            return correction_pages(details, shop, _WRITING)

        return open_preview(self.window(), self._operations, lay_out)

    def _on_activated(self, index: QModelIndex) -> None:
        self.preview(self.rows.row_at(index.row()).id)
