"""Who wished for what a delivery brought. Serves the guide's pages "Want List" and "Receive"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Record
from posim_desktop.queries.backorders.wants import WantRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 205 * SPACE, 85 * SPACE
_DESCRIPTION = 3


class WantsArrivedDialog(QDialog):
    """Lists the wishes for goods that came and are still free, the oldest first.

    Signals:
        link(Record, int): The person wants to see one of them.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget, wished: tuple[WantRow, ...]) -> None:
        super().__init__(parent)
        self._wished = wished
        self.setObjectName("wants_arrived")
        self.setWindowTitle(self.tr("Want List: These Goods Are Here"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        told = QLabel(
            self.tr(
                "These customers asked to be told. Nothing is promised or set aside for them: open a wish to call the "
                "customer, and to sell or back-order it with its date."
            )
        )
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

    def _build_table(self) -> ChoiceTable:
        columns: tuple[TableColumn[WantRow], ...] = (
            TableColumn(self.tr("Customer"), lambda row: row.customer),
            TableColumn(self.tr("Phone"), lambda row: row.phone),
            TableColumn(self.tr("Item ID"), lambda row: row.item),
            TableColumn(self.tr("Description"), lambda row: row.goods),
            TableColumn(self.tr("Wanted"), lambda row: formatting.quantity(row.quantity), numeric=True),
            TableColumn(self.tr("Available"), lambda row: formatting.quantity(row.available), numeric=True),
            TableColumn(self.tr("Since"), lambda row: formatting.day_of(row.wanted_at)),
        )
        self.rows: FixedRows[WantRow] = FixedRows(columns, self)
        self.rows.show_rows(self._wished)
        self.table = ChoiceTable(self.rows, self.tr("Wishes"), wide=_DESCRIPTION)
        self.table.setObjectName("table")
        self.table.chosen.connect(self._open)
        return self.table

    def _build_buttons(self) -> QHBoxLayout:
        self.close_button = named_button("close_button", self.tr("&Close"))
        self.open_button = named_button("open_button", self.tr("&Open"))
        mark(self.open_button, primary=True)
        self.open_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(lambda: self._open(max(0, self.table.currentIndex().row())))
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addStretch(1)
        columns.addWidget(self.close_button)
        columns.addWidget(self.open_button)
        return columns

    def _open(self, row: int) -> None:
        self.accept()
        self.link.emit(Record.WANT, self._wished[row].id)
