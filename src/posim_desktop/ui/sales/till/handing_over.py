"""Money that is handed over and given back while an invoice is paid. Serves the guide's page "Pay and post"."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Signal

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.printing.sales.invoice import reference_words, tender_name
from posim_desktop.queries.sales.invoices import StandingTender
from posim_desktop.ui import formatting
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.question import Question


class HandingOver(QObject):
    """Stores each tender as it is taken, and shows what stands on the invoice.

    Signals:
        refused(Refusal): A tender was not taken or not given back.
    """

    refused = Signal(object)

    def __init__(self, sale: Sale, frame: TillFrame, parent: QObject) -> None:
        super().__init__(parent)
        self._sale = sale
        self._frame = frame
        frame.pay_panel.offered.connect(self._on_offered)
        frame.pay_panel.give_back_requested.connect(self._on_give_back_requested)

    def start(self) -> None:
        """Begin with the invoice in hand; what was typed for another is forgotten."""
        self._frame.pay_panel.start(*self._money())

    def show(self) -> None:
        """Take over what the invoice comes to by now and what stands on it."""
        self._frame.pay_panel.show_invoice(*self._money())

    def open(self) -> None:
        """Turn to paying, or to what is to be given back."""
        if not self._frame.is_paying:
            self._frame.show_pay()
        self.show()
        self._frame.pay_panel.go()

    def _money(self) -> tuple[Decimal, tuple[StandingTender, ...], Decimal]:
        details = self._sale.details
        return (ZERO, (), ZERO) if details is None else (details.total, details.tenders, details.coin)

    def _on_offered(self, tender: Tender) -> None:
        self._go_on(self._sale.take_tender(tender))

    def _on_give_back_requested(self, tender: StandingTender) -> None:
        if tender.kind is not TenderKind.CARD or tender.amount <= 0:
            self._give_back(tender)
            return
        asking = self._question_about_card(tender)
        asking.accepted.connect(partial(self._give_back, tender))
        asking.rejected.connect(self._frame.pay_panel.go)
        asking.open()

    def _question_about_card(self, tender: StandingTender) -> Question:
        """Say that the money of a card goes back where it came from, and not here."""
        name, amount = tender_name(tender.kind, tender.terms.name), formatting.amount(tender.amount)
        words = self.tr(
            "If the card terminal took the {amount} of {tender}, refund it there first: this program does not tell the "
            "terminal."
        )
        title, act, keep = self.tr("Give Back"), self.tr("Give Back"), self.tr("Keep It")
        question = words.format(amount=amount, tender=name)
        asking = Question(self._frame.pay_panel.window(), title, question, act=act, give_up=keep)
        if tender.reference:
            asking.show_note(reference_words(tender.reference))
        return asking

    def _give_back(self, tender: StandingTender) -> None:
        self._go_on(self._sale.give_back_tender(tender.id))

    def _go_on(self, refusal: Refusal | None) -> None:
        if refusal is None:
            self._frame.pay_panel.go()
        elif refusal.why is not Why.NOT_STORED:
            self.refused.emit(refusal)
