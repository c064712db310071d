"""The head of the card: for whom, by when, how to reach them, and the deposit. Serves "Special orders" in the guide."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.sales.special_orders import SpecialOrderHead
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.sales.special_orders import SpecialOrderDetails
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.sales.special_orders.words import tr, uncollected_words
from posim_desktop.ui.sales.till.customer_panel import CustomerPanel
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.deposit_edit import DepositEdit
from posim_desktop.ui.widgets.edits import TextEdit, show_refusal, with_hint
from posim_desktop.ui.widgets.form import let_be_read
from posim_desktop.ui.widgets.inputs import ChoiceBox

_CUSTOMER = 62 * SPACE
_NARROWEST = 26 * SPACE


class SpecialOrderHeadPanel(QFrame):
    """Customer and fields, side by side.

    Attributes:
        inputs: What can be typed, by the field names of refusals.
    """

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, card=True)
        self.customer_panel = CustomerPanel(operations)
        self.customer_panel.setObjectName("customer_panel")
        self.customer_panel.setFixedWidth(_CUSTOMER)
        self.uncollected_label = QLabel()
        self.uncollected_label.setObjectName("uncollected_label")
        self.uncollected_label.setWordWrap(True)
        mark(self.uncollected_label, role="attention")
        self.needed_edit = DateEdit("needed_by", blank=True)
        self.taker_box = ChoiceBox("employee", tr("employee"))
        self.customer_order_edit = TextEdit(text.SHORT)
        self.reach_edit = TextEdit(text.REASON)
        self.note_edit = TextEdit(text.NOTE)
        self.deposit_edit = DepositEdit()
        self.inputs: dict[str, QWidget] = {
            "needed_by": self.needed_edit,
            "employee": self.taker_box,
            "reach": self.reach_edit,
            "customer_order": self.customer_order_edit,
            "note": self.note_edit,
            "deposit": self.deposit_edit,
        }
        self._build()

    def _build(self) -> None:
        labels = {
            "needed_by": tr("Needed By"),
            "employee": tr("Taken By"),
            "deposit": tr("Deposit"),
            "reach": tr("How to Reach Them"),
            "customer_order": tr("Their Order No."),
            "note": tr("Note"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        for place, (name, label) in enumerate(labels.items()):
            widget = self.inputs[name]
            widget.setObjectName(f"{name}_edit")
            widget.setAccessibleName(label)
            widget.setMinimumWidth(_NARROWEST)
            caption = QLabel(label)
            caption.setBuddy(widget)
            mark(caption, role="label")
            row, column = divmod(place, 3)
            grid.addWidget(caption, 2 * row, column)
            grid.addWidget(with_hint(widget), 2 * row + 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(self.customer_panel)
        left.addWidget(self.uncollected_label)
        left.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(3 * SPACE)
        columns.addLayout(left)
        columns.addLayout(grid, 1)

    def show_customer(self, details: SpecialOrderDetails | None, *, reading: bool) -> None:
        """Show for whom the order is, and whether they left others behind."""
        self.customer_panel.show_customer(None if details is None else details.customer)
        self.customer_panel.remove_button.setVisible(not reading)
        words = "" if details is None else uncollected_words(details.uncollected)
        self.uncollected_label.setText(words)
        self.uncollected_label.setVisible(bool(words))

    def show_head(self, head: SpecialOrderHead, takers: Sequence[Choice], employee_id: int | None) -> None:
        """Show the fields of an order."""
        self.taker_box.offer(takers, "")
        self.taker_box.set_value(employee_id)
        self.needed_edit.set_value(head.needed_by)
        self.reach_edit.set_value(head.reach)
        self.customer_order_edit.set_value(head.customer_order)
        self.note_edit.set_value(head.note)
        self.deposit_edit.show_deposit(head.deposit_percent, head.deposit)

    def values(self) -> tuple[SpecialOrderHead, int | None] | None:
        """Read the fields and who took it; None after saying at a field what cannot be used."""
        try:
            percent, amount = self.deposit_edit.deposit()
            head = SpecialOrderHead(
                self.needed_edit.value(),
                self.reach_edit.value(),
                self.customer_order_edit.value(),
                self.note_edit.value(),
                percent,
                amount,
            )
            return head, self.taker_box.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return None

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say what is wrong at the input it is about; False when it is about none of them."""
        return show_refusal(self.inputs, refusal)

    def let_be_read(self, *, reading: bool) -> None:
        """Let the fields look like text, or be edited."""
        for widget in self.inputs.values():
            let_be_read(widget, reading=reading)
