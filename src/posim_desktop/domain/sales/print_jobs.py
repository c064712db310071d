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
    SLIP = "slip"
    """The pick-up slip of an invoice whose goods wait, on a receipt."""
    SLIP_PAPER = "slip paper"
    """The same on A4 or Letter."""
    BOX_LABELS = "box labels"
    """The labels of the boxes in which its goods wait, on receipt paper."""
    BOX_LABELS_PAPER = "box labels paper"
    """The same on labels of their own."""
    STATEMENT = "statement"
    """A customer's statement of account, on a receipt."""
    STATEMENT_PAPER = "statement paper"
    """The same on A4 or Letter."""
    X_REPORT = "x report"
    """What the day of a drawer comes to so far."""
    Z_REPORT = "z report"
    """What a closed day came to."""
    X_REPORT_PAPER = "x report paper"
    """What the day of a drawer comes to so far, on A4 or Letter."""
    Z_REPORT_PAPER = "z report paper"
    """What a closed day came to, on A4 or Letter."""
    VENDOR_RETURN = "vendor return"
    """What goes back to a vendor, on a receipt."""
    VENDOR_RETURN_PAPER = "vendor return paper"
    """The same on A4 or Letter."""

    @property
    def is_paper(self) -> bool:
        """Whether it is printed from its document, by the window that shows it, and not by the worker."""
        return self in _PAPERS

    @property
    def is_confirmation(self) -> bool:
        """Whether it is of a special order, and named by the invoice that the special order made."""
        return self in {Printing.CONFIRMATION, Printing.CONFIRMATION_PAPER}

    @property
    def is_of_goods(self) -> bool:
        """Whether it goes with goods that wait for their customer, and is printed only as long as they do."""
        return self in {Printing.SLIP, Printing.SLIP_PAPER, *_LABELS}

    @property
    def is_of_boxes(self) -> bool:
        """Whether there is one for each box."""
        return self in _LABELS

    @property
    def is_statement(self) -> bool:
        """Whether it is of a customer, from one day to another."""
        return self in {Printing.STATEMENT, Printing.STATEMENT_PAPER}

    @property
    def is_vendor_return(self) -> bool:
        """Whether it goes with goods back to a vendor."""
        return self in {Printing.VENDOR_RETURN, Printing.VENDOR_RETURN_PAPER}

    @property
    def is_x(self) -> bool:
        """Whether it is what the day of a drawer comes to so far."""
        return self in {Printing.X_REPORT, Printing.X_REPORT_PAPER}

    @property
    def is_z(self) -> bool:
        """Whether it is what a closed day came to."""
        return self in {Printing.Z_REPORT, Printing.Z_REPORT_PAPER}

    @property
    def says_copy(self) -> bool:
        """Whether a second print says that it is one; whoever loses a slip needs it as it was, and each X is new."""
        return not (self.is_of_goods or self.is_statement or self.is_vendor_return or self.is_x)


_LABELS = frozenset({Printing.BOX_LABELS, Printing.BOX_LABELS_PAPER})
_PAPERS = frozenset(
    {
        Printing.INVOICE_PAPER,
        Printing.ORDER_PAPER,
        Printing.CONFIRMATION_PAPER,
        Printing.SLIP_PAPER,
        Printing.BOX_LABELS_PAPER,
        Printing.STATEMENT_PAPER,
        Printing.VENDOR_RETURN_PAPER,
        Printing.X_REPORT_PAPER,
        Printing.Z_REPORT_PAPER,
    }
)


@dataclass(frozen=True, slots=True)
class PrintSubject:
    """What a job is of: an invoice, an order, a return, a customer in a while or a drawer's day; nothing for No Sale.

    Attributes:
        invoice_id: The invoice; of a special order's confirmation the one that the special order made.
        purchase_order_id: The order.
        customer_id: Whose statement it is.
        start: Its first moment.
        end: The moment after its last.
        boxes: How many boxes are labeled.
        day_id: The day of a drawer.
        vendor_return_id: The return to a vendor.
    """

    invoice_id: int | None = None
    purchase_order_id: int | None = None
    customer_id: int | None = None
    start: datetime | None = None
    end: datetime | None = None
    boxes: int | None = None
    day_id: int | None = None
    vendor_return_id: int | None = None


OF_NOTHING = PrintSubject()


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
    """Return why a job cannot be printed again from the list, or None.

    An X would say what has come since, to whoever may look at the list.
    """
    refusal = change_refusal(state)
    if refusal is not None:
        return refusal
    if printing.is_paper:
        return Refusal(Why.PRINTED_FROM_ITS_DOCUMENT)
    return Refusal(Why.X_FROM_ITS_DRAWER) if printing.is_x else None


def change_refusal(state: JobState | None) -> Refusal | None:
    """Return why a job cannot be changed, or None."""
    if state is None or state is JobState.DELETED:
        return Refusal(Why.PRINT_JOB_GONE)
    return Refusal(Why.PRINT_JOB_BEING_SENT) if state is JobState.SENDING else None
