"""What is shown once an invoice is posted. Serves the guide's page "Pay and post"."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Record
from posim_desktop.queries.sales.processed_invoices import InvoiceBackorder, ProcessedDetails
from posim_desktop.queries.sales.returns import WaitingForThese
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.key_rules import key_rules
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.amount_label import AmountLabel
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows

_DOUBLE_PRESS_MS = 500


class PostedPanel(QFrame):
    """Number, change, the new backorders, Print and New sale.

    Signals:
        new_sale_requested: Begin the next invoice.
        print_requested: Show the print preview.
        mail_requested: Mail the receipt.
        set_aside_requested(WaitingForThese): Goods that came back are to be set aside for who waits for them.
        answer_requested(InvoiceBackorder): The customer says what has to be known of what was promised.
        link(Record, int): Show a record.
    """

    new_sale_requested = Signal()
    print_requested = Signal()
    mail_requested = Signal()
    set_aside_requested = Signal(object)
    answer_requested = Signal(object)
    link = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._invoice_id = 0
        self._posted_at_ms = 0
        self._offers: dict[int, Banner] = {}
        self._asking: dict[int, Banner] = {}
        self.set_aside_on: int | None = None
        self.setProperty("card", True)
        self._build()
        self.new_sale_button.clicked.connect(self._on_new_sale_button_clicked)
        self.print_button.clicked.connect(self.print_requested)
        self.mail_button.clicked.connect(self.mail_requested)
        self.number_button.clicked.connect(lambda: self.link.emit(Record.INVOICE, self._invoice_id))

    def _build(self) -> None:
        self.posted_label = QLabel(self.tr("Posted"))
        mark(self.posted_label, role="good")
        self.change_caption = QLabel(self.tr("Change"))
        mark(self.change_caption, role="label")
        self.change_label = AmountLabel()
        self.change_label.setObjectName("change_label")
        self.backorders_caption = QLabel(self.tr("New Backorders"))
        mark(self.backorders_caption, role="label")
        self.waiting_rows = QVBoxLayout()
        self.waiting_rows.setSpacing(2 * SPACE)
        backorders = ScrolledRows()
        self.backorder_rows = backorders.rows
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE)
        rows.setSpacing(SPACE)
        rows.addWidget(self.posted_label)
        rows.addLayout(self._build_links())
        rows.addWidget(self.change_caption)
        rows.addWidget(self.change_label)
        rows.addLayout(self.waiting_rows)
        rows.addWidget(self.backorders_caption)
        rows.addWidget(backorders, 1)
        rows.addLayout(self._build_actions())

    def _build_links(self) -> QHBoxLayout:
        self.number_button = QPushButton()
        self.number_button.setObjectName("number_button")
        self.mail_button = QPushButton(self.tr("Mail Receipt…"))
        self.mail_button.setObjectName("mail_button")
        self.mail_button.setAccessibleName(self.tr("Mail Receipt"))
        columns = QHBoxLayout()
        columns.addWidget(self.number_button)
        columns.addStretch(1)
        columns.addWidget(self.mail_button)
        for button in (self.number_button, self.mail_button):
            mark(button, link=True)
        return columns

    def _build_actions(self) -> QHBoxLayout:
        self.print_button = QPushButton(self.tr("&Print"))
        self.print_button.setObjectName("print_button")
        self.print_button.setAccessibleName(self.tr("Print"))
        self.print_button.setIcon(icon("printer"))
        mark(self.print_button, tender=True)
        self.new_sale_button = QPushButton(self.tr("&New Sale"))
        self.new_sale_button.setObjectName("new_sale_button")
        self.new_sale_button.setAccessibleName(self.tr("New Sale"))
        self.new_sale_button.setIcon(icon("plus", role="on_accent"))
        mark(self.new_sale_button, tender=True, primary=True)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.print_button)
        columns.addWidget(self.new_sale_button, 1)
        return columns

    def show_posted(
        self,
        invoice: ProcessedDetails,
        backorders: tuple[InvoiceBackorder, ...],
        waiting: tuple[WaitingForThese, ...] = (),
        *,
        posted_at_ms: int = 0,
    ) -> None:
        """Show what was posted.

        Args:
            invoice: The processed invoice.
            backorders: The cards it made.
            waiting: Who waits for goods that came back with it.
            posted_at_ms: Time of the Enter that posted it, else 0; the second half of a double Enter is not "New sale".
        """
        self._invoice_id, self._posted_at_ms = invoice.id, posted_at_ms
        self.number_button.setText(self.tr("Invoice {number}").format(number=invoice.number))
        self.number_button.setAccessibleName(self.number_button.text())
        paid_out = invoice.total < 0
        self.change_caption.setText(self.tr("Paid Out") if paid_out else self.tr("Change"))
        self.change_label.setText(formatting.amount(-invoice.total - invoice.rounding if paid_out else invoice.change))
        self.change_label.setAccessibleName(f"{self.change_caption.text()} {self.change_label.text()}")
        self.backorders_caption.setVisible(bool(backorders))
        for rows in (self.waiting_rows, self.backorder_rows):
            _empty(rows)
        self._offers = {offer.backorder_id: self._build_offer(offer) for offer in waiting}
        self._asking = {each.id: self._build_question(each) for each in backorders if each.question}
        for backorder in backorders:
            self.backorder_rows.addWidget(self._backorder_link(backorder), 0, Qt.AlignmentFlag.AlignLeft)

    def _build_offer(self, offer: WaitingForThese) -> Banner:
        """Say who waits for goods that just came back, with the button that sets them aside."""
        banner = Banner()
        banner.setObjectName("waiting_banner")
        words = self.tr("{customer} waits for {quantity} of these: {item} (since {day})").format(
            customer=offer.customer,
            quantity=formatting.quantity(offer.quantity),
            item=offer.description,
            day=formatting.day_of(offer.since),
        )
        banner.show_message("attention", words, self.tr("Set Aside"))
        banner.action_button.setAccessibleName(self.tr("Set Aside for {customer}").format(customer=offer.customer))
        banner.action_requested.connect(partial(self.set_aside_requested.emit, offer))
        self.waiting_rows.addWidget(banner)
        return banner

    def _build_question(self, backorder: InvoiceBackorder) -> Banner:
        """Say what the customer is asked, who still stands there, with the button that takes the answer down."""
        banner = Banner()
        banner.setObjectName("question_banner")
        words = self.tr("{item}: {question}").format(item=backorder.item, question=backorder.question)
        banner.show_message("attention", words, self.tr("Answer"))
        banner.action_button.setAccessibleName(self.tr("Answer for {item}").format(item=backorder.item))
        banner.action_requested.connect(partial(self.answer_requested.emit, backorder))
        self.waiting_rows.addWidget(banner)
        return banner

    def go(self) -> None:
        """Put the keyboard on what comes next: what the customer is to be asked while they are here, or a new sale."""
        asking = next(iter(self._asking.values()), None)
        (self.new_sale_button if asking is None else asking.action_button).setFocus()

    def show_question(self, backorder_id: int, question: str) -> None:
        """Say what is still to be asked; the customer may want to think about it, and the next sale goes on."""
        if question:
            words = self.tr("Needs Information: {question}").format(question=question)
            self._asking[backorder_id].message_label.setText(words)
            self.new_sale_button.setFocus()
        else:
            self._asking.pop(backorder_id).clear_message()
            self.go()

    def show_set_aside(self, offer: WaitingForThese, invoice_id: int) -> None:
        """Say that goods are set aside; the invoice on which they wait is one key away."""
        banner = self._offers.pop(offer.backorder_id)
        words = self.tr("Set aside for {customer}: {quantity} × {item}").format(
            customer=offer.customer, quantity=formatting.quantity(offer.quantity), item=offer.description
        )
        banner.show_message("good", words)
        self.new_sale_button.setFocus()
        self.set_aside_on = invoice_id

    def _backorder_link(self, backorder: InvoiceBackorder) -> QPushButton:
        words = self.tr("Backorder {number}: {quantity} × {item}").format(
            number=backorder.number, quantity=formatting.quantity(backorder.ordered), item=backorder.item
        )
        button = QPushButton(words.replace("&", "&&"))
        button.setAccessibleName(words)
        mark(button, link=True)
        button.clicked.connect(partial(self.link.emit, Record.BACKORDER, backorder.id))
        return button

    def _on_new_sale_button_clicked(self) -> None:
        pressed_at_ms = key_rules().pressed_at_ms
        if not (self._posted_at_ms and pressed_at_ms and pressed_at_ms - self._posted_at_ms < _DOUBLE_PRESS_MS):
            self.new_sale_requested.emit()


def _empty(rows: QVBoxLayout) -> None:
    while (old := rows.takeAt(0)) is not None:
        widget = old.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
