"""What a card terminal is asked to take, and what comes of it. Serves the guide's page "Card terminals".

A request is stored before the terminal hears of it. So whatever breaks in between, the shop knows that it was asked,
and a person says what came of it; nothing is taken twice, because the terminal is asked again under the same key.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why


class RequestState(StrEnum):
    """What came of a request: it is asked, or nobody knows; or it was approved, declined or canceled for good."""

    ASKED = "asked"
    UNKNOWN = "unknown"
    APPROVED = "approved"
    DECLINED = "declined"
    CANCELED = "canceled"


OPEN = frozenset({RequestState.ASKED, RequestState.UNKNOWN})
"""As long as a request is one of these, the terminal may have taken the money."""


class TerminalAnswer(NamedTuple):
    """What a terminal says.

    Attributes:
        state: Approved, declined or canceled; unknown where it said nothing that can be understood.
        reference: By what the terminal finds the payment again, where it was approved.
        heard: Whether it heard of the question at all.
    """

    state: RequestState
    reference: str = ""
    heard: bool = True


class CardTerminal(Protocol):
    """A terminal beside the till. The same key is the same payment, however often it is asked about."""

    def authorize(self, key: str, amount: Decimal) -> TerminalAnswer:
        """Have an amount taken, and wait for what comes of it; asked again, say what came of it.

        Nothing is raised: what is not known is :attr:`RequestState.UNKNOWN`.
        """
        ...

    def cancel(self, key: str) -> None:
        """Ask the terminal to stop; what came of it is still the answer of :meth:`authorize`."""
        ...


def ask_refusal(tender: Tender) -> Refusal | None:
    """Return why a terminal is not asked for a payment, or None: it only takes money, and only of cards."""
    if tender.kind is not TenderKind.CARD or not tender.does.by_terminal:
        return Refusal(Why.NOT_BY_TERMINAL, Field("tenders"))
    if tender.amount <= 0:
        return Refusal(Why.TERMINAL_ONLY_TAKES, Field("tenders"))
    return None


def open_refusal(state: RequestState | None) -> Refusal | None:
    """Return why an invoice waits for its card terminal, or None."""
    return Refusal(Why.TERMINAL_STILL_ASKED, Field("tenders")) if state in OPEN else None


def safe_reference(said: str) -> str:
    """Keep what a terminal calls a payment, unless that cannot be kept: the money was taken whatever it says."""
    try:
        return text.clean(said, field="reference", limit=text.SHORT, label=text.Label.REFERENCE)
    except RefusedError:
        return ""


def require_answer(answer: TerminalAnswer) -> None:
    """Check that an answer is one.

    Raises:
        RefusedError: It says that the terminal is still being asked.
    """
    if answer.state is RequestState.ASKED:
        raise refuse(Why.TERMINAL_STILL_ASKED, Field("tenders"))
