"""Payments by the card terminal: stored, asked in a thread of its own, and ended. Serves "Card terminals"."""

import threading
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, RefusedError, TroubleError
from posim_desktop.domain.sales.card_requests import RequestState, TerminalAnswer, ask_refusal
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import card_requests as queries
from posim_desktop.queries.sales.card_requests import OpenRequest
from posim_desktop.services.sales import card_requests
from posim_desktop.services.sales.network_terminal import NetworkTerminal
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt, Outcome, Refused
from posim_desktop.ui.widgets.card_terminal import card_terminal

_TOLD = {
    RequestState.DECLINED: Refusal(Why.CARD_DECLINED, Field("tenders")),
    RequestState.CANCELED: Refusal(Why.CARD_CANCELED, Field("tenders")),
}


class _Asking(NamedTuple):
    """A question that the terminal is working on, and whether it is the first of its request."""

    job: Job[TerminalAnswer]
    is_first: bool


def is_for_terminal(operations: Operations, tender: Tender) -> bool:
    """Tell whether the terminal of this workstation takes such a tender; practice asks none."""
    return bool(card_terminal()) and not operations.is_practice and ask_refusal(tender) is None


class CardPayment(QObject):
    """Asks the card terminal of this workstation; the window goes on meanwhile.

    Signals:
        answered(Refusal | None): What came of it is stored; why nothing was taken, if so.
    """

    answered = Signal(object)
    _rang = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._asking: dict[int, _Asking] = {}
        self._rang.connect(self._on_rang, Qt.ConnectionType.QueuedConnection)

    def takes(self, tender: Tender) -> bool:
        """Tell whether the terminal of this workstation takes such a tender; practice asks none."""
        return is_for_terminal(self._operations, tender)

    def open_request(self, invoice_id: int | None) -> OpenRequest | None:
        """Read what is asked for an invoice, or None."""
        if invoice_id is None:
            return None
        try:
            return self._operations.read(queries.of_invoice, invoice_id)
        except TroubleError:
            return None  # the status bar says so; whoever takes money or posts is refused

    def is_asking(self, request: OpenRequest) -> bool:
        """Tell whether this program waits for the answer to a request."""
        return request.id in self._asking

    def ask(self, invoice_id: int, tender: Tender) -> Refusal | None:
        """Store what the terminal is asked, and ask it."""
        verb = partial(card_requests.ask, invoice_id=invoice_id, tender=tender, terminal=card_terminal())
        outcome = self._operations.outcome(verb)
        if not isinstance(outcome, Done):
            return outcome.refusal if isinstance(outcome, Refused) else Refusal(Why.NOT_STORED)
        request = self.open_request(invoice_id)
        if request is not None:
            self.ask_again(request, is_first=True)
        return None

    def ask_again(self, request: OpenRequest, *, is_first: bool = False) -> None:
        """Ask the terminal under the same key; it is one payment, however often it is asked."""
        terminal = NetworkTerminal(request.terminal)
        job: Job[TerminalAnswer] = Job(partial(terminal.authorize, request.key, request.amount), self._ring)
        self._asking[request.id] = _Asking(job, is_first)
        threading.Thread(target=job.do, name="card_terminal", daemon=True).start()

    def cancel(self, request: OpenRequest) -> None:
        """Ask the terminal to stop; it still says itself what came of it."""
        stop = partial(NetworkTerminal(request.terminal).cancel, request.key)
        threading.Thread(target=stop, name="card_terminal", daemon=True).start()

    def settle(self, request: OpenRequest, *, taken: bool, reference: str) -> Outcome:
        """Store what somebody read on the terminal."""
        verb = partial(card_requests.settle, request_id=request.id, taken=taken, reference=reference)
        return self._operations.outcome(verb)

    def _ring(self, job: Job[TerminalAnswer]) -> None:
        if isValid(self):
            self._rang.emit(job)

    def _on_rang(self, job: Job[TerminalAnswer]) -> None:
        found = next(((each, asking) for each, asking in self._asking.items() if asking.job is job), None)
        if found is None or self._operations.is_closed:
            return
        request_id, asking = found
        try:
            answer = job.answer()
        except Exception:  # noqa: BLE001 - whatever broke, the money may have been taken
            answer = TerminalAnswer(RequestState.UNKNOWN)
        told = _TOLD.get(answer.state)
        if asking.is_first and not answer.heard:  # it never heard of the request at all
            answer = TerminalAnswer(RequestState.CANCELED)
            told = Refusal(Why.TERMINAL_NOT_REACHED, Field("tenders"))
        storing = partial(card_requests.answer, request_id=request_id, answer=answer)
        self._operations.begin(storing, Attempt(), partial(self._on_stored, request_id, told))

    def _on_stored(self, request_id: int, told: Refusal | None, job: Job[Done]) -> None:
        del self._asking[request_id]
        try:
            self._operations.bus.publish(job.answer().changes)
        except (RefusedError, TroubleError):
            told = None  # it stands as asked, and Pay asks the person
        self.answered.emit(told)
