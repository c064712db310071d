"""The head of a receiving log: what the vendor's papers say and who took the delivery in. Serves "Receive"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, refuse
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.receiving.logs import ReceivingDetails
from posim_desktop.services.receiving.logs import Header
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.edits import TextEdit, clear_refusals, show_refusal, with_hint
from posim_desktop.ui.widgets.elided import ElidedLink
from posim_desktop.ui.widgets.form import let_be_read
from posim_desktop.ui.widgets.inputs import ChoiceBox

_COLUMNS = 4


class HeaderPanel(QFrame):
    """The fields of the header, with links to the vendor and the purchase order.

    Signals:
        field_left: Enter in a field, or the person went elsewhere.
    """

    field_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, card=True)
        self.vendor_link, self.order_link = self._link("vendor_link"), self._link("order_link")
        # Longer than may be kept, so that too long a text is refused and not cut off unseen.
        self.vendor_invoice_edit, self.note_edit = TextEdit(text.NOTE), TextEdit(2 * text.NOTE)
        self.invoice_date_edit = DateEdit("invoice_date", blank=True)
        self.received_on_edit = DateEdit("received_on")
        self.received_by_edit = ChoiceBox("received_by", self.tr("employee"))
        self.received_by_words = TextEdit(text.NAME)
        self.received_by_words.setObjectName("received_by_words")
        let_be_read(self.received_by_words, reading=True)
        self.inputs: dict[str, QLineEdit | ChoiceBox] = {
            "vendor_invoice": self.vendor_invoice_edit,
            "invoice_date": self.invoice_date_edit,
            "received_on": self.received_on_edit,
            "received_by": self.received_by_edit,
            "note": self.note_edit,
        }
        self._build()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(SPACE)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._place(grid, 0, 0, self.tr("Vendor"), self.vendor_link)
        self._place(grid, 0, 1, self.tr("Purchase Order"), self.order_link)
        self._place(grid, 0, 2, self.tr("Note"), self.note_edit, span=2)
        self._place(grid, 2, 0, self.tr("Vendor Invoice"), self.vendor_invoice_edit)
        self._place(grid, 2, 1, self.tr("Invoice Date"), self.invoice_date_edit)
        self._place(grid, 2, 2, self.tr("Received On"), self.received_on_edit)
        self._place(grid, 2, 3, self.tr("Received By"), self.received_by_edit)
        self.received_by_words.setAccessibleName(self.tr("Received By"))
        grid.addWidget(self.received_by_words, 3, 3, Qt.AlignmentFlag.AlignTop)
        for name, edit in self.inputs.items():
            edit.setObjectName(f"{name}_edit")
            line = edit.lineEdit() if isinstance(edit, QComboBox) else edit
            if line is not None:
                line.editingFinished.connect(self.field_left)
        self.received_by_edit.activated.connect(lambda _place: self.field_left.emit())

    def _place(self, grid: QGridLayout, row: int, column: int, label: str, widget: QWidget, *, span: int = 1) -> None:
        caption = QLabel(label)
        caption.setBuddy(widget)
        mark(caption, role="label")
        widget.setAccessibleName(label)
        grid.addWidget(caption, row, column, 1, span)
        if isinstance(widget, ElidedLink):
            grid.addWidget(widget, row + 1, column, 1, span, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(with_hint(widget), row + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _link(self, name: str) -> ElidedLink:
        link = ElidedLink()
        link.setObjectName(name)
        link.setAutoDefault(False)
        mark(link, link=True)
        return link

    def show_details(self, log: ReceivingDetails, employees: tuple[Choice, ...]) -> None:
        """Show a log's header; one that is posted can only be read."""
        self.vendor_link.show_words(log.vendor)
        number = log.purchase_order_number
        self.order_link.show_words(self.tr("None") if number is None else str(number))
        self.order_link.setEnabled(number is not None)
        self.order_link.setToolTip("" if number is not None else self.tr("These goods came without a purchase order."))
        self.vendor_invoice_edit.set_value(log.vendor_invoice)
        self.invoice_date_edit.set_value(log.invoice_date)
        self.received_on_edit.set_value(log.received_on)
        self.received_by_edit.offer(employees, none="")
        self.received_by_edit.set_value(log.received_by_id)
        self.note_edit.set_value(log.note)
        posted = log.status is not ReceivingStatus.WORKING
        self.received_by_words.set_value(log.received_by)
        self.received_by_words.setVisible(posted)
        self.received_by_edit.setVisible(not posted)
        for edit in self.inputs.values():
            let_be_read(edit, reading=posted)

    def header(self) -> Header:
        """Read the fields.

        Raises:
            RefusedError: Names the field that cannot be used.
        """
        received_on = self.received_on_edit.value()
        if received_on is None:
            raise refuse(Why.NO_ARRIVAL_DATE, Field("received_on"))
        received_by_id = self.received_by_edit.value()
        if received_by_id is None:
            raise refuse(Why.NO_RECEIVING_EMPLOYEE, Field("received_by"))
        return Header(
            self.vendor_invoice_edit.value(),
            self.invoice_date_edit.value(),
            received_on,
            received_by_id,
            self.note_edit.value(),
        )

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say what is wrong at the field it is about; False when it is about none of them."""
        return show_refusal(self.inputs, refusal)

    def clear_refusals(self) -> None:
        """Take every mark and message away."""
        clear_refusals(self.inputs.values())
