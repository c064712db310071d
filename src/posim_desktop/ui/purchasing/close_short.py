"""Close Short: closing a line, and showing who loses goods by it. Serves the guide's page "Purchase orders"."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.purchasing import allocations, order_changes
from posim_desktop.queries.purchasing.orders import PurchaseOrderLineRow
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.edits import QuantityEdit
from posim_desktop.ui.widgets.elided import ElidedLink
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows

_WIDTH = 500
_ROW, _MOST_ROWS = 8 * SPACE, 6


class CloseShortDialog(FormDialog):
    """Asks whether the rest of a line is given up, naming who would have to wait for another order.

    Signals:
        closed_short(int): It was; the line.
    """

    closed_short = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, line: PurchaseOrderLineRow) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("close_short_dialog")
        self.setWindowTitle(self.tr("Close Short"))
        for button, label in ((self.accept_button, self.tr("Close Short")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._operations = operations
        self._line = line
        self._attempt = Attempt(one_action=True)
        mark(self.accept_button, destructive=True)
        self.accept_button.setToolTip("")
        self.cancel_button.setDefault(True)
        self.body.addWidget(ApprovalNotice(operations, Permission.POST_ORDERS, self))
        question = self.tr("{open} of {ordered} × {item} {description} still open. How many of them will not come?")
        self.say_first(
            question.format(
                open=formatting.quantity(line.still_open),
                ordered=formatting.quantity(line.ordered),
                item=line.item,
                description=line.description,
            )
        )
        self.quantity_edit = QuantityEdit("quantity")
        self.add_input("quantity", self.tr("Qty"), self.quantity_edit)
        self.quantity_edit.set_value(line.still_open)
        self.quantity_edit.textEdited.connect(self._on_quantity_edited)
        self.hurt_label = QLabel()
        self.hurt_label.setObjectName("hurt_label")
        self.hurt_label.setWordWrap(True)
        mark(self.hurt_label, role="attention")
        self.body.addWidget(self.hurt_label)
        self._show_hurt()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        operations.bus.changed.connect(self._on_bus_changed)

    def _show_hurt(self) -> None:
        try:
            given_up = self.quantity_edit.value() or self._line.still_open
        except RefusedError:
            return  # what was said of the figure before stands until it can be read
        left = max(NO_UNITS, self._line.still_open - given_up)
        hurt = self._operations.read(order_changes.losing, {self._line.id: left})
        words = self.tr("{quantity} allocated to {customer} (backorder {number})")
        each = [
            words.format(quantity=formatting.quantity(row.quantity), customer=row.customer, number=row.number)
            for row in hurt[:_MOST_ROWS]
        ]
        if len(hurt) > _MOST_ROWS:
            each.append(self.tr("and {count} more").format(count=formatting.count(len(hurt) - _MOST_ROWS)))
        self.hurt_label.setText("\n".join(each))
        self.hurt_label.setVisible(bool(each))

    def _on_quantity_edited(self) -> None:
        self.accept_button.setDefault(True)
        self._show_hurt()

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            quantity = self.quantity_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(order_posting.close_short, line_id=self._line.id, quantity=quantity)
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
            self.closed_short.emit(self._line.id)

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.isVisible() and any(change.record is Record.PURCHASE_ORDER for change in changes):
            self._show_hurt()


class ReleasedDialog(FormDialog):
    """Names the backorders that just lost goods because less is to come; each is a link to its card.

    Signals:
        link(Record, int): The person wants to see a backorder.
    """

    link = Signal(object, int)

    def __init__(self, parent: QWidget, operations: Operations, purchase_order_id: int, why: AllocationKind) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("released_dialog")
        self.setWindowTitle(self.tr("Backorders That Lost Goods"))
        self.accept_button.setText(self.tr("OK"))
        self.accept_button.setAccessibleName(self.tr("OK"))
        self.cancel_button.hide()
        rows = operations.read(allocations.shrunk, (purchase_order_id,))
        lost = [row for row in rows if row.why is why]
        self._released = [row for row in lost if row.at == lost[0].at]  # the latest come first
        self.say_first(
            self.tr("These customers are waiting for goods that will not come with this order. Order them again:")
        )
        self._build_links()
        self.accept_button.clicked.connect(self.accept)

    @property
    def names_somebody(self) -> bool:
        """Whether anybody lost anything."""
        return bool(self._released)

    def _build_links(self) -> None:
        links = ScrolledRows()
        words = self.tr("Backorder {number}: {customer} lost {quantity} × {item}")
        for row in self._released:
            told = words.format(
                number=row.number,
                customer=row.customer,
                quantity=formatting.quantity(row.lost),
                item=row.item,
            )
            button = ElidedLink()
            button.show_words(told)
            button.setAccessibleName(told)
            button.setAutoDefault(False)
            mark(button, link=True)
            button.clicked.connect(partial(self._follow, row.backorder_id))
            links.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        links.setFixedHeight(_ROW * max(1, min(len(self._released), _MOST_ROWS)))
        self.body.addWidget(links)

    def _follow(self, backorder_id: int) -> None:
        self.accept()
        self.link.emit(Record.BACKORDER, backorder_id)
