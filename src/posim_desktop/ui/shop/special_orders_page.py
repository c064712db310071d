"""What special orders ask and say. Serves the guide's page on special orders."""

from dataclasses import replace

from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from posim_desktop.domain.preferences import MAX_PERCENT, ShopPreferences
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_page
from posim_desktop.ui.widgets.inputs import LinesEdit

_TERMS_LINES = 5


class SpecialOrdersPage(QWidget):
    """The usual deposit, and the terms above the line to sign.

    Attributes:
        inputs: The inputs by the field names of refusals.
    """

    def __init__(self, before: ShopPreferences) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        page, form = form_page()
        self.deposit_percent_edit = QSpinBox(minimum=0, maximum=MAX_PERCENT)
        self.deposit_percent_edit.setSuffix(self.tr(" percent"))
        self.deposit_percent_edit.setSpecialValueText(self.tr("None"))
        self.deposit_percent_edit.setValue(before.deposit_percent)
        self.terms_edit = LinesEdit(_TERMS_LINES)
        self.terms_edit.set_value(before.special_order_terms)
        add_row(self.inputs, form, "deposit_percent", self.tr("Usual Deposit"), self.deposit_percent_edit)
        meaning = self.tr(
            "Of all that the customer will pay, tax included. A new special order asks this much; who may ask less, "
            "and how little, is said on their role."
        )
        form.addRow("", explanation(meaning))
        add_row(self.inputs, form, "special_order_terms", self.tr("Terms"), self.terms_edit)
        form.addRow("", explanation(self.tr("Printed on the confirmation, above the line to sign.")))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)

    def on(self, preferences: ShopPreferences) -> ShopPreferences:
        """Return the preferences with what is chosen here."""
        return replace(
            preferences,
            deposit_percent=self.deposit_percent_edit.value(),
            special_order_terms=self.terms_edit.value().strip(),
        )
