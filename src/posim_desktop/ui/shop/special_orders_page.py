"""What special orders ask and say. Serves the guide's page on special orders."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.money import in_cents, of_cents
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.why import Why
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_page
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.deposit_edit import DepositEdit
from posim_desktop.ui.widgets.inputs import LinesEdit

_TERMS_LINES = 5
_DEPOSIT_WIDTH = 32 * SPACE


class SpecialOrdersPage(QWidget):
    """The usual deposit, and the terms above the line to sign.

    Attributes:
        inputs: The inputs by the field names of refusals.
    """

    def __init__(self, before: ShopPreferences) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        page, form = form_page()
        self.deposit_edit = DepositEdit("usual_deposit")
        self.deposit_edit.setFixedWidth(_DEPOSIT_WIDTH)
        percent = None if before.deposit_amount else Decimal(before.deposit_percent)
        self.deposit_edit.show_deposit(percent, of_cents(before.deposit_amount))
        self.terms_edit = LinesEdit(_TERMS_LINES)
        self.terms_edit.set_value(before.special_order_terms)
        add_row(self.inputs, form, "usual_deposit", self.tr("Usual Deposit"), self.deposit_edit)
        meaning = self.tr(
            "A percentage like 25% of all that the customer will pay, tax included, or an amount, but no more than "
            "they will pay. A new special order asks this much; who may ask less, and how little, is said on their "
            "role."
        )
        form.addRow("", explanation(meaning))
        add_row(self.inputs, form, "special_order_terms", self.tr("Terms"), self.terms_edit)
        form.addRow("", explanation(self.tr("Printed on the confirmation, above the line to sign.")))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)

    def on(self, preferences: ShopPreferences) -> ShopPreferences:
        """Return the preferences with what is chosen here.

        Raises:
            RefusedError: At ``usual_deposit``: it is neither a whole percentage nor an amount.
        """
        percent, amount = self.deposit_edit.deposit()
        if percent is not None and percent != percent.to_integral_value():
            raise refuse(Why.PERCENT_NOT_WHOLE, Field("usual_deposit"))
        return replace(
            preferences,
            deposit_percent=int(percent or 0),
            deposit_amount=in_cents(amount),
            special_order_terms=self.terms_edit.value().strip(),
        )
