"""Asking under which tax code a line is sold. Serves the guide's page "Taxes"."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import ChoiceBox


class LineTaxDialog(FormDialog):
    """Takes the tax code of one line, whatever its item's card says."""

    def __init__(self, parent: QWidget, sale: Sale, line: WorkingLine, choices: Sequence[Choice]) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._sale = sale
        self._line = line
        self.setObjectName("line_tax")
        self.setWindowTitle(self.tr("Tax Code of the Line"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        words = self.tr("For this line of the invoice only: {item}. The item's card stays as it is.")
        self.say_first(words.format(item=line.description))
        self.tax_code_box = ChoiceBox("tax_code_id", self.tr("tax code"))
        self.add_input("tax_code_id", self.tr("Tax Code"), self.tax_code_box)
        self.tax_code_box.offer(choices, self.tr("(not taxed)"))
        self.tax_code_box.set_value(line.tax_code_id)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            chosen = self.tax_code_box.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        refusal = self._sale.change_tax_code(self._line.id, chosen)
        if refusal is None:
            self.accept()
        elif refusal.why is not Why.NOT_STORED:
            self.show_refusal(refusal)
