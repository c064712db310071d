"""How an order that was sent changes: by rows of its own, while what was ordered at first stays as it was.

Serves the guide's page on purchase orders.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain.errors import Cell, Field, Refusal
from posim_desktop.domain.money import cost_refusal, to_cost
from posim_desktop.domain.purchasing.orders import OrderStatus, line_refusal
from posim_desktop.domain.quantity import MAX_QUANTITY, NO_UNITS, cut_refusal, quantity_refusal
from posim_desktop.domain.why import Why


class OrderChangeKind(StrEnum):
    """What changed of a sent order; the day is what a vendor tells the shop, the others are told to the vendor."""

    LESS = "less"
    MORE = "more"
    ADDED = "added"
    COST = "cost"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class LineChange:
    """What is ordered of a line from now on, all of it and not by how much more, and at what cost.

    Attributes:
        line_id: The line.
        ordered: Units; None leaves it as it is.
        cost: Of one unit, four places; None leaves it as it is.
    """

    line_id: int
    ordered: Decimal | None = None
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LineStanding:
    """What of a line was ordered with all changes so far, and what of it was settled.

    Attributes:
        ordered: Ordered at first, with all changes.
        settled: Received or closed short.
        cost: Of one unit, four places.
    """

    ordered: Decimal
    settled: Decimal
    cost: Decimal


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row of a change: of a line, or of the day on which the order is expected.

    Attributes:
        kind: What changed.
        line_id: The line; None for the day.
        quantity: By how many units more, less is below zero; 0 where no quantity changed.
        cost: Of one unit before and after; None where it did not change.
        expected: The day before and after; None where it did not change.
    """

    kind: OrderChangeKind
    line_id: int | None
    quantity: Decimal = NO_UNITS
    cost: tuple[Decimal, Decimal] | None = None
    expected: tuple[date | None, date | None] | None = None


def change_refusal(status: OrderStatus) -> Refusal | None:
    """Return why an order does not change by rows, or None; a closed one may be reopened by ordering more."""
    if status in {OrderStatus.PROCESSED, OrderStatus.CLOSED}:
        return None
    return Refusal(Why.CHANGED_BEFORE_POSTING) if status is OrderStatus.WORKING else Refusal(Why.ORDER_DISCARDED)


def line_change_refusal(change: LineChange, line: LineStanding, cut: Decimal = NO_UNITS) -> Refusal | None:
    """Return why a line cannot be changed like this, or None: what came, or was closed short, stays ordered.

    What is ordered is a multiple of the item's smallest ``cut``, unless exactly what is settled stays: a vendor may
    have sent another length.
    """
    if change.ordered is not None and change.ordered != line.ordered:
        refusal = quantity_refusal(change.ordered, field="ordered", zero=True)
        if refusal is None and change.ordered < line.settled and change.ordered < line.ordered:
            refusal = Refusal(Why.LESS_THAN_CAME, least=min(line.settled, line.ordered))
        if refusal is None and change.ordered != line.settled:
            refusal = cut_refusal(change.ordered, cut, field="ordered")
        if refusal is not None:
            return refusal.at(Cell("ordered", change.line_id))
    refusal = None if change.cost is None else cost_refusal(change.cost, field="cost")
    return None if refusal is None else refusal.at(Cell("cost", change.line_id))


def added_refusal(quantity: Decimal) -> Refusal | None:
    """Return why so much cannot be added to an order, or None."""
    return line_refusal(quantity)


def raised_refusal(ordered: Decimal, more: Decimal) -> Refusal | None:
    """Return why an item that is ordered already cannot be ordered in addition, or None."""
    if ordered + more > MAX_QUANTITY:
        return Refusal(Why.QUANTITY_TOO_LARGE, Field("quantity"), most=MAX_QUANTITY)
    return None


def rows_of(changes: Sequence[LineChange], lines: Mapping[int, LineStanding]) -> list[ChangeRow]:
    """Work out the rows that changes come to; a line that stays as it is gets none."""
    rows = []
    for change in changes:
        line = lines[change.line_id]
        if change.ordered is not None and change.ordered != line.ordered:
            more = change.ordered - line.ordered
            kind = OrderChangeKind.MORE if more > 0 else OrderChangeKind.LESS
            rows.append(ChangeRow(kind, change.line_id, more))
        if change.cost is not None and to_cost(change.cost) != line.cost:
            rows.append(ChangeRow(OrderChangeKind.COST, change.line_id, cost=(line.cost, to_cost(change.cost))))
    return rows
