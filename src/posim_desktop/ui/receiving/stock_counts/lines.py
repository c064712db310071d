"""The lines of a stock count as a table. Serves the guide's page "Count the stock"."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving.stock_counts import CountLine
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedCell, EditedRows, Sign
from posim_desktop.ui.receiving.stock_counts.words import tr
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.document_lines import QUANTITY, DocumentLines
from posim_desktop.ui.widgets.scans_not_taken import Scan

WIDTHS = {
    "item": 28 * SPACE,
    QUANTITY: 22 * SPACE,
    "shelf": 22 * SPACE,
    "expected": 22 * SPACE,
    "difference": 24 * SPACE,
    "value": 26 * SPACE,
}
TELL_COSTS = ("value",)


@dataclass(frozen=True, slots=True)
class CountRow:
    """A line of a count as one person in one place sees it; ``own`` is what they counted there."""

    line: CountLine
    own: Decimal | None

    @property
    def id(self) -> int:
        """The item: a count has it once."""
        return self.line.id

    @property
    def item_id(self) -> int:
        """The item."""
        return self.line.id

    @property
    def quantity(self) -> Decimal:
        """What was counted here."""
        return self.own or NO_UNITS


def lines_model(costs: Costs, parent: QObject) -> EditedRows[CountRow]:
    """Make the model of the lines; what is counted here can be edited."""

    def here(row: CountRow) -> str:
        return "" if row.own is None else formatting.quantity(row.own)

    def counted(row: CountRow) -> str:
        return formatting.quantity(row.line.shelf) if row.line.is_counted else ""

    def difference(row: CountRow) -> str:
        return formatting.quantity(row.line.difference) if row.line.is_counted else ""

    def missed(row: CountRow) -> Sign | None:
        return None if row.line.is_counted else Sign("triangle-alert", "attention", tr("Nobody counted it yet"))

    def differs(row: CountRow) -> Sign | None:
        if not row.line.difference:
            return None
        return Sign("triangle-alert", "attention", tr("Not what was expected"))

    cell = EditedCell[CountRow]
    columns = (
        cell("item", tr("Item ID"), lambda row: row.line.item),
        cell("description", tr("Description"), lambda row: row.line.description, sign=missed),
        cell(QUANTITY, tr("Counted Here"), here, numeric=True, edit=here),
        cell("shelf", tr("Counted"), counted, numeric=True),
        cell("expected", tr("Expected"), lambda row: formatting.quantity(row.line.expected), numeric=True),
        cell("difference", tr("Difference"), difference, numeric=True, sign=differs),
        cell(
            "value",
            tr("At Cost"),
            costs.text(lambda row: formatting.money(row.line.value) if row.line.difference else ""),
            numeric=True,
        ),
    )
    return EditedRows(columns, parent)


class CountLines(DocumentLines[CountRow]):
    """Lines of a count: a scanned code that nobody knows is kept on the count, not in the list of scans not taken.

    Signals:
        unknown_scanned(Scan): No item has this code.
    """

    unknown_scanned = Signal(object)

    @override
    def keep_scan(self, scan: Scan, refusal: Refusal) -> None:
        if refusal.why is Why.NO_ITEM_HAS_CODE:
            self.unknown_scanned.emit(scan)
        else:
            super().keep_scan(scan, refusal)

    def is_kept(self, scan: Scan) -> None:
        """Deal with a scan that was kept on the count."""
        self._in_hand.pop(scan, None)
        self.scans_not_taken.forget(scan)
        self._keep_scans()

    def is_lost(self, scan: Scan, refusal: Refusal) -> None:
        """Keep in sight a scan that the count did not take either."""
        super().keep_scan(scan, refusal)
