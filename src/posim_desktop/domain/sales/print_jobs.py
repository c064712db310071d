"""Print jobs: what a posting has printed, until it is printed. Serves the guide's page "Print jobs"."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.why import Why

GIVEN_UP_AFTER = timedelta(minutes=2)
"""How long a job may be on its way; after that nobody knows whether it was printed."""
_DRAWER_WAITS = timedelta(minutes=1)
_FIRST_PAUSE, _LONGEST_PAUSE = 5, 60  # seconds


class Printing(StrEnum):
    """What is printed; the values are stored and never change their meaning."""

    RECEIPT = "receipt"
    GIFT_RECEIPT = "gift receipt"
    DRAWER = "drawer"
    """Only the drawer opens; nothing is printed."""
    INVOICE_PAPER = "invoice paper"
    """An invoice on A4 or Letter."""
    ORDER_PAPER = "order paper"
    """A purchase order on A4 or Letter."""
    CONFIRMATION = "confirmation"
    """What a special order promises, on a receipt."""
    CONFIRMATION_PAPER = "confirmation paper"
    """What a special order promises, on A4 or Letter."""
    X_REPORT = "x report"
    """What the day of a drawer comes to so far."""
    Z_REPORT = "z report"
    """What a closed day came to."""

    @property
    def is_paper(self) -> bool:
        """Whether it is printed from its document, by the window that shows it, and not by the worker."""
        return self in {Printing.INVOICE_PAPER, Printing.ORDER_PAPER, Printing.CONFIRMATION_PAPER}

    @property
    def is_confirmation(self) -> bool:
        """Whether it is of a special order, and named by the invoice that the special order made."""
        return self in {Printing.CONFIRMATION, Printing.CONFIRMATION_PAPER}


class JobState(StrEnum):
    """The state of a print job; the values are stored and never change their meaning."""

    WAITING = "waiting"
    SENDING = "sending"
    PRINTED = "printed"
    MAYBE_PRINTED = "maybe printed"
    """Part of it went to the printer, or nobody knows: a person looks at the paper."""
    STOPPED = "stopped"
    """It is not tried again until a person says so."""
    DELETED = "deleted"


class SendingEnd(StrEnum):
    """The outcome of sending a job to its printer."""

    TAKEN = "taken"
    NOTHING_TAKEN = "nothing taken"
    PART_TAKEN = "part taken"
    NOT_PRINTABLE = "not printable"


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What a workstation wants printed of each invoice that it posts.

    Attributes:
        printer: Where.
        receipt: Whether the receipt is printed by itself.
        drawer: Whether the drawer opens when cash moves.
    """

    printer: str
    receipt: bool
    drawer: bool


def state_after(printing: Printing, end: SendingEnd) -> JobState:
    """Return the state of a job once it was sent; a drawer that did not open does not open later by itself."""
    match end:
        case SendingEnd.TAKEN:
            return JobState.PRINTED
        case SendingEnd.PART_TAKEN:
            return JobState.MAYBE_PRINTED
        case SendingEnd.NOTHING_TAKEN if printing is not Printing.DRAWER:
            return JobState.WAITING
        case _:
            return JobState.STOPPED


def pause_after(attempts: int) -> timedelta:
    """Return how long a job waits after so many failed attempts."""
    return timedelta(seconds=min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(max(attempts - 1, 0), 6)))


def opens_drawer(ordered_at: datetime, now: datetime, *, wanted: bool) -> bool:
    """Return whether the drawer opens with a job: never long after the money moved."""
    return wanted and now - ordered_at <= _DRAWER_WAITS


def again_refusal(printing: Printing, state: JobState | None) -> Refusal | None:
    """Return why a job cannot be printed again from the list, or None."""
    refusal = change_refusal(state)
    return Refusal(Why.PRINTED_FROM_ITS_DOCUMENT) if refusal is None and printing.is_paper else refusal


def change_refusal(state: JobState | None) -> Refusal | None:
    """Return why a job cannot be changed, or None."""
    if state is None or state is JobState.DELETED:
        return Refusal(Why.PRINT_JOB_GONE)
    return Refusal(Why.PRINT_JOB_BEING_SENT) if state is JobState.SENDING else None
