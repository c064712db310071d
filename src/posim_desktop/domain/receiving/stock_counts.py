"""Stock counts: what is there against what should be. Serves the guide's page "Count the stock".

What is on the shelf and what is set aside for customers are counted apart. Each is compared with what should have been
there at the moment when it was counted last, so that goods sold, received or set aside afterwards are no difference.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain import text
from posim_desktop.domain.errors import Cell, Field, NamedQuantity, Refusal, require
from posim_desktop.domain.quantity import NO_UNITS, quantity_refusal
from posim_desktop.domain.why import Why


class CountStatus(StrEnum):
    """Where a stock count stands."""

    WORKING = "working"
    POSTED = "posted"
    DISCARDED = "discarded"


class Extent(StrEnum):
    """What a count is of: everything, one department, or what is scanned and nothing else."""

    EVERYTHING = "everything"
    DEPARTMENT = "department"
    SCANNED = "scanned"


LEGAL_STEPS: dict[CountStatus, frozenset[CountStatus]] = {
    CountStatus.WORKING: frozenset({CountStatus.POSTED, CountStatus.DISCARDED}),
    CountStatus.POSTED: frozenset(),
    CountStatus.DISCARDED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of one item.

    Attributes:
        shelf: What was counted on the shelf, in all places and by everybody.
        expected: What was available when the shelf was counted last: on hand less what was set aside.
    """

    shelf: Decimal
    expected: Decimal


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What an invoice held of an item when somebody looked, and what they found of it."""

    held: Decimal
    found: Decimal


def edit_refusal(status: CountStatus) -> Refusal | None:
    """Refuse to change what is posted or discarded; None while it is being counted."""
    if status is CountStatus.WORKING:
        return None
    return Refusal(Why.COUNT_POSTED if status is CountStatus.POSTED else Why.COUNT_DISCARDED)


def extent_refusal(extent: Extent, department_id: int | None) -> Refusal | None:
    """Refuse a count of a department that says none."""
    return Refusal(Why.COUNT_OF_NO_DEPARTMENT, Field("department")) if _lacks(extent, department_id) else None


def _lacks(extent: Extent, department_id: int | None) -> bool:
    return (extent is Extent.DEPARTMENT) != (department_id is not None)


def difference(counted: Counted, held: Iterable[LookedAt] = ()) -> Decimal:
    """Work out by how much a count changes the quantity on hand: what is missing is below zero."""
    return counted.shelf - counted.expected + sum((each.found - each.held for each in held), NO_UNITS)


def clean_place(place: str) -> str:
    """Bring the name of where somebody counts into the form that is stored; blank is allowed."""
    return text.clean(place, field="place", limit=text.NAME, label=text.Label.STORAGE_PLACE)


def clean_units(units: Decimal, line: int | None = None) -> Decimal:
    """Check how much was counted: nothing is a count, too.

    Raises:
        RefusedError: At ``quantity``, or in that column of a line.
    """
    refusal = quantity_refusal(units, field="quantity", zero=True)
    if refusal is not None and line is not None:
        refusal = refusal.at(Cell("quantity", line))
    require(refusal)
    return units


def post_refusal(*, counted: int, unidentified: int, unasked: Sequence[NamedQuantity]) -> Refusal | None:
    """Refuse to post a count of nothing, one with codes that nobody knows, or one that never looked at what waits.

    Args:
        counted: How many items were counted.
        unidentified: How many codes are still to be solved.
        unasked: What is set aside of counted items and was not looked at, by its customer.
    """
    if not counted:
        return Refusal(Why.COUNT_EMPTY)
    if unidentified:
        return Refusal(Why.COUNT_UNIDENTIFIED, Field("unidentified"), count=unidentified)
    return Refusal(Why.COUNT_HELD_UNASKED, Field("held"), held=tuple(unasked)) if unasked else None
