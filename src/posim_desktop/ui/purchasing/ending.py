"""Posting a working purchase order, or discarding it. Serves the guide's page "Purchase orders"."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.services.purchasing import orders as order_verbs
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.allocate_backorders import AllocateBackordersDialog, needs_allocation
from posim_desktop.ui.purchasing.working_lines import OrderInHand
from posim_desktop.ui.purchasing.working_panels import WorkingPanels
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.question import Question


class OrderToEnd(OrderInHand, Protocol):
    """What the end of an order needs of the card that shows it."""

    version: int

    def write(self) -> int | None:
        """Save what is typed and return the order's id, or None after showing what is refused."""
        ...

    @override
    def do(
        self,
        verb: partial[Done],
        on_refusal: Callable[[Refusal], bool] | None = None,
        *,
        ends: bool = False,
        attempt: Attempt | None = None,
    ) -> Done | None:
        """Run a verb, by which the order may leave its deck."""
        ...


class OrderEnding(QObject):
    """Posts the order in hand, asking first to whom to allocate its goods when customers wait for them, or discards it.

    Signals:
        posted(int): It was posted; it is among the processed ones now.
    """

    posted = Signal(int)

    def __init__(self, order: OrderToEnd, operations: Operations, panels: WorkingPanels, card: QWidget) -> None:
        super().__init__(card)
        self._order = order
        self._operations = operations
        self._panels = panels
        self._card = card
        panels.post_button.clicked.connect(self.post)
        panels.discard_button.clicked.connect(self.ask_to_discard)

    def post(self) -> None:
        """Post the order, or open Allocate to Backorders, whose OK posts."""
        order_id = self._order.write()
        if order_id is None:
            return
        try:
            asks = needs_allocation(self._operations, order_id)
        except TroubleError as trouble:
            say(self._card, words_of_trouble(trouble))
            return
        if asks:
            self._ask_whom_it_is_for(order_id)
            return
        verb = partial(order_posting.post, purchase_order_id=order_id, expected_version=self._order.version)
        done = self._order.do(verb, self._on_post_refused, ends=True)
        if done is not None:
            self.posted.emit(done.record_id)

    def _ask_whom_it_is_for(self, order_id: int) -> None:
        dialog = AllocateBackordersDialog(self._card, self._operations, purchase_order_id=order_id, posting=True)
        dialog.allocated.connect(self.posted)
        dialog.finished.connect(self._card.activateWindow)
        dialog.open()

    def _on_post_refused(self, refusal: Refusal) -> bool:
        if refusal.where == Field("version") and self._order.record_id is not None:
            self._order.reload(self._order.record_id)
        return self._panels.header.show_refusal(refusal)

    def ask_to_discard(self) -> None:
        """Ask, then discard the order."""
        question = self.tr(
            "Discard this purchase order? Nothing on it will be ordered, and its allocations are dropped."
        )
        asking = Question(
            self._card,
            self.tr("Discard Purchase Order"),
            question,
            act=self.tr("Discard"),
            give_up=self.tr("Keep"),
            destructive=True,
        )
        asking.accepted.connect(self._discard)
        asking.open()

    def _discard(self) -> None:
        if self._order.record_id is not None:
            self._panels.lines.start_over()
            self._order.do(partial(order_verbs.discard, purchase_order_id=self._order.record_id), ends=True)
