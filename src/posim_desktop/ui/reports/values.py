"""How the values of a report are written on screen and on paper, and how they leave in a file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale, QTime

from posim_desktop.domain.exchange.sheets import DataSheet, Kind, SheetColumn, Value
from posim_desktop.domain.folding import digits_of, holds_words, search_key
from posim_desktop.domain.money import to_cents
from posim_desktop.ui import formatting
from posim_desktop.ui.reports.report import ReportColumn, ReportRow, ReportSpec, words


def cell(value: Any, column: ReportColumn) -> str:  # noqa: ANN401 - a value of that column
    """Write a cell, its words in the shop's language."""
    if value is None:
        return words(column.nothing)
    return words(column.named[value]) if value in column.named else written(value, column.kind)


def fits(values: Sequence[Value], report: ReportSpec, typed: str) -> bool:
    """Say whether what a row says holds every word; a phone number may be typed without its dashes."""
    texts = [cell(value, column) for value, column in zip(values, report.columns, strict=True) if column.is_shown]
    return holds_words(search_key(*texts, *map(digits_of, texts)), typed)


def written(value: Any, kind: Kind) -> str:  # noqa: ANN401 - a value of that kind
    """Write a value in the store's manner; nothing for none."""
    return "" if value is None else _WRITERS[kind](value)


def _percent(value: Decimal) -> str:
    return f"{formatting.tenths(value)} %"


def _hour(hour: int) -> str:
    return formatting.store_format().locale.toString(QTime(hour, 0), QLocale.FormatType.ShortFormat)


_WRITERS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.TEXT: lambda value: str(value).replace("\n", " "),
    Kind.MONEY: lambda value: formatting.money(Decimal(value)),
    Kind.COST: formatting.cost,
    Kind.QUANTITY: lambda value: formatting.quantity(Decimal(value)),
    Kind.COUNT: lambda value: formatting.count(int(value)),
    Kind.NUMBER: str,
    Kind.TENTHS: formatting.tenths,
    Kind.RATE: lambda value: f"{formatting.quantity(value)} %",
    Kind.PERCENT: _percent,
    Kind.DAY: formatting.date,
    Kind.MOMENT: formatting.date_time,
    Kind.HOUR: _hour,
}


def _leaving(value: Value, column: ReportColumn) -> Value:
    is_word = value is None or value in column.named
    return cell(value, column) or None if is_word else as_value(value, column.kind)


def as_value(value: Any, kind: Kind) -> Value:  # noqa: ANN401 - a value of that kind
    """Return a value as it leaves in a file: moments by the shop's clock, hours as they are written."""
    if value is None:
        return None
    if kind is Kind.HOUR:
        return written(value, kind)
    if kind is Kind.MONEY:
        return to_cents(Decimal(value))
    if isinstance(value, datetime):
        moment = value.astimezone(formatting.store_format().zone)
        return moment.replace(tzinfo=None, microsecond=0)
    if isinstance(value, str):
        return value.replace("\n", " ")
    shown: Value = value if isinstance(value, int | Decimal | date) else str(value)
    return shown


def sheet_of(
    report: ReportSpec, places: list[int], rows: list[ReportRow], sums: tuple[Value, ...], about: tuple[str, ...]
) -> DataSheet:
    """Make a sheet of a report as it is shown.

    Args:
        report: The report.
        places: The columns that are shown.
        rows: The rows in the order in which they are shown.
        sums: The last row, if there is one.
        about: What it was asked for.
    """
    shown = [report.columns[place] for place in places]

    def cells(values: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(_leaving(values[place], column) for place, column in zip(places, shown, strict=True))

    return DataSheet(
        words(report.title),
        tuple(SheetColumn(words(column.label), column.kind) for column in shown),
        [cells(row.values) for row in rows],
        about,
        tuple(as_value(sums[place], column.kind) for place, column in zip(places, shown, strict=True)) if sums else (),
    )
