"""Taking the deposit of a special order, and posting it. Serves the guide's page on special orders."""

from decimal import Decimal
from functools import partial
from itertools import count

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.money import of_cents
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import invoices
from posim_desktop.queries.sales.working_rows import StandingTender
from posim_desktop.queries.shop import preferences
from posim_desktop.services.sales import invoices as verbs_of_invoices
from posim_desktop.services.sales import special_order_payments, special_order_posting, tenders
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt, Refused, Trouble
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.special_orders.words import tr
from posim_desktop.ui.sales.till.card_payment import CardPayment
from posim_desktop.ui.sales.till.handing_over import question_about_card
from posim_desktop.ui.sales.till.pay_panel import PayPanel
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.screen_size import room_on_screen

_WIDTH, _HEIGHT = 110 * SPACE, 150 * SPACE


class PayDepositDialog(QDialog):
    """The till's Pay for a deposit; nothing is stored before Post, which stores all of it at once.

    Except where a card terminal takes money: from then on all that is paid stands on an invoice, see
    :mod:`posim_desktop.services.sales.special_order_payments`, and the dialog is not left before it is posted or given
    back.

    Signals:
        posted(int): The special order is posted.
    """

    posted = Signal(int)

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        special_order_id: int,
        deposit: Decimal,
        wish: PrintWish | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pay_deposit_dialog")
        self.setWindowTitle(tr("Pay the Deposit"))
        self._operations = operations
        self._order_id = special_order_id
        self._deposit = deposit
        self._wish = wish
        self._attempt = Attempt()
        self._ids = count(1)
        self._tenders: tuple[StandingTender, ...] = ()
        self._invoice_id: int | None = None
        self._coin = of_cents(operations.read(preferences.load).cash_rounding)
        self.card_payment = CardPayment(operations, self)
        self.pay_panel = PayPanel(operations, self)
        self.pay_panel.setObjectName("pay_panel")
        self.pay_panel.back_button.setText(tr("&Back to the Order"))
        self.pay_panel.back_button.setAccessibleName(tr("Back to the Order"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.pay_panel)
        room = room_on_screen(self)
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.pay_panel.offered.connect(self._on_offered)
        self.pay_panel.give_back_requested.connect(self._on_give_back_requested)
        self.pay_panel.post_requested.connect(self._on_post_requested)
        self.pay_panel.closed.connect(self.reject)
        self.pay_panel.goods_named.connect(lambda _code: self.pay_panel.go())
        self.card_payment.answered.connect(self._on_terminal_answered)
        panel = self.pay_panel.terminal_panel
        panel.cancel_requested.connect(self._on_cancel_requested)
        panel.ask_again_requested.connect(self._on_ask_again_requested)
        panel.settled.connect(self._on_settled)

    def _show(self) -> None:
        """Show what is paid by now, and what the card terminal is asked."""
        self.pay_panel.show_invoice(self._deposit, self._tenders, self._coin)
        request = self.card_payment.open_request(self._invoice_id)
        is_asking = request is not None and self.card_payment.is_asking(request)
        self.pay_panel.show_request(request, is_asking=is_asking)
        self.pay_panel.go()

    # ---- what is handed over ----

    def _on_offered(self, tender: Tender) -> None:
        by_terminal = self.card_payment.takes(tender)
        if self._invoice_id is None and not by_terminal:
            standing = StandingTender(
                next(self._ids), tender.kind, tender.amount, None, "", tender.type_id, tender.reference, tender.does
            )
            self._tenders = (*self._tenders, standing)
            self._show()
            return
        invoice_id = self._invoice_id or self._open_invoice()
        if invoice_id is None:
            return
        if by_terminal:
            self._go_on(self.card_payment.ask(invoice_id, tender))
        else:
            self._do(partial(tenders.take, invoice_id=invoice_id, tender=tender))

    def _open_invoice(self) -> int | None:
        """Store what was paid so far, because the terminal is asked for an invoice that is stored."""
        verb = partial(
            special_order_payments.begin,
            special_order_id=self._order_id,
            deposit=self._deposit,
            note=tr("Deposit of a special order that is not posted yet"),
            paid=tuple(each.for_rules() for each in self._tenders),
        )
        outcome = self._operations.run(self, verb, self._attempt, self._refused)
        if isinstance(outcome, Done):
            self._invoice_id = outcome.record_id
            self._read_tenders()
        return self._invoice_id

    def _read_tenders(self) -> None:
        if self._invoice_id is None:
            return
        try:
            details = self._operations.read(invoices.working, self._invoice_id)
        except TroubleError:
            return  # the status bar says so
        if details is not None:
            self._tenders = details.tenders

    def _on_give_back_requested(self, tender: StandingTender) -> None:
        if self._invoice_id is None:
            self._tenders = tuple(each for each in self._tenders if each.id != tender.id)
            self._show()
            return
        giving = partial(tenders.give_back, invoice_id=self._invoice_id, tender_id=tender.id)
        if tender.kind is not TenderKind.CARD:
            self._do(giving)
            return
        asking = question_about_card(self, tender)
        asking.accepted.connect(partial(self._do, giving))
        asking.rejected.connect(self.pay_panel.go)
        asking.open()

    def _do(self, verb: "partial[Done]") -> None:
        """Store what was handed over or given back."""
        match self._operations.outcome(verb):
            case Refused(refusal):
                self._go_on(refusal)
            case Trouble(message):
                say(self, message)
            case _:
                self._go_on(None)

    def _go_on(self, refusal: Refusal | None) -> None:
        self._read_tenders()
        self._show()
        if refusal is not None:
            self.pay_panel.refuse(refusal)

    # ---- the card terminal ----

    def _on_terminal_answered(self, refusal: Refusal | None) -> None:
        takes_more = self.card_payment.open_request(self._invoice_id) is None
        self._go_on(refusal if takes_more else None)

    def _on_cancel_requested(self) -> None:
        request = self.card_payment.open_request(self._invoice_id)
        if request is not None:
            self.card_payment.cancel(request)

    def _on_ask_again_requested(self) -> None:
        request = self.card_payment.open_request(self._invoice_id)
        if request is not None:
            self.card_payment.ask_again(request)
        self._show()

    def _on_settled(self, taken: bool, reference: str) -> None:  # noqa: FBT001 - as the signal gives it
        request = self.card_payment.open_request(self._invoice_id)
        if request is None:
            self._go_on(None)
            return
        match self.card_payment.settle(request, taken=taken, reference=reference):
            case Refused(refusal) if refusal.where == Field("reference"):
                self.pay_panel.terminal_panel.refuse(refusal)
            case Trouble(message):
                say(self, message)
            case _:
                self._go_on(None)

    # ---- the end ----

    def _on_post_requested(self) -> None:
        verb = partial(
            special_order_posting.post,
            special_order_id=self._order_id,
            tenders=tuple(each.for_rules() for each in self._tenders),
            expected_deposit=self._deposit,
            wish=self._wish,
            paid_on=self._invoice_id,
        )
        outcome = self._operations.run(self, verb, self._attempt, self._refused)
        if isinstance(outcome, Done):
            self.accept()
            self.posted.emit(outcome.record_id)

    def _refused(self, refusal: Refusal) -> bool:
        if refusal.where == Field("tenders"):
            self.pay_panel.refuse(refusal)
        elif self._invoice_id is not None and refusal.why is not Why.DEPOSIT_INVOICE_CHANGED:
            say(self, words_of(refusal))
        else:
            super().reject()
            say(self.parentWidget() or self, words_of(refusal))
        return True

    @override
    def reject(self) -> None:
        """Go back to the order, unless money stands that nobody else would find."""
        if self._invoice_id is None:
            super().reject()
            return
        if self.card_payment.open_request(self._invoice_id) is not None:
            say(self, words_of(Refusal(Why.TERMINAL_STILL_ASKED, Field("tenders"))))
        elif self._tenders:
            say(self, tr("The money that was taken stands here. Post the order, or give it back first."))
        else:
            self._operations.outcome(partial(verbs_of_invoices.discard, invoice_id=self._invoice_id))
            super().reject()


def open_pay(
    parent: QWidget, operations: Operations, special_order_id: int, deposit: Decimal, wish: PrintWish | None
) -> PayDepositDialog | None:
    """Open Pay for a deposit; None after saying that the shop cannot be read."""
    try:
        dialog = PayDepositDialog(parent, operations, special_order_id, deposit, wish)
    except TroubleError as trouble:
        say(parent, words_of_trouble(trouble))
        return None
    dialog.open()
    return dialog
