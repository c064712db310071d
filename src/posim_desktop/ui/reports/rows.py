"""The table of a report: values that sort by their size, the sums last, each row a way to its documents."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from posim_desktop.domain.exchange.sheets import Kind, Value
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.reports.report import ReportRow, ReportSpec, sorted_rows, words
from posim_desktop.ui.reports.values import cell, written
from posim_desktop.ui.style import app_font
from posim_desktop.ui.tokens import tokens

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReportRows(QAbstractTableModel):
    """The rows of one report after the other.

    Attributes:
        report: Which it is now.
        rows: Its rows in the order in which they are shown.
        sums: The last row; empty where nothing is added up.
    """

    def __init__(self, report: ReportSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.rows: Sequence[ReportRow] = ()
        self.sums: Sequence[Value] = ()
        self._order = report.order
        self._bold = QFont(app_font())
        self._bold.setBold(True)

    def show_report(self, report: ReportSpec, rows: Sequence[ReportRow] = (), sums: Sequence[Value] = ()) -> None:
        """Show the rows of a report."""
        self.beginResetModel()
        self.report, self.rows, self.sums = report, rows, sums
        self._order = report.order
        self.endResetModel()

    def row_at(self, index: Index) -> ReportRow | None:
        """Return a row; None for the sums."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows) + bool(self.sums)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.report.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.report.columns[index.column()]
        row = self.row_at(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            text = self._text(row, index.column())
            return f"{words(column.label)} {text}" if role == Qt.ItemDataRole.AccessibleTextRole else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind.is_figure else _LEFT
        if role == Qt.ItemDataRole.FontRole and row is None:
            return self._bold
        if role == Qt.ItemDataRole.ForegroundRole and row is not None and index.column() == 0 and self.report.leads:
            return QColor(tokens().accent)
        return None

    def _text(self, row: ReportRow | None, place: int) -> str:
        column = self.report.columns[place]
        if row is None:
            if place == 0:
                return self.tr("Total")
            return written(self.sums[place], column.kind)
        value = row.values[place]
        if column.kind is Kind.COST and isinstance(value, Decimal):
            return formatting.cost_in_column(value)
        return cell(value, column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.report.columns):
            return None
        column = self.report.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return words(column.label)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind.is_figure else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and section == self._order[0]:
            return icon("chevron-down" if self._order[1] else "chevron-up", role="muted")
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.report.columns):
            return
        descending = order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        self._order = (column, descending)
        self.rows = sorted_rows(self.report, self.rows, column, descending=descending)
        self.layoutChanged.emit()
