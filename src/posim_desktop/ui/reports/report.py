"""What makes one report differ from another: its words, its query, its columns and where its rows lead."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind, Value
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.deck import Found
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.ui.navigator import Place

Goal = tuple[Record, int] | tuple[Place, Found]
"""Where a row leads: to a record, or to the documents that it is made of."""
Lead = Hashable
"""What a query says a row is of: a day, the id of a card; rows of two parts of a period with the same one are one."""
Query = Callable[[Any, Scope], Sequence[tuple[Any, ...]]]


class Narrowing(StrEnum):
    """What a report can be narrowed to besides its period."""

    PERIOD = "period"
    DEPARTMENT = "department"
    EMPLOYEE = "employee"
    VENDOR = "vendor"
    DAYS = "days"


class Cut(StrEnum):
    """What a report is cut along, so that it can be given up in between."""

    PERIOD = "period"
    QUARTERS = "quarters"
    """Along the period, more finely: each line costs several times what it costs elsewhere."""
    GOODS = "goods"


class ChartStyle(StrEnum):
    """How a chart is drawn: a column for each row in order, or the largest rows as bars with their names."""

    COLUMNS = "columns"
    BARS = "bars"


@dataclass(frozen=True)
class ReportColumn:
    """A column.

    Attributes:
        label: Its head, to be translated.
        kind: What it holds.
        adds: Whether it can be added up: over parts of a period, and over the rows for the sums.
        has_sum: Whether the sum over all rows says something.
        of: Works it out of the cells that the query gave, of a row or of the sums; None for one that the query gives.
        costs: Whether it tells what goods cost: only who may see costs sees it.
        nothing: What stands for nothing, to be translated.
        named: What stands for values that are words of the program, to be translated.
    """

    label: str
    kind: Kind = Kind.TEXT
    adds: bool = False
    has_sum: bool = True
    of: Callable[[Sequence[Any]], Value] | None = None
    costs: bool = False
    nothing: str = ""
    named: Mapping[Any, str] = field(default_factory=dict)

    @property
    def is_shown(self) -> bool:
        """Whether it is seen; one without a head only feeds others."""
        return bool(self.label)


@dataclass(frozen=True)
class Chart:
    """A painted figure of a report: what stands below or beside each bar, and how large it is, by place of column."""

    style: ChartStyle
    label: int
    value: int


@dataclass(frozen=True)
class ReportSpec:
    """A report.

    Attributes:
        name: What the code calls it.
        title: What people call it, to be translated.
        about: What it counts, in a sentence, to be translated.
        columns: Its columns; those that the query gives stand in its order.
        query: Asks for it: rows of a lead and the cells.
        narrowings: What it can be narrowed to.
        order: The column by whose values the rows first stand, and whether the largest comes first.
        chart: How it is painted, where people would rather look.
        leads: Where a row leads.
        cut: How it may be asked in parts; None where it is asked at once.
        permission: What it takes to see it, besides seeing reports.
    """

    name: str
    title: str
    about: str
    columns: Sequence[ReportColumn]
    query: Query
    narrowings: frozenset[Narrowing] = frozenset({Narrowing.PERIOD})
    order: tuple[int, bool] = (0, False)
    chart: Chart | None = None
    leads: Callable[[Any, Scope], Goal | None] | None = None
    cut: Cut | None = Cut.PERIOD
    permission: Permission | None = None


@dataclass(frozen=True)
class ReportRow:
    """A row: what it is of, and the value of each column."""

    lead: Lead
    values: tuple[Value, ...]


class Gathered:
    """The rows of a report as its parts come in; rows of the same lead are added up."""

    def __init__(self, report: ReportSpec) -> None:
        self._report = report
        self._given = [column for column in report.columns if column.of is None]
        self._cells: dict[Lead, list[Any]] = {}

    def add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Take rows in."""
        for lead, *cells in rows:
            there = self._cells.get(lead)
            if there is None:
                self._cells[lead] = cells
                continue
            for place, column in enumerate(self._given):
                if column.adds:
                    there[place] += cells[place]

    def found(self, holds: Callable[[Sequence[Value]], bool]) -> "Gathered":
        """Return only the rows whose values fit."""
        some = Gathered(self._report)
        some._cells = {lead: cells for lead, cells in self._cells.items() if holds(self._whole(cells))}
        return some

    def rows(self) -> list[ReportRow]:
        """Return the rows in the report's first order."""
        rows = [ReportRow(lead, self._whole(cells)) for lead, cells in self._cells.items()]
        place, descending = self._report.order
        rows = sorted_rows(self._report, rows, 0, descending=False)  # what is the same there, by what it is called
        return sorted_rows(self._report, rows, place, descending=descending)

    def sums(self) -> tuple[Value, ...]:
        """Add all rows up; nothing where there is nothing to add."""
        if not self._cells or not any(column.adds for column in self._given):
            return ()
        sums = [
            sum((cells[place] for cells in self._cells.values()), 0) if column.adds else None
            for place, column in enumerate(self._given)
        ]
        whole = self._whole(sums)
        return tuple(
            value if column.has_sum and (column.adds or column.of is not None) else None
            for value, column in zip(whole, self._report.columns, strict=True)
        )

    def _whole(self, cells: Sequence[Any]) -> tuple[Value, ...]:
        given = iter(cells)
        return tuple(next(given) if column.of is None else column.of(cells) for column in self._report.columns)


def sorted_rows(report: ReportSpec, rows: Sequence[ReportRow], place: int, *, descending: bool) -> list[ReportRow]:
    """Put rows in the order of a column.

    What has no value there comes last in any order; only where a word stands for it, such as Never, is it the least.
    """
    column = report.columns[place]
    having = [row for row in rows if row.values[place] is not None]
    rest = [row for row in rows if row.values[place] is None]
    having = sorted(having, key=lambda row: _by_size(row.values[place], column.named), reverse=descending)
    return rest + having if column.nothing and not descending else having + rest


def _by_size(value: Value, named: Mapping[Any, str]) -> Any:  # noqa: ANN401 - values of one column compare
    """Return by what a value stands in order: what is named by a word of the program, by how people read it."""
    if not isinstance(value, str):
        return value
    return (words(named[value]) if value in named else value).casefold()


def words(text: str) -> str:
    """Say something of a report in the shop's language."""
    return QCoreApplication.translate("Reports", text) if text else ""
