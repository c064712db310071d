"""Items that customers are waiting for but that have no usable vendor, with a way to fix each.

Serves the guide's page "Auto Backorder PO".
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.cards.cards import preferring
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import items as stored_items
from posim_desktop.queries.cards import vendors
from posim_desktop.queries.purchasing.auto_backorder_po import Obstacle, StrandedItem
from posim_desktop.services.cards import items
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import with_hint
from posim_desktop.ui.widgets.inputs import ChoiceBox
from posim_desktop.ui.widgets.table_dialog import fit_height, rows_table, small_button

VENDOR = "preferred_vendor_id"
_DESCRIPTION = 1


class StrandedItems(QWidget):
    """Lists the items; hidden while there is none.

    Attributes:
        vendor_box: The vendor to order the current item from.
        fix_button: Lets the current item be ordered; the dialog runs :meth:`fix`.
    """

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        """Make an empty list.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent)
        self._operations = operations
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        heading = QLabel(self.tr("Items That Cannot Be Ordered Yet"))
        mark(heading, role="section")
        columns: tuple[TableColumn[StrandedItem], ...] = (
            TableColumn(self.tr("Item ID"), lambda row: row.item),
            TableColumn(self.tr("Description"), lambda row: row.description),
            TableColumn(self.tr("Reason"), self._why),
            TableColumn(self.tr("Backorders"), lambda row: formatting.count(row.backorders), numeric=True),
            TableColumn(self.tr("Qty Wanted"), lambda row: formatting.quantity(row.unallocated), numeric=True),
        )
        self._stranded: FixedRows[StrandedItem] = FixedRows(columns, self)
        self.table = rows_table(self._stranded, heading.text(), _DESCRIPTION)
        self.table.setObjectName("stranded_table")
        rows.addWidget(heading)
        rows.addWidget(self.table)
        rows.addLayout(self._build_fix())
        self.vendor_box.entered.connect(self.fix_button.click)
        self.table.selectionModel().currentChanged.connect(self._show_fix)

    def _build_fix(self) -> QHBoxLayout:
        self.vendor_box = ChoiceBox(VENDOR, self.tr("vendor"))
        self.vendor_box.setObjectName("vendor_box")
        self.vendor_box.setMinimumWidth(80 * SPACE)
        self.vendor_box.offer(self._operations.read(vendors.choices), "")
        label = QLabel(self.tr("&Preferred Vendor"))
        label.setBuddy(self.vendor_box)
        mark(label, role="label")
        self.vendor_box.setAccessibleName(label.text().replace("&", ""))
        self._choice = QWidget()
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(3 * SPACE)
        choice.addWidget(label)
        choice.addWidget(with_hint(self.vendor_box))
        self.fix_button = small_button("")
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self._choice)
        columns.addWidget(self.fix_button)
        columns.addStretch(1)
        return columns

    def show_items(self, stranded: Sequence[StrandedItem]) -> None:
        """Show items, the current row as before as far as possible."""
        at = self.table.currentIndex().row()
        self._stranded.show_rows(stranded)
        self.table.selectRow(min(max(0, at), len(stranded) - 1))
        fit_height(self.table)
        self.setVisible(bool(stranded))
        self._show_fix()

    def fix(self) -> partial[Done] | None:
        """Make the verb that lets the current item be ordered.

        Raises:
            RefusedError: No vendor was chosen, or the item was deleted.
            TroubleError: The database cannot be reached.
        """
        row = self._current()
        if row is None:
            return None
        if row.obstacle is Obstacle.ITEM_ARCHIVED:
            return partial(items.bring_back, item_id=row.item_id, version=row.version)
        vendor_id = self.vendor_box.value()
        if vendor_id is None:
            raise refuse(Why.NO_VENDOR_FOR_ITEM, Field(VENDOR), item=row.item)
        card = self._operations.read(stored_items.details, row.item_id)
        if card is None:
            raise refuse(Why.ITEM_DELETED)
        fields = preferring(card.fields, vendor_id)
        return partial(items.change, item_id=row.item_id, fields=fields, version=row.version)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter in the table here: it sets the vendor, and must not write the orders."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.fix_button.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _current(self) -> StrandedItem | None:
        row = self.table.currentIndex().row()
        return self._stranded.row_at(row) if row >= 0 else None

    def _show_fix(self) -> None:
        row = self._current()
        archived = row is not None and row.obstacle is Obstacle.ITEM_ARCHIVED
        self._choice.setVisible(not archived)
        label = self.tr("Bring &Item Back") if archived else self.tr("&Set Vendor")
        self.fix_button.setText(label)
        self.fix_button.setAccessibleName(label.replace("&", ""))

    def _why(self, row: StrandedItem) -> str:
        return {
            Obstacle.NO_VENDOR: self.tr("No Preferred Vendor"),
            Obstacle.VENDOR_ARCHIVED: self.tr("Preferred Vendor is archived"),
            Obstacle.ITEM_ARCHIVED: self.tr("Item is archived"),
        }[row.obstacle]
