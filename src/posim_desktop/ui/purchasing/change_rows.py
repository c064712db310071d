"""The rows of the Change Order dialog: what is ordered of a line from now on, and at what cost."""

from dataclasses import dataclass, replace
from decimal import Decimal

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.purchasing.changes import LineChange, LineStanding, line_change_refusal
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.purchasing.orders import PurchaseOrderLineRow
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedCell, Sign
from posim_desktop.ui.purchasing.words import tr
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.costs import Costs

STRETCHED = "description"
TELL_COSTS = ("cost",)
WIDTHS = {
    "item": 24 * SPACE,
    "was": 18 * SPACE,
    "settled": 24 * SPACE,
    "ordered": 24 * SPACE,
    "cost": 22 * SPACE,
}


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A line as it is, and as it is to be; one of an item that is added has the item's id, below zero.

    ``packing`` is how its goods come.
    """

    id: int
    item: str
    description: str
    was: Decimal
    settled: Decimal
    ordered: Decimal
    cost_was: Decimal
    cost: Decimal
    packing: Packing

    @property
    def is_new(self) -> bool:
        """Whether the item is added."""
        return self.id < 0

    @property
    def is_changed(self) -> bool:
        """Whether anything of it is to change."""
        return self.is_new or self.ordered != self.was or self.cost != self.cost_was

    @property
    def change(self) -> LineChange:
        """What is to change of a line."""
        ordered = None if self.ordered == self.was else self.ordered
        return LineChange(self.id, ordered, None if self.cost == self.cost_was else self.cost)

    @property
    def added(self) -> NewOrderLine:
        """The item to add."""
        return NewOrderLine(-self.id, self.ordered, None if self.cost == self.cost_was else self.cost)

    @property
    def still_open(self) -> Decimal:
        """What would be open."""
        return max(NO_UNITS, self.ordered - self.settled)


def row_of(line: PurchaseOrderLineRow) -> ChangedRow:
    """Begin with a line as it is."""
    settled = line.received + line.closed_short
    was, cost = line.ordered, line.cost
    return ChangedRow(line.id, line.item, line.description, was, settled, was, cost, cost, line.packing)


def columns(costs: Costs) -> tuple[EditedCell[ChangedRow], ...]:
    """Return the columns in their order."""
    quantity = formatting.quantity
    return (
        EditedCell("item", tr("Item ID"), lambda row: row.item, sign=_sign),
        EditedCell("description", tr("Description"), lambda row: row.description),
        EditedCell("was", tr("Was"), lambda row: "" if row.is_new else quantity(row.was), numeric=True),
        EditedCell(
            "settled", tr("Came or Closed"), lambda row: quantity(row.settled) if row.settled else "", numeric=True
        ),
        EditedCell(
            "ordered",
            tr("Ordered Now"),
            lambda row: quantity(row.ordered),
            numeric=True,
            edit=lambda row: quantity(row.ordered),
        ),
        EditedCell(
            "cost",
            tr("Cost"),
            costs.text(lambda row: formatting.cost_in_column(row.cost)),
            numeric=True,
            edit=costs.text(lambda row: formatting.cost_to_edit(row.cost)),
        ),
    )


def typed_into(row: ChangedRow, name: str, typed: str) -> ChangedRow:
    """Read what was typed into a cell.

    Raises:
        RefusedError: It cannot be read, or the line cannot be changed like this.
    """
    if name == "cost":
        changed = replace(row, cost=formatting.parse_cost(typed, field="cost"))
    else:
        ordered = formatting.parse_packed(typed, row.packing, field="ordered", zero=not row.is_new)
        changed = replace(row, ordered=ordered)
    refusal = line_change_refusal(changed.change, LineStanding(row.was, row.settled, row.cost_was))
    if refusal is not None:
        raise RefusedError(refusal)
    return changed


def _sign(row: ChangedRow) -> Sign | None:
    if row.is_new:
        return Sign("plus", "info", tr("Added to the order"))
    return Sign("pencil", "attention", tr("Changed")) if row.is_changed else None
