"""Goods that a sent order brings for nobody any more: their customers canceled after the vendor had the order.

Serves the guide's page on purchase orders. Until somebody decides what becomes of them they are nobody's.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.quantity import NO_UNITS, quantity_refusal
from posim_desktop.domain.why import Why


class FreedKind(StrEnum):
    """What was decided about goods that are nobody's.

    The vendor is asked to drop them and agrees, to all or a part, or does not; a request that is taken back, or whose
    goods came, is answered too. Or they are for the shelf, or for the next customers.
    """

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CAME = "came"
    SHELF = "shelf"
    NEXT = "next"


ANSWERS = frozenset({FreedKind.AGREED, FreedKind.REFUSED, FreedKind.WITHDRAWN, FreedKind.CAME})
"""What ends a request to the vendor."""


@dataclass(frozen=True, slots=True)
class FreedFigures:
    """What of an order line is free, in units.

    Attributes:
        free: Open and not allocated.
        canceled: What customers canceled of it since it was sent.
        decided: Of these, what the vendor agreed to drop, and what is for the shelf or the next customers.
        pending: What the vendor was asked to drop and has not answered.
    """

    free: Decimal = NO_UNITS
    canceled: Decimal = NO_UNITS
    decided: Decimal = NO_UNITS
    pending: Decimal = NO_UNITS

    @property
    def asked(self) -> Decimal:
        """What the vendor may still drop: nobody's, and for nobody until the answer is there."""
        return max(NO_UNITS, min(self.pending, self.free))

    @property
    def undecided(self) -> Decimal:
        """What is nobody's and waits for a decision."""
        return max(NO_UNITS, min(self.canceled - self.decided - self.pending, self.free - self.asked))

    @property
    def nobodys(self) -> Decimal:
        """What is nobody's, asked about or not."""
        return self.asked + self.undecided


def decide_refusal(quantity: Decimal, figures: FreedFigures) -> Refusal | None:
    """Return why so much cannot be decided about, or None."""
    refusal = quantity_refusal(quantity)
    if refusal is not None:
        return refusal
    if quantity > figures.undecided:
        return Refusal(Why.NOT_SO_MUCH_IS_NOBODYS, Field("quantity"), nobodys=figures.undecided)
    return None


def kept_for_shelf(quantity: Decimal, figures: FreedFigures) -> Decimal:
    """Return what is written down when so much is for the shelf: with it, what came before anybody decided.

    Goods for the shelf are still to come and allocated to nobody. Unless what came, or was closed short, is settled
    with them, they would be asked about again in its place.
    """
    came = figures.canceled - figures.decided - figures.pending - figures.undecided
    return quantity + came


def answered_refusal(*, answered: bool) -> Refusal | None:
    """Return why a request cannot be answered at all, or None; it ends also when its goods came or its order closed."""
    return Refusal(Why.REQUEST_ANSWERED) if answered else None


def answer_refusal(agreed: Decimal, asked: Decimal) -> Refusal | None:
    """Return why a vendor cannot have agreed to drop so much, or None.

    Args:
        agreed: What the vendor drops; 0 when everything comes.
        asked: What of the request is still to come.
    """
    refusal = quantity_refusal(agreed, zero=True)
    if refusal is None and agreed > asked:
        return Refusal(Why.MORE_DROPPED_THAN_ASKED, Field("quantity"), asked=asked)
    return refusal
