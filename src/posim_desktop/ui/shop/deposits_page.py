"""The preferences of deposits: what may be kept when somebody cancels. Serves the guide's page on preferences."""

from dataclasses import replace

from PySide6.QtWidgets import QSpinBox, QWidget

from posim_desktop.domain.preferences import MAX_PERCENT, ShopPreferences
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_of
from posim_desktop.ui.style import SPACE

_NUMBER_WIDTH = 32 * SPACE


class DepositsPage(QWidget):
    """The fee when a customer who paid ahead changes their mind."""

    def __init__(self, before: ShopPreferences) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        self.cancel_fee_percent_edit = QSpinBox(minimum=0, maximum=MAX_PERCENT)
        self.cancel_fee_percent_edit.setSuffix(self.tr(" percent"))
        self.cancel_fee_percent_edit.setFixedWidth(_NUMBER_WIDTH)
        self.cancel_fee_percent_edit.setValue(before.cancel_fee_percent)
        form = form_of(self)
        label = self.tr("Cancellation fee up to")
        add_row(self.inputs, form, "cancel_fee_percent", label, self.cancel_fee_percent_edit)
        kept = self.tr(
            "When a customer cancels, so much of the deposit on what is canceled may be kept. Keeping more needs the "
            "permission to keep a larger fee."
        )
        form.addRow("", explanation(kept))

    def on(self, preferences: ShopPreferences) -> ShopPreferences:
        """Put what was chosen on this page into the preferences."""
        return replace(preferences, cancel_fee_percent=self.cancel_fee_percent_edit.value())
