"""A deposit that is asked: an amount, or a percentage. Serves the guide's page on special orders."""

from decimal import Decimal

from PySide6.QtCore import Qt
from typing_extensions import override

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.numbers import parse_decimal
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.edits import TextEdit

_LONGEST = 24
_PERCENT = "%"


class DepositEdit(TextEdit):
    """The deposit that is asked: an amount, or a percentage like 25%."""

    def __init__(self, field: str = "deposit") -> None:
        super().__init__(_LONGEST)
        self._field = field
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setPlaceholderText(self.tr("25% or amount"))

    def deposit(self) -> tuple[Decimal | None, Decimal]:
        """Return the percentage, or None, and the amount.

        Raises:
            RefusedError: It is neither.
        """
        typed = self.value()
        if not typed:
            return None, ZERO
        if not typed.endswith(_PERCENT):
            return None, formatting.parse_money(typed, field=self._field)
        point = formatting.store_format().decimal_point
        return parse_decimal(typed.removesuffix(_PERCENT), field=self._field, decimal_point=point), ZERO

    def show_deposit(self, percent: Decimal | None, amount: Decimal) -> None:
        """Show a percentage or, without one, an amount; of neither, nothing."""
        if percent is not None:
            self.set_value(f"{formatting.quantity(percent)}{_PERCENT}" if percent else "")
        else:
            self.set_value(formatting.money_to_edit(amount) if amount else "")

    @override
    def value(self) -> str:
        return super().value().replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
