"""What is odd about a delivery before it is posted: shown in one list, so that a slip is seen while it costs nothing.

Serves the guide's page "Receive". Where nothing is odd nothing is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.logs import over_receipt

TEN = 10
"""From so many times the usual on, or down to that part of it, a figure is odd."""
RECENT = 10
"""How many of the last deliveries of an item say what is usual."""


class Odd(StrEnum):
    """In which way something is odd."""

    MORE_THAN_ORDERED = "more than ordered"
    TEN_TIMES_QUANTITY = "ten times quantity"
    TEN_TIMES_COST = "ten times cost"
    TENTH_OF_COST = "tenth of cost"
    NOT_ORDERED = "not ordered"
    ON_ANOTHER_ORDER = "on another order"
    INVOICE_USED = "invoice used"


class Elsewhere(NamedTuple):
    """Another document that explains what is odd: an open order of the vendor, or an earlier receiving log.

    ``number`` is None for a log that is not posted yet; ``quantity`` is what an order still brings of the item.
    """

    id: int
    number: int | None
    quantity: Decimal = NO_UNITS


@dataclass(frozen=True, slots=True)
class CountedGoods:
    """A line that is to be posted, and what is usual for its item.

    Attributes:
        line_id: The line.
        item: The item's ID.
        quantity: What was counted, in units.
        still_open: What the order line still brings; None for goods that are not on the order.
        cost: What a unit costs by the vendor's papers.
        usual_cost: What it cost before, 0 when nobody knows.
        before: What came with the last deliveries, in units.
        elsewhere: Open orders of the vendor that bring the item, too.
    """

    line_id: int
    item: str
    quantity: Decimal
    still_open: Decimal | None
    cost: Decimal
    usual_cost: Decimal
    before: tuple[Decimal, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def over(self) -> Decimal:
        """What was counted beyond what the order still brings."""
        return over_receipt(self.quantity, self.still_open)

    @property
    def usual_quantity(self) -> Decimal:
        """What comes usually; of goods that never came before, what is ordered; 0 when nobody knows."""
        return median(self.before) if self.before else self.still_open or NO_UNITS


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing to look at.

    Attributes:
        kind: In which way it is odd.
        line_id: The line that it is about; None for the whole delivery.
        item: The item's ID.
        found: The figure that is odd: units, or money for a unit.
        usual: What it usually is.
        elsewhere: The other document that it is about.
    """

    kind: Odd
    line_id: int | None = None
    item: str = ""
    found: Decimal = NO_UNITS
    usual: Decimal = NO_UNITS
    elsewhere: Elsewhere | None = None


def look_at(lines: Iterable[CountedGoods], used: Sequence[Elsewhere], *, has_order: bool) -> tuple[Oddity, ...]:
    """List what is odd about a delivery, the whole of it first and then line by line.

    Args:
        lines: What was counted; a line with nothing counted says nothing.
        used: Other receiving logs of the vendor with the same invoice number.
        has_order: Whether the delivery is received on an order.
    """
    found = [Oddity(Odd.INVOICE_USED, elsewhere=each) for each in used]
    for line in lines:
        if line.quantity > 0:
            found += [*_of_quantity(line), *_of_cost(line), *_of_orders(line, has_order=has_order)]
    return tuple(found)


def _of_quantity(line: CountedGoods) -> Iterable[Oddity]:
    """One row a line: a slip of ten times is more than was ordered, too."""
    expected = line.still_open is not None and line.over == 0
    if not expected and 0 < TEN * line.usual_quantity <= line.quantity:
        yield Oddity(Odd.TEN_TIMES_QUANTITY, line.line_id, line.item, line.quantity, line.usual_quantity)
    elif line.over > 0:
        yield Oddity(Odd.MORE_THAN_ORDERED, line.line_id, line.item, line.quantity, line.still_open or NO_UNITS)


def _of_cost(line: CountedGoods) -> Iterable[Oddity]:
    if line.usual_cost <= ZERO or line.cost <= ZERO:
        return  # goods that are free, or that nobody bought before
    if line.cost >= TEN * line.usual_cost:
        yield Oddity(Odd.TEN_TIMES_COST, line.line_id, line.item, line.cost, line.usual_cost)
    elif line.cost * TEN <= line.usual_cost:
        yield Oddity(Odd.TENTH_OF_COST, line.line_id, line.item, line.cost, line.usual_cost)


def _of_orders(line: CountedGoods, *, has_order: bool) -> Iterable[Oddity]:
    if line.still_open is not None and line.over == 0:
        return
    if line.elsewhere:
        first = line.elsewhere[0]
        yield Oddity(Odd.ON_ANOTHER_ORDER, line.line_id, line.item, line.quantity, first.quantity, first)
    elif has_order and line.still_open is None:
        yield Oddity(Odd.NOT_ORDERED, line.line_id, line.item, line.quantity)
