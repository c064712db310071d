"""Taking the deposit of a special order, and posting it. Serves the guide's page on special orders."""

from decimal import Decimal
from functools import partial
from itertools import count

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.money import of_cents
from posim_desktop.domain.sales.print_jobs import PrintWish
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.queries.sales.working_rows import StandingTender
from posim_desktop.queries.shop import preferences
from posim_desktop.services.sales import special_order_posting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.special_orders.words import tr
from posim_desktop.ui.sales.till.pay_panel import PayPanel
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.screen_size import room_on_screen

_WIDTH, _HEIGHT = 110 * SPACE, 150 * SPACE


class PayDepositDialog(QDialog):
    """The till's Pay for a deposit; nothing is stored before Post, which stores all of it at once.

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
        self._coin = of_cents(operations.read(preferences.load).cash_rounding)
        self.pay_panel = PayPanel(operations, self, asks_terminal=False)
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

    def _show(self) -> None:
        self.pay_panel.show_invoice(self._deposit, self._tenders, self._coin)
        self.pay_panel.go()

    def _on_offered(self, tender: Tender) -> None:
        standing = StandingTender(
            next(self._ids), tender.kind, tender.amount, None, "", tender.type_id, tender.reference, tender.does
        )
        self._tenders = (*self._tenders, standing)
        self._show()

    def _on_give_back_requested(self, tender: StandingTender) -> None:
        self._tenders = tuple(each for each in self._tenders if each.id != tender.id)
        self._show()

    def _on_post_requested(self) -> None:
        tenders = tuple(each.for_rules() for each in self._tenders)
        verb = partial(
            special_order_posting.post,
            special_order_id=self._order_id,
            tenders=tenders,
            expected_deposit=self._deposit,
            wish=self._wish,
        )
        outcome = self._operations.run(self, verb, self._attempt, self._refused)
        if isinstance(outcome, Done):
            self.accept()
            self.posted.emit(outcome.record_id)

    def _refused(self, refusal: Refusal) -> bool:
        if refusal.where == Field("tenders"):
            self.pay_panel.refuse(refusal)
        else:
            self.reject()
            say(self.parentWidget() or self, words_of(refusal))
        return True


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
