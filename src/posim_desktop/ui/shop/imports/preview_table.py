"""The first rows of a file as the cards that they become; what is changed or lost is marked at its cell.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from posim_desktop.services.exchange.import_preview import PreviewCell, PreviewRow, RowOutcome
from posim_desktop.ui import formatting
from posim_desktop.ui.models.looks import ANSWERED, LEFT, RIGHT, CellRole, error_style
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.shop.imports.words import field_name

Index = QModelIndex | QPersistentModelIndex
_MONEY = frozenset({"price", "minimum_amount"})
_BEFORE = 2  # the columns of the line and of what becomes of the row


class PreviewRows(QAbstractTableModel):
    """Rows of a file; beside the line stands what becomes of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: Sequence[str] = ()
        self._rows: Sequence[PreviewRow] = ()

    def show_rows(self, fields: Sequence[str], rows: Sequence[PreviewRow]) -> None:
        """Show other rows, with a column for each field."""
        self.beginResetModel()
        self._fields, self._rows = fields, rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else _BEFORE + len(self._fields)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < _BEFORE:
            return (_tr("Line"), _tr("Becomes"))[section]
        return field_name(self._fields[section - _BEFORE])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in ANSWERED or not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == 0:
            return {CellRole.DISPLAY: formatting.count(row.line), CellRole.ALIGNMENT: RIGHT}.get(role)
        if index.column() == 1:
            return _outcome(row, role)
        place = index.column() - _BEFORE
        return _cell(self._fields[place], row.cells[place], role)


def _outcome(row: PreviewRow, role: int) -> object | None:
    words = {
        RowOutcome.NEW: _tr("New card"),
        RowOutcome.CHANGES: _tr("Changes"),
        RowOutcome.SAME: _tr("As it is"),
        RowOutcome.REFUSED: _tr("Refused"),
    }[row.outcome]
    told = f"{words}: {words_of(row.refusal)}" if row.refusal else words
    match role:
        case CellRole.DISPLAY:
            return words
        case CellRole.TOOLTIP | CellRole.ACCESSIBLE_TEXT:
            return told
    return error_style(role) if row.refusal else None


def _cell(field: str, shown: PreviewCell, role: int) -> object | None:
    text = _written(field, shown.becomes)
    match role:
        case CellRole.DISPLAY:
            return text
        case CellRole.ALIGNMENT:
            return RIGHT if isinstance(shown.becomes, Decimal) else LEFT
        case CellRole.TOOLTIP:
            return _told(shown, text) if shown.is_changed else text
        case CellRole.ACCESSIBLE_TEXT:
            told = _told(shown, text) if shown.is_changed else text
            return f"{field_name(field)} {told}"
    return error_style(role, "attention") if shown.is_changed else None


def _told(shown: PreviewCell, text: str) -> str:
    words = _tr("The file says “{written}”, the card “{becomes}”.").format(written=shown.written, becomes=text)
    return f"{words} {words_of(shown.note)}" if shown.note else words


def _written(field: str, value: object) -> str:
    """Write what a card will hold as the windows do."""
    match value:
        case bool():
            return _tr("Yes") if value else _tr("No")
        case Decimal() if field in _MONEY:
            return formatting.money(value)
        case Decimal() if field == "cost":
            return formatting.cost(value)
        case Decimal():
            return formatting.quantity(value)
        case tuple():
            return " ".join(map(str, value))
        case _:
            return " ".join(str(value).split())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Imports", words)
