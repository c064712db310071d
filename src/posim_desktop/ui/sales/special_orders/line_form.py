"""What can be written on a line: the right column of the card, and the dialog of what is not yet on file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.queries.sales.special_orders import LineChoices
from posim_desktop.ui.sales.special_orders.words import tr
from posim_desktop.ui.widgets.edits import CostEdit, MoneyEdit, NumberEdit, QuantityEdit, TextEdit
from posim_desktop.ui.widgets.inputs import ChoiceBox, TickBox

OF_NEW_ITEMS = ("code", "department_id", "tax_code_id")
"""What is only asked of what is not on file: a card has it already."""


class LineForm:
    """The inputs of a line, by the names of its fields.

    Attributes:
        inputs: The inputs.
        labels: What each is called.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Make the inputs of some fields."""
        self.labels = {
            "description": tr("Description"),
            "quantity": tr("Quantity"),
            "unit_price": tr("Price"),
            "price_ceiling": tr("Not Above"),
            "vendor_id": tr("Vendor"),
            "vendor_item_number": tr("Vendor Item No."),
            "cost": tr("Expected Cost"),
            "department_id": tr("Department"),
            "tax_code_id": tr("Tax Code"),
            "code": tr("Item ID"),
            "will_also_take": tr("Will Also Take"),
            "question": tr("Still to Ask"),
            "one_piece": tr("In One Piece"),
        }
        makers: dict[str, Callable[[], QWidget]] = {
            "description": lambda: TextEdit(text.DESCRIPTION),
            "quantity": QuantityEdit,
            "unit_price": lambda: MoneyEdit("unit_price"),
            "price_ceiling": lambda: MoneyEdit("price_ceiling", blank=True),
            "vendor_id": lambda: ChoiceBox("vendor_id", tr("vendor")),
            "vendor_item_number": lambda: TextEdit(text.SHORT),
            "cost": lambda: CostEdit("cost"),
            "department_id": lambda: ChoiceBox("department_id", tr("department")),
            "tax_code_id": lambda: ChoiceBox("tax_code_id", tr("tax code")),
            "code": lambda: TextEdit(text.CODE),
            "will_also_take": lambda: TextEdit(text.REASON),
            "question": lambda: TextEdit(text.REASON),
            "one_piece": _tick_box,
        }
        self.inputs = {name: makers[name]() for name in names}
        hints = {"price_ceiling": tr("price is fixed"), "code": tr("automatic")}
        for name in hints.keys() & self.inputs.keys():
            self.inputs[name].setProperty("placeholderText", hints[name])

    def offer(self, choices: LineChoices) -> None:
        """Offer what can be chosen."""
        for name, cards in (
            ("vendor_id", choices.vendors),
            ("department_id", choices.departments),
            ("tax_code_id", choices.tax_codes),
        ):
            box = self.inputs.get(name)
            if isinstance(box, ChoiceBox):
                box.offer(cards, "")

    def show(self, line: SpecialLine) -> None:
        """Show what is written on a line."""
        for name, widget in self.inputs.items():
            if isinstance(widget, NumberEdit | TextEdit | ChoiceBox | TickBox):
                widget.set_value(getattr(line, name))

    def value(self, before: SpecialLine) -> SpecialLine:
        """Read the line; what is not asked here stays as it was.

        Raises:
            RefusedError: Something cannot be read; names the field.
        """
        return replace(before, **{name: _read(widget) for name, widget in self.inputs.items()})


def _tick_box() -> TickBox:
    """Make a box no wider than its tick, or the frame of the keyboard's place would stand around nothing."""
    box = TickBox()
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return box


def _read(widget: QWidget) -> Any:  # noqa: ANN401 - what its field holds
    if isinstance(widget, NumberEdit):
        return widget.value_or_none()
    return widget.value() if isinstance(widget, TextEdit | ChoiceBox | TickBox) else None
