"""The backorder: what a customer was promised, and where each unit of the promise stands.

Serves the guide's pages on backorder cards. The five figures always add up:
ordered = outstanding + received + canceled, and received = waiting + filled.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain.errors import Field, Refusal, require
from posim_desktop.domain.money import to_cents
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST, quantity_refusal
from posim_desktop.domain.why import Why


class BackorderStatus(StrEnum):
    """Where a backorder stands, derived from its figures and never stored."""

    OPEN = "open"
    PARTIAL = "partial"
    READY = "ready"
    FILLED = "filled"
    CANCELED = "canceled"


class EventKind(StrEnum):
    """What happens to a backorder after it is created."""

    RECEIVE = "receive"
    FILL_STOCK = "fill_stock"
    RELEASE = "release"
    CANCEL = "cancel"
    SOLD = "sold"
    ASK = "ask"
    ANSWER = "answer"


WORDS_ONLY = frozenset({EventKind.ASK, EventKind.ANSWER})
"""What is said about a backorder and moves no goods."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The stored quantities of a backorder, in units of its item.

    Attributes:
        ordered: What the posted B line asked for; never changes.
        received: Set aside for the customer so far, whether picked up or not.
        canceled: No longer wanted.
        filled: Sold to the customer.
        waiting: Set aside on working invoices, awaiting pick-up.
    """

    ordered: Decimal
    received: Decimal = NO_UNITS
    canceled: Decimal = NO_UNITS
    filled: Decimal = NO_UNITS
    waiting: Decimal = NO_UNITS

    @property
    def outstanding(self) -> Decimal:
        """What the customer is owed and has not been set aside."""
        return self.ordered - self.received - self.canceled

    @property
    def status(self) -> BackorderStatus:
        """Where the backorder stands."""
        if self.outstanding > 0:
            return BackorderStatus.PARTIAL if self.received > 0 else BackorderStatus.OPEN
        if self.waiting > 0:
            return BackorderStatus.READY
        return BackorderStatus.FILLED if self.filled > 0 else BackorderStatus.CANCELED


def part_refusal(quantity: Decimal, outstanding: Decimal, word: str, *, one_piece: bool) -> Refusal | None:
    """Return why so much cannot be set aside, or None: what is wanted in one piece is not filled in part unasked.

    Args:
        quantity: What is to be set aside, from one delivery line or from the shelf.
        outstanding: What is owed before.
        word: Why it is filled in part all the same.
        one_piece: Whether the customer wants it in one piece.
    """
    if not one_piece or quantity in {NO_UNITS, outstanding} or word.strip():
        return None
    return Refusal(Why.PART_OF_ONE_PIECE, outstanding=outstanding)


def cancel_refusal(figures: Figures, quantity: Decimal = SMALLEST) -> Refusal | None:
    """Return why a quantity, the smallest there is unless told, cannot be canceled, or None."""
    if figures.outstanding <= 0:
        return Refusal(Why.NOTHING_TO_CANCEL, Field("quantity"))
    refusal = quantity_refusal(quantity)
    if refusal is None and quantity > figures.outstanding:
        return Refusal(Why.MORE_CANCELED_THAN_OUTSTANDING, Field("quantity"), outstanding=figures.outstanding)
    return refusal


def refuse_refusal(figures: Figures, quantity: Decimal = SMALLEST) -> Refusal | None:
    """Return why goods that wait for a customer cannot be taken as refused, or None: only those that are here can."""
    if figures.waiting <= 0:
        return Refusal(Why.NOTHING_WAITS, Field("quantity"))
    refusal = quantity_refusal(quantity)
    if refusal is None and quantity > figures.waiting:
        return Refusal(Why.MORE_REFUSED_THAN_WAITS, Field("quantity"), waiting=figures.waiting)
    return refusal


def cancel(figures: Figures, quantity: Decimal) -> Figures:
    """Take a quantity off what the customer is owed.

    Raises:
        RefusedError: More than is outstanding, or no quantity at all.
    """
    require(cancel_refusal(figures, quantity))
    return replace(figures, canceled=figures.canceled + quantity)


def receive(figures: Figures, quantity: Decimal) -> Figures:
    """Set a quantity aside for the customer, from a delivery or from the shelf.

    Raises:
        RefusedError: More than is outstanding, or no quantity at all.
    """
    refusal = quantity_refusal(quantity)
    if refusal is None and quantity > figures.outstanding:
        refusal = Refusal(Why.MORE_THAN_OUTSTANDING, Field("quantity"), outstanding=figures.outstanding)
    require(refusal)
    return replace(figures, received=figures.received + quantity, waiting=figures.waiting + quantity)


def release(figures: Figures, quantity: Decimal) -> Figures:
    """Release what was set aside: the customer is owed it again.

    Raises:
        RefusedError: More than is waiting for pick-up.
    """
    require(_waiting_refusal(figures, quantity))
    return replace(figures, received=figures.received - quantity, waiting=figures.waiting - quantity)


def hand_over(figures: Figures, quantity: Decimal) -> Figures:
    """Hand a quantity that was set aside to the customer.

    Raises:
        RefusedError: More than is waiting for pick-up.
    """
    require(_waiting_refusal(figures, quantity))
    return replace(figures, waiting=figures.waiting - quantity, filled=figures.filled + quantity)


def discount_of_fill(figures: Figures, discount: Decimal, unit_price: Decimal, quantity: Decimal) -> Decimal:
    """Compute a fill's share of the B line's total discount, in money.

    The shares of successive fills add up to the discount to the cent; none is more than the goods cost.
    ``figures`` are those before the fill.
    """
    before = to_cents(discount * figures.received / figures.ordered)
    after = to_cents(discount * (figures.received + quantity) / figures.ordered)
    return min(after - before, to_cents(quantity * unit_price))


def _waiting_refusal(figures: Figures, quantity: Decimal) -> Refusal | None:
    if quantity > figures.waiting:
        return Refusal(Why.MORE_THAN_SET_ASIDE, Field("quantity"), waiting=figures.waiting)
    return quantity_refusal(quantity)
