"""Vendors to tick, with what customers wait for. Serves the guide's page "Auto Backorder PO"."""

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from posim_desktop.queries.purchasing.auto_backorder_po import VendorCount
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, Index, TableColumn


class VendorChoices(FixedRows[VendorCount]):
    """Vendors, each with a tick; ticks stay when fresh figures come.

    Signals:
        ticked: A vendor was ticked or unticked.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        write = formatting.quantity
        self._columns = (
            TableColumn(self.tr("Vendor"), lambda row: f"{row.name} ({row.code})"),
            TableColumn(self.tr("Backorders"), lambda row: formatting.count(row.backorders), numeric=True),
            TableColumn(self.tr("Items"), lambda row: formatting.count(row.items), numeric=True),
            TableColumn(self.tr("Qty Wanted"), lambda row: write(row.unallocated), numeric=True),
            TableColumn(self.tr("In Stock Now"), lambda row: write(row.on_shelf), numeric=True),
            TableColumn(self.tr("Unallocated on Open Orders"), lambda row: write(row.free), numeric=True),
            TableColumn(self.tr("To Order"), lambda row: write(row.to_order), numeric=True),
        )
        self._left_out: set[int] = set()

    def chosen(self) -> tuple[int, ...]:
        """Return the ticked vendors from whom something has to be bought, in their order."""
        return tuple(row.vendor_id for row in self._rows if self._is_ticked(row))

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every vendor, or none."""
        self._left_out = set() if ticked else {row.vendor_id for row in self._rows}
        self._tell(0, len(self._rows) - 1)

    def toggle(self, number: int) -> None:
        """Toggle a vendor's check mark."""
        if 0 <= number < len(self._rows) and self._rows[number].to_order > 0:
            self._left_out ^= {self._rows[number].vendor_id}
            self._tell(number, number)

    def _is_ticked(self, row: VendorCount) -> bool:
        return row.to_order > 0 and row.vendor_id not in self._left_out

    def _tell(self, first: int, last: int) -> None:
        if last >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        self.ticked.emit()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self._rows[index.row()].to_order > 0:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object | None:
        if index.isValid() and index.column() == 0 and role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._is_ticked(self._rows[index.row()])
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole and self._rows[index.row()].to_order == 0:
            return self.tr("Nothing to buy: the shelf and open orders have enough. Fill or allocate.")
        shown: object | None = super().data(index, role)
        return shown

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column():
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted != self._is_ticked(self._rows[index.row()]):
            self.toggle(index.row())
        return True
