"""Money that is handed over and given back while an invoice is paid. Serves the guide's page "Pay and post"."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.printing.sales.invoice import reference_words, tender_name
from posim_desktop.queries.sales.working_rows import StandingTender
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Refused, Trouble
from posim_desktop.ui.sales import return_words
from posim_desktop.ui.sales.till.card_payment import CardPayment
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.own_money import Payable
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.question import Question


class HandingOver(QObject):
    """Stores each tender as it is taken, and shows what stands on the invoice.

    Signals:
        refused(Refusal): A tender was not taken or not given back.
    """

    refused = Signal(object)

    def __init__(self, operations: Operations, sale: Sale, frame: TillFrame, parent: QObject) -> None:
        super().__init__(parent)
        self._sale = sale
        self._frame = frame
        self.card_payment = CardPayment(operations, self)
        self.card_payment.answered.connect(self._on_terminal_answered)
        panel = frame.pay_panel.terminal_panel
        panel.cancel_requested.connect(self._on_cancel_requested)
        panel.ask_again_requested.connect(self._on_ask_again_requested)
        panel.settled.connect(self._on_settled)
        frame.pay_panel.offered.connect(self._on_offered)
        frame.pay_panel.give_back_requested.connect(self._on_give_back_requested)

    def start(self) -> None:
        """Begin with the invoice in hand; what was typed for another is forgotten."""
        self._frame.pay_panel.own_money.take_over(Payable())
        self._frame.pay_panel.start(*self._money())

    def show(self) -> None:
        """Take over what the invoice comes to by now and what stands on it."""
        self._frame.pay_panel.show_invoice(*self._money())
        self._frame.pay_panel.show_payable(self._payable())
        details = self._sale.details
        roads = details.paid if details is not None and details.total < 0 else ()
        self._frame.pay_panel.show_paid(roads, return_words.paid_by(roads))
        self._show_request()

    def open(self) -> None:
        """Turn to paying, or to what is to be given back."""
        if not self._frame.is_paying:
            self._frame.show_pay()
        self.show()
        self._frame.pay_panel.go()

    @property
    def waits_for_terminal(self) -> bool:
        """Whether it is not known what the card terminal did for the invoice in hand."""
        return self.card_payment.open_request(self._sale.invoice_id) is not None

    def _money(self) -> tuple[Decimal, tuple[StandingTender, ...], Decimal]:
        details = self._sale.details
        return (ZERO, (), ZERO) if details is None else (details.total, details.tenders, details.coin)

    def _payable(self) -> Payable:
        """Read what the customer's own money can pay; nothing when the database cannot be read."""
        details = self._sale.details
        if details is None or details.customer is None:
            return Payable()
        try:
            held = self._sale.held()
        except TroubleError:
            return Payable()
        parts: dict[int, Decimal] = {}
        for line in details.lines:
            if line.fills_backorder_id is not None:
                parts[line.fills_backorder_id] = parts.get(line.fills_backorder_id, NO_UNITS) + line.quantity
        return Payable(held, details.total - details.deposits, tuple(parts.items()))

    def _on_offered(self, tender: Tender) -> None:
        if self._sale.invoice_id is None or not self.card_payment.takes(tender):
            self._go_on(self._sale.take_tender(tender))
            return
        refusal = self.card_payment.ask(self._sale.invoice_id, tender)
        self._show_request()
        self._go_on(refusal)

    # ---- the card terminal ----

    def _show_request(self) -> None:
        request = self.card_payment.open_request(self._sale.invoice_id)
        is_asking = request is not None and self.card_payment.is_asking(request)
        self._frame.pay_panel.show_request(request, is_asking=is_asking)

    def _on_terminal_answered(self, refusal: Refusal | None) -> None:
        if not self._frame.is_paying:
            return  # what it took stands on its invoice, and Pay asks about what is not known
        self.show()
        self._frame.pay_panel.go()
        if refusal is not None and self._frame.pay_panel.amount_field.isEnabled():
            self.refused.emit(refusal)

    def _on_cancel_requested(self) -> None:
        request = self.card_payment.open_request(self._sale.invoice_id)
        if request is not None:
            self.card_payment.cancel(request)

    def _on_ask_again_requested(self) -> None:
        request = self.card_payment.open_request(self._sale.invoice_id)
        if request is not None:
            self.card_payment.ask_again(request)
        self._show_request()
        self._frame.pay_panel.go()

    def _on_settled(self, taken: bool, reference: str) -> None:  # noqa: FBT001 - as the signal gives it
        request = self.card_payment.open_request(self._sale.invoice_id)
        if request is None:
            self.show()
            return
        outcome = self.card_payment.settle(request, taken=taken, reference=reference)
        match outcome:
            case Refused(refusal) if refusal.where == Field("reference"):
                self._frame.pay_panel.terminal_panel.refuse(refusal)
            case Trouble(message):
                say(self._frame.pay_panel, message)
            case _:
                self.show()
                self._frame.pay_panel.go()

    def _on_give_back_requested(self, tender: StandingTender) -> None:
        if tender.kind is not TenderKind.CARD or tender.amount <= 0:
            self._give_back(tender)
            return
        asking = question_about_card(self._frame.pay_panel.window(), tender)
        asking.accepted.connect(partial(self._give_back, tender))
        asking.rejected.connect(self._frame.pay_panel.go)
        asking.open()

    def _give_back(self, tender: StandingTender) -> None:
        self._go_on(self._sale.give_back_tender(tender.id))

    def _go_on(self, refusal: Refusal | None) -> None:
        if refusal is None:
            self._frame.pay_panel.go()
        elif refusal.why is not Why.NOT_STORED:
            self.refused.emit(refusal)


def question_about_card(parent: QWidget, tender: StandingTender) -> Question:
    """Say that the money of a card goes back where it came from, and not here."""
    name, amount = tender_name(tender.kind, tender.terms.name), formatting.amount(tender.amount)
    words = QCoreApplication.translate(
        "HandingOver",
        "If the card terminal took the {amount} of {tender}, refund it there first: this program does not tell the "
        "terminal.",
    )
    act = QCoreApplication.translate("HandingOver", "Give Back")
    keep = QCoreApplication.translate("HandingOver", "Keep It")
    asking = Question(parent, act, words.format(amount=amount, tender=name), act=act, give_up=keep)
    if tender.reference:
        asking.show_note(reference_words(tender.reference))
    return asking
