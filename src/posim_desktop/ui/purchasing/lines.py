"""The columns of a working purchase order's lines, and reading what is typed into them."""

from posim_desktop.domain import text
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.queries.purchasing.orders import PurchaseOrderLineRow
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedCell, Sign
from posim_desktop.ui.purchasing.words import allocated_words, tr
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.document_lines import Hint

_Cell = EditedCell[PurchaseOrderLineRow]

WIDTHS = {
    "item": 24 * SPACE,
    "vendor_item_number": 34 * SPACE,
    "quantity": 20 * SPACE,
    "pack": 24 * SPACE,
    "cost": 22 * SPACE,
    "extended": 24 * SPACE,
    "for_customers": 31 * SPACE,
}
STRETCHED = "description"


TELL_COSTS = ("cost", "extended")
"""The columns that only who may see costs is shown."""


def columns(costs: Costs) -> tuple[_Cell, ...]:
    """Return the columns in their order."""
    return (
        _Cell("item", tr("Item ID"), lambda line: line.item),
        _Cell("description", tr("Description"), lambda line: line.description),
        _Cell("vendor_item_number", tr("Vendor Item No."), _number, edit=_number, longest=text.SHORT),
        _Cell("quantity", tr("Qty"), _measured, numeric=True, edit=_quantity, sign=_pack_sign),
        _Cell("pack", tr("Pack"), pack_words, numeric=True, edit=_pack),
        _Cell(
            "cost",
            tr("Cost"),
            costs.text(lambda line: formatting.cost_in_column(line.cost)),
            numeric=True,
            edit=costs.text(lambda line: formatting.cost_as_typed(line.cost, line.packing)),
        ),
        _Cell("extended", tr("Extended"), costs.text(lambda line: formatting.money(line.extension)), numeric=True),
        _Cell("for_customers", tr("For Customers"), for_customers, numeric=True, sign=_customers_sign),
    )


def for_customers(line: PurchaseOrderLineRow) -> str:
    """Write how much of a line is allocated; nothing when none is."""
    return formatting.quantity(line.allocated) if line.allocations else ""


def pack_warning(line: PurchaseOrderLineRow) -> str:
    """Say that a quantity is not in whole packs, or nothing."""
    if line.quantity % line.pack_quantity == 0:
        return ""
    return tr("{quantity} is not in whole packs of {pack}").format(
        quantity=formatting.quantity(line.quantity), pack=formatting.quantity(line.pack_quantity)
    )


def about(line: PurchaseOrderLineRow) -> Hint:
    """Say what to know about the current line."""
    warning = pack_warning(line)
    facts = [line.description, warning, allocated_words(line)]
    words = f"{line.item}: " + " · ".join(fact for fact in facts if fact)
    return Hint(words, "attention" if warning else "muted")


def pack_words(line: PurchaseOrderLineRow) -> str:
    """Write a quantity in whole packs, ``6 cs of 12``; else only what a pack holds."""
    pack = formatting.quantity(line.pack_quantity)
    packs = formatting.packs(line.quantity, line.packing)
    return tr("{packs} of {pack}").format(packs=packs, pack=pack) if packs else pack


def read_cell(name: str, typed: str, packing: Packing) -> OrderLineEdit:
    """Read what was typed into a cell as a change of its line.

    Raises:
        RefusedError: It cannot be read; the refusal names the field.
    """
    match name:
        case "quantity":
            return OrderLineEdit(quantity=formatting.parse_packed(typed, packing, field="quantity"))
        case "cost":
            cost, is_of_pack = formatting.parse_cost_of(typed, packing, field="cost")
            return OrderLineEdit(pack_cost=cost) if is_of_pack else OrderLineEdit(cost=cost)
        case "pack":
            return OrderLineEdit(pack_quantity=formatting.parse_quantity(typed, field="pack"))
        case _:
            return OrderLineEdit(vendor_item_number=typed)


def _number(line: PurchaseOrderLineRow) -> str:
    return line.vendor_item_number


def _quantity(line: PurchaseOrderLineRow) -> str:
    return formatting.quantity(line.quantity)


def _measured(line: PurchaseOrderLineRow) -> str:
    return formatting.measured(line.quantity, line.unit)


def _pack(line: PurchaseOrderLineRow) -> str:
    return formatting.quantity(line.pack_quantity)


def _pack_sign(line: PurchaseOrderLineRow) -> Sign | None:
    warning = pack_warning(line)
    return Sign("triangle-alert", "attention", warning) if warning else None


def _customers_sign(line: PurchaseOrderLineRow) -> Sign | None:
    return Sign("users", "info", allocated_words(line)) if line.allocations else None
