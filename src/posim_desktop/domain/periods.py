"""Periods that people ask for: today, this month, last year. Serves the guide's page "Reports"."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

_DAY = timedelta(days=1)
_DAYS_OF_A_WEEK = 7


class Span(NamedTuple):
    """The first and the last day of a period; without a first one it begins with the shop."""

    first: date | None
    last: date


class Period(StrEnum):
    """A period by its usual name; OTHER is any other one."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this week"
    LAST_WEEK = "last week"
    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    THIS_YEAR = "this year"
    LAST_YEAR = "last year"
    ALWAYS = "always"
    OTHER = "other"


def span_of(period: Period, today: date, week_begins: int = 1) -> Span | None:
    """Return the days of a period; None for one that its name does not tell.

    Args:
        period: Which.
        today: The shop's day.
        week_begins: With which day a week begins where the shop is, 1 for Monday to 7 for Sunday.
    """
    week = today - (today.isoweekday() - week_begins) % _DAYS_OF_A_WEEK * _DAY
    month = today.replace(day=1)
    year = month.replace(month=1)
    spans = {
        Period.TODAY: Span(today, today),
        Period.YESTERDAY: Span(today - _DAY, today - _DAY),
        Period.THIS_WEEK: Span(week, today),
        Period.LAST_WEEK: Span(week - _DAYS_OF_A_WEEK * _DAY, week - _DAY),
        Period.THIS_MONTH: Span(month, today),
        Period.LAST_MONTH: Span((month - _DAY).replace(day=1), month - _DAY),
        Period.THIS_YEAR: Span(year, today),
        Period.LAST_YEAR: Span(year.replace(year=year.year - 1), year - _DAY),
        Period.ALWAYS: Span(None, today),
    }
    return spans.get(period)
