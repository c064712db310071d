"""Periods by their names, counted from a day of the shop."""

from datetime import date

import pytest

from posim_desktop.domain.periods import Period, Span, span_of

MONDAY, SUNDAY = 1, 7


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.TODAY, date(2026, 1, 1), date(2026, 1, 1)),
        (Period.YESTERDAY, date(2025, 12, 31), date(2025, 12, 31)),
        (Period.THIS_WEEK, date(2025, 12, 29), date(2026, 1, 1)),
        (Period.LAST_WEEK, date(2025, 12, 22), date(2025, 12, 28)),
        (Period.THIS_MONTH, date(2026, 1, 1), date(2026, 1, 1)),
        (Period.LAST_MONTH, date(2025, 12, 1), date(2025, 12, 31)),
        (Period.THIS_YEAR, date(2026, 1, 1), date(2026, 1, 1)),
        (Period.LAST_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        (Period.ALWAYS, None, date(2026, 1, 1)),
    ],
)
def test_a_period_on_the_first_day_of_a_year(period: Period, first: date | None, last: date) -> None:
    assert span_of(period, date(2026, 1, 1), MONDAY) == Span(first, last)


def test_a_week_begins_where_the_region_begins_it() -> None:
    assert span_of(Period.THIS_WEEK, date(2026, 1, 4), SUNDAY) == Span(date(2026, 1, 4), date(2026, 1, 4))
    assert span_of(Period.THIS_WEEK, date(2026, 1, 4), MONDAY) == Span(date(2025, 12, 29), date(2026, 1, 4))


def test_other_days_are_not_told_by_a_name() -> None:
    assert span_of(Period.OTHER, date(2026, 1, 1)) is None
