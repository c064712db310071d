"""Stock: on hand, committed, available, and when a sale takes more than there is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain.quantity import NONE


class LedgerKind(StrEnum):
    """Why a quantity on hand changed."""

    OPENING = "opening"
    SALE = "sale"
    RETURN = "return"
    RECEIPT = "receipt"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True, slots=True)
class Stock:
    """The stored stock figures of one item, in its units."""

    on_hand: Decimal
    committed: Decimal = NONE
    on_order: Decimal = NONE

    @property
    def available(self) -> Decimal:
        """What anybody may have: on hand less what is set aside."""
        return self.on_hand - self.committed


def shortage(stock: Stock, wanted: Decimal) -> Decimal:
    """Return how much of a wanted quantity is not available, 0 when all of it is."""
    return max(NONE, wanted - max(NONE, stock.available))


def can_split(stock: Stock, wanted: Decimal) -> bool:
    """Tell whether part of a wanted quantity can be sold now and the rest back-ordered."""
    return NONE < stock.available < wanted
