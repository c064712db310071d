"""Buying by the case and selling by the piece: what a line was ordered by, and what it costs exactly.

A line keeps the pack that it was written with; the pack on the Item card may change between two orders. Serves the
guide's page on purchase orders.
"""

from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.money import to_cents, to_cost
from posim_desktop.domain.quantity import ONE


class Packing(NamedTuple):
    """How the goods of a line come.

    Attributes:
        pack_quantity: Units in a pack; 1 for goods that come singly.
        pack_unit: What the vendor calls a pack, ``""`` for a case.
        unit: What the units are measured in, ``""`` for pieces.
        pack_cost: What the vendor asks for a pack, four places; None where a cost of one unit was agreed.
    """

    pack_quantity: Decimal = ONE
    pack_unit: str = ""
    unit: str = ""
    pack_cost: Decimal | None = None

    def packs(self, quantity: Decimal) -> Decimal | None:
        """Return how many whole packs so many units are; None when they are not, or come singly."""
        if self.pack_quantity == ONE or quantity % self.pack_quantity != 0:
            return None
        return quantity // self.pack_quantity

    def extension(self, quantity: Decimal, cost: Decimal) -> Decimal:
        """Return what so many units cost, rounded once: at the pack's cost where there is one."""
        if self.pack_cost is None:
            return to_cents(quantity * cost)
        return to_cents(quantity * self.pack_cost / self.pack_quantity)


def cost_of_unit(pack_cost: Decimal, pack_quantity: Decimal) -> Decimal:
    """Return what one unit of a pack costs, rounded half up to four places."""
    return to_cost(pack_cost / pack_quantity)
