"""The numbers a shop gave out, and what one that is restored leaves out, so that no number on paper comes twice.

Serves the guide's page "Backups". The contract is in the design: an event names the highest number handed out before,
and numbering goes on above it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

Key = TypeVar("Key", str, int)

DRAWER = "drawer"
"""What the Zs of drawers are called among the counters."""
DOCUMENTS = (
    *("invoice", "backorder", "purchase_order", "receiving_log", "receiving_correction", "special_order"),
    *("vendor_return", "stock_count"),
)
"""The documents whose numbers run without a gap, by their counters."""
SLIP = "slip"
"""What the numbers under the bars of slips are called among those that somebody is asked for."""
CODES = ("customer", "item", "vendor", "role", "tender_type")
"""The counters of the IDs that cards are given where nobody types one; gaps in them mean nothing."""
ASKED = (*DOCUMENTS, *CODES, SLIP)
"""What somebody can say the highest number of, where the shop that is replaced cannot be read."""


@dataclass(frozen=True)
class Given:
    """The highest numbers that were given out; 0 where none was.

    Attributes:
        counters: By counter; the audit's is not among them, for its chain goes on where the backup ends.
        drawers: Of the last Z, by the id of the drawer.
        slip: Under the bars of a slip.
    """

    counters: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    drawers: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    slip: int = 0

    def or_higher(self, other: "Given") -> "Given":
        """Return the higher of each number."""
        return Given(
            _higher(self.counters, other.counters), _higher(self.drawers, other.drawers), max(self.slip, other.slip)
        )


@dataclass(frozen=True, slots=True)
class Skipped:
    """Numbers that are given to nothing, of a counter or of a drawer's Zs."""

    counter: str
    drawer_id: int | None
    first: int
    last: int

    @property
    def name(self) -> str:
        """What the audit calls the counter: ``invoice``, or ``drawer 3`` for the Zs of a drawer."""
        return self.counter if self.drawer_id is None else f"{self.counter} {self.drawer_id}"


def skipped(standing: Given, given: Given) -> tuple[Skipped, ...]:
    """List what a shop whose numbers stand somewhere leaves out to go on above what was given.

    A drawer that the backup does not know has no Zs to go on from.
    """
    return tuple(_skipped(standing, given))


def _skipped(standing: Given, given: Given) -> Iterator[Skipped]:
    for name in DOCUMENTS:
        at, highest = standing.counters.get(name, 0), given.counters.get(name, 0)
        if highest > at:
            yield Skipped(name, None, at + 1, highest)
    for drawer_id, at in sorted(standing.drawers.items()):
        highest = given.drawers.get(drawer_id, 0)
        if highest > at:
            yield Skipped(DRAWER, drawer_id, at + 1, highest)


def _higher(first: Mapping[Key, int], other: Mapping[Key, int]) -> Mapping[Key, int]:
    return {key: max(first.get(key, 0), other.get(key, 0)) for key in first.keys() | other.keys()}
