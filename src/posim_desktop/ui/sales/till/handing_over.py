"""Money that is handed over and given back while an invoice is paid. Serves the guide's page "Pay and post"."""

from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.invoice import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.invoices import StandingTender
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.sale import Sale


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

    def _on_give_back_requested(self, tender_id: int) -> None:
        self._go_on(self._sale.give_back_tender(tender_id))

    def _go_on(self, refusal: Refusal | None) -> None:
        if refusal is None:
            self._frame.pay_panel.go()
        elif refusal.why is not Why.NOT_STORED:
            self.refused.emit(refusal)
