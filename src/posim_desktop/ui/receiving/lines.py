"""The lines of a receiving log as a table. Serves the guide's page "Receive"."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.queries.receiving.logs import ReceivingLineRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedCell, EditedRows, Sign
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.document_lines import QUANTITY
from posim_desktop.ui.widgets.edited_table import EditedTable

COST, FREE, ITEM, LOT = "cost", "free", "item", "lot"
_OPEN = "open"
_WIDTHS = {
    ITEM: 28 * SPACE,
    "vendor_item_number": 34 * SPACE,
    "ordered": 20 * SPACE,
    _OPEN: 18 * SPACE,
    QUANTITY: 22 * SPACE,
    FREE: 16 * SPACE,
    LOT: 20 * SPACE,
    COST: 22 * SPACE,
    "extended": 26 * SPACE,
}
_Cell = EditedCell[ReceivingLineRow]


TELL_COSTS = (COST, "extended")
"""The columns that only who may see costs is shown."""


def lines_model(costs: Costs, parent: QObject) -> EditedRows[ReceivingLineRow]:
    """Make the model of the lines; Received, Free and Cost can be edited."""

    def received_sign(line: ReceivingLineRow) -> Sign | None:
        if model.read_only and line.taken:
            words = _tr("{taken} taken back, so {came} came").format(
                taken=formatting.quantity(line.taken), came=formatting.quantity(line.quantity - line.taken)
            )
            return Sign("undo-2", "attention", words)
        if line.over <= 0 or model.read_only:  # of a posted log nothing is open any more
            return None
        words = _tr("{over} more than is open on the order").format(over=formatting.quantity(line.over))
        return Sign("triangle-alert", "attention", words)

    def serials_sign(line: ReceivingLineRow) -> Sign | None:
        if not line.lacks_serials or model.read_only:
            return None
        words = _tr("{count} of {units} serial numbers are entered (Shift+F5)").format(
            count=formatting.count(len(line.serials)), units=formatting.quantity(line.quantity)
        )
        return Sign("scan-barcode", "attention", words)

    def quantity(line: ReceivingLineRow) -> str:
        return formatting.quantity(line.quantity)

    def measured(line: ReceivingLineRow) -> str:
        packs = formatting.packs(line.quantity, line.packing) if line.quantity else ""
        words = formatting.measured(line.quantity, line.unit)
        return _tr("{units} ({packs})").format(units=words, packs=packs) if packs else words

    columns = (
        _Cell(ITEM, _tr("Item ID"), lambda line: line.item),
        _Cell("description", _tr("Description"), lambda line: line.description, sign=serials_sign),
        _Cell("vendor_item_number", _tr("Vendor Item No."), lambda line: line.vendor_item_number),
        _Cell(
            "ordered",
            _tr("Ordered"),
            lambda line: "" if line.ordered is None else formatting.quantity(line.ordered),
            numeric=True,
        ),
        _Cell(
            _OPEN,
            _tr("Open"),
            lambda line: "" if line.still_open is None else formatting.quantity(line.still_open),
            numeric=True,
        ),
        _Cell(QUANTITY, _tr("Received"), measured, numeric=True, edit=quantity, sign=received_sign),
        _Cell(LOT, _tr("Lot"), _lot, edit=_lot, longest=text.SHORT),
        _Cell(
            FREE,
            _tr("Free"),
            lambda line: formatting.quantity(line.free) if line.free else "",
            numeric=True,
            edit=lambda line: formatting.quantity(line.free) if line.free else "",
        ),
        _Cell(
            COST,
            _tr("Cost"),
            costs.text(lambda line: formatting.cost_in_column(line.cost)),
            numeric=True,
            edit=costs.text(lambda line: formatting.cost_as_typed(line.cost, line.packing)),
        ),
        _Cell("extended", _tr("Extended"), costs.text(lambda line: formatting.money(line.extension)), numeric=True),
    )
    model = EditedRows(columns, parent)
    return model


def _lot(line: ReceivingLineRow) -> str:
    return line.lot


class LogLinesTable(EditedTable):
    """The lines; what is open is of interest while the log is working only."""

    def __init__(self, rows: EditedRows[ReceivingLineRow], parent: QWidget | None = None) -> None:
        super().__init__(rows, _WIDTHS, "description", parent)
        self._open_column = rows.column_named(_OPEN)

    def show_open(self, *, shown: bool) -> None:
        """Show the column Open, or hide it."""
        self.setColumnHidden(self._open_column, not shown)


def _tr(words: str) -> str:
    return QCoreApplication.translate("LogLinesTable", words)
