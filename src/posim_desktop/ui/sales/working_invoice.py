"""The Working Invoice: what a cashier lives in all day. Serves the guide's pages on selling, back-ordering and paying.

The panels are in :mod:`posim_desktop.ui.sales.till`; here they are put together. Item entry has the focus unless the
person put it elsewhere, scans land there from anywhere, and every line is stored before it is shown.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries import answers
from posim_desktop.queries.sales import processed_invoices
from posim_desktop.queries.sales import returns as return_queries
from posim_desktop.ui import formatting
from posim_desktop.ui.key_rules import key_rules
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Refused, Trouble
from posim_desktop.ui.people.posting_log_in import PostingLogIn
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.till.commitment import Commitment
from posim_desktop.ui.sales.till.earlier_goods import EarlierGoods
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.handing_over import HandingOver
from posim_desktop.ui.sales.till.invoice_lines import InvoiceLines
from posim_desktop.ui.sales.till.invoice_menu import InvoiceMenu
from posim_desktop.ui.sales.till.parking import Parking
from posim_desktop.ui.sales.till.price_check import PriceCheck
from posim_desktop.ui.sales.till.return_check import ReturnCheck
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.sales.till.serial_check import SerialCheck
from posim_desktop.ui.sales.till.stock_check import StockCheck
from posim_desktop.ui.widgets.scanner import COMMANDS
from posim_desktop.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from posim_desktop.queries.sales.processed_invoices import InvoiceBackorder, ProcessedDetails
    from posim_desktop.queries.sales.returns import WaitingForThese
    from posim_desktop.queries.sales.till import OutOfStock


class WorkingInvoice(Screen):
    """The till's window: one working invoice at a time, the others parked."""

    def __init__(self, operations: Operations, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.setObjectName("working_invoice")
        self.sale = Sale(operations, self)
        self.stock_check = StockCheck(self.sale, self)
        self._is_begun_by_a_letter = False
        self._posted: ProcessedDetails | None = None
        self.frame = TillFrame(operations, self)
        self.price_check = PriceCheck(self.sale, self.frame, self)
        self.posting_log_in = PostingLogIn(operations, self)
        self.parking = Parking(operations, self.sale, self.frame, self)
        self.handing_over = HandingOver(operations, self.sale, self.frame, self)
        self.commitment = Commitment(operations, self.sale, self.frame, self)
        self.earlier_goods = EarlierGoods(operations, navigator, self.sale, self.frame, self.commitment, self)
        self.serial_check = SerialCheck(self.sale, self)
        self.return_check = ReturnCheck(self.sale, self)
        self.invoice_lines = InvoiceLines(self.sale, self.stock_check, self.commitment, self)
        self.frame.lines.work_on(self.invoice_lines)
        self.menu = InvoiceMenu(self, self.frame, self.parking, self.commitment)
        self.menus = [self.menu]
        self._connect()
        self._show()
        self.parking.offer_left_open()

    def _connect(self) -> None:
        frame = self.frame
        self.sale.changed.connect(self._show)
        self.sale.ended_elsewhere.connect(self._on_sale_ended_elsewhere)
        self.sale.posted_after_all.connect(self._show_posted)
        self.stock_check.backordered.connect(self._on_backordered)
        self.stock_check.wished.connect(self._on_wished)
        self.stock_check.settled.connect(self._on_stock_check_settled)
        self.parking.recalled.connect(self._open_invoice)
        self.parking.discarded.connect(self.new_sale)
        self.parking.give_back_requested.connect(self.handing_over.open)
        self.earlier_goods.taken_up.connect(self._open_invoice)
        self.earlier_goods.stayed.connect(self.back_to_lines)
        self.earlier_goods.picked.connect(self._focus_next)
        self.earlier_goods.link.connect(self.link)
        self.commitment.layaway_begun.connect(self._on_layaway_begun)
        self.handing_over.refused.connect(self._show_at_its_place)
        frame.banner.action_requested.connect(self._on_banner_action_requested)
        frame.new_button.clicked.connect(self.new_sale)
        frame.parked_button.clicked.connect(self.parking.open_list)
        frame.comment_button.clicked.connect(self.parking.open_comment)
        frame.discount_button.clicked.connect(self.parking.open_discount)
        frame.deposit_button.clicked.connect(self.parking.open_deposit)
        frame.note_button.clicked.connect(self.parking.open_note)
        frame.remove_line_button.clicked.connect(frame.lines.remove_current)
        frame.discard_button.clicked.connect(self.parking.ask_to_discard)
        self._connect_menu()
        self._connect_lines()
        self._connect_side()

    def _connect_menu(self) -> None:
        menu = self.menu
        menu.new_action.triggered.connect(self.new_sale)
        menu.entry_action.triggered.connect(self.go_to_entry)
        menu.serials_action.triggered.connect(self._on_serials_requested)
        menu.piece_action.triggered.connect(self._on_piece_requested)
        menu.return_action.toggled.connect(self._on_returning_toggled)
        menu.reason_action.triggered.connect(self._on_reason_requested)
        self.frame.return_banner.action_requested.connect(menu.return_action.toggle)
        menu.cash_action.triggered.connect(self.take_exact_cash)
        menu.pay_action.triggered.connect(self.pay)

    def _connect_lines(self) -> None:
        lines = self.frame.lines
        lines.entry.park_requested.connect(self.new_sale)
        lines.entry.slip_scanned.connect(self.earlier_goods.open_scanned)
        lines.scanner.scanned.connect(self._on_scanned)
        lines.rows.refusals_changed.connect(self._show_refusals)
        self.invoice_lines.begun.connect(self._on_goods_named)
        self.invoice_lines.price_asked.connect(self.price_check.open_cell)
        self.invoice_lines.serials_asked.connect(self.serial_check.open)
        self.serial_check.settled.connect(self._focus_next)
        self.return_check.settled.connect(self._focus_next)
        self.stock_check.asked.connect(lambda dialog: lines.hold_scans(dialog.show_scans))

    def _connect_side(self) -> None:
        frame = self.frame
        frame.customer_panel.chosen.connect(self.set_customer)
        frame.customer_panel.removed.connect(lambda: self.set_customer(None))
        frame.customer_panel.new_requested.connect(self._on_new_customer_requested)
        frame.customer_panel.card_requested.connect(lambda customer: self.link.emit(Record.CUSTOMER, customer))
        frame.customer_panel.backorders_requested.connect(self.earlier_goods.show_backorders)
        frame.customer_panel.pick_up_requested.connect(self.earlier_goods.pick_up)
        frame.totals_panel.cash_requested.connect(self.take_exact_cash)
        frame.totals_panel.pay_requested.connect(self.pay)
        frame.pay_panel.closed.connect(self.back_to_lines)
        frame.pay_panel.post_requested.connect(self.post)
        frame.pay_panel.goods_named.connect(self._on_scanned)
        frame.posted_panel.new_sale_requested.connect(self.new_sale)
        frame.posted_panel.print_requested.connect(self._on_print_requested)
        frame.posted_panel.mail_requested.connect(self._on_mail_requested)
        frame.posted_panel.set_aside_requested.connect(self._on_set_aside_requested)
        frame.posted_panel.answer_requested.connect(self._on_answer_requested)
        frame.posted_panel.link.connect(self.link)

    # ---- as a screen ----

    @property
    @override
    def current_id(self) -> int | None:
        """The working invoice in hand."""
        return self.sale.invoice_id

    @override
    def leave(self) -> bool:
        """Park the invoice in hand with the window; it is offered when somebody comes back."""
        self.sale.open(None)
        return True

    @override
    def open_record(self, record_id: int) -> bool:
        """Take up a parked invoice; where money was taken already, the person is asked first."""
        if record_id == self.sale.invoice_id:
            return True
        if self.frame.is_paying and self.frame.pay_panel.tenders:
            self.earlier_goods.ask_to_open(record_id)
            return True
        return self._open_invoice(record_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.fit(self.size())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # The tabs give the keyboard to the screen as a whole; it goes on to what comes next.
        super().focusInEvent(event)
        self._focus_next()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin the next sale with what is typed once an invoice is posted, so that no key is lost."""
        typed = event.text()
        if not self.frame.is_posted or not typed.strip() or not typed.isprintable() or event.modifiers() & COMMANDS:
            super().keyPressEvent(event)
            return
        self.new_sale()
        self.frame.lines.entry.entry_field.setText(typed)
        self._is_begun_by_a_letter = True

    # ---- the invoice in hand ----

    def new_sale(self) -> None:
        """Park what is in hand and begin another; it is stored with its first line."""
        self.frame.banner.clear_message()
        self._open_invoice(None)

    def _open_invoice(self, invoice_id: int | None) -> bool:
        elsewhere = None if invoice_id is None else self.sale.in_hand_elsewhere(invoice_id)
        if elsewhere is None:
            return self._take_up(invoice_id)
        asking = self.parking.question_to_take_over(elsewhere)
        asking.accepted.connect(lambda: self._take_up(invoice_id, elsewhere.workstation))
        asking.open()
        return True

    def _take_up(self, invoice_id: int | None, taken_from: str | None = None) -> bool:
        self.frame.lines_table.close_unread()
        refusal = self.sale.open(invoice_id, taken_from)
        if refusal is not None:
            if refusal.why is not Why.NOT_STORED:
                self.frame.banner.show_message("attention", words_of(refusal))
            return False
        self._posted = None
        self.parking.offer_no_longer(invoice_id)
        self.frame.lines.start_over()
        self.menu.return_action.setChecked(False)
        self.frame.customer_panel.clear_search()
        self.handing_over.start()
        self.back_to_lines()
        if invoice_id is not None and self.handing_over.waits_for_terminal:
            self.handing_over.open()  # nobody knows yet what the card terminal did before the program ended
        return True

    def back_to_lines(self) -> None:
        """Show the totals again and go on with the lines."""
        self.frame.show_totals()
        self._focus_next()

    def _focus_next(self) -> None:
        if self.frame.is_posted:
            self.frame.posted_panel.new_sale_button.setFocus()
        elif self.frame.is_paying:
            self.frame.pay_panel.go()
        elif self.commitment.is_committed:
            self.frame.banner.action_button.setFocus()  # nothing can be put on it; what comes next is to hand it over
        else:
            self.go_to_entry()

    def go_to_entry(self) -> None:
        """Put the focus into item entry."""
        self.frame.lines.focus_entry()

    def set_customer(self, customer_id: int | None) -> None:
        """Attach a customer, or nobody."""
        refusal = self.sale.set_customer(customer_id)
        if refusal is None:
            self.go_to_entry()
        elif refusal.why is not Why.NOT_STORED:
            self.frame.customer_panel.refuse(refusal)

    def _on_banner_action_requested(self) -> None:
        if self.commitment.is_committed:
            self.pay()
        else:
            self.parking.recall_left_open()

    # ---- paying ----

    def pay_refusal(self) -> Refusal | None:
        """Return why the invoice cannot be paid yet, or None."""
        details = self.sale.details
        return self.frame.lines.cell_refusal() or invoice_rules.post_refusal(
            details.status if details else InvoiceStatus.WORKING,
            committed=False,  # a committed invoice is uncommitted and processed in one go
            lines=[line.for_rules() for line in self.sale.lines],
            has_customer=self.sale.has_customer,
        )

    def pay(self) -> None:
        """Go on to paying, or say at its place what is missing."""
        if self.frame.is_posted:
            return
        refusal = self.pay_refusal()
        if refusal is not None:
            self._show_at_its_place(refusal)
            return
        if any(check.asks(self.pay) for check in (self.price_check, self.return_check, self.serial_check)):
            return
        refusal = self.sale.allow_pay_out()
        if refusal is not None:
            if refusal.why is not Why.NOT_STORED:
                say(self, words_of(refusal))
            return
        self.handing_over.open()

    def take_exact_cash(self) -> None:
        """Take what is due in cash, or the amount that was typed while paying; Enter posts then."""
        self.pay()
        if self.frame.is_paying:
            self.frame.pay_panel.take_cash()

    def post(self) -> None:
        """Post with the listed tenders; pressed twice it posts once."""
        if self.sale.invoice_id is not None and self.frame.pay_panel.refusal() is None:
            self.posting_log_in.before(self._post)

    def _post(self) -> None:
        if self.sale.invoice_id is None or self.frame.pay_panel.refusal() is not None:
            return  # it ended elsewhere while somebody typed their PIN
        invoice_id = self.sale.invoice_id
        match self.sale.post():
            case Done():
                self._show_posted(invoice_id)
                self.posting_log_in.after()
            case Trouble(message):
                say(self, message)
            case Refused(refusal) if refusal.where != Field("stock") or not self.stock_check.ask_about_short_lines():
                self._show_at_its_place(refusal)

    def _show_posted(self, invoice_id: int) -> None:
        try:
            self._posted = self.operations.read(processed_invoices.processed, invoice_id)
            backorders = self.operations.read(processed_invoices.backorders_of, invoice_id)
            waiting = self.operations.read(return_queries.waiting_for, invoice_id)
        except TroubleError as trouble:
            say(self, self.tr("The invoice is posted. {trouble}").format(trouble=words_of_trouble(trouble)))
            return
        self.sale.open(None)
        self.frame.lines.start_over()
        self.menu.return_action.setChecked(False)
        if self._posted is not None:
            panel = self.frame.posted_panel
            panel.show_posted(self._posted, backorders, waiting, posted_at_ms=key_rules().pressed_at_ms)
            self.frame.show_posted()
            panel.go()

    def _on_print_requested(self) -> None:
        if self._posted is not None:
            from posim_desktop.ui.sales.processed_invoice import preview_invoice  # noqa: PLC0415 - when first printed

            preview_invoice(self, self.operations, self._posted)

    def _on_mail_requested(self) -> None:
        if self._posted is not None:
            from posim_desktop.ui.sales.mail_receipt import mail_receipt  # noqa: PLC0415 - when first mailed

            mail_receipt(self, self.operations, self._posted)

    # ---- slots ----

    def _show(self) -> None:
        if self.frame.is_posted and self.sale.details is not None:
            self._posted = None
            self.handing_over.start()  # without what was handed over for the sale before
            self.frame.show_totals()  # a customer, a comment or a note began the next sale
        self.frame.show_details(self.sale.details)
        self.commitment.show(self.sale.details)
        self.menu.commit_action.setEnabled(self.commitment.commit_refusal() is None)
        self.menu.serials_action.setEnabled(any(line.serials_asked for line in self.sale.lines))
        self.menu.uncommit_action.setEnabled(self.commitment.uncommit_refusal() is None)
        if self.frame.is_paying:
            self.handing_over.show()
        self._show_refusals()

    def _on_sale_ended_elsewhere(self, words: str) -> None:
        self.handing_over.start()
        self.back_to_lines()
        self.frame.lines.withdraw_undo()
        self.frame.banner.show_message("attention", words)

    def _show_refusals(self, *_: object) -> None:
        self.frame.totals_panel.show_refusal(self.pay_refusal())
        discard = self.parking.discard_refusal()
        self.frame.discard_button.setEnabled(discard is None)
        self.frame.discard_button.setToolTip(words_of(discard))

    def _on_backordered(self) -> None:
        if not self.sale.has_customer:
            refusal = Refusal(Why.BACKORDER_NEEDS_CUSTOMER, Field("customer"))
            self.frame.customer_panel.refuse(refusal, moves_keyboard=not self.frame.lines.is_left)

    def _on_wished(self, warning: "OutOfStock") -> None:
        customer = self.sale.details.customer if self.sale.details else None
        words = self.tr("On the Want List for {customer}: {units} × {item}. Nothing is promised.")
        self.frame.banner.show_message(
            "info",
            words.format(
                customer=customer.name if customer else "",
                units=formatting.quantity(warning.shortage),
                item=warning.item,
            ),
        )

    def _on_stock_check_settled(self) -> None:
        self.frame.lines.release_scans()
        if self.frame.is_paying and not self.stock_check.is_asking and not self.stock_check.ask_about_short_lines():
            self.pay()

    def _on_layaway_begun(self, invoice_id: int) -> None:
        """Let what is paid ahead be paid; the goods wait on the other invoice."""
        if self._open_invoice(invoice_id):
            self.pay()

    def _on_serials_requested(self) -> None:
        """Open the serial numbers of the current line, or of the first that has any."""
        current = self.sale.line(self.frame.lines_table.current_id() or 0)
        line = next((each for each in (current, *self.sale.lines) if each is not None and each.serials_asked), None)
        if line is not None:
            self.serial_check.open(line)

    def _on_piece_requested(self) -> None:
        """Note that the current line's goods are wanted in one piece, or no more."""
        line = self.sale.line(self.frame.lines_table.current_id() or 0)
        if line is not None:
            self.invoice_lines.turn_piece(line)

    def _on_returning_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - as the signal gives it
        if is_on and self.frame.is_posted:
            self.new_sale()
        self.invoice_lines.is_returning = is_on
        self.frame.show_returning(is_on=is_on)
        self._focus_next()

    def _on_reason_requested(self) -> None:
        """Ask why the current line comes back, or the first one that does without a receipt."""
        current = self.sale.line(self.frame.lines_table.current_id() or 0)
        line = next((each for each in (current, *self.sale.lines) if each is not None and each.has_no_receipt), None)
        if line is not None:
            self.return_check.open([line])

    def _on_set_aside_requested(self, offer: "WaitingForThese") -> None:
        """Set goods that just came back aside for who waits for them."""
        from posim_desktop.services.sales import fills  # noqa: PLC0415 - when first asked

        fill = fills.Fill(offer.backorder_id, offer.quantity)
        verb = partial(fills.fill_backorders, invoice_id=offer.invoice_id, fills=(fill,))
        done = self.operations.run(self, verb)
        if isinstance(done, Done):
            self.frame.posted_panel.show_set_aside(offer, done.record_id)

    def _on_answer_requested(self, backorder: "InvoiceBackorder") -> None:
        """Ask the customer what their new backorder needs to be known for."""
        from posim_desktop.ui.sales.till.department_questions import (  # noqa: PLC0415 - when first asked
            DepartmentQuestionsDialog,
        )

        dialog = DepartmentQuestionsDialog(self, self.operations, backorder)
        dialog.finished.connect(partial(self._show_question, backorder.id))
        dialog.open()

    def _show_question(self, backorder_id: int, _result: int) -> None:
        left = self.operations.read(answers.open_questions, backorder_id)
        self.frame.posted_panel.show_question(backorder_id, " ".join(left))

    def _on_goods_named(self) -> None:
        if self.frame.is_posted:
            self.new_sale()

    def _on_scanned(self, scanned: str) -> None:
        if self._is_begun_by_a_letter:  # by the first one of this scan, if the rest of it came into the item entry too
            self._is_begun_by_a_letter = False
            if scanned == self.frame.lines.entry.entry_field.text():
                self.frame.lines.entry.entry_field.clear()
        if QApplication.activeModalWidget() is None and not self.frame.lines.scanner.is_popup_open:
            self._on_goods_named()
        self.frame.lines.scan(scanned)

    def _on_new_customer_requested(self, typed: str) -> None:
        from posim_desktop.ui.sales.quick_customer import QuickCustomerDialog  # noqa: PLC0415 - when first opened

        dialog = QuickCustomerDialog(self.operations, self, typed=typed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self.set_customer)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _show_at_its_place(self, refusal: Refusal) -> None:
        if refusal.where in {Field("tenders"), Field("reference")}:
            self.handing_over.show()
        if any(check.shows(refusal) for check in (self.serial_check, self.return_check)):
            return
        if not self.frame.show_refusal(refusal):
            say(self, words_of(refusal))


def working_invoice(operations: Operations, navigator: Navigator) -> WorkingInvoice:
    """Make the Working Invoice's screen."""
    return WorkingInvoice(operations, navigator)
