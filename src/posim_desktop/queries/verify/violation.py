"""What a rule of the shop found wrong, and the shape of a rule that one SELECT can check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import sqlalchemy as sa
from typing_extensions import override

from posim_desktop.domain.quantity import QUANTITY_PLACES


@dataclass(frozen=True, slots=True)
class Violation:
    """One record that breaks one rule.

    Attributes:
        rule: Short name of the rule (``"S1"``).
        record: Kind of the record (``"item"``).
        record_id: Its id in the database.
        name: What people call it: a number or a code; empty when it has none.
        problem: What is wrong, with the figures.
    """

    rule: str
    record: str
    record_id: int
    name: str
    problem: str

    @override
    def __str__(self) -> str:
        called = self.name or f"(id {self.record_id})"
        return f"{self.rule}: {self.record} {called}: {self.problem}"


Check = Callable[[sa.Connection], Iterator[Violation]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a SELECT of the records that break it.

    The SELECT gives the record's id, its name, and the two figures that should agree. It adds and compares; it never
    multiplies or divides.

    Attributes:
        rule: Short name of the rule.
        record: Kind of the record.
        problem: Words with two places, for the figures.
        select: The SELECT.
        places: Decimal places of the figures: 3 for quantities, what asks for those of the shop's money, 0 for whole
            numbers and None for text.
    """

    rule: str
    record: str
    problem: str
    select: str
    places: int | Callable[[], int] | None = QUANTITY_PLACES

    def __call__(self, connection: sa.Connection) -> Iterator[Violation]:
        """Find the records that break the rule."""
        for record_id, name, first, second in connection.execute(_ordered(self.select)):
            problem = self.problem.format(self._figure(first), self._figure(second))
            yield Violation(self.rule, self.record, record_id, called(name), problem)

    def _figure(self, stored: object) -> str:
        if self.places is None or stored is None:
            return "nothing" if stored is None else str(stored)
        return figure(int(str(stored)), self.places() if callable(self.places) else self.places)


@cache
def _ordered(select: str) -> sa.TextClause:
    return sa.text(f"{select} ORDER BY 1")


def called(name: object) -> str:
    """Write a record's number or code, nothing when it has none."""
    return "" if name is None else str(name)


def figure(stored: int, places: int) -> str:
    """Write a stored whole number with its decimal places."""
    return f"{Decimal(stored).scaleb(-places):f}"
