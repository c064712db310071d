"""Asking how many boxes wait for a customer, and their labels. Serves the guide's page "Pick up"."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal, RefusedError, require
from posim_desktop.domain.why import Why
from posim_desktop.printing.sales.box_label import MOST_BOXES
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.sales.pickup_prints import preview_labels
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_FIELD = "boxes"
_LONGEST = 4


class BoxLabelsDialog(FormDialog):
    """Asks for the number of boxes, then shows their labels."""

    def __init__(self, parent: QWidget, operations: Operations, invoice_ids: Sequence[int], whose: str = "") -> None:
        """Ask about boxes.

        Args:
            parent: Above which it opens.
            operations: The road to the shop.
            invoice_ids: The invoices on which goods wait.
            whose: The customer, if they are one customer's.
        """
        super().__init__(parent, self.tr("Box Labels"), accept=self.tr("&Preview"), cancel=self.tr("&Cancel"))
        self.setObjectName("box_labels_dialog")
        self._window = parent
        self._operations = operations
        self._invoice_ids = invoice_ids
        self.say_first(
            self.tr("Each box gets a label with its number, such as 2 of 3. {customer}").format(customer=whose).strip()
        )
        self.boxes_edit = TextEdit(_LONGEST)
        self.boxes_edit.setText("1")
        self.boxes_edit.selectAll()
        several = len(invoice_ids) > 1
        self.add_input(_FIELD, self.tr("Boxes for each customer") if several else self.tr("Boxes"), self.boxes_edit)
        self.first_focus = self.boxes_edit
        self.accept_button.clicked.connect(self.show_labels)
        self.finished.connect(parent.activateWindow)

    def show_labels(self) -> None:
        """Close and show the labels; a refusal stays at the field."""
        self.clear_refusals()
        try:
            boxes = read_boxes(self.boxes_edit.value())
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        self.accept()
        preview_labels(self._window, self._operations, self._invoice_ids, boxes)


def read_boxes(typed: str) -> int:
    """Read how many boxes there are.

    Raises:
        RefusedError: At ``boxes``: not a whole number from 1 to 99.
    """
    units = formatting.parse_quantity(typed, field=_FIELD)
    is_number_of_boxes = units == units.to_integral_value() and 1 <= units <= MOST_BOXES
    require(None if is_number_of_boxes else Refusal(Why.NO_NUMBER_OF_BOXES, Field(_FIELD), most=MOST_BOXES))
    return int(units)
