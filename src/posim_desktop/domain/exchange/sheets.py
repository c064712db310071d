"""A table as it leaves the program: heads, kinds of figures, rows of values. Serves the guide's page "Reports"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

Value = str | int | Decimal | date | datetime | None
"""What stands in a cell: a text, a number, a day, a moment of the shop's clock without a zone, or nothing."""


class Kind(StrEnum):
    """What a column holds, and so how it is written and on which side it stands.

    A number is that of a document. Percentages are rounded to a tenth; a rate, a percentage too, has all its places.
    """

    TEXT = "text"
    MONEY = "money"
    COST = "cost"
    QUANTITY = "quantity"
    COUNT = "count"
    NUMBER = "number"
    TENTHS = "tenths"
    RATE = "rate"
    PERCENT = "percent"
    DAY = "day"
    MOMENT = "moment"
    HOUR = "hour"

    @property
    def is_figure(self) -> bool:
        """Whether it stands at the right and can be added up or compared by size."""
        return self not in {Kind.TEXT, Kind.NUMBER, Kind.DAY, Kind.MOMENT, Kind.HOUR}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its head, and what it holds."""

    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class DataSheet:
    """A table to be written to a file or on paper.

    Attributes:
        title: What it is.
        about: Of what period and what else it was asked for, a line each.
        sums: The last row, below a line; none where nothing is added up.
    """

    title: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Value]]
    about: Sequence[str] = ()
    sums: Sequence[Value] = ()
