"""The lines of a working invoice as a table. Serves the guide's pages "Sell" and "Back-order"."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.printing.sales.invoice import deposit_words
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedCell, EditedRows, Sign
from posim_desktop.ui.sales import discount_words

_Cell = EditedCell[WorkingLine]


class LineColumn(StrEnum):
    """What the columns are called, as refusals name the field."""

    ITEM = "item"
    DESCRIPTION = "description"
    TRANS_CODE = "trans_code"
    QUANTITY = "quantity"
    PRICE = "unit_price"
    DISCOUNT = "discount"
    TAX = "tax_code"
    EXTENDED = "extension"


CELL_KEYS: Mapping[LineColumn, str] = MappingProxyType(
    {LineColumn.QUANTITY: "F5", LineColumn.PRICE: "F6", LineColumn.TRANS_CODE: "F7", LineColumn.DISCOUNT: "F8"}
)
"""The key that opens each column's cell of the current line."""


class LinesModel(EditedRows[WorkingLine]):
    """Shows lines; of a comment only the words can be edited, of goods all but the words, of a deposit nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        quantity = _of_goods(lambda line: formatting.quantity(line.quantity))
        measured = _of_goods(lambda line: formatting.measured(line.quantity, line.unit))
        self.columns = (
            _Cell(LineColumn.ITEM, self.tr("Item ID"), lambda line: line.item, quiet=_is_comment),
            _Cell(
                LineColumn.DESCRIPTION,
                self.tr("Description"),
                self._description,
                edit=lambda line: line.description,
                editable=_is_comment,
                quiet=_is_comment,
                longest=text.NOTE,
                sign=self._sign,
            ),
            _Cell(
                LineColumn.TRANS_CODE,
                self.tr("Trans Code"),
                _trans_code,
                edit=_trans_code,
                editable=_is_changeable,
                quiet=_is_comment,
                longest=1,
            ),
            _Cell(
                LineColumn.QUANTITY,
                self.tr("Qty"),
                measured,
                numeric=True,
                edit=quantity,
                editable=_is_changeable,
                sign=self._shortage,
            ),
            _Cell(
                LineColumn.PRICE,
                self.tr("Price"),
                _of_goods(lambda line: formatting.money(line.unit_price)),
                numeric=True,
                edit=lambda line: formatting.money_to_edit(line.unit_price),
                editable=_is_changeable,
            ),
            _Cell(
                LineColumn.DISCOUNT,
                self.tr("Discount"),
                _of_goods(lambda line: discount_words.written(line, formatting.money)),
                numeric=True,
                edit=lambda line: discount_words.written(line, formatting.money_to_edit),
                editable=_is_changeable,
                tip=_of_goods(discount_words.explained),
            ),
            _Cell(LineColumn.TAX, self.tr("Tax"), lambda line: line.tax_code),
            _Cell(
                LineColumn.EXTENDED,
                self.tr("Extended"),
                lambda line: "" if _is_comment(line) else formatting.money(line.before_sale_discount),
                numeric=True,
                quiet=lambda line: line.trans_code is TransCode.BACKORDER,
            ),
        )

    def _description(self, line: WorkingLine) -> str:
        words = self._words(line)
        if line.trans_code is TransCode.BACKORDER and line.on_sale_on is not None:
            day = formatting.date(line.on_sale_on)
            words = self.tr("{description} – on sale from {day}").format(description=words, day=day)
        return self.tr("{description} – one piece").format(description=words) if line.one_piece else words

    def _words(self, line: WorkingLine) -> str:
        if line.trans_code is TransCode.DEPOSIT:
            return deposit_words(line)
        if line.trans_code is TransCode.RETURN:
            # In front, because the end of a long description is out of sight.
            words = self.tr("No receipt: {description}") if line.is_unexplained else "{description}"
            damaged = self.tr("Damaged. {description}") if line.damaged else "{description}"
            return damaged.format(description=words.format(description=line.description))
        if line.place:
            return self.tr("{description} – {place}").format(description=line.description, place=line.place)
        if line.awaits is not None:
            day = self.tr("no day yet") if line.expected_on is None else formatting.date(line.expected_on)
            words = self.tr("{description} – from order {number}, {day}")
            return words.format(description=line.description, number=line.awaits, day=day)
        if line.expected_on is None:
            return line.description
        words = self.tr("{description} – expected {day}")
        return words.format(description=line.description, day=formatting.date(line.expected_on))

    def _sign(self, line: WorkingLine) -> Sign | None:
        if line.has_no_receipt:
            return self._no_receipt(line)
        missing = self._missing_serials(line)
        if missing is None and line.is_picked:
            words = self.tr("Set aside on another invoice until this one is posted")
            return Sign("package-check", "good", words)
        return missing

    def _no_receipt(self, line: WorkingLine) -> Sign:
        """Call attention to goods without a receipt until somebody allowed them and it is known why they come back."""
        if line.is_unexplained:
            words = self.tr("No sale is named; before it is paid, the till asks why it comes back")
            return Sign("undo-2", "violet", words)
        words = self.tr("No sale is named. Reason: {reason}. Allowed by {name}")
        return Sign("undo-2", "muted", words.format(reason=line.return_reason, name=line.allowed_by))

    def _missing_serials(self, line: WorkingLine) -> Sign | None:
        if not line.lacks_serials:
            return None
        words = self.tr("{count} of {units} serial numbers are entered (Shift+F5)").format(
            count=formatting.count(len(line.serials)), units=formatting.quantity(line.quantity)
        )
        return Sign("scan-barcode", "attention", words)

    def _shortage(self, line: WorkingLine) -> Sign | None:
        if line.shortage <= 0:
            return None
        words = self.tr("{short} more than available: On Hand {on_hand}, Available {available}").format(
            short=formatting.quantity(line.shortage),
            on_hand=formatting.quantity(line.on_hand),
            available=formatting.quantity(line.available),
        )
        return Sign("triangle-alert", "attention", words)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object | None:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == self.column_named(LineColumn.TRANS_CODE):
            return Qt.AlignmentFlag.AlignCenter  # as the chips below it are painted
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return CELL_KEYS.get(LineColumn(self.columns[section].name))
        return super().headerData(section, orientation, role)


def _is_comment(line: WorkingLine) -> bool:
    return line.trans_code is TransCode.COMMENT


def _is_goods(line: WorkingLine) -> bool:
    return line.trans_code not in (TransCode.COMMENT, TransCode.DEPOSIT)


def _is_changeable(line: WorkingLine) -> bool:
    """Say whether a row's goods can be changed here: what is set aside on another invoice can not."""
    return _is_goods(line) and not line.is_picked


def _of_goods(write: Callable[[WorkingLine], str]) -> Callable[[WorkingLine], str]:
    """Leave a cell empty in the row of a comment or a deposit."""
    return lambda line: write(line) if _is_goods(line) else ""


def _trans_code(line: WorkingLine) -> str:
    return str(line.trans_code)
