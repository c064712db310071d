"""The columns of a special order's lines, and reading what is typed into them."""

from dataclasses import replace

from posim_desktop.domain import text
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.queries.sales.special_orders import SpecialLineRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedCell, Sign
from posim_desktop.ui.sales.special_orders.words import item_word, price_promise, tr
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.document_lines import Hint

_Cell = EditedCell[SpecialLineRow]

WIDTHS = {
    "item": 22 * SPACE,
    "quantity": 14 * SPACE,
    "unit_price": 20 * SPACE,
    "price_ceiling": 22 * SPACE,
    "extended": 22 * SPACE,
}
STRETCHED = "description"


def columns() -> tuple[_Cell, ...]:
    """Return the columns in their order."""
    return (
        _Cell("item", tr("Item ID"), item_word, sign=_new_sign),
        _Cell("description", tr("Description"), _description, edit=_description, longest=text.DESCRIPTION),
        _Cell("quantity", tr("Qty"), _quantity, numeric=True, edit=_quantity),
        _Cell("unit_price", tr("Price"), _price, numeric=True, edit=_price_to_edit),
        _Cell("price_ceiling", tr("Not Above"), _ceiling, numeric=True, edit=_ceiling_to_edit),
        _Cell("extended", tr("Extended"), lambda line: formatting.money(line.extension), numeric=True),
    )


def about(line: SpecialLineRow) -> Hint:
    """Say what to know about the current line."""
    content = line.content
    facts = [
        content.question and tr("Still to ask: {question}").format(question=content.question),
        content.will_also_take and tr("Will also take: {what}").format(what=content.will_also_take),
        price_promise(content.price_ceiling),
        tr("in one piece") if content.one_piece else "",
        "" if line.on_sale_on is None else tr("on sale from {day}").format(day=formatting.date(line.on_sale_on)),
        "" if line.vendor else tr("no vendor yet"),
    ]
    words = " · ".join(fact for fact in facts if fact)
    return Hint(words, "attention" if content.question else "muted")


def read_cell(line: SpecialLineRow, name: str, typed: str) -> SpecialLine:
    """Read what was typed into a cell as the line's new content.

    Raises:
        RefusedError: It cannot be read; the refusal names the field.
    """
    match name:
        case "quantity":
            return replace(line.content, quantity=formatting.parse_quantity(typed, field="quantity"))
        case "unit_price":
            return replace(line.content, unit_price=formatting.parse_money(typed, field="unit_price"))
        case "price_ceiling":
            ceiling = formatting.parse_money(typed, field="price_ceiling") if typed.strip() else None
            return replace(line.content, price_ceiling=ceiling)
        case _:
            return replace(line.content, description=typed)


def _description(line: SpecialLineRow) -> str:
    return line.content.description


def _quantity(line: SpecialLineRow) -> str:
    return formatting.quantity(line.quantity)


def _price(line: SpecialLineRow) -> str:
    return formatting.money(line.content.unit_price)


def _price_to_edit(line: SpecialLineRow) -> str:
    return formatting.money_to_edit(line.content.unit_price)


def _ceiling(line: SpecialLineRow) -> str:
    ceiling = line.content.price_ceiling
    return "" if ceiling is None else formatting.money(ceiling)


def _ceiling_to_edit(line: SpecialLineRow) -> str:
    ceiling = line.content.price_ceiling
    return "" if ceiling is None else formatting.money_to_edit(ceiling)


def _new_sign(line: SpecialLineRow) -> Sign | None:
    return Sign("package-plus", "info", tr("Not on file until the order is posted")) if line.is_new else None
