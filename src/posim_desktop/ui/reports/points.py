"""What the chart of a report shows: its rows, days without any filled in, and a long period month by month."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QDate, QLocale

from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.periods import Span
from posim_desktop.ui import formatting
from posim_desktop.ui.reports.chart import Point
from posim_desktop.ui.reports.report import ChartStyle, ReportRow, ReportSpec, sorted_rows
from posim_desktop.ui.reports.values import cell, written

_DAY = timedelta(days=1)
_MOST_DAYS = 92


def points_of(report: ReportSpec, rows: Sequence[ReportRow], span: Span) -> list[Point]:
    """Return the points of a report's chart; none for a report without one.

    Args:
        report: The report.
        rows: Its rows.
        span: The days that it was asked for, each of which is a point of a report by day.
    """
    if report.chart is None:
        return []
    label, value = report.columns[report.chart.label], report.columns[report.chart.value]
    if report.chart.style is ChartStyle.BARS:
        largest = sorted_rows(report, rows, report.chart.value, descending=True)
        pairs = [
            (cell(row.values[report.chart.label], label), _size(row.values[report.chart.value])) for row in largest
        ]
        return [Point(name, size, written(size, value.kind)) for name, size in pairs if size]
    sizes: dict[Any, Decimal] = {}
    for row in rows:
        key = row.values[report.chart.label]
        sizes[key] = sizes.get(key, Decimal(0)) + _size(row.values[report.chart.value])
    if label.kind is Kind.DAY:
        return _of_days(sizes, value.kind, span)
    in_order = sorted(sizes.items(), key=lambda pair: str(pair[0]).zfill(2))
    return [Point(cell(key, label), size, written(size, value.kind)) for key, size in in_order]


def _of_days(sizes: dict[Any, Decimal], kind: Kind, span: Span) -> list[Point]:
    if not sizes:
        return []
    first, last = min(sizes) if span.first is None else span.first, span.last
    if (last - first).days < _MOST_DAYS:
        days = [first + number * _DAY for number in range((last - first).days + 1)]
        return [Point(_short(day), sizes.get(day, Decimal(0)), written(sizes.get(day, 0), kind)) for day in days]
    months: dict[date, Decimal] = {}
    month = first.replace(day=1)
    while month <= last:
        months[month] = Decimal(0)
        month = (month + 32 * _DAY).replace(day=1)
    for day, size in sizes.items():
        months[day.replace(day=1)] += size
    return [Point(_month(month), size, written(size, kind)) for month, size in months.items()]


def _short(day: date) -> str:
    """Write a day without its year, as the region orders day and month."""
    pattern = formatting.date_pattern().replace("yyyy", "").strip("./- ,")
    return formatting.store_format().locale.toString(QDate(day.year, day.month, day.day), pattern)


def _month(month: date) -> str:
    name = formatting.store_format().locale.standaloneMonthName(month.month, QLocale.FormatType.ShortFormat)
    return f"{name} {month.year}"


def _size(value: Any) -> Decimal:  # noqa: ANN401 - a figure of any kind
    return Decimal(0) if value is None else Decimal(value)
