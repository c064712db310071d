"""The preferences of deposits: how much is asked, and what may be kept. Serves the guide's page on preferences."""

from dataclasses import replace

from PySide6.QtWidgets import QSpinBox, QWidget

from posim_desktop.domain.preferences import MAX_PERCENT, ShopPreferences
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_of
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.edits import MoneyEdit

_NUMBER_WIDTH = 32 * SPACE


class DepositsPage(QWidget):
    """What is asked before goods are ordered for a customer, and the fee when the customer changes their mind."""

    def __init__(self, before: ShopPreferences) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        self._build()
        self.deposit_percent_edit.setValue(before.deposit_percent)
        self.deposit_at_least_edit.set_value(before.deposit_at_least)
        self.cancel_fee_percent_edit.setValue(before.cancel_fee_percent)

    def _build(self) -> None:
        self.deposit_percent_edit = QSpinBox(minimum=0, maximum=MAX_PERCENT)
        self.deposit_at_least_edit = MoneyEdit("deposit_at_least")
        self.cancel_fee_percent_edit = QSpinBox(minimum=0, maximum=MAX_PERCENT)
        for percent_edit in (self.deposit_percent_edit, self.cancel_fee_percent_edit):
            percent_edit.setSuffix(self.tr(" percent"))
        form = form_of(self)
        for edit in (self.deposit_percent_edit, self.deposit_at_least_edit, self.cancel_fee_percent_edit):
            edit.setFixedWidth(_NUMBER_WIDTH)
        add_row(self.inputs, form, "deposit_percent", self.tr("Ask for a deposit of"), self.deposit_percent_edit)
        add_row(self.inputs, form, "deposit_at_least", self.tr("but at least"), self.deposit_at_least_edit)
        asked = self.tr(
            "Proposed for what is ordered for a customer: a part of what will be paid, tax included. Taking less needs "
            "the permission to take a smaller deposit."
        )
        form.addRow("", explanation(asked))
        add_row(
            self.inputs, form, "cancel_fee_percent", self.tr("Cancellation fee up to"), self.cancel_fee_percent_edit
        )
        kept = self.tr(
            "When a customer cancels, so much of the deposit on what is canceled may be kept. Keeping more needs the "
            "permission to keep a larger fee."
        )
        form.addRow("", explanation(kept))

    def on(self, preferences: ShopPreferences) -> ShopPreferences:
        """Put what was chosen on this page into the preferences.

        Raises:
            RefusedError: The amount is none; names its field.
        """
        return replace(
            preferences,
            deposit_percent=self.deposit_percent_edit.value(),
            deposit_at_least=self.deposit_at_least_edit.value(),
            cancel_fee_percent=self.cancel_fee_percent_edit.value(),
        )
